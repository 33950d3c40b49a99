// SPDX-License-Identifier: Apache-2.0
#include "sandbox/command_line.h"

#include <CLI/CLI.hpp>

#include <map>
#include <sstream>

namespace smartca::sandbox {

namespace {

/// What CLI11 writes into, before it becomes a command.
struct Values {
    ServiceOptions serve;
    StaffCommand staff;
    std::string data;
    std::string credential = "rsa3072";
    std::string publicUrl;
    std::string smtp;
    std::string biometric = "optional";
    std::string language = "vi";
    std::int64_t delay = 0;
    bool noMailbox = false;
};

void describeServe(CLI::App &app, Values &values)
{
    auto *serve = app.add_subcommand("serve", "Run the service until SIGTERM or SIGINT");
    serve->add_option("--data", values.data, "Data folder; made when it is not there")->required();
    serve->add_option("--listen", values.serve.listen, "IP address and port; port 0 picks one")
        ->capture_default_str();
    serve->add_option(
        "--smtp", values.smtp,
        "Mail server: smtp://[user@]host:port. The user's password: SMARTCA_SMTP_PASSWORD, or the "
        "first line of the file (0600) that SMARTCA_SMTP_PASSWORD_FILE names");
    serve->add_option("--credential", values.credential, "Signing keys of subscribers")
        ->check(CLI::IsMember({"rsa3072", "rsa2048", "p256"}))
        ->capture_default_str();
    serve->add_option("--issuance-delay", values.delay, "Seconds before a certificate is issued")
        ->check(CLI::Range(0, 30 * 24 * 3600));
    serve->add_option("--public-url", values.publicUrl,
                      "Where clients reach the service: https://host[:port]");
    serve->add_option("--biometric", values.biometric, "Whether a phone's biometric is required")
        ->check(CLI::IsMember({"required", "optional"}))
        ->capture_default_str();
    serve->add_option("--minimum-version", values.serve.minimumVersion, "Oldest app that may activate")
        ->capture_default_str();
    serve
        ->add_option("--connections-per-address", values.serve.connectionsPerAddress,
                     "Open at once from one address; raise it behind a proxy")
        ->check(CLI::Range(1, 65535))
        ->capture_default_str();
    serve->add_flag("--no-mailbox", values.noMailbox, "Keep no copy of mails in DIR/mail (needs --smtp)");
}

CLI::App *staffCommand(CLI::App &group, Values &values, const std::string &name, const std::string &text,
                       StaffCommand::Action action, bool ofOne = true)
{
    auto *command = group.add_subcommand(name, text);
    command->add_option("--data", values.data, "Data folder of the service")->required();
    if (ofOne)
        command
            ->add_option("--username", values.staff.person.username, "Id number, passport number or tax code")
            ->required();
    command->callback([&values, action] { values.staff.action = action; });
    return command;
}

void describeSubscriber(CLI::App &app, Values &values)
{
    using Action = StaffCommand::Action;
    auto *group = app.add_subcommand("subscriber", "Subscribers, with the service up or down");
    group->require_subcommand(1);
    auto *add =
        staffCommand(*group, values, "add", "Register a subscriber and mail an activation code", Action::Add);
    auto &person = values.staff.person;
    add->add_option("--name", person.name, "Full name, family name first")->required();
    add->add_option("--email", person.email, "Where the activation mail goes")->required();
    add->add_option("--phone", person.phone, "Phone number")->required();
    add->add_option("--birthday", person.birthday, "YYYY-MM-DD");
    add->add_option("--id-number", person.idNumber, "Number of the identity document; default: the username");
    add->add_option("--language", values.language, "Of mails and documents")
        ->check(CLI::IsMember({"vi", "en"}))
        ->capture_default_str();
    staffCommand(*group, values, "show", "State, certificates and tries of a subscriber", Action::Show);
    staffCommand(*group, values, "list", "All subscribers", Action::List, false);
    staffCommand(*group, values, "resend", "Mail a new activation code; the old one is void", Action::Resend);
    staffCommand(*group, values, "lock", "Lock the account", Action::Lock);
    staffCommand(*group, values, "unlock", "Lift the lock, and a time lock of the PIN; gives no tries back",
                 Action::Unlock)
        ->add_flag("--start-again", values.staff.startAgain,
                   "End what any device has begun or finished (keys destroyed, certificate revoked) and mail "
                   "a new code: for a subscriber whose code or device is in other hands");
}

void describeCertificate(CLI::App &app, Values &values)
{
    using Action = StaffCommand::Action;
    auto *group = app.add_subcommand("certificate", "What a subscriber's certificate waits for");
    group->require_subcommand(1);
    staffCommand(*group, values, "release", "Let a held or delayed certificate be issued now",
                 Action::Release);
    for (auto *command : {staffCommand(*group, values, "refuse", "Refuse to issue it", Action::Refuse),
                          staffCommand(*group, values, "hold", "Hold it until it is released", Action::Hold)})
        command->add_option(
            "--reason", values.staff.reason,
            "For the subscriber: the app and the command line show it as it is. One line of at most " +
                std::to_string(protocol::reasonMax) + " octets");
    auto *evidence = app.add_subcommand("evidence", "The chain of evidence");
    evidence->require_subcommand(1);
    staffCommand(*evidence, values, "verify", "Find edits and truncation", Action::VerifyEvidence, false);
}

Command commandOf(const CLI::App &app, Values &&values)
{
    if (!app.got_subcommand("serve")) {
        values.staff.data = values.data;
        values.staff.person.username = trimmed(values.staff.person.username);
        values.staff.person.language = languageFromTag(values.language);
        return std::move(values.staff);
    }
    auto &options = values.serve;
    options.data = values.data;
    options.credential = crypto::keyKindFromName(values.credential).value_or(options.credential);
    options.issuanceDelay = Seconds{values.delay};
    options.mailbox = !values.noMailbox;
    options.biometric = values.biometric == "required" ? protocol::BiometricPolicy::Required
                                                       : protocol::BiometricPolicy::Optional;
    if (!values.publicUrl.empty())
        options.publicUrl = values.publicUrl;
    if (!values.smtp.empty())
        options.smtp = values.smtp;
    return ServeCommand{std::move(options)};
}

} // namespace

Command parseCommandLine(int count, const char *const *arguments)
{
    Values values;
    CLI::App app("SmartCA's remote-signing service in small. SANDBOX – no legal value.", "smartca-sandbox");
    app.require_subcommand(1);
    describeServe(app, values);
    describeSubscriber(app, values);
    describeCertificate(app, values);
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError &error) {
        std::ostringstream text;
        const int code = app.exit(error, text, text);
        return NothingToDo{text.str(), code == 0 ? 0 : 2};
    }
    return commandOf(app, std::move(values));
}

} // namespace smartca::sandbox
