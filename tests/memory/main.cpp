// SPDX-License-Identifier: Apache-2.0
#include "base/secret_bytes.h"

#include <QCoreApplication>

#include <gtest/gtest.h>

int main(int argc, char **argv)
{
    smartca::hardenProcess();              // as every program of ours does first
    qunsetenv("DBUS_SESSION_BUS_ADDRESS"); // keys stay in the test's folder, whatever runs on this machine
    testing::InitGoogleTest(&argc, argv);
    const QCoreApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
