// SPDX-License-Identifier: Apache-2.0
// Who may sign in at this terminal. A try is counted and on disk before the password is looked at, and taken
// back only by success: whoever kills the process between the two has spent the try. A name that nobody has
// is answered in the same words, after the same work.
#pragma once

#include "foundation/base/Bytes.h"
#include "foundation/base/Clock.h"
#include "foundation/base/Result.h"
#include "services/staff/PasswordHash.h"
#include "services/staff/PasswordRules.h"
#include "services/staff/StaffFile.h"

namespace madoguchi {

struct StaffPerson {
    std::string name;
    StaffRole role{StaffRole::Reception};
    bool pinSet{false};
    bool codeSet{false};
    int failures{0};
};

struct SignInVerdict {
    DeskProblem problem{DeskProblem::SignInWrong}; ///< None: signed in
    std::optional<StaffPerson> person{};
    int waitSeconds{0};    ///< until the next try
    bool emergency{false}; ///< a code of the sealed envelope stood in for the second factor
};

class StaffBook {
public:
    struct Rules {
        PasswordCost password{};        ///< of new passwords
        PasswordCost pin{19 * 1024, 2}; ///< of new PINs: typed often, guarded by the session
        bool codeRequired{true};        ///< nobody signs in without a second factor
    };

    /// `clock` must outlive the book.
    StaffBook(std::filesystem::path folder, Rules rules, const Clock& clock)
        : file_{std::move(folder)}, rules_{rules}, clock_{clock}
    {
    }

    // Each takes as long as the password's hash says. From any thread.
    [[nodiscard]] SignInVerdict signIn(const std::string& name, const Secret& password,
                                       const std::string& code) const;
    [[nodiscard]] bool pinFits(const std::string& name, const Secret& pin) const;

    // An administrator's work.
    [[nodiscard]] Result<StaffEdit> add(const std::string& name, StaffRole role,
                                        const Secret& password) const;
    [[nodiscard]] Result<StaffEdit> setPassword(const std::string& name, const Secret& password) const;
    [[nodiscard]] Result<StaffEdit> setPin(const std::string& name, const Secret& pin) const;
    [[nodiscard]] Result<StaffEdit> setCodeSecret(const std::string& name, const Bytes& secret) const;
    /// Replaces those there were; the seal is whole again.
    [[nodiscard]] Result<StaffEdit> setEmergencyCodes(const std::string& name,
                                                      const std::vector<Secret>& codes) const;
    /// Whether anybody has used an emergency code that has not been replaced.
    [[nodiscard]] Result<bool> sealBroken() const;
    [[nodiscard]] Result<StaffEdit> remove(const std::string& name) const;
    /// Forgets the failures of this name, and lets the terminal try again.
    [[nodiscard]] Result<StaffEdit> release(const std::string& name) const;
    [[nodiscard]] Result<std::vector<StaffPerson>> people() const;

private:
    struct Admission;
    [[nodiscard]] Result<Admission> admit(const std::string& name) const;
    /// What opened beside the password: a step of the authenticator's, or a code of the envelope (its hash).
    struct Spent {
        std::optional<std::uint64_t> step{};
        std::string emergency{};
    };
    [[nodiscard]] Result<bool> welcome(const StaffRecord& person, const Spent& spent) const;
    [[nodiscard]] Result<StaffEdit>
    edit(const std::string& name, const std::function<StaffEdit(StaffData&, StaffRecord&)>& change) const;

    StaffFile file_;
    Rules rules_;
    const Clock& clock_;
};

inline constexpr std::size_t kEmergencyDigits = 8;
inline constexpr std::size_t kEmergencyCodes = 5;

/// What goes into a sealed envelope, for the day an authenticator is lost: kEmergencyCodes, all different.
[[nodiscard]] Result<std::vector<Secret>> freshEmergencyCodes();

/// A fresh secret for an authenticator, and the address an authenticator takes it from.
[[nodiscard]] Result<Bytes> freshCodeSecret();
[[nodiscard]] std::string authenticatorAddress(const std::string& name, const std::string& terminal,
                                               const Bytes& secret);

} // namespace madoguchi
