// SPDX-License-Identifier: Apache-2.0
#include "services/facetries/FaceTries.h"

#include "foundation/base/Digest.h"
#include "foundation/base/DurableFile.h"
#include "foundation/base/UniqueFd.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <sstream>
#include <sys/file.h>
#include <sys/stat.h>

namespace madoguchi {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kTitle = "madoguchi-face-tries-1";
constexpr std::size_t kTagDigits = 32;
constexpr std::size_t kMaxFile = 2 * 1024 * 1024;

struct Tries {
    int inARow{0}; ///< since the last success
    int today{0};  ///< fruitless
    std::chrono::sys_seconds last{};
};

struct Book {
    std::int64_t day{0};
    std::string key; ///< hexadecimal
    std::map<std::string, Tries> cards;
};

Fault lost(std::string_view where, int number = 0)
{
    return {FaultCode::RecordNotKept, number == 0 ? FaultSpace::None : FaultSpace::Errno, number, where};
}

/// Days change at midnight in Japan.
std::int64_t dayOf(std::chrono::sys_seconds time)
{
    return std::chrono::floor<std::chrono::days>(time + 9h).time_since_epoch().count();
}

std::string freshKey()
{
    std::random_device random; // the kernel's, on this system
    std::array<unsigned char, 32> bytes{};
    for (auto& byte : bytes)
        byte = static_cast<unsigned char>(random() & 0xFFU);
    return hexadecimal(bytes);
}

std::string toText(const Book& book)
{
    std::ostringstream text;
    text << kTitle << ' ' << book.day << ' ' << book.key << '\n';
    for (const auto& [tag, tries] : book.cards)
        text << tag << ' ' << tries.inARow << ' ' << tries.today << ' '
             << tries.last.time_since_epoch().count() << '\n';
    return text.str();
}

Result<Book> parsed(const std::string& content)
{
    std::istringstream text{content};
    Book book;
    std::string title;
    text >> title >> book.day >> book.key;
    if (!text || title != kTitle || book.key.size() != kHashDigits || !isHexadecimal(book.key))
        return lost("faceTries/damaged");
    std::string tag;
    while (text >> tag) {
        Tries tries;
        std::int64_t last = 0;
        text >> tries.inARow >> tries.today >> last;
        const bool good = text && tag.size() == kTagDigits && isHexadecimal(tag) && tries.inARow >= 0 &&
                          tries.today >= 0 && book.cards.size() < FaceTries::kMostCards;
        if (!good)
            return lost("faceTries/damaged");
        tries.last = std::chrono::sys_seconds{std::chrono::seconds{last}};
        book.cards[tag] = tries;
    }
    return book;
}

/// The book of today. Yesterday's key and rows are forgotten here; a clock set back does not forget them.
Result<Book> read(const std::filesystem::path& file, std::int64_t today)
{
    std::error_code error;
    if (!std::filesystem::exists(file, error) && !error)
        return Book{.day = today, .key = freshKey(), .cards = {}};
    const auto text = readBounded(file, kMaxFile);
    auto book = text ? parsed(*text) : Result<Book>{lost("faceTries/read")};
    if (book && book->day < today)
        return Book{.day = today, .key = freshKey(), .cards = {}};
    return book;
}

Result<UniqueFd> locked(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error || ::chmod(folder.c_str(), 0700) != 0)
        return lost("faceTries/folder", error ? error.value() : errno);
    UniqueFd fd{::open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)};
    if (!fd || ::flock(fd.value(), LOCK_EX) != 0)
        return lost("faceTries/lock", errno);
    return fd;
}

/// Lets `edit` change the card's row and has it on disk when this returns.
Result<void> change(const std::filesystem::path& folder, std::int64_t today, const Bytes& certificate,
                    const std::function<Result<void>(Tries&)>& edit)
{
    const auto lock = locked(folder);
    if (!lock)
        return lock.fault();
    auto book = read(folder / FaceTries::kName, today);
    if (!book)
        return book.fault();
    const std::string content{certificate.begin(), certificate.end()};
    const std::string tag =
        keyedHash({book->key.begin(), book->key.end()}, sha256(content, {})).substr(0, kTagDigits);
    if (!book->cards.contains(tag) && book->cards.size() >= FaceTries::kMostCards)
        return lost("faceTries/full");
    if (auto edited = edit(book->cards[tag]); !edited)
        return edited;
    const auto written = writeDurably(folder / FaceTries::kName, toText(*book));
    return written ? written : lost("faceTries/write", static_cast<int>(written.fault().value));
}

/// Nothing while the next try is allowed.
std::optional<Fault> refusal(const Tries& tries, std::chrono::sys_seconds now)
{
    if (tries.today >= FaceTries::kMostADay)
        return Fault{FaultCode::FaceTriesUsedUp, FaultSpace::None, 0, "faceTries/usedUp"};
    // A clock that was set back does not shorten the wait: it begins anew.
    const auto since = std::max(now - tries.last, 0s);
    if (tries.inARow < FaceTries::kFree || since >= FaceTries::kWait)
        return std::nullopt;
    return Fault{FaultCode::FaceTriesPaused, FaultSpace::None, (FaceTries::kWait - since).count(),
                 "faceTries/paused"};
}

} // namespace

Result<void> FaceTries::begin(const Bytes& certificate)
{
    const auto now = clock_.wallTime();
    return change(folder_, dayOf(now), certificate, [&](Tries& tries) -> Result<void> {
        if (const auto refused = refusal(tries, now))
            return *refused;
        ++tries.inARow;
        ++tries.today;
        tries.last = now;
        return {};
    });
}

Result<void> FaceTries::takeBack(const Bytes& certificate, bool accepted)
{
    return change(folder_, dayOf(clock_.wallTime()), certificate, [&](Tries& tries) -> Result<void> {
        tries.inARow = accepted ? 0 : std::max(tries.inARow - 1, 0);
        tries.today = std::max(tries.today - 1, 0);
        return {};
    });
}

} // namespace madoguchi
