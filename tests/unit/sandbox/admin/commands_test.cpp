// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"
#include "tests/unit/sandbox/test_tools.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>

namespace smartca::sandbox {
namespace {

struct Ran {
    int exitCode = -1;
    std::string text; ///< both streams
    Json json;        ///< of the first line; discarded when it is none
};

/// The real program, started as people start it.
class CommandsTest : public testing::Test {
protected:
    ~CommandsTest() override { endService(); }

    [[nodiscard]] std::filesystem::path data() const { return folder_ / "data"; }
    [[nodiscard]] Ran run(const std::string &command, const std::string &arguments = {}) const
    {
        auto [exitCode, text] = test::runTool(std::string(SANDBOX) + " " + command + " --data '" +
                                              data().string() + "' " + arguments);
        auto json = Json::parse(text.substr(0, text.find('\n')), nullptr, false);
        return {.exitCode = exitCode, .text = std::move(text), .json = std::move(json)};
    }
    [[nodiscard]] Ran add() const
    {
        return run("subscriber add", "--username 079162001418 --name 'Nguyễn Thị Hoà' --email hoa@example.vn "
                                     "--phone 0912345678 --birthday 1962-04-13");
    }
    [[nodiscard]] Ran of(const std::string &command) const { return run(command, "--username 079162001418"); }

    /// The ready line.
    Json startService(std::vector<const char *> more = {})
    {
        std::array<int, 2> pipe{};
        EXPECT_EQ(::pipe(pipe.data()), 0);
        const auto folder = data().string();
        service_ = fork();
        if (service_ == 0) {
            dup2(pipe[1], STDOUT_FILENO);
            std::vector<const char *> arguments{SANDBOX,    "serve",       "--data",       folder.c_str(),
                                                "--listen", "127.0.0.1:0", "--credential", "p256"};
            arguments.insert(arguments.end(), more.begin(), more.end());
            arguments.push_back(nullptr);
            execv(SANDBOX, const_cast<char *const *>(arguments.data()));
            _exit(127);
        }
        close(pipe[1]);
        FILE *output = fdopen(pipe[0], "r");
        std::array<char, 1024> line{};
        const char *read = std::fgets(line.data(), line.size(), output);
        std::fclose(output);
        return Json::parse(read == nullptr ? "" : line.data(), nullptr, false);
    }
    /// Exit code of the service after `signal`.
    int endService(int signal = SIGTERM)
    {
        if (service_ <= 0)
            return -1;
        kill(service_, signal);
        int status = 0;
        waitpid(service_, &status, 0);
        service_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
    }
    [[nodiscard]] std::size_t mails() const
    {
        std::error_code none;
        std::size_t count = 0;
        for (const auto &entry : std::filesystem::directory_iterator(data() / "mail", none))
            count += entry.path().extension() == ".eml" ? 1 : 0;
        return count;
    }

