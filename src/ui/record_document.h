// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"

#include <QImage>
#include <QObject>
#include <QQmlEngine>
#include <QSizeF>

#include <functional>
#include <memory>

namespace smartca::ui {

/// Renders one PDF off the UI thread. Implemented over Qt Pdf in a room of its own (src/ui/record), so that
/// the first page of the app loads without it.
class PdfRenderer {
public:
    virtual ~PdfRenderer() = default;
    [[nodiscard]] virtual int pageCount() const = 0;
    [[nodiscard]] virtual QSizeF pageSize(int page) const = 0; ///< points
    [[nodiscard]] virtual QString pageText(int page) const = 0;
    /// `done` is called on the thread that asked, never at once.
    virtual void render(int page, QSize pixels, QObject *context, std::function<void(QImage)> done) = 0;
};
/// Parses `bytes` in place (they are kept, not copied).
using PdfOpener = std::function<std::unique_ptr<PdfRenderer>(std::shared_ptr<const Bytes> bytes)>;
/// The opener of this program; set once by main(). Without one documents have no pages.
void setPdfOpener(PdfOpener opener);

/// One document as pages draw it: the immutable buffer and how to render it.
class RecordDocument : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a view model")
    Q_PROPERTY(int pageCount READ pageCount NOTIFY changed)

public:
    using QObject::QObject;
    ~RecordDocument() override;

    void show(std::shared_ptr<const Bytes> bytes);
    [[nodiscard]] const std::shared_ptr<const Bytes> &bytes() const { return bytes_; }
    [[nodiscard]] int pageCount() const;
    /// Height over width of a page.
    Q_INVOKABLE qreal aspect(int page) const;
    [[nodiscard]] QString pageText(int page) const;
    void render(int page, QSize pixels, QObject *context, std::function<void(QImage)> done);

Q_SIGNALS:
    void changed();

private:
    void open() const;

    std::shared_ptr<const Bytes> bytes_;
    mutable std::unique_ptr<PdfRenderer> renderer_;
};

} // namespace smartca::ui
