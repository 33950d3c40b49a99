// SPDX-License-Identifier: Apache-2.0
#include "app/first_frame.h"

#include <QCoreApplication>
#include <QFile>
#include <QQuickWindow>
#include <QTextStream>

#include <unistd.h>

#include <ctime>

namespace smartca::app {
namespace {

double millisecondsSinceStart()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const auto line = stat.readAll();
    // proc(5): starttime is field 22; fields are counted behind the command's closing bracket, which is
    // field 2.
    const auto fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    constexpr int startTime = 22 - 3;
    const double ticks = fields.value(startTime).toDouble() / static_cast<double>(sysconf(_SC_CLK_TCK));
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return (static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9 - ticks) * 1e3;
}

double residentMegabytes()
{
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    const auto pages = statm.readAll().split(' ').value(1).toDouble();
    return pages * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

} // namespace

void benchFirstFrame(QQuickWindow *window)
{
    QObject::connect(window, &QQuickWindow::frameSwapped, window, [] {
        QTextStream(stdout) << QStringLiteral("{\"firstFrameMs\":%1,\"rssMb\":%2}\n")
                                   .arg(millisecondsSinceStart(), 0, 'f', 1)
                                   .arg(residentMegabytes(), 0, 'f', 1);
        QCoreApplication::quit();
    });
}

} // namespace smartca::app
