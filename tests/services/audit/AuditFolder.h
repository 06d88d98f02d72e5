// SPDX-License-Identifier: Apache-2.0
// A folder for one test's log, and a clock that a test sets.
#pragma once

#include "services/audit/AuditLog.h"
#include "services/audit/AuditVerifier.h"

#include <unistd.h>

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

namespace madoguchi {

class TestClock final : public Clock {
public:
    [[nodiscard]] Tick now() const override { return Tick{5000}; }
    [[nodiscard]] std::chrono::sys_seconds wallTime() const override
    {
        return std::chrono::sys_days{std::chrono::year{2026} / 4 / 1} + std::chrono::hours{9};
    }
};

class AuditFolder {
public:
    AuditFolder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "audit-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    AuditFolder(const AuditFolder&) = delete;
    AuditFolder& operator=(const AuditFolder&) = delete;
    ~AuditFolder() { std::filesystem::remove_all(path_); }

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::filesystem::path log() const { return path_ / kAuditLogName; }

    [[nodiscard]] AuditLog open(int headEvery = 100) const
    {
        auto opened = AuditLog::open(path_, "desk-1", headEvery, clock_);
        REQUIRE(opened);
        return std::move(*opened);
    }

    /// A log of `lines` lines, all signed.
    void write(int lines) const
    {
        AuditLog writer = open();
        for (int i = 0; i < lines; ++i)
            REQUIRE(
                writer.append({.actor = AuditActor::Patient, .act = AuditAct::CardRead, .visit = "visit"}));
        REQUIRE(writer.signHead());
    }

    [[nodiscard]] std::string text() const
    {
        std::ifstream stream{log(), std::ios::binary};
        std::ostringstream contents;
        contents << stream.rdbuf();
        return contents.str();
    }

    void replace(const std::string& contents) const
    {
        std::ofstream stream{log(), std::ios::binary | std::ios::trunc};
        stream << contents;
    }

private:
    std::filesystem::path path_;
    TestClock clock_;
};

} // namespace madoguchi
