// SPDX-License-Identifier: Apache-2.0
// What must hold between settings, beyond the type of each. Private to app/settings.
#pragma once

#include "services/settings/Settings.h"

#include <filesystem>

namespace madoguchi {

/// True when `path`, with every symbolic link followed as far as it exists, lies within `folder`.
[[nodiscard]] bool liesWithin(const std::filesystem::path& path, const std::filesystem::path& folder);

/// Ten digits whose third is that of the kind (1 医科, 3 歯科, 4 調剤).
[[nodiscard]] bool codeFits(const std::string& code, InstitutionKind kind);

/// "https://host[:port][/path]" without user, query or fragment.
[[nodiscard]] bool looksLikeHttps(std::string_view url);

/// Letters, digits and hyphens, 1 to 32.
[[nodiscard]] bool looksLikeTerminalName(std::string_view name);

/// What CUPS allows, 1 to 127, and nothing a command could take for an option.
[[nodiscard]] bool looksLikePrinterName(std::string_view name);

} // namespace madoguchi
