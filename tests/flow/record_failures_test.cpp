// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"
#include "base/json.h"
#include "crypto/key.h"
#include "protocol/envelopes.h"
#include "sandbox/admin/commands.h"
#include "sandbox/admin/data_folder.h"
#include "tests/fixtures/test_ca.h"
#include "tests/flow/changed_answers.h"
#include "tests/unit/pdf/small_pdf.h"

#include <gtest/gtest.h>

namespace smartca::test {
namespace {

using namespace activation;

/// The app before a service whose answers the test may change.
class Changed : public testing::Test {
protected:
    App app()
    {
        return {world_, world_.scratch.file("home"), {.letter = letter_}, between_.profile(), quickPace()};
    }
    /// The record as downloaded, whichever request brings it.
    void replaceRecord(const Bytes &pdf)
    {
        const QByteArray body(reinterpret_cast<const char *>(pdf.data()), static_cast<qsizetype>(pdf.size()));
        between_.change = [body](const QByteArray &request, QByteArray &answer) {
            if (request.endsWith("/confirmation") || request.endsWith("/record"))
                answer = body;
        };
    }
    void expectRecordRefusedThenReachTheEnd(const Bytes &pdf, FailureCode code)
    {
        replaceRecord(pdf);
        auto person = app();
        EXPECT_FALSE(person.activate());
        EXPECT_EQ(person.failure(), code);
        EXPECT_EQ(shown().at("pinTriesUntilBlocked"), 9);
        EXPECT_FALSE(person.session->dossier().signature) << "nothing was signed";
        between_.change = {};
        person.press(RetryPressed{});
        EXPECT_TRUE(person.activate());
        EXPECT_EQ(shown().at("certificates").size(), 1U) << "no new certificate for a new try";
    }
    Json shown()
    {
        return sandbox::admin::showSubscriber(world_.service->folder(), letter_.username).value();
    }

