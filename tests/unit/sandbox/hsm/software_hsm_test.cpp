// SPDX-License-Identifier: Apache-2.0
#include "crypto/certificate.h"
#include "sandbox/hsm/key_files.h"
#include "sandbox/hsm/key_pool.h"
#include "sandbox/hsm/software_hsm.h"
#include "tests/unit/sandbox/test_tools.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <thread>

namespace smartca::sandbox {
namespace {

using crypto::KeyKind;

class SoftwareHsmTest : public testing::Test {
protected:
    [[nodiscard]] Result<std::unique_ptr<Hsm>> opened(std::string_view passphrase = "") const
    {
        return openSoftwareHsm({.directory = folder_.path() / "hsm",
                                .passphrase = SecretBytes::fromText(passphrase),
                                .poolSize = 0});
    }
    /// Octets of `needle` in any file of the folder.
    [[nodiscard]] bool isOnDisk(BytesView needle) const
    {
        for (const auto &entry : std::filesystem::recursive_directory_iterator(folder_.path())) {
            if (entry.is_regular_file() &&
                test::contentOf(entry.path()).find(asText(needle)) != std::string::npos)
                return true;
        }
        return false;
    }

    test::TemporaryFolder folder_;
    KeyBinding binding_{"credential-1", "user-1"};
    crypto::Sha256 digest_ = crypto::sha256(asBytes("document"));
};

TEST_F(SoftwareHsmTest, signs_with_every_kind_of_key)
{
    const auto hsm = opened().value();
    for (const auto kind : {KeyKind::P256, KeyKind::Rsa2048}) {
        const auto key = hsm->generateKey(kind, binding_).value();
        const auto signature = hsm->signDigest(key, binding_, digest_);
        ASSERT_TRUE(signature);
        EXPECT_TRUE(crypto::PublicKey::fromSpki(key.spki)->verifyDigest(digest_, *signature));
    }
}

TEST_F(SoftwareHsmTest, certification_request_proves_possession)
{
    const auto hsm = opened().value();
    const auto key = hsm->generateKey(KeyKind::Rsa2048, binding_).value();
    const auto request = hsm->certificationRequest(key, binding_, "credential-1").value();
    EXPECT_EQ(crypto::verifyCertificationRequest(request)->spki(), key.spki);
    const auto file = folder_.write("request.der", request);
    const auto run = test::runTool("openssl req -inform DER -verify -noout -in '" + file.string() + "'");
    EXPECT_EQ(run.exitCode, 0) << run.output;
    EXPECT_NE(run.output.find("OK"), std::string::npos) << run.output;
}

TEST_F(SoftwareHsmTest, wrapped_key_moved_to_another_credential_is_refused)
{
    const auto hsm = opened().value();
    const auto key = hsm->generateKey(KeyKind::P256, binding_).value();
    const auto moved = hsm->signDigest(key, {"credential-2", "user-1"}, digest_);
    ASSERT_FALSE(moved);
    EXPECT_EQ(moved.error().code, FailureCode::HsmUnavailable);
}

TEST_F(SoftwareHsmTest, wrapped_key_moved_to_another_subscriber_is_refused)
{
    const auto hsm = opened().value();
    const auto key = hsm->generateKey(KeyKind::P256, binding_).value();
    EXPECT_FALSE(hsm->signDigest(key, {"credential-1", "user-2"}, digest_));
}

TEST_F(SoftwareHsmTest, wrapped_key_under_another_public_key_is_refused)
{
    const auto hsm = opened().value();
    auto key = hsm->generateKey(KeyKind::P256, binding_).value();
    key.spki = hsm->generateKey(KeyKind::P256, binding_)->spki;
    EXPECT_FALSE(hsm->signDigest(key, binding_, digest_));
}

TEST_F(SoftwareHsmTest, every_changed_octet_of_a_wrapped_key_is_refused)
{
    const auto hsm = opened().value();
    const auto key = hsm->generateKey(KeyKind::P256, binding_).value();
    for (std::size_t i = 0; i < key.blob.size(); ++i) {
        auto changed = key;
        changed.blob[i] ^= 1U;
        EXPECT_FALSE(hsm->signDigest(changed, binding_, digest_)) << i;
    }
    auto destroyed = key;
    destroyed.blob.clear();
    EXPECT_FALSE(hsm->signDigest(destroyed, binding_, digest_));
}

TEST_F(SoftwareHsmTest, keys_live_on_over_a_restart)
{
    const auto key = opened().value()->generateKey(KeyKind::P256, binding_).value();
    EXPECT_TRUE(opened().value()->signDigest(key, binding_, digest_));
}

TEST_F(SoftwareHsmTest, keys_of_another_hsm_are_refused)
{
    const auto key = opened().value()->generateKey(KeyKind::P256, binding_).value();
    const test::TemporaryFolder elsewhere;
    const auto other =
        openSoftwareHsm({.directory = elsewhere.path(), .passphrase = {}, .poolSize = 0}).value();
    EXPECT_FALSE(other->signDigest(key, binding_, digest_));
}

TEST_F(SoftwareHsmTest, purposes_do_not_mix)
{
    const auto hsm = opened().value();
    EXPECT_NE(hsm->mac(MacPurpose::Password, {asBytes("x")}).value(),
              hsm->mac(MacPurpose::ActivationCode, {asBytes("x")}).value());
    const auto box = hsm->seal(SealPurpose::Evidence, asBytes("here"), asBytes("text")).value();
    EXPECT_FALSE(hsm->open(SealPurpose::Answer, asBytes("here"), box));
    EXPECT_FALSE(hsm->open(SealPurpose::Evidence, asBytes("there"), box));
    EXPECT_EQ(hsm->open(SealPurpose::Evidence, asBytes("here"), box)->text(), "text");
}

TEST_F(SoftwareHsmTest, parts_of_a_mac_cannot_be_shifted)
{
    const auto hsm = opened().value();
    EXPECT_NE(hsm->mac(MacPurpose::Password, {asBytes("ab"), asBytes("c")}).value(),
              hsm->mac(MacPurpose::Password, {asBytes("a"), asBytes("bc")}).value());
}

TEST_F(SoftwareHsmTest, service_keys_are_made_once_and_differ)
{
    const auto first = opened().value()->serviceKey(ServiceKey::SamAnswer).value()->publicKey();
    const auto hsm = opened().value();
    EXPECT_EQ(hsm->serviceKey(ServiceKey::SamAnswer).value()->publicKey(), first);
    EXPECT_FALSE(hsm->serviceKey(ServiceKey::IssuingCa).value()->publicKey() == first);
}

TEST_F(SoftwareHsmTest, folder_is_private)
{
    const auto hsm = opened().value();
    ASSERT_TRUE(hsm->serviceKey(ServiceKey::DocumentRoot));
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder_.path() / "hsm")) {
        struct stat status {};
        ASSERT_EQ(::stat(entry.path().c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 0777, entry.is_directory() ? 0700U : 0600U) << entry.path();
    }
}

TEST_F(SoftwareHsmTest, passphrase_is_wanted_from_then_on)
{
    const auto key = opened().value()->generateKey(KeyKind::P256, binding_).value();
    const auto clear = test::contentOf(folder_.path() / "hsm" / "master.key").substr(1);
    ASSERT_TRUE(opened("sen hồng"));
    EXPECT_FALSE(isOnDisk(asBytes(clear)));
    EXPECT_FALSE(opened());
    EXPECT_FALSE(opened("sen trắng"));
    EXPECT_TRUE(opened("sen hồng").value()->signDigest(key, binding_, digest_));
}

TEST_F(SoftwareHsmTest, key_file_that_others_may_read_is_refused)
{
    ASSERT_TRUE(opened());
    ::chmod((folder_.path() / "hsm" / "master.key").c_str(), 0644);
    EXPECT_FALSE(opened());
}

TEST_F(SoftwareHsmTest, key_file_that_cannot_be_written_leaves_nothing_behind)
{
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{.rlim_cur = 8, .rlim_max = before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const Bytes key(33, 7);
    const auto made = writeKeyFile(folder_.path() / "made", key, false);
    const auto replaced = writeKeyFile(folder_.path() / "replaced", key, true);
    ::setrlimit(RLIMIT_FSIZE, &before);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, FailureCode::HsmUnavailable);
    EXPECT_FALSE(replaced);
    EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

TEST_F(SoftwareHsmTest, key_file_that_is_there_stays_unless_it_is_to_be_replaced)
{
    const auto file = folder_.path() / "key";
    for (const auto &[content, replace] : {std::pair{1, false}, std::pair{2, false}, std::pair{3, true}})
        ASSERT_TRUE(writeKeyFile(file, Bytes(1, static_cast<std::uint8_t>(content)), replace));
    EXPECT_EQ(readKeyFile(file).value()->view()[0], 3);
    ASSERT_TRUE(writeKeyFile(file, Bytes(1, 4), false));
    EXPECT_EQ(readKeyFile(file).value()->view()[0], 3);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_.path()), {}), 1);
}

