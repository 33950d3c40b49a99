// SPDX-License-Identifier: Apache-2.0
#include "client/dossier_store.h"
#include "device/durable_file.h"
#include "platform/linux/sealed_secret_store.h"
#include "tests/unit/device/scratch.h"

#include <gtest/gtest.h>

namespace smartca::client {
namespace {

Dossier aDossier()
{
    Dossier dossier;
    dossier.policy = protocol::Policy{};
    dossier.policy->minimumVersion = "0.1.0";
    dossier.policy->keyKind = crypto::KeyKind::P256;
    dossier.challenge = "challenge";
    dossier.sandbox = true;
    dossier.endsAt = fromUnixSeconds(1'800'000'000);
    dossier.spki = Bytes{1, 2, 3};
    dossier.record = std::make_shared<const Bytes>(Bytes(100'000, 'r'));
    dossier.recordTransaction = "tx";
    dossier.signature = Bytes{4, 5};
    dossier.timeStampToken = Bytes{6};
    dossier.receipt = "a.b.c";
    dossier.etag = "7";
    return dossier;
}

struct DossierHome {
    test::Scratch scratch;
    platform::SealedSecretStore secrets{scratch.path()};
};

TEST(DossierStore, comes_back_as_it_was_saved)
{
    DossierHome home;
    ASSERT_TRUE(DossierStore(home.scratch.path(), home.secrets).save(aDossier()));
    const auto back = DossierStore(home.scratch.path(), home.secrets).load().value();
    EXPECT_EQ(back.policy->keyKind, crypto::KeyKind::P256);
    EXPECT_EQ(back.policy->minimumVersion, "0.1.0");
    EXPECT_EQ(back.challenge, "challenge");
    EXPECT_TRUE(back.sandbox);
    EXPECT_EQ(back.endsAt, aDossier().endsAt);
    EXPECT_EQ(back.spki, aDossier().spki);
    EXPECT_EQ(*back.record, *aDossier().record);
    EXPECT_EQ(back.recordTransaction, "tx");
    EXPECT_EQ(back.signature, aDossier().signature);
    EXPECT_EQ(back.timeStampToken, aDossier().timeStampToken);
    EXPECT_EQ(back.receipt, "a.b.c");
    EXPECT_EQ(back.etag, "7");
    EXPECT_EQ(back.signedRecord, nullptr);
}

TEST(DossierStore, damaged_one_reads_as_an_empty_one_because_the_service_has_it_all)
{
    DossierHome home;
    ASSERT_TRUE(DossierStore(home.scratch.path(), home.secrets).save(aDossier()));
    ASSERT_TRUE(device::writeDurably(home.scratch.file("dossier.sealed"), asBytes("garbage")));
    const auto back = DossierStore(home.scratch.path(), home.secrets).load();
    ASSERT_TRUE(back);
    EXPECT_FALSE(back->spki);
    EXPECT_EQ(back->record, nullptr);
}

TEST(DossierStore, removed_one_leaves_no_file)
{
    DossierHome home;
    DossierStore store(home.scratch.path(), home.secrets);
    ASSERT_TRUE(store.save(aDossier()));
    ASSERT_TRUE(store.remove());
    for (const auto *name : {"dossier.sealed", "record.sealed", "signed-record.sealed"})
        EXPECT_FALSE(std::filesystem::exists(home.scratch.file(name))) << name;
}

} // namespace
} // namespace smartca::client
