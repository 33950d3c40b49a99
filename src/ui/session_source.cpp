// SPDX-License-Identifier: Apache-2.0
#include "ui/session_source.h"

#include "client/session.h"

namespace smartca::ui {

using client::ActivationSession;

SessionSource::SessionSource(Opening opening, MakeSession make, QObject *parent)
    : JourneySource(parent), opening_(std::move(opening)), make_(std::move(make))
{
    if (opening_.resuming)
        before_.stage = activation::Locating{};
    before_.failure = opening_.failure;
}

SessionSource::~SessionSource() = default;

void SessionSource::open()
{
    if (std::exchange(opened_, true))
        return;
    auto made = make_();
    if (!made) {
        before_.failure = made.error();
        Q_EMIT stateChanged();
        return;
    }
    session_ = std::move(*made);
    session_->setLanguage(language_);
    connect(session_.get(), &ActivationSession::stateChanged, this, &JourneySource::stateChanged);
    connect(session_.get(), &ActivationSession::dossierChanged, this, &JourneySource::dossierChanged);
    connect(session_.get(), &ActivationSession::busyChanged, this, &JourneySource::busyChanged);
    connect(session_.get(), &ActivationSession::entryAdded, this, [this](const trace::Entry &entry) {
        if (std::holds_alternative<activation::MailResent>(entry.event))
            Q_EMIT mailResent();
    });
    connect(session_.get(), &ActivationSession::pinExpired, this, &JourneySource::pinExpired);
    session_->start();
    Q_EMIT stateChanged();
    for (const auto &event : std::exchange(waiting_, {}))
        session_->submit(event);
}

void SessionSource::openAgain()
{
    session_.reset(); // before the next one: it holds the home
    opened_ = false;
    before_.failure.reset();
    Q_EMIT stateChanged(); // should the failure come back, it is a new one
    open();
}

device::Links *SessionSource::links() const
{
    return session_ ? session_->device().links.get() : opening_.links.get();
}

const activation::State &SessionSource::state() const
{
    return session_ ? session_->state() : before_;
}

const client::Dossier &SessionSource::dossier() const
{
    return session_ ? session_->dossier() : nothing_;
}

client::SecretVault &SessionSource::vault()
{
    return session_ ? session_->vault() : emptyVault_;
}

bool SessionSource::busy() const
{
    return session_ && session_->busy();
}

UtcTime SessionSource::serviceNow() const
{
    return session_ ? session_->serviceNow() : SystemClock().now();
}

bool SessionSource::sandbox() const
{
    return session_ ? session_->profile().sandbox : opening_.sandbox;
}

std::string SessionSource::hotline() const
{
    return session_ ? session_->profile().hotline : opening_.hotline;
}

void SessionSource::submit(const activation::Event &event)
{
    const bool unopened = session_ ? session_->unopened() : before_.failure.has_value();
    if (unopened && std::holds_alternative<activation::RetryPressed>(event))
        openAgain();
    else if (session_)
        session_->submit(event);
    else
        waiting_.push_back(event);
}

void SessionSource::setLanguage(Language language)
{
    language_ = language;
    if (session_)
        session_->setLanguage(language);
}

BiometricFacts SessionSource::biometric()
{
    if (!session_)
        return {};
    auto &gate = *session_->device().biometrics;
    return {gate.kind(), gate.availability()};
}

bool SessionSource::openBiometricSettings()
{
    return session_ && session_->device().biometrics->openSettings();
}

bool SessionSource::openSystemSettings()
{
    auto *const out = links();
    return out && out->openSystemSettings();
}

bool SessionSource::hasStorePage() const
{
    auto *const out = links();
    return out && out->hasStorePage();
}

bool SessionSource::openStorePage()
{
    auto *const out = links();
    return out && out->openStorePage();
}

bool SessionSource::dial(std::string_view number)
{
    auto *const out = links();
    return out && out->dial(number);
}

bool SessionSource::share(std::string_view filePath)
{
    auto *const out = links();
    return out && out->share(filePath);
}

void SessionSource::protectScreen(bool on)
{
    if (session_)
        session_->device().screen->protect(on);
}

} // namespace smartca::ui
