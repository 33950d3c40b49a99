// SPDX-License-Identifier: Apache-2.0
#include <QAccessible>
#include <QGuiApplication>

#include <gtest/gtest.h>

int main(int argc, char **argv)
{
    testing::InitGoogleTest(&argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    QAccessible::setActive(true);
    return RUN_ALL_TESTS();
}
