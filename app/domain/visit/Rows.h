// SPDX-License-Identifier: Apache-2.0
// The form of a visit's tables. A row: on this event, at these stages, if the guard holds, have this effect,
// which leads to these stages. The first row that fits is the answer. Rows stand in one file for each part of
// a visit.
#pragma once

#include "domain/visit/Move.h"

#include <initializer_list>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

namespace madoguchi {

/// A set of stages.
class Stages {
public:
    constexpr Stages() = default;
    constexpr Stages(Stage stage) : bits_{bit(stage)} {} // NOLINT(google-explicit-constructor): a set of one
    constexpr Stages(std::initializer_list<Stage> stages)
    {
        for (const auto stage : stages)
            bits_ |= bit(stage);
    }
    [[nodiscard]] constexpr bool has(Stage stage) const { return (bits_ & bit(stage)) != 0; }
    [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
    [[nodiscard]] constexpr Stages with(Stages others) const { return of(bits_ | others.bits_); }
    [[nodiscard]] constexpr Stages without(Stages others) const { return of(bits_ & ~others.bits_); }

private:
    static constexpr unsigned bit(Stage stage) { return 1U << static_cast<unsigned>(stage); }
    static constexpr Stages of(unsigned bits)
    {
        Stages stages;
        stages.bits_ = bits;
        return stages;
    }
    unsigned bits_{0};
};

inline constexpr Stages kStays{};     ///< leads nowhere else
inline constexpr Stages kAlive = [] { ///< every stage but the last
    Stages all;
    for (std::size_t i = 0; i < static_cast<std::size_t>(Stage::Erasing); ++i)
        all = all.with(static_cast<Stage>(i));
    return all;
}();
inline constexpr Stages kNobodyHere{Stage::OutOfService, Stage::Idle};
inline constexpr Stages kOver{Stage::Finished, Stage::CardLeftBehind, Stage::Failed};

/// What a row does to the clock of the step where the stage stays the same.
enum class StepClock : std::uint8_t { GoesOn, Restarts };

struct Row {
    std::size_t event; ///< index in Event
    Stages from;
    Stages to;              ///< besides staying where it is
    std::string_view words; ///< of its arrow in the diagram; a row that only stays has none
    bool unconditional;     ///< no later row has this event at these stages
    bool (*guard)(const Visit&, const Event&);
    void (*effect)(Move&, const Event&);
    StepClock clock;
};

template<typename E, std::size_t I = 0>
constexpr std::size_t indexOf()
{
    if constexpr (std::is_same_v<E, std::variant_alternative_t<I, Event>>)
        return I;
    else
        return indexOf<E, I + 1>();
}

constexpr bool always(const Visit&)
{
    return true;
}
constexpr void nothing(Move&) {}

/// `Guard` and `Effect` are functions that may leave out the event.
template<typename E, auto Guard, auto Effect>
constexpr Row on(Stages from, Stages to, std::string_view words = {}, StepClock clock = StepClock::GoesOn)
{
    using Is = std::integral_constant<decltype(Guard), Guard>;
    constexpr bool kUnconditional = std::is_same_v<Is, std::integral_constant<decltype(&always), &always>>;
    const auto guard = [](const Visit& visit, const Event& event) {
        if constexpr (std::is_invocable_v<decltype(Guard), const Visit&, const E&>)
            return Guard(visit, std::get<E>(event));
        else
            return Guard(visit);
    };
    const auto effect = [](Move& move, const Event& event) {
        if constexpr (std::is_invocable_v<decltype(Effect), Move&, const E&>)
            Effect(move, std::get<E>(event));
        else
            Effect(move);
    };
    return {indexOf<E>(), from, to, words, kUnconditional, guard, effect, clock};
}

// -- the tables, by part
[[nodiscard]] std::span<const Row> cardReadingRows(); ///< reader and card, up to its certificate
[[nodiscard]] std::span<const Row> cardProofRows();   ///< face, PIN or staff's eye: which, and the latter two
[[nodiscard]] std::span<const Row> cardFaceRows();    ///< chip photo and camera
[[nodiscard]] std::span<const Row>
cardQuestionRows(); ///< consent, first use, the central system, asking again
[[nodiscard]] std::span<const Row> numberBeginRows(); ///< a visit by card becomes one by number
[[nodiscard]] std::span<const Row> numberRows();      ///< a visit by number
[[nodiscard]] std::span<const Row> endingFileRows();  ///< the receipt computer's file
[[nodiscard]] std::span<const Row>
endingRows(); ///< time, staff's window, the log, what is left on the reader

/// All that a visit of this kind goes by, in this order.
[[nodiscard]] std::span<const std::span<const Row>> tableOf(Kind kind);

} // namespace madoguchi
