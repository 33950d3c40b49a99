// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/certificate.h"

namespace smartca::protocol {

/// Who the service is and the four pinned anchors (docs/protocol.md §1). A release has one compiled in; a
/// sandbox's comes from the file the service wrote. Never from a link, a QR code, an e-mail or first contact.
struct ServiceProfile {
    std::string url; ///< https://host:port, no path
    std::string serviceId;
    bool sandbox = false;
    std::string hotline; ///< "18001260"
    crypto::Certificate tlsRoot;
    crypto::Certificate documentRoot;
    crypto::Certificate timeStampRoot;
    crypto::PublicKey samKey;

    [[nodiscard]] std::string audience() const { return "urn:smartca:sam:" + serviceId; }
};

[[nodiscard]] std::string encode(const ServiceProfile &profile);
/// Failure SVC-107.
[[nodiscard]] Result<ServiceProfile> decodeServiceProfile(std::string_view text);

} // namespace smartca::protocol
