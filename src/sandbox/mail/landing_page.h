// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace smartca::sandbox {

/// The page behind the mail's button, because mail programs drop smartca:// links. It hands username and
/// token over to the app from the fragment, which no browser sends to us. One static page, nothing from
/// outside.
struct LandingPage {
    std::string html;
    std::string
        contentSecurityPolicy; ///< allows the page's own style and script by their hashes and nothing else
};
[[nodiscard]] LandingPage landingPage(const std::string &hotline);

} // namespace smartca::sandbox
