// SPDX-License-Identifier: Apache-2.0
#include "ui/progress_view_model.h"

#include "ui/words.h"

#include <QTimerEvent>

namespace smartca::ui {

using activation::AwaitingCertificate;
using activation::Enrolling;

ProgressViewModel::ProgressViewModel(JourneySource &source, QObject *parent)
    : QObject(parent), source_(source)
{}

QString ProgressViewModel::title() const
{
    if (std::holds_alternative<AwaitingCertificate>(source_.state().stage))
        //: page title: key pair and request are done
        return tr("Đang chờ cấp chứng thư");
    //: page title
    return tr("Đang tạo cặp khoá ký");
}

QString ProgressViewModel::text() const
{
    //: below the title
    return tr("Thường chỉ mất vài phút. Không cần giữ màn hình này.");
}

QString ProgressViewModel::bannerTitle() const
{
    //: title of the information banner while waiting
    return tr("Có thể đóng ứng dụng");
}

QString ProgressViewModel::bannerText() const
{
    //: text of the information banner while waiting
    return tr("Mở lại là tiếp tục đúng bước này.");
}

QString ProgressViewModel::closeText() const
{
    //: button: closes the app, the activation goes on later
    return tr("Đóng, quay lại sau");
}

void ProgressViewModel::noteTimes()
{
    const bool waiting = std::holds_alternative<AwaitingCertificate>(source_.state().stage);
    if (!waiting) {
        if (std::holds_alternative<Enrolling>(source_.state().stage))
            keysAt_.reset();
        tick_.stop();
        return;
    }
    waitingAt_ = source_.dossier().waitingSince;
    if (!keysAt_)
        keysAt_ = waitingAt_ ? *waitingAt_ : source_.serviceNow();
    if (!tick_.isActive())
        tick_.start(15000, this);
}

void ProgressViewModel::fillRows()
{
    const bool waiting = std::holds_alternative<AwaitingCertificate>(source_.state().stage);
    const auto doneAt = [this]() {
        //: detail of a row that is done; %1 is the time of day
        return keysAt_ ? tr("Xong lúc %1").arg(timeOfDayText(*keysAt_)) : QString();
    };
    QString wait;
    if (waiting) {
        const auto since = waitingAt_.value_or(source_.serviceNow());
        const auto minutes = static_cast<int>(
            std::chrono::duration_cast<std::chrono::minutes>(source_.serviceNow() - since).count());
        if (minutes < 1)
            //: detail of the row that waits for the certificate
            wait = tr("Đang chờ");
        else
            //: detail of the row that waits for the certificate; so many minutes so far
            wait = tr("Đang chờ, đã được %n phút", nullptr, minutes);
    }
    rows_.setRows({
        //: row: the signing key is made in the service's HSM
        {tr("Tạo cặp khoá ký"), waiting ? doneAt() : QString(),
         waiting ? Checklist::Done : Checklist::Running},
        //: row: the request for the certificate
        {tr("Gửi yêu cầu chứng thư"), waiting ? doneAt() : QString(),
         waiting ? Checklist::Done : Checklist::Waiting},
        //: row: the certificate is being issued
        {tr("Chờ cấp chứng thư"), wait, waiting ? Checklist::Running : Checklist::Waiting},
        //: row: afterwards the subscriber checks the certificate's data
        {tr("Quý khách kiểm tra thông tin"),
         //: detail of that row: it comes after the others
         tr("Bước sau"), Checklist::Waiting},
    });
}

void ProgressViewModel::refresh()
{
    noteTimes();
    fillRows();
    rows_.retranslate();
    Q_EMIT changed();
}

void ProgressViewModel::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == tick_.timerId())
        fillRows();
}

} // namespace smartca::ui