    World world_;
    ChangedAnswers between_{world_};
    Letter letter_ = world_.subscribe();
};

TEST_F(Changed, answers_that_are_left_alone_lead_to_the_end)
{
    EXPECT_TRUE(app().activate());
}

TEST_F(Changed, record_that_is_no_pdf_is_unreadable)
{
    expectRecordRefusedThenReachTheEnd(toBytes(asBytes("no PDF at all")), FailureCode::RecordUnreadable);
}

TEST_F(Changed, record_without_its_place_for_the_signature_was_changed)
{
    expectRecordRefusedThenReachTheEnd(pdf::testing::SmallPdf().write(), FailureCode::RecordChanged);
}

TEST_F(Changed, record_with_a_script_cannot_be_shown)
{
    const auto scripted =
        pdf::testing::SmallPdf().inside(1, "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>").write();
    expectRecordRefusedThenReachTheEnd(scripted, FailureCode::RecordNotShowable);
}

TEST_F(Changed, another_document_put_before_the_subscriber_is_not_signed)
{
    expectRecordRefusedThenReachTheEnd(pdf::testing::preparedPdf(), FailureCode::SadHashMismatch);
}

TEST_F(Changed, certificate_of_another_key_is_a_mismatch_and_nothing_is_signed)
{
    const auto stranger = fixtures::TestCa::make().subscriber.certificate;
    between_.change = [&](const QByteArray &request, QByteArray &answer) {
        if (!request.endsWith("/certificate"))
            return;
        auto json = parseJson(answer.toStdString()).value();
        if (json["status"] != "issued")
            return;
        json["certificate"] = base64Encode(stranger.der());
        answer = QByteArray::fromStdString(toText(json));
    };
    auto person = app();
    EXPECT_FALSE(person.activate());
    EXPECT_EQ(person.failure(), FailureCode::CertificateMismatch);
    EXPECT_FALSE(person.session->dossier().certificate);
}

TEST_F(Changed, signature_that_does_not_fit_is_not_kept_and_the_stored_one_is_fetched)
{
    between_.change = [](const QByteArray &request, QByteArray &answer) {
        if (!request.endsWith("/signature"))
            return;
        auto json = parseJson(answer.toStdString()).value();
        auto value = base64Decode(json["signature"].get<std::string>()).value();
        value[10] ^= 1;
        json["signature"] = base64Encode(value);
        answer = QByteArray::fromStdString(toText(json));
    };
    auto person = app();
    EXPECT_FALSE(person.activate());
    EXPECT_EQ(person.failure(), FailureCode::SignatureInvalid);
    EXPECT_FALSE(person.session->dossier().signature);
    between_.change = {};
    person.press(RetryPressed{});
    EXPECT_TRUE(person.activate());
    EXPECT_EQ(shown().at("pinTriesUntilBlocked"), 9);
}

TEST_F(Changed, time_stamp_over_another_signature_is_not_accepted)
{
    between_.change = [](const QByteArray &request, QByteArray &answer) {
        if (!request.endsWith("/signature"))
            return;
        auto json = parseJson(answer.toStdString()).value();
        json["timeStampToken"] = base64Encode(Bytes{0x30, 0x00});
        answer = QByteArray::fromStdString(toText(json));
    };
    auto person = app();
    EXPECT_FALSE(person.activate());
    EXPECT_EQ(person.failure(), FailureCode::SignatureInvalid);
}

TEST_F(Changed, enrol_answer_not_signed_by_the_pinned_key_is_not_believed)
{
    between_.change = [](const QByteArray &request, QByteArray &answer) {
        if (!request.endsWith("/enrolment"))
            return;
        const auto at = answer.lastIndexOf('.') + 5;
        answer[at] = answer[at] == 'A' ? 'B' : 'A';
    };
    auto person = app();
    EXPECT_FALSE(person.activate());
    EXPECT_EQ(person.failure(), FailureCode::AnswerNotAuthentic);
    EXPECT_FALSE(person.session->dossier().spki);
}

/// The answer to the enrolment is lost on its way; what "where am I" says of it passes through `change`.
class LostEnrolment : public Changed {
protected:
    /// The app enrols and does not learn of it, then asks; `changed` makes another JWS of the service's.
    std::optional<FailureCode> asksAgain(const std::function<std::string(const std::string &jws)> &changed)
    {
        between_.change = [](const QByteArray &request, QByteArray &answer) {
            if (request.endsWith("/enrolment"))
                answer = "lost";
        };
        app_.reset(new App(app()));
        EXPECT_FALSE(app_->activate());
        EXPECT_EQ(app_->failure(), FailureCode::AnswerMalformed);
        between_.change = [changed](const QByteArray &, QByteArray &answer) {
            auto json = parseJson(answer.toStdString());
            if (!json || !json->contains("enrolment"))
                return;
            (*json)["enrolment"] = changed((*json)["enrolment"].get<std::string>());
            answer = QByteArray::fromStdString(toText(*json));
        };
        app_->press(RetryPressed{});
        static_cast<void>(app_->activate());
        return app_->failure();
    }
    [[nodiscard]] protocol::EnrolAnswer opened(const std::string &jws)
    {
        return protocol::openEnrolAnswer(jws, between_.profile().samKey).value();
    }

