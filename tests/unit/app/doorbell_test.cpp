// SPDX-License-Identifier: Apache-2.0
#include "app/doorbell.h"
#include "tests/unit/device/scratch.h"

#include <QFile>
#include <QLocalSocket>
#include <QRasterWindow>
#include <QTest>
#include <QThread>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <atomic>

namespace smartca::app {
namespace {

/// Longer than anybody here waits.
constexpr int patience = 30'000;

class DoorbellTest : public testing::Test {
protected:
    [[nodiscard]] QString home() const { return QString::fromStdString(scratch_.path()); }
    [[nodiscard]] QString socket() const { return home() + QStringLiteral("/raise"); }
    /// As another program would, while this one goes on.
    [[nodiscard]] bool rung(const QString &link = {}) const
    {
        std::atomic<int> answered = -1;
        const std::unique_ptr<QThread> other(
            QThread::create([&] { answered = Doorbell::ring(home(), link) ? 1 : 0; }));
        other->start();
        EXPECT_TRUE(QTest::qWaitFor([&] { return answered >= 0; }, patience));
        other->wait();
        return answered == 1;
    }
    /// What comes back for these words, until it is hung up.
    [[nodiscard]] QByteArray answerTo(const QByteArray &words) const
    {
        QLocalSocket caller;
        caller.connectToServer(socket());
        EXPECT_TRUE(caller.waitForConnected(patience));
        caller.write(words);
        EXPECT_TRUE(
            QTest::qWaitFor([&] { return caller.state() == QLocalSocket::UnconnectedState; }, patience));
        return caller.readAll();
    }

    test::Scratch scratch_;
    int came_ = 0;
    QString link_;
    Doorbell bell_{home(), [this](const QString &link) {
                       ++came_;
                       link_ = link;
                   }};
};

TEST_F(DoorbellTest, rings_where_somebody_listens_and_nowhere_else)
{
    EXPECT_FALSE(rung());
    ASSERT_TRUE(bell_.listen());
    EXPECT_TRUE(rung());
    EXPECT_EQ(came_, 1);
    EXPECT_TRUE(bell_.listen()) << "a second time changes nothing";
    EXPECT_TRUE(rung());
    EXPECT_EQ(came_, 2);
}

TEST_F(DoorbellTest, is_for_this_user_alone)
{
    ASSERT_TRUE(bell_.listen());
    struct stat facts {};
    ASSERT_EQ(::stat(socket().toLocal8Bit().constData(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 07777U, 0600U);
}

TEST_F(DoorbellTest, hands_the_link_over)
{
    ASSERT_TRUE(bell_.listen());
    const auto link = QStringLiteral("smartca://activate#u=079162001418&t=AAECAwQFBgcICQoLDA0ODw");
    EXPECT_TRUE(rung(link));
    EXPECT_EQ(link_, link);
    EXPECT_TRUE(rung());
    EXPECT_EQ(link_, QString());
}

TEST_F(DoorbellTest, takes_one_link_of_one_line_and_of_a_links_length)
{
    ASSERT_TRUE(bell_.listen());
    for (const auto &words : {QByteArray("open a\nb\n"), QByteArray("open a\n\n"), QByteArray("open a"),
                              "open " + QByteArray(4096, 'a') + '\n', QByteArray("opens a\n")})
        EXPECT_EQ(answerTo(words), QByteArray()) << words.left(20).toStdString();
    EXPECT_EQ(came_, 0);
}

TEST_F(DoorbellTest, understands_one_word)
{
    ASSERT_TRUE(bell_.listen());
    for (const auto *words :
         {"Raise", "raised", "raise ", "raise\n", " raise", "quit", "raise raise", "\xff\xfe"})
        EXPECT_EQ(answerTo(words), QByteArray()) << words;
    EXPECT_EQ(answerTo(QByteArray("raise\0", 6)), QByteArray());
    EXPECT_EQ(answerTo(QByteArray(1 << 20, 'r')), QByteArray());
    EXPECT_EQ(answerTo("rai"), QByteArray()) << "half a word is hung up on after a while";
    EXPECT_EQ(came_, 0);
    EXPECT_EQ(answerTo("raise"), QByteArray("raised"));
    EXPECT_EQ(came_, 1);
}

TEST_F(DoorbellTest, of_a_program_that_was_killed_does_not_ring_and_is_replaced)
{
    {
        QLocalServer left;
        ASSERT_TRUE(left.listen(socket()));
        ASSERT_TRUE(QFile::rename(socket(), socket() + QStringLiteral("-kept")));
    }
    ASSERT_TRUE(QFile::rename(socket() + QStringLiteral("-kept"), socket()));
    EXPECT_FALSE(rung());
    ASSERT_TRUE(bell_.listen());
    EXPECT_TRUE(rung());
}

TEST_F(DoorbellTest, that_nobody_answers_is_given_up)
{
    QLocalServer frozen;
    ASSERT_TRUE(frozen.listen(socket()));
    EXPECT_FALSE(Doorbell::ring(home())) << "this thread is the one that would answer";
}

TEST_F(DoorbellTest, in_a_folder_with_too_long_a_name_is_done_without)
{
    Doorbell far(home() + u'/' + QString(120, u'x'), [](const QString &) {});
    EXPECT_FALSE(far.listen());
    EXPECT_FALSE(Doorbell::ring(home() + u'/' + QString(120, u'x')));
}

TEST_F(DoorbellTest, brings_the_window_before_the_others_even_when_it_is_minimized)
{
    QRasterWindow first;
    QRasterWindow other;
    first.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&first));
    other.show();
    other.requestActivate();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&other));
    first.showMinimized();
    Doorbell bell(home(), [&](const QString &) { bringForward(first); });
    ASSERT_TRUE(bell.listen());
    EXPECT_TRUE(rung());
    EXPECT_TRUE(QTest::qWaitForWindowActive(&first));
    EXPECT_EQ(first.windowState(), Qt::WindowNoState);
}

} // namespace
} // namespace smartca::app
