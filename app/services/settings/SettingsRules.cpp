// SPDX-License-Identifier: Apache-2.0
#include "services/settings/SettingsRules.h"

#include <algorithm>
#include <cctype>
#include <system_error>

namespace madoguchi {

namespace {

bool plain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

bool digit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

bool liesWithin(const std::filesystem::path& path, const std::filesystem::path& folder)
{
    std::error_code error;
    const auto inner = std::filesystem::weakly_canonical(path, error);
    if (error)
        return false;
    const auto outer = std::filesystem::weakly_canonical(folder, error);
    if (error)
        return false;
    const auto [end, rest] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
    return end == outer.end() && rest != inner.end();
}

bool codeFits(const std::string& code, InstitutionKind kind)
{
    constexpr std::string_view kKindDigits = "134"; // in the order of InstitutionKind
    return code.size() == 10 && std::ranges::all_of(code, digit) &&
           code[2] == kKindDigits[static_cast<std::size_t>(kind)];
}

bool looksLikeHttps(std::string_view url)
{
    constexpr std::string_view kScheme = "https://";
    const auto safe = [](char c) {
        return plain(c) || std::string_view{":/.[]_~"}.find(c) != std::string_view::npos;
    };
    return url.starts_with(kScheme) && url.size() > kScheme.size() && plain(url[kScheme.size()]) &&
           std::ranges::all_of(url, safe);
}

bool looksLikeTerminalName(std::string_view name)
{
    return !name.empty() && name.size() <= 32 && std::ranges::all_of(name, plain);
}

bool looksLikePrinterName(std::string_view name)
{
    const auto allowed = [](unsigned char c) { return c > ' ' && c != 0x7F && c != '/' && c != '#'; };
    return !name.empty() && name.size() <= 127 && name.front() != '-' && std::ranges::all_of(name, allowed);
}

} // namespace madoguchi
