// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"
#include "sandbox/ca/authority.h"
#include "sandbox/ca/certificate_table.h"
#include "sandbox/ca/revocation_list.h"
#include "sandbox/ca/subscriber.h"
#include "sandbox/ca/tls_identity.h"
#include "sandbox/hsm/software_hsm.h"
#include "tests/unit/sandbox/test_tools.h"

#include <gtest/gtest.h>

#include <set>

namespace smartca::sandbox {
namespace {

using test::runTool;

class AuthorityTest : public testing::Test {
protected:
    AuthorityTest()
    {
        hsm_ =
            openSoftwareHsm({.directory = folder_.path() / "hsm", .passphrase = {}, .poolSize = 0}).value();
        authority_ = opened();
        authority_->publishAt("https://127.0.0.1:8443");
    }
    std::unique_ptr<Authority> opened()
    {
        return Authority::open(folder_.path() / "ca", hsm_, clock_).value();
    }

    crypto::Certificate issued(const std::string &idNumber = "079162001418",
                               crypto::KeyKind kind = crypto::KeyKind::P256, const std::string &birthday = "")
    {
        const KeyBinding binding{"c", "u"};
        const auto key = hsm_->generateKey(kind, binding).value();
        const auto request = hsm_->certificationRequest(key, binding, "c").value();
        return issueSubscriberCertificate(*authority_, {"Nguyễn Thị Hoà", idNumber, birthday}, request,
                                          key.spki)
            .value();
    }
    std::string pem(const std::string &name, const crypto::Certificate &certificate)
    {
        return "'" + folder_.write(name, asBytes(certificate.pem())).string() + "'";
    }
    std::string textOf(const crypto::Certificate &certificate)
    {
        return runTool("openssl x509 -noout -text -nameopt utf8,sep_multiline -in " +
                       pem("shown.pem", certificate))
            .output;
    }
    [[nodiscard]] std::string atTime() const
    {
        return " -attime " + std::to_string(toUnixSeconds(clock_.now()));
    }

