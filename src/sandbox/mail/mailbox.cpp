// SPDX-License-Identifier: Apache-2.0
#include "sandbox/mail/mailbox.h"

#include "sandbox/store/private_file.h"

#include <algorithm>
#include <cstdio>

namespace smartca::sandbox {

Outcome writeToMailbox(const std::filesystem::path &mailbox, std::int64_t number, std::string_view kind,
                       UtcTime at, BytesView message)
{
    auto time = toRfc3339(at);
    std::erase_if(time, [](char c) { return c == '-' || c == ':'; });
    auto count = std::to_string(number);
    count.insert(0, 6 - std::min<std::size_t>(6, count.size()), '0');
    SMARTCA_CHECK(preparePrivateFolder(mailbox));
    return writePrivateFile(mailbox / (time + "-" + count + "-" + std::string(kind) + ".eml"), message);
}

} // namespace smartca::sandbox
