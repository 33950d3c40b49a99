// SPDX-License-Identifier: Apache-2.0
#include "client/session.h"

#include "client/effects.h"
#include "client/http_failure.h"
#include "client/pin_limit.h"
#include "client/worker.h"
#include "device/durable_file.h"

#include <QTimer>
#include <QUrl>

namespace smartca::client {

using namespace journey::activation;

namespace {

/// How often the clock is looked at while there is a PIN.
constexpr Milliseconds pinLook{1000};

} // namespace

/// The half of the session that lives on the session's thread. The other half, EffectContext, is made and
/// used on the worker's thread alone.
class ActivationSession::Private : public QObject {
public:
    Private(ActivationSession &owner, SessionOptions sessionOptions, device::Device theDevice)
        : session(owner),
          options(std::move(sessionOptions)),
          device(std::move(theDevice)),
          time(*device.clock),
          language(options.language),
          pinLimit(*device.clock, options.pace.pinKept)
    {
        pinTimer.setInterval(std::min(pinLook, options.pace.pinKept));
        connect(&pinTimer, &QTimer::timeout, this, [this] { endPins(); });
        vault.watch([this](SecretSlot slot) {
            pinLimit.began(slot);
            if (!pinLimit.idle() && !pinTimer.isActive())
                pinTimer.start();
        });
    }

    ~Private() override
    {
        stopWork();
        worker.post([this] { context.reset(); });
    }

    Outcome open();
    void apply(const Event &event);
    void perform(const Effect &effect);
    void performOnWorker(const Effect &effect);
    void askBiometric(const Effect &effect);
    void endPins();
    void forgetSigningPin();
    void keepJournal();
    void outcome(int generation, Events events, Dossier outcomeDossier,
                 std::optional<std::vector<SecretBytes>> avoid);
    void progress(int generation, const Event &event, const Dossier &progressDossier);
    void stopWork();
    void setBusy(bool value);
    [[nodiscard]] Event refined(Event event);
    EffectContext &onWorker();

