// SPDX-License-Identifier: Apache-2.0
#include "ui/fixture_source.h"

namespace smartca::ui {
namespace {

/// 22/11/2026 09:46 in Viet Nam, as in the pictures.
constexpr std::int64_t pictureTime = 1795315560;

} // namespace

FixtureSource::FixtureSource(QObject *parent) : JourneySource(parent), now_(fromUnixSeconds(pictureTime)) {}

void FixtureSource::setState(activation::State state)
{
    state_ = std::move(state);
    Q_EMIT stateChanged();
}

void FixtureSource::setDossier(client::Dossier dossier)
{
    dossier_ = std::move(dossier);
    Q_EMIT dossierChanged();
}

void FixtureSource::setBusy(bool busy)
{
    busy_ = busy;
    Q_EMIT busyChanged();
}

void FixtureSource::submit(const activation::Event &event)
{
    events_.push_back(event);
    if (std::holds_alternative<activation::MailResent>(event))
        Q_EMIT mailResent();
    if (live_)
        setState(activation::advance(state_, event).next);
}

bool FixtureSource::note(std::string what)
{
    asked_.push_back(std::move(what));
    return opens_;
}

} // namespace smartca::ui
