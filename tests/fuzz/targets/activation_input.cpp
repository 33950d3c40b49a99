// SPDX-License-Identifier: Apache-2.0
#include "protocol/activation_input.h"

#include "look.h"

void smartca::fuzz::look(BytesView input)
{
    using namespace protocol;
    const auto text = asText(input);
    const auto code = normalisedCode(text);
    for (const char c : code.text())
        claim(codeAlphabet.find(c) != std::string_view::npos, "a code has only letters of its alphabet");
    claim(normalisedCode(code.text()) == code, "a normalised code stays as it is");
    if (isCompleteCode(code))
        claim(normalisedCode(displayedCode(code).text()) == code, "a code as shown reads as itself");
    const auto username = normalisedUsername(text);
    claim(normalisedUsername(username.text()) == username, "a normalised username stays as it is");

    const auto found = findActivationInput(text);
    if (!found)
        return;
    claim(found->code.empty() != found->token.empty() || !found->username.empty(), "something was found");
    claim(found->code.empty() || isCompleteCode(found->code), "a found code is complete");
}
