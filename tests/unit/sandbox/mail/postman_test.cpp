// SPDX-License-Identifier: Apache-2.0
#include "protocol/activation_input.h"
#include "rooms_under_test.h"
#include "sandbox/mail/postman.h"
#include "smtp_server.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <thread>

namespace smartca::sandbox {
namespace {

class PostmanTest : public testing::Test {
protected:
    PostmanTest() { std::filesystem::create_directory(inbox()); }
    [[nodiscard]] std::filesystem::path mailbox() const { return rooms_.folder / "mail"; }
    [[nodiscard]] std::filesystem::path inbox() const { return rooms_.folder / "inbox"; }
    [[nodiscard]] std::unique_ptr<Postman> postman(const std::string &smtp = {}, bool keep = true)
    {
        std::optional<MailServer> server;
        if (!smtp.empty())
            server = mailServerOf(smtp).value();
        return std::make_unique<Postman>(
            *rooms_.database, *rooms_.hsm, *rooms_.accounts, rooms_.clock,
            Postman::Options{
                .identity = {.publicUrl = "https://127.0.0.1:8443"},
                .mailbox = keep ? std::optional(mailbox()) : std::nullopt,
                .smtp = std::move(server),
                .trouble = [this](const std::string &trouble) { troubles_.push_back(trouble); }});
    }
    void order(const std::function<void(Session &)> &work)
    {
        ASSERT_TRUE(rooms_.database->transact([&](Session &session) -> Outcome {
            work(session);
            return {};
        }));
    }
    void orderActivation()
    {
        order([&](Session &session) { outbox::orderActivation(session, hoa_.id, rooms_.clock.now()); });
    }
    [[nodiscard]] int rowsOf(const std::string &table) const
    {
        return rooms_.database
            ->read([&](Session &session) -> Result<int> {
                int count = 0;
                session << "SELECT COUNT(*) FROM " + table, soci::into(count);
                return count;
            })
            .value();
    }