    test::TemporaryFolder own_;
    std::filesystem::path folder_ = own_.path();
    pid_t service_ = -1;
};

TEST_F(CommandsTest, work_with_the_service_down_and_their_mail_goes_out_when_it_is_up)
{
    const auto added = add();
    ASSERT_EQ(added.exitCode, 0) << added.text;
    EXPECT_EQ(added.json["state"], "waiting");
    EXPECT_EQ(mails(), 0U); // nobody knows yet where the service will be
    EXPECT_EQ(startService()["event"], "ready");
    while (mails() == 0)
        ;
    EXPECT_EQ(endService(), 0);
    ASSERT_EQ(of("subscriber resend").exitCode, 0);
    EXPECT_EQ(mails(), 2U); // known by now
}

TEST_F(CommandsTest, work_with_the_service_up)
{
    const auto ready = startService();
    ASSERT_EQ(ready["event"], "ready") << ready;
    EXPECT_TRUE(std::filesystem::exists(ready["profile"].get<std::string>()));
    EXPECT_EQ(add().exitCode, 0);
    EXPECT_EQ(mails(), 1U);
    EXPECT_EQ(of("subscriber lock").json["locked"], true);
    EXPECT_EQ(of("subscriber resend").json["error"]["code"], "ACT-206");
    EXPECT_EQ(of("subscriber unlock").json["locked"], false);
    EXPECT_EQ(of("subscriber resend").exitCode, 0);
    EXPECT_EQ(mails(), 2U);
    EXPECT_EQ(of("subscriber lock").json["locked"], true);
    EXPECT_EQ(of("subscriber unlock --start-again").json["locked"], false);
    EXPECT_EQ(mails(), 3U);
    EXPECT_EQ(of("certificate release").json["changed"], 0);
    EXPECT_EQ(of("certificate refuse").exitCode, 0);
    const auto all = run("subscriber list");
    ASSERT_EQ(all.json["subscribers"].size(), 1U) << all.text;
    EXPECT_EQ(run("evidence verify").exitCode, 0);
}

TEST_F(CommandsTest, show_answers_state_certificates_and_tries_with_numbers_masked_and_no_code)
{
    (void)startService();
    ASSERT_EQ(add().exitCode, 0);
    const auto shown = of("subscriber show");
    ASSERT_EQ(shown.exitCode, 0) << shown.text;
    EXPECT_EQ(shown.json["state"], "waiting");
    EXPECT_TRUE(shown.json["certificates"].is_array());
    EXPECT_EQ(shown.json["triesLeft"], 5);
    EXPECT_EQ(shown.json["username"], "079••••••418");
    for (const auto *secret :
         {"079162001418", "0912345678", "hoa@example.vn", "1962-04-13", "code\":", "token"})
        EXPECT_EQ(shown.text.find(secret), std::string::npos) << secret;
}

TEST_F(CommandsTest, a_mistake_is_told_as_json_with_exit_code_two)
{
    EXPECT_EQ(add().exitCode, 0);
    const auto unknown = run("subscriber show", "--username 001090000002");
    EXPECT_EQ(unknown.exitCode, 2);
    EXPECT_EQ(unknown.json["error"]["code"], "CLI-101");
    EXPECT_EQ(add().json["error"]["subject"], "username");
    const auto wrong =
        run("subscriber add", "--username 001090000001 --name A --email nobody --phone 0912345678");
    EXPECT_EQ(wrong.json["error"]["subject"], "email");
}

TEST_F(CommandsTest, that_only_look_make_no_service_and_change_no_folder)
{
    std::filesystem::create_directory(data());
    std::filesystem::permissions(data(), std::filesystem::perms(0755));
    for (const auto *command :
         {"subscriber show", "subscriber resend", "subscriber lock", "certificate release"}) {
        const auto ran = of(command);
        EXPECT_EQ(ran.exitCode, 2) << command;
        EXPECT_EQ(ran.json["error"]["subject"], "data") << ran.text;
    }
    EXPECT_TRUE(std::filesystem::is_empty(data()));
    EXPECT_EQ(std::filesystem::status(data()).permissions(), std::filesystem::perms(0755));
}

TEST_F(CommandsTest, a_decision_beforehand_is_shown_until_it_is_lifted)
{
    ASSERT_EQ(add().exitCode, 0);
    EXPECT_FALSE(of("subscriber show").json.contains("nextCertificate"));
    EXPECT_EQ(of("certificate refuse").json["nextCertificate"], "refused");
    EXPECT_EQ(of("certificate hold").json["nextCertificate"], "held");
    EXPECT_EQ(of("subscriber show").json["nextCertificate"], "held");
    EXPECT_FALSE(of("certificate release").json.contains("nextCertificate"));
}

TEST_F(CommandsTest, a_reason_that_no_app_could_read_or_show_is_refused)
{
    ASSERT_EQ(add().exitCode, 0);
    const auto decide = [this](const std::string &command, const std::string &reason) {
        return run(command, "--username 079162001418 --reason '" + reason + "'");
    };
    for (const auto *command : {"certificate hold", "certificate refuse"}) {
        for (const auto &reason :
             {std::string(257, 'a'), std::string("two\nlines"), std::string("two\u2028lines"),
              std::string("turned \u202Eround"), std::string("\xFF")}) {
            const auto ran = decide(command, reason);
            EXPECT_EQ(ran.exitCode, 2) << command << reason;
            EXPECT_EQ(ran.json["error"]["subject"], "reason") << ran.text;
        }
    }
    EXPECT_FALSE(of("subscriber show").json.contains("nextCertificate"));
    EXPECT_EQ(decide("certificate hold", std::string(256, 'a')).json["nextCertificate"], "held");
}

TEST_F(CommandsTest, a_username_may_be_pasted_with_blanks_around_it)
{
    EXPECT_EQ(run("subscriber add",
                  "--username ' 079162001418 ' --name 'Nguyễn Thị Hoà' --email hoa@example.vn "
                  "--phone 0912345678")
                  .exitCode,
              0);
    EXPECT_EQ(of("subscriber show").exitCode, 0);
}

TEST_F(CommandsTest, both_signals_end_the_service_cleanly)
{
    for (const int signal : {SIGTERM, SIGINT}) {
        ASSERT_EQ(startService()["event"], "ready");
        EXPECT_EQ(endService(signal), 0);
    }
    std::ifstream log(data() / "log" / "service.log");
    const std::string text{std::istreambuf_iterator<char>(log), {}};
    EXPECT_NE(text.find(R"("event":"stopped"})"), std::string::npos);
}

TEST_F(CommandsTest, a_second_service_on_one_folder_is_refused)
{
    (void)startService();
    const auto second = run("serve", "--listen 127.0.0.1:0");
    EXPECT_EQ(second.exitCode, 2);
    EXPECT_EQ(second.json["error"]["subject"], "data") << second.text;
}

TEST_F(CommandsTest, the_mailbox_and_an_address_others_can_reach_do_not_go_together)
{
    const auto refused = run("serve", "--listen 0.0.0.0:0 --public-url https://sign.example.vn");
    EXPECT_EQ(refused.exitCode, 2);
    EXPECT_EQ(refused.json["error"]["subject"], "listen") << refused.text;
    EXPECT_EQ(run("serve", "--listen 0.0.0.0:0 --no-mailbox").json["error"]["subject"], "smtp");
    EXPECT_EQ(
        run("serve", "--listen 0.0.0.0:0 --no-mailbox --smtp smtp://127.0.0.1:1").json["error"]["subject"],
        "public-url");
}

TEST_F(CommandsTest, a_minimum_version_that_no_app_could_read_is_refused)
{
    for (const auto &version : {std::string(), std::string("1.x"), "1.2.3-" + std::string(27, 'a')}) {
        const auto refused = run("serve", "--listen 127.0.0.1:0 --minimum-version '" + version + "'");
        EXPECT_EQ(refused.exitCode, 2) << version;
        EXPECT_EQ(refused.json["error"]["subject"], "minimum-version") << refused.text;
    }
}

TEST_F(CommandsTest, everything_in_the_folder_is_for_its_owner_alone)
{
    (void)startService();
    ASSERT_EQ(add().exitCode, 0);
    endService();
    for (const auto &entry : std::filesystem::recursive_directory_iterator(data())) {
        const auto mode = static_cast<unsigned>(entry.status().permissions());
        EXPECT_EQ(mode, entry.is_directory() ? 0700U : 0600U) << entry.path();
    }
    EXPECT_EQ(static_cast<unsigned>(std::filesystem::status(data()).permissions()), 0700U);
}

} // namespace
} // namespace smartca::sandbox
