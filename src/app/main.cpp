// SPDX-License-Identifier: Apache-2.0
// smartca-app: the composition root. Reads what it was called with, puts the parts together, runs.
#include "app/application.h"
#include "app/doorbell.h"
#include "app/first_frame.h"
#include "app/gallery.h"
#include "app/live.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QStandardPaths>

#include <utility>

using namespace smartca;

namespace {

struct Called {
    QString profile;
    QString home;
    QString screens;
    QString link;
    bool selfTest = false;
    bool benchFirstFrame = false;
    bool benchPages = false;
};

Called readArguments(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QStringLiteral("SmartCA: activate an account and sign documents."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {QStringLiteral("profile"), QStringLiteral("Service profile, as the service wrote it."),
         QStringLiteral("file")},
        {QStringLiteral("home"), QStringLiteral("Folder of this installation."), QStringLiteral("dir")},
        {QStringLiteral("lang"), QStringLiteral("vi or en."), QStringLiteral("tag")},
        {QStringLiteral("theme"), QStringLiteral("light, dark or system."), QStringLiteral("name")},
        {QStringLiteral("text-size"), QStringLiteral("0.85 to 2.0."), QStringLiteral("factor")},
        {QStringLiteral("self-test"), QStringLiteral("Load every page in every state; fail on any warning.")},
        {QStringLiteral("screens"), QStringLiteral("Paint every page in every state into a folder."),
         QStringLiteral("dir")},
        {QStringLiteral("bench-first-frame"), QStringLiteral("Print time and memory of the first frame.")},
        {QStringLiteral("bench-pages"),
         QStringLiteral("Print the longest stall of the UI thread for each page.")},
    });
    parser.addPositionalArgument(QStringLiteral("link"), QStringLiteral("The activation link of the e-mail."),
                                 QStringLiteral("[link]"));
    parser.process(*QCoreApplication::instance());
    return {.profile = parser.value(QStringLiteral("profile")),
            .home = parser.value(QStringLiteral("home")),
            .screens = parser.value(QStringLiteral("screens")),
            .link = parser.positionalArguments().value(0),
            .selfTest = parser.isSet(QStringLiteral("self-test")),
            .benchFirstFrame = parser.isSet(QStringLiteral("bench-first-frame")),
            .benchPages = parser.isSet(QStringLiteral("bench-pages"))};
}

/// What was said about language, theme and text size wins over what was kept.
void apply(const QCommandLineParser &parser, ui::AppSettings &settings)
{
    if (parser.isSet(QStringLiteral("lang")))
        settings.setLanguage(parser.value(QStringLiteral("lang")));
    if (parser.isSet(QStringLiteral("theme")))
        settings.setThemeName(parser.value(QStringLiteral("theme")));
    if (parser.isSet(QStringLiteral("text-size")))
        settings.setTextSize(parser.value(QStringLiteral("text-size")).toDouble());
}

/// Another program was faster on this home, be it by an instant.
bool isInUse(const journey::activation::State &state)
{
    return state.failure && state.failure->code == FailureCode::HomeInUse;
}

int run(const Called &called, const QCommandLineParser &parser)
{
    const QString home = called.home.isEmpty()
                             ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                             : called.home;
    // Measurements have a window of their own, whatever else is open.
    const bool alone = !called.benchFirstFrame;
    if (alone && app::Doorbell::ring(home, called.link))
        return 0;              // the window that is open has come forward, and has the link
    (void)app::makeHome(home); // when it cannot be made, the session says so where a page can show it
    ui::AppSettings settings(home);
    apply(parser, settings);

    const auto source = app::makeLiveSource(called.profile, home, settings);
    app::Application application(*source, settings);
    if (!application.load())
        return 1;
    const auto open = [&application](const QString &link) {
        if (!link.isEmpty())
            application.activation().openLink(link);
    };
    app::Doorbell doorbell(home, [&](const QString &link) {
        app::bringForward(*application.window());
        open(link);
    });
    if (called.benchFirstFrame)
        app::benchFirstFrame(application.window());
    else {
        QObject::connect(source.get(), &ui::SessionSource::stateChanged, &doorbell,
                         [&, link = called.link]() mutable {
                             if (source->session()) {
                                 doorbell.listen();
                                 open(std::exchange(link, {}));
                             } else if (isInUse(source->state()) && app::Doorbell::ring(home, link)) {
                                 QCoreApplication::quit();
                             }
                         });
        QObject::connect(application.window(), &QQuickWindow::frameSwapped, source.get(),
                         &ui::SessionSource::open,
                         static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    }
    return QGuiApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    app::prepareProcess();
    QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    const auto called = readArguments(parser);
    if (called.selfTest)
        return app::selfTest();
    if (!called.screens.isEmpty())
        return app::paintScreens(called.screens);
    if (called.benchPages)
        return app::benchPages();
    return run(called, parser);
}
