// SPDX-License-Identifier: Apache-2.0
// The person that smartca-cli plays, on the real shell and the real service.
#include "cli/unattended.h"
#include "device/durable_file.h"
#include "platform/linux/linux_device.h"
#include "sandbox/admin/commands.h"
#include "tests/flow/changed_answers.h"

#include <QEventLoop>
#include <QTimer>

#include <gtest/gtest.h>

namespace smartca::test {
namespace {

using namespace activation;
using namespace std::chrono_literals;

constexpr std::chrono::minutes patience{1};
constexpr auto firstName = "079162001418";
constexpr auto secondName = "079162001419";

/// What goes into `smartca-cli activate`; an empty text is not given.
struct Given {
    std::string username = {};
    std::string code = {};
    std::string password = {};
    std::string pin = {};
};

Given everythingOf(const Letter &letter)
{
    return {letter.username, letter.code, "Sen!Trang7", "493817"};
}

/// One run of the command line on a home; nothing when the account is active in the end. `look` sees the
/// session at every step.
std::optional<Failure> run(const World &world, const std::string &home, const Given &given,
                           const protocol::ServiceProfile &profile,
                           const std::function<void(client::ActivationSession &)> &look = {})
{
    auto device = platform::makeLinuxDevice(home, std::make_unique<BorrowedClock>(world.clock));
    if (!device)
        return device.error();
    client::ActivationSession session(
        {.profile = profile, .home = home, .appVersion = "0.1.0", .pace = quickPace()}, std::move(*device));
    QEventLoop loop;
    std::optional<Failure> failure;
    cli::Unattended person(session,
                           {.username = SecretBytes::fromText(given.username),
                            .activationCode = SecretBytes::fromText(given.code),
                            .password = SecretBytes::fromText(given.password),
                            .pin = SecretBytes::fromText(given.pin)},
                           Language::English, [&](std::optional<Failure> how) {
                               using enum SecretSlot; // whatever is said now, nothing of it is there any more
                               for (const auto slot : {Code, Token, Password, NewPin, PinAgain, SigningPin})
                                   EXPECT_FALSE(session.vault().has(slot)) << static_cast<int>(slot);
                               failure = std::move(how);
                               loop.quit();
                           });
    QTimer often; // some things that are looked for emit nothing
    if (look)
        QObject::connect(&often, &QTimer::timeout, &session, [&] { look(session); });
    often.start(20);
    QTimer::singleShot(patience, &loop, [&] {
        ADD_FAILURE() << "not over after a minute, at " << nameOf(session.state().stage);
        loop.quit();
    });
    person.begin();
    loop.exec();
    return failure;
}

std::optional<Failure> run(const World &world, const std::string &home, const Given &given)
{
    return run(world, home, given, world.service->profile());
}

std::optional<FailureCode> codeOf(const std::optional<Failure> &failure)
{
    return failure ? std::optional(failure->code) : std::nullopt;
}

Json shown(const World &world, const std::string &username)
{
    return sandbox::admin::showSubscriber(world.service->folder(), username).value();
}

Letter newLetter(World &world, const std::string &username)
{
    EXPECT_TRUE(sandbox::admin::resendMail(world.service->folder(), username));
    return world.letter();
}

TEST(CommandLine, home_whose_first_answer_was_lost_is_of_the_account_it_was_begun_with)
{
    World world;
    ChangedAnswers front(world);
    const auto first = world.subscribe(firstName);
    const auto second = world.subscribe(secondName);
    const auto home = world.scratch.file("home");
    front.change = [](const QByteArray &request, QByteArray &body) {
        if (request == "POST /v1/activations")
            body = "lost";
    };
    EXPECT_EQ(codeOf(run(world, home, everythingOf(first), front.profile())), FailureCode::AnswerMalformed);
    const auto before = shown(world, secondName);

    const auto refused = run(world, home, everythingOf(second), front.profile());

    EXPECT_EQ(codeOf(refused), FailureCode::JournalForeign);
    EXPECT_EQ(shown(world, secondName), before);
    EXPECT_TRUE(shown(world, firstName).at("certificates").empty());
    EXPECT_EQ(codeOf(run(world, home, everythingOf(first), front.profile())), std::nullopt);
}

TEST(CommandLine, username_that_was_mistyped_at_first_does_not_keep_the_home)
{
    World world;
    const auto letter = world.subscribe(firstName);
    const auto home = world.scratch.file("home");
    auto mistyped = everythingOf(letter);
    mistyped.username = secondName;
    EXPECT_EQ(codeOf(run(world, home, mistyped)), FailureCode::ActivationDetailsWrong);
    EXPECT_EQ(codeOf(run(world, home, everythingOf(letter))), std::nullopt);
}

TEST(CommandLine, token_of_the_link_is_as_good_as_the_code)
{
    World world;
    const auto letter = world.subscribe(firstName);
    auto given = everythingOf(letter);
    given.code = letter.token;
    EXPECT_EQ(codeOf(run(world, world.scratch.file("home"), given)), std::nullopt);
}

TEST(CommandLine, signing_pin_that_is_no_pin_is_refused_and_burns_no_try)
{
    World world;
    const auto [letter, home] = endedAt<EnteringSigningPin>(world);
    for (const auto *pin : {"12345", "1234567", "seven", "73916 "}) {
        const auto refused = run(world, home, {.pin = pin});
        EXPECT_EQ(codeOf(refused), FailureCode::InputInvalid) << pin;
        EXPECT_EQ(refused->facts.subject, "pin (not six digits)");
    }
    EXPECT_EQ(shown(world, letter.username).at("triesLeft"), 3);
}

TEST(CommandLine, pin_goes_after_its_minute_where_the_certificate_takes_longer_and_is_given_again)
{
    World world;
    world.options.issuanceDelay = Seconds(600);
    world.start();
    const auto home = world.scratch.file("home");
    bool waited = false;
    bool gone = false;
    const auto look = [&](client::ActivationSession &session) {
        const bool kept = session.vault().has(SecretSlot::SigningPin);
        if (!waited && kept && std::holds_alternative<AwaitingCertificate>(session.state().stage)) {
            waited = true;
            world.clock.advance(61s);
        } else if (waited && !gone && !kept) {
            gone = true;
            world.clock.advance(600s);
        }
    };

    const auto missing =
        run(world, home, everythingOf(world.subscribe(firstName)), world.service->profile(), look);

    EXPECT_TRUE(gone);
    EXPECT_EQ(codeOf(missing), FailureCode::InputInvalid);
    EXPECT_EQ(missing->facts.subject, "pin (needed at this step and not given)");
    EXPECT_EQ(codeOf(run(world, home, {.pin = "493817"})), std::nullopt);
}

TEST(CommandLine, damaged_journal_leads_on_with_a_new_code_alone)
{
    World world;
    const auto [letter, home] = endedAt<ReviewingCertificate>(world);
    ASSERT_TRUE(device::writeDurably(home + "/journal.sealed", asBytes("garbage")));
    EXPECT_EQ(codeOf(run(world, home, {})), FailureCode::JournalUnreadable);
    EXPECT_EQ(codeOf(run(world, home, everythingOf(letter))), FailureCode::JournalUnreadable)
        << "the code that began it is none that leads on";
    EXPECT_EQ(codeOf(run(world, home, everythingOf(newLetter(world, letter.username)))), std::nullopt);
}

TEST(CommandLine, damaged_journal_of_another_account_is_left_as_it_is)
{
    World world;
    const auto home = endedAt<ReviewingCertificate>(world).home;
    ASSERT_TRUE(device::writeDurably(home + "/journal.sealed", asBytes("garbage")));
    const auto refused = run(world, home, everythingOf(world.subscribe(secondName)));
    EXPECT_EQ(codeOf(refused), FailureCode::JournalForeign);
    EXPECT_EQ(refused->facts.subject, "--home");
    EXPECT_EQ(codeOf(run(world, home, {})), FailureCode::JournalUnreadable);
}

TEST(CommandLine, keys_that_are_gone_lead_on_with_username_and_code)
{
    for (const auto *lost : {"store.key", "identity.sealed"}) {
        SCOPED_TRACE(lost);
        World world;
        const auto [letter, home] = endedAt<ReviewingCertificate>(world);
        std::filesystem::remove(home + "/" + lost);
        EXPECT_EQ(codeOf(run(world, home, {.username = letter.username})), FailureCode::KeysNotOnDevice);
        EXPECT_EQ(codeOf(run(world, home, everythingOf(newLetter(world, letter.username)))), std::nullopt);
    }
}

TEST(CommandLine, activation_that_the_service_does_not_know_leads_on_with_a_new_code)
{
    World world;
    const auto data = world.options.data;
    const auto backup = world.scratch.file("backup");
    const auto all = std::filesystem::copy_options::recursive;
    world.stop();
    std::filesystem::copy(data, backup, all);
    world.start();
    const auto home = endedAt<ReviewingCertificate>(world).home;
    world.stop();
    std::filesystem::remove_all(data);
    std::filesystem::copy(backup, data, all);
    world.start();
    const auto letter = world.subscribe(firstName);
    EXPECT_EQ(codeOf(run(world, home, {})), FailureCode::JournalForeign);
    EXPECT_EQ(codeOf(run(world, home, everythingOf(letter))), std::nullopt);
}

TEST(CommandLine, home_of_another_service_is_left_as_it_is)
{
    World world;
    World other;
    const auto [letter, home] = endedAt<ReviewingCertificate>(world);
    const auto refused = run(other, home, everythingOf(other.subscribe(firstName)));
    EXPECT_EQ(codeOf(refused), FailureCode::JournalForeign);
    EXPECT_EQ(refused->facts.subject, "--home");
    EXPECT_EQ(codeOf(run(world, home, everythingOf(letter))), std::nullopt);
}

} // namespace
} // namespace smartca::test
