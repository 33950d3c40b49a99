// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/ca/authority.h"

namespace smartca::sandbox {

/// Who a certificate is for, as registered. UTF-8, NFC.
struct SubscriberName {
    std::string fullName; ///< family name first: "Nguyễn Thị Hoà"
    /// 12-digit căn cước, 9-digit CMND, passport, or tax code: what the kind of identifier in the certificate
    /// follows from.
    std::string idNumber;
    std::string birthday = {}; ///< "1962-04-13"; empty: the certificate says nothing of it
};

/// EN 319 412-1 §5.1.3 semantics and the UID Vietnamese integrators match on.
struct SubscriberIdentifiers {
    std::string serialNumber; ///< "IDCVN-079162001418"
    std::string uid;          ///< "CCCD:079162001418"
};
[[nodiscard]] SubscriberIdentifiers identifiersOf(std::string_view idNumber);

/// "Nguyễn" and "Thị Hoà": the family name is the first word.
struct SplitName {
    std::string surname;
    std::string givenName;
};
[[nodiscard]] SplitName splitName(std::string_view fullName);

/// The certificate of a subscriber's signing key (docs/protocol.md §7): three years from five minutes ago,
/// nonRepudiation and no extended key usage. `request`: the PKCS#10, whose proof of possession and key must
/// fit `spki`. Failure SVC-101.
[[nodiscard]] Result<crypto::Certificate> issueSubscriberCertificate(const Authority &authority,
                                                                     const SubscriberName &name,
                                                                     BytesView request, BytesView spki);

} // namespace smartca::sandbox
