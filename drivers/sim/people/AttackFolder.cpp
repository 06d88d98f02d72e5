// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/people/AttackFolder.h"

#include "drivers/sim/people/Casting.h"
#include "drivers/sim/people/LoopMark.h"
#include "drivers/sim/people/PictureFile.h"

namespace madoguchi {

namespace {

namespace fs = std::filesystem;

constexpr int kTenthOfASecond = 3; ///< frames
constexpr float kUsualScreen = 0.5F;

Result<void> writeReel(const fs::path& folder, std::span<const Image> pictures, int loopFrom)
{
    std::error_code error;
    fs::remove_all(folder, error);
    fs::create_directories(folder, error);
    if (error) {
        return Fault{FaultCode::SettingsInvalid, FaultSpace::Errno, error.value(), "sim/fillAttackFolder"};
    }
    char name[] = "00.png";
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        name[0] = static_cast<char>('0' + i / 10);
        name[1] = static_cast<char>('0' + i % 10);
        if (const Result<void> written = writePng(folder / name, pictures[i]); !written) {
            return written;
        }
    }
    return writeLoopMark(folder, {.loopFrom = loopFrom, .hold = kTenthOfASecond});
}

bool needsHeads(AttackSpecies species)
{
    return species == AttackSpecies::PhoneVideo || species == AttackSpecies::CutOutMask;
}

} // namespace

std::string attackName(const std::string& holder, AttackSpecies species)
{
    return holder + '-' + std::string{kAttackSpecies[static_cast<std::size_t>(species)]};
}

Result<void> fillAttackFolder(const fs::path& folder, const Likeness& holder, const Likeness& attacker,
                              AttackSpecies species)
{
    const fs::path own = folder / attackName(holder.name, species);
    for (const Turn turn : {Turn::ToTheirLeft, Turn::ToTheirRight}) {
        std::vector<Image> holders, attackers;
        if (needsHeads(species)) {
            holders = headTurn(holder, turn);
            attackers = headTurn(attacker, turn);
        }
        const auto pictures = attack(species, holder, turn, holders, attackers, kUsualScreen);
        const std::span all{pictures};
        if (const Result<void> turned = writeReel(own / folderOf(turn), all, kTurnedFrom); !turned) {
            return turned;
        }
        if (const Result<void> live = writeReel(own / kLiveFolder, all.first(kStraightMoments), 0); !live) {
            return live;
        }
    }
    return {};
}

} // namespace madoguchi
