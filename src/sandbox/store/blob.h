// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"
#include "sandbox/store/session.h"

#include <optional>

namespace smartca::sandbox {

/// Octets on their way into a statement: Blob mac(session, bytes); session << "insert … values (:mac)",
/// soci::use(mac.value).
struct Blob {
    explicit Blob(Session &session) : value(session) {}
    Blob(Session &session, BytesView bytes);
    /// What a statement read into `value`; empty for NULL.
    [[nodiscard]] Bytes bytes();

    soci::blob value;
    soci::indicator indicator = soci::i_null; ///< give it to soci::into(blob.value, blob.indicator)
};

} // namespace smartca::sandbox
