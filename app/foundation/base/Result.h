// SPDX-License-Identifier: Apache-2.0
// A value or the Fault that kept us from it. Errors cross module borders as values of this type; exceptions
// stay inside the one module that must use them. (std::expected needs a newer language than our tools read.)
#pragma once

#include "foundation/base/Fault.h"

#include <cassert>
#include <optional>
#include <utility>
#include <variant>

namespace madoguchi {

template<typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_{std::in_place_index<0>, std::move(value)} {}
    Result(Fault fault) : state_{std::in_place_index<1>, fault} {}

    [[nodiscard]] bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    /// The value. Asking for it after a fault is our own mistake, hence an assertion.
    [[nodiscard]] const T& value() const& { return assert(ok()), *std::get_if<0>(&state_); }
    [[nodiscard]] T& value() & { return assert(ok()), *std::get_if<0>(&state_); }
    [[nodiscard]] T&& value() && { return assert(ok()), std::move(*std::get_if<0>(&state_)); }
    [[nodiscard]] const T& operator*() const& { return value(); }
    [[nodiscard]] T& operator*() & { return value(); }
    [[nodiscard]] T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    /// The fault. Only after ok() said no.
    [[nodiscard]] const Fault& fault() const { return assert(!ok()), *std::get_if<1>(&state_); }

private:
    std::variant<T, Fault> state_;
};

template<>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Fault fault) : fault_{fault} {}

    [[nodiscard]] bool ok() const { return !fault_; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Fault& fault() const { return assert(fault_.has_value()), *fault_; }

private:
    std::optional<Fault> fault_;
};

} // namespace madoguchi
