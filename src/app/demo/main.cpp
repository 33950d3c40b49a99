// SPDX-License-Identifier: Apache-2.0
// smartca-demo: the real app (same QML, same view models, live session) driven through the whole journey,
// with no other way in than its window.
#include "app/demo/activation.h"
#include "app/demo/mail_text.h"
#include "app/live.h"

#include <QCommandLineParser>
#include <QFile>
#include <QGuiApplication>
#include <QTextStream>

using namespace smartca;

namespace {

int fail(const QString &why)
{
    QTextStream(stderr) << why << '\n';
    return 1;
}

QString mailTextIn(const QString &path)
{
    QFile mail(path);
    return mail.open(QIODevice::ReadOnly) ? app::demo::plainTextOf(mail.readAll()) : QString();
}

int drive(const QString &profileFile, const QString &mail, const QString &home, const QString &out)
{
    if (const auto profile = app::readProfile(profileFile); !profile)
        return fail(QStringLiteral("The profile cannot be read: ") +
                    QString::fromStdString(profile.error().detail));
    const auto text = mailTextIn(mail);
    if (text.isEmpty())
        return fail(QStringLiteral("The e-mail has no text: ") + mail);
    if (!app::makeHome(home))
        return fail(QStringLiteral("The folder cannot be made: ") + home);

    ui::AppSettings settings(home);
    settings.setTheme(ui::AppSettings::Theme::Light);
    settings.setReduceMotion(true);
    const auto source = app::makeLiveSource(profileFile, home, settings);
    app::Application application(*source, settings);
    if (!application.load())
        return 1;
    source->open();
    if (!source->session())
        return fail(QStringLiteral("The device cannot be used."));
    app::demo::Results results(out, application);
    QObject::connect(source->session(), &client::ActivationSession::entryAdded, source.get(),
                     [&](const trace::Entry &entry) { results.note(entry); });
    app::demo::Activation activation(application, results);
    if (!activation.run(text))
        return 1;
    const auto username = application.activation().details()->username();
    if (!results.write(*source->session(), username))
        return fail(QStringLiteral("The results cannot be written to ") + out);
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    app::prepareProcess();
    QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Drives the app through a whole activation."));
    parser.addHelpOption();
    const QCommandLineOption profile(QStringLiteral("profile"), QStringLiteral("Service profile."),
                                     QStringLiteral("file"));
    const QCommandLineOption mail(QStringLiteral("mail"), QStringLiteral("The activation e-mail."),
                                  QStringLiteral("file"));
    const QCommandLineOption home(QStringLiteral("home"), QStringLiteral("Folder of the installation."),
                                  QStringLiteral("dir"));
    const QCommandLineOption out(QStringLiteral("out"), QStringLiteral("Folder for the results."),
                                 QStringLiteral("dir"));
    parser.addOptions({profile, mail, home, out});
    parser.process(application);
    for (const auto *option : {&profile, &mail, &home, &out})
        if (!parser.isSet(*option))
            parser.showHelp(1);
    return drive(parser.value(profile), parser.value(mail), parser.value(home), parser.value(out));
}
