// SPDX-License-Identifier: Apache-2.0
#include "sandbox/crew/crew.h"

#include <gtest/gtest.h>

#include <array>
#include <latch>
#include <mutex>
#include <numeric>
#include <random>
#include <set>
#include <stdexcept>

namespace smartca::sandbox {
namespace {

TEST(Crew, has_more_works_begun_than_threads)
{
    constexpr std::size_t works = 8;
    std::array<Signal, works> signals;
    std::latch begun(works);
    std::atomic<int> done = 0;
    Crew crew({.threads = 2, .hands = works});
    for (auto &signal : signals)
        crew.post([&] {
            begun.count_down();
            signal.wait();
            ++done;
        });
    begun.wait(); // all of them, though there are two threads
    EXPECT_EQ(done, 0);
    for (auto &signal : signals)
        signal.tell();
    crew.finish();
    EXPECT_EQ(done, works);
}

TEST(Crew, begins_no_more_works_than_it_has_hands_and_none_is_lost)
{
    constexpr int works = 10;
    constexpr int hands = 3;
    std::mutex mutex;
    std::set<Signal *> waiting;
    std::size_t most = 0;
    std::atomic<int> done = 0;
    Crew crew({.threads = 2, .hands = hands});
    for (int work = 0; work < works; ++work)
        crew.post([&] {
            Signal signal;
            {
                const std::lock_guard lock(mutex);
                waiting.insert(&signal);
                most = std::max(most, waiting.size());
            }
            signal.wait();
            ++done;
        });
    while (done < works) {
        const std::lock_guard lock(mutex);
        if (waiting.size() == std::min<std::size_t>(hands, static_cast<std::size_t>(works - done))) {
            for (auto *signal : waiting)
                signal->tell();
            waiting.clear();
        }
    }
    crew.finish();
    EXPECT_EQ(most, hands);
}

TEST(Crew, goes_on_in_the_order_in_which_it_was_told)
{
    std::array<Signal, 3> signals;
    std::vector<int> order;
    std::latch begun(3);
    Crew crew({.threads = 1, .hands = 3});
    for (int work = 0; work < 3; ++work)
        crew.post([&, work] {
            begun.count_down();
            signals.at(static_cast<std::size_t>(work)).wait();
            order.push_back(work);
        });
    begun.wait();
    Signal allTold;
    crew.post([&] { allTold.wait(); }); // no hand is free: comes last
    for (const std::size_t work : {2U, 0U, 1U})
        signals.at(work).tell();
    allTold.tell();
    crew.finish();
    EXPECT_EQ(order, (std::vector<int>{2, 0, 1}));
}

TEST(Crew, waits_for_nothing_that_was_told_before)
{
    Signal early;
    early.tell();
    bool done = false;
    Crew crew({.threads = 1, .hands = 1});
    crew.post([&] {
        early.wait();
        early.wait();
        done = true;
    });
    crew.finish();
    EXPECT_TRUE(done);
}

TEST(Crew, and_threads_outside_wait_for_each_other)
{
    Signal toCrew;
    Signal toThread;
    std::string trace;
    Crew crew({.threads = 1, .hands = 1});
    crew.post([&] {
        toCrew.wait();
        trace += "crew";
        toThread.tell();
    });
    trace += "thread ";
    toCrew.tell();
    toThread.wait();
    EXPECT_EQ(trace, "thread crew");
}

TEST(Crew, finishes_what_waits_and_what_has_not_begun)
{
    std::array<Signal, 2> signals;
    std::atomic<int> done = 0;
    Crew crew({.threads = 1, .hands = 1});
    for (auto &signal : signals)
        crew.post([&] {
            signal.wait();
            ++done;
        });
    std::thread teller([&] {
        for (auto &signal : signals)
            signal.tell();
    });
    crew.finish();
    EXPECT_EQ(done, 2);
    teller.join();
}

TEST(Crew, carries_exceptions_and_locals_from_thread_to_thread)
{
    constexpr int works = 64;
    constexpr int rounds = 50;
    std::mutex mutex;
    std::vector<Signal *> waiting;
    std::atomic<int> right = 0;
    std::atomic<int> left = works;
    Crew crew({.threads = 4, .hands = 16});
    for (int work = 0; work < works; ++work)
        crew.post([&, work] {
            int caught = 0;
            std::vector<int> local(64);
            std::iota(local.begin(), local.end(), work);
            for (int round = 0; round < rounds; ++round) {
                try {
                    Signal signal;
                    {
                        const std::lock_guard lock(mutex);
                        waiting.push_back(&signal);
                    }
                    signal.wait();
                    throw std::runtime_error(std::to_string(work));
                } catch (const std::runtime_error &error) {
                    caught += error.what() == std::to_string(work) ? 1 : 0;
                }
            }
            right += caught == rounds && local.back() == work + 63 ? 1 : 0;
            --left;
        });
    std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same order each time
    while (left > 0) {
        std::vector<Signal *> these;
        {
            const std::lock_guard lock(mutex);
            these.swap(waiting);
        }
        std::shuffle(these.begin(), these.end(), random);
        for (auto *signal : these)
            signal->tell();
    }
    crew.finish();
    EXPECT_EQ(right, works);
}

TEST(Crew, has_room_for_deep_works)
{
    // Half of a stack, each page touched: what is below would be another's.
    int sum = 0;
    Crew crew({.threads = 1, .hands = 2});
    for (int work = 0; work < 2; ++work)
        crew.post([&] {
            std::array<volatile char, 512UL * 1024> much{};
            for (std::size_t at = 0; at < much.size(); at += 4096)
                much.at(at) = 1;
            for (std::size_t at = 0; at < much.size(); at += 4096)
                sum += much.at(at);
        });
    crew.finish();
    EXPECT_EQ(sum, 2 * 128);
}

} // namespace
} // namespace smartca::sandbox
