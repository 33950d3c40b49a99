// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <atomic>

namespace smartca::sandbox {

/// One mail to one SMTP server (RFC 5321) by `url`: smtp://[user:password@]host[:port] or smtps://…. With a
/// password only over TLS, without one TLS where the server offers it. Failure SVC-101 with the server's
/// answer; `stop` ends it early.
[[nodiscard]] Outcome sendMail(const std::string &url, const std::string &from, const std::string &to,
                               std::string_view message, const std::atomic_bool &stop);

/// CLI-101 unless it is such a URL.
[[nodiscard]] Outcome checkSmtpUrl(const std::string &url);

} // namespace smartca::sandbox
