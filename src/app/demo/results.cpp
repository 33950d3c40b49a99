// SPDX-License-Identifier: Apache-2.0
#include "app/demo/results.h"

#include "app/demo/person.h"
#include "ui/words.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace smartca::app::demo {
namespace {

using ui::toQString;

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

bool Results::paint(const QString &language, const QString &subfolder, const QString &file) const
{
    app_.settings().setLanguage(language);
    // Long enough for a page to have come in; a document's picture is drawn on a thread of its own.
    Person::pause(app_.activation().page() == ui::ActivationViewModel::Page::Record ? 200 : 30);
    QDir into(folder_.filePath(subfolder));
    return into.mkpath(QStringLiteral(".")) && app_.window()->grabWindow().save(into.filePath(file));
}

bool Results::takePicture(const QString &name)
{
    const auto file = QStringLiteral("%1-%2.png").arg(pictures_ + 1, 2, 10, QLatin1Char('0')).arg(name);
    const auto english = QStringLiteral("screens/en");
    const auto vietnamese = QStringLiteral("screens");
    const auto page = app_.activation().page();
    if (!paint(QStringLiteral("en"), english, file) || !paint(QStringLiteral("vi"), vietnamese, file))
        return false;
    if (app_.activation().page() == page) {
        ++pictures_;
        return true;
    }
    // The journey went on meanwhile: the two would show two pages, or not the one of the name.
    return folder_.remove(english + u'/' + file) && folder_.remove(vietnamese + u'/' + file);
}

void Results::note(const trace::Entry &entry)
{
    const auto state = toQString(nameOf(entry.after.stage));
    if (!states_.isEmpty() && states_.last()[QStringLiteral("state")] == state)
        return;
    states_.append(QJsonObject{{QStringLiteral("state"), state},
                               {QStringLiteral("at"), toQString(toRfc3339(entry.at))}});
}

bool Results::write(const client::ActivationSession &session, const QString &username) const
{
    const auto &dossier = session.dossier();
    if (!dossier.signedRecord || !dossier.certificate)
        return false;
    const QByteArray record(reinterpret_cast<const char *>(dossier.signedRecord->data()),
                            static_cast<qsizetype>(dossier.signedRecord->size()));
    const auto &facts = session.state().facts;
    const QJsonObject summary{
        {QStringLiteral("username"), username},
        {QStringLiteral("credentialId"), toQString(facts.credentialId)},
        {QStringLiteral("serial"), toQString(facts.serial)},
        {QStringLiteral("states"), states_},
        {QStringLiteral("requests"), session.requestCount()},
        {QStringLiteral("connections"), session.connectionCount()},
    };
    return writeFile(folder_.filePath(QStringLiteral("acceptance-record.pdf")), record) &&
           writeFile(folder_.filePath(QStringLiteral("certificate.pem")),
                     QByteArray::fromStdString(dossier.certificate->pem())) &&
           writeFile(folder_.filePath(QStringLiteral("summary.json")), QJsonDocument(summary).toJson());
}

} // namespace smartca::app::demo
