// SPDX-License-Identifier: Apache-2.0
#include "base/secret_bytes.h"

#include <QCoreApplication>

#include <gtest/gtest.h>

int main(int argc, char **argv)
{
    // As every program of ours does first; a leak check, though, must be able to look in.
    if (!qEnvironmentVariableIsSet("SMARTCA_SANITIZED"))
        smartca::hardenProcess();
    qunsetenv("DBUS_SESSION_BUS_ADDRESS"); // keys stay in the test's folder, whatever runs on this machine
    testing::InitGoogleTest(&argc, argv);
    const QCoreApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
