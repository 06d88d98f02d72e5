// SPDX-License-Identifier: Apache-2.0
// A world a test can script: every port answers what it was told to, at once, and remembers what it was
// asked.
#pragma once

#include "domain/visit/VisitRunner.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace madoguchi::test {

class FakeClock : public Clock {
public:
    [[nodiscard]] Tick now() const override { return Tick{ticks_.load()}; }
    [[nodiscard]] std::chrono::sys_seconds wallTime() const override
    {
        return std::chrono::sys_days{std::chrono::year{2026} / 11 / 20};
    }
    void advance(std::chrono::milliseconds by) { ticks_ += by.count(); }

private:
    std::atomic<std::int64_t> ticks_{1000};
};

class FakePresence : public CardPresencePort {
public:
    Result<Change> next(std::stop_token stop) override
    {
        std::unique_lock lock{mutex_};
        if (!changed_.wait(lock, stop, [this] { return !changes_.empty(); }))
            return Fault{FaultCode::TimedOut};
        const auto change = changes_.front();
        changes_.pop_front();
        return change;
    }
    void happens(Change change)
    {
        {
            const std::lock_guard lock{mutex_};
            changes_.push_back(change);
        }
        changed_.notify_one();
    }

private:
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<Change> changes_;
};

/// Every other port, and the observer, in one: a journal under one lock.
class FakeWorld : public CardPort,
                  public CardFacePort,
                  public FacePort,
                  public FaceTriesPort,
                  public CentralPort,
                  public HandOffPort,
                  public ReservationPort,
                  public ErasurePort,
                  public VisitObserver {
public:
    FakeClock clock;
    FakePresence presence;

    // What the world answers. Set before the runner starts.
    Result<CardRecord> card{CardRecord{{0x30, 0x82}, CertificateState::Valid, {}}};
    int pinTriesLeft{3};
    PinDigits rightPin{"2468"};
    Result<ChipPortrait> portrait{ChipPortrait{{1, 2, 3}}};
    std::optional<Result<ChipPortrait>> cameraPortrait; ///< if it differs with the camera's number
    std::function<bool(const VisitStatus&)> recordable{[](const VisitStatus&) { return true; }};
    std::vector<FaceReport> faceReports{FaceDecision{FaceVerdict::Accepted}};
    Result<void> tryAllowed{};
    Result<Challenge> nonce{Challenge{{9, 9, 9}}};
    Result<CentralAnswer> answer{CentralAnswer{}};
    Result<EligibilityAnswer> numberAnswer{EligibilityAnswer{}};
    Result<ReservationFound> reservation{ReservationFound{}};
    std::deque<Result<HandOver>> handOvers{HandOver{"file.xml", false}};

    // CardPort
    Result<CardRecord> read() override { return note("card.read"), card; }
    Result<PinTries> pinTries() override { return note("card.pinTries"), PinTries{pinTriesLeft}; }
    Result<void> verifyPin(PinDigits pin) override
    {
        note("card.verifyPin");
        if (pin == rightPin)
            return {};
        --pinTriesLeft;
        return Fault{pinTriesLeft > 0 ? FaultCode::PinWrong : FaultCode::PinLocked, FaultSpace::None,
                     pinTriesLeft};
    }
    Result<ChipPortrait> readPortrait(SecurityNumber number, NumberSource source) override
    {
        const bool camera = source == NumberSource::Camera;
        note("card.readPortrait " + number + (camera ? ", camera's" : ", staff's"));
        return camera ? cameraPortrait.value_or(portrait) : portrait;
    }
    Result<Bytes> sign(const Bytes& subject, Method) override
    {
        note("card.sign");
        signedSubject = subject;
        return Bytes{7};
    }
    void release() override { note("card.release"); }

    // CardFacePort
    Result<SecurityNumber> read(std::stop_token) override { return SecurityNumber{"fromCamera"}; }

    // FacePort: reports everything as soon as it knows the reference.
    Result<void> start(Listener listener) override
    {
        note("face.start");
        listener_ = std::move(listener);
        return {};
    }
    Result<void> giveReference(const ChipPortrait&, FaceCautions given) override
    {
        note("face.giveReference");
        cautions = given;
        if (!listener_)
            return Fault{FaultCode::FaceProcessEnded};
        for (const auto& report : faceReports)
            listener_(report);
        return {};
    }
    void stop() override { note("face.stop"); }

    // FaceTriesPort
    Result<void> begin(const Bytes&) override { return note("faceTries.begin"), tryAllowed; }
    Result<void> takeBack(const Bytes&, bool accepted) override
    {
        note(accepted ? "faceTries.accepted" : "faceTries.nothingCompared");
        return {};
    }

    // CentralPort
    Result<Challenge> challenge() override { return note("central.challenge"), nonce; }
    Result<CentralAnswer> ask(const EligibilityQuery& query) override
    {
        note("central.ask");
        asked = query;
        return answer;
    }

    Result<EligibilityAnswer> askByNumber(const NumberQuery& query) override
    {
        note("central.askByNumber");
        askedByNumber = query;
        return numberAnswer;
    }

    // HandOffPort
    Result<HandOver> deliver(const EligibilityAnswer&) override
    {
        note("handOff.deliver");
        auto result = handOvers.front();
        if (handOvers.size() > 1)
            handOvers.pop_front();
        return result;
    }

    // ReservationPort
    Result<ReservationFound> find(const EligibilityAnswer&) override { return reservation; }

    // ErasurePort
    Result<void> arm(std::chrono::milliseconds) override { return note("erasure.arm"), Result<void>{}; }
    void erase() override { note("erasure.erase"); }

    // VisitObserver
    void screenChanged(const Screen& screen) override
    {
        const std::lock_guard lock{mutex_};
        screen_ = screen;
        changed_.notify_all();
    }
    Result<void> statusChanged(const VisitStatus& status, const std::vector<AuditFact>&) override
    {
        const std::lock_guard lock{mutex_};
        if (!recordable(status))
            return Fault{FaultCode::RecordNotKept};
        status_ = status;
        staffCalls += status.staffCalled ? 1 : 0;
        changed_.notify_all();
        return {};
    }

    void answered(const EligibilityAnswer&) override { ++answersShown; }
    void portraitShown(const ChipPortrait& portrait_) override
    {
        const std::lock_guard lock{mutex_};
        portraitSize = portrait_.jpeg2000.size();
        changed_.notify_all();
    }

    // What a test looks at.
    NumberQuery askedByNumber;
    std::atomic<int> answersShown{0};
    std::atomic<std::size_t> portraitSize{0};
    EligibilityQuery asked;
    FaceCautions cautions; ///< that the face was compared with
    Bytes signedSubject;
    std::atomic<int> staffCalls{0};

    /// Waits until the screen is as wanted; false after five seconds.
    template<typename Wanted>
    bool until(Wanted wanted)
    {
        std::unique_lock lock{mutex_};
        return changed_.wait_for(lock, std::chrono::seconds{5}, [&] { return wanted(screen_); });
    }
    bool until(Stage stage)
    {
        return until([stage](const Screen& screen) { return screen.stage == stage; });
    }
    template<typename Wanted>
    bool untilStatus(Wanted wanted)
    {
        std::unique_lock lock{mutex_};
        return changed_.wait_for(lock, std::chrono::seconds{5}, [&] { return wanted(status_); });
    }
    [[nodiscard]] std::vector<std::string> journal() const
    {
        const std::lock_guard lock{mutex_};
        return journal_;
    }
    [[nodiscard]] int times(const std::string& entry) const
    {
        const auto all = journal();
        return static_cast<int>(std::count(all.begin(), all.end(), entry));
    }
    [[nodiscard]] Screen screen() const
    {
        const std::lock_guard lock{mutex_};
        return screen_;
    }
    [[nodiscard]] VisitStatus status() const
    {
        const std::lock_guard lock{mutex_};
        return status_;
    }

private:
    void note(std::string entry)
    {
        const std::lock_guard lock{mutex_};
        journal_.push_back(std::move(entry));
    }

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::string> journal_;
    Screen screen_;
    VisitStatus status_;
    Listener listener_;
};

} // namespace madoguchi::test
