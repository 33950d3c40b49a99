// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/fixtures/fixtures.h"

#include <functional>
#include <vector>

namespace smartca::ui {

/// A fixture, and what the person did on its page that no view model knows of: a sheet opened, a text
/// unfolded.
struct Scene {
    QString name;
    const Fixture *fixture = nullptr;
    /// Set on the page's root item.
    const char *opened = nullptr;
    QVariant value = true;
};

[[nodiscard]] std::vector<Scene> allScenes();

} // namespace smartca::ui
