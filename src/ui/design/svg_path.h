// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPainterPath>
#include <QStringView>

namespace smartca::ui::design {

/// The path that SVG path data describes: M L H V C S Q A Z, absolute and relative. What cannot be read ends
/// the path where it stands, as SVG asks for.
[[nodiscard]] QPainterPath painterPath(QStringView data);

} // namespace smartca::ui::design
