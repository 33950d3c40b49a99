// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/text.h"

namespace smartca::cli {

struct StatusOptions {
    std::string home;
    Language language = Language::Vietnamese;
    bool json = false;
};

/// `smartca-cli status`: how far the journal of this installation says things are; asks no service. With
/// --json {"state","credentialId"?,"nextStep"}. Exit code 0, or 2 with the failure on standard error.
[[nodiscard]] int status(const StatusOptions &options);

} // namespace smartca::cli
