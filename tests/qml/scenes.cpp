// SPDX-License-Identifier: Apache-2.0
#include "tests/qml/scenes.h"

namespace smartca::ui {
namespace {

struct Opening {
    const char *fixture;
    const char *suffix;
    const char *property;
    QVariant value = true;
};

const Opening openings[] = {
    {"01-welcome", "-help", "helpOpen"},
    {"01-privacy", "-whole", "whole"},
    {"02-details", "-mail", "mailSheetOpen"},
    {"09-record", "-text", "asText"},
    {"09-record", "-zoom", "zoomed"},
    {"09-record", "-fingerprint", "wholeFingerprint"},
    {"11-done", "-view", "viewing"},
    {"12-home-empty", "-settings", "place", 1},
    {"12-home-by-hand", "-settings", "place", 1},
    {"14-problem-CRT-103", "-ask", "asking"},
    {"14-problem-PIN-202", "-ask", "asking"},
    {"resume", "-ask", "asking"},
    {"resume-issued", "-ask", "asking"},
};

} // namespace

std::vector<Scene> allScenes()
{
    std::vector<Scene> all;
    for (const Fixture &fixture : fixtures()) {
        all.push_back({.name = fixture.name, .fixture = &fixture});
        for (const Opening &opening : openings) {
            if (fixture.name == QLatin1String(opening.fixture))
                all.push_back({.name = fixture.name + QLatin1String(opening.suffix),
                               .fixture = &fixture,
                               .opened = opening.property,
                               .value = opening.value});
        }
    }
    return all;
}

} // namespace smartca::ui
