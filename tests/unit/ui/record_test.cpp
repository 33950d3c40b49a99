// SPDX-License-Identifier: Apache-2.0
#include "app/demo/mail_text.h"
#include "tests/unit/pdf/small_pdf.h"
#include "tests/unit/ui/desk.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace smartca::ui {
namespace {

using namespace activation;

const Fixture &fixtureNamed(const char *name)
{
    return *std::ranges::find(fixtures(), QString::fromLatin1(name), &Fixture::name);
}

/// Waits for the document's own thread; no time is asserted.
bool opened(RecordViewModel &record)
{
    QSignalSpy changed(record.document(), &RecordDocument::changed);
    while (record.pageCount() == 0)
        if (!changed.wait(20000))
            return false;
    return true;
}

TEST(Record, signing_is_locked_until_the_end_was_on_screen)
{
    Desk desk;
    show(fixtureNamed("09-record"), desk.source, desk.activation);
    auto &record = *desk.activation.record();
    record.reachedEnd(); // nothing is shown yet: not read
    EXPECT_EQ(desk.times<RecordReadToEnd>(), 0);
    ASSERT_TRUE(opened(record));
    record.sign();
    EXPECT_EQ(desk.times<SignPressed>(), 0);
    EXPECT_EQ(record.signText().toStdString(), "Đọc hết tài liệu để ký");
    record.reachedEnd();
    EXPECT_EQ(desk.times<RecordReadToEnd>(), 1);
    show(fixtureNamed("09-record-ready"), desk.source, desk.activation);
    ASSERT_TRUE(opened(record));
    record.sign();
    EXPECT_EQ(desk.times<SignPressed>(), 1);
}

TEST(Record, what_is_shown_is_the_buffer_of_the_dossier_itself)
{
    Desk desk;
    show(fixtureNamed("09-record"), desk.source, desk.activation);
    EXPECT_EQ(desk.activation.record()->document()->bytes(), desk.source.dossier().record);
}

TEST(Record, its_words_can_be_read_without_the_picture)
{
    Desk desk;
    show(fixtureNamed("09-record"), desk.source, desk.activation);
    ASSERT_TRUE(opened(*desk.activation.record()));
    EXPECT_EQ(desk.activation.record()->pageCount(), 2);
    EXPECT_TRUE(desk.activation.record()->plainText(0).contains(QStringLiteral("BIÊN BẢN NGHIỆM THU")));
    EXPECT_TRUE(desk.activation.record()->plainText(7).isEmpty());
}

TEST(Record, a_file_that_is_no_pdf_is_never_ready_to_be_signed)
{
    Desk desk;
    auto dossier = fixtureDossier(fixtureNamed("09-record-ready").state);
    dossier.record = std::make_shared<const Bytes>(Bytes{'n', 'o'});
    desk.source.setDossier(dossier);
    desk.source.setState(fixtureNamed("09-record-ready").state);
    QSignalSpy changed(desk.activation.record()->document(), &RecordDocument::changed);
    ASSERT_TRUE(changed.wait(20000));
    EXPECT_FALSE(desk.activation.record()->canSign());
}

TEST(Record, a_file_that_qt_cannot_open_is_told_as_not_showable_and_not_as_loading)
{
    Desk desk;
    auto dossier = fixtureDossier(fixtureNamed("09-record").state);
    dossier.record = std::make_shared<const Bytes>(Bytes{'%', 'P', 'D', 'F', '-', '1', '.', '7', '\n'});
    desk.source.setDossier(dossier);
    desk.source.setState(fixtureNamed("09-record").state);
    QSignalSpy changed(desk.activation.record()->document(), &RecordDocument::changed);
    while (desk.times<Failed>() == 0)
        ASSERT_TRUE(changed.wait(20000));
    const auto &told = std::get<Failed>(desk.source.events().back());
    EXPECT_EQ(told.failure.code, FailureCode::RecordNotShowable);
    desk.source.setState(advance(desk.source.state(), told).next);
    EXPECT_EQ(desk.activation.page(), ActivationViewModel::Page::Problem);
    EXPECT_EQ(desk.times<Failed>(), 1) << "told once";
    // Whoever puts the problem away meets it again instead of a page that loads for ever.
    desk.source.setState(advance(desk.source.state(), FailureDismissed{}).next);
    EXPECT_EQ(desk.times<Failed>(), 2);
}

TEST(Record, a_file_with_a_page_that_qt_cannot_show_is_told_as_not_showable)
{
    // Two pages in the tree, five by its count: Qt Pdf goes by the count.
    const auto pdf = pdf::testing::replaced(pdf::testing::SmallPdf().write(), "/Count 2", "/Count 5");
    Desk desk;
    auto dossier = fixtureDossier(fixtureNamed("09-record").state);
    dossier.record = std::make_shared<const Bytes>(pdf);
    desk.source.setDossier(dossier);
    desk.source.setState(fixtureNamed("09-record").state);
    QSignalSpy changed(desk.activation.record()->document(), &RecordDocument::changed);
    while (desk.times<Failed>() == 0)
        ASSERT_TRUE(changed.wait(20000));
    EXPECT_EQ(std::get<Failed>(desk.source.events().back()).failure.code, FailureCode::RecordNotShowable);
    EXPECT_FALSE(desk.activation.record()->canSign());
}

TEST(Record, saving_it_is_said_with_the_place_in_the_language_of_the_moment)
{
    Desk desk;
    show(fixtureNamed("11-done"), desk.source, desk.activation);
    auto &outcome = *desk.activation.outcome();
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("record.pdf"));
    outcome.save(QUrl::fromLocalFile(path));
    EXPECT_EQ(outcome.savedText(), QStringLiteral("Đã lưu vào %1").arg(path));
    EXPECT_EQ(desk.activation.announcement(), outcome.savedText());
    desk.settings.setLanguage(QStringLiteral("en"));
    EXPECT_EQ(outcome.savedText(), QStringLiteral("Saved to %1").arg(path));
    desk.settings.setLanguage(QStringLiteral("vi"));
}

