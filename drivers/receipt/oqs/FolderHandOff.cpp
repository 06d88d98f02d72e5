// SPDX-License-Identifier: Apache-2.0
#include "drivers/receipt/oqs/FolderHandOff.h"

#include "formats/oqs/QualificationAnswer.h"
#include "formats/oqs/ReceiptCopy.h"
#include "foundation/base/CivilDate.h"

#include <utility>

namespace madoguchi {
namespace {

struct Prepared {
    std::string bytes;
    bool nameOmitted{false};
};

/// What every reader insists on and the central system may have left out.
void completeHeader(EligibilityAnswer& answer, const std::string& institutionCode, const std::string& now)
{
    const auto fill = [](std::string& value, const std::string& substitute) {
        if (value.empty())
            value = substitute;
    };
    fill(answer.institutionCode, institutionCode);
    fill(answer.executedAt, now);
    fill(answer.confirmedFor, now.substr(0, 8));
}

Result<Prepared> prepare(EligibilityAnswer answer, Encoding encoding)
{
    auto copy = receiptCopy(std::move(answer), encoding);
    auto bytes = writeQualificationAnswer(copy.answer, encoding);
    if (!bytes)
        return bytes.fault();
    return Prepared{std::move(bytes).value(), copy.nameOmitted()};
}

} // namespace

FolderHandOff::FolderHandOff(ReceiptFolders folders, const Clock& clock)
    : folders_{std::move(folders)}, clock_{clock}, writer_{folders_.staging, folders_.directWrite,
                                                           folders_.group},
      names_{folders_.institutionCode, folders_.processKind, randomBelow(10'000'000)}
{
    writer_.sweep();
}

Result<void> FolderHandOff::check() const
{
    if (const auto face = writer_.check(folders_.face); !face || folders_.res.empty())
        return face;
    return writer_.check(folders_.res);
}

Result<HandOver> FolderHandOff::deliver(const EligibilityAnswer& answer)
{
    constexpr int kAttempts = 8;
    const auto kind = answer.referenceClass == "2" ? AnswerKind::ByNumber : AnswerKind::ByCard;
    auto complete = answer;
    completeHeader(complete, folders_.institutionCode, wireTime(clock_.wallTime()));
    const auto prepared = prepare(std::move(complete), folders_.encoding);
    if (!prepared)
        return prepared.fault();

    for (int attempt = 1;; ++attempt) {
        auto name = names_.next(clock_.wallTime(), kind);
        const auto placed = writer_.place(folders_.face, name, prepared->bytes);
        if (placed)
            return HandOver{std::move(name), prepared->nameOmitted};
        if (placed.fault().code != FaultCode::HandOverNameTaken || attempt == kAttempts)
            return placed.fault();
    }
}

Result<HandOver> FolderHandOff::answerRequest(const EligibilityAnswer& answer, std::string_view freePart,
                                              const QualificationRequest* request) const
{
    const auto copy = receiptCopy(answer, folders_.encoding);
    const auto bytes = request ? writeAnswer(copy.answer, *request, folders_.encoding)
                               : writeQualificationAnswer(copy.answer, folders_.encoding);
    return placeAnswer("OQSsiquc01res_", freePart, bytes, copy.nameOmitted());
}

Result<HandOver> FolderHandOff::answerRequest(const ReferenceNumberAnswer& answer,
                                              std::string_view freePart) const
{
    return placeAnswer("OQSsiimm01res_", freePart, write(answer, folders_.encoding), false);
}

Result<HandOver> FolderHandOff::placeAnswer(std::string_view kind, std::string_view freePart,
                                            const Result<std::string>& bytes, bool nameOmitted) const
{
    if (folders_.res.empty())
        return Fault{FaultCode::NotOffered, FaultSpace::None, 0, "handoff/answerRequest"};
    if (!isFreePart(freePart))
        return Fault{FaultCode::MessageInvalid, FaultSpace::None, 0, "handoff/answerRequest"};
    if (!bytes)
        return bytes.fault();
    const auto name = std::string{kind} + std::string{freePart} + ".xml";
    if (const auto placed = writer_.place(folders_.res, name, *bytes); !placed)
        return placed.fault();
    return HandOver{name, nameOmitted};
}

} // namespace madoguchi
