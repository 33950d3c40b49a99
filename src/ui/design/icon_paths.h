// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>
#include <QStringView>

namespace smartca::ui::design {

/// SVG path data of a named icon on its 24x24 grid; empty when there is no such icon.
[[nodiscard]] QLatin1StringView iconPath(QStringView name);

} // namespace smartca::ui::design
