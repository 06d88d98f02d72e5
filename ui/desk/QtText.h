// SPDX-License-Identifier: Apache-2.0
// The product's texts are UTF-8; Qt's are not.
#pragma once

#include <QString>
#include <string_view>

namespace madoguchi {

[[nodiscard]] inline QString words(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace madoguchi
