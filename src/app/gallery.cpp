// SPDX-License-Identifier: Apache-2.0
#include "app/gallery.h"

#include "app/application.h"
#include "ui/fixtures/scenes.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQuickItem>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <map>

namespace smartca::app {
namespace {

using ui::ActivationViewModel;
using ui::AppSettings;

std::atomic<int> warnings{0};

void count(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type != QtDebugMsg && type != QtInfoMsg)
        ++warnings;
    QTextStream(stderr) << message << '\n';
}

struct Look {
    const char *name;
    const char *language;
    AppSettings::Theme theme;
    qreal textSize;
};
constexpr Look looks[] = {
    {"vi-light", "vi", AppSettings::Theme::Light, 1.0},
    {"en-light", "en", AppSettings::Theme::Light, 1.0},
    {"en-dark", "en", AppSettings::Theme::Dark, 1.0},
    {"vi-dark", "vi", AppSettings::Theme::Dark, 1.0},
    {"vi-light-200", "vi", AppSettings::Theme::Light, 2.0},
    {"en-light-200", "en", AppSettings::Theme::Light, 2.0},
    {"en-dark-200", "en", AppSettings::Theme::Dark, 2.0},
    {"vi-dark-200", "vi", AppSettings::Theme::Dark, 2.0},
};

/// The app over fixtures, without a home.
struct Gallery {
    ui::FixtureSource source;
    AppSettings settings;
    Application app{source, settings};

    bool load()
    {
        settings.setReduceMotion(true);
        return app.load();
    }
    void look(const Look &look)
    {
        settings.setLanguage(QString::fromLatin1(look.language));
        settings.setTheme(look.theme);
        settings.setTextSize(look.textSize);
    }
    void show(const ui::Fixture &fixture) { ui::show(fixture, source, app.activation()); }
    void show(const ui::Scene &scene)
    {
        show(*scene.fixture);
        if (auto *shown = page())
            ui::open(scene, *shown);
        else
            qWarning("There is no page.");
    }
    [[nodiscard]] QQuickItem *page() { return app.window()->property("page").value<QQuickItem *>(); }
    /// The record, or the signed one over the last page.
    [[nodiscard]] bool showsDocument()
    {
        return app.activation().page() == ActivationViewModel::Page::Record ||
               (page() && page()->property("viewing").toBool());
    }
    /// Until the document's thread has drawn what the page shows.
    void settle()
    {
        QElapsedTimer since;
        since.start();
        const auto drawing = [this] {
            return showsDocument() && !source.state().facts.transactionId.empty() &&
                   app.activation().record()->pageCount() == 0;
        };
        do
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        while (drawing() && since.elapsed() < 5000);
    }
};

int failed(const char *why)
{
    QTextStream(stderr) << why << '\n';
    return 1;
}

} // namespace

int selfTest()
{
    qInstallMessageHandler(count);
    Gallery gallery;
    if (!gallery.load())
        return failed("the window cannot be loaded");
    int shown = 0;
    for (const auto &scene : ui::allScenes()) {
        const int before = warnings;
        gallery.show(scene);
        for (const auto &look : looks) {
            gallery.look(look);
            gallery.settle();
            if (gallery.app.window()->grabWindow().isNull())
                return failed("nothing was drawn");
            ++shown;
        }
        if (warnings != before)
            QTextStream(stderr) << "  ^ " << scene.name << '\n';
    }
    QTextStream(stdout) << shown << " pages shown, " << warnings << " warnings\n";
    return warnings == 0 ? 0 : 1;
}

int paintScreens(const QString &folder)
{
    Gallery gallery;
    if (!gallery.load())
        return failed("the window cannot be loaded");
    for (const auto &look : looks) {
        const QDir into(folder + u'/' + QString::fromLatin1(look.name));
        if (!into.mkpath(QStringLiteral(".")))
            return failed("the folder cannot be made");
        gallery.look(look);
        for (const auto &scene : ui::allScenes()) {
            gallery.show(scene);
            gallery.settle();
            // The page's picture comes a moment after the document is open.
            if (gallery.showsDocument()) {
                QEventLoop wait;
                QTimer::singleShot(150, &wait, &QEventLoop::quit);
                wait.exec();
            }
            if (!gallery.app.window()->grabWindow().save(into.filePath(scene.name + QStringLiteral(".png"))))
                return failed("a picture cannot be written");
        }
    }
    return 0;
}

int benchPages()
{
    Gallery gallery;
    if (!gallery.load())
        return failed("the window cannot be loaded");
    gallery.settle();
    // A beat every millisecond: the longest silence between two is how long the UI thread answered nothing.
    QElapsedTimer sinceBeat;
    qint64 longest = 0;
    QTimer beat;
    beat.setTimerType(Qt::PreciseTimer);
    QObject::connect(&beat, &QTimer::timeout, &gallery.source, [&] {
        longest = std::max(longest, sinceBeat.nsecsElapsed());
        sinceBeat.start();
    });
    sinceBeat.start();
    beat.start(1);
    std::map<QString, qint64> stalls;
    const auto pages = QMetaEnum::fromType<ActivationViewModel::Page>();
    for (const auto &fixture : ui::fixtures()) {
        longest = 0;
        QEventLoop loop;
        QTimer::singleShot(0, &loop, [&] { gallery.show(fixture); });
        QTimer::singleShot(200, &loop, &QEventLoop::quit);
        loop.exec();
        const auto page =
            QString::fromLatin1(pages.valueToKey(static_cast<int>(gallery.app.activation().page())));
        stalls[page] = std::max(stalls[page], longest);
    }
    QJsonArray rows;
    for (const auto &[page, nanoseconds] : stalls)
        rows.append(QJsonObject{{QStringLiteral("page"), page},
                                {QStringLiteral("longestStallMs"), static_cast<double>(nanoseconds) / 1e6}});
    QTextStream(stdout)
        << QJsonDocument(QJsonObject{{QStringLiteral("pages"), rows}}).toJson(QJsonDocument::Compact) << '\n';
    return 0;
}

} // namespace smartca::app
