// SPDX-License-Identifier: Apache-2.0
#include "tests/qml/hands.h"

/// The page of the record says where one is and what is missing, at every size.
namespace smartca::ui {
namespace {

class TheRecord : public Hands, public testing::WithParamInterface<Look> {
protected:
    QQuickItem *scrolled() { return page_->property("flickable").value<QQuickItem *>(); }
    void scrollTo(qreal y)
    {
        scrolled()->setProperty("contentY", y);
        QCoreApplication::processEvents();
        (void)window().grabWindow();
    }
    qreal end() { return scrolled()->property("contentHeight").toReal() - scrolled()->height(); }
    /// What the button that floats over the pages hides.
    std::vector<std::string> covered(const QString &button)
    {
        QRectF pill;
        walkVisible(page_, [&](QQuickItem &item) {
            if (isControl(item) && item.property("text").toString() == button)
                pill = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()));
        });
        std::vector<std::string> found;
        walkVisible(scrolled(), [&](QQuickItem &item) {
            if (item.inherits("QQuickText") &&
                pill.intersects(item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))))
                found.push_back(item.property("text").toString().toStdString());
        });
        return found;
    }

    QQuickItem *page_ = nullptr;
};

TEST_P(TheRecord, says_which_page_and_what_is_missing_and_covers_no_words)
{
    const bool english = GetParam().english;
    const auto zoom = english ? QStringLiteral("Enlarge") : QStringLiteral("Phóng to");
    page_ = &shown("09-record", GetParam());
    auto &record = *stage_->model().record();
    EXPECT_LE(window().height() - scrolled()->mapToScene({0, scrolled()->height()}).y(),
              window().height() * 0.4);
    for (const qreal y : {0.0, end() / 2, end()}) {
        SCOPED_TRACE(y);
        scrollTo(y);
        EXPECT_TRUE(reads(record.pageText())) << record.pageText().toStdString();
        EXPECT_TRUE(reads(record.signText())) << record.signText().toStdString();
        EXPECT_TRUE(record.nextPageText().isEmpty() || reads(record.nextPageText()));
    }
    EXPECT_EQ(record.currentPage(), record.pageCount() - 1);
    EXPECT_THAT(covered(zoom), testing::IsEmpty());
    scrollTo(0);
    EXPECT_THAT(covered(zoom), testing::IsEmpty());

    page_ = &shown("09-record-ready", GetParam());
    EXPECT_TRUE(reads(english ? QStringLiteral("All 2 pages seen") : QStringLiteral("Đã xem hết 2 trang")));
    EXPECT_THAT(covered(zoom), testing::IsEmpty());
}

/// After a start the failure is there before the pages, which push it down when they come.
TEST_P(TheRecord, keeps_what_went_wrong_in_view_when_its_pages_come)
{
    page_ = &shown("14-problem-SAD-103", GetParam());
    EXPECT_TRUE(reads(stage_->model().failure()->title()));
    EXPECT_THAT(covered(GetParam().english ? QStringLiteral("Enlarge") : QStringLiteral("Phóng to")),
                testing::IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(looks, TheRecord,
                         testing::Values(Look{}, Look{.textSize = 2},
                                         Look{.textSize = 2, .window = {360, 640}},
                                         Look{.english = true, .textSize = 2, .window = {360, 640}}),
                         [](const auto &info) {
                             return std::string(info.param.english ? "en" : "vi") +
                                    (info.param.window.width() < 390 ? "_small_phone" : "") +
                                    (info.param.textSize > 1 ? "_at_200" : "_at_100");
                         });

} // namespace
} // namespace smartca::ui
