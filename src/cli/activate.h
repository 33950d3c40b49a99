// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/text.h"

#include <optional>

namespace smartca::cli {

struct ActivateOptions {
    std::string profile; ///< file the service wrote
    std::string home;    ///< folder of this installation
    std::optional<std::string> out;
    Language language = Language::Vietnamese;
    bool json = false;
};

/// `smartca-cli activate`: the whole journey without a screen and without a question: takes the certificate's
/// data for right, reads the record to its end, signs. Secrets come as JSON on standard input; what the
/// journey still needs and was not given is CLI-101. Goes on by itself where an earlier run ended. Exit code
/// 0 when the account is active, 2 with the failure on standard error. Needs a QCoreApplication.
[[nodiscard]] int activate(const ActivateOptions &options);

} // namespace smartca::cli
