// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json.h"
#include "sandbox/admin/data_folder.h"

/// What staff may do. Every function answers JSON for people and scripts: numbers of persons masked, codes
/// and passwords never. They work on the database, so the service may be up or down; mails are composed at
/// once where the service's address is known, and sent by the service. Failure CLI-101: no such subscriber,
/// or a field is wrong.
namespace smartca::sandbox::admin {

[[nodiscard]] Result<Json> addSubscriber(const DataFolder &folder, const Person &person);
/// {"username","name","state","locked","certificates":[{"serial","status"}],"triesLeft",…}. triesLeft: of the
/// PIN until its next lock once there is one, before that of the typed code.
[[nodiscard]] Result<Json> showSubscriber(const DataFolder &folder, std::string_view username);
[[nodiscard]] Result<Json> listSubscribers(const DataFolder &folder);
/// A new code by mail; the old one is void. Staff is not held to the limits of “send again”. Failure ACT-207:
/// nothing to activate.
[[nodiscard]] Result<Json> resendMail(const DataFolder &folder, std::string_view username);
[[nodiscard]] Result<Json> lockSubscriber(const DataFolder &folder, std::string_view username);
/// Lifts the account's lock and a time lock of the PIN; gives no tries back.
[[nodiscard]] Result<Json> unlockSubscriber(const DataFolder &folder, std::string_view username);
/// Unlocks, and lets the subscriber begin anew where a stranger's device, or one that was lost, has begun or
/// finished: its keys are destroyed, its certificate revoked, and a new code goes out by mail.
[[nodiscard]] Result<Json> startAgain(const DataFolder &folder, std::string_view username);

/// What the subscriber's certificate waits for: held ones go out, delayed ones at once. A reason is one line
/// of at most protocol::reasonMax octets.
[[nodiscard]] Result<Json> releaseCertificate(const DataFolder &folder, std::string_view username);
[[nodiscard]] Result<Json> refuseCertificate(const DataFolder &folder, std::string_view username,
                                             std::string_view reason);
[[nodiscard]] Result<Json> holdCertificate(const DataFolder &folder, std::string_view username,
                                           std::string_view reason);

/// {"entries","signedUpTo","problems":[…]}.
[[nodiscard]] Result<Json> verifyEvidenceChain(const DataFolder &folder);

} // namespace smartca::sandbox::admin
