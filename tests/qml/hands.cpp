// SPDX-License-Identifier: Apache-2.0
#include "tests/qml/hands.h"

#include <QAccessible>

namespace smartca::ui {

const Scene &sceneNamed(const char *name)
{
    static const auto scenes = allScenes();
    const auto found = std::find_if(scenes.begin(), scenes.end(),
                                    [name](const Scene &scene) { return scene.name == QLatin1String(name); });
    if (found == scenes.end())
        qFatal("no scene %s", name);
    return *found;
}

std::string describe(const QQuickItem &item)
{
    const auto *accessible = QAccessible::queryAccessibleInterface(const_cast<QQuickItem *>(&item));
    return item.metaObject()->className() + std::string(" ") +
           (accessible ? accessible->text(QAccessible::Name).toStdString() : "");
}

std::vector<QQuickItem *> controlsOf(QQuickItem &root)
{
    std::vector<QQuickItem *> found;
    walkVisible(&root, [&found](QQuickItem &item) {
        if (isControl(item) && item.isEnabled())
            found.push_back(&item);
    });
    return found;
}

QQuickItem &inReach(QQuickWindow &window)
{
    QQuickItem *top = window.contentItem();
    walkVisible(window.contentItem(), [&top](QQuickItem &item) {
        if (item.inherits("QQuickPopupItem"))
            top = &item;
    });
    return *top;
}

bool isOnScreen(const QQuickItem &item, const QQuickWindow &window)
{
    QRectF seen(0, 0, window.width(), window.height());
    const QRectF place = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()));
    for (const QQuickItem *at = item.parentItem(); at; at = at->parentItem())
        if (at->clip())
            seen = seen.intersected(at->mapRectToScene(QRectF(0, 0, at->width(), at->height())));
    return seen.adjusted(-1, -1, 1, 1).contains(place) ||
           (place.height() > seen.height() && seen.intersects(place));
}

} // namespace smartca::ui
