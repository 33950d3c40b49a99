// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/failure.h"

/// Private to this room: what every failure means to a person, by family. [A passage in brackets] is left out
/// when a number or time that it names is not known; of [several|of them] the first that is known stays. A
/// passage with {subject=word} stays only where the subject is that word, and the name itself says nothing.
/// Voice: what happened, why, what to do; no blame, no exclamation marks.
namespace smartca {

/// The details of an activation: what was typed, pasted or scanned.
[[nodiscard]] std::span<const FailureEntry> activationFailures();
/// Password and PIN.
[[nodiscard]] std::span<const FailureEntry> secretFailures();
/// This device: biometrics, its keys, and what is kept on it.
[[nodiscard]] std::span<const FailureEntry> deviceFailures();
/// The way to the service.
[[nodiscard]] std::span<const FailureEntry> serviceFailures();
/// The certificate, the document and its signature.
[[nodiscard]] std::span<const FailureEntry> signingFailures();
/// What breaks the protocol: an integrator's mistake, or an attack.
[[nodiscard]] std::span<const FailureEntry> protocolFailures();

} // namespace smartca
