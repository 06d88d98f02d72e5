// SPDX-License-Identifier: Apache-2.0
#include "ephemeral/kiosk/SharedPreview.h"
#include "formats/record/ScreenMessages.h"
#include "ui/bridge/ChannelLink.h"
#include "ui/bridge/TurnWindow.h"
#include "ui/kiosk/ScreenPort.h"
#include "ui/kiosk/VisitModel.h"
#include "ui/window/WindowProgram.h"

#include <QCommandLineParser>
#include <QtQml/qqmlextensionplugin.h>

#include <cstdio>
#include <memory>

Q_IMPORT_QML_PLUGIN(Madoguchi_BridgePlugin)
Q_IMPORT_QML_PLUGIN(Madoguchi_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Madoguchi_KioskPlugin)

namespace madoguchi {
namespace {

/// What the patient did, on its way to the visit.
class Answers : public ScreenPort {
public:
    explicit Answers(ChannelLink& visit) : visit_{visit} {}
    void send(const PatientInput& input) override { visit_.post(encode(input)); }

private:
    ChannelLink& visit_;
};

/// Draws what the visit says.
Result<void> draw(VisitModel& visit, TurnWindow& window, std::string_view message)
{
    auto screen = decodeScreen(message);
    if (!screen)
        return screen.fault();
    const bool myTurn = screen->myTurn;
    visit.show(std::move(*screen));
    if (myTurn)
        window.begin();
    return {};
}

struct Options {
    int channel{-1};
    int preview{-1};
    bool fullscreen{false};
    bool practice{false};
    QSize size{800, 1280};
    QString clinic;
    int darkAfter{0};
};

Options readOptions(const QCoreApplication& app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription("The patient's screen of Madoguchi. Started by a visit.");
    parser.addHelpOption();
    parser.addOptions({
        {"channel", "Descriptor of the line to the visit.", "fd", "-1"},
        {"preview", "Descriptor of the camera preview's memory.", "fd", "-1"},
        {"fullscreen", "Fill the screen."},
        {"windowed", "Show a window (the default)."},
        {"practice", "Show the practice band from the start."},
        {"width", "Width of the window.", "pixels", "800"},
        {"height", "Height of the window.", "pixels", "1280"},
        {"clinic", "Name of the institution in the head.", "name", ""},
        {"dark-after", "Minutes without a touch until the idle screen goes dark; 0 = never.", "minutes", "0"},
    });
    parser.process(app);
    return {parser.value("channel").toInt(),
            parser.value("preview").toInt(),
            parser.isSet("fullscreen"),
            parser.isSet("practice"),
            {parser.value("width").toInt(), parser.value("height").toInt()},
            parser.value("clinic"),
            parser.value("dark-after").toInt()};
}

/// What stands there until the visit says something.
Screen idleScreen(const Options& options)
{
    Screen screen;
    screen.practice = options.practice;
    return screen;
}

/// The mirror is a help, not a condition: without one the frame stays dark and the hints remain.
std::unique_ptr<SharedPreview> openPreview(int fd)
{
    if (fd < 0)
        return nullptr;
    auto reader = PreviewReader::open(UniqueFd{fd});
    return reader ? std::make_unique<SharedPreview>(std::move(*reader)) : nullptr;
}

int run(QGuiApplication& app)
{
    const auto options = readOptions(app);
    auto channel = Channel::adopt(options.channel);
    if (!channel) {
        std::fputs("madoguchi-kiosk: --channel names no line to a visit\n", stderr);
        return kCannotRun;
    }
    ChannelLink link{std::move(*channel)};
    Answers answers{link};
    VisitModel visit{answers};
    visit.show(idleScreen(options));
    const auto preview = openPreview(options.preview);

    QQuickView view;
    view.setTitle(QStringLiteral("窓口"));
    if (!load(view, "Kiosk", "Kiosk.qml",
              {{"visit", QVariant::fromValue(&visit)},
               {"preview", QVariant::fromValue(preview.get())},
               {"clinic", options.clinic},
               {"minutesUntilDark", options.darkAfter}}))
        return kCannotShow;
    TurnWindow window{view, options.fullscreen, options.size};
    QObject::connect(&link, &ChannelLink::ended, &app, &QCoreApplication::quit, Qt::QueuedConnection);
    link.listen([&](std::string_view message) { return draw(visit, window, message); });
    return QGuiApplication::exec();
}

} // namespace
} // namespace madoguchi

int main(int argc, char** argv)
{
    return madoguchi::runWindow(argc, argv, "madoguchi-kiosk", madoguchi::Holds::OnePatient, madoguchi::run);
}
