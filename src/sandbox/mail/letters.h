// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/accounts/activation_code.h"
#include "sandbox/mail/mime.h"

namespace smartca::sandbox {

/// What every mail says of the service.
struct MailIdentity {
    std::string publicUrl; ///< "https://host:port": where the button leads
    std::string hotline = "18001260";
    std::string fromAddress = "no-reply@smartca.invalid";
};

/// What a device said of itself; shown as claims, shortened and without control characters.
struct DeviceClaim {
    std::string platform;
    std::string model;
    std::string osVersion;
};

/// The mails in the subscriber's language: subject, text and HTML. Every one carries the mark of the sandbox.
[[nodiscard]] Result<MailContent> activationLetter(const MailIdentity &identity, const Person &person,
                                                   const FreshCode &code, UtcTime now);
[[nodiscard]] MailContent redeemedLetter(const MailIdentity &identity, const Person &person,
                                         const DeviceClaim &device, UtcTime at);
[[nodiscard]] MailContent activatedLetter(const MailIdentity &identity, const Person &person,
                                          const DeviceClaim &device, UtcTime at);

} // namespace smartca::sandbox
