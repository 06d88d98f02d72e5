// SPDX-License-Identifier: Apache-2.0
#include "services/audit/AuditHead.h"

#include "foundation/base/Digest.h"
#include "foundation/base/DurableFile.h"

#include <charconv>

namespace madoguchi {

namespace {

constexpr std::size_t kMaxHead = 1024;
constexpr std::string_view kPurpose = "madoguchi audit head v1 ";

Fault headFault(std::string_view where)
{
    return {FaultCode::MessageInvalid, FaultSpace::None, 0, where};
}

} // namespace

// One line: purpose, seq, hash and signature over all before it, separated by spaces.

Result<void> writeHead(const std::filesystem::path& file, const AuditHead& head, const AuditKey& key)
{
    const std::string signedText = std::string{kPurpose} + std::to_string(head.seq) + ' ' + head.hash;
    const std::string signature = signText(key, signedText);
    if (signature.empty())
        return Fault{FaultCode::Internal, FaultSpace::None, 0, "audit/signHead"};
    return writeDurably(file, signedText + ' ' + signature + '\n');
}

Result<AuditHead> readHead(const std::filesystem::path& file, const AuditKey& key)
{
    const auto text = readBounded(file, kMaxHead);
    if (!text)
        return text.fault();
    const std::string_view line{*text};
    const auto space = line.rfind(' ');
    if (!line.starts_with(kPurpose) || !line.ends_with('\n') || space < kPurpose.size())
        return headFault("audit/headForm");
    const auto signedText = line.substr(0, space);
    if (!signatureHolds(key, signedText, line.substr(space + 1, line.size() - space - 2)))
        return headFault("audit/headSignature");

    AuditHead head;
    const auto fields = signedText.substr(kPurpose.size());
    const auto [end, error] = std::from_chars(fields.data(), fields.data() + fields.size(), head.seq);
    if (error != std::errc{} || fields.size() < kHashDigits)
        return headFault("audit/headForm");
    head.hash = fields.substr(fields.size() - kHashDigits);
    return head;
}

} // namespace madoguchi
