// SPDX-License-Identifier: Apache-2.0
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include "Complaints.h"
#include "ContactSheet.h"
#include "DrawnPreview.h"
#include "Scenes.h"
#include "TextAudit.h"
#include "ui/kiosk/VisitModel.h"

#include <QDateTime>
#include <QDir>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickView>
#include <QtQml/qqmlextensionplugin.h>

#include <memory>
#include <utility>

Q_IMPORT_QML_PLUGIN(Madoguchi_BridgePlugin)
Q_IMPORT_QML_PLUGIN(Madoguchi_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Madoguchi_KioskPlugin)

namespace madoguchi {
namespace {

constexpr QSize kLandscape{1280, 800};
/// Larger files, but three times as fast to write.
constexpr int kQuickPng = 90;
constexpr QSize kPortrait{800, 1280};

struct Look {
    const char* name;
    QSize size;
    Language language{Language::Japanese};
    bool highContrast{false};
    double textScale{1};
};

const std::vector<Look> kLooks{
    {"ja", kLandscape},
    {"ja-portrait", kPortrait},
    {"en", kLandscape, Language::English},
    {"en-portrait", kPortrait, Language::English},
    {"long", kLandscape, Language::Pseudo},
    {"long-portrait", kPortrait, Language::Pseudo},
    {"ja-contrast", kLandscape, Language::Japanese, true},
    {"en-contrast-portrait", kPortrait, Language::English, true},
    {"ja-125", kLandscape, Language::Japanese, false, 1.25},
    {"ja-125-portrait", kPortrait, Language::Japanese, false, 1.25},
    {"ja-150", kLandscape, Language::Japanese, false, 1.5},
    {"ja-150-portrait", kPortrait, Language::Japanese, false, 1.5},
    {"en-150", kLandscape, Language::English, false, 1.5},
    {"en-150-portrait", kPortrait, Language::English, false, 1.5},
};

struct SilentPort : ScreenPort {
    void send(const PatientInput&) override {}
};

std::vector<std::string>& complaints()
{
    static std::vector<std::string> list;
    return list;
}

void noteMessage(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (type != QtDebugMsg && type != QtInfoMsg)
        complaints().push_back(text.toStdString());
}

/// One window with the kiosk in it, for one scene in one look.
class Stand {
public:
    Stand(const Look& look, const Scene& scene) : visit_{port_}
    {
        arrange(scene, look.language);
        view_.engine()->addImportPath(":/qt/qml");
        view_.setInitialProperties({{"visit", QVariant::fromValue(&visit_)},
                                    {"preview", QVariant::fromValue<PreviewSource*>(&preview_)},
                                    {"clinic", QStringLiteral("みなと内科クリニック")},
                                    {"now", QDateTime{QDate{2026, 11, 20}, QTime{9, 2}}}});
        view_.setResizeMode(QQuickView::SizeRootObjectToView);
        view_.resize(look.size);
        view_.setSource(QUrl{"qrc:/qt/qml/Madoguchi/Kiosk/KioskView.qml"});
        if (!ready())
            return;
        dress(look);
        view_.show();
        view_.requestActivate();
        QCoreApplication::processEvents();
        giveConsents(scene.consents);
        for (int i = 0; i < scene.tabs; ++i) {
            QKeyEvent tab{QEvent::KeyPress, Qt::Key_Tab, Qt::NoModifier};
            QCoreApplication::sendEvent(&view_, &tab);
        }
    }

    QImage picture()
    {
        QCoreApplication::processEvents();
        return view_.grabWindow();
    }

    QQuickItem& root() { return *view_.rootObject(); }
    [[nodiscard]] bool ready() const { return view_.status() == QQuickView::Ready; }

private:
    void arrange(const Scene& scene, Language language)
    {
        if (scene.withoutCard)
            visit_.haveNoCard();
        auto screen = scene.screen;
        screen.language = language;
        visit_.show(screen);
        for (int digit = 0; digit < scene.digits; ++digit)
            visit_.pin()->press(digit);
    }

    void dress(const Look& look)
    {
        QQmlComponent singletons{view_.engine()};
        singletons.setData("import QtQml; import Madoguchi.Controls;"
                           "QtObject { property QtObject style: Style }",
                           {});
        const std::unique_ptr<QObject> found{singletons.create()};
        REQUIRE(found);
        auto* style = found->property("style").value<QObject*>();
        style->setProperty("highContrast", look.highContrast);
        style->setProperty("textScale", look.textScale);
        style->setProperty("motion", false);
    }

    void giveConsents(int count)
    {
        if (count == 0)
            return;
        QVariantMap given;
        for (int item = 0; item < count; ++item)
            given[QString::number(item)] = item != 1;
        auto* page = view_.rootObject()->findChild<QQuickItem*>("consent");
        REQUIRE(page);
        page->setProperty("given", given);
    }

    SilentPort port_;
    VisitModel visit_;
    DrawnPreview preview_;
    QQuickView view_;
};

/// Takes one picture and says what is wrong with it.
std::vector<std::string> photograph(const Look& look, const Scene& scene, ContactSheet& sheet)
{
    static_cast<void>(takeComplaints());
    Stand stand{look, scene};
    if (!stand.ready())
        return takeComplaints();
    const auto picture = stand.picture();
    auto findings = auditTexts(stand.root());
    const auto complaints = takeComplaints();
    findings.insert(findings.end(), complaints.begin(), complaints.end());
    const auto name = QString::fromStdString(scene.name + "." + look.name);
    sheet.add(name, picture);
    if (!picture.save(QDir{MADO_LOOKS_DIR}.filePath(name + ".png"), "PNG", kQuickPng))
        findings.push_back("the picture cannot be saved");
    return findings;
}

TEST_CASE("everyWordIsSeenWholeInEveryLook")
{
    REQUIRE(QDir{}.mkpath(MADO_LOOKS_DIR));
    ContactSheet sheet{static_cast<int>(kLooks.size())};

    for (const auto& scene : kioskScenes())
        for (const auto& look : kLooks) {
            INFO(scene.name << "." << look.name);
            const auto findings = photograph(look, scene, sheet);
            for (const auto& finding : findings)
                UNSCOPED_INFO(finding);
            CHECK(findings.empty());
        }

    CHECK(sheet.save(QDir{MADO_LOOKS_DIR}.filePath("contact-sheet.png")));
}

} // namespace

std::vector<std::string> takeComplaints()
{
    return std::exchange(complaints(), {});
}

} // namespace madoguchi

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    qputenv("QML_DISABLE_DISK_CACHE", "1");
    QGuiApplication app{argc, argv};
    qInstallMessageHandler(madoguchi::noteMessage);
    return Catch::Session().run(argc, argv);
}
