// SPDX-License-Identifier: Apache-2.0
#include "ui/design/svg_path.h"

#include <QtMath>

#include <cmath>
#include <numbers>
#include <optional>

namespace smartca::ui::design {

namespace {

/// Numbers of SVG path data, which may stand against each other: "1.5.7-2".
class Scanner {
public:
    explicit Scanner(QStringView data) : rest(data) {}

    std::optional<QChar> command()
    {
        skipSeparators();
        if (rest.isEmpty() || !rest.front().isLetter())
            return std::nullopt;
        const QChar letter = rest.front();
        rest = rest.sliced(1);
        return letter;
    }

    bool numberAhead()
    {
        skipSeparators();
        return !rest.isEmpty() && !rest.front().isLetter();
    }

    std::optional<double> number()
    {
        skipSeparators();
        qsizetype length = 0;
        bool point = false;
        for (; length < rest.size(); ++length) {
            const QChar c = rest[length];
            if (c == u'-' || c == u'+') {
                if (length > 0)
                    break;
            } else if (c == u'.') {
                if (point)
                    break;
                point = true;
            } else if (!c.isDigit()) {
                break;
            }
        }
        bool ok = false;
        const double value = rest.first(length).toDouble(&ok);
        if (!ok)
            return std::nullopt;
        rest = rest.sliced(length);
        return value;
    }

    /// A flag of an arc is one character, whatever follows.
    std::optional<bool> flag()
    {
        skipSeparators();
        if (rest.isEmpty() || (rest.front() != u'0' && rest.front() != u'1'))
            return std::nullopt;
        const bool value = rest.front() == u'1';
        rest = rest.sliced(1);
        return value;
    }

private:
    void skipSeparators()
    {
        while (!rest.isEmpty() && (rest.front().isSpace() || rest.front() == u','))
            rest = rest.sliced(1);
    }

    QStringView rest;
};

/// Circular arcs only (rx = ry, which is all our icons hold): SVG 1.1, appendix F.6.5, for that case.
void circularArc(QPainterPath &path, double radius, bool large, bool sweep, QPointF end)
{
    const QPointF start = path.currentPosition();
    const QPointF half = (end - start) / 2;
    const double distance = std::hypot(half.x(), half.y());
    if (distance == 0 || radius == 0) {
        path.lineTo(end);
        return;
    }
    radius = std::max(radius, distance);
    const double height = std::sqrt(radius * radius - distance * distance);
    const double side = large == sweep ? -1 : 1;
    const QPointF centre = (start + end) / 2 + QPointF(-half.y(), half.x()) / distance * height * side;

    const auto degreesAt = [&centre](QPointF p) {
        return qRadiansToDegrees(std::atan2(-(p.y() - centre.y()), p.x() - centre.x()));
    };
    const double from = degreesAt(start);
    double span = degreesAt(end) - from;
    if (sweep && span > 0)
        span -= 360;
    if (!sweep && span < 0)
        span += 360;
    path.arcTo(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius), from, span);
}

class PathBuilder {
public:
    explicit PathBuilder(QStringView data) : scanner(data) {}

    QPainterPath build()
    {
        while (const auto letter = scanner.command()) {
            if (letter->toUpper() == u'Z') {
                path.closeSubpath();
                lastControl.reset();
                continue;
            }
            QChar current = *letter;
            do {
                if (!segment(current))
                    return path;
                // Further pairs after a move are lines.
                if (current == u'M')
                    current = u'L';
                if (current == u'm')
                    current = u'l';
            } while (scanner.numberAhead());
        }
        return path;
    }

private:
    std::optional<QPointF> point()
    {
        const auto x = scanner.number();
        const auto y = x ? scanner.number() : std::nullopt;
        if (!y)
            return std::nullopt;
        return origin + QPointF(*x, *y);
    }

    bool segment(QChar letter)
    {
        origin = letter.isLower() ? path.currentPosition() : QPointF();
        switch (letter.toUpper().unicode()) {
        case u'M':
        case u'L':
            return straight(letter.toUpper() == u'M');
        case u'H':
        case u'V':
            return axis(letter.toUpper() == u'H');
        case u'C':
        case u'S':
            return curve(letter.toUpper() == u'S');
        case u'A':
            return arc();
        default:
            return false;
        }
    }

    bool straight(bool move)
    {
        const auto to = point();
        if (!to)
            return false;
        if (move)
            path.moveTo(*to);
        else
            path.lineTo(*to);
        lastControl.reset();
        return true;
    }

    bool axis(bool horizontal)
    {
        const auto value = scanner.number();
        if (!value)
            return false;
        const QPointF at = path.currentPosition();
        path.lineTo(horizontal ? QPointF(origin.x() + *value, at.y()) : QPointF(at.x(), origin.y() + *value));
        lastControl.reset();
        return true;
    }

    bool curve(bool smooth)
    {
        const QPointF at = path.currentPosition();
        const auto first = smooth ? std::optional(lastControl ? at * 2 - *lastControl : at) : point();
        const auto second = first ? point() : std::nullopt;
        const auto to = second ? point() : std::nullopt;
        if (!to)
            return false;
        path.cubicTo(*first, *second, *to);
        lastControl = second;
        return true;
    }

    bool arc()
    {
        const auto rx = scanner.number();
        const auto ry = rx ? scanner.number() : std::nullopt;
        const auto turn = ry ? scanner.number() : std::nullopt;
        const auto large = turn ? scanner.flag() : std::nullopt;
        const auto sweep = large ? scanner.flag() : std::nullopt;
        const auto to = sweep ? point() : std::nullopt;
        if (!to)
            return false;
        circularArc(path, *rx, *large, *sweep, *to);
        lastControl.reset();
        return true;
    }

    Scanner scanner;
    QPainterPath path;
    QPointF origin;
    std::optional<QPointF> lastControl;
};

} // namespace

QPainterPath painterPath(QStringView data)
{
    return PathBuilder(data).build();
}

} // namespace smartca::ui::design
