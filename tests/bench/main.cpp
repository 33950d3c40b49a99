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

/// Prints them, and keeps those that missed their target.
void print(const std::vector<Row> &rows, std::vector<Row> &missed)
{
    for (const auto &row : rows) {
        if (!row.met)
            missed.push_back(row);
        std::printf("| %-78s | %14s | %10s | %s |\n", row.what.c_str(), row.measured.c_str(),
                    row.target.c_str(), row.target.empty() ? "    " : (row.met ? "yes " : "NO  "));
    }
    std::fflush(stdout);
}

/// The last line: what missed its target.
void conclude(const std::vector<Row> &missed)
{
    std::string line = missed.empty() ? "All targets are met" : "Targets missed";
    for (const auto &row : missed)
        line += (&row == missed.data() ? ": " : "; ") + row.what + " (" + row.measured + ")";
    std::printf("\n%s.\n", line.c_str());
}

/// Qt complains of a machine without one, in every program, in the middle of the table.
void giveRuntimeFolder(const std::filesystem::path &folder)
{
    std::filesystem::create_directory(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    qputenv("XDG_RUNTIME_DIR", folder.c_str());
}

} // namespace
} // namespace smartca::bench

int main(int count, char **arguments)
{
    using namespace smartca::bench;
    qputenv("QT_QPA_PLATFORM", "offscreen"); // the service draws the record, and the app its first frame
    const QTemporaryDir scratch;
    if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR"))
        giveRuntimeFolder(std::filesystem::path(scratch.path().toStdString()) / "runtime");
    const QGuiApplication application(count, arguments);
    const auto given = QGuiApplication::arguments();
    if (given.size() == 4 && given[1] == QLatin1String("--serve"))
        return serveMeasured(given[2].toStdString(), given[3].toStdString());
    if (given.size() != 1) {
        std::fputs("usage: smartca-bench\n", stderr);
        return 2;
    }
    const Place place{.programs = QGuiApplication::applicationDirPath().toStdString(),
                      .scratch = scratch.path().toStdString()};
    std::printf("| %-78s | %14s | %10s | met  |\n|%s|%s|%s|------|\n", "what", "measured", "target",
                std::string(80, '-').c_str(), std::string(16, '-').c_str(), std::string(12, '-').c_str());
    std::vector<Row> missed;
    print(activationRows(place), missed);
    print(hashingRows(place), missed);
    print(signingRows(place), missed);
    print(appRows(place), missed);
    conclude(missed);
    return 0;
}
