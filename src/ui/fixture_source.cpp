// SPDX-License-Identifier: Apache-2.0
#include "ui/fixture_source.h"

namespace smartca::ui {

FixtureSource::FixtureSource(QObject *parent) : JourneySource(parent) {}

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
