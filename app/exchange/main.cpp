// SPDX-License-Identifier: Apache-2.0
// madoguchi-exchange: waits for one request of the receipt computer, answers it and ends.
#include "bus/Channel.h"
#include "bus/VisitMessages.h"
#include "central/Environment.h"
#include "central/HttpsCentral.h"
#include "exchange/RequestAnswer.h"
#include "process/GroupInit.h"
#include "process/KillTimer.h"
#include "process/ProcessHardening.h"
#include "process/SystemClock.h"
#include "settings/Settings.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <iostream>

namespace madoguchi {
namespace {

/// From the first byte of a request until nothing of it is left in memory, whatever happens.
constexpr std::chrono::seconds kBesideTheCentralSystem{20};

int complain(const Fault& fault)
{
    std::fprintf(stderr, "madoguchi-exchange: %.*s failed (%lld)\n", static_cast<int>(fault.where.size()),
                 fault.where.data(), static_cast<long long>(fault.value));
    return 1;
}

CentralConnection connection(const Settings& settings)
{
    CentralConnection to;
    to.institutionCode = settings.institution.code;
    to.address = settings.central.url;
    to.authorities = settings.central.ca;
    to.revocations = settings.central.crl;
    to.certificate = settings.central.certificate;
    to.key = settings.central.key;
    to.times.connect = settings.central.connectTimeout;
    to.times.total = settings.central.totalTimeout;
    return to;
}

ReceiptFolders folders(const Settings& settings)
{
    ReceiptFolders to;
    to.face = settings.handOff.folder;
    to.res = settings.handOff.res;
    to.staging = settings.handOff.staging;
    to.institutionCode = settings.institution.code;
    to.encoding = settings.handOff.encoding == FileEncoding::Utf8 ? Encoding::Utf8 : Encoding::Cp932;
    return to;
}

RequestAsker asker(const Settings& settings, Result<std::unique_ptr<HttpsCentral>>& central)
{
    RequestAsker ask;
    ask.byNumber = [&central](QualificationRequest request) -> Result<EligibilityAnswer> {
        return central ? (*central)->askByNumber(std::move(request)) : central.fault();
    };
    if (settings.referenceNumber.enabled)
        ask.reference =
            [&central](ReferenceNumberRegistration registration) -> Result<ReferenceNumberAnswer> {
            return central ? (*central)->registerReferenceNumber(std::move(registration)) : central.fault();
        };
    return ask;
}

int serve(int fd, const Settings& settings)
{
    auto line = Channel::adopt(fd);
    if (!line)
        return complain(line.fault());
    const SystemClock clock;
    const auto within = settings.central.totalTimeout + kBesideTheCentralSystem;
    KillTimer timer{within};
    ReceiptExchange exchange{
        {.req = settings.handOff.req,
         .res = settings.handOff.res,
         .staging = settings.handOff.staging,
         .answersKept = std::chrono::duration_cast<std::chrono::minutes>(settings.handOff.answersKept)},
        clock,
        timer,
        within};
    const FolderHandOff handOff{folders(settings), clock};
    auto central = HttpsCentral::open(connection(settings));

    if (const auto ready = line->send(encode(VisitMessage{VisitReady{}})); !ready)
        return complain(ready.fault());
    // The supervisor says nothing to us: its end of the line becomes readable when it is gone.
    const auto request = exchange.next(line->fd());
    if (!request)
        return request.fault().code == FaultCode::TimedOut ? 0 : complain(request.fault());
    const auto outcome = answerRequest(*request, {settings.institution.code}, asker(settings, central),
                                       handOff, exchange, clock);
    if (!outcome)
        return complain(outcome.fault());
    static_cast<void>(
        line->send(encode(VisitMessage{AuditFact{AuditAct::RequestAnswered, {}, outcome->fault}})));
    return 0;
}

} // namespace
} // namespace madoguchi

int main(int argc, char** argv)
{
    madoguchi::hardenEnvironment();
    if (!madoguchi::hardenProcess() || !madoguchi::leadGroup())
        return 1;

    CLI::App program{"Answers one request of the receipt computer; started by madoguchi, not by hand"};
    int channel{};
    std::string file;
    program.add_option("--channel", channel, "The supervisor's line, a descriptor number")->required();
    program.add_option("--settings", file, "The terminal's settings")->required();
    CLI11_PARSE(program, argc, argv);

    const auto loaded = madoguchi::loadSettings(file);
    for (const auto& problem : loaded.problems)
        std::cerr << problem.text() << '\n';
    return loaded.settings ? madoguchi::serve(channel, *loaded.settings) : 1;
}
