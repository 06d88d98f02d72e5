// SPDX-License-Identifier: Apache-2.0
// HandOffPort over the OQS folders: the answer of a visit goes to the face folder under a name of our own, an
// answer to a request goes to the res folder under the request's. Names with ● and texts the encoding cannot
// carry stay behind (messages/ReceiptCopy.h), and the HandOver says so.
#pragma once

#include "domain/ports/HandOffPort.h"
#include "domain/record/EligibilityAnswer.h"
#include "drivers/receipt/oqs/FolderWriter.h"
#include "drivers/receipt/oqs/HandOverNames.h"
#include "formats/oqs/Encoding.h"
#include "formats/oqs/ReceiptRequests.h"
#include "foundation/base/Clock.h"
#include "foundation/base/Result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace madoguchi {

struct ReceiptFolders {
    std::filesystem::path face;
    std::filesystem::path res;     ///< empty: requests are not answered here
    std::filesystem::path staging; ///< same volume, outside both of them and of everything watched
    std::string institutionCode;   ///< 10 digits
    std::string processKind{"000"};
    Encoding encoding{Encoding::Utf8}; ///< UTF-8 is what the most readers understand
    bool directWrite{false};           ///< see FolderWriter
    std::string group{};               ///< see FolderWriter
};

class FolderHandOff final : public HandOffPort {
public:
    /// Sweeps the staging folder. `clock` must outlive this.
    FolderHandOff(ReceiptFolders folders, const Clock& clock);

    /// Whether a file could be handed over now; for the start and the morning's self-check.
    [[nodiscard]] Result<void> check() const;

    Result<HandOver> deliver(const EligibilityAnswer& answer) override;

    /// The answer to OQSsiquc01req_<freePart>.xml, `request`'s search echoed. HandOverNameTaken if an answer
    /// already lies there.
    [[nodiscard]] Result<HandOver> answerRequest(const EligibilityAnswer& answer, std::string_view freePart,
                                                 const QualificationRequest* request = nullptr) const;

    /// The answer to OQSsiimm01req_<freePart>.xml.
    [[nodiscard]] Result<HandOver> answerRequest(const ReferenceNumberAnswer& answer,
                                                 std::string_view freePart) const;

private:
    [[nodiscard]] Result<HandOver> placeAnswer(std::string_view kind, std::string_view freePart,
                                               const Result<std::string>& bytes, bool nameOmitted) const;

    ReceiptFolders folders_;
    const Clock& clock_;
    FolderWriter writer_;
    HandOverNames names_;
};

} // namespace madoguchi
