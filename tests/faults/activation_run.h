// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/session.h"

#include <filesystem>
#include <functional>

namespace smartca::testing {

/// What a person brings: read from the mail, or thought of.
struct Person {
    SecretBytes username;
    SecretBytes code;
    SecretBytes token;
    std::string password = "Song-Hong-29";
    std::string pin = "482915";
};

/// Which of the two ways in a mail offers.
enum class Wanted { Link, Code };
/// Username and link token, or code, of the newest activation mail in a mailbox, found as the app finds them:
/// in the mail's text.
[[nodiscard]] Person readMail(const std::filesystem::path &mailbox, Wanted wanted = Wanted::Link);

struct RunOptions {
    protocol::ServiceProfile profile;
    std::filesystem::path home;
    client::Pace pace = {};
    /// How often the person presses the way on that a failure offers.
    int patience = 3;
    /// The first stage where the run ends.
    std::function<bool(const journey::activation::State &)> until;
};

struct RunOutcome {
    journey::activation::State state;
    client::Dossier dossier = {};
    std::optional<Failure> failure; ///< the one the person gave up at
    std::vector<FailureCode> seen;  ///< all of them on the way
    int requests = 0;
    int connections = 0;
};

/// The real client session on a Linux device, driven as a person would: every page answered, failures met
/// with the way on. Needs a QCoreApplication. Ends at `until`, at the end of the journey, when patience is
/// over, or (a test that hangs is worse than one that fails) after two minutes.
[[nodiscard]] RunOutcome runActivation(Person person, const RunOptions &options);

} // namespace smartca::testing
