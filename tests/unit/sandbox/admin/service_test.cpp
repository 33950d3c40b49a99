// SPDX-License-Identifier: Apache-2.0
#include "crypto/random.h"
#include "protocol/dpop.h"
#include "protocol/headers.h"
#include "sandbox/admin/commands.h"
#include "sandbox/service.h"
#include "tests/unit/sandbox/test_tools.h"
#include "tls_client.h"

#include <gtest/gtest.h>

#include <fstream>
#include <thread>

namespace smartca::sandbox {
namespace {

const Person hoa{.username = "079162001418",
                 .name = "Nguyễn Thị Hoà",
                 .email = "hoa@example.vn",
                 .phone = "0912345678",
                 .birthday = "1962-04-13",
                 .idNumber = "",
                 .language = Language::Vietnamese};

using test::contentOf;

class ServiceTest : public testing::Test {
protected:
    void serve()
    {
        service_.reset();
        service_ = Service::open({.data = folder_,
                                  .listen = "127.0.0.1:0",
                                  .credential = crypto::KeyKind::P256,
                                  .keyPool = 0,
                                  .clock = &clock_})
                       .value();
        const auto started = service_->start();
        ASSERT_TRUE(started) << started.error().detail;
    }
    [[nodiscard]] std::optional<http::Seen> ask(const std::string &request) const
    {
        return http::TlsClient(service_->port(), service_->profile().tlsRoot).ask(request);
    }
    /// As the app asks, from a device of its own.
    [[nodiscard]] std::string resend(const std::string &body) const
    {
        auto device = crypto::PrivateKey::generate(crypto::KeyKind::P256);
        const auto proof =
            protocol::signDpop(device, {.method = "POST",
                                        .url = service_->url() + std::string(protocol::resendPath),
                                        .jti = crypto::randomUuid(),
                                        .issuedAt = clock_.now(),
                                        .bodyDigest = protocol::bodyDigestOf(asBytes(body)),
                                        .nonce = std::nullopt})
                .value();
        return "POST /v1/mail/resend HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nDPoP: " +
               proof + "\r\nIdempotency-Key: \"" + crypto::randomUuid() +
               "\"\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    }
    [[nodiscard]] std::size_t mails() const
    {
        std::error_code none;
        return static_cast<std::size_t>(
            std::distance(std::filesystem::directory_iterator(service_->mailbox(), none), {}));
    }

    SystemClock system_;
    ManualClock clock_{system_.now()};
    test::TemporaryFolder own_;
    std::filesystem::path folder_ = own_.path();
    std::unique_ptr<Service> service_;
};

TEST_F(ServiceTest, writes_a_profile_that_the_app_can_read)
{
    serve();
    const auto profile = protocol::decodeServiceProfile(contentOf(folder_ / "profile.json"));
    ASSERT_TRUE(profile) << profile.error().detail;
    EXPECT_EQ(profile->url, service_->url());
    EXPECT_EQ(profile->url, "https://127.0.0.1:" + std::to_string(service_->port()));
    EXPECT_TRUE(profile->sandbox);
    EXPECT_EQ(profile->samKey, service_->profile().samKey);
    EXPECT_EQ(crypto::Certificate::fromPem(contentOf(folder_ / "root-ca.pem"))->der(),
              profile->documentRoot.der());
}

TEST_F(ServiceTest, is_the_same_service_after_a_restart)
{
    serve();
    const auto before = service_->profile();
    serve();
    const auto after = service_->profile();
    EXPECT_EQ(after.serviceId, before.serviceId);
    EXPECT_EQ(after.tlsRoot.der(), before.tlsRoot.der());
    EXPECT_EQ(after.documentRoot.der(), before.documentRoot.der());
    EXPECT_EQ(after.samKey, before.samKey);
}

TEST_F(ServiceTest, says_time_and_nonce_with_every_answer)
{
    serve();
    for (const auto *path : {"/a", "/nowhere", "/crl"}) {
        const auto seen = ask(std::string("GET ") + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
        ASSERT_TRUE(seen) << path;
        EXPECT_EQ(seen->headers.at("smartca-time"), std::to_string(toUnixSeconds(clock_.now())));
        EXPECT_FALSE(seen->headers.at("dpop-nonce").empty());
    }
}

TEST_F(ServiceTest, gives_foreign_tools_its_certificates_and_the_list_of_revoked_ones)
{
    serve();
    const auto root = ask("GET /ca/root.cer HTTP/1.1\r\nHost: x\r\n\r\n");
    ASSERT_TRUE(root);
    EXPECT_EQ(root->headers.at("content-type"), "application/pkix-cert");
    EXPECT_EQ(toBytes(asBytes(root->body)), service_->profile().documentRoot.der());
    const auto issuing = ask("GET /ca/issuing.cer HTTP/1.1\r\nHost: x\r\n\r\n");
    ASSERT_TRUE(issuing);
    EXPECT_EQ(issuing->headers.at("content-type"), "application/pkix-cert");
    const auto authority = crypto::Certificate::fromDer(asBytes(issuing->body)).value();
    EXPECT_TRUE(crypto::isIssuedBy(authority, service_->profile().documentRoot));
    const auto list = ask("GET /crl HTTP/1.1\r\nHost: x\r\n\r\n");
    ASSERT_TRUE(list);
    EXPECT_EQ(list->headers.at("content-type"), "application/pkix-crl");
    const auto issuer = own_.write("issuing.pem", asBytes(authority.pem())).string();
    const auto crl = own_.write("list.crl", asBytes(list->body)).string();
    const auto checked =
        test::runTool("openssl crl -inform DER -in '" + crl + "' -noout -CAfile '" + issuer + "' -verify");
    EXPECT_NE(checked.output.find("verify OK"), std::string::npos) << checked.output;
}

TEST_F(ServiceTest, stamps_what_openssl_asks_it_to)
{
    serve();
    const auto document = own_.write("document", asBytes("text")).string();
    const auto query = (own_.path() / "query.tsq").string();
    ASSERT_EQ(test::runTool("openssl ts -query -sha256 -cert -data '" + document + "' -out '" + query + "'")
                  .exitCode,
              0);
    const auto body = contentOf(query);
    const auto seen = ask("POST /tsp HTTP/1.1\r\nHost: x\r\nContent-Type: application/timestamp-query\r\n"
                          "Content-Length: " +
                          std::to_string(body.size()) + "\r\n\r\n" + body);
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->headers.at("content-type"), "application/timestamp-reply");
    const auto reply = own_.write("reply.tsr", asBytes(seen->body)).string();
    const auto root = own_.write("root.pem", asBytes(service_->profile().documentRoot.pem())).string();
    const auto run = test::runTool("openssl ts -verify -queryfile '" + query + "' -in '" + reply +
                                   "' -CAfile '" + root + "'");
    EXPECT_NE(run.output.find("Verification: OK"), std::string::npos) << run.output;
}

TEST_F(ServiceTest, shows_the_landing_page_under_a_strict_policy)
{
    serve();
    const auto seen = ask("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->status, 200);
    EXPECT_NE(seen->headers.at("content-security-policy").find("default-src 'none'"), std::string::npos);
    EXPECT_EQ(seen->headers.at("referrer-policy"), "no-referrer");
}

TEST_F(ServiceTest, answers_send_again_the_same_for_everybody_and_whatever_the_limits)
{
    serve();
    ASSERT_TRUE(admin::addSubscriber(service_->folder(), hoa));
    for (const auto *username : {"079162001418", "001090000001", "nobody at all", "079162001418"}) {
        const auto seen = ask(resend(R"({"username":")" + std::string(username) + R"(","language":"vi"})"));
        ASSERT_TRUE(seen);
        EXPECT_EQ(seen->status, 202);
        EXPECT_EQ(seen->body, "{}");
    }
    while (mails() < 2)
        ;
    EXPECT_EQ(mails(), 2U);
}

TEST_F(ServiceTest, refuses_what_is_no_wish_for_a_mail)
{
    serve();
    for (const auto *body : {"", "[]", "{}", R"({"username":"079162001418","language":"vi","more":1})",
                             R"({"username":1,"language":"vi"})"}) {
        const auto seen = ask(resend(body));
        ASSERT_TRUE(seen);
        EXPECT_EQ(seen->status, 400) << body;
    }
    EXPECT_EQ(ask(resend(std::string(5000, ' ')))->status, 413);
}

TEST_F(ServiceTest, lets_nobody_in_without_proof)
{
    serve();
    for (const auto *path : {"/v1/activations", "/v1/activations/0/enrolment", "/v1/mail/resend"}) {
        const auto seen =
            ask(std::string("POST ") + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}");
        ASSERT_TRUE(seen) << path;
        EXPECT_NE(seen->body.find("PRT-106"), std::string::npos) << seen->body;
    }
}

TEST_F(ServiceTest, wants_the_host_of_each_request_once)
{
    serve();
    for (const auto *host : {"", "Host: x\r\nHost: y\r\n"}) {
        const auto seen = ask(std::string("GET /crl HTTP/1.1\r\n") + host + "\r\n");
        ASSERT_TRUE(seen);
        EXPECT_EQ(seen->status, 400);
        EXPECT_NE(seen->body.find("PRT-115"), std::string::npos) << seen->body;
    }
}

TEST_F(ServiceTest, writes_no_address_no_name_and_no_path_into_its_log)
{
    serve();
    ASSERT_TRUE(admin::addSubscriber(service_->folder(), hoa));
    (void)ask(resend(R"({"username":"079162001418","language":"vi"})"));
    (void)ask("GET /v1/activations/2f0c7a1e-secret?code=K7MP4QXT HTTP/1.1\r\nHost: x\r\n\r\n");
    service_->stop();
    const auto log = contentOf(folder_ / "log" / "service.log");
    EXPECT_NE(log.find("/v1/mail/resend"), std::string::npos);
    for (const auto *secret : {"079162001418", "127.0.0.1", "2f0c7a1e", "K7MP4QXT", "hoa@"})
        EXPECT_EQ(log.find(secret), std::string::npos) << secret;
    std::istringstream lines(log);
    for (std::string line; std::getline(lines, line);)
        EXPECT_TRUE(parseJson(line)) << line;
}

TEST_F(ServiceTest, takes_destroyed_keys_out_of_its_files_by_itself)
{
    serve();
    const auto &database = service_->folder().database;
    const std::string secret(200, 'k');
    const auto change = [&](const std::string &sql) {
        ASSERT_TRUE(database->transact([&](Session &session) -> Outcome {
            session << sql;
            return {};
        }));
    };
    change("insert into credentials (id, activation, user_id, kind, blob, spki) values ('c', 'a', 'u', "
           "'p256', cast('" +
           secret + "' as blob), x'00')");
    change("update credentials set blob = null");
    EXPECT_NE(contentOf(folder_ / "service.db-wal").find(secret), std::string::npos);
    change("insert into destroyed_keys values ('c')");
    const auto outstanding = [&] {
        return database
            ->read([](Session &session) -> Result<int> {
                int count = 0;
                session << "select count(*) from destroyed_keys", soci::into(count);
                return count;
            })
            .value();
    };
    while (outstanding() > 0)
        std::this_thread::yield();
    for (const auto *name : {"service.db", "service.db-wal"})
        EXPECT_EQ(contentOf(folder_ / name).find(secret), std::string::npos) << name;
}

TEST_F(ServiceTest, does_not_open_a_folder_another_service_holds)
{
    serve();
    EXPECT_FALSE(Service::open({.data = folder_, .listen = "127.0.0.1:0", .keyPool = 0}));
    service_.reset();
    EXPECT_TRUE(Service::open({.data = folder_, .listen = "127.0.0.1:0", .keyPool = 0}));
}

TEST_F(ServiceTest, stops_twice_without_harm)
{
    serve();
    service_->stop();
    service_->stop();
    EXPECT_EQ(service_->port(), 0);
}

} // namespace
} // namespace smartca::sandbox
