// SPDX-License-Identifier: Apache-2.0
#include "sandbox/command_line.h"

#include <gtest/gtest.h>

namespace smartca::sandbox {
namespace {

Command parsed(std::vector<const char *> arguments)
{
    arguments.insert(arguments.begin(), "smartca-sandbox");
    return parseCommandLine(static_cast<int>(arguments.size()), arguments.data());
}

TEST(CommandLine, serve_takes_what_is_documented)
{
    const auto command = parsed({"serve", "--data", "d", "--listen", "127.0.0.1:0", "--smtp", "smtp://h:25",
                                 "--credential", "p256", "--issuance-delay", "90", "--public-url",
                                 "https://sign.example.vn", "--connections-per-address", "500"});
    const auto &options = std::get<ServeCommand>(command).options;
    EXPECT_EQ(options.data, "d");
    EXPECT_EQ(options.listen, "127.0.0.1:0");
    EXPECT_EQ(options.smtp, "smtp://h:25");
    EXPECT_EQ(options.credential, crypto::KeyKind::P256);
    EXPECT_EQ(options.issuanceDelay, Seconds{90});
    EXPECT_EQ(options.publicUrl, "https://sign.example.vn");
    EXPECT_EQ(options.connectionsPerAddress, 500U);
}

TEST(CommandLine, serve_stands_on_loopback_with_rsa_and_a_mailbox_unless_told_otherwise)
{
    const auto command = parsed({"serve", "--data", "d"});
    const auto &options = std::get<ServeCommand>(command).options;
    EXPECT_EQ(options.listen, "127.0.0.1:8443");
    EXPECT_EQ(options.credential, crypto::KeyKind::Rsa3072);
    EXPECT_TRUE(options.mailbox);
    EXPECT_FALSE(options.smtp);
    EXPECT_EQ(options.connectionsPerAddress, 32U);
}

TEST(CommandLine, add_takes_a_person)
{
    const auto command =
        parsed({"subscriber", "add", "--data", "d", "--username", "079162001418", "--name", "Nguyễn Thị Hoà",
                "--email", "hoa@example.vn", "--phone", "0912345678", "--birthday", "1962-04-13",
                "--id-number", "079162001418", "--language", "en"});
    const auto &staff = std::get<StaffCommand>(command);
    EXPECT_EQ(staff.action, StaffCommand::Action::Add);
    EXPECT_EQ(staff.data, "d");
    EXPECT_EQ(staff.person.name, "Nguyễn Thị Hoà");
    EXPECT_EQ(staff.person.language, Language::English);
}

TEST(CommandLine, knows_every_command_of_staff)
{
    using Action = StaffCommand::Action;
    const std::vector<std::pair<std::vector<const char *>, Action>> cases{
        {{"subscriber", "show"}, Action::Show},        {{"subscriber", "resend"}, Action::Resend},
        {{"subscriber", "lock"}, Action::Lock},        {{"subscriber", "unlock"}, Action::Unlock},
        {{"certificate", "release"}, Action::Release}, {{"certificate", "refuse"}, Action::Refuse},
        {{"certificate", "hold"}, Action::Hold}};
    for (auto [arguments, action] : cases) {
        arguments.insert(arguments.end(), {"--data", "d", "--username", "079162001418"});
        EXPECT_EQ(std::get<StaffCommand>(parsed(arguments)).action, action);
    }
    EXPECT_EQ(std::get<StaffCommand>(parsed({"subscriber", "list", "--data", "d"})).action, Action::List);
    EXPECT_EQ(std::get<StaffCommand>(parsed({"evidence", "verify", "--data", "d"})).action,
              Action::VerifyEvidence);
}

TEST(CommandLine, a_mistake_is_explained_with_exit_code_two)
{
    const std::vector<std::vector<const char *>> mistakes{
        {},
        {"serve"},
        {"serve", "--data", "d", "--credential", "rsa1024"},
        {"serve", "--data", "d", "--issuance-delay", "-1"},
        {"serve", "--data", "d", "--connections-per-address", "0"},
        {"serve", "--data", "d", "--password", "x"},
        {"subscriber"},
        {"subscriber", "show", "--data", "d"},
        {"subscriber", "remove", "--data", "d", "--username", "1"},
        {"subscriber", "add", "--data", "d", "--username", "079162001418"},
        {"certificate", "revoke", "--data", "d", "--username", "1"},
    };
    for (const auto &mistake : mistakes) {
        const auto command = parsed(mistake);
        ASSERT_TRUE(std::holds_alternative<NothingToDo>(command)) << mistake.size();
        EXPECT_EQ(std::get<NothingToDo>(command).exitCode, 2);
        EXPECT_FALSE(std::get<NothingToDo>(command).text.empty());
    }
}

TEST(CommandLine, help_is_no_mistake)
{
    EXPECT_EQ(std::get<NothingToDo>(parsed({"--help"})).exitCode, 0);
}

} // namespace
} // namespace smartca::sandbox
