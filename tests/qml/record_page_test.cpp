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

    void begin(const char *scene)
    {
        page_ = &shown(scene, GetParam());
        stage_->source().setLive(true);
        ASSERT_FALSE(record().canSign());
    }
    /// By mouse: on the way to a button Tab leads along what is at the record's end, and scrolls there.
    void click(const QString &text)
    {
        walkVisible(page_, [&](QQuickItem &item) {
            if (isControl(item) && item.property("text").toString() == text)
                QTest::mouseClick(&window(), Qt::LeftButton, {},
                                  item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint());
        });
    }
    /// Nothing else lets the record be signed.
    bool opensGate()
    {
        return waitFor([this] { return record().canSign(); });
    }
    RecordViewModel &record() { return *stage_->model().record(); }

    QQuickItem *page_ = nullptr;
};

TEST_P(TheRecord, says_which_page_and_what_is_missing_and_covers_no_words)
{
    const bool english = GetParam().english;
    const auto zoom = english ? QStringLiteral("Enlarge") : QStringLiteral("Phóng to");
    page_ = &shown("09-record", GetParam());
    EXPECT_LE(window().height() - scrolled()->mapToScene({0, scrolled()->height()}).y(),
              window().height() * 0.4);
    for (const qreal y : {0.0, end() / 2, end()}) {
        SCOPED_TRACE(y);
        scrollTo(y);
        EXPECT_TRUE(reads(record().pageText())) << record().pageText().toStdString();
        EXPECT_TRUE(reads(record().signText())) << record().signText().toStdString();
        EXPECT_TRUE(record().nextPageText().isEmpty() || reads(record().nextPageText()));
    }
    EXPECT_EQ(record().currentPage(), record().pageCount() - 1);
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

TEST_P(TheRecord, may_be_signed_once_the_keys_have_scrolled_to_its_end)
{
    begin("09-record");
    for (int i = 0; i < 20 && !record().canSign(); ++i) {
        QTest::keyClick(&window(), Qt::Key_PageDown);
        (void)window().grabWindow();
    }
    EXPECT_TRUE(opensGate()) << "by Page Down";

    begin("09-record");
    QTest::keyClick(&window(), Qt::Key_End);
    EXPECT_TRUE(opensGate()) << "by End";
}

TEST_P(TheRecord, may_be_signed_once_its_button_has_led_to_the_last_page)
{
    begin("09-record-long");
    ASSERT_TRUE(waitFor([&] { return !record().nextPageText().isEmpty(); }));
    const auto last = GetParam().english ? QStringLiteral("Last page") : QStringLiteral("Trang cuối");
    click(record().nextPageText());
    ASSERT_TRUE(waitFor([&] { return record().nextPageText() == last; }))
        << record().nextPageText().toStdString();
    EXPECT_FALSE(record().canSign());
    click(last);
    EXPECT_TRUE(opensGate());
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
