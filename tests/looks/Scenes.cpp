// SPDX-License-Identifier: Apache-2.0
#include "Scenes.h"

#include "domain/visit/VisitMachine.h"

namespace madoguchi {
namespace {

const std::vector<Method> kAllMethods{Method::Face, Method::Pin, Method::StaffEye};

Screen screenAt(Stage stage)
{
    Screen screen;
    screen.stage = stage;
    screen.practice = true;
    screen.mayCancel = mayCancel(stage);
    return screen;
}

Scene idle()
{
    return {"idle", screenAt(Stage::Idle)};
}

Scene idleLineDown()
{
    Scene scene{"idle-offline", screenAt(Stage::Idle)};
    scene.screen.lineUp = false;
    return scene;
}

Scene choosing(std::string name, int misses)
{
    Scene scene{std::move(name), screenAt(Stage::ChoosingMethod)};
    scene.screen.methods = kAllMethods;
    scene.screen.faceMisses = misses;
    return scene;
}

Scene choosingAfterLock()
{
    Scene scene{"choose-pin-locked", screenAt(Stage::ChoosingMethod)};
    scene.screen.methods = {Method::Face, Method::StaffEye};
    scene.screen.fault = FaultCode::PinLocked;
    return scene;
}

Scene face(std::string name, std::optional<Guidance> guidance, int misses, int secondsLeft)
{
    Scene scene{std::move(name), screenAt(Stage::LookingAtFace)};
    scene.screen.methods = kAllMethods;
    scene.screen.guidance = guidance;
    scene.screen.faceMisses = misses;
    scene.screen.stepSecondsLeft = secondsLeft;
    return scene;
}

Scene pin(std::string name, std::optional<int> tries, int digits, std::optional<FaultCode> fault = {})
{
    Scene scene{std::move(name), screenAt(Stage::EnteringPin)};
    scene.screen.methods = kAllMethods;
    scene.screen.pinTriesLeft = tries;
    scene.screen.fault = fault;
    scene.digits = digits;
    return scene;
}

Scene lastTry()
{
    auto scene = pin("pin-last-try", 1, 0);
    scene.screen.confirmLastTry = true;
    return scene;
}

Scene noCard()
{
    Scene scene{"no-card", screenAt(Stage::WaitingForStaff)};
    scene.withoutCard = true;
    return scene;
}

Scene consent(std::string name, std::vector<ConsentItem> items, int given, int secondsLeft)
{
    Scene scene{std::move(name), screenAt(Stage::Consenting)};
    scene.screen.consentItems = std::move(items);
    scene.screen.stepSecondsLeft = secondsLeft;
    scene.consents = given;
    return scene;
}

Scene result(std::string name, Outcome outcome, std::string who, bool endsSoon)
{
    Scene scene{std::move(name), screenAt(Stage::Finished)};
    scene.screen.outcome = outcome;
    scene.screen.maskedName = std::move(who);
    scene.screen.certificateEndsSoon = endsSoon;
    scene.screen.certificateEnd = endsSoon ? "2027-01-19" : "";
    return scene;
}

Scene failed(std::string name, FaultCode code)
{
    Scene scene{std::move(name), screenAt(Stage::Failed)};
    scene.screen.fault = code;
    return scene;
}

Scene outOfService()
{
    Scene scene{"out-of-service", screenAt(Stage::OutOfService)};
    scene.screen.fault = FaultCode::ReaderMissing;
    scene.screen.lineUp = false;
    return scene;
}

Scene withKeys(Scene scene, int tabs)
{
    scene.tabs = tabs;
    return scene;
}

} // namespace

std::vector<Scene> kioskScenes()
{
    using enum ConsentItem;
    const std::vector<ConsentItem> clinic{Medicines, Visits, Surgery, CheckUps};
    const std::vector<ConsentItem> pharmacy{Medicines, Visits, Surgery};
    return {
        idle(),
        idleLineDown(),
        {"reading", screenAt(Stage::ReadingCard)},
        choosing("choose", 0),
        choosing("choose-missed", 3),
        choosingAfterLock(),
        face("face-starting", std::nullopt, 0, 0),
        face("face-closer", Guidance::Closer, 0, 12),
        face("face-light", Guidance::LessLight, 1, 0),
        face("face-eyes", Guidance::OpenEyes, 0, 0),
        face("face-turn", Guidance::TurnLeft, 0, 0),
        face("face-turn-right", Guidance::TurnRight, 0, 0),
        face("face-good", Guidance::Good, 0, 0),
        pin("pin-empty", 3, 0),
        pin("pin-typed", 3, 4),
        pin("pin-asking", std::nullopt, 1),
        pin("pin-wrong", 2, 0, FaultCode::PinWrong),
        lastTry(),
        {"checking-pin", screenAt(Stage::CheckingPin)},
        {"staff", screenAt(Stage::WaitingForStaff)},
        noCard(),
        {"register", screenAt(Stage::Registering)},
        withKeys({"register-keys", screenAt(Stage::Registering)}, 1),
        withKeys({"foot-keys", screenAt(Stage::Idle)}, 3),
        consent("consent", clinic, 0, 0),
        consent("consent-some", clinic, 2, 10),
        consent("consent-done", clinic, 4, 0),
        consent("consent-pharmacy", pharmacy, 0, 0),
        {"asking", screenAt(Stage::AskingCentral)},
        {"handing-over", screenAt(Stage::HandingOver)},
        result("received", Outcome::Received, "練● 花●", false),
        result("received-notice", Outcome::Received, "練● 二●", true),
        result("see-reception", Outcome::SeeReception, "練● 三●", false),
        result("stopped", Outcome::None, "", false),
        {"card-left", screenAt(Stage::CardLeftBehind)},
        failed("failed-unreadable", FaultCode::CardUnreadable),
        failed("failed-expired", FaultCode::CertificateExpired),
        failed("failed-line", FaultCode::LineDown),
        outOfService(),
        {"erasing", screenAt(Stage::Erasing)},
    };
}

} // namespace madoguchi
