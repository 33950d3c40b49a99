// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/activation_input.h"

namespace smartca::protocol {

/// What an activation link says; both empty when a text holds none.
struct LinkContent {
    SecretBytes username;
    SecretBytes token;
};

/// Looks for https://…/a#u=…&t=… or smartca://…#u=…&t=… in a text, HTML source included. A link only fills in
/// fields: one that names anything else than u and t (a service, a root), carries them where a server sees
/// them, or has another scheme is refused (ACT-102).
[[nodiscard]] Result<LinkContent> findActivationLink(std::string_view text);

} // namespace smartca::protocol
