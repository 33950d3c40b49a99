// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "faults/activation_run.h"
#include "tests/unit/device/scratch.h"

#include <QProcess>

namespace smartca::test {

/// `smartca-sandbox serve` in a process of its own, with one subscriber.
class ServiceProcess {
public:
    ServiceProcess();
    ~ServiceProcess();
    ServiceProcess(const ServiceProcess &) = delete;
    ServiceProcess &operator=(const ServiceProcess &) = delete;

    [[nodiscard]] bool ready() const { return !profilePath.empty(); }
    /// What the subscriber's mail says.
    [[nodiscard]] testing::Person mail() const;
    [[nodiscard]] protocol::ServiceProfile profile() const;
    /// Staff refuse the certificate, beforehand.
    void refuseCertificate();
    /// No answer until goOn(); the connection stays.
    void freeze();
    void goOn();

    Scratch scratch;
    std::string profilePath;

private:
    bool staff(QStringList arguments, const QStringList &more = {});

    QProcess process_;
};

} // namespace smartca::test
