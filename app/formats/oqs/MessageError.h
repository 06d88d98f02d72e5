// SPDX-License-Identifier: Apache-2.0
// Why a message could not be read: which rule was broken, by which element, and where. `what` is made of our
// own words and element names alone; the value that broke the rule never enters it, because it may be a
// person's.
#pragma once

#include "foundation/base/Result.h"

#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace madoguchi {

struct MessageError {
    std::string what;
    int line{1};   ///< from 1
    int column{1}; ///< from 1, in characters, a byte order mark not counted
};

/// A value read from a message, or why not. Support sees the MessageError; a visit sees only a Fault.
template<typename T>
class [[nodiscard]] Parsed {
public:
    Parsed(T value) : state_{std::in_place_index<0>, std::move(value)} {}
    Parsed(MessageError error) : state_{std::in_place_index<1>, std::move(error)} {}

    [[nodiscard]] bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T& operator*() const& { return std::get<0>(state_); }
    [[nodiscard]] T& operator*() & { return std::get<0>(state_); }
    [[nodiscard]] T&& operator*() && { return std::get<0>(std::move(state_)); }
    const T* operator->() const { return &std::get<0>(state_); }
    T* operator->() { return &std::get<0>(state_); }

    [[nodiscard]] const MessageError& error() const { return std::get<1>(state_); }

    /// For a port: `value` of the fault is the line, the text stays behind. `where` must be a literal.
    [[nodiscard]] Result<T> orFault(std::string_view where, FaultCode code = FaultCode::MessageInvalid) &&
    {
        if (!ok())
            return Fault{code, FaultSpace::None, error().line, where};
        return std::get<0>(std::move(state_));
    }

private:
    std::variant<T, MessageError> state_;
};

/// An error at a byte offset of UTF-8 text.
[[nodiscard]] MessageError errorAt(std::string_view text, std::size_t offset, std::string what);

} // namespace madoguchi