TEST_F(SoftwareHsmTest, damaged_master_key_is_refused)
{
    ASSERT_TRUE(opened());
    std::filesystem::resize_file(folder_.path() / "hsm" / "master.key", 20);
    EXPECT_FALSE(opened());
}

TEST_F(SoftwareHsmTest, pool_gives_each_key_once_and_keeps_the_rest)
{
    const SecretBytes wrapping(crypto::sha256(asBytes("pool")));
    std::vector<Bytes> seen;
    {
        KeyPool pool(folder_.path(), wrapping, KeyKind::Rsa2048, 2);
        while (pool.ready() < 2)
            std::this_thread::yield();
        seen.push_back(toBytes(pool.take()->view()));
    }
    KeyPool again(folder_.path(), wrapping, KeyKind::Rsa2048, 0);
    while (const auto key = again.take()) {
        const auto octets = toBytes(key->view());
        EXPECT_EQ(std::find(seen.begin(), seen.end(), octets), seen.end());
        seen.push_back(octets);
        EXPECT_FALSE(isOnDisk(octets));
    }
    EXPECT_GE(seen.size(), 2U);
    EXPECT_EQ(again.ready(), 0U);
}

TEST_F(SoftwareHsmTest, pool_that_stops_does_not_wait_for_a_key)
{
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(generateInterruptibly(KeyKind::Rsa3072, stop.get_token()), std::nullopt);
}

} // namespace
} // namespace smartca::sandbox
