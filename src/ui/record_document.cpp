// SPDX-License-Identifier: Apache-2.0
#include "ui/record_document.h"

#include <QBuffer>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QPointer>
#include <QThread>

namespace smartca::ui {

/// Qt Pdf on its own thread. Everything it touches lives and dies there.
class RecordDocument::Worker {
public:
    Worker()
    {
        thread_.setObjectName(QStringLiteral("document"));
        context_.moveToThread(&thread_);
        thread_.start();
    }
    ~Worker()
    {
        QMetaObject::invokeMethod(
            &context_, [this] { forget(); }, Qt::BlockingQueuedConnection);
        thread_.quit();
        thread_.wait();
    }
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    template<class Work>
    void run(Work work)
    {
        QMetaObject::invokeMethod(&context_, std::move(work), Qt::QueuedConnection);
    }

    // on the thread
    /// Empty when Qt cannot open the file or one of its pages.
    [[nodiscard]] QList<PageFacts> open(std::shared_ptr<const Bytes> bytes)
    {
        pdf_.reset();
        bytes_ = std::move(bytes);
        buffer_ = std::make_unique<QBuffer>();
        // The very octets that are hashed: borrowed, not copied, and kept alive beside.
        buffer_->setData(QByteArray::fromRawData(reinterpret_cast<const char *>(bytes_->data()),
                                                 static_cast<qsizetype>(bytes_->size())));
        buffer_->open(QIODevice::ReadOnly);
        pdf_ = std::make_unique<QPdfDocument>();
        pdf_->load(buffer_.get());
        QList<PageFacts> pages;
        for (int page = 0; page < pdf_->pageCount(); ++page) {
            if (pdf_->pagePointSize(page).isEmpty())
                return {}; // a page that is counted and is not there
            pages.append({pdf_->pagePointSize(page), pdf_->getAllText(page).text()});
        }
        return pages;
    }
    [[nodiscard]] QImage render(int page, QSize pixels)
    {
        return pdf_ ? pdf_->render(page, pixels) : QImage();
    }
    void forget()
    {
        pdf_.reset();
        buffer_.reset();
        bytes_.reset();
    }

private:
    QThread thread_;
    QObject context_;
    std::shared_ptr<const Bytes> bytes_;
    std::unique_ptr<QBuffer> buffer_;
    std::unique_ptr<QPdfDocument> pdf_;
};

RecordDocument::RecordDocument(QObject *parent) : QObject(parent) {}

RecordDocument::~RecordDocument() = default;

void RecordDocument::show(std::shared_ptr<const Bytes> bytes)
{
    if (bytes == bytes_)
        return;
    bytes_ = std::move(bytes);
    pages_.clear();
    unreadable_ = false;
    Q_EMIT changed();
    if (!bytes_) {
        if (worker_)
            worker_->run([worker = worker_.get()] { worker->forget(); });
        return;
    }
    if (!worker_)
        worker_ = std::make_unique<Worker>();
    // `this` outlives the thread: the destructor waits for it.
    worker_->run([this, worker = worker_.get(), shown = bytes_] {
        auto pages = worker->open(shown);
        QMetaObject::invokeMethod(
            this, [this, shown, pages] { opened(shown, pages); }, Qt::QueuedConnection);
    });
}

void RecordDocument::opened(const std::shared_ptr<const Bytes> &bytes, QList<PageFacts> pages)
{
    if (bytes != bytes_)
        return; // another document came meanwhile
    pages_ = std::move(pages);
    unreadable_ = pages_.isEmpty();
    Q_EMIT changed();
}

qreal RecordDocument::aspect(int page) const
{
    constexpr qreal a4 = 1.4142;
    if (page < 0 || page >= pageCount() || pages_[page].points.width() <= 0)
        return a4;
    return pages_[page].points.height() / pages_[page].points.width();
}

QString RecordDocument::pageText(int page) const
{
    return page >= 0 && page < pageCount() ? pages_[page].text : QString();
}

void RecordDocument::render(int page, QSize pixels, QObject *context, std::function<void(QImage)> done)
{
    if (!worker_ || page < 0 || page >= pageCount())
        return;
    QPointer<QObject> asker(context);
    worker_->run([this, asker, worker = worker_.get(), page, pixels, done = std::move(done), shown = bytes_] {
        auto picture = worker->render(page, pixels);
        // The asking item may be gone by then; asked on its own thread.
        QMetaObject::invokeMethod(
            this,
            [this, asker, done, picture, shown] {
                if (asker)
                    done(picture);
                if (picture.isNull() && shown == bytes_ && !std::exchange(unreadable_, true))
                    Q_EMIT changed();
            },
            Qt::QueuedConnection);
    });
}

} // namespace smartca::ui
