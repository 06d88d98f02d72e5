// SPDX-License-Identifier: Apache-2.0
#include "foundation/process/FolderOwner.h"

#include "Child.h"

#include <cstdlib>
#include <filesystem>
#include <string>

#include <unistd.h>

using namespace madoguchi;

namespace {

constexpr uid_t kTerminal = 65534;

class FolderOf {
public:
    explicit FolderOf(uid_t owner)
    {
        std::string name = (std::filesystem::temp_directory_path() / "owner-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
        REQUIRE(::chown(path_.c_str(), owner, owner) == 0);
    }
    FolderOf(const FolderOf&) = delete;
    FolderOf& operator=(const FolderOf&) = delete;
    ~FolderOf() { std::filesystem::remove_all(path_); }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// Who a child is after becoming the owner of `folder`; -1 when it could not.
int becomes(const std::filesystem::path& folder)
{
    Child child{
        [&] { return becomeOwnerOf(folder) ? (::geteuid() == kTerminal && ::setuid(0) != 0 ? 1 : 0) : 2; }};
    return WEXITSTATUS(child.waitForEnd());
}

} // namespace

TEST_CASE("rootBecomesTheFoldersOwnerForGoodAndNobodyElseChanges")
{
    if (::geteuid() != 0) {
        CHECK(becomes("/") == 0);
        return;
    }
    const FolderOf terminals{kTerminal};
    const FolderOf roots{0};

    CHECK(becomes(terminals.path()) == 1);
    CHECK(becomes(terminals.path() / "staff" / "not made yet") == 1);
    CHECK(becomes(roots.path()) == 0);
}
