// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"
#include "tests/flow/world.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace smartca::test {
namespace {

/// The forms a careless program would leave a secret in.
std::vector<std::pair<std::string, std::string>> formsOf(const std::string &secret)
{
    std::string utf16le;
    std::string utf16be;
    for (const char c : secret) {
        utf16le += {c, '\0'};
        utf16be += {'\0', c};
    }
    auto hex = hexEncode(asBytes(secret));
    auto upperHex = hex;
    std::ranges::transform(upperHex, upperHex.begin(), ::toupper);
    std::vector<std::pair<std::string, std::string>> forms{
        {"UTF-8", secret}, {"UTF-16LE", utf16le}, {"UTF-16BE", utf16be}, {"hex", hex}, {"HEX", upperHex}};
    // Base64 has three alignments; the octets that depend on neighbours are cut off.
    for (std::size_t shift = 0; shift < 3; ++shift) {
        auto text = base64Encode(asBytes(std::string(shift, 'x') + secret));
        text.erase(0, shift == 0 ? 0 : shift + 1);
        text.erase(text.find_last_not_of('=') + 1);
        text.erase(text.size() - 1);
        forms.emplace_back("base64", text);
        std::ranges::replace(text, '+', '-');
        std::ranges::replace(text, '/', '_');
        forms.emplace_back("base64url", text);
    }
    return forms;
}

/// Where a file of the folder holds the secret: "base64 in …/journal.sealed".
std::vector<std::string> placesOf(const std::filesystem::path &folder, const std::string &secret,
                                  bool mailToo = true)
{
    std::vector<std::string> places;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file() || (!mailToo && entry.path().extension() == ".eml"))
            continue;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string content{std::istreambuf_iterator<char>(file), {}};
        for (const auto &[form, text] : formsOf(secret))
            if (content.find(text) != std::string::npos)
                places.push_back(form + " in " + entry.path().string());
    }
    return places;
}

void expectNowhere(const std::filesystem::path &folder, const std::string &what, const std::string &secret)
{
    EXPECT_THAT(placesOf(folder, secret), ::testing::IsEmpty()) << what;
}

/// The embedded mailbox is the subscriber's letter box: what was mailed lies there.
void expectOnlyMailed(const std::filesystem::path &folder, const std::string &what, const std::string &secret)
{
    EXPECT_THAT(placesOf(folder, secret, false), ::testing::IsEmpty()) << what;
}

TEST(SecretsAtRest, whoever_searches_finds_each_form_in_a_file_that_holds_it)
{
    const Scratch scratch;
    const std::string secret = "493817-Sen!Trang7";
    int number = 0;
    for (const auto &[form, text] : formsOf(secret)) {
        const auto folder = scratch.file("planted" + std::to_string(++number));
        std::filesystem::create_directories(folder + "/deeper");
        std::ofstream(folder + "/deeper/file", std::ios::binary) << "before" << text << "after";
        EXPECT_THAT(placesOf(folder, secret), ::testing::Contains(::testing::StartsWith(form))) << form;
    }
}

TEST(SecretsAtRest, no_secret_of_a_run_lies_in_either_folder)
{
    World world;
    const auto typed = world.subscribe();
    const auto linked = world.subscribe("079162001419");
    // Six digits turn up by chance once in 10^14 random octets.
    App first(world, world.scratch.file("home"), {.letter = typed, .wrongPins = {"708264"}});
    ASSERT_TRUE(first.activate());
    App second(world, world.scratch.file("home2"), {.letter = linked, .useToken = true});
    ASSERT_TRUE(second.activate());
    world.stop();
    for (const auto &folder :
         {world.scratch.file("home"), world.scratch.file("home2"), world.options.data.string()}) {
        expectNowhere(folder, "PIN", first.persona.pin);
        expectNowhere(folder, "wrong PIN", "708264");
        expectNowhere(folder, "password", first.persona.password);
        expectOnlyMailed(folder, "code", typed.code);
        expectOnlyMailed(folder, "code", typed.code.substr(0, 4) + typed.code.substr(5));
        expectOnlyMailed(folder, "token", linked.token);
    }
    for (const auto &folder : {world.scratch.file("home"), world.scratch.file("home2")}) {
        expectNowhere(folder, "username", typed.username);
        expectNowhere(folder, "username", linked.username);
        // What a PIN may not be made of (docs/protocol.md §6).
        for (const auto *avoided : {"0912345678", "19620413", "13041962", "1962-04-13"})
            expectNowhere(folder, "phone or birthday", avoided);
    }
}

} // namespace
} // namespace smartca::test
