// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sam/credential_table.h"
#include "tests/unit/sandbox/test_tools.h"

#include <gtest/gtest.h>

namespace smartca::sandbox {
namespace {

TEST(RecordTable, a_record_of_the_first_version_keeps_its_document)
{
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "service.db";
    const Bytes document{'%', 'P', 'D', 'F', 0, 1, 2};
    auto first = credentials::migrations();
    first.steps.resize(1);
    {
        const auto database = Database::open(file, {first}).value();
        ASSERT_TRUE(database->transact([&](Session &session) -> Outcome {
            Blob octets(session, document);
            Blob digest(session, Bytes(32, 7));
            session << "insert into records (transaction_id, activation, document, document_digest, "
                       "signed_hash, receipt) values ('tx-1', 'a-1', :d, :h, :h2, 'receipt')",
                soci::use(octets.value), soci::use(digest.value), soci::use(digest.value);
            return {};
        }));
    }
    const auto database = Database::open(file, {credentials::migrations()}).value();
    const auto found = [&](credentials::Part part) {
        return database
            ->read([&](Session &session) -> Result<std::optional<RecordRow>> {
                return credentials::findRecord(session, "a-1", part);
            })
            .value();
    };
    const auto whole = found(credentials::Part::Whole);
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->document, document);
    EXPECT_EQ(whole->signedHash[31], 7);
    EXPECT_EQ(whole->receipt, "receipt");
    const auto rest = found(credentials::Part::WithoutDocument);
    ASSERT_TRUE(rest);
    EXPECT_TRUE(rest->document.empty());
    EXPECT_EQ(rest->transactionId, "tx-1");
}

} // namespace
} // namespace smartca::sandbox