    RoomsUnderTest rooms_;
    Subscriber hoa_ = rooms_.accounts->add(RoomsUnderTest::hoa()).value();
    std::vector<std::string> troubles_;
};

TEST_F(PostmanTest, keeps_each_mail_for_its_owner_alone_and_forgets_it)
{
    orderActivation();
    ASSERT_TRUE(postman()->composeAndKeep());
    const auto files = filesOf(mailbox(), ".eml");
    ASSERT_EQ(files.size(), 1U);
    EXPECT_EQ(files[0].filename(), "20261122T080000Z-000001-activation.eml");
    struct stat facts {};
    ASSERT_EQ(stat(files[0].c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777, 0600U);
    ASSERT_EQ(stat(mailbox().c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777, 0700U);
    EXPECT_EQ(rowsOf("mail") + rowsOf("mail_order"), 0);
}

TEST_F(PostmanTest, the_code_in_the_mail_redeems)
{
    orderActivation();
    ASSERT_TRUE(postman()->composeAndKeep());
    const auto text = mailOf(filesOf(mailbox(), ".eml").at(0))["text"].get<std::string>();
    const auto found = protocol::findActivationInput(text).value();
    EXPECT_FALSE(rooms_.redeemed(found.username.text(), found.code.text(), "", "device-1").refused);
}

TEST_F(PostmanTest, two_postmen_carry_out_one_order_once)
{
    orderActivation();
    const auto service = postman();
    const auto admin = postman();
    std::thread other([&] { (void)admin->composeAndKeep(); });
    (void)service->composeAndKeep();
    other.join();
    ASSERT_TRUE(service->composeAndKeep());
    EXPECT_EQ(filesOf(mailbox(), ".eml").size(), 1U);
}

TEST_F(PostmanTest, an_active_or_locked_account_gets_no_code)
{
    order([&](Session &session) {
        Accounts::setState(session, hoa_.id, AccountState::Active);
        outbox::orderActivation(session, hoa_.id, rooms_.clock.now());
    });
    ASSERT_TRUE(postman()->composeAndKeep());
    order([&](Session &session) {
        Accounts::setState(session, hoa_.id, AccountState::Waiting);
        Accounts::setLocked(session, hoa_.id, true);
        outbox::orderActivation(session, hoa_.id, rooms_.clock.now());
    });
    ASSERT_TRUE(postman()->composeAndKeep());
    EXPECT_TRUE(filesOf(mailbox(), ".eml").empty());
    EXPECT_EQ(rowsOf("mail_order"), 0);
}

TEST_F(PostmanTest, notices_tell_what_the_device_claims_without_control_characters)
{
    order([&](Session &session) {
        const protocol::DeviceFacts device{"linux", "Think\r\nPad" + std::string(200, 'x'), "12\x01",
                                           "software"};
        outbox::orderRedeemed(session, hoa_.id, device, rooms_.clock.now());
        outbox::orderActivated(session, hoa_.id, device, rooms_.clock.now());
    });
    ASSERT_TRUE(postman()->composeAndKeep());
    const auto files = filesOf(mailbox(), ".eml");
    ASSERT_EQ(files.size(), 2U);
    const auto text = mailOf(files[0])["text"].get<std::string>();
    EXPECT_NE(text.find("Thiết bị: ThinkPadxxx"), std::string::npos) << text;
    EXPECT_EQ(text.find(std::string(61, 'x')), std::string::npos);
}

TEST_F(PostmanTest, a_queued_mail_lies_sealed)
{
    orderActivation();
    ASSERT_TRUE(postman("smtp://127.0.0.1:1")->composeAndKeep());
    const auto text = mailOf(filesOf(mailbox(), ".eml").at(0))["text"].get<std::string>();
    const auto code = protocol::findActivationInput(text).value().code;
    const auto shown = protocol::displayedCode(code);
    ASSERT_EQ(rowsOf("mail"), 1);
    std::string content;
    for (const auto &file : filesOf(rooms_.folder, ""))
        if (std::filesystem::is_regular_file(file))
            content += contentOf(file);
    EXPECT_EQ(content.find(shown.text()), std::string::npos);
    EXPECT_EQ(content.find("079162001418"), std::string::npos);
}

TEST_F(PostmanTest, a_real_server_gets_the_mail_as_it_was_kept)
{
    const SmtpServer server(inbox(), 0);
    ASSERT_GT(server.port(), 0);
    orderActivation();
    const auto sender = postman(server.url());
    ASSERT_TRUE(sender->composeAndKeep());
    ASSERT_TRUE(sender->sendDue());
    EXPECT_TRUE(troubles_.empty()) << troubles_.front();
    const auto received = filesOf(inbox(), ".eml");
    ASSERT_EQ(received.size(), 1U);
    EXPECT_EQ(contentOf(filesOf(inbox(), ".rcpt").at(0)), "hoa@example.vn");
    EXPECT_EQ(contentOf(received[0]), contentOf(filesOf(mailbox(), ".eml").at(0)));
    EXPECT_EQ(rowsOf("mail"), 0);
    ASSERT_TRUE(sender->sendDue());
    EXPECT_EQ(filesOf(inbox(), ".eml").size(), 1U);
}

TEST_F(PostmanTest, a_server_that_is_down_gets_the_mail_once_it_is_up)
{
    int port = 0;
    {
        const SmtpServer passing(inbox(), 0);
        port = passing.port();
    }
    const auto sender = postman("smtp://127.0.0.1:" + std::to_string(port));
    orderActivation();
    ASSERT_TRUE(sender->composeAndKeep());
    ASSERT_TRUE(sender->sendDue());
    EXPECT_EQ(troubles_.size(), 1U);
    EXPECT_EQ(filesOf(mailbox(), ".eml").size(), 1U);
    const SmtpServer server(inbox(), port);
    ASSERT_EQ(server.port(), port);
    ASSERT_TRUE(sender->sendDue());
    EXPECT_TRUE(filesOf(inbox(), ".eml").empty()) << "tried again before its time";
    rooms_.clock.advance(Seconds{5});
    ASSERT_TRUE(sender->sendDue());
    EXPECT_EQ(filesOf(inbox(), ".eml").size(), 1U);
    EXPECT_EQ(rowsOf("mail"), 0);
}

TEST_F(PostmanTest, a_mail_survives_a_restart_before_it_was_sent)
{
    orderActivation();
    ASSERT_TRUE(postman("smtp://127.0.0.1:1", false)->composeAndKeep());
    const SmtpServer server(inbox(), 0);
    ASSERT_TRUE(postman(server.url(), false)->sendDue());
    EXPECT_EQ(filesOf(inbox(), ".eml").size(), 1U);
    EXPECT_TRUE(filesOf(mailbox(), ".eml").empty());
}

TEST_F(PostmanTest, pauses_double_up_to_a_quarter_of_an_hour_and_end_with_the_code)
{
    const SmtpServer server(inbox(), 0);
    std::ofstream(inbox() / "refuse") << "yes";
    orderActivation();
    const auto sender = postman(server.url());
    ASSERT_TRUE(sender->composeAndKeep());
    for (const int pause : {5, 10, 20, 40}) {
        const auto before = troubles_.size();
        ASSERT_TRUE(sender->sendDue());
        EXPECT_EQ(troubles_.size(), before + 1);
        rooms_.clock.advance(Seconds{pause - 1});
        ASSERT_TRUE(sender->sendDue());
        EXPECT_EQ(troubles_.size(), before + 1) << pause;
        rooms_.clock.advance(Seconds{1});
    }
    rooms_.clock.advance(codeLifetime);
    ASSERT_TRUE(sender->sendDue());
    EXPECT_EQ(rowsOf("mail"), 0);
}

TEST_F(PostmanTest, sees_an_order_of_another_process_by_itself_and_stops_when_told)
{
    const auto working = postman();
    working->start();
    orderActivation();
    while (filesOf(mailbox(), ".eml").empty())
        std::this_thread::yield();
    working->stop();
    EXPECT_EQ(filesOf(mailbox(), ".eml").size(), 1U);
}

TEST_F(PostmanTest, a_server_that_hangs_holds_up_no_new_order)
{
    SilentServer server;
    const auto working = postman(server.url());
    working->start();
    orderActivation();
    server.awaitCall();
    orderActivation();
    const auto begun = std::chrono::steady_clock::now();
    while (filesOf(mailbox(), ".eml").size() < 2 && std::chrono::steady_clock::now() - begun < Seconds{10})
        std::this_thread::yield();
    EXPECT_EQ(filesOf(mailbox(), ".eml").size(), 2U);
    working->stop();
}

TEST_F(PostmanTest, a_mail_that_does_not_open_holds_up_no_other)
{
    const SmtpServer server(inbox(), 0);
    orderActivation();
    ASSERT_TRUE(postman(server.url(), false)->composeAndKeep());
    orderActivation();
    ASSERT_TRUE(postman(server.url(), false)->composeAndKeep());
    order([](Session &session) { session << "UPDATE mail SET sealed = x'00', kept = 0 WHERE id = 1"; });
    order([](Session &session) { session << "UPDATE mail SET kept = 0 WHERE id = 2"; });
    const auto working = postman(server.url());
    ASSERT_TRUE(working->composeAndKeep());
    EXPECT_EQ(filesOf(mailbox(), ".eml").size(), 1U);
    ASSERT_TRUE(working->sendDue());
    EXPECT_EQ(filesOf(inbox(), ".eml").size(), 1U);
    EXPECT_EQ(troubles_.size(), 2U) << "of keeping and of sending";
    ASSERT_TRUE(working->sendDue());
    EXPECT_EQ(troubles_.size(), 2U) << "tried again before its time";
}

TEST_F(PostmanTest, an_order_that_fails_holds_up_no_other_and_is_told_of_once)
{
    auto other = RoomsUnderTest::hoa();
    other.username = other.idNumber = "001090000001";
    const auto an = rooms_.accounts->add(other).value();
    order([&](Session &session) {
        const protocol::DeviceFacts device{"linux", "ThinkPad", "12", "software"};
        outbox::orderRedeemed(session, hoa_.id, device, rooms_.clock.now());
        outbox::orderRedeemed(session, an.id, device, rooms_.clock.now());
        session << "UPDATE subscriber SET person = x'00' WHERE id = :id", soci::use(hoa_.id);
    });
    const auto working = postman();
    ASSERT_TRUE(working->composeAndKeep());
    EXPECT_EQ(filesOf(mailbox(), ".eml").size(), 1U);
    EXPECT_EQ(troubles_.size(), 1U);
    for (int i = 0; i < 5; ++i) {
        rooms_.clock.advance(Seconds{3});
        ASSERT_TRUE(working->composeAndKeep());
    }
    EXPECT_EQ(troubles_.size(), 1U) << "the same trouble is no news";
    EXPECT_EQ(rowsOf("mail_order"), 1);
}

TEST_F(PostmanTest, what_cannot_be_kept_is_kept_later)
{
    std::ofstream(mailbox()) << "a file where the folder should be";
    orderActivation();
    const auto working = postman();
    ASSERT_TRUE(working->composeAndKeep());
    EXPECT_EQ(troubles_.size(), 1U);
    std::filesystem::remove(mailbox());
    ASSERT_TRUE(working->composeAndKeep());
    EXPECT_FALSE(std::filesystem::exists(mailbox())) << "tried again before its time";
    rooms_.clock.advance(Seconds{5});
    ASSERT_TRUE(working->composeAndKeep());
    EXPECT_EQ(filesOf(mailbox(), ".eml").size(), 1U);
}

TEST_F(PostmanTest, a_password_goes_to_no_server_without_tls)
{
    const SmtpServer server(inbox(), 0);
    ::setenv("SMARTCA_SMTP_PASSWORD", "sesame", 1);
    const auto sender = postman("smtp://somebody@" + server.url().substr(std::string_view("smtp://").size()));
    ::unsetenv("SMARTCA_SMTP_PASSWORD");
    orderActivation();
    ASSERT_TRUE(sender->composeAndKeep());
    ASSERT_TRUE(sender->sendDue());
    EXPECT_EQ(troubles_.size(), 1U);
    EXPECT_TRUE(filesOf(inbox(), ".eml").empty());
}

} // namespace
} // namespace smartca::sandbox
