// SPDX-License-Identifier: Apache-2.0
#include "services/staff/StaffBook.h"

#include "foundation/base/Digest.h"
#include "services/staff/OneTimeCode.h"

#include <openssl/rand.h>

#include <algorithm>
#include <set>

namespace madoguchi {
namespace {

constexpr const char* kTerminal = "terminal"; ///< no hash has this form
constexpr std::size_t kNameDigits = 32;
constexpr std::size_t kSecretBytes = 20;

std::string hidden(const StaffData& data, const std::string& name)
{
    return keyedHash(data.key, name).substr(0, kNameDigits);
}

const Attempts& attemptsOf(const StaffData& data, const std::string& who)
{
    static const Attempts kNone;
    const auto found = data.attempts.find(who);
    return found == data.attempts.end() ? kNone : found->second;
}

Result<Bytes> randomBytes(std::size_t count)
{
    Bytes bytes(count);
    if (RAND_bytes(bytes.data(), static_cast<int>(count)) != 1)
        return Fault{FaultCode::Internal, FaultSpace::None, 0, "staff/random"};
    return bytes;
}

/// What a file needs before the first try can be counted in it.
bool furnish(StaffData& data, PasswordCost cost)
{
    if (!data.key.empty())
        return true;
    auto key = randomBytes(kHashDigits / 2);
    const auto nobody = randomBytes(kSecretBytes);
    if (!key || !nobody)
        return false;
    auto decoy = hashPassword(Secret{base32(*nobody)}, cost);
    if (!decoy)
        return false;
    data.key = *std::move(key);
    data.decoy = *std::move(decoy);
    return true;
}

/// The hash this code opens; empty when it opens none.
std::string emergencyHash(const StaffRecord& person, const std::string& code)
{
    if (code.size() != kEmergencyDigits)
        return {};
    const Secret typed{code};
    const auto found = std::ranges::find_if(
        person.emergency, [&typed](const std::string& hash) { return passwordFits(typed, hash); });
    return found == person.emergency.end() ? std::string{} : *found;
}

SignInVerdict refusal(DeskProblem problem, std::chrono::seconds wait = {})
{
    return {problem, std::nullopt, static_cast<int>(wait.count()), false};
}

} // namespace

/// What is known before the password is looked at.
struct StaffBook::Admission {
    DeskProblem problem{DeskProblem::SignInImpossible};
    std::chrono::seconds wait{}; ///< now, or after this try has failed too
    std::optional<StaffRecord> person{};
    std::string hash{}; ///< the person's, or the decoy
};

/// Counts the try as a failure, on disk.
Result<StaffBook::Admission> StaffBook::admit(const std::string& name) const
{
    Admission found;
    const auto changed = file_.change([&](StaffData& data) {
        if (!furnish(data, rules_.password))
            return false;
        const auto who = hidden(data, name);
        const auto now = clock_.wallTime();
        const auto waitFor = [&] {
            return std::max(waitLeft(attemptsOf(data, who), now), waitLeft(attemptsOf(data, kTerminal), now));
        };
        found.wait = waitFor();
        const bool blocked = attemptsOf(data, who).failures >= kMostFailures;
        found.problem = blocked                  ? DeskProblem::SignInBlocked
                        : found.wait.count() > 0 ? DeskProblem::SignInWait
                                                 : DeskProblem::None;
        if (found.problem != DeskProblem::None)
            return false;
        countFailure(data.attempts, who, now);
        countFailure(data.attempts, kTerminal, now);
        found.wait = waitFor();
        if (const auto* person = data.find(name))
            found.person = *person;
        found.hash = found.person ? found.person->password : data.decoy;
        return true;
    });
    return changed ? Result<Admission>{std::move(found)} : Result<Admission>{changed.fault()};
}

SignInVerdict StaffBook::signIn(const std::string& name, const Secret& password,
                                const std::string& code) const
{
    const auto admission = admit(name);
    if (!admission)
        return refusal(DeskProblem::SignInImpossible);
    if (admission->problem != DeskProblem::None)
        return refusal(admission->problem, admission->wait);
    const bool fits = passwordFits(password, admission->hash);
    const auto& person = admission->person;
    if (!fits || !person)
        return refusal(DeskProblem::SignInWrong, admission->wait);

    Spent spent;
    if (!person->codeSecret.empty())
        spent.step = stepOfCode(person->codeSecret, code, clock_.wallTime(), person->usedStep);
    if (!spent.step)
        spent.emergency = emergencyHash(*person, code);
    const bool second = spent.step || !spent.emergency.empty();
    if (!second && (rules_.codeRequired || !person->codeSecret.empty()))
        return refusal(DeskProblem::SignInWrong, admission->wait);
    const auto welcomed = welcome(*person, spent);
    if (!welcomed)
        return refusal(DeskProblem::SignInImpossible);
    if (!*welcomed)
        return refusal(DeskProblem::SignInWrong, admission->wait);
    return {DeskProblem::None,
            StaffPerson{person->name, person->role, !person->pin.empty(), !person->codeSecret.empty(), 0}, 0,
            !spent.emergency.empty()};
}

/// Takes the failures back and spends the code, unless somebody was quicker: the same code, or a change of
/// the person.
Result<bool> StaffBook::welcome(const StaffRecord& person, const Spent& spent) const
{
    bool welcomed = false;
    const auto changed = file_.change([&](StaffData& data) {
        auto* now = data.find(person.name);
        welcomed = now != nullptr && now->password == person.password && now->role == person.role &&
                   now->codeSecret == person.codeSecret && (!spent.step || *spent.step > now->usedStep) &&
                   now->emergency == person.emergency;
        if (!welcomed)
            return false;
        if (spent.step)
            now->usedStep = *spent.step;
        if (std::erase(now->emergency, spent.emergency) != 0)
            now->sealBroken = true;
        data.attempts.erase(hidden(data, person.name));
        data.attempts.erase(kTerminal);
        return true;
    });
    return changed ? Result<bool>{welcomed} : Result<bool>{changed.fault()};
}

bool StaffBook::pinFits(const std::string& name, const Secret& pin) const
{
    auto data = file_.read();
    const auto* person = data ? data->find(name) : nullptr;
    return person != nullptr && !person->pin.empty() && passwordFits(pin, person->pin);
}

Result<StaffEdit> StaffBook::edit(const std::string& name,
                                  const std::function<StaffEdit(StaffData&, StaffRecord&)>& change) const
{
    auto done = StaffEdit::NobodyCalled;
    const auto changed = file_.change([&](StaffData& data) {
        if (auto* person = data.find(name))
            done = change(data, *person);
        return done == StaffEdit::Done;
    });
    return changed ? Result<StaffEdit>{done} : Result<StaffEdit>{changed.fault()};
}

Result<StaffEdit> StaffBook::add(const std::string& name, StaffRole role, const Secret& password) const
{
    if (!goodStaffName(name))
        return StaffEdit::NameInvalid;
    if (const auto judged = judgePassword(password.text(), name); judged != StaffEdit::Done)
        return judged;
    auto hash = hashPassword(password, rules_.password);
    if (!hash)
        return hash.fault();
    auto done = StaffEdit::Done;
    bool furnished = true;
    const auto changed = file_.change([&](StaffData& data) {
        furnished = furnish(data, rules_.password);
        done = data.find(name) != nullptr                     ? StaffEdit::NameTaken
               : data.people.size() >= StaffFile::kMostPeople ? StaffEdit::TooMany
                                                              : StaffEdit::Done;
        if (done != StaffEdit::Done || !furnished)
            return false;
        data.people.push_back({.name = name, .role = role, .password = *hash, .pin = {}, .codeSecret = {}});
        return true;
    });
    if (!changed)
        return changed.fault();
    return furnished ? Result<StaffEdit>{done}
                     : Result<StaffEdit>{Fault{FaultCode::Internal, FaultSpace::None, 0, "staff/furnish"}};
}

Result<StaffEdit> StaffBook::setPassword(const std::string& name, const Secret& password) const
{
    if (const auto judged = judgePassword(password.text(), name); judged != StaffEdit::Done)
        return judged;
    auto hash = hashPassword(password, rules_.password);
    if (!hash)
        return hash.fault();
    return edit(name, [&](StaffData&, StaffRecord& person) {
        person.password = *hash;
        return StaffEdit::Done;
    });
}

Result<StaffEdit> StaffBook::setPin(const std::string& name, const Secret& pin) const
{
    if (const auto judged = judgePin(pin.text()); judged != StaffEdit::Done)
        return judged;
    auto hash = hashPassword(pin, rules_.pin);
    if (!hash)
        return hash.fault();
    return edit(name, [&](StaffData&, StaffRecord& person) {
        person.pin = *hash;
        return StaffEdit::Done;
    });
}

Result<StaffEdit> StaffBook::setCodeSecret(const std::string& name, const Bytes& secret) const
{
    return edit(name, [&](StaffData&, StaffRecord& person) {
        person.codeSecret = secret;
        person.usedStep = 0;
        return StaffEdit::Done;
    });
}

Result<StaffEdit> StaffBook::setEmergencyCodes(const std::string& name,
                                               const std::vector<Secret>& codes) const
{
    std::vector<std::string> hashes;
    for (const auto& code : codes) {
        auto hash = hashPassword(code, rules_.pin);
        if (!hash)
            return hash.fault();
        hashes.push_back(*std::move(hash));
    }
    return edit(name, [&](StaffData&, StaffRecord& person) {
        person.emergency = hashes;
        person.sealBroken = false;
        return StaffEdit::Done;
    });
}

Result<bool> StaffBook::sealBroken() const
{
    const auto data = file_.read();
    if (!data)
        return data.fault();
    return std::ranges::any_of(data->people, &StaffRecord::sealBroken);
}

Result<StaffEdit> StaffBook::remove(const std::string& name) const
{
    return edit(name, [&](StaffData& data, StaffRecord&) {
        std::erase_if(data.people, [&](const StaffRecord& person) { return person.name == name; });
        return StaffEdit::Done;
    });
}

Result<StaffEdit> StaffBook::release(const std::string& name) const
{
    return edit(name, [&](StaffData& data, StaffRecord&) {
        data.attempts.erase(hidden(data, name));
        data.attempts.erase(kTerminal);
        return StaffEdit::Done;
    });
}

Result<std::vector<StaffPerson>> StaffBook::people() const
{
    const auto data = file_.read();
    if (!data)
        return data.fault();
    std::vector<StaffPerson> people;
    for (const auto& person : data->people)
        people.push_back({person.name, person.role, !person.pin.empty(), !person.codeSecret.empty(),
                          attemptsOf(*data, hidden(*data, person.name)).failures});
    return people;
}

Result<std::vector<Secret>> freshEmergencyCodes()
{
    std::set<std::string> codes;
    while (codes.size() < kEmergencyCodes) {
        const auto bytes = randomBytes(kEmergencyDigits);
        if (!bytes)
            return bytes.fault();
        std::uint64_t number = 0; // of 64 bits: what is left over by a hundred million favours nobody
        for (const auto byte : *bytes)
            number = number << 8U | byte;
        const auto digits = std::to_string(number % 100'000'000);
        codes.insert(std::string(kEmergencyDigits - digits.size(), '0') + digits);
    }
    std::vector<Secret> secrets;
    for (const auto& code : codes)
        secrets.emplace_back(code);
    return secrets;
}

Result<Bytes> freshCodeSecret()
{
    return randomBytes(kSecretBytes);
}

std::string authenticatorAddress(const std::string& name, const std::string& terminal, const Bytes& secret)
{
    return "otpauth://totp/Madoguchi%20" + terminal + ":" + name + "?secret=" + base32(secret) +
           "&issuer=Madoguchi%20" + terminal;
}

} // namespace madoguchi