    std::unique_ptr<App> app_;
    crypto::PrivateKey stranger_ = crypto::PrivateKey::generate(crypto::KeyKind::P256);
};

TEST_F(LostEnrolment, signed_again_by_the_sam_leads_to_the_end)
{
    EXPECT_EQ(asksAgain([](const auto &jws) { return jws; }), std::nullopt);
    EXPECT_TRUE(app_->at<Active>());
    EXPECT_EQ(shown().at("certificates").size(), 1U);
}

TEST_F(LostEnrolment, with_another_key_put_in_is_not_believed)
{
    const auto swapped = [&](const std::string &jws) {
        const auto from = jws.find('.') + 1;
        const auto to = jws.rfind('.');
        auto payload = parseJson(asText(*base64UrlDecode(jws.substr(from, to - from)))).value();
        payload["spki"] = base64Encode(stranger_.publicKey().spki());
        return jws.substr(0, from) + base64UrlEncode(asBytes(toText(payload))) + jws.substr(to);
    };
    EXPECT_EQ(asksAgain(swapped), FailureCode::AnswerNotAuthentic);
    EXPECT_FALSE(app_->session->dossier().spki);
}

TEST_F(LostEnrolment, signed_by_another_than_the_sam_is_not_believed)
{
    EXPECT_EQ(asksAgain([&](const auto &jws) { return *protocol::signAnswer(opened(jws), stranger_); }),
              FailureCode::AnswerNotAuthentic);
    EXPECT_FALSE(app_->session->dossier().spki);
}

TEST_F(LostEnrolment, of_another_device_is_not_believed_though_the_sam_signed_it)
{
    std::string anothers;
    between_.change = [&](const QByteArray &request, QByteArray &answer) {
        if (request.endsWith("/enrolment"))
            anothers = parseJson(answer.toStdString()).value().at("answer").get<std::string>();
    };
    App neighbour(world_, world_.scratch.file("other"), {.letter = world_.subscribe("079162001425")},
                  between_.profile(), quickPace());
    ASSERT_TRUE(neighbour.goOnTo<ReviewingCertificate>());
    ASSERT_FALSE(anothers.empty());
    EXPECT_EQ(asksAgain([&](const auto &) { return anothers; }), FailureCode::AnswerNotAuthentic);
    EXPECT_FALSE(app_->session->dossier().spki);
}

TEST(RecordFailure, signed_record_the_service_refuses_is_told_and_the_account_is_not_active)
{
    World world;
    const auto letter = world.subscribe();
    App app(world, world.scratch.file("home"), {.letter = letter});
    ASSERT_TRUE(app.goOnTo<Verifying>());
    world.stop();
    EXPECT_FALSE(app.activate());
    ASSERT_EQ(app.failure(), FailureCode::NotHandedIn);
    world.start();
    // The service's own copy of the time stamp is another one now: what is handed in was not made here.
    ASSERT_TRUE(world.service->folder().database->transact([](sandbox::Session &session) -> Outcome {
        session << "update occurrences set time_stamp = x'3000'";
        return {};
    }));
    app.press(RetryPressed{});
    EXPECT_FALSE(app.activate());
    EXPECT_EQ(app.failure(), FailureCode::SignatureRefused);
    const auto shown = sandbox::admin::showSubscriber(world.service->folder(), letter.username).value();
    EXPECT_EQ(shown.at("state"), "signed");
}

TEST(RecordFailure, key_the_hsm_does_not_know_is_told_burns_no_try_and_signs_when_it_is_back)
{
    World world;
    const auto letter = world.subscribe();
    App app(world, world.scratch.file("home"), {.letter = letter});
    ASSERT_TRUE(app.goOnTo<ReadingRecord>());
    const auto change = [&](const std::string &sql) {
        ASSERT_TRUE(world.service->folder().database->transact([&](sandbox::Session &session) -> Outcome {
            session << sql;
            return {};
        }));
    };
    change("create table kept as select id, blob from credentials");
    change("update credentials set blob = x'00'");
    EXPECT_FALSE(app.activate());
    EXPECT_EQ(app.failure(), FailureCode::HsmUnavailable);
    const auto shown = sandbox::admin::showSubscriber(world.service->folder(), letter.username).value();
    EXPECT_EQ(shown.at("pinTriesUntilBlocked"), 9);
    change("update credentials set blob = (select blob from kept where kept.id = credentials.id)");
    app.press(RetryPressed{});
    EXPECT_TRUE(app.activate());
}

} // namespace
} // namespace smartca::test
