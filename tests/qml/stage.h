// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/activation_view_model.h"
#include "ui/app_settings.h"
#include "ui/fixtures/scenes.h"
#include "ui/translation.h"

#include <QQmlEngine>
#include <QQuickWindow>

#include <functional>
#include <memory>

namespace smartca::ui {

/// How a scene is looked at.
struct Look {
    bool english = false;
    bool dark = false;
    qreal textSize = 1;
    QSize window{390, 844};
};

/// A window in which one scene after the other is set up, on the real pages and view models.
class Stage {
public:
    explicit Stage(const Look &look);
    ~Stage();

    /// The page's root item; null when it could not be made (see `warnings`).
    QQuickItem *show(const Scene &scene);
    QQuickWindow &window() { return window_; }
    /// A property of the Tokens singleton.
    [[nodiscard]] QVariant token(const char *name) const { return tokens_->property(name); }
    FixtureSource &source() { return *source_; }
    ActivationViewModel &model() { return *model_; }
    /// Everything the engine complained about since the last scene.
    [[nodiscard]] const QStringList &warnings() const { return warnings_; }

private:
    void settle();

    QQmlEngine engine_;
    QQuickWindow window_;
    AppSettings settings_;
    Translation translation_;
    std::unique_ptr<FixtureSource> source_;
    std::unique_ptr<ActivationViewModel> model_;
    std::unique_ptr<QQuickItem> page_;
    QStringList warnings_;
    QObject *tokens_ = nullptr;
};

/// `item` and all it holds, but for what is hidden.
void walkVisible(QQuickItem *item, const std::function<void(QQuickItem &)> &visit);
[[nodiscard]] bool isControl(const QQuickItem &item);

} // namespace smartca::ui
