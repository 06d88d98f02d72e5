// SPDX-License-Identifier: Apache-2.0
// A reception desk in practice: the real terminal, and around it a central system, a card reader and a
// receipt computer that are not. Meant for the inside of an Enclosure, where pcscd is already running.
#pragma once

#include "practice/run/Helper.h"
#include "practice/run/PracticeFolder.h"
#include "practice/run/VisitWatch.h"

#include <optional>

namespace madoguchi {

/// What went over the link to the card.
struct LinkReport {
    std::size_t apdus{0};
    std::size_t commandBytes{0}, responseBytes{0};
    std::chrono::microseconds linkTime{}; ///< by the delay model of --link-kbps
};

class Reception {
public:
    /// `programs`: the folder with the product's executables.
    Reception(PracticeFolder folder, std::filesystem::path programs, PracticeSettings settings);

    /// Central system up, terminal up, a visit waiting for its card and a warm one behind it; on a display
    /// the staff's board too.
    Result<void> open();

    Result<void> startCentral();
    void stopCentral() { central_.stop(); }
    Result<void> startTerminal();
    void stopTerminal();

    /// Lays a persona's card on the reader; `options` as madoguchi-practice card takes them.
    Result<void> layCard(const std::string& persona, const std::vector<std::string>& options = {});

    /// Takes it away and tells what went over the link.
    LinkReport takeCard();

    /// The central system misbehaves from now on: words of practice/central/Trouble.h.
    Result<void> trouble(const std::string& words) const;

    [[nodiscard]] VisitWatch& watch() { return *watch_; }
    [[nodiscard]] const PracticeFolder& folder() const { return folder_; }
    [[nodiscard]] const PracticeSettings& settings() const { return settings_; }
    [[nodiscard]] Helper& terminal() { return terminal_; }
    [[nodiscard]] Helper& card() { return card_; }

private:
    Result<void> startDesk();
    [[nodiscard]] Helper::Options program(const std::string& name, std::vector<std::string> arguments) const;

    PracticeFolder folder_;
    std::filesystem::path programs_;
    PracticeSettings settings_;
    Helper central_, terminal_, card_, desk_;
    std::optional<VisitWatch> watch_;
};

} // namespace madoguchi
