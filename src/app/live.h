// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/service_profile.h"
#include "ui/app_settings.h"
#include "ui/fixture_source.h"
#include "ui/session_source.h"

namespace smartca::app {

/// The folder of this installation, made 0700 when missing.
[[nodiscard]] bool makeHome(const QString &home);

[[nodiscard]] Result<protocol::ServiceProfile> readProfile(const QString &file);

/// The live journey on this machine. Nothing of it is touched before open().
[[nodiscard]] std::unique_ptr<ui::SessionSource>
makeLiveSource(protocol::ServiceProfile profile, const QString &home, const ui::AppSettings &settings);

/// A journey that cannot begin, and why: the problem page shows it.
[[nodiscard]] std::unique_ptr<ui::FixtureSource> makeBrokenSource(Failure failure);

} // namespace smartca::app
