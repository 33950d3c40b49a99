// SPDX-License-Identifier: Apache-2.0
// smartca-bench: measures what docs/performance.md promises, here and now, and prints one table. Exit code 0
// whatever the numbers are: a slow machine is no defect, and nothing in the tests depends on time.
#include "rows.h"

#include <QGuiApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

namespace smartca::bench {

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

std::string number(double value, std::string_view unit, int digits)
{
    char text[64];
    const int size = std::snprintf(text, sizeof text, "%.*f ", digits, value);
    return std::string(text, static_cast<std::size_t>(size)).append(unit);
}

namespace {

void print(const std::vector<Row> &rows)
{
    for (const auto &row : rows)
        std::printf("| %-78s | %14s | %10s | %s |\n", row.what.c_str(), row.measured.c_str(),
                    row.target.c_str(), row.target.empty() ? "    " : (row.met ? "yes " : "NO  "));
    std::fflush(stdout);
}

} // namespace
} // namespace smartca::bench

int main(int count, char **arguments)
{
    using namespace smartca::bench;
    qputenv("QT_QPA_PLATFORM", "offscreen"); // the service draws the record, and the app its first frame
    const QGuiApplication application(count, arguments);
    const auto given = QGuiApplication::arguments();
    if (given.size() == 4 && given[1] == QLatin1String("--serve"))
        return serveMeasured(given[2].toStdString(), given[3].toStdString());
    if (given.size() != 1) {
        std::fputs("usage: smartca-bench\n", stderr);
        return 2;
    }
    const QTemporaryDir scratch;
    const Place place{.programs = QGuiApplication::applicationDirPath().toStdString(),
                      .scratch = scratch.path().toStdString()};
    std::printf("| %-78s | %14s | %10s | met  |\n|%s|%s|%s|------|\n", "what", "measured", "target",
                std::string(80, '-').c_str(), std::string(16, '-').c_str(), std::string(12, '-').c_str());
    print(activationRows(place));
    print(hashingRows(place));
    print(signingRows(place));
    print(appRows(place));
    return 0;
}
