// SPDX-License-Identifier: Apache-2.0
#include "tests/qml/stage.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QQmlComponent>
#include <QQuickItem>

namespace smartca::ui {

Stage::Stage(const Look &look) : translation_(settings_)
{
    engine_.addImportPath(QStringLiteral("qrc:/qt/qml"));
    translation_.follow(&engine_);
    QObject::connect(&engine_, &QQmlEngine::warnings, &engine_, [this](const QList<QQmlError> &errors) {
        for (const auto &error : errors)
            warnings_.append(error.toString());
    });
    settings_.setLanguage(look.english ? QStringLiteral("en") : QStringLiteral("vi"));
    settings_.setTextSize(look.textSize);

    QQmlComponent tokensOf(&engine_);
    tokensOf.setData("import QtQml\nimport Smartca.Design\nQtObject { property QtObject tokens: Tokens }",
                     {});
    const std::unique_ptr<QObject> holder(tokensOf.create());
    if (!holder)
        qFatal("%s", qPrintable(tokensOf.errorString()));
    auto *tokens = tokens_ = holder->property("tokens").value<QObject *>();
    tokens->setProperty("dark", look.dark);
    tokens->setProperty("textScale", look.textSize);
    tokens->setProperty("wide", look.window.width() >= 700);
    tokens->setProperty("reduceMotion", true);

    window_.resize(look.window);
    window_.show();
    // Until the window has its size.
    while (window_.contentItem()->size() != window_.size().toSizeF())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
}

Stage::~Stage()
{
    page_.reset();
    model_.reset();
}

QQuickItem *Stage::show(const Scene &scene)
{
    page_.reset();
    model_.reset();
    warnings_.clear();
    source_ = std::make_unique<FixtureSource>();
    model_ = std::make_unique<ActivationViewModel>(*source_, settings_);
    ui::show(*scene.fixture, *source_, *model_);

    QQmlComponent component(&engine_, model_->pageUrl());
    std::unique_ptr<QObject> made(component.createWithInitialProperties(
        {{QStringLiteral("activation"), QVariant::fromValue(model_.get())},
         {QStringLiteral("settings"), QVariant::fromValue(&settings_)}}));
    auto *item = qobject_cast<QQuickItem *>(made.get());
    if (!item) {
        warnings_.append(component.errorString());
        return nullptr;
    }
    made.release();
    page_.reset(item);
    item->setParentItem(window_.contentItem());
    item->setSize(window_.contentItem()->size());
    item->setFocus(true);
    settle();
    if (scene.opened) {
        open(scene, *item);
        settle();
    }
    return item;
}

/// Lets bindings and polishing come to rest, and the thread that draws documents come to its end.
void Stage::settle()
{
    QElapsedTimer since;
    since.start();
    const auto drawing = [this, &since] {
        const bool reading = model_->page() == ActivationViewModel::Page::Record ||
                             (page_ && page_->property("viewing").toBool()); // the signed record, on its own
        return reading && !source_->state().facts.transactionId.empty() &&
               (model_->record()->pageCount() == 0 || since.elapsed() < 300);
    };
    (void)window_.grabWindow();
    do
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    while (drawing() && since.elapsed() < 5000);
    (void)window_.grabWindow();
    QCoreApplication::processEvents();
}

void walkVisible(QQuickItem *item, const std::function<void(QQuickItem &)> &visit)
{
    if (!item->isVisible())
        return;
    visit(*item);
    for (QQuickItem *child : item->childItems())
        walkVisible(child, visit);
}

bool isControl(const QQuickItem &item)
{
    return item.inherits("QQuickAbstractButton") || item.inherits("QQuickTextInput") ||
           item.inherits("smartca::ui::PasswordInput");
}

} // namespace smartca::ui
