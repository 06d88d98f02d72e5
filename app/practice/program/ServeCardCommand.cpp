// SPDX-License-Identifier: Apache-2.0
// madoguchi-practice card --persona NAME
#include "drivers/sim/card/CardMaker.h"
#include "drivers/sim/card/PracticeCardCamera.h"
#include "drivers/sim/card/VpcdLink.h"
#include "drivers/sim/cardprint/CardFaceServer.h"
#include "drivers/sim/personas/PeopleFile.h"
#include "practice/enclosure/EndSignals.h"
#include "practice/program/PracticeCommands.h"

#include <chrono>
#include <cstdio>
#include <memory>
#include <string>

namespace madoguchi {

namespace {

struct CardOptions {
    std::string persona;
    std::string folder{"practice"};
    std::string people;
    VpcdLinkOptions link;
    CardVariation variation;
    bool report{false};
};

int complain(const char* what, const Fault& fault)
{
    std::fprintf(stderr, "madoguchi-practice card: %s (%.*s %lld)\n", what,
                 static_cast<int>(fault.where.size()), fault.where.data(),
                 static_cast<long long>(fault.value));
    return 1;
}

void print(const LinkCount& count)
{
    const auto link = std::chrono::duration_cast<std::chrono::microseconds>(count.linkTime).count();
    std::printf("{\"apdus\":%zu,\"command_bytes\":%zu,\"response_bytes\":%zu,\"link_us\":%lld}\n",
                count.apdus, count.commandBytes, count.responseBytes, static_cast<long long>(link));
}

int serve(const Persona& persona, const CardImage& image, const CardOptions& options, const EndSignals& stop)
{
    CardFaceServer face{cardFaceSocket(options.folder)};
    if (const auto started = face.start(); !started) // the card itself can be read all the same
        (void)complain("cannot draw the card's face, so that staff have to type its number", started.fault());
    PracticeCard card{image};
    auto link = VpcdLink::insert(card, options.link);
    if (!link)
        return complain("no virtual reader listens", link.fault());
    if (options.variation.kind == CardVariation::Kind::MyNumberCard)
        face.show(printOf(persona), deskScene(persona.number));
    std::puts("card on the reader");
    std::fflush(stdout);

    const auto end = link->serve(stop.descriptor());
    if (options.report)
        print(link->count());
    if (end != VpcdLink::End::ReaderGone)
        return 0;
    std::fputs("madoguchi-practice card: the reader went away\n", stderr);
    return 1;
}

int runCard(const CardOptions& options)
{
    const EndSignals stop;
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto people =
        loadPeople(options.people.empty() ? peopleFile() : std::filesystem::path{options.people});
    if (!people)
        return complain("people.toml is not as it should be", people.fault());
    const auto* persona = findPersona(*people, options.persona);
    if (!persona) {
        std::fputs("madoguchi-practice card: nobody has this name; known are:\n", stderr);
        for (const auto& person : *people)
            std::fprintf(stderr, "  %s\n", person.id.c_str());
        return 1;
    }
    const auto maker = CardMaker::open(options.folder, *people, now);
    if (!maker)
        return complain("cannot prepare the authorities", maker.fault());
    const auto image = maker->make(*persona, options.variation);
    if (!image)
        return complain("cannot make the card", image.fault());
    return serve(*persona, *image, options, stop);
}

void addVariations(CLI::App& command, CardVariation& variation)
{
    using Kind = CardVariation::Kind;
    const std::map<std::string, Kind> kinds{{"my-number", Kind::MyNumberCard},
                                            {"other", Kind::OtherCard},
                                            {"resident", Kind::ResidentCard},
                                            {"phone", Kind::PhoneToken}};
    command.add_option("--kind", variation.kind, "my-number, other, resident or phone")
        ->transform(CLI::CheckedTransformer(kinds));
    command.add_flag("--short-only", variation.shortOnly, "Refuse extended APDUs, as some readers do");
    command.add_flag("--blocked-pin", variation.pinBlocked, "The PIN's tries are used up");
    command.add_flag("--no-certificate", variation.noCertificate,
                     "There is no certificate to prove identity with");
    command.add_flag("--expired", variation.expiredCertificate, "The certificate ended 100 days ago");
    command.add_flag("--cloned", variation.cloned, "The card does not hold the key its face names");
    command.add_flag("--tampered-photo", variation.tamperedPhoto, "The photo is not the one that was signed");
}

} // namespace

void addCard(CLI::App& program, Job& chosen)
{
    auto options = std::make_shared<CardOptions>();
    auto* command = program.add_subcommand("card", "Lay a person's practice card on the virtual reader");
    command->add_option("--persona", options->persona, "Whose card, by the id in people.toml")->required();
    command->add_option("--dir", options->folder, "Practice folder: keys, cards and faces are kept there");
    command->add_option("--people", options->people, "Another people.toml");
    command->add_option("--port", options->link.port, "Where vpcd listens");
    command
        ->add_option("--link-kbps", options->link.model.kbps,
                     "Take as long as a contactless link of this rate")
        ->check(CLI::IsMember(std::set<int>{kLinkRates.begin(), kLinkRates.end()}));
    command->add_option("--pull-at", options->link.pullAtApdu, "Take the card away on receiving this APDU")
        ->check(CLI::PositiveNumber);
    command->add_flag("--report", options->report,
                      "At the end print how many APDUs and bytes went over the link, and its own time");
    addVariations(*command, options->variation);
    command->callback([options, &chosen] { chosen = [options] { return runCard(*options); }; });
}

} // namespace madoguchi
