// SPDX-License-Identifier: Apache-2.0
#include "ui/words.h"

#include "base/display.h"

#include <QDateTime>
#include <QTimeZone>

namespace smartca::ui {
namespace {

QDateTime local(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::OffsetFromUTC,
                                          static_cast<int>(vietnamOffset.count()));
}

} // namespace

QString dayText(UtcTime time)
{
    return local(time).toString(QStringLiteral("dd/MM/yyyy"));
}

QString dayText(std::chrono::year_month_day day)
{
    return QStringLiteral("%1/%2/%3")
        .arg(static_cast<unsigned>(day.day()), 2, 10, QLatin1Char('0'))
        .arg(static_cast<unsigned>(day.month()), 2, 10, QLatin1Char('0'))
        .arg(static_cast<int>(day.year()), 4, 10, QLatin1Char('0'));
}

QString timeOfDayText(UtcTime time)
{
    return local(time).toString(QStringLiteral("HH:mm"));
}

QString dayAndTimeText(UtcTime time)
{
    return local(time).toString(QStringLiteral("dd/MM/yyyy HH:mm"));
}

QString countdownText(Seconds left)
{
    const auto seconds = std::max<std::int64_t>(0, left.count());
    const auto two = [](std::int64_t n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); };
    const auto minutesAndSeconds = two(seconds / 60 % 60) + u':' + two(seconds % 60);
    return seconds < 3600 ? minutesAndSeconds : QString::number(seconds / 3600) + u':' + minutesAndSeconds;
}

QString inGroupsOfFour(const QString &text)
{
    return toQString(smartca::inGroupsOfFour(text.toStdString()));
}

QString hotlineText(std::string_view digits)
{
    // A number is read in one piece: it does not break across lines at large text.
    return inGroupsOfFour(toQString(digits)).replace(u' ', QChar::Nbsp);
}

QString toQString(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace smartca::ui
