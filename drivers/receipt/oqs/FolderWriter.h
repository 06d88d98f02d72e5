// SPDX-License-Identifier: Apache-2.0
// Puts a complete file into a watched folder. Readers of such folders react to the first event of a name and
// read at once, so the file is written elsewhere on the same volume and appears in one step.
#pragma once

#include "foundation/base/Result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace madoguchi {

class FolderWriter {
public:
    /// `staging` on the same volume as the target folders, outside what anybody watches. With `direct` the
    /// file is written in place under its final name: for a reader that only notices changes, at the price
    /// that it may see a partial file if we die. Members of `group` may read and move what is placed; empty:
    /// those of the group that the folder gives it.
    FolderWriter(std::filesystem::path staging, bool direct, std::string group);

    /// Returns when the file is on the disk and was read back. A file that is already gone then was
    /// collected: that is success.
    [[nodiscard]] Result<void> place(const std::filesystem::path& folder, const std::string& name,
                                     std::string_view bytes) const;

    /// Whether files could be placed into `folder` now: it exists, is on the same volume, can be written to,
    /// and what is written can be given to the group.
    [[nodiscard]] Result<void> check(const std::filesystem::path& folder) const;

    /// Removes what writers left behind that died. Harmless beside living ones. Returns how many files.
    int sweep() const;

private:
    [[nodiscard]] Result<void> placeStaged(int folder, const std::string& name, std::string_view bytes) const;
    [[nodiscard]] Result<void> placeDirectly(int folder, const std::string& name,
                                             std::string_view bytes) const;

    std::filesystem::path staging_;
    bool direct_;
    std::string group_;
};

} // namespace madoguchi
