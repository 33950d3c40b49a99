// SPDX-License-Identifier: Apache-2.0
#include "ui/password_input.h"

#include "ui/shown_entry.h"

#include <QClipboard>
#include <QCursor>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QInputMethod>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleHints>
#include <QTimerEvent>

#include <algorithm>

namespace smartca::ui {
namespace {

constexpr qreal dotSize = 9;
constexpr qreal dotGap = 6;

/// One character of UTF-8 at `from`, as a picture needs it; moves `from` behind it.
char32_t nextCharacter(BytesView text, std::size_t &from)
{
    const auto first = text[from++];
    char32_t point = first < 0x80   ? first
                     : first < 0xE0 ? first & 0x1FU
                     : first < 0xF0 ? first & 0x0FU
                                    : first & 0x07U;
    while (from < text.size() && (text[from] & 0xC0U) == 0x80U)
        point = (point << 6U) | (text[from++] & 0x3FU);
    return point;
}

} // namespace

PasswordInput::PasswordInput(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setFlag(ItemAcceptsInputMethod);
    setFlag(ItemIsFocusScope, false);
    setActiveFocusOnTab(true);
    setAcceptedMouseButtons(Qt::LeftButton);
    setCursor(Qt::IBeamCursor);
    const auto restyle = [this] {
        setImplicitHeight(QFontMetricsF(font_).height());
        setImplicitWidth(10 * (dotSize + dotGap));
        update();
    };
    connect(this, &PasswordInput::styleChanged, this, restyle);
    restyle();
}

void PasswordInput::setEntry(PasswordEntry *entry)
{
    showEntry(*this, entry_, entry);
}

void PasswordInput::paint(QPainter *painter)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(font_);
    const QFontMetricsF metrics(font_);
    qreal end = 0;
    const qreal room = width() - 2;
    if (entry_ && !entry_->empty()) {
        if (entry_->revealed()) {
            // Character by character: the whole password never stands in one QString.
            const auto text = entry_->utf8().view();
            qreal total = 0;
            for (std::size_t i = 0; i < text.size();) {
                const char32_t point = nextCharacter(text, i);
                total += metrics.horizontalAdvance(QString::fromUcs4(&point, 1));
            }
            qreal left = std::min(0.0, room - total);
            painter->setPen(color_);
            for (std::size_t i = 0; i < text.size();) {
                const char32_t point = nextCharacter(text, i);
                const auto character = QString::fromUcs4(&point, 1);
                painter->drawText(QPointF(left, (height() - metrics.height()) / 2 + metrics.ascent()),
                                  character);
                left += metrics.horizontalAdvance(character);
            }
            end = left;
        } else {
            const qreal total = entry_->length() * (dotSize + dotGap);
            const qreal left = std::min(0.0, room - total);
            painter->setPen(Qt::NoPen);
            painter->setBrush(color_);
            for (int i = 0; i < entry_->length(); ++i)
                painter->drawEllipse(
                    QRectF(left + i * (dotSize + dotGap), (height() - dotSize) / 2, dotSize, dotSize));
            end = left + total - dotGap / 2;
        }
    }
    if (caretOn_)
        painter->fillRect(QRectF(end, (height() - metrics.height()) / 2, 1.5, metrics.height()), caretColor_);
}

void PasswordInput::type(const QString &text)
{
    if (!entry_ || !isEnabled())
        return;
    // One character at a time: a copy of the whole in another encoding would stay in the heap.
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t character = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            character = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        if (!QChar::isPrint(character))
            continue;
        QByteArray utf8 = QString::fromUcs4(&character, 1).toUtf8();
        entry_->append(asBytes({utf8.constData(), static_cast<std::size_t>(utf8.size())}));
        wipe(utf8.data(), static_cast<std::size_t>(utf8.size()));
    }
}

void PasswordInput::paste()
{
    QString text = QGuiApplication::clipboard()->text();
    type(text);
    if (text.isDetached()) // ours alone; what the clipboard itself holds is not ours to wipe
        wipe(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
}

void PasswordInput::keyPressEvent(QKeyEvent *event)
{
    if (!entry_ || !isEnabled()) {
        event->ignore();
        return;
    }
    if (event->matches(QKeySequence::Paste)) {
        paste();
    } else if (event->key() == Qt::Key_Backspace) {
        if (event->modifiers().testFlag(Qt::ControlModifier))
            entry_->clear();
        else
            entry_->removeLast();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT accepted();
    } else if (!event->text().isEmpty() && event->text().at(0).isPrint() &&
               !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
        type(event->text());
    } else {
        event->ignore();
    }
}

void PasswordInput::inputMethodEvent(QInputMethodEvent *event)
{
    // Without a preedit of our own a composing method commits at once; what it replaces is taken back first.
    if (entry_)
        for (int i = 0; i < event->replacementLength(); ++i)
            entry_->removeLast();
    type(event->commitString());
    event->accept();
}

QVariant PasswordInput::inputMethodQuery(Qt::InputMethodQuery query) const
{
    switch (query) {
    case Qt::ImEnabled:
        return isEnabled();
    case Qt::ImHints:
        return QVariant::fromValue(static_cast<int>(Qt::ImhHiddenText | Qt::ImhSensitiveData |
                                                    Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase |
                                                    Qt::ImhLatinOnly));
    case Qt::ImCursorRectangle:
        return QRectF(0, 0, 1, height());
    case Qt::ImSurroundingText:
    case Qt::ImCurrentSelection:
        return QString(); // an input method is told nothing of a secret
    case Qt::ImCursorPosition:
    case Qt::ImAnchorPosition:
        return 0;
    default:
        return QQuickPaintedItem::inputMethodQuery(query);
    }
}

void PasswordInput::mousePressEvent(QMouseEvent *event)
{
    forceActiveFocus(Qt::MouseFocusReason);
    QGuiApplication::inputMethod()->show();
    event->accept();
}

void PasswordInput::focusInEvent(QFocusEvent *event)
{
    QQuickPaintedItem::focusInEvent(event);
    caretOn_ = true;
    if (const int flash = QGuiApplication::styleHints()->cursorFlashTime(); flash > 1)
        blink_.start(flash / 2, this);
    update();
}

void PasswordInput::focusOutEvent(QFocusEvent *event)
{
    QQuickPaintedItem::focusOutEvent(event);
    blink_.stop();
    caretOn_ = false;
    update();
}

void PasswordInput::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == blink_.timerId()) {
        caretOn_ = !caretOn_;
        update();
    }
}

} // namespace smartca::ui
