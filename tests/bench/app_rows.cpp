// SPDX-License-Identifier: Apache-2.0
#include "child.h"
#include "rows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace smartca::bench {
namespace {

constexpr int starts = 20;
constexpr double firstFrameLimit = 150;
constexpr double residentLimit = 60;

/// Numbers with fractions: our own JSON door does not let them in.
QJsonObject answer(const Place &place, const QStringList &arguments)
{
    Child app(place.programs / "smartca-app", arguments);
    app.endInput();
    if (app.wait() != 0)
        return {};
    return QJsonDocument::fromJson(app.rest()).object();
}

} // namespace

std::vector<Row> appRows(const Place &place)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QStringList firstFrame{QStringLiteral("--home"),
                                 QString::fromStdString((place.scratch / "app").string()),
                                 QStringLiteral("--profile"),
                                 QString::fromStdString((place.scratch / "loopback/profile.json").string()),
                                 QStringLiteral("--bench-first-frame")};
    std::vector<double> times;
    std::vector<double> memory;
    for (int run = -2; run < starts; ++run) { // the first two warm the disk cache
        const auto said = answer(place, firstFrame);
        if (said.isEmpty())
            return {{"Welcome page", "smartca-app gave no answer", "", false}};
        if (run < 0)
            continue;
        times.push_back(said.value(QLatin1String("firstFrameMs")).toDouble());
        memory.push_back(said.value(QLatin1String("rssMb")).toDouble());
    }
    std::vector<Row> rows{{"Welcome page: first frame, offscreen, warm, median of 20",
                           number(median(times), "ms"), "<= 150 ms", median(times) <= firstFrameLimit},
                          {"Welcome page: resident memory, median of 20", number(median(memory), "MB", 1),
                           "<= 60 MB", median(memory) <= residentLimit}};
    const auto pages =
        answer(place, {QStringLiteral("--bench-pages")}).value(QLatin1String("pages")).toArray();
    for (const auto &one : pages) {
        const auto page = one.toObject();
        rows.push_back(
            {"Longest stall of the UI thread: " + page.value(QLatin1String("page")).toString().toStdString(),
             number(page.value(QLatin1String("longestStallMs")).toDouble(), "ms", 1), "", true});
    }
    return rows;
}

} // namespace smartca::bench
