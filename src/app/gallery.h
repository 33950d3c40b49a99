// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace smartca::app {

/// Shows every scene in both languages, both themes, at 100 and 200 %, and listens: exit code 1 when QML
/// warns of anything, or a page cannot be loaded.
[[nodiscard]] int selfTest();
/// The same as pictures: DIR/<vi|en>-<light|dark>[-200]/<name>.png.
[[nodiscard]] int paintScreens(const QString &folder);
/// Longest time the UI thread was away from its event loop, for each page: one JSON line on stdout.
[[nodiscard]] int benchPages();

} // namespace smartca::app
