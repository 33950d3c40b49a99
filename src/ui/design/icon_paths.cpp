// SPDX-License-Identifier: Apache-2.0
#include "ui/design/icon_paths.h"

#include <algorithm>
#include <array>

namespace smartca::ui::design {

namespace {

struct NamedPath {
    QLatin1StringView name;
    QLatin1StringView path;
};

// 24x24 grid, 1.75 stroke, round caps; sorted by name for the binary search below.
// clang-format off
constexpr std::array<NamedPath, 52> paths = {{
    { QLatin1StringView("alert"),
      QLatin1StringView("M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0 M12 7.5v5.2 M12 16v.1") },
    { QLatin1StringView("back"),
      QLatin1StringView("M15 5l-7 7 7 7") },
    { QLatin1StringView("bank"),
      QLatin1StringView("M3.5 9.5L12 4l8.5 5.5z M6 9.7v7.3 M10 9.7v7.3 M14 9.7v7.3 M18 9.7v7.3 M3.8 20h16.4") },
    { QLatin1StringView("bell"),
      QLatin1StringView("M6 10a6 6 0 0 1 12 0c0 5 2 6.5 2 6.5H4S6 15 6 10z M10 19.5a2 2 0 0 0 4 0") },
    { QLatin1StringView("cert"),
      QLatin1StringView("M5 4h14a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 19 16h-2.5 M8 16H5a1.5 1.5 0 0 1-1.5-1.5v-9A1.5 1.5 0"
                        " 0 1 5 4 M9.3 14.5a3 3 0 1 0 6 0a3 3 0 1 0-6 0 M10.3 17.2V21.5l2-1.3 2 1.3v-4.3 M7 8h10") },
    { QLatin1StringView("check"),
      QLatin1StringView("M5 12.5l4.6 4.6L19 7.4") },
    { QLatin1StringView("chev"),
      QLatin1StringView("M9 5l7 7-7 7") },
    { QLatin1StringView("clock"),
      QLatin1StringView("M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0 M12 7.2V12l3.3 2") },
    { QLatin1StringView("copy"),
      QLatin1StringView("M9.5 8.5h9A1.5 1.5 0 0 1 20 10v9a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 8 19v-9a1.5 1.5 0 0 1"
                        " 1.5-1.5z M16 8.5V5a1.5 1.5 0 0 0-1.5-1.5h-9A1.5 1.5 0 0 0 4 5v9a1.5 1.5 0 0 0 1.5 1.5H8") },
    { QLatin1StringView("del"),
      QLatin1StringView("M9 5.5h10.2a1.8 1.8 0 0 1 1.8 1.8v9.4a1.8 1.8 0 0 1-1.8 1.8H9L3 12z M12 9.5l5 5M17 9.5l-5 5") },
    { QLatin1StringView("device"),
      QLatin1StringView("M8.5 2.5h7A1.8 1.8 0 0 1 17.3 4.3v15.4a1.8 1.8 0 0 1-1.8 1.8h-7a1.8 1.8 0 0 1-1.8-1.8V4.3a1.8 1.8 0"
                        " 0 1 1.8-1.8z M11 18.5h2") },
    { QLatin1StringView("doc"),
      QLatin1StringView("M6.2 3.5H14l4.7 4.7v10.8a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 4.7 19V5a1.5 1.5 0 0 1 1.5-1.5z"
                        " M14 3.5v4.7h4.7 M8.2 12.5h7 M8.2 16h4.5") },
    { QLatin1StringView("dots"),
      QLatin1StringView("M12 5.5v.1 M12 12v.1 M12 18.5v.1") },
    { QLatin1StringView("down"),
      QLatin1StringView("M5 9l7 7 7-7") },
    { QLatin1StringView("download"),
      QLatin1StringView("M12 4v11.5 M7.8 11.5l4.2 4.2 4.2-4.2 M5 20h14") },
    { QLatin1StringView("eye"),
      QLatin1StringView("M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z M9.2 12a2.8 2.8 0 1 0 5.6 0a2.8"
                        " 2.8 0 1 0-5.6 0") },
    { QLatin1StringView("eyeoff"),
      QLatin1StringView("M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z M9.2 12a2.8 2.8 0 1 0 5.6 0a2.8"
                        " 2.8 0 1 0-5.6 0 M4.5 3.5l15 17") },
    { QLatin1StringView("face"),
      QLatin1StringView("M4 8.5V6a2 2 0 0 1 2-2h2.5 M15.5 4H18a2 2 0 0 1 2 2v2.5 M20 15.5V18a2 2 0 0 1-2 2h-2.5 M8.5 20H6a2"
                        " 2 0 0 1-2-2v-2.5 M8.7 9v1.5 M15.3 9v1.5 M12.2 9v3.7h-1 M8.8 15.2c.9.9 2 1.3 3.2 1.3s2.3-.4 3.2-1.3") },
    { QLatin1StringView("finger"),
      QLatin1StringView("M12 11.5v2.8c0 2.6-.6 4.7-1.7 6.7 M8.1 19.8c1.1-1.8 1.5-3.7 1.5-5.8v-2.5a2.4 2.4 0 0 1 4.8 0v2.6c0"
                        " 2.5-.4 4.6-1.1 6.6 M5.6 17.2c.5-1.200.7-2.300.7-3.6v-2.1a5.7 5.7 0 0 1 11.4 0v2.3c0 1.8-.2 3.4-.6"
                        " 4.9 M3.6 13.6c.1-.6.1-1.200.1-1.9A8.3 8.3 0 0 1 15.8 4.3 M18.4 6.4a8.3 8.3 0 0 1 1.9 5.3v1.6") },
    { QLatin1StringView("gear"),
      QLatin1StringView("M18.75 10.13L21.08 10.53L21.08 13.47L18.75 13.87L18.09 15.45L19.46 17.39L17.39 19.46L15.45"
                        " 18.09L13.87 18.75L13.47 21.08L10.53 21.08L10.13 18.75L8.55 18.09L6.61 19.46L4.54 17.39L5.91"
                        " 15.45L5.25 13.87L2.92 13.47L2.92 10.53L5.25 10.13L5.91 8.55L4.54 6.61L6.61 4.54L8.55 5.91L10.13"
                        " 5.25L10.53 2.92L13.47 2.92L13.87 5.25L15.45 5.91L17.39 4.54L19.46 6.61L18.09 8.55Z M9 12a3 3 0 1 0"
                        " 6 0a3 3 0 1 0-6 0") },
    { QLatin1StringView("globe"),
      QLatin1StringView("M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0 M3.5 12h17 M12 3.5c2.4 2.4 3.6 5.3 3.6 8.5s-1.2"
                        " 6.1-3.6 8.5c-2.4-2.4-3.6-5.3-3.6-8.5s1.2-6.1 3.6-8.5z") },
    { QLatin1StringView("help"),
      QLatin1StringView("M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0 M9.6 9.6a2.4 2.4 0 1 1 3.5 2.1c-.8.5-1.1 1-1.1 1.9"
                        " M12 16.5v.1") },
    { QLatin1StringView("history"),
      QLatin1StringView("M4 12.5a8 8 0 1 0 2.3-6 M4 4v4.3h4.3 M12 8v4.3l3 1.8") },
    { QLatin1StringView("home"),
      QLatin1StringView("M4 10.8L12 4l8 6.8V19a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 19z M9.5 20.5v-6h5v6") },
    { QLatin1StringView("house"),
      QLatin1StringView("M4 11l8-6.5 8 6.5 M6 9.6V20h12V9.6 M10 20v-5.5h4V20") },
    { QLatin1StringView("info"),
      QLatin1StringView("M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0 M12 11.2v5 M12 7.8v.1") },
    { QLatin1StringView("key"),
      QLatin1StringView("M3.8 15.2a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0-8.4 0 M11 12.2L20 3.5 M16.3 7.1l2.9 2.9 M13.6 9.7l1.9"
                        " 1.9") },
    { QLatin1StringView("lock"),
      QLatin1StringView("M6.5 10.5h11A1.5 1.5 0 0 1 19 12v7a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 19v-7a1.5 1.5 0 0 1"
                        " 1.5-1.5z M8.5 10.5V7.3a3.5 3.5 0 0 1 7 0v3.2 M12 14.5v2.2") },
    { QLatin1StringView("logout"),
      QLatin1StringView("M14 4.5H6.5A1.5 1.5 0 0 0 5 6v12a1.5 1.5 0 0 0 1.5 1.5H14 M10 12h10.5 M17 8.5l3.5 3.5-3.5 3.5") },
    { QLatin1StringView("mail"),
      QLatin1StringView("M4.5 5.5h15A1.5 1.5 0 0 1 21 7v10.5a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5V7a1.5 1.5 0 0 1"
                        " 1.5-1.5z M3.4 7.2L12 13.5l8.6-6.3") },
    { QLatin1StringView("minus"),
      QLatin1StringView("M5 12h14") },
    { QLatin1StringView("moon"),
      QLatin1StringView("M20 14.3A8.5 8.5 0 1 1 9.7 4 6.8 6.8 0 0 0 20 14.3z") },
    { QLatin1StringView("paste"),
      QLatin1StringView("M9 4.5H7A1.8 1.8 0 0 0 5.2 6.3v12.9A1.8 1.8 0 0 0 7 21h10a1.8 1.8 0 0 0 1.8-1.8V6.3A1.8 1.8 0 0 0"
                        " 17 4.5h-2M9 3h6v3.6H9zM9 11.5h6M9 15.5h4") },
    { QLatin1StringView("pause"),
      QLatin1StringView("M8.5 5.5v13 M15.5 5.5v13") },
    { QLatin1StringView("pen"),
      QLatin1StringView("M4 20l1-4.6L16.2 4.2a2 2 0 0 1 2.8 0l.8.8a2 2 0 0 1 0 2.8L8.6 19z M14 6.4l3.6 3.6") },
    { QLatin1StringView("phone"),
      QLatin1StringView("M6.6 3.5h2.5l1.7 4.4-2 1.6a13 13 0 0 0 5.7 5.7l1.6-2 4.4 1.7v2.5a2.1 2.1 0 0 1-2.3 2.1A16.6 16.6 0"
                        " 0 1 4.5 5.8a2.1 2.1 0 0 1 2.1-2.3z") },
    { QLatin1StringView("play"),
      QLatin1StringView("M8 5.2l10.5 6.8L8 18.8z") },
    { QLatin1StringView("plus"),
      QLatin1StringView("M12 5v14M5 12h14") },
    { QLatin1StringView("qr"),
      QLatin1StringView("M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.6v2.6M20 14v.1M20 17.4V20h-2.6M14 20v.1") },
    { QLatin1StringView("refresh"),
      QLatin1StringView("M20 12a8 8 0 1 1-2.3-5.6 M20 3.8v4.4h-4.4") },
    { QLatin1StringView("search"),
      QLatin1StringView("M4 10.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0 M15.3 15.3l5.2 5.2") },
    { QLatin1StringView("share"),
      QLatin1StringView("M12 15V4 M8 7.6L12 3.6l4 4 M5 12v7a1.5 1.5 0 0 0 1.5 1.5h11A1.5 1.5 0 0 0 19 19v-7") },
    { QLatin1StringView("shield"),
      QLatin1StringView("M12 3l7.5 2.8v5.7c0 4.6-3.1 8-7.5 9.5-4.4-1.5-7.5-4.9-7.5-9.5V5.8z") },
    { QLatin1StringView("shieldok"),
      QLatin1StringView("M12 3l7.5 2.8v5.7c0 4.6-3.1 8-7.5 9.5-4.4-1.5-7.5-4.9-7.5-9.5V5.8z M8.5 12l2.6 2.6L15.6 9.6") },
    { QLatin1StringView("stepb"),
      QLatin1StringView("M18 5.5L9 12l9 6.5z M5.5 5.5v13") },
    { QLatin1StringView("stepf"),
      QLatin1StringView("M6 5.5l9 6.5-9 6.5z M18.5 5.5v13") },
    { QLatin1StringView("text"),
      QLatin1StringView("M2.5 18.5L7.5 6l5 12.5 M4.2 14.5h6.6 M14 18.5l3.5-8.5 3.5 8.5 M15.2 15.8h4.6") },
    { QLatin1StringView("upload"),
      QLatin1StringView("M12 15.5V4 M7.8 8.2L12 4l4.2 4.2 M5 20h14") },
    { QLatin1StringView("user"),
      QLatin1StringView("M8 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0 M4.5 20.5c.8-3.9 3.8-6 7.5-6s6.7 2.1 7.5 6") },
    { QLatin1StringView("warn"),
      QLatin1StringView("M12 4.2L20.8 19.5H3.2z M12 10v4.2 M12 16.8v.1") },
    { QLatin1StringView("x"),
      QLatin1StringView("M6 6l12 12M18 6L6 18") },
    { QLatin1StringView("zoom"),
      QLatin1StringView("M4 10.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0 M15.3 15.3l5.2 5.2 M10.5 7.7v5.6 M7.7 10.5h5.6") },
}};
// clang-format on

} // namespace

QLatin1StringView iconPath(QStringView name)
{
    const auto found =
        std::lower_bound(paths.begin(), paths.end(), name,
                         [](const NamedPath &entry, QStringView wanted) { return entry.name < wanted; });
    if (found == paths.end() || found->name != name)
        return {};
    return found->path;
}

} // namespace smartca::ui::design
