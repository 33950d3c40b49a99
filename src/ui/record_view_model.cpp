// SPDX-License-Identifier: Apache-2.0
#include "ui/record_view_model.h"

#include "base/encoding.h"
#include "crypto/digest.h"
#include "pdf/refusal.h"
#include "ui/words.h"

namespace smartca::ui {

using activation::FetchingRecord;
using activation::ReadingRecord;

RecordViewModel::RecordViewModel(JourneySource &source, QObject *parent) : QObject(parent), source_(source)
{
    connect(&document_, &RecordDocument::changed, this, &RecordViewModel::changed);
    connect(&document_, &RecordDocument::changed, this, &RecordViewModel::tellUnreadable);
}

bool RecordViewModel::loading() const
{
    return std::holds_alternative<FetchingRecord>(source_.state().stage) || document_.pageCount() == 0;
}

int RecordViewModel::pageCount() const
{
    return document_.pageCount();
}

QString RecordViewModel::pageText() const
{
    //: which page of the document is in view, of how many
    return pageCount() > 0 ? tr("Trang %1/%2").arg(currentPage_ + 1).arg(pageCount()) : QString();
}

qreal RecordViewModel::progress() const
{
    if (readToEnd())
        return 1;
    return pageCount() > 0 ? static_cast<qreal>(currentPage_ + 1) / (pageCount() + 1) : 0;
}

QString RecordViewModel::nextPageText() const
{
    const int next = currentPage_ + 1;
    if (pageCount() == 0 || readToEnd() || next >= pageCount())
        return {};
    if (next == pageCount() - 1 && pageCount() > 2)
        //: button: to the end of the document
        return tr("Trang cuối");
    //: button: on to the page with this number
    return tr("Đọc tiếp trang %1").arg(next + 1);
}

bool RecordViewModel::readToEnd() const
{
    const auto *reading = std::get_if<ReadingRecord>(&source_.state().stage);
    if (reading)
        return reading->readToEnd;
    return !std::holds_alternative<FetchingRecord>(source_.state().stage);
}

bool RecordViewModel::canSign() const
{
    const auto *reading = std::get_if<ReadingRecord>(&source_.state().stage);
    return reading && reading->readToEnd && pageCount() > 0 && !document_.unreadable();
}

QString RecordViewModel::signText() const
{
    if (readToEnd())
        //: button: opens the PIN sheet
        return tr("Ký biên bản");
    //: button that cannot be used yet: the document has to be read first
    return tr("Đọc hết tài liệu để ký");
}

QString RecordViewModel::fingerprintShort() const
{
    if (fingerprint_.isEmpty())
        return {};
    return fingerprint_.left(4) + QStringLiteral(" … ") + fingerprint_.right(4);
}

QString RecordViewModel::fingerprint() const
{
    return inGroupsOfFour(fingerprint_);
}

QString RecordViewModel::documentName() const
{
    //: name of the document that is signed to complete the activation
    return tr("Biên bản nghiệm thu");
}

void RecordViewModel::setCurrentPage(int page)
{
    if (page == currentPage_ || page < 0 || page >= pageCount())
        return;
    currentPage_ = page;
    Q_EMIT changed();
}

QString RecordViewModel::plainText(int page) const
{
    // Reflowed: lines of the page become one, empty lines stay paragraphs.
    QString text = document_.pageText(page);
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    QStringList paragraphs;
    for (const auto &line : text.split(u'\n')) {
        const auto words = line.simplified();
        if (words.isEmpty())
            continue;
        const bool continues = !paragraphs.isEmpty() && !words.at(0).isUpper() && !words.at(0).isDigit();
        if (continues)
            paragraphs.last() += u' ' + words;
        else
            paragraphs.append(words);
    }
    return paragraphs.join(QStringLiteral("\n\n"));
}

void RecordViewModel::reachedEnd()
{
    const auto *reading = std::get_if<ReadingRecord>(&source_.state().stage);
    if (reading && !reading->readToEnd && pageCount() > 0)
        source_.submit(activation::RecordReadToEnd{});
}

void RecordViewModel::sign()
{
    if (canSign())
        source_.submit(activation::SignPressed{});
}

void RecordViewModel::tellUnreadable()
{
    const auto &state = source_.state();
    if (document_.unreadable() && !state.failure && std::holds_alternative<ReadingRecord>(state.stage))
        source_.submit(activation::Failed{pdf::recordNotShowable("Pages", "the pages cannot be drawn")});
}

void RecordViewModel::refresh()
{
    // Shown is what is hashed, and what is hashed is what is signed: one buffer. Afterwards the finished
    // file.
    const auto &dossier = source_.dossier();
    const auto &bytes = dossier.signedRecord ? dossier.signedRecord : dossier.record;
    const bool wanted = !source_.state().facts.transactionId.empty();
    document_.show(wanted ? bytes : nullptr);
    if (dossier.record != fingerprinted_) {
        fingerprinted_ = dossier.record;
        currentPage_ = 0;
        fingerprint_.clear();
        if (fingerprinted_)
            fingerprint_ = toQString(hexEncode(crypto::sha256(*fingerprinted_))).toUpper();
    }
    Q_EMIT changed();
    tellUnreadable();
}

} // namespace smartca::ui
