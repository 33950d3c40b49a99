// SPDX-License-Identifier: Apache-2.0
#include "cli/unattended.h"

#include "base/encoding.h"
#include "cli/input_invalid.h"
#include "client/given_mark.h"
#include "protocol/activation_input.h"

#include <QMetaObject>

namespace smartca::cli {

using namespace journey::activation;

namespace {

constexpr std::size_t tokenLength = 22; ///< base64url of 16 octets
constexpr auto homeOption = "--home";

constexpr Bilingual notGiven{"bước này cần mà chưa được đưa vào", "needed at this step and not given"};
constexpr Bilingual noUsername{"không phải số căn cước, số hộ chiếu hay mã số thuế",
                               "neither an id number, a passport number nor a tax code"};
constexpr Bilingual noCode{"không phải mã 8 ký tự, cũng không phải chuỗi của đường liên kết",
                           "neither a code of eight characters nor a link's token"};
constexpr Bilingual notSixDigits{"không phải 6 chữ số", "not six digits"};
constexpr Bilingual upTo{" đến ", " to "};
constexpr Bilingual inCharacters{" ký tự", " characters"};

/// "8 to 30 characters"
std::string lengthText(const protocol::PasswordPolicy &policy, Language language)
{
    std::string text = std::to_string(policy.minLength);
    text += upTo.in(language);
    text += std::to_string(policy.maxLength);
    text += inCharacters.in(language);
    return text;
}

bool isToken(const SecretBytes &text)
{
    if (text.size() != tokenLength) // a code is not decoded at all
        return false;
    auto octets = base64UrlDecode(text.text());
    if (!octets)
        return false;
    smartca::wipe(octets->data(), octets->size());
    return true;
}

/// A link's token as it is, a typed code as it is sent; empty when it is neither.
SecretBytes codeOrToken(const SecretBytes &given)
{
    if (isToken(given))
        return given.clone();
    auto code = protocol::normalisedCode(given.text());
    return protocol::isCompleteCode(code) ? std::move(code) : SecretBytes();
}

template<class S>
bool at(const Stage &stage)
{
    return std::holds_alternative<S>(stage);
}

/// What lies in the folder belongs to another service or another device's key, and may be all that somebody
/// has there: it is never started over from here.
bool isOfAnotherHome(const State &state)
{
    return at<Welcome>(state.stage) && state.failure && state.failure->code == FailureCode::JournalForeign;
}

bool isBiometric(FailureCode code)
{
    return codeText(code).starts_with("BIO-");
}

} // namespace

Unattended::Unattended(client::ActivationSession &session, GivenSecrets secrets, Language language,
                       std::function<void(std::optional<Failure>)> ended)
    : session_(session), secrets_(std::move(secrets)), language_(language), ended_(std::move(ended))
{
    connect(&session_, &client::ActivationSession::busyChanged, this, &Unattended::later);
    connect(&session_, &client::ActivationSession::stateChanged, this, &Unattended::later);
}

void Unattended::begin()
{
    session_.start();
    later();
}

/// Never from within a signal: the session may still be about to begin the effects of this very state.
void Unattended::later()
{
    QMetaObject::invokeMethod(this, &Unattended::step, Qt::QueuedConnection);
}

void Unattended::step()
{
    if (over_)
        return;
    const auto state = session_.state();
    // Also where the answer to request 1 was lost, and the service has just said what it began.
    if (!state.facts.activationId.empty() && !std::exchange(matched_, true) && !matchHome())
        return;
    if (!state.facts.credentialId.empty())
        keepPinForSigning();
    if (state.failure)
        answerFailure(*state.failure);
    else
        answer(state.stage);
}

void Unattended::answerFailure(const Failure &failure)
{
    const auto &state = session_.state();
    const bool skippable = at<ConfirmingBiometric>(state.stage) && isBiometric(failure.code) &&
                           state.facts.biometric == BiometricRule::Optional;
    if (skippable)
        return session_.submit(BiometricSkipped{});
    if (!leadsOn(failure))
        return end(told(failure));
    if (session_.busy())
        return; // the work that told of it still brings its last word
    newCode_ = false;
    renewed_ = true;
    takePinBack();
    session_.submit(ReactivationWanted{});
}

bool Unattended::leadsOn(const Failure &failure)
{
    const auto &state = session_.state();
    if (renewed_)
        return false;
    if (isOverForGood(state)) // a revoked key's code was right, and is still good for the next key
        return newCode_ || failure.code == FailureCode::KeysRevoked;
    const bool lost = (at<Welcome>(state.stage) || at<Locating>(state.stage)) &&
                      catalogueEntry(failure.code).remedy == Remedy::Reactivate;
    if (!lost || isOfAnotherHome(state))
        return false;
    return (std::exchange(matched_, true) || matchHome()) && newCode_;
}

Failure Unattended::told(const Failure &failure) const
{
    auto told = client::toldWith(session_.dossier(), failure);
    if (isOfAnotherHome(session_.state()))
        told.facts.subject = homeOption;
    return told;
}

void Unattended::answer(const Stage &stage)
{
    if (at<Welcome>(stage))
        session_.submit(StartPressed{});
    else if (at<ReadingPrivacy>(stage))
        session_.submit(PrivacyAccepted{});
    else if (at<EnteringDetails>(stage))
        enterDetails();
    else if (at<ChoosingPassword>(stage))
        choosePassword();
    else if (at<ChoosingPin>(stage))
        choosePin();
    else if (at<RepeatingPin>(stage))
        repeatPin();
    else if (at<ConfirmingBiometric>(stage))
        confirmBiometric();
    else if (at<ReviewingCertificate>(stage))
        session_.submit(CertificateRight{});
    else if (const auto *reading = std::get_if<ReadingRecord>(&stage))
        session_.submit(reading->readToEnd ? Event(SignPressed{}) : Event(RecordReadToEnd{}));
    else if (at<EnteringSigningPin>(stage))
        enterSigningPin();
    else if (at<OfferingResume>(stage))
        session_.submit(ResumeWanted{});
    else if (at<Active>(stage) || at<AtHome>(stage))
        end(std::nullopt);
    // Every other stage works by itself.
}

bool Unattended::given(const SecretBytes &secret, std::string_view field)
{
    if (secret.empty())
        refuse(field, notGiven);
    return !secret.empty();
}

bool Unattended::givenPin(const SecretBytes &pin)
{
    if (!given(pin, "pin"))
        return false;
    const auto digits = pin.text();
    const bool good = digits.size() == 6 && digits.find_first_not_of("0123456789") == std::string_view::npos;
    if (!good)
        refuse("pin", notSixDigits);
    return good;
}

void Unattended::refuse(std::string_view field, const Bilingual &why)
{
    end(inputInvalid(std::string(field), why, language_));
}

bool Unattended::matchHome()
{
    const auto &mark = session_.dossier().accountMark;
    if (secrets_.username.empty())
        return true;
    auto keys = session_.device().keys->load();
    const bool gone = keys ? !*keys : keys.error().code == FailureCode::KeysNotOnDevice;
    // From before there were marks, or without the keys that made them: nothing to compare with. What the
    // journey needs the keys for says that they are gone.
    if (!mark || gone) {
        newCode_ = !codeOrToken(secrets_.activationCode).empty();
        return true;
    }
    const auto username = protocol::normalisedUsername(secrets_.username.text());
    const auto given = keys ? client::accountMark(**keys, username) : tl::unexpected(keys.error());
    if (!given) {
        end(given.error());
    } else if (*given != *mark) {
        auto foreign = journalForeign("the given username is not the one that this home was activated with");
        foreign.facts.subject = homeOption;
        end(std::move(foreign));
    } else {
        newCode_ = codeIsNew(**keys);
    }
    return !over_;
}

bool Unattended::codeIsNew(device::IdentityKeys &keys)
{
    const auto code = codeOrToken(secrets_.activationCode);
    if (code.empty())
        return false;
    const auto mark = client::codeMark(keys, code);
    return mark && session_.dossier().codeMark != *mark;
}

void Unattended::enterDetails()
{
    if (!given(secrets_.username, "username") || !given(secrets_.activationCode, "activationCode"))
        return;
    auto username = protocol::normalisedUsername(secrets_.username.text());
    if (username.empty())
        return refuse("username", noUsername);
    auto code = codeOrToken(secrets_.activationCode);
    if (code.empty())
        return refuse("activationCode", noCode);
    matched_ = true; // what begins here is begun with just these
    session_.vault().put(SecretSlot::Username, std::move(username));
    session_.vault().put(isToken(secrets_.activationCode) ? SecretSlot::Token : SecretSlot::Code,
                         std::move(code));
    session_.submit(DetailsSubmitted{});
}

void Unattended::choosePassword()
{
    secrets_.activationCode = {}; // redeemed, or not wanted: the activation that goes on has its own
    newCode_ = false;
    if (!given(secrets_.password, "password"))
        return;
    auto &vault = session_.vault();
    vault.put(SecretSlot::Password, std::move(secrets_.password));
    const auto policy = session_.dossier().policy.value_or(protocol::Policy{}).password;
    if (auto refused = client::passwordFailure(vault.judgePassword(policy), true)) { // it comes once
        refused->facts.subject = lengthText(policy, language_); // no list of the rules stands beside it here
        return end(std::move(refused));
    }
    session_.submit(PasswordChosen{});
}

void Unattended::choosePin()
{
    if (!givenPin(secrets_.pin))
        return;
    session_.vault().put(SecretSlot::NewPin, secrets_.pin.clone());
    if (const auto rule = session_.vault().judgePin())
        session_.submit(PinRejected{*rule});
    else
        session_.submit(PinChosen{});
}

void Unattended::repeatPin()
{
    session_.vault().put(SecretSlot::PinAgain, secrets_.pin.clone());
    session_.submit(PinRepeated{session_.vault().pinsEqual()});
}

void Unattended::confirmBiometric()
{
    const auto *stage = std::get_if<ConfirmingBiometric>(&session_.state().stage);
    if (stage == nullptr || stage->asking)
        return;
    const bool optional = session_.state().facts.biometric == BiometricRule::Optional;
    const bool available =
        session_.device().biometrics->availability() == device::BiometricAvailability::Available;
    if (optional && (!available || biometricTried_))
        return session_.submit(BiometricSkipped{});
    // Required and not available: asking tells why.
    biometricTried_ = true;
    session_.submit(BiometricRequested{});
}

void Unattended::keepPinForSigning()
{
    if (!secrets_.pin.empty())
        session_.vault().put(SecretSlot::SigningPin, std::move(secrets_.pin));
}

void Unattended::takePinBack()
{
    auto &vault = session_.vault();
    if (vault.has(SecretSlot::SigningPin))
        secrets_.pin = vault.value(SecretSlot::SigningPin).clone();
}

void Unattended::enterSigningPin()
{
    if (givenPin(session_.vault().value(SecretSlot::SigningPin))) // a try is for PINs alone
        session_.submit(SigningPinEntered{});
}

void Unattended::end(std::optional<Failure> failure)
{
    if (std::exchange(over_, true))
        return;
    secrets_ = {}; // nobody knows how long it takes to tell the end
    session_.vault().wipeAll();
    ended_(std::move(failure));
}

} // namespace smartca::cli
