// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/fixture_source.h"

#include <functional>
#include <string>
#include <vector>

namespace smartca::ui {

/// One page in one of its states, as the gallery draws it and the page tests walk it.
struct Scene {
    std::string name;
    /// File of module Smartca.Activation, without ".qml".
    const char *page;
    std::function<void(FixtureSource &)> arrange;
    /// What the person did on the page itself; `page` is its root item.
    std::function<void(QObject &page)> act = {};
};

[[nodiscard]] std::vector<Scene> allScenes();

} // namespace smartca::ui
