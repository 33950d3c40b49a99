// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/text.h"
#include "crypto/certificate.h"

namespace smartca::sandbox {

/// What an acceptance record says.
struct RecordFacts {
    Language language = Language::Vietnamese;
    std::string number; ///< "NT-2026-000042"
    UtcTime madeAt;
    std::string subscriberName; ///< as registered, NFC
    std::string idNumber;       ///< masked here, never written whole
    std::string idKind;         ///< "CCCD", "HC", "MST", "CMND": what idNumber is
    std::string device;         ///< what the device says of itself: model, system
    std::string keyLevel;       ///< "software", "tee", …
    std::string credentialId;
    std::string hotline;
    crypto::Certificate certificate;
};

/// The record, two A4 pages with embedded fonts, title and language set, and one prepared signature field on
/// the second page: ready to be shown, hashed and signed. Needs a QGuiApplication in the process (the
/// offscreen platform will do); runs on any thread. Failure SVC-101.
[[nodiscard]] Result<Bytes> makeRecord(const RecordFacts &facts);

/// "NT-2026-000042": the year of the record in Vietnam, and a number that counts up.
[[nodiscard]] std::string recordNumber(UtcTime madeAt, std::int64_t number);

} // namespace smartca::sandbox
