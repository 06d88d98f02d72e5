// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "foundation/picture/Frame.h"

#include <filesystem>
#include <string>

namespace madoguchi {

/// An empty folder below the tests' own; removed at the end.
class TestFolder {
public:
    TestFolder();
    ~TestFolder();
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

[[nodiscard]] Image plainPicture(int width, int height, std::uint8_t grey);
[[nodiscard]] std::string contents(const std::filesystem::path& file);
void overwrite(const std::filesystem::path& file, const std::string& bytes);

} // namespace madoguchi
