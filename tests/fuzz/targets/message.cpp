// SPDX-License-Identifier: Apache-2.0
#include "look.h"
#include "protocol/messages.h"

namespace {

[[maybe_unused]] smartca::SecretBytes secret(std::string_view text)
{
    return smartca::SecretBytes::fromText(text);
}

[[maybe_unused]] smartca::SecretBytes secret(const smartca::SecretBytes &text)
{
    return text.clone();
}

smartca::SecretBytes written(const smartca::protocol::SMARTCA_MESSAGE &message)
{
    return secret(smartca::protocol::encode(message));
}

} // namespace

void smartca::fuzz::look(BytesView input)
{
    const auto message = protocol::decode<protocol::SMARTCA_MESSAGE>(asText(input));
    if (!message)
        return;
    const auto once = written(*message);
    const auto again = protocol::decode<protocol::SMARTCA_MESSAGE>(once.text());
    claim(again.has_value(), "what we write, we read");
    claim(written(*again) == once, "a message written and read again is the same");
}
