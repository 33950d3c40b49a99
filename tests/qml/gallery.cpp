// SPDX-License-Identifier: Apache-2.0
// smartca-gallery: draws every page in every state, to be looked at one by one.
//   smartca-gallery --out DIR [--only TEXT] [--window 390x844] [--size 1] [--size 2] [--dark] [--english]
#include "tests/qml/stage.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QQuickItem>

using namespace smartca::ui;

namespace {

/// A page that is longer than its window is drawn at its end too.
QQuickItem *scrolledOf(QQuickItem *page)
{
    auto *flickable = page->property("flickable").value<QQuickItem *>();
    if (!flickable || flickable->property("contentHeight").toReal() <= flickable->height() + 1)
        return nullptr;
    return flickable;
}

bool draw(Stage &stage, const Scene &scene, const QString &file)
{
    QQuickItem *page = stage.show(scene);
    for (const QString &warning : stage.warnings())
        qWarning("%s: %s", qPrintable(scene.name), qPrintable(warning));
    if (!page)
        return false;
    stage.window().grabWindow().save(file + QStringLiteral(".png"));
    if (QQuickItem *flickable = scrolledOf(page)) {
        flickable->setProperty("contentY",
                               flickable->property("contentHeight").toReal() - flickable->height());
        stage.window().grabWindow().save(file + QStringLiteral("-end.png"));
    }
    return stage.warnings().isEmpty();
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("out"), {}, QStringLiteral("DIR"), QStringLiteral("gallery")},
                       {QStringLiteral("only"), {}, QStringLiteral("TEXT")},
                       {QStringLiteral("window"), {}, QStringLiteral("WxH"), QStringLiteral("390x844")},
                       {QStringLiteral("size"), {}, QStringLiteral("K"), QStringLiteral("1")},
                       {QStringLiteral("dark"), {}},
                       {QStringLiteral("english"), {}}});
    parser.process(app);

    Look look;
    look.dark = parser.isSet(QStringLiteral("dark"));
    look.english = parser.isSet(QStringLiteral("english"));
    look.textSize = parser.value(QStringLiteral("size")).toDouble();
    const auto sides = parser.value(QStringLiteral("window")).split(u'x');
    look.window = QSize(sides.value(0).toInt(), sides.value(1).toInt());
    const QString directory = parser.value(QStringLiteral("out"));
    QDir().mkpath(directory);

    Stage stage(look);
    const auto wanted = parser.value(QStringLiteral("only")).split(u',', Qt::SkipEmptyParts);
    bool clean = true;
    for (const Scene &scene : allScenes()) {
        const QString &name = scene.name;
        const auto named = [&name](const QString &part) { return name.contains(part); };
        if (wanted.isEmpty() || std::any_of(wanted.begin(), wanted.end(), named))
            clean = draw(stage, scene, directory + u'/' + name) && clean;
    }
    return clean ? 0 : 1;
}