/// An environment variable that is another for one test.
class Variable {
public:
    Variable(const char *name, const QString &value) : name_(name), kept_(qgetenv(name))
    {
        qputenv(name_, QFile::encodeName(value));
    }
    ~Variable()
    {
        if (kept_.isNull())
            qunsetenv(name_);
        else
            qputenv(name_, kept_);
    }
    Variable(const Variable &) = delete;
    Variable &operator=(const Variable &) = delete;

private:
    const char *name_;
    QByteArray kept_;
};

/// A person whose documents folder does not exist yet.
class Documents {
public:
    [[nodiscard]] QDir folder() const { return home_.filePath(QStringLiteral("Documents")); }
    [[nodiscard]] QStringList names() const { return folder().entryList(QDir::Files, QDir::Name); }
    [[nodiscard]] QString path(const QString &name) const { return folder().filePath(name); }
    [[nodiscard]] QByteArray content(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }

private:
    QTemporaryDir home_;
    Variable person_{"HOME", home_.path()};
    Variable settings_{"XDG_CONFIG_HOME", home_.path()}; // it may name another folder for documents
};

TEST(Record, saved_beside_an_earlier_one_and_never_over_it)
{
    const Documents documents;
    const auto first = QStringLiteral("bien-ban-nghiem-thu.pdf");
    const auto second = QStringLiteral("bien-ban-nghiem-thu (2).pdf");
    const auto third = QStringLiteral("bien-ban-nghiem-thu (3).pdf");
    Desk desk;
    show(fixtureNamed("11-done"), desk.source, desk.activation);
    auto &outcome = *desk.activation.outcome();
    const auto &record = *desk.source.dossier().signedRecord;
    const QByteArray wanted(reinterpret_cast<const char *>(record.data()),
                            static_cast<qsizetype>(record.size()));
    outcome.saveToDocuments();
    EXPECT_EQ(documents.content(first), wanted);
    EXPECT_EQ(outcome.savedText(), QStringLiteral("Đã lưu vào %1").arg(documents.path(first)));
    outcome.saveToDocuments();
    EXPECT_EQ(documents.names(), QStringList{first}) << "it is there already";
    EXPECT_EQ(outcome.savedText(), QStringLiteral("Đã lưu vào %1").arg(documents.path(first)));

    documents.put(first, "of an earlier activation");
    documents.put(second, "of another one");
    outcome.saveToDocuments();
    EXPECT_EQ(documents.content(first), QByteArray("of an earlier activation"));
    EXPECT_EQ(documents.content(second), QByteArray("of another one"));
    EXPECT_EQ(documents.content(third), wanted);
    EXPECT_EQ(outcome.savedText(), QStringLiteral("Đã lưu vào %1").arg(documents.path(third)));
    EXPECT_EQ(desk.activation.announcement(), outcome.savedText());
    outcome.saveToDocuments();
    EXPECT_EQ(documents.names().size(), 3);
}

