// SPDX-License-Identifier: Apache-2.0
#include "foundation/process/ProcessHardening.h"

#include "Child.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <cstdlib>
#include <cstring>

using namespace madoguchi;

TEST_CASE("hardenedProcessLeavesNoDump")
{
    Child child{[] {
        if (!hardenProcess())
            return 1;
        rlimit limit{1, 1};
        ::getrlimit(RLIMIT_CORE, &limit);
        const bool hardened = limit.rlim_cur == 0 && limit.rlim_max == 0 && ::prctl(PR_GET_DUMPABLE) == 0 &&
                              ::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1;
        return hardened ? 0 : 2;
    }};

    CHECK(child.waitForEnd() == 0);
}

TEST_CASE("variablesThatBetraySecretsAreNotInherited")
{
    Child child{[] {
        for (const char* name :
             {"SSLKEYLOGFILE", "OPENSSL_CONF", "LD_PRELOAD", "https_proxy", "CURL_CA_BUNDLE"})
            ::setenv(name, "x", 1);
        ::setenv("LANG", "ja_JP.UTF-8", 1);
        if (!hardenProcess())
            return 1;
        for (const char* name :
             {"SSLKEYLOGFILE", "OPENSSL_CONF", "LD_PRELOAD", "https_proxy", "CURL_CA_BUNDLE"})
            if (::getenv(name) != nullptr)
                return 2;
        return std::strcmp(::getenv("LANG"), "ja_JP.UTF-8") == 0 ? 0 : 3;
    }};

    CHECK(child.waitForEnd() == 0);
}

TEST_CASE("namesAreComparedWhole")
{
    CHECK(mayBeInherited("LANG"));
    CHECK_FALSE(mayBeInherited("LANGUAGE"));
    CHECK_FALSE(mayBeInherited("LAN"));
    CHECK_FALSE(mayBeInherited(""));
}
