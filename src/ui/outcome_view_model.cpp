// SPDX-License-Identifier: Apache-2.0
#include "ui/outcome_view_model.h"

#include "ui/words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace smartca::ui {

using namespace activation;

namespace {

bool holds(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return QFileInfo(file).isFile() && file.open(QIODevice::ReadOnly) && file.size() == content.size() &&
           file.readAll() == content;
}

bool write(const QString &path, const QByteArray &content)
{
    QSaveFile out(path);
    return out.open(QIODevice::WriteOnly) && out.write(content) == content.size() && out.commit();
}

/// “name.ending”, or the first of “name (2).ending”, … that does not stand for something else already.
QString pathFor(const QByteArray &content, const QDir &folder, const QString &name, const QString &ending)
{
    QString path = folder.filePath(name + ending);
    for (int next = 2; QFileInfo::exists(path) && !holds(path, content); ++next)
        path = folder.filePath(QStringLiteral("%1 (%2)%3").arg(name).arg(next).arg(ending));
    return path;
}

} // namespace

OutcomeViewModel::OutcomeViewModel(JourneySource &source, QObject *parent) : QObject(parent), source_(source)
{}

bool OutcomeViewModel::handedIn() const
{
    const auto &state = source_.state();
    return state.facts.handedIn || std::holds_alternative<Active>(state.stage) ||
           std::holds_alternative<AtHome>(state.stage);
}

QString OutcomeViewModel::doneTitle() const
{
    if (handedIn())
        //: page title: the service has accepted the signed record
        return tr("Đã ký thành công");
    //: page title: signed and verified, being handed in
    return tr("Đã ký, đang nộp biên bản");
}

QString OutcomeViewModel::doneText() const
{
    if (handedIn())
        //: below the title
        return tr("Tài khoản đã được kích hoạt. Từ nay Quý khách ký được trên mọi hệ thống liên kết.");
    //: below the title
    return tr("Chữ ký đã được lưu, không cần nhập lại mã PIN.");
}

QString OutcomeViewModel::signer() const
{
    const auto &certificate = source_.dossier().certificate;
    return certificate ? toQString(certificate->commonName()) : QString();
}

QString OutcomeViewModel::signedAt() const
{
    const auto &at = source_.dossier().signedAt;
    return at ? dayAndTimeText(*at) : QString();
}

QString OutcomeViewModel::resultText() const
{
    if (source_.sandbox())
        //: result of the app's own verification, in a sandbox
        return tr("Chữ ký đúng, tài liệu nguyên vẹn (thử nghiệm)");
    //: result of the app's own verification
    return tr("Chữ ký đúng, tài liệu nguyên vẹn");
}

QString OutcomeViewModel::documentName() const
{
    //: name of the document that is signed to complete the activation
    return tr("Biên bản nghiệm thu");
}

QByteArray OutcomeViewModel::recordContent() const
{
    const auto &record = *source_.dossier().signedRecord;
    return QByteArray::fromRawData(reinterpret_cast<const char *>(record.data()),
                                   static_cast<qsizetype>(record.size()));
}

bool OutcomeViewModel::canSave() const
{
    return source_.dossier().signedRecord != nullptr;
}

QString OutcomeViewModel::stoppedTitle() const
{
    //: page title: the subscriber said that the certificate's data is wrong
    return tr("Đã dừng kích hoạt");
}

QString OutcomeViewModel::stoppedText() const
{
    //: below the title
    return tr("Chứng thư này sẽ bị thu hồi và chưa ký gì. Tổng đài sẽ sửa thông tin rồi gửi mã mới.");
}

int OutcomeViewModel::resumeStepsDone() const
{
    const auto &facts = source_.state().facts;
    if (!facts.transactionId.empty())
        return 4;
    if (!facts.credentialId.empty())
        return 3;
    return facts.activationId.empty() ? 0 : 1;
}

QString OutcomeViewModel::resumeText() const
{
    //: how many of the five steps are done
    return tr("Đã xong %1 trên %2 bước.").arg(resumeStepsDone()).arg(5);
}

QString OutcomeViewModel::startOverWarning() const
{
    if (!source_.state().facts.serial.empty())
        //: what starting over loses once the certificate is issued
        return tr(
            "Các bước đã làm trên máy này sẽ bị bỏ và chứng thư vừa cấp sẽ bị thu hồi. Mã kích hoạt cũ không "
            "dùng lại được, cần mã mới gửi qua email.");
    //: what starting over loses
    return tr("Các bước đã làm trên máy này sẽ bị bỏ. Mã kích hoạt cũ không dùng lại được, cần mã mới gửi "
              "qua email.");
}

void OutcomeViewModel::save(const QUrl &file)
{
    if (!canSave())
        return;
    const QString path = file.toLocalFile();
    const auto content = recordContent();
    saving_ = Saving{QDir::toNativeSeparators(path), holds(path, content) || write(path, content)};
    Q_EMIT changed();
    Q_EMIT announced(savedText());
}

QString OutcomeViewModel::savedText() const
{
    if (!saving_)
        return {};
    if (saving_->done)
        //: after saving the signed record; %1 is the file
        return tr("Đã lưu vào %1").arg(saving_->path);
    //: the signed record could not be saved; %1 is the file
    return tr("Chưa lưu được vào %1. Hãy xoá bớt tệp hoặc kiểm tra quyền ghi của thư mục, rồi bấm Lưu tệp "
              "lần "
              "nữa. Biên bản vẫn được giữ trong ứng dụng.")
        .arg(saving_->path);
}

void OutcomeViewModel::saveToDocuments()
{
    if (!canSave())
        return;
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    folder.mkpath(QStringLiteral("."));
    //: file name, without marks and spaces
    const auto name = tr("bien-ban-nghiem-thu");
    save(QUrl::fromLocalFile(pathFor(recordContent(), folder, name, QStringLiteral(".pdf"))));
}

void OutcomeViewModel::goHome()
{
    source_.submit(HomePressed{});
}

void OutcomeViewModel::reactivate()
{
    source_.submit(ReactivationWanted{});
}

void OutcomeViewModel::resume()
{
    source_.submit(ResumeWanted{});
}

void OutcomeViewModel::startOver()
{
    source_.submit(StartOverWanted{});
}

void OutcomeViewModel::refresh()
{
    if (!canSave()) // what was saved was another record
        saving_.reset();
    Q_EMIT changed();
}

} // namespace smartca::ui
