// SPDX-License-Identifier: Apache-2.0
#include <QGuiApplication>

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <vector>

/// Runs the tests inside the surroundings that SMARTCA_SURROUNDINGS, a script, puts up around this very
/// program.
int main(int argc, char **argv)
{
    constexpr const char *inside = "SMARTCA_TEST_SURROUNDED";
    std::vector<char *> again{const_cast<char *>(SMARTCA_SURROUNDINGS)};
    again.insert(again.end(), argv, argv + argc + 1); // with the nullptr at its end
    testing::InitGoogleTest(&argc, argv);
    if (!GTEST_FLAG_GET(list_tests) && qEnvironmentVariableIsEmpty(inside)) {
        qputenv(inside, "1");
        ::execv(again.front(), again.data());
        std::perror(again.front());
        return 1;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
