// SPDX-License-Identifier: Apache-2.0
#include "app/demo/mail_text.h"

#include <QRegularExpression>

namespace smartca::app::demo {
namespace {

struct Part {
    QByteArray header;
    QByteArray body;
};

Part split(const QByteArray &message)
{
    QByteArray text = message;
    text.replace("\r\n", "\n");
    const auto end = text.indexOf("\n\n");
    Part part{end < 0 ? text : text.left(end), end < 0 ? QByteArray() : text.mid(end + 2)};
    part.header.replace("\n\t", " ");
    part.header.replace("\n ", " "); // folded lines are one line (RFC 5322 §2.2.3)
    return part;
}

QString fieldOf(const Part &part, const QString &name)
{
    const QRegularExpression line(QStringLiteral("^%1:\\s*(.*)$").arg(name),
                                  QRegularExpression::MultilineOption |
                                      QRegularExpression::CaseInsensitiveOption);
    return line.match(QString::fromUtf8(part.header)).captured(1).trimmed();
}

QByteArray quotedPrintableDecoded(QByteArray text)
{
    text.replace("=\n", "");
    QByteArray out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '=' && i + 2 < text.size()) {
            out += QByteArray::fromHex(text.mid(i + 1, 2));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

QString decoded(const Part &part)
{
    const auto encoding = fieldOf(part, QStringLiteral("Content-Transfer-Encoding")).toLower();
    if (encoding == QLatin1String("base64"))
        return QString::fromUtf8(QByteArray::fromBase64(part.body));
    if (encoding == QLatin1String("quoted-printable"))
        return QString::fromUtf8(quotedPrintableDecoded(part.body));
    return QString::fromUtf8(part.body);
}

} // namespace

QString plainTextOf(const QByteArray &message)
{
    const auto part = split(message);
    const auto type = fieldOf(part, QStringLiteral("Content-Type"));
    if (!type.startsWith(QLatin1String("multipart/"), Qt::CaseInsensitive))
        return type.isEmpty() || type.startsWith(QLatin1String("text/plain"), Qt::CaseInsensitive)
                   ? decoded(part)
                   : QString();
    const auto boundary = QRegularExpression(QStringLiteral("boundary=\"?([^\";]+)\"?"),
                                             QRegularExpression::CaseInsensitiveOption)
                              .match(type)
                              .captured(1);
    if (boundary.isEmpty())
        return {};
    const QByteArray line = "--" + boundary.toUtf8();
    const QByteArray body = '\n' + part.body;
    for (auto at = body.indexOf('\n' + line); at >= 0;) {
        const auto start = body.indexOf('\n', at + 1) + 1;
        const auto next = body.indexOf('\n' + line, at + 1);
        if (next < 0 || start <= 0)
            break;
        if (auto text = plainTextOf(body.mid(start, next - start)); !text.isEmpty())
            return text;
        at = next;
    }
    return {};
}

} // namespace smartca::app::demo
