// SPDX-License-Identifier: Apache-2.0
// The record is drawn with Qt Gui, which wants an application object in the process.
#include <QGuiApplication>

#include <gtest/gtest.h>

int main(int count, char **arguments)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(count, arguments);
    testing::InitGoogleTest(&count, arguments);
    return RUN_ALL_TESTS();
}