    ActivationSession &session;
    SessionOptions options;
    device::Device device;
    ServiceTime time;
    Traffic traffic;
    Language language;
    State state;
    Dossier dossier;
    SecretVault vault;
    trace::Trace trace;
    PinLimit pinLimit;
    QTimer pinTimer;             ///< looks at the limit; runs while there is one
    std::weak_ptr<Work> signing; ///< the last work that was given the signing PIN
    bool busy = false;
    bool unopened = false;
    int generation = 1; ///< of the long-running work; outcomes of an older one are dropped
    std::string timeStampNonce;
    std::string attemptEffect;
    std::string attemptKey;
    std::unique_ptr<EffectContext> context;
    Worker worker; // last: ends first
};

EffectContext &ActivationSession::Private::onWorker()
{
    if (!context)
        // An aggregate that cannot be moved.
        // NOLINTNEXTLINE(modernize-make-unique)
        context.reset(new EffectContext{
            .profile = options.profile,
            .device = device,
            .appVersion = options.appVersion,
            .pace = options.pace,
            .service = ServiceClient(options.profile, options.appVersion, time, traffic, options.pace),
            .journal = Journal(options.home, *device.secrets),
            .dossiers = DossierStore(options.home, *device.secrets),
            .attemptEffect = attemptEffect,
            .attemptKey = attemptKey,
            .outcomeUnknown = !attemptEffect.empty(),
            .timeStampNonce = timeStampNonce});
    return *context;
}

Outcome ActivationSession::Private::open()
{
    SMARTCA_CHECK(device::makePrivateFolder(options.home));
    auto entry = journalOf(options.home, options.profile.serviceId, device);
    if (entry && !*entry) {
        // A key store that is shut is said now, where trying again opens it, not when the code was typed.
        SMARTCA_CHECK(device.secrets->read("journal"));
        apply(AppStarted{.journalFound = false});
        return {};
    }
    // It says whose home this is, also where the journal cannot.
    SMARTCA_TRY(dossier, DossierStore(options.home, *device.secrets).load());
    SMARTCA_TRY(auto kept, std::move(entry));
    state = std::move(kept->state);
    timeStampNonce = std::move(kept->timeStampNonce);
    attemptEffect = std::move(kept->effect);
    attemptKey = std::move(kept->idempotencyKey);
    apply(AppStarted{.journalFound = true});
    return {};
}

void ActivationSession::Private::apply(const Event &event)
{
    auto [next, effects] = journey::activation::advance(state, event);
    if (next == state && effects.empty())
        return;
    const bool factsChanged = next.facts != state.facts;
    state = std::move(next);
    trace::Entry entry{.at = time.now(), .event = event, .after = state};
    trace.add(entry);
    for (const auto &effect : effects)
        perform(effect);
    // No effect follows that would save it; and of the end of an activation no later start knows otherwise.
    if (!state.facts.activationId.empty() && ((factsChanged && !busy) || isOverForGood(state)))
        keepJournal();
    Q_EMIT session.entryAdded(entry);
    Q_EMIT session.stateChanged();
}

void ActivationSession::Private::perform(const Effect &effect)
{
    if (const auto *wipe = std::get_if<WipeSecrets>(&effect)) {
        for (const auto slot : wipe->slots)
            vault.wipe(slot);
    } else if (std::holds_alternative<CancelWork>(effect)) {
        stopWork();
        device.biometrics->cancel();
    } else if (std::holds_alternative<AskBiometric>(effect)) {
        askBiometric(effect);
    } else {
        performOnWorker(effect);
    }
}

void ActivationSession::Private::stopWork()
{
    // The word travels by itself: it may arrive when its work has ended and the next one is under way.
    worker.interrupt([this, number = generation++] {
        if (context)
            giveUp(*context, number);
    });
    setBusy(false);
}

void ActivationSession::Private::performOnWorker(const Effect &effect)
{
    if (std::holds_alternative<ForgetActivation>(effect)) {
        dossier = {}; // what goes of the vault is said beside it (WipeSecrets)
        static_cast<void>(device.biometrics->destroyKey()); // KeyStore::destroy takes the file away as well
        Q_EMIT session.dossierChanged();
    }
    auto work = std::make_shared<Work>();
    work->effect = effect;
    work->state = state;
    work->dossier = dossier;
    work->language = language;
    work->biometricKey = state.facts.biometricKey ? device.biometrics->key() : nullptr;
    for (const auto slot : slotsOf(effect))
        work->secrets.put(slot, vault.value(slot).clone());
    if (std::holds_alternative<SignRecord>(effect))
        signing = work;
    if (isLongRunning(effect))
        setBusy(true);
    const int mine = isLongRunning(effect) ? ++generation : generation;
    work->number = mine;
    work->report = [this, mine](const Event &event, const Dossier &now) {
        QMetaObject::invokeMethod(
            this, [this, mine, event, now] { progress(mine, event, now); }, Qt::QueuedConnection);
    };
    worker.post([this, work, mine] {
        auto events = client::perform(onWorker(), *work);
        work->secrets.wipeAll();
        QMetaObject::invokeMethod(
            this,
            [this, work, mine, events = std::move(events)]() mutable {
                outcome(mine, std::move(events), std::move(work->dossier), std::move(work->avoid));
            },
            Qt::QueuedConnection);
    });
}

void ActivationSession::Private::askBiometric(const Effect &effect)
{
    setBusy(true);
    const int mine = ++generation;
    const auto answer = [this, mine](const Outcome &result) {
        if (mine != generation)
            return;
        setBusy(false);
        apply(result ? Event{BiometricGranted{}} : Event{Failed{result.error()}});
    };
    worker.post([this, mine, answer, entering = state, name = std::string(nameOf(effect))] {
        auto saved = saveJournal(onWorker(), entering, name);
        QMetaObject::invokeMethod(
            this,
            [this, mine, answer, saved = std::move(saved)] {
                if (!saved)
                    answer(saved);
                else if (mine == generation)
                    device.biometrics->createKey(answer);
            },
            Qt::QueuedConnection);
    });
}

void ActivationSession::Private::endPins()
{
    for (const auto slot : pinLimit.over()) {
        const bool typed = vault.has(slot) && isTypedAt(state.stage, slot);
        if (slot == SecretSlot::SigningPin)
            forgetSigningPin();
        else if (typed)
            vault.wipe(slot);
        if (typed)
            Q_EMIT session.pinExpired(slot);
    }
    if (pinLimit.idle())
        pinTimer.stop();
}

void ActivationSession::Private::forgetSigningPin()
{
    vault.wipe(SecretSlot::SigningPin);
    // Work that still waits for its answer has a copy of its own, which belongs to the worker's thread.
    worker.interrupt([late = signing] {
        if (const auto work = late.lock())
            work->secrets.wipe(SecretSlot::SigningPin);
    });
}

void ActivationSession::Private::keepJournal()
{
    // A failure shows when the next effect saves it again.
    worker.post([this, now = state] {
        auto &here = onWorker();
        if (openKeys(here, false))
            static_cast<void>(saveJournal(here, now, here.attemptEffect));
    });
}

Event ActivationSession::Private::refined(Event event)
{
    auto *failed = std::get_if<Failed>(&event);
    if (failed == nullptr || failed->failure.code != FailureCode::ServiceUnreachable)
        return event;
    const auto host = QUrl(QString::fromStdString(options.profile.url)).host().toStdString();
    if (device.network->connectivity(host) == device::Connectivity::Offline)
        failed->failure = noNetwork(failed->failure.detail);
    return event;
}

void ActivationSession::Private::progress(int theirs, const Event &event, const Dossier &progressDossier)
{
    if (theirs != generation)
        return;
    dossier = progressDossier;
    Q_EMIT session.dossierChanged();
    apply(event);
}

void ActivationSession::Private::outcome(int theirs, Events events, Dossier outcomeDossier,
                                         std::optional<std::vector<SecretBytes>> avoid)
{
    if (theirs != generation)
        return; // given up meanwhile
    dossier = std::move(outcomeDossier);
    if (avoid)
        vault.putAvoid(std::move(*avoid));
    setBusy(false);
    Q_EMIT session.dossierChanged();
    for (auto &event : events)
        apply(refined(std::move(event)));
}

void ActivationSession::Private::setBusy(bool value)
{
    if (std::exchange(busy, value) != value)
        Q_EMIT session.busyChanged();
}

ActivationSession::ActivationSession(SessionOptions options, device::Device device, QObject *parent)
    : QObject(parent), d_(std::make_unique<Private>(*this, std::move(options), std::move(device)))
{}

ActivationSession::~ActivationSession() = default;

void ActivationSession::start()
{
    const auto opened = d_->open();
    d_->unopened = !opened;
    if (!opened)
        d_->apply(Failed{opened.error()});
}

bool ActivationSession::unopened() const
{
    return d_->unopened;
}

void ActivationSession::submit(const Event &event)
{
    if (d_->unopened && !std::holds_alternative<ReactivationWanted>(event))
        return;
    d_->apply(event);
    if (!d_->state.failure)
        d_->unopened = false;
}

const State &ActivationSession::state() const
{
    return d_->state;
}

const Dossier &ActivationSession::dossier() const
{
    return d_->dossier;
}

SecretVault &ActivationSession::vault()
{
    return d_->vault;
}

device::Device &ActivationSession::device()
{
    return d_->device;
}

const protocol::ServiceProfile &ActivationSession::profile() const
{
    return d_->options.profile;
}

const trace::Trace &ActivationSession::trace() const
{
    return d_->trace;
}

std::string ActivationSession::appVersion() const
{
    return d_->options.appVersion;
}

void ActivationSession::setLanguage(Language language)
{
    d_->language = language;
}

UtcTime ActivationSession::serviceNow() const
{
    return d_->time.now();
}

int ActivationSession::requestCount() const
{
    return d_->traffic.requests;
}

int ActivationSession::connectionCount() const
{
    return d_->traffic.connections;
}

bool ActivationSession::busy() const
{
    return d_->busy;
}

} // namespace smartca::client
