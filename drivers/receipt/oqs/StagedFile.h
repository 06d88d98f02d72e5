// SPDX-License-Identifier: Apache-2.0
// A file that does not exist for anybody else until it is complete. Where the file system can, it has no name
// at all (O_TMPFILE): if we die, nothing of it stays. Elsewhere it has a name in the staging folder, locked
// while we live, so that the next start can tell our leftovers from a neighbour's work.
#pragma once

#include "foundation/base/Result.h"
#include "foundation/base/UniqueFd.h"

#include <string>
#include <string_view>

namespace madoguchi {

class StagedFile {
public:
    /// In `folder` (an open directory, which must outlive this), for the members of `group` (empty: the group
    /// that the folder gives it) to read and move. `name` is used only where a name is needed.
    [[nodiscard]] static Result<StagedFile> create(int folder, const std::string& name,
                                                   const std::string& group = {});

    StagedFile(StagedFile&& other) noexcept;
    StagedFile& operator=(StagedFile&&) = delete;
    ~StagedFile(); ///< whatever was not published vanishes

    /// Writes everything and waits until it is on the disk.
    [[nodiscard]] Result<void> write(std::string_view bytes);

    /// Gives the file its name in `target`, in one step. HandOverNameTaken if that name exists: it is never
    /// replaced.
    [[nodiscard]] Result<void> publish(int target, const std::string& name);

    /// Removes leftovers of writers that died. Returns how many.
    static int sweep(int folder);

private:
    StagedFile(int folder, UniqueFd file, std::string stagedName);
    [[nodiscard]] static Result<StagedFile> createFor(int folder, const std::string& name);
    [[nodiscard]] int move(int target, const std::string& name) const;

    int folder_;
    UniqueFd file_;
    std::string stagedName_; ///< empty: the file has none
};

/// Writes all of `bytes` to `file` and waits for the disk; 0 or an errno.
[[nodiscard]] int writeAndSync(int file, std::string_view bytes);

} // namespace madoguchi
