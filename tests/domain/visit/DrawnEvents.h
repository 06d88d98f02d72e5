// SPDX-License-Identifier: Apache-2.0
// Events and inputs at random, drawn from the variants themselves: whatever is added to one of them is drawn
// too, and does not compile until it is said here what it may carry.
#pragma once

#include "domain/record/Screen.h"
#include "domain/record/StaffInput.h"
#include "domain/visit/Rows.h"

#include <algorithm>
#include <array>
#include <map>
#include <random>

namespace madoguchi::test {

class Draw {
public:
    explicit Draw(unsigned seed) : random_{seed} {}

    int below(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }
    bool oneIn(int count) { return below(count) == 0; }

    /// One alternative of a variant, each as likely as the others.
    template<typename Variant>
    Variant any()
    {
        return alternative<Variant>(static_cast<std::size_t>(below(std::variant_size_v<Variant>)));
    }

    /// Mostly one that the table knows at this stage, and rather one that leads on than one that ends it:
    /// visits get far by it.
    Event event(const Visit& visit)
    {
        std::vector<std::size_t> known;
        auto& rarities = rarities_[{visit.kind, visit.stage}];
        if (rarities.empty())
            rarities = raritiesAt(visit);
        for (const auto& [kind, rarity] : rarities)
            if (oneIn(rarity))
                known.push_back(kind);
        if (known.empty() || oneIn(16))
            return any<Event>();
        return alternative<Event>(known[static_cast<std::size_t>(below(static_cast<int>(known.size())))]);
    }

    Visit visit()
    {
        Visit visit;
        visit.abilities = abilities();
        return visit;
    }

    Abilities abilities()
    {
        Abilities abilities;
        abilities.face = !oneIn(4);
        abilities.pin = !oneIn(4);
        abilities.staffEye = !oneIn(4);
        abilities.cardCamera = oneIn(2);
        if (oneIn(4))
            abilities.consentItems = {ConsentItem::Medicines};
        return abilities;
    }

    Fault fault()
    {
        constexpr std::array kLikely{FaultCode::PinWrong, FaultCode::PinLocked,     FaultCode::LineDown,
                                     FaultCode::TimedOut, FaultCode::CameraMissing, FaultCode::CardCloned};
        const auto code = oneIn(2) ? kLikely[static_cast<std::size_t>(below(kLikely.size()))]
                                   : oneOf<FaultCode>(static_cast<int>(FaultCode::Internal) + 1);
        return {code, FaultSpace::None, below(4), "test"};
    }

private:
    static int rarityOf(const Row& row)
    {
        constexpr Stages kLost{Stage::Failed, Stage::Erasing};
        if (row.to.empty())
            return 12;
        if (row.to.without(kLost).empty())
            return 24;
        return row.to.without(kOver.with(kLost)).empty() ? 4 : 1;
    }

    /// Of every event the table knows at this stage: as it may move the visit, if it may.
    static std::vector<std::pair<std::size_t, int>> raritiesAt(const Visit& visit)
    {
        std::map<std::size_t, int> moving, staying;
        for (const auto& part : tableOf(visit.kind))
            for (const auto& row : part)
                if (row.from.has(visit.stage)) {
                    auto& rarity =
                        (row.to.empty() ? staying : moving).try_emplace(row.event, 24).first->second;
                    rarity = std::min(rarity, rarityOf(row));
                }
        moving.merge(staying);
        return {moving.begin(), moving.end()};
    }

    template<typename E>
    E oneOf(int count)
    {
        return static_cast<E>(below(count));
    }

    template<typename Variant, std::size_t I = 0>
    Variant alternative(std::size_t index)
    {
        if constexpr (I + 1 < std::variant_size_v<Variant>)
            if (index != I)
                return alternative<Variant, I + 1>(index);
        return drawn<std::variant_alternative_t<I, Variant>>();
    }

    template<typename E>
    E drawn()
    {
        if constexpr (std::is_empty_v<E>)
            return {};
        else if constexpr (requires(E e) { e.fault; })
            return {fault()};
        else
            return fill(std::type_identity<E>{});
    }

    CardWasRead fill(std::type_identity<CardWasRead>) { return {oneOf<CertificateState>(4)}; }
    PinTriesKnown fill(std::type_identity<PinTriesKnown>) { return {below(4)}; }
    FaceGuided fill(std::type_identity<FaceGuided>)
    {
        return {oneOf<Guidance>(static_cast<int>(Guidance::Good) + 1)};
    }
    FaceDecided fill(std::type_identity<FaceDecided>) { return {oneOf<FaceVerdict>(3)}; }
    Answered fill(std::type_identity<Answered>) { return {outcome()}; }
    NumberAnswered fill(std::type_identity<NumberAnswered>) { return {outcome()}; }
    BookingFound fill(std::type_identity<BookingFound>)
    {
        return {oneIn(2) ? ReservationFound{} : ReservationFound{.person = oneOf<Reservation>(5)}};
    }
    MethodChosen fill(std::type_identity<MethodChosen>) { return {oneOf<Method>(3)}; }
    ConsentsGiven fill(std::type_identity<ConsentsGiven>)
    {
        return {Consents{static_cast<unsigned long long>(below(16))}};
    }
    FirstUseAnswered fill(std::type_identity<FirstUseAnswered>) { return {oneIn(2)}; }
    LanguageChosen fill(std::type_identity<LanguageChosen>) { return {oneOf<Language>(2)}; }
    PinEntered fill(std::type_identity<PinEntered>) { return {oneIn(2) ? "2468" : "0000"}; }
    SecurityNumberGiven fill(std::type_identity<SecurityNumberGiven>) { return {"80010120300123"}; }
    NumberGiven fill(std::type_identity<NumberGiven>)
    {
        NumberQuery query;
        query.insurerNumber = "06139992";
        query.number = std::to_string(1000 + below(9000));
        return {query};
    }

    Outcome outcome() { return oneIn(2) ? Outcome::Received : Outcome::SeeReception; }

    std::mt19937 random_;
    std::map<std::pair<Kind, Stage>, std::vector<std::pair<std::size_t, int>>> rarities_;
};

} // namespace madoguchi::test
