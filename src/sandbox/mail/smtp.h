// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/secret_bytes.h"

#include <atomic>

namespace smartca::sandbox {

/// Where mails go (RFC 5321), and as whom.
struct MailServer {
    std::string url;      ///< smtp://host[:port] or smtps://…
    std::string user;     ///< empty: nobody in particular
    SecretBytes password; ///< of the user
};

/// The server of smtp://[user@]host[:port]; a user's password is SMARTCA_SMTP_PASSWORD, or the first line of
/// the file (0600) that SMARTCA_SMTP_PASSWORD_FILE names. CLI-101 when it is no such URL, has a password in
/// it (others see command lines), or the user's is missing.
[[nodiscard]] Result<MailServer> mailServerOf(const std::string &url);

/// One mail. As a user only over TLS, as nobody with TLS where the server offers it. Failure SVC-101 with the
/// server's answer; `stop` ends it early.
[[nodiscard]] Outcome sendMail(const MailServer &server, const std::string &from, const std::string &to,
                               std::string_view message, const std::atomic_bool &stop);

} // namespace smartca::sandbox
