// SPDX-License-Identifier: Apache-2.0
#include "services/settings/Settings.h"

#include "domain/status/VirtualReader.h"
#include "services/settings/SettingsRules.h"
#include "services/settings/SettingsTable.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace madoguchi {

namespace {

constexpr std::size_t kMaxFile = 256 * 1024;
constexpr std::string_view kPracticeCamera = "practice:";
constexpr int kMaxStepSeconds = 600;

constexpr std::array<std::pair<std::string_view, InstitutionKind>, 3> kKinds{
    {{"clinic", InstitutionKind::Clinic},
     {"dental", InstitutionKind::Dental},
     {"pharmacy", InstitutionKind::Pharmacy}}};
constexpr std::array<std::pair<std::string_view, CardPortKind>, 2> kCardPorts{
    {{"pcsc", CardPortKind::Pcsc}, {"simulated", CardPortKind::Simulated}}};
constexpr std::array<std::pair<std::string_view, FileEncoding>, 2> kEncodings{
    {{"utf-8", FileEncoding::Utf8}, {"cp932", FileEncoding::Cp932}}};
constexpr std::array<std::pair<std::string_view, KioskWindow>, 3> kWindows{
    {{"none", KioskWindow::None}, {"window", KioskWindow::Window}, {"fullscreen", KioskWindow::Fullscreen}}};
constexpr std::array<std::pair<std::string_view, HeadTurnRule>, 3> kHeadTurns{
    {{"never", HeadTurnRule::Never}, {"doubt", HeadTurnRule::Doubt}, {"always", HeadTurnRule::Always}}};
constexpr std::array<std::pair<std::string_view, ConsentItem>, kConsentItems> kConsents{
    {{"medicines", ConsentItem::Medicines},
     {"visits", ConsentItem::Visits},
     {"surgery", ConsentItem::Surgery},
     {"check_ups", ConsentItem::CheckUps}}};

/// The steps that have a limit of their own, as they are called in [deadlines].
constexpr std::array<std::pair<const char*, Stage>, 13> kSteps{{{"reading_card", Stage::ReadingCard},
                                                                {"choosing_method", Stage::ChoosingMethod},
                                                                {"looking_at_face", Stage::LookingAtFace},
                                                                {"entering_pin", Stage::EnteringPin},
                                                                {"checking_pin", Stage::CheckingPin},
                                                                {"waiting_for_staff", Stage::WaitingForStaff},
                                                                {"registering", Stage::Registering},
                                                                {"consenting", Stage::Consenting},
                                                                {"asking_central", Stage::AskingCentral},
                                                                {"handing_over", Stage::HandingOver},
                                                                {"finished", Stage::Finished},
                                                                {"card_left_behind", Stage::CardLeftBehind},
                                                                {"failed", Stage::Failed}}};

void needText(SettingsTable& table, const char* key, std::string& value)
{
    table.text(key, value);
    if (value.empty())
        table.problem(key, "is needed");
}

void needPath(SettingsTable& table, const char* key, std::filesystem::path& value)
{
    table.path(key, value);
    if (value.empty())
        table.problem(key, "is needed");
}

void readInstitution(SettingsTable table, InstitutionSettings& institution)
{
    table.word<InstitutionKind>("kind", institution.kind, kKinds);
    needText(table, "code", institution.code);
    needText(table, "name", institution.name);
    if (!institution.code.empty() && !codeFits(institution.code, institution.kind))
        table.problem("code",
                      "must be ten digits, the third of them 1 for a clinic, 3 for a dental clinic, 4 for "
                      "a pharmacy");
    table.finish();
}

/// A camera is a device, or, in practice alone, a folder of pictures.
void readCamera(SettingsTable& table, const char* key, std::string& camera, bool practice)
{
    table.text(key, camera);
    if (!camera.starts_with(kPracticeCamera))
        return;
    if (!practice)
        table.problem(key, "a practice camera needs practice = true");
    camera = std::string{kPracticeCamera} + table.resolved(camera.substr(kPracticeCamera.size())).string();
}

void readCard(SettingsTable table, CardSettings& card, bool practice)
{
    table.word<CardPortKind>("port", card.port, kCardPorts);
    table.text("reader", card.reader);
    table.paths("ca_files", card.caFiles);
    table.paths("face_keys", card.faceKeys);
    table.path("pinless_certificate", card.pinlessCertificate);
    table.path("pinless_key", card.pinlessKey);
    table.integer("security_number_reserve", card.securityNumberReserve, 1, 9);
    readCamera(table, "face_camera", card.faceCamera, practice);
    if (card.reader.empty() && !practice)
        table.problem("reader", "is needed: without a name any reader would do, also one that nobody sees");
    if (isVirtualReader(card.reader) && !practice)
        table.problem("reader", "a virtual reader needs practice = true");
    if (card.caFiles.empty())
        table.problem("ca_files", "is needed: without an issuer no certificate can be trusted");
    if (card.port == CardPortKind::Simulated && !practice)
        table.problem("port", "a simulated card needs practice = true");
    if (card.pinlessCertificate.empty() != card.pinlessKey.empty())
        table.problem("pinless_key", "certificate and key come together");
    table.finish();
}

void readCentral(SettingsTable table, CentralSettings& central)
{
    needText(table, "url", central.url);
    needPath(table, "ca", central.ca);
    needPath(table, "crl", central.crl);
    needPath(table, "certificate", central.certificate);
    needPath(table, "key", central.key);
    table.milliseconds("connect_timeout_ms", central.connectTimeout, 100, 30'000);
    table.milliseconds("total_timeout_ms", central.totalTimeout, 500, 60'000);
    if (!central.url.empty() && !looksLikeHttps(central.url))
        table.problem("url", "must be https://host[:port]/ without user, query or fragment");
    table.finish();
}

void readHandOff(SettingsTable table, HandOffSettings& handOff, const Settings& settings)
{
    needPath(table, "folder", handOff.folder);
    needPath(table, "staging", handOff.staging);
    table.text("group", handOff.group);
    table.word<FileEncoding>("encoding", handOff.encoding, kEncodings);
    table.path("req", handOff.req);
    table.path("res", handOff.res);
    table.seconds("answers_kept", handOff.answersKept, 60, 30 * 86'400);
    table.path("charts", handOff.charts);
    table.path("reservations", handOff.reservations);
    if (handOff.req.empty() != handOff.res.empty())
        table.problem("res", "req and res come together");
    if (!handOff.charts.empty() && !settings.practice)
        table.problem("charts", "a practice chart needs practice = true");
    for (const auto& [key, folder] : {std::pair{"req", &handOff.req},
                                      {"res", &handOff.res},
                                      {"charts", &handOff.charts},
                                      {"reservations", &handOff.reservations}}) {
        if (!folder->empty() && liesWithin(handOff.staging / "x", *folder))
            table.problem("staging", "must lie outside every folder the receipt computer looks at");
        if (!folder->empty() && settings.practice && !liesWithin(*folder, settings.file.parent_path()))
            table.problem(key, "a practice terminal exchanges only within its own practice folder");
    }
    if (!handOff.folder.empty() && liesWithin(handOff.staging / "x", handOff.folder))
        table.problem("staging", "must lie outside the folder the receipt computer looks at");
    const auto home = settings.file.parent_path();
    if (settings.practice && !liesWithin(handOff.folder, home))
        table.problem("folder", "a practice terminal hands over only within its own practice folder");
    if (settings.practice && !liesWithin(handOff.staging, home))
        table.problem("staging", "a practice terminal stages only within its own practice folder");
    table.finish();
}

void readReferenceNumber(SettingsTable table, ReferenceNumberSettings& reference)
{
    table.flag("register", reference.enabled);
    table.path("links", reference.links);
    table.finish();
}

void readFace(SettingsTable table, FaceSettings& face, bool practice)
{
    table.flag("enabled", face.enabled);
    readCamera(table, "camera", face.camera, practice);
    table.integer("rotate", face.rotate, 0, 270);
    if (face.rotate % 90 != 0)
        table.problem("rotate", "is 0, 90, 180 or 270");
    table.flag("mirror", face.mirror);
    table.path("models", face.models);
    table.path("calibration", face.calibration);
    table.path("tries", face.tries);
    table.word<HeadTurnRule>("head_turn", face.headTurn, kHeadTurns);
    table.path("program", face.program);
    if (!face.program.empty() && !practice)
        table.problem("program", "another program needs practice = true");
    if (face.enabled && face.models.empty())
        table.problem("models", "is needed, or enabled = false");
    table.finish();
}

void readKiosk(SettingsTable table, KioskSettings& kiosk)
{
    table.word<KioskWindow>("window", kiosk.window, kWindows);
    table.integer("width", kiosk.width, 320, 7680);
    table.integer("height", kiosk.height, 320, 7680);
    table.path("program", kiosk.program);
    table.finish();
}

void readPrinting(SettingsTable table, PrintingSettings& printing)
{
    table.text("printer", printing.printer);
    table.path("program", printing.program);
    if (!printing.printer.empty() && !looksLikePrinterName(printing.printer))
        table.problem("printer", "must be a printer's name as lpstat shows it");
    table.finish();
}

void readAudit(SettingsTable table, AuditSettings& audit)
{
    needPath(table, "folder", audit.folder);
    table.integer("head_every", audit.headEvery, 1, 10'000);
    table.finish();
}

void readStaff(SettingsTable table, StaffSettings& staff)
{
    table.path("folder", staff.folder);
    table.finish();
}

void readDeadlines(SettingsTable table, DeadlineSettings& deadlines)
{
    table.seconds("visit", deadlines.timings.visit, 30, 3600);
    table.seconds("cap", deadlines.cap, 30, 3600);
    for (const auto& [key, stage] : kSteps)
        table.seconds(key, deadlines.timings.step[static_cast<std::size_t>(stage)], 1, kMaxStepSeconds);
    if (deadlines.cap < deadlines.timings.visit)
        table.problem("cap", "must not be shorter than visit");
    table.finish();
}

void readConsent(SettingsTable table, std::vector<ConsentItem>& items, InstitutionKind kind)
{
    items = {ConsentItem::Medicines, ConsentItem::Visits, ConsentItem::Surgery};
    if (kind != InstitutionKind::Pharmacy)
        items.push_back(ConsentItem::CheckUps);
    table.words<ConsentItem>("items", items, kConsents);
    auto sorted = items;
    std::ranges::sort(sorted);
    if (std::ranges::adjacent_find(sorted) != sorted.end())
        table.problem("items", "names an item twice");
    if (kind == InstitutionKind::Pharmacy && std::ranges::binary_search(sorted, ConsentItem::CheckUps))
        table.problem("items", "a pharmacy is never shown check_ups");
    table.finish();
}

void readPractice(SettingsTable table, Settings& settings)
{
    table.path("script", settings.practiceScript);
    table.path("staff", settings.practiceStaff);
    if (!settings.practiceScript.empty() && !settings.practice)
        table.problem("script", "a practice patient needs practice = true");
    if (!settings.practiceStaff.empty() && !settings.practice)
        table.problem("staff", "practice staff need practice = true");
    table.finish();
}

void readAll(SettingsTable table, Settings& settings)
{
    table.flag("practice", settings.practice);
    needText(table, "terminal", settings.terminal);
    if (!settings.terminal.empty() && !looksLikeTerminalName(settings.terminal))
        table.problem("terminal", "must be 1 to 32 letters, digits and hyphens");
    settings.runtimeFolder = "/run/madoguchi";
    table.path("runtime_folder", settings.runtimeFolder);
    readInstitution(table.section("institution"), settings.institution);
    readCard(table.section("card"), settings.card, settings.practice);
    readCentral(table.section("central"), settings.central);
    readHandOff(table.section("handoff"), settings.handOff, settings);
    readReferenceNumber(table.section("reference_number"), settings.referenceNumber);
    readFace(table.section("face"), settings.face, settings.practice);
    readKiosk(table.section("kiosk"), settings.kiosk);
    readPrinting(table.section("printing"), settings.printing);
    readAudit(table.section("audit"), settings.audit);
    if (settings.face.tries.empty())
        settings.face.tries = settings.audit.folder.parent_path() / "face-tries";
    readStaff(table.section("staff"), settings.staff);
    readDeadlines(table.section("deadlines"), settings.deadlines);
    readConsent(table.section("consent"), settings.consentItems, settings.institution.kind);
    readPractice(table.section("practice_patient"), settings);
    table.finish();
}

LoadedSettings failed(const std::filesystem::path& file, std::string what)
{
    return {std::nullopt, {{file, 0, 0, "", std::move(what)}}};
}

} // namespace

std::string SettingsProblem::text() const
{
    const std::string place = line == 0 ? "" : ":" + std::to_string(line) + ":" + std::to_string(column);
    return file.string() + place + ": " + (key.empty() ? "" : key + ": ") + what;
}

LoadedSettings loadSettings(const std::filesystem::path& file)
{
    std::ifstream stream{file, std::ios::binary};
    if (!stream)
        return failed(file, "cannot be read");
    std::string text(kMaxFile + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    if (stream.bad() || text.size() > kMaxFile)
        return failed(file, "cannot be read, or is larger than 256 KiB");
    return parseSettings(text, file);
}

LoadedSettings parseSettings(std::string_view text, const std::filesystem::path& file)
{
    std::error_code error;
    const auto absolute = std::filesystem::absolute(file, error);
    const toml::parse_result parsed = toml::parse(text, file.string());
    SettingsProblems problems{error ? file : absolute};
    if (!parsed) {
        problems.add(parsed.error().source(), "", std::string{parsed.error().description()});
        return {std::nullopt, std::move(problems).take()};
    }

    Settings settings;
    settings.file = problems.file();
    readAll({parsed.table(), "", problems}, settings);
    auto list = std::move(problems).take();
    if (!list.empty())
        return {std::nullopt, std::move(list)};
    return {std::move(settings), {}};
}

} // namespace madoguchi
