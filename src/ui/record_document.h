// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"

#include <QImage>
#include <QList>
#include <QObject>
#include <QQmlEngine>
#include <QSizeF>

#include <functional>
#include <memory>

namespace smartca::ui {

/// One document as pages draw it: the immutable buffer, opened and rendered by Qt Pdf on a thread of its own.
/// The thread starts with the first document, never before.
class RecordDocument : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a view model")
    Q_PROPERTY(int pageCount READ pageCount NOTIFY changed)

public:
    explicit RecordDocument(QObject *parent = nullptr);
    ~RecordDocument() override;

    /// Shows these very bytes (kept, not copied); nothing when null.
    void show(std::shared_ptr<const Bytes> bytes);
    [[nodiscard]] const std::shared_ptr<const Bytes> &bytes() const { return bytes_; }
    /// 0 until the document is open.
    [[nodiscard]] int pageCount() const { return static_cast<int>(pages_.size()); }
    /// Qt Pdf cannot open these bytes, or cannot draw one of their pages.
    [[nodiscard]] bool unreadable() const { return unreadable_; }
    /// Height over width of a page.
    Q_INVOKABLE qreal aspect(int page) const;
    [[nodiscard]] QString pageText(int page) const;
    /// `done` is called later, on this thread, unless `context` is gone by then.
    void render(int page, QSize pixels, QObject *context, std::function<void(QImage)> done);

Q_SIGNALS:
    void changed();

private:
    struct PageFacts {
        QSizeF points;
        QString text;
    };
    class Worker;
    void opened(const std::shared_ptr<const Bytes> &bytes, QList<PageFacts> pages);

    std::shared_ptr<const Bytes> bytes_;
    QList<PageFacts> pages_;
    bool unreadable_ = false;
    std::unique_ptr<Worker> worker_;
};

} // namespace smartca::ui
