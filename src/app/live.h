// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/service_profile.h"
#include "ui/app_settings.h"
#include "ui/session_source.h"

namespace smartca::app {

/// The folder of this installation, made 0700 when missing.
[[nodiscard]] bool makeHome(const QString &home);

[[nodiscard]] Result<protocol::ServiceProfile> readProfile(const QString &file);

/// The live journey on this machine, with the service of this profile file. Nothing but the file is touched
/// before open(). A profile that cannot be used is said on the problem page, and “try again” reads it again.
[[nodiscard]] std::unique_ptr<ui::SessionSource>
makeLiveSource(const QString &profileFile, const QString &home, const ui::AppSettings &settings);

} // namespace smartca::app
