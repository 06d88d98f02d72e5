// SPDX-License-Identifier: Apache-2.0
#include "services/settings/Settings.h"

#include <unistd.h>

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

const std::filesystem::path kExample =
    std::filesystem::path{MADO_SOURCE_DIR} / "resources/settings/terminal.toml";

std::string exampleText()
{
    std::ifstream stream{kExample};
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

/// The example with `from` replaced by `to`.
std::string changed(std::string_view from, std::string_view to)
{
    std::string text = exampleText();
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

LoadedSettings parsed(std::string_view text)
{
    return parseSettings(text, "/etc/madoguchi/terminal.toml");
}

/// The one problem `text` has.
SettingsProblem problemOf(std::string_view text)
{
    const auto loaded = parsed(text);
    CHECK_FALSE(loaded.settings);
    REQUIRE(loaded.problems.size() == 1);
    return loaded.problems.front();
}

unsigned lineOf(std::string_view text, std::string_view part)
{
    const auto at = text.find(part);
    REQUIRE(at != std::string_view::npos);
    return static_cast<unsigned>(
               std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n')) +
           1;
}

class TemporaryFolder {
public:
    TemporaryFolder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "settings-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() { std::filesystem::remove_all(path_); }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// A practice terminal that hands over to `folder`.
std::string practiceText(const std::string& folder)
{
    std::string text = changed("practice = false", "practice = true");
    const auto put = [&text](std::string_view from, const std::string& to) {
        const auto at = text.find(from);
        REQUIRE(at != std::string::npos);
        text.replace(at, from.size(), to);
    };
    put("\"/srv/oqs/face\"", "\"" + folder + "\"");
    put("\"/srv/oqs/staging\"", "\"staging\"");
    return text;
}

} // namespace

TEST_CASE("documentedExampleIsValid")
{
    const auto loaded = loadSettings(kExample);

    for (const auto& problem : loaded.problems)
        UNSCOPED_INFO(problem.text());
    REQUIRE(loaded.settings);
    const Settings& settings = *loaded.settings;
    CHECK(settings.institution.code == "1319999999");
    CHECK(settings.institution.name == "まどぐち診療所");
    CHECK(settings.central.totalTimeout == 15s);
    CHECK(settings.deadlines.cap == 10min);
    CHECK(settings.deadlines.timings.of(Stage::EnteringPin) == 60s);
    CHECK(settings.consentItems.size() == kConsentItems);
    CHECK(settings.kiosk.window == KioskWindow::Fullscreen);
}

TEST_CASE("exampleShowsTheDefaults")
{
    const auto loaded = loadSettings(kExample);
    REQUIRE(loaded.settings);
    const Settings defaults;

    CHECK(loaded.settings->deadlines.timings.step == defaults.deadlines.timings.step);
    CHECK(loaded.settings->deadlines.timings.visit == defaults.deadlines.timings.visit);
    CHECK(loaded.settings->deadlines.cap == defaults.deadlines.cap);
    CHECK(loaded.settings->card.securityNumberReserve == defaults.card.securityNumberReserve);
    CHECK(loaded.settings->printing.printer == defaults.printing.printer);
    CHECK(loaded.settings->printing.program == defaults.printing.program);
    CHECK(loaded.settings->audit.headEvery == defaults.audit.headEvery);
}

TEST_CASE("relativePathsAreRelativeToTheFile")
{
    const auto loaded = parsed(exampleText());

    REQUIRE(loaded.settings);
    CHECK(loaded.settings->central.ca == "/etc/madoguchi/pki/central-ca.pem");
    CHECK(loaded.settings->card.caFiles.front() == "/etc/madoguchi/pki/jpki-ca.pem");
    CHECK(loaded.settings->handOff.folder == "/srv/oqs/face");
}

TEST_CASE("unknownKeyIsNamedWithLineAndColumn")
{
    const auto text = changed("total_timeout_ms = 15000", "total_timeout_ms = 15000\n  total_timout = 1");

    const auto problem = problemOf(text);

    CHECK(problem.key == "central.total_timout");
    CHECK(problem.line == lineOf(text, "total_timout ="));
    CHECK(problem.column == 3);
    CHECK(problem.text() == "/etc/madoguchi/terminal.toml:" + std::to_string(problem.line) +
                                ":3: central.total_timout: is not a setting");
}

TEST_CASE("unknownTableIsNamed")
{
    CHECK(problemOf(exampleText() + "\n[printer]\nname = \"x\"\n").key == "printer");
}

TEST_CASE("wrongTypeIsNamedWithLineAndColumn")
{
    const auto text = changed("url = \"https://central.example/\"", "url = 12");

    const auto loaded = parsed(text);

    REQUIRE_FALSE(loaded.problems.empty());
    CHECK(loaded.problems.front().key == "central.url");
    CHECK(loaded.problems.front().what == "needs a text, found a number");
    CHECK(loaded.problems.front().line == lineOf(text, "url = 12"));
    CHECK(loaded.problems.front().column == 7);
}

TEST_CASE("brokenFileIsNamedWhereItBreaks")
{
    const auto problem = problemOf("practice = false\nterminal = \"desk\n");

    CHECK(problem.line == 2);
    CHECK_FALSE(problem.what.empty());
}

TEST_CASE("eachBadValueIsNamed")
{
    struct Row {
        const char* from;
        const char* to;
        const char* key;
    };
    const Row row = GENERATE(
        Row{"\"desk-1\"", "\"desk 1\"", "terminal"},
        Row{"\"1319999999\"", "\"131999999\"", "institution.code"},
        Row{"\"1319999999\"", "\"1349999999\"", "institution.code"},
        Row{"\"clinic\"", "\"shop\"", "institution.kind"},
        Row{"https://central.example/", "http://central.example/", "central.url"},
        Row{"https://central.example/", "https://user@central.example/", "central.url"},
        Row{"\"pki/central-crl.pem\"", "\"\"", "central.crl"},
        Row{"connect_timeout_ms = 5000", "connect_timeout_ms = 5", "central.connect_timeout_ms"},
        Row{"security_number_reserve = 2", "security_number_reserve = 0", "card.security_number_reserve"},
        Row{"[\"pki/jpki-ca.pem\"]", "[]", "card.ca_files"},
        Row{"\"/srv/oqs/staging\"", "\"/srv/oqs/face/tmp\"", "handoff.staging"},
        Row{"\"/srv/oqs/staging\"", "\"/srv/oqs/face\"", "handoff.staging"},
        Row{"\"utf-8\"", "\"ebcdic\"", "handoff.encoding"}, Row{"cap = 600", "cap = 200", "deadlines.cap"},
        Row{"entering_pin = 60", "entering_pin = 9999999999999", "deadlines.entering_pin"},
        Row{"\"surgery\", \"check_ups\"", "\"surgery\", \"surgery\"", "consent.items"},
        Row{"port = \"pcsc\"", "port = \"simulated\"", "card.port"},
        Row{"reader = \"Patient Reader\"", "reader = \"\"", "card.reader"},
        Row{"reader = \"Patient Reader\"", "reader = \"virtual PCD\"", "card.reader"},
        Row{"# program = \"/usr/lib/madoguchi/practice", "program = \"/usr/lib/madoguchi/practice",
            "face.program"},
        Row{"\"/dev/video0\"", "\"practice:faces\"", "face.camera"},
        Row{"printer = \"\"", "printer = \"-o\"", "printing.printer"},
        Row{"printer = \"\"", "printer = \"front desk\"", "printing.printer"},
        Row{"face_camera = \"\"", "face_camera = \"practice:cards\"", "card.face_camera"},
        Row{"# staff = \"staff.json\" ", "staff = \"staff.json\" ", "practice_patient.staff"},
        Row{"# pinless_key", "pinless_key", "card.pinless_key"});

    const auto problem = problemOf(changed(row.from, row.to));

    CHECK(problem.key == row.key);
    CHECK(problem.line > 0);
}

TEST_CASE("allProblemsAreNamedAtOnce")
{
    const auto loaded = parsed("practice = \"yes\"\nterminal = 1\nsurprise = true\n");

    std::vector<std::string> keys;
    for (const auto& problem : loaded.problems)
        keys.push_back(problem.key);
    for (const char* key :
         {"practice", "terminal", "surprise", "institution.code", "central.url", "audit.folder"})
        CHECK(std::ranges::find(keys, key) != keys.end());
}

TEST_CASE("pharmacyIsNeverOfferedCheckUps")
{
    std::string text = changed("\"1319999999\"", "\"1349999999\"");
    text.replace(text.find("\"clinic\""), 8, "\"pharmacy\"");

    CHECK(problemOf(text).key == "consent.items");
    text.replace(text.find("items = ["), std::string::npos, "");
    REQUIRE(parsed(text).settings);
    CHECK(parsed(text).settings->consentItems ==
          std::vector{ConsentItem::Medicines, ConsentItem::Visits, ConsentItem::Surgery});
}

TEST_CASE("practiceTerminalHandsOverWithinItsOwnFolder")
{
    const auto loaded = parsed(practiceText("receipt/face"));

    REQUIRE(loaded.settings);
    CHECK(loaded.settings->practice);
    CHECK(loaded.settings->handOff.folder == "/etc/madoguchi/receipt/face");
}

TEST_CASE("practiceTerminalRefusesAFolderOutside")
{
    CHECK(problemOf(practiceText("/srv/oqs/face")).key == "handoff.folder");
    CHECK(problemOf(practiceText("../oqs/face")).key == "handoff.folder");
    CHECK(problemOf(practiceText("/etc/madoguchi2/face")).key == "handoff.folder");
}

TEST_CASE("practiceTerminalReadsNoListOfRealPatients")
{
    const auto listsIn = [](const std::string& folder) {
        std::string text = practiceText("receipt/face");
        const std::string key = "# reservations = \"/srv/oqs/reservations\"";
        return text.replace(text.find(key), key.size(), "reservations = \"" + folder + "\"");
    };

    CHECK(problemOf(listsIn("/srv/oqs/reservations")).key == "handoff.reservations");
    const auto loaded = parsed(listsIn("receipt/reservations"));
    REQUIRE(loaded.settings);
    CHECK(loaded.settings->handOff.reservations == "/etc/madoguchi/receipt/reservations");
}

TEST_CASE("practiceTerminalRefusesASymbolicLinkToTheOutside")
{
    const TemporaryFolder home;
    const TemporaryFolder outside;
    std::filesystem::create_symlink(outside.path(), home.path() / "receipt");

    const auto loaded = parseSettings(practiceText("receipt/face"), home.path() / "terminal.toml");

    REQUIRE(loaded.problems.size() == 1);
    CHECK(loaded.problems.front().key == "handoff.folder");
}

TEST_CASE("practiceCameraIsResolved")
{
    std::string text = practiceText("receipt/face");
    text.replace(text.find("\"/dev/video0\""), 13, "\"practice:faces/hanako/live\"");

    REQUIRE(parsed(text).settings);
    CHECK(parsed(text).settings->face.camera == "practice:/etc/madoguchi/faces/hanako/live");
}

TEST_CASE("missingFileIsSaidSo")
{
    const auto loaded = loadSettings("/nonexistent/terminal.toml");

    CHECK_FALSE(loaded.settings);
    CHECK(loaded.problems.front().text() == "/nonexistent/terminal.toml: cannot be read");
}

TEST_CASE("garbageNeverBreaksTheReader")
{
    const std::string text = exampleText();
    int refused = 0;
    for (std::size_t at = 0; at < text.size(); at += 37) {
        std::string mutated = text;
        mutated[at] = '"';
        refused += parsed(mutated).settings ? 0 : 1;
        refused += parsed(text.substr(0, at)).settings ? 0 : 1;
    }

    CHECK(refused > 50);
}
