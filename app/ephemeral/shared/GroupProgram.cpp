// SPDX-License-Identifier: Apache-2.0
#include "ephemeral/shared/GroupProgram.h"

#include "drivers/central/https/Environment.h"
#include "foundation/process/GroupInit.h"
#include "foundation/process/ProcessHardening.h"
#include "foundation/process/ProcessLimits.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace madoguchi {

int runGroupProgram(int argc, char** argv, const std::string& description,
                    int (*serve)(int channel, const Settings& settings))
{
    hardenEnvironment();
    if (!hardenProcess() || !limitProcess(kVisitLimits) || !leadGroup())
        return 1;

    CLI::App program{description};
    int channel{};
    std::string file;
    program.add_option("--channel", channel, "The supervisor's line, a descriptor number")->required();
    program.add_option("--settings", file, "The terminal's settings")->required();
    CLI11_PARSE(program, argc, argv);

    const auto loaded = loadSettings(file);
    for (const auto& problem : loaded.problems)
        std::cerr << problem.text() << '\n';
    return loaded.settings ? serve(channel, *loaded.settings) : 1;
}

CentralConnection centralConnection(const Settings& settings)
{
    CentralConnection connection;
    connection.institutionCode = settings.institution.code;
    connection.address = settings.central.url;
    connection.authorities = settings.central.ca;
    connection.revocations = settings.central.crl;
    connection.certificate = settings.central.certificate;
    connection.key = settings.central.key;
    connection.times.connect = settings.central.connectTimeout;
    connection.times.total = settings.central.totalTimeout;
    return connection;
}

ReceiptFolders receiptFolders(const Settings& settings)
{
    ReceiptFolders folders;
    folders.face = settings.handOff.folder;
    folders.staging = settings.handOff.staging;
    folders.group = settings.handOff.group;
    folders.institutionCode = settings.institution.code;
    folders.encoding = settings.handOff.encoding == FileEncoding::Utf8 ? Encoding::Utf8 : Encoding::Cp932;
    return folders;
}

} // namespace madoguchi
