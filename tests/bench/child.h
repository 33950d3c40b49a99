// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json.h"

#include <QProcess>

#include <chrono>
#include <filesystem>

namespace smartca::bench {

/// A program of ours, spoken to line by line.
class Child {
public:
    Child(const std::filesystem::path &program, const QStringList &arguments)
    {
        process_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process_.start(QString::fromStdString(program.string()), arguments);
        process_.waitForStarted();
    }
    ~Child()
    {
        process_.closeWriteChannel();
        process_.terminate();
        if (!process_.waitForFinished(10'000))
            process_.kill();
        process_.waitForFinished();
    }
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    /// The next line of its output as JSON; null when it said nothing for `patience`, or ended.
    [[nodiscard]] Json line(std::chrono::milliseconds patience = std::chrono::minutes(5))
    {
        while (!process_.canReadLine())
            if (!process_.waitForReadyRead(static_cast<int>(patience.count())))
                return nullptr;
        return parseJson(process_.readLine().trimmed().toStdString()).value_or(Json(nullptr));
    }
    void say(const QByteArray &text)
    {
        process_.write(text);
        process_.waitForBytesWritten();
    }
    void endInput() { process_.closeWriteChannel(); }
    /// Its exit code; -1 when it crashed or took more than two minutes.
    [[nodiscard]] int wait()
    {
        if (!process_.waitForFinished(120'000) || process_.exitStatus() != QProcess::NormalExit)
            return -1;
        return process_.exitCode();
    }
    [[nodiscard]] QByteArray rest() { return process_.readAll(); }

private:
    QProcess process_;
};

} // namespace smartca::bench
