// SPDX-License-Identifier: Apache-2.0
// Sees every touch and key of a window before anybody else: each one gives the patient more time for the
// step, and the one that wakes a darkened screen does nothing else.
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace madoguchi {

class ActivityFilter : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// The window that is watched.
    Q_PROPERTY(QObject* window READ window WRITE setWindow NOTIFY windowChanged)
    /// Minutes without activity until the screen goes dark; 0 = never.
    Q_PROPERTY(int minutesUntilDark READ minutesUntilDark WRITE setMinutesUntilDark NOTIFY minutesChanged)
    Q_PROPERTY(bool dark READ dark NOTIFY darkChanged)

public:
    explicit ActivityFilter(QObject* parent = nullptr);

    [[nodiscard]] QObject* window() const { return window_; }
    void setWindow(QObject* window);
    [[nodiscard]] int minutesUntilDark() const { return minutes_; }
    void setMinutesUntilDark(int minutes);
    [[nodiscard]] bool dark() const { return dark_; }

    /// At the end of the quiet time.
    void darken();

    /// As a touch would, without one: a card was put down.
    Q_INVOKABLE void wake();

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void windowChanged();
    void minutesChanged();
    void darkChanged();
    void active(); ///< a touch, a click or a key

private:
    void setDark(bool dark);
    void restart();

    QPointer<QObject> window_;
    QTimer quiet_;
    int minutes_{0};
    bool dark_{false};
    bool waking_{false}; ///< the touch that woke the screen is still going on
};

} // namespace madoguchi
