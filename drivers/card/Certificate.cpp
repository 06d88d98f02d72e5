// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/Certificate.h"

#include "drivers/card/BerTlv.h"
#include "foundation/base/CivilDate.h"

#include <algorithm>
#include <ctime>
#include <memory>
#include <openssl/x509.h>

namespace madoguchi {
namespace {

using namespace std::chrono;

constexpr months kGrace{3};
constexpr months kNotice{3};

struct CertificateDeleter {
    void operator()(X509* certificate) const { X509_free(certificate); }
};

/// The same day of a later month, or that month's last day.
year_month_day monthsLater(year_month_day date, months count)
{
    const auto later = date + count;
    return later.ok() ? later : year_month_day{later.year() / later.month() / last};
}

std::optional<sys_seconds> seconds(const ASN1_TIME* time)
{
    std::tm broken{};
    if (ASN1_TIME_to_tm(time, &broken) != 1)
        return std::nullopt;
    const auto date = year{broken.tm_year + 1900} / (broken.tm_mon + 1) / broken.tm_mday;
    return sys_days{date} + hours{broken.tm_hour} + minutes{broken.tm_min} +
           std::chrono::seconds{broken.tm_sec};
}

bool isFiller(ByteSpan file)
{
    return std::ranges::all_of(file, [](std::uint8_t byte) { return byte == 0xFF; }) ||
           std::ranges::all_of(file, [](std::uint8_t byte) { return byte == 0x00; });
}

} // namespace

CertificateState certificateState(year_month_day end, year_month_day today)
{
    if (today <= end)
        return end <= monthsLater(today, kNotice) ? CertificateState::EndsSoon : CertificateState::Valid;
    return today <= monthsLater(end, kGrace) ? CertificateState::InGrace : CertificateState::Expired;
}

Result<CardRecord> readCertificate(ByteSpan file, year_month_day today)
{
    if (isFiller(file))
        return Fault{FaultCode::CertificateMissing, FaultSpace::None, 0, "card/certificate"};
    const auto der = BerReader{file}.next(0x30);
    if (!der)
        return Fault{FaultCode::CardAnswerInvalid, FaultSpace::None, 0, "card/certificate/length"};

    const auto* data = der->whole.data();
    const auto* const end = data + der->whole.size();
    const std::unique_ptr<X509, CertificateDeleter> certificate{
        d2i_X509(nullptr, &data, static_cast<long>(der->whole.size()))};
    if (!certificate || data != end)
        return Fault{FaultCode::CardAnswerInvalid, FaultSpace::None, 0, "card/certificate/x509"};
    const auto notAfter = seconds(X509_get0_notAfter(certificate.get()));
    if (!notAfter)
        return Fault{FaultCode::CardAnswerInvalid, FaultSpace::None, 0, "card/certificate/notAfter"};

    const auto lastDay = civilDay(*notAfter);
    return CardRecord{Bytes{der->whole.begin(), der->whole.end()}, certificateState(lastDay, today), lastDay};
}

} // namespace madoguchi
