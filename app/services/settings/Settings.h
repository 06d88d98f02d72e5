// SPDX-License-Identifier: Apache-2.0
// Everything a terminal is told about the place it stands in. resources/settings/terminal.toml is the
// documented example: sections and keys there have the names of the fields here, in snake_case. Relative
// paths are relative to the file. An empty path means "none".
#pragma once

#include "domain/status/Consents.h"
#include "domain/status/HeadTurnRule.h"
#include "domain/status/VisitTimings.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi {

/// 医科, 歯科, 薬局. A pharmacy is never shown check-ups.
enum class InstitutionKind : std::uint8_t { Clinic, Dental, Pharmacy };

enum class CardPortKind : std::uint8_t { Pcsc, Simulated };
enum class FileEncoding : std::uint8_t { Utf8, Cp932 };
enum class KioskWindow : std::uint8_t { None, Window, Fullscreen };

struct InstitutionSettings {
    std::string code; ///< 医療機関コード: 10 digits
    InstitutionKind kind{InstitutionKind::Clinic};
    std::string name; ///< shown on the idle screen
};

struct CardSettings {
    CardPortKind port{CardPortKind::Pcsc};
    std::string reader;                          ///< part of the reader's name; empty = any, in practice only
    std::vector<std::filesystem::path> caFiles;  ///< issuers of 利用者証明用 certificates, PEM
    std::vector<std::filesystem::path> faceKeys; ///< public keys that sign the card face's issuers, PEM
    std::filesystem::path pinlessCertificate;    ///< 特定機関認証: the terminal's CV certificate
    std::filesystem::path pinlessKey;            ///< and its key, PEM
    int securityNumberReserve{2};                ///< tries of 照合番号B we leave on a card, 1 to 9
    std::string faceCamera; ///< camera over the card, as FaceSettings::camera; empty = none
};

struct CentralSettings {
    std::string url; ///< https://host[:port]/
    std::filesystem::path ca, crl, certificate, key;
    std::chrono::milliseconds connectTimeout{5000};
    std::chrono::milliseconds totalTimeout{15000};
};

struct HandOffSettings {
    std::filesystem::path folder; ///< where the receipt computer looks ("face")
    std::string
        group; ///< whose members may read and move what lies there, whatever the umask; empty = the folder's
    std::filesystem::path staging; ///< on the same volume, outside what it looks at
    FileEncoding encoding{FileEncoding::Utf8};
    std::filesystem::path req, res; ///< where it drops requests and fetches answers; both or none
    std::chrono::milliseconds answersKept{
        std::chrono::hours{24}};        ///< then an answer nobody fetched is removed
    std::filesystem::path charts;       ///< practice only: the practice receipt computer's charts
    std::filesystem::path reservations; ///< where it puts bulk answers about booked patients; empty = nowhere
};

struct ReferenceNumberSettings {
    bool enabled{false};         ///< offer 照会番号: register the chart's number with the insurers
    std::filesystem::path links; ///< folder of the local links, encrypted; empty = none
};

struct FaceSettings {
    bool enabled{true};
    std::string camera{"/dev/video0"}; ///< a device, or "practice:DIR" with live pictures in DIR (resolved)
    int rotate{0};                ///< 0, 90, 180 or 270: by how much its pictures must be turned clockwise
    bool mirror{false};           ///< its pictures come as in a mirror
    std::filesystem::path models; ///< folder of packaging/fetch-models
    std::filesystem::path calibration;
    std::filesystem::path tries; ///< where tries are counted; face-tries beside the audit log unless said
    HeadTurnRule headTurn{HeadTurnRule::Doubt};
    std::filesystem::path program; ///< practice only; empty = madoguchi-face beside the visit's program
};

struct KioskSettings {
    KioskWindow window{KioskWindow::Fullscreen};
    int width{800}, height{1280};  ///< of the window, when it is one
    std::filesystem::path program; ///< empty = madoguchi-kiosk beside the supervisor
};

struct PrintingSettings {
    std::string printer; ///< as lpstat shows it; empty = nothing is printed
    std::filesystem::path program{
        "/usr/bin/lp"}; ///< CUPS' own client; reads the page from its standard input
};

struct AuditSettings {
    std::filesystem::path folder; ///< log, signed head and keys; readable by the terminal's user alone
    int headEvery{100};           ///< records between two signed heads, 1 to 10000
};

struct StaffSettings {
    std::filesystem::path folder{
        "/var/lib/madoguchi/staff"}; ///< who may sign in; madoguchi-tool staff writes it
};

struct DeadlineSettings {
    VisitTimings timings; ///< of the table: steps and the visit
    std::chrono::milliseconds cap{
        std::chrono::minutes{10}}; ///< after which a group is killed whatever it does
};

struct Settings {
    std::filesystem::path file;          ///< where all this was read
    bool practice{false};                ///< 練習: everything may be simulated, nothing real may be reached
    std::string terminal;                ///< its name in the audit log: letters, digits and hyphens
    std::filesystem::path runtimeFolder; ///< 0700, local sockets
    InstitutionSettings institution;
    CardSettings card;
    CentralSettings central;
    HandOffSettings handOff;
    ReferenceNumberSettings referenceNumber;
    FaceSettings face;
    KioskSettings kiosk;
    PrintingSettings printing;
    AuditSettings audit;
    StaffSettings staff;
    DeadlineSettings deadlines;
    std::vector<ConsentItem> consentItems; ///< offered, in this order
    std::filesystem::path practiceStaff;   ///< what practice staff do in the place of their window
    std::filesystem::path practiceScript;  ///< what a practice patient does at the kiosk; empty = nobody
};

/// One thing wrong with the file. Lines and columns count from 1; 0 = the file as a whole.
struct SettingsProblem {
    std::filesystem::path file;
    unsigned line{0}, column{0};
    std::string key;  ///< dotted, "central.url"
    std::string what; ///< "needs a text, found a number"

    /// "terminal.toml:12:7: central.url: needs a text, found a number"
    [[nodiscard]] std::string text() const;
};

struct LoadedSettings {
    std::optional<Settings> settings;      ///< present exactly when there are no problems
    std::vector<SettingsProblem> problems; ///< all of them, so that one reading of the screen mends the file
};

[[nodiscard]] LoadedSettings loadSettings(const std::filesystem::path& file);

/// The same from text, as if it stood in `file`.
[[nodiscard]] LoadedSettings parseSettings(std::string_view text, const std::filesystem::path& file);

} // namespace madoguchi
