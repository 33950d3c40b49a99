// SPDX-License-Identifier: Apache-2.0
#include "tests/qml/scenes.h"

#include "ui/activation_view_model.h"

#include <QBuffer>
#include <QFont>
#include <QPainter>
#include <QPdfWriter>

#include <fstream>
#include <sstream>

namespace smartca::ui {
namespace {

using namespace journey::activation;
using device::BiometricAvailability;
using device::BiometricKind;

Failure failure(FailureCode code)
{
    Failure result;
    result.code = code;
    return result;
}

Failure failure(FailureCode code, FailureFacts facts)
{
    Failure result;
    result.code = code;
    result.facts = std::move(facts);
    return result;
}

template<typename Stage>
std::function<void(FixtureSource &)> at(Stage stage, std::optional<Failure> trouble = {})
{
    return [stage, trouble](FixtureSource &source) {
        State state;
        state.stage = stage;
        state.failure = trouble;
        source.setState(state);
    };
}

void type(FixtureSource &source, SecretSlot slot, std::string_view digits)
{
    for (char digit : digits)
        source.vault().appendDigit(slot, digit - '0');
}

void put(FixtureSource &source, SecretSlot slot, std::string_view text)
{
    SecretBytes bytes;
    bytes.append(BytesView(reinterpret_cast<const std::uint8_t *>(text.data()), text.size()));
    source.vault().put(slot, std::move(bytes));
}

std::shared_ptr<const Bytes> twoPages()
{
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(72);
    QPainter painter(&writer);
    for (int page = 1; page <= 2; ++page) {
        if (page > 1)
            writer.newPage();
        painter.setFont(QFont(QStringLiteral("Noto Serif"), 14, QFont::Bold));
        painter.drawText(QRect(20, 40, 450, 30), Qt::AlignHCenter,
                         QStringLiteral("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
        painter.drawText(QRect(20, 90, 450, 30), Qt::AlignHCenter, QStringLiteral("BIÊN BẢN NGHIỆM THU"));
        painter.setFont(QFont(QStringLiteral("Noto Serif"), 12));
        for (int line = 0; line < 14; ++line) {
            painter.drawText(QRect(30, 150 + line * 34, 440, 34), Qt::TextWordWrap,
                             QStringLiteral("Điều %1. Bên A đã nhận chứng thư số và đã kiểm tra thông tin.")
                                 .arg(line + 1));
        }
    }
    painter.end();
    return std::make_shared<const Bytes>(pdf.begin(), pdf.end());
}

client::Dossier dossier()
{
    static const auto record = twoPages();
    static const auto certificate = [] {
        std::ifstream file(SMARTCA_TEST_DATA "/certificate.pem");
        std::stringstream text;
        text << file.rdbuf();
        return crypto::Certificate::fromPem(text.str());
    }();
    client::Dossier result;
    result.sandbox = true;
    result.policy = protocol::Policy{};
    if (certificate)
        result.certificate = *certificate;
    result.record = record;
    result.signedAt = fromUnixSeconds(1795315560);
    return result;
}

/// With certificate and record.
template<typename Stage>
std::function<void(FixtureSource &)> later(Stage stage, std::optional<Failure> trouble = {})
{
    return [stage, trouble](FixtureSource &source) {
        source.setDossier(dossier());
        at(stage, trouble)(source);
    };
}

std::function<void(FixtureSource &)> biometric(BiometricAvailability availability, BiometricKind kind,
                                               BiometricRule rule, std::optional<Failure> trouble = {})
{
    return [=](FixtureSource &source) {
        source.setBiometric({kind, availability});
        State state;
        state.facts.biometric = rule;
        state.stage = ConfirmingBiometric{};
        state.failure = trouble;
        source.setState(state);
    };
}

ActivationViewModel &modelOf(QObject &page)
{
    return *page.property("activation").value<ActivationViewModel *>();
}

FailureFacts tries(int left)
{
    FailureFacts facts;
    facts.triesLeft = left;
    return facts;
}

FailureFacts weak(PinRule rule)
{
    FailureFacts facts;
    facts.pinRule = rule;
    return facts;
}

void addOpening(std::vector<Scene> &all)
{
    all.push_back({"00-starting", "StartingPage", at(Locating{})});
    all.push_back({"01-welcome", "WelcomePage", at(Welcome{})});
    all.push_back({"01-help", "WelcomePage", at(Welcome{}), [](QObject &page) { page.setProperty("helpOpen", true); }});
    all.push_back({"01-privacy", "PrivacyPage", at(ReadingPrivacy{})});
    all.push_back({"01-privacy-whole", "PrivacyPage", at(ReadingPrivacy{}),
                   [](QObject &page) { page.setProperty("whole", true); }});
    all.push_back({"01-resume", "ResumePage", later(OfferingResume{})});
    all.push_back({"01-resume-ask", "ResumePage", later(OfferingResume{}),
                   [](QObject &page) { page.setProperty("asking", true); }});
}

void addDetails(std::vector<Scene> &all)
{
    const auto typed = [](QObject &page) {
        modelOf(page).details()->typeUsername(QStringLiteral("079162001418"));
        modelOf(page).details()->typeCode(QStringLiteral("7K4M9X"));
    };
    all.push_back({"02-details-empty", "DetailsPage", at(EnteringDetails{})});
    all.push_back({"02-details", "DetailsPage", at(EnteringDetails{}), typed});
    all.push_back({"02-details-busy", "DetailsPage", [](FixtureSource &source) {
                       at(Redeeming{})(source);
                       source.setBusy(true);
                   }});
    all.push_back({"02-details-wrong", "DetailsPage", [](FixtureSource &source) {
                       at(EnteringDetails{})(source);
                   }, [](QObject &page) {
                       modelOf(page).details()->typeUsername(QStringLiteral("079162001418"));
                       modelOf(page).details()->typeCode(QStringLiteral("7K4M9XQ2"));
                       modelOf(page).details()->submit();
                       auto &source = *page.property("fixture").value<FixtureSource *>();
                       at(EnteringDetails{}, failure(FailureCode::ActivationDetailsWrong, tries(4)))(source);
                   }});
    all.push_back({"02-paste-nothing", "DetailsPage", at(EnteringDetails{}), [](QObject &page) {
                       modelOf(page).details()->pasteText(QStringLiteral("Xin chào"));
                   }});
    all.push_back({"02-mail-sheet", "DetailsPage", at(EnteringDetails{}), [typed](QObject &page) {
                       typed(page);
                       page.setProperty("mailSheetOpen", true);
                   }});
}

void addSecrets(std::vector<Scene> &all)
{
    all.push_back({"03-password-empty", "PasswordPage", later(ChoosingPassword{})});
    all.push_back({"03-password", "PasswordPage", [](FixtureSource &source) {
                       source.setDossier(dossier());
                       put(source, SecretSlot::Password, "hoasentrang");
                       at(ChoosingPassword{})(source);
                   }, [](QObject &page) { modelOf(page).password()->first()->edited(); }});
    all.push_back({"03-password-ok", "PasswordPage", [](FixtureSource &source) {
                       source.setDossier(dossier());
                       put(source, SecretSlot::Password, "HoaSen-2026");
                       put(source, SecretSlot::PasswordAgain, "HoaSen-2026");
                       at(ChoosingPassword{})(source);
                   }, [](QObject &page) { modelOf(page).password()->first()->edited(); }});
    all.push_back({"03-password-marks", "PasswordPage", [](FixtureSource &source) {
                       source.setDossier(dossier());
                       put(source, SecretSlot::Password, "hoasentrắng");
                       at(ChoosingPassword{})(source);
                   }, [](QObject &page) { modelOf(page).password()->first()->edited(); }});
    all.push_back({"04-pin", "PinPage", [](FixtureSource &source) {
                       type(source, SecretSlot::NewPin, "4711");
                       at(ChoosingPin{})(source);
                   }});
    all.push_back({"04-pin-shown", "PinPage", [](FixtureSource &source) {
                       type(source, SecretSlot::NewPin, "4711");
                       at(ChoosingPin{})(source);
                   }, [](QObject &page) { modelOf(page).pin()->first()->reveal(); }});
    all.push_back({"04-pin-weak", "PinPage", at(ChoosingPin{}, failure(FailureCode::PinWeak, weak(PinRule::Run)))});
    all.push_back({"05-pin-repeat", "PinRepeatPage", at(RepeatingPin{})});
    all.push_back({"05-pin-unequal", "PinRepeatPage", at(RepeatingPin{1}, failure(FailureCode::PinsUnequal))});
    all.push_back({"05-pin-unequal-twice", "PinRepeatPage", at(RepeatingPin{2}, failure(FailureCode::PinsUnequal))});
}

void addBiometric(std::vector<Scene> &all)
{
    using enum BiometricAvailability;
    const auto finger = BiometricKind::Fingerprint;
    all.push_back({"06-finger", "BiometricPage", biometric(Available, finger, BiometricRule::Required)});
    all.push_back({"06-face-optional", "BiometricPage", biometric(Available, BiometricKind::Face, BiometricRule::Optional)});
    all.push_back({"06-none-enrolled", "BiometricPage", biometric(NoneEnrolled, finger, BiometricRule::Required)});
    all.push_back({"06-no-hardware", "BiometricPage", biometric(NoHardware, finger, BiometricRule::Optional)});
    all.push_back({"06-no-screen-lock", "BiometricPage", biometric(NoScreenLock, finger, BiometricRule::Required)});
    all.push_back({"06-weak-only", "BiometricPage", biometric(WeakOnly, BiometricKind::Face, BiometricRule::Required)});
    all.push_back({"06-locked-out", "BiometricPage", biometric(LockedOut, finger, BiometricRule::Required)});
    all.push_back({"06-failed", "BiometricPage", biometric(Available, finger, BiometricRule::Required,
                                                          failure(FailureCode::BiometricFailed))});
}

void addCertificate(std::vector<Scene> &all)
{
    all.push_back({"07-enrolling", "ProgressPage", later(Enrolling{})});
    all.push_back({"07-progress", "ProgressPage", later(AwaitingCertificate{})});
    all.push_back({"07-held", "ProgressPage", later(AwaitingCertificate{Issuance::Held})});
    all.push_back({"08-certificate", "CertificatePage", later(ReviewingCertificate{})});
    all.push_back({"08-certificate-number", "CertificatePage", later(ReviewingCertificate{}),
                   [](QObject &page) { modelOf(page).certificate()->setFullNumber(true); }});
    all.push_back({"08-wrong-data", "WrongDataPage", later(ReviewingCertificate{true}),
                   [](QObject &page) { modelOf(page).certificate()->setWrongChoice(1); }});
    all.push_back({"08-stopped", "StoppedPage", later(Stopped{})});
}

void addRecord(std::vector<Scene> &all)
{
    all.push_back({"09-loading", "RecordReadingPage", at(FetchingRecord{})});
    all.push_back({"09-record", "RecordReadingPage", later(ReadingRecord{})});
    all.push_back({"09-record-ready", "RecordReadingPage", later(ReadingRecord{true})});
    all.push_back({"09-record-text", "RecordReadingPage", later(ReadingRecord{}),
                   [](QObject &page) { page.setProperty("asText", true); }});
    all.push_back({"09-record-zoom", "RecordReadingPage", later(ReadingRecord{}),
                   [](QObject &page) { page.setProperty("zoomed", true); }});
    all.push_back({"10-pin-opening", "RecordReadingPage", later(OpeningPinSheet{})});
    all.push_back({"10-pin-sheet", "RecordReadingPage", [](FixtureSource &source) {
                       type(source, SecretSlot::SigningPin, "47");
                       later(EnteringSigningPin{{5, 10, Seconds(300)}})(source);
                   }});
    all.push_back({"10-pin-wrong", "RecordReadingPage",
                   later(EnteringSigningPin{{2, 7, Seconds(300)}}, failure(FailureCode::PinWrong, tries(2)))});
    all.push_back({"10-signing", "RecordReadingPage", later(Signing{})});
    all.push_back({"11-handing-in", "DonePage", later(HandingIn{})});
    all.push_back({"11-done", "DonePage", [](FixtureSource &source) {
                       auto all_ = dossier();
                       all_.signedRecord = all_.record;
                       source.setDossier(std::move(all_));
                       State state;
                       state.stage = Active{};
                       state.facts.handedIn = true;
                       source.setState(state);
                   }});
    all.push_back({"12-home", "HomePage", later(AtHome{})});
    all.push_back({"15-settings", "HomePage", later(AtHome{}), [](QObject &page) { page.setProperty("place", 1); }});
}

/// Every failure that has a page of its own, with the facts its text speaks of.
void addProblems(std::vector<Scene> &all)
{
    for (const FailureCode code : allFailureCodes()) {
        if (catalogueEntry(code).presentation != Presentation::Page)
            continue;
        FailureFacts facts = tries(3);
        facts.triesUntilBlocked = 6;
        facts.retryAfter = Seconds(272);
        facts.nextLock = Seconds(300);
        facts.at = fromUnixSeconds(1795315560 + 272);
        facts.subject = "1.2.0";
        all.push_back({"14-" + std::string(codeText(code)), "ProblemPage", [code, facts](FixtureSource &source) {
                           auto papers = dossier();
                           papers.pinLockedUntil = facts.at;
                           source.setDossier(std::move(papers));
                           at(ReadingRecord{}, failure(code, facts))(source);
                       }});
    }
}

} // namespace

std::vector<Scene> allScenes()
{
    std::vector<Scene> all;
    addOpening(all);
    addDetails(all);
    addSecrets(all);
    addBiometric(all);
    addCertificate(all);
    addRecord(all);
    addProblems(all);
    return all;
}

} // namespace smartca::ui
