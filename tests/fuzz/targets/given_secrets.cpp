// SPDX-License-Identifier: Apache-2.0
#include "cli/given_secrets.h"

#include "base/json.h"
#include "look.h"

void smartca::fuzz::look(BytesView input)
{
    const auto given = cli::parseSecrets(SecretBytes(input), Language::English);
    if (!given)
        return;
    // Written by hand so that no secret passes through ordinary memory, it must understand what the one door
    // for JSON understands.
    const struct {
        std::string_view name;
        const SecretBytes &value;
    } fields[] = {{"username", given->username},
                  {"activationCode", given->activationCode},
                  {"password", given->password},
                  {"pin", given->pin}};
    const auto json = parseJson(asText(input));
    std::size_t count = 0;
    for (const auto &[name, value] : fields) {
        if (value.empty())
            continue;
        ++count;
        claim(json && json->is_object() && json->contains(name), "what was read is JSON");
        claim((*json)[std::string(name)].get<std::string>() == value.text(), "and says the same there");
    }
    claim(count == 0 || json->size() == count, "and nothing else");
}
