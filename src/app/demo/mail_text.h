// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace smartca::app::demo {

/// What a mail program shows of a message's text part (RFC 2045: multipart, quoted-printable, base64, UTF-8);
/// empty when there is none.
[[nodiscard]] QString plainTextOf(const QByteArray &message);

} // namespace smartca::app::demo