TEST(Record, that_it_could_not_be_saved_is_said_with_what_can_be_done)
{
    Desk desk;
    show(fixtureNamed("11-done"), desk.source, desk.activation);
    auto &outcome = *desk.activation.outcome();
    outcome.save(QUrl::fromLocalFile(QStringLiteral("/nowhere/record.pdf")));
    EXPECT_TRUE(outcome.savedText().contains(QStringLiteral("quyền ghi")))
        << outcome.savedText().toStdString();
    EXPECT_EQ(desk.activation.announcement(), outcome.savedText());
}

TEST(Certificate, facts_are_read_from_the_certificate_itself)
{
    Desk desk;
    show(fixtureNamed("08-cert"), desk.source, desk.activation);
    auto &certificate = *desk.activation.certificate();
    EXPECT_EQ(certificate.name().toStdString(), "Nguyễn Thị Hoà");
    EXPECT_EQ(certificate.idNumber().toStdString(), "079 •••••• 418");
    certificate.setFullNumber(true);
    EXPECT_EQ(certificate.idNumber().toStdString(), "079 162 001 418");
    EXPECT_EQ(certificate.birthday().toStdString(), "22/11/1962");
    EXPECT_EQ(certificate.validFrom().toStdString(), "22/11/2026");
    EXPECT_EQ(certificate.serial().left(19).toStdString(), "5401 0B7E 2C9A 11F3");
}

TEST(Certificate, what_was_chosen_as_wrong_is_kept_by_going_back_and_not_for_another_certificate)
{
    Desk desk;
    desk.source.setLive(true);
    show(fixtureNamed("08-cert"), desk.source, desk.activation);
    auto &certificate = *desk.activation.certificate();
    certificate.sayWrong();
    certificate.setWrongChoice(1);
    desk.activation.back();
    certificate.sayWrong();
    EXPECT_EQ(certificate.wrongChoice(), 1);
    desk.source.setDossier({});
    EXPECT_EQ(certificate.wrongChoice(), -1);
}

TEST(MailText, quoted_printable_and_base64_parts_are_read_as_a_mail_program_does)
{
    const QByteArray quoted =
        "Subject: x\r\nContent-Type: multipart/alternative;\r\n boundary=\"b\"\r\n\r\n--b\r\n"
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "M=C3=A3 k=C3=ADch ho=E1=BA=A1t: K7MP=\r\n-4QXT\r\n--b\r\nContent-Type: "
        "text/html\r\n\r\n<p>\r\n--b--\r\n";
    EXPECT_EQ(app::demo::plainTextOf(quoted).trimmed().toStdString(), "Mã kích hoạt: K7MP-4QXT");
    const QByteArray plain = "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nTcOjIDE=\n";
    EXPECT_EQ(app::demo::plainTextOf(plain).toStdString(), "Mã 1");
    EXPECT_TRUE(app::demo::plainTextOf("Content-Type: text/html\n\n<p>").isEmpty());
}

} // namespace
} // namespace smartca::ui
