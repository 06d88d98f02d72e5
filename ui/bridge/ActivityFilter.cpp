// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/ActivityFilter.h"

#include <QEvent>

#include <chrono>
#include <utility>

namespace madoguchi {
namespace {

bool begins(QEvent::Type type)
{
    return type == QEvent::TouchBegin || type == QEvent::MouseButtonPress || type == QEvent::KeyPress;
}

bool ends(QEvent::Type type)
{
    return type == QEvent::TouchEnd || type == QEvent::TouchCancel || type == QEvent::MouseButtonRelease ||
           type == QEvent::KeyRelease;
}

bool goesOn(QEvent::Type type)
{
    return type == QEvent::TouchUpdate || type == QEvent::MouseMove;
}

} // namespace

ActivityFilter::ActivityFilter(QObject* parent) : QObject{parent}
{
    quiet_.setSingleShot(true);
    connect(&quiet_, &QTimer::timeout, this, &ActivityFilter::darken);
}

void ActivityFilter::setWindow(QObject* window)
{
    if (window == window_)
        return;
    if (window_)
        window_->removeEventFilter(this);
    window_ = window;
    if (window_)
        window_->installEventFilter(this);
    emit windowChanged();
}

void ActivityFilter::setMinutesUntilDark(int minutes)
{
    if (std::exchange(minutes_, minutes) == minutes)
        return;
    restart();
    emit minutesChanged();
}

void ActivityFilter::wake()
{
    setDark(false);
    restart();
}

bool ActivityFilter::eventFilter(QObject*, QEvent* event)
{
    const auto type = event->type();
    if (begins(type)) {
        waking_ = dark_;
        wake();
        emit active();
        return waking_;
    }
    if (ends(type))
        return std::exchange(waking_, false);
    return waking_ && goesOn(type);
}

void ActivityFilter::darken()
{
    setDark(true);
}

void ActivityFilter::setDark(bool dark)
{
    if (std::exchange(dark_, dark) != dark)
        emit darkChanged();
}

void ActivityFilter::restart()
{
    quiet_.stop();
    if (minutes_ > 0)
        quiet_.start(std::chrono::minutes{minutes_});
}

} // namespace madoguchi