    test::TemporaryFolder folder_;
    ManualClock clock_{fromUnixSeconds(1795315560)};
    std::shared_ptr<Hsm> hsm_;
    std::unique_ptr<Authority> authority_;
};

TEST_F(AuthorityTest, openssl_accepts_the_path_to_the_document_root)
{
    const auto run =
        runTool("openssl verify -x509_strict -CAfile " + pem("root.pem", authority_->documentRoot()) +
                " -untrusted " + pem("issuing.pem", authority_->issuing()) + atTime() + " " +
                pem("leaf.pem", issued()));
    EXPECT_EQ(run.exitCode, 0) << run.output;
}

TEST_F(AuthorityTest, our_own_path_building_accepts_it_for_signing_documents)
{
    EXPECT_TRUE(crypto::buildPath(issued(), {authority_->issuing()}, authority_->documentRoot(), clock_.now(),
                                  crypto::PathPurpose::DocumentSigning));
}

TEST_F(AuthorityTest, tls_root_vouches_for_no_document)
{
    EXPECT_FALSE(crypto::buildPath(issued(), {authority_->issuing()}, authority_->tlsRoot(), clock_.now(),
                                   crypto::PathPurpose::DocumentSigning));
}

TEST_F(AuthorityTest, subject_names_the_person_as_registered)
{
    const auto certificate = issued();
    EXPECT_EQ(certificate.commonName(), "Nguyễn Thị Hoà");
    EXPECT_EQ(certificate.subjectAttribute("C"), "VN");
    EXPECT_EQ(certificate.subjectAttribute("surname"), "Nguyễn");
    EXPECT_EQ(certificate.subjectAttribute("givenName"), "Thị Hoà");
    EXPECT_EQ(certificate.subjectAttribute("serialNumber"), "IDCVN-079162001418");
    EXPECT_EQ(certificate.subjectAttribute("UID"), "CCCD:079162001418");
}

TEST_F(AuthorityTest, kind_of_identifier_follows_from_the_number)
{
    EXPECT_EQ(identifiersOf("C1234567").serialNumber, "PASVN-C1234567");
    EXPECT_EQ(identifiersOf("0106026495").serialNumber, "TINVN-0106026495");
    EXPECT_EQ(identifiersOf("0106026495").uid, "MST:0106026495");
    EXPECT_EQ(identifiersOf("271234567").uid, "CMND:271234567");
}

TEST_F(AuthorityTest, certificate_says_what_it_is_for_and_that_it_is_worth_nothing)
{
    const auto text = textOf(issued());
    EXPECT_NE(text.find("X509v3 Key Usage: critical\n                Non Repudiation\n"), std::string::npos)
        << text;
    EXPECT_EQ(text.find("Extended Key Usage"), std::string::npos);
    EXPECT_NE(text.find("SANDBOX"), std::string::npos);
    EXPECT_NE(text.find("Explicit Text: SANDBOX"), std::string::npos) << text;
    EXPECT_NE(text.find("CA Issuers - URI:https://127.0.0.1:8443/ca/issuing.cer"), std::string::npos) << text;
    EXPECT_NE(text.find("URI:https://127.0.0.1:8443/crl"), std::string::npos) << text;
    EXPECT_NE(text.find("CA:FALSE"), std::string::npos);
}

TEST_F(AuthorityTest, birthday_is_in_the_certificate_as_rfc_3739_wants_it_where_there_is_one)
{
    const auto born = issued("079162001418", crypto::KeyKind::P256, "1962-04-13");
    const auto parsed = runTool("openssl asn1parse -in " + pem("born.pem", born)).output;
    const auto place = parsed.find("X509v3 Subject Directory Attributes");
    ASSERT_NE(place, std::string::npos) << parsed;
    EXPECT_EQ(parsed.substr(place, 120).find("BOOLEAN"), std::string::npos) << "not critical";
    // SEQUENCE { SEQUENCE { dateOfBirth, SET { GeneralizedTime "19620413120000Z" } } }
    const auto hex = hexEncode(born.der());
    EXPECT_NE(hex.find("301f301d06082b060105050709013111180f31393632303431333132303030305a"),
              std::string::npos)
        << parsed;
    EXPECT_EQ(
        runTool("openssl asn1parse -in " + pem("plain.pem", issued())).output.find("Directory Attributes"),
        std::string::npos);
}

TEST_F(AuthorityTest, certificate_lives_three_years_at_most_from_five_minutes_ago)
{
    const auto certificate = issued();
    EXPECT_EQ(certificate.notBefore(), clock_.now() - Seconds(300));
    EXPECT_EQ(certificate.notAfter(), fromUnixSeconds(1890009659)); // 22 November 2029, less one second
    EXPECT_LE(certificate.notAfter() - certificate.notBefore(), std::chrono::days(3 * 365 + 1));
}

TEST_F(AuthorityTest, leap_day_ends_on_the_28th)
{
    const UtcTime leap = std::chrono::sys_days(std::chrono::year(2028) / 2 / 29) + Seconds(60);
    EXPECT_EQ(yearsLater(leap, 3), std::chrono::sys_days(std::chrono::year(2031) / 2 / 28) + Seconds(59));
}

TEST_F(AuthorityTest, serials_are_positive_and_fit_twenty_octets)
{
    std::set<Bytes> seen;
    for (int i = 0; i < 2000; ++i) {
        const auto serial = randomSerial();
        EXPECT_EQ(serial.size(), 20U);
        EXPECT_LT(serial[0], 0x80U);
        EXPECT_TRUE(seen.insert(serial).second);
    }
}

TEST_F(AuthorityTest, request_without_possession_gets_no_certificate)
{
    const KeyBinding binding{"c", "u"};
    const auto key = hsm_->generateKey(crypto::KeyKind::P256, binding).value();
    auto request = hsm_->certificationRequest(key, binding, "c").value();
    request.back() ^= 1U;
    EXPECT_FALSE(issueSubscriberCertificate(*authority_, {"A", "1"}, request, key.spki));
}

TEST_F(AuthorityTest, request_for_another_key_gets_no_certificate)
{
    const KeyBinding binding{"c", "u"};
    const auto key = hsm_->generateKey(crypto::KeyKind::P256, binding).value();
    const auto other = hsm_->generateKey(crypto::KeyKind::P256, binding).value();
    const auto request = hsm_->certificationRequest(key, binding, "c").value();
    EXPECT_FALSE(issueSubscriberCertificate(*authority_, {"A", "1"}, request, other.spki));
}

TEST_F(AuthorityTest, authorities_stay_the_same_over_a_restart)
{
    const auto again = opened();
    EXPECT_EQ(again->documentRoot().der(), authority_->documentRoot().der());
    EXPECT_EQ(again->timeStamp().der(), authority_->timeStamp().der());
}

TEST_F(AuthorityTest, certificates_of_another_hsm_are_refused)
{
    const std::shared_ptr<Hsm> other =
        openSoftwareHsm({.directory = folder_.path() / "other", .passphrase = {}, .poolSize = 0}).value();
    EXPECT_FALSE(Authority::open(folder_.path() / "ca", other, clock_));
}

TEST_F(AuthorityTest, tls_certificate_verifies_for_its_hosts_alone)
{
    const auto identity = makeTlsIdentity(*authority_, {"localhost", "127.0.0.1"}).value();
    const auto base =
        "openssl verify -CAfile " + pem("tls.pem", authority_->tlsRoot()) + atTime() + " -purpose sslserver ";
    const auto leaf = pem("server.pem", identity.certificate);
    EXPECT_EQ(runTool(base + "-verify_hostname localhost " + leaf).exitCode, 0);
    EXPECT_EQ(runTool(base + "-verify_ip 127.0.0.1 " + leaf).exitCode, 0);
    EXPECT_NE(runTool(base + "-verify_hostname example.vn " + leaf).exitCode, 0);
}

TEST_F(AuthorityTest, revoked_certificate_is_refused_with_the_list)
{
    const auto good = issued();
    const auto bad = issued();
    const auto list = makeRevocationList(
        *authority_,
        {{.serial = bad.serial(), .at = clock_.now(), .reason = RevocationReason::KeyCompromise}});
    ASSERT_TRUE(list);
    const auto der = folder_.write("list.der", *list).string();
    const auto crl = folder_.path().string() + "/list.pem";
    ASSERT_EQ(runTool("openssl crl -inform DER -in '" + der + "' -out '" + crl + "'").exitCode, 0);
    const auto base = "openssl verify -crl_check -CRLfile '" + crl + "' -CAfile " +
                      pem("root.pem", authority_->documentRoot()) + " -untrusted " +
                      pem("issuing.pem", authority_->issuing()) + atTime() + " ";
    const auto accepted = runTool(base + pem("good.pem", good));
    EXPECT_EQ(accepted.exitCode, 0) << accepted.output;
    const auto refused = runTool(base + pem("bad.pem", bad));
    EXPECT_NE(refused.exitCode, 0);
    EXPECT_NE(refused.output.find("revoked"), std::string::npos) << refused.output;
}

TEST_F(AuthorityTest, certificate_is_issued_once)
{
    const auto database = Database::open(folder_.path() / "ca.db", {certificates::migrations()}).value();
    const auto first = issued();
    const auto second = issued();
    ASSERT_TRUE(database->transact([&](Session &session) -> Outcome {
        CertificateRow row;
        row.credentialId = "c";
        row.subscriber = 1;
        row.request = {1};
        row.spki = {2};
        certificates::request(session, row, clock_.now());
        EXPECT_TRUE(certificates::issued(session, "c", first, clock_.now()));
        EXPECT_FALSE(certificates::issued(session, "c", second, clock_.now()));
        EXPECT_EQ(certificates::find(session, "c")->serial, first.serial());
        certificates::revoke(session, "c", RevocationReason::CessationOfOperation, clock_.now());
        EXPECT_EQ(certificates::revoked(session).size(), 1U);
        return {};
    }));
}

} // namespace
} // namespace smartca::sandbox
