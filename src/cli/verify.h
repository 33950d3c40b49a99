// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/text.h"

#include <iosfwd>
#include <optional>

namespace smartca::cli {

struct VerifyOptions {
    std::string file;
    std::string root; ///< PEM or DER: the document root
    std::optional<std::string>
        timeStampRoot; ///< PEM or DER; absent: time stamps are judged by the document root
    Language language = Language::Vietnamese;
    bool json = false;
};

/// `smartca-cli verify FILE.pdf --root FILE [--tsa-root FILE] [--lang vi|en] [--json]`: says who signed,
/// when, whether the file is intact, what is covered and by which path (Circular 15/2025/TT-BKHCN). The exit
/// code: 0 valid, 1 not valid, 2 when a file cannot be read (the failure code on `errors`).
[[nodiscard]] int verify(const VerifyOptions &options, std::ostream &output, std::ostream &errors);
/// The same on standard output and standard error.
[[nodiscard]] int verify(const VerifyOptions &options);

} // namespace smartca::cli
