// SPDX-License-Identifier: Apache-2.0
// A person's practice card on the enclosure's reader for as long as this object lives. pcscd looks at the
// reader every 0.4 s, so both arrival and departure are waited for; otherwise the next card would be taken
// for this one.
#pragma once

#include "Enclosed.h"

#include "drivers/card/ReaderWatch.h"
#include "drivers/sim/card/PracticeReader.h"

#include <future>
#include <optional>

namespace madoguchi {

class CardOnTheReader {
public:
    explicit CardOnTheReader(std::string_view id, const CardVariation& variation = {},
                             const VpcdLinkOptions& link = {})
        : practice{std::make_shared<PracticeCard>(cardOf(id, variation))}
    {
        REQUIRE(reader.insert(practice, link).ok());
        REQUIRE(nextChange() == CardPresencePort::Change::Inserted);
    }
    CardOnTheReader(const CardOnTheReader&) = delete;
    CardOnTheReader& operator=(const CardOnTheReader&) = delete;
    ~CardOnTheReader()
    {
        reader.remove();
        nextChange();
    }

    std::shared_ptr<PracticeCard> practice;
    PracticeReader reader;

private:
    std::optional<CardPresencePort::Change> nextChange()
    {
        std::stop_source patience;
        auto change = std::async(std::launch::async, [&] { return watch_.next(patience.get_token()); });
        if (change.wait_for(std::chrono::seconds{10}) != std::future_status::ready)
            patience.request_stop();
        const auto found = change.get();
        return found ? std::optional{*found} : std::nullopt;
    }

    ReaderWatch watch_{{.reader = {"", VirtualReaders::Taken}}};
};

} // namespace madoguchi
