// SPDX-License-Identifier: Apache-2.0
// madoguchi-pane: the staff's window on one patient. Started by a visit.
#include "drivers/printer/PrintJob.h"
#include "formats/record/PaneMessages.h"
#include "foundation/base/Worker.h"
#include "ui/bridge/ChannelLink.h"
#include "ui/pane/PaneModel.h"
#include "ui/window/WindowProgram.h"

#include <QCommandLineParser>
#include <QDate>
#include <QQuickItem>
#include <QtQml/qqmlextensionplugin.h>

#include <cstdio>

Q_IMPORT_QML_PLUGIN(Madoguchi_BridgePlugin)
Q_IMPORT_QML_PLUGIN(Madoguchi_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Madoguchi_PanePlugin)
Q_IMPORT_QML_PLUGIN(Madoguchi_StaffPlugin)

namespace madoguchi {
namespace {

/// Pages on their way to the spooler, away from the thread that draws.
class Pages {
public:
    Pages(Printer printer, PaneModel& patient) : printer_{std::move(printer)}, patient_{patient} {}

    void print(const PrintSheet& sheet)
    {
        worker_.add([this, sheet](std::stop_token) {
            const auto page = pdfOf(sheet);
            const auto taken =
                madoguchi::print(printer_, {page.data(), static_cast<std::size_t>(page.size())});
            if (!taken)
                std::fprintf(stderr, "madoguchi-pane: nothing printed, %.*s (%lld)\n",
                             static_cast<int>(taken.fault().where.size()), taken.fault().where.data(),
                             static_cast<long long>(taken.fault().value));
            QMetaObject::invokeMethod(&patient_, [this, ok = taken.ok()] { patient_.printed(ok); });
        });
    }

private:
    Printer printer_;
    PaneModel& patient_;
    Worker worker_; // last: it uses the others
};

/// What staff did, on its way to the visit.
class Answers : public PanePort {
public:
    explicit Answers(ChannelLink& visit) : visit_{visit} {}
    void printWith(Pages& pages) { pages_ = &pages; }
    void print(const PrintSheet& sheet) override
    {
        if (pages_ != nullptr)
            pages_->print(sheet);
    }
    void send(const StaffInput& input) override { visit_.post(encode(input)); }
    void order(const ChartOrder& order) override { visit_.post(encode(order)); }
    void order(const LinkOrder& order) override { visit_.post(encode(order)); }
    void order(const PageOrder& order) override { visit_.post(encode(order)); }

private:
    ChannelLink& visit_;
    Pages* pages_{nullptr};
};

struct Options {
    int channel{-1};
    Printer printer;
};

Options optionsOf(const QCoreApplication& app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription("The staff's window on one patient. Started by a visit.");
    parser.addHelpOption();
    parser.addOption({"channel", "Descriptor of the line to the visit.", "fd", "-1"});
    parser.addOption({"printer", "The printer's name; without one nothing is printed.", "name"});
    parser.addOption({"print-program", "CUPS' client.", "file", "/usr/bin/lp"});
    parser.process(app);
    return {parser.value("channel").toInt(),
            {parser.value("printer").toStdString(), parser.value("print-program").toStdString()}};
}

bool present(QQuickView& view, PaneModel& patient)
{
    view.setTitle(QStringLiteral("窓口 患者さんの確認"));
    view.setMinimumSize({1024, 700});
    const bool ready = load(view, "Pane", "Pane.qml", {{"patient", QVariant::fromValue(&patient)}});
    view.resize(1280, 720);
    view.create(); // everything but the window itself is ready before anybody wants it
    return ready;
}

/// On the screen; the visit is told with the first frame.
void open(QQuickView& view, Answers& answers)
{
    QObject::connect(
        &view, &QQuickWindow::frameSwapped, &view, [&answers] { answers.send(PaneOpened{}); },
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    view.show();
    view.raise();
    view.requestActivate();
}

int run(QGuiApplication& app)
{
    const auto options = optionsOf(app);
    auto channel = Channel::adopt(options.channel);
    if (!channel) {
        std::fputs("madoguchi-pane: --channel names no line to a visit\n", stderr);
        return kCannotRun;
    }
    ChannelLink link{*std::move(channel)};
    Answers answers{link};
    PaneModel patient{answers, QDate::currentDate().year(), !options.printer.name.empty()};
    Pages pages{options.printer, patient};
    answers.printWith(pages);
    QQuickView view;
    if (!present(view, patient))
        return kCannotShow;
    QObject::connect(&link, &ChannelLink::ended, &app, &QCoreApplication::quit, Qt::QueuedConnection);
    QObject::connect(view.rootObject(), SIGNAL(closeWanted()), &app, SLOT(quit()));
    link.listen([&](std::string_view message) -> Result<void> {
        auto shown = decodePaneView(message);
        if (!shown)
            return shown.fault();
        const bool wanted = shown->shown && !view.isVisible();
        patient.show(*std::move(shown));
        if (wanted)
            open(view, answers);
        return {};
    });
    return QGuiApplication::exec();
}

} // namespace
} // namespace madoguchi

int main(int argc, char** argv)
{
    return madoguchi::runWindow(argc, argv, "madoguchi-pane", madoguchi::Holds::OnePatient, madoguchi::run);
}
