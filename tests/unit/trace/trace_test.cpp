// SPDX-License-Identifier: Apache-2.0
#include "trace/trace.h"

#include <gtest/gtest.h>

namespace smartca::trace {
namespace {

using namespace journey::activation;

std::vector<Entry> played(const State &start, const std::vector<Event> &events)
{
    std::vector<Entry> entries;
    auto state = start;
    std::int64_t second = 1795000000;
    for (const auto &event : events) {
        state = journey::activation::advance(state, event).next;
        entries.push_back({fromUnixSeconds(second++), event, state});
    }
    return entries;
}

const std::vector<Event> wrongCodeThenRight{
    StartPressed{},     PrivacyAccepted{},
    DetailsSubmitted{}, Failed{{.code = FailureCode::ActivationDetailsWrong, .detail = "", .facts = {}}},
    DetailsSubmitted{}, CodeAccepted{"5d9c1c5e-0000-4000-8000-000000000001", "u-1", BiometricRule::Optional}};

TEST(Trace, replays_to_the_same_states)
{
    EXPECT_EQ(firstDifference(State{}, played(State{}, wrongCodeThenRight)), std::nullopt);
}

TEST(Trace, names_the_first_entry_that_another_build_would_not_reach)
{
    auto entries = played(State{}, wrongCodeThenRight);
    entries[3].after.failure.reset();
    EXPECT_EQ(firstDifference(State{}, entries), 3U);
}

TEST(Trace, drops_the_oldest_entries_beyond_its_capacity)
{
    Trace trace(2);
    for (auto &entry : played(State{}, wrongCodeThenRight))
        trace.add(std::move(entry));
    ASSERT_EQ(trace.entries().size(), 2U);
    EXPECT_EQ(nameOf(trace.entries().back().event), "codeAccepted");
}

TEST(Trace, keeps_nothing_without_capacity)
{
    Trace trace(0);
    trace.add(played(State{}, wrongCodeThenRight).front());
    EXPECT_TRUE(trace.entries().empty());
}

TEST(Trace, writes_the_line_of_the_command_line_as_it_is_frozen)
{
    const auto entries = played(State{}, wrongCodeThenRight);
    EXPECT_EQ(jsonLine(entries[0]),
              R"({"at":"2026-11-18T11:06:40Z","event":"startPressed","state":"readingPrivacy"})");
    EXPECT_EQ(jsonLine(entries[3]),
              R"({"at":"2026-11-18T11:06:43Z","event":"failed","state":"enteringDetails","code":"ACT-104"})");
}

TEST(Trace, writes_events_whole_so_that_they_can_be_read_again)
{
    Trace trace;
    for (auto &entry : played(State{}, wrongCodeThenRight))
        trace.add(std::move(entry));
    const auto lines = trace.toJsonLines();
    const auto line = lines.substr(0, lines.find('\n'));
    const auto json = parseJson(line);
    ASSERT_TRUE(json);
    const auto event = eventFromJson((*json)["event"]);
    ASSERT_TRUE(event);
    EXPECT_EQ(nameOf(*event), "startPressed");
    EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 6);
}

} // namespace
} // namespace smartca::trace
