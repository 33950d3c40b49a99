// SPDX-License-Identifier: Apache-2.0
#include "client/worker.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <gtest/gtest.h>

namespace smartca::client {
namespace {

TEST(Worker, work_that_waits_in_a_loop_of_its_own_is_not_overtaken)
{
    int argc = 0;
    const QCoreApplication application(argc, nullptr);
    std::string order;
    {
        Worker worker;
        worker.post([&] {
            QEventLoop loop;
            worker.post([&] { order += "second"; });
            worker.interrupt([&] {
                order += "interrupt ";
                loop.quit();
            });
            loop.exec();
            order += "first ";
        });
    }
    EXPECT_EQ(order, "interrupt first second");
}

} // namespace
} // namespace smartca::client
