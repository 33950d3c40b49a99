// SPDX-License-Identifier: Apache-2.0
#include "sandbox/admin/commands.h"
#include "tests/flow/world.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace smartca::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::vector<std::string> logLines(const World &world)
{
    std::ifstream log(world.options.data / "log" / "service.log");
    std::vector<std::string> lines;
    for (std::string line; std::getline(log, line);)
        lines.push_back(line);
    return lines;
}

/// How many requests the log tells of each case.
std::map<std::string, int> casesIn(const std::vector<std::string> &lines)
{
    std::map<std::string, int> cases;
    for (const auto &line : lines) {
        const auto json = parseJson(line).value();
        if (json.contains("case"))
            ++cases[json.at("case").get<std::string>()];
    }
    return cases;
}

TEST(ServiceLog, follows_each_case_by_the_pseudonym_that_staff_see_and_names_nobody)
{
    World world;
    const std::vector letters{world.subscribe(), world.subscribe("079162001419")};
    std::map<std::string, int> expected;
    std::vector<std::string> unsaid{"hoa@example.vn", "0912345678", "Nguyễn"};
    for (const auto &letter : letters) {
        App app(world, world.scratch.file(letter.username), {.letter = letter});
        ASSERT_TRUE(app.activate());
        const auto shown = sandbox::admin::showSubscriber(world.service->folder(), letter.username).value();
        expected[shown.at("case").get<std::string>()] = app.session->requestCount();
        unsaid.insert(unsaid.end(), {letter.username, letter.code, letter.token,
                                     std::string(letter.code).erase(4, 1), app.state().facts.activationId});
    }
    ASSERT_EQ(expected.size(), 2U) << "one case is not the other";
    world.stop();
    const auto lines = logLines(world);
    EXPECT_EQ(casesIn(lines), expected) << "every request of an activation, the redemption too";
    for (const auto &line : lines)
        for (const auto &secret : unsaid)
            EXPECT_THAT(line, Not(HasSubstr(secret)));
}

} // namespace
} // namespace smartca::test
