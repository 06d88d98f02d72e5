// SPDX-License-Identifier: Apache-2.0
// madoguchi-desk: the staff's board.
#include "drivers/sound/Speaker.h"
#include "foundation/base/SystemClock.h"
#include "resident/desk/BoardLink.h"
#include "services/selfcheck/SelfCheck.h"
#include "services/settings/Settings.h"
#include "ui/window/WindowProgram.h"

#include <QCommandLineParser>
#include <QtQml/qqmlextensionplugin.h>

#include <cstdio>

Q_IMPORT_QML_PLUGIN(Madoguchi_BridgePlugin)
Q_IMPORT_QML_PLUGIN(Madoguchi_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Madoguchi_BoardPlugin)
Q_IMPORT_QML_PLUGIN(Madoguchi_StaffPlugin)

namespace madoguchi {
namespace {

struct Options {
    QString settings;
    QStringList others; ///< runtime folders of further terminals
};

Options readOptions(const QCoreApplication& app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription("The staff's board of Madoguchi. Shows where visits stand.");
    parser.addHelpOption();
    parser.addOption({"settings", "The terminal's settings.", "file", "/etc/madoguchi/terminal.toml"});
    parser.addOption({"also",
                      "Runtime folder of another terminal whose visits belong on this board; twice at most.",
                      "folder"});
    parser.process(app);
    return {parser.value("settings"), parser.values("also").mid(0, BoardModel::kMostTerminals - 1)};
}

/// A number this build does not know is shown as nothing rather than as a guess.
TextId findingWords(int finding)
{
    if (finding < 0 || finding > static_cast<int>(kLastFinding))
        return TextId::None;
    return words(static_cast<SelfCheckFinding>(finding));
}

bool present(QQuickView& view, BoardModel& board)
{
    view.setTitle(QStringLiteral("窓口 受付ボード"));
    view.setMinimumSize({1024, 700});
    const bool ready = load(view, "Board", "Board.qml", {{"board", QVariant::fromValue(&board)}});
    view.resize(1366, 768);
    view.show();
    return ready;
}

int run(QGuiApplication& app)
{
    const auto options = readOptions(app);
    const auto loaded = loadSettings(options.settings.toStdString());
    for (const auto& problem : loaded.problems)
        std::fprintf(stderr, "%s\n", problem.text().c_str());
    if (!loaded.settings)
        return kCannotRun;

    const SystemClock clock;
    std::vector<std::unique_ptr<BoardLink>> links;
    links.push_back(std::make_unique<BoardLink>(loaded.settings->runtimeFolder / kBoardSocket));
    for (const auto& other : options.others)
        links.push_back(
            std::make_unique<BoardLink>(std::filesystem::path{other.toStdString()} / kBoardSocket));
    std::vector<BoardPort*> ports;
    for (const auto& link : links)
        ports.push_back(link.get());
    BoardModel board{ports, findingWords};
    Speaker speaker;
    QObject::connect(&board, &BoardModel::alarm, [&](BoardModel::Alarm alarm) {
        speaker.play(alarm == BoardModel::CardLeft ? Tone::CardLeft : Tone::Help);
    });
    QQuickView view;
    if (!present(view, board))
        return kCannotShow;
    QTimer minute;
    QObject::connect(&minute, &QTimer::timeout, [&] { board.tick(clock.now()); });
    minute.start(std::chrono::seconds{2});
    for (int source = 0; source < static_cast<int>(links.size()); ++source)
        links[static_cast<std::size_t>(source)]->keep(
            [&, source](BoardSnapshot snapshot) { board.show(std::move(snapshot), clock.now(), source); },
            [&, source] { board.lose(source); });
    return QGuiApplication::exec();
}

} // namespace
} // namespace madoguchi

int main(int argc, char** argv)
{
    return madoguchi::runWindow(argc, argv, "madoguchi-desk", madoguchi::Holds::NoPatient, madoguchi::run);
}
