// SPDX-License-Identifier: Apache-2.0
#include "platform/linux/fingerprint_gate.h"

#include "device/failures.h"

#include <QDBusInterface>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusReply>
#include <QProcess>
#include <QStandardPaths>
#include <QUuid>

namespace smartca::platform {
namespace {

using device::BiometricAvailability;

const QString fprint = QStringLiteral("net.reactivated.Fprint");
const QString managerPath = QStringLiteral("/net/reactivated/Fprint/Manager");
const QString managerInterface = QStringLiteral("net.reactivated.Fprint.Manager");
const QString deviceInterface = QStringLiteral("net.reactivated.Fprint.Device");
constexpr int lookTimeoutMs = 1000;
constexpr int claimTimeoutMs = 5000;
constexpr int patienceMs = 60'000;
/// NIST SP 800-63B: at most five consecutive misses, then at least 30 s.
constexpr int maxMisses = 5;
constexpr Seconds lockOut{30};

QDBusMessage callOf(const QString &path, const QString &interface, const QString &method,
                    const QVariantList &arguments = {})
{
    auto message = QDBusMessage::createMethodCall(fprint, path, interface, method);
    message.setArguments(arguments);
    return message;
}

/// The fingers that were enrolled when B was made are sealed with it, so that a new finger ends it.
SecretBytes biometricContent(const QStringList &fingers, const crypto::PrivateKey &key)
{
    const auto names = fingers.join(QLatin1Char(',')).toStdString();
    const auto pkcs8 = key.toPkcs8();
    const std::uint8_t end = 0;
    return SecretBytes::concat({asBytes(names), {&end, 1}, pkcs8.view()});
}

/// The fingers B was made with; nothing when there is no B. A file that cannot be read is a failure and says
/// nothing of fingers; one of another form was made with none of today's.
Result<std::optional<QStringList>> keptFingers(const KeyFile &keys)
{
    SMARTCA_TRY(const auto content, keys.loadBiometric());
    if (!content)
        return std::nullopt;
    const auto text = content->text();
    const auto end = text.find('\0');
    if (end == std::string_view::npos)
        return QStringList();
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(end)).split(QLatin1Char(','));
}

} // namespace

FingerprintGate::FingerprintGate(KeyFile &keys, const Clock &clock) : keys_(keys), clock_(clock)
{
    patience_.setSingleShot(true);
    patience_.setInterval(patienceMs);
    connect(&patience_, &QTimer::timeout, this,
            [this] { finish(tl::unexpected(device::biometricCancelled("no finger came"))); });
    watch_.setWatchMode(QDBusServiceWatcher::WatchForUnregistration);
    connect(&watch_, &QDBusServiceWatcher::serviceUnregistered, this, &FingerprintGate::serviceGone);
}

FingerprintGate::~FingerprintGate()
{
    done_ = nullptr;
    // fprintd frees what a program held that left the bus, whatever it was about to do.
    if (bus_)
        QDBusConnection::disconnectFromBus(bus_->name());
}

QDBusConnection &FingerprintGate::bus()
{
    if (!bus_) {
        bus_ = QDBusConnection::connectToBus(QDBusConnection::SystemBus,
                                             "fingers-" + QUuid::createUuid().toString(QUuid::WithoutBraces));
        watch_.setConnection(*bus_);
        watch_.addWatchedService(fprint);
    }
    return *bus_;
}

BiometricAvailability FingerprintGate::findReader()
{
    if (!bus().isConnected())
        return BiometricAvailability::ServiceMissing;
    const QDBusReply<QDBusObjectPath> reader =
        bus().call(callOf(managerPath, managerInterface, QStringLiteral("GetDefaultDevice")), QDBus::Block,
                   lookTimeoutMs);
    if (!reader.isValid()) {
        return reader.error().name().endsWith(QLatin1String("NoSuchDevice"))
                   ? BiometricAvailability::NoHardware
                   : BiometricAvailability::ServiceMissing;
    }
    reader_ = reader.value().path();
    // No user name: whoever asks. fprintd takes the caller's from the bus.
    const QDBusReply<QStringList> fingers =
        bus().call(callOf(reader_, deviceInterface, QStringLiteral("ListEnrolledFingers"), {QString()}),
                   QDBus::Block, lookTimeoutMs);
    fingers_ = fingers.isValid() ? fingers.value() : QStringList();
    fingers_.sort();
    return fingers_.isEmpty() ? BiometricAvailability::NoneEnrolled : BiometricAvailability::Available;
}

std::optional<Seconds> FingerprintGate::lockedOutFor() const
{
    const auto left = lockedUntil_ - clock_.elapsed();
    if (left <= Milliseconds::zero())
        return std::nullopt;
    return std::chrono::ceil<Seconds>(left);
}

BiometricAvailability FingerprintGate::availability()
{
    const auto found = findReader();
    return found == BiometricAvailability::Available && lockedOutFor() ? BiometricAvailability::LockedOut
                                                                       : found;
}

void FingerprintGate::createKey(std::function<void(Outcome)> done)
{
    if (done_)
        finish(tl::unexpected(device::biometricCancelled("another prompt was opened")));
    done_ = std::move(done);
    ++prompt_;
    if (hold_ == Hold::Free)
        openPrompt();
}

void FingerprintGate::openPrompt()
{
    if (const auto now = availability(); now != BiometricAvailability::Available)
        return finish(tl::unexpected(device::biometricUnavailable(now, lockedOutFor())));
    const auto kept = keptFingers(keys_);
    if (!kept) // the disk or the key store has trouble: B stays for when it is over
        return finish(tl::unexpected(kept.error()));
    if (*kept && **kept != fingers_) {
        if (const auto gone = destroyKey(); !gone)
            return finish(tl::unexpected(gone.error()));
        return finish(tl::unexpected(device::biometricChanged("other fingers are enrolled than before")));
    }
    patience_.start();
    claimReader();
}

void FingerprintGate::callReader(const QString &method, const QVariantList &arguments,
                                 std::function<void(const std::string &error)> answered)
{
    auto message = callOf(reader_, deviceInterface, method, arguments);
    message.setAutoStartService(false); // a fprintd that has to be started knows of no prompt of ours
    auto *watcher = new QDBusPendingCallWatcher(bus().asyncCall(message, claimTimeoutMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [answered = std::move(answered)](QDBusPendingCallWatcher *call) {
                call->deleteLater();
                const QDBusPendingReply<> reply = *call;
                answered(reply.isValid() ? std::string()
                                         : "fprintd: " + reply.error().message().toStdString());
            });
}

void FingerprintGate::claimReader()
{
    hold_ = Hold::Claiming;
    callReader(QStringLiteral("Claim"), {QString()}, [this, mine = prompt_](const std::string &error) {
        if (hold_ != Hold::Claiming)
            return; // the service went away and said so
        hold_ = error.empty() ? Hold::Claimed : Hold::Free;
        if (done_ && mine == prompt_) {
            if (error.empty())
                return startVerifying();
            return finish(tl::unexpected(device::biometricFailed(error)));
        }
        // Closed meanwhile.
        if (hold_ == Hold::Claimed)
            return leaveReader();
        readerIsFree();
    });
}

void FingerprintGate::startVerifying()
{
    bus().connect(fprint, reader_, deviceInterface, QStringLiteral("VerifyStatus"), this,
                  SLOT(onVerifyStatus(QString, bool)));
    callReader(QStringLiteral("VerifyStart"), {QStringLiteral("any")},
               [this, mine = prompt_](const std::string &error) {
                   if (!error.empty() && done_ && mine == prompt_)
                       finish(tl::unexpected(device::biometricFailed(error)));
               });
}

void FingerprintGate::leaveReader()
{
    hold_ = Hold::Leaving;
    bus().disconnect(fprint, reader_, deviceInterface, QStringLiteral("VerifyStatus"), this,
                     SLOT(onVerifyStatus(QString, bool)));
    // One after the other: a Release that overtakes a slow stop leaves the reader claimed. That nothing was
    // to be stopped is no matter.
    callReader(QStringLiteral("VerifyStop"), {}, [this](const std::string &) {
        callReader(QStringLiteral("Release"), {}, [this](const std::string &) {
            if (hold_ == Hold::Leaving)
                readerIsFree();
        });
    });
}

void FingerprintGate::readerIsFree()
{
    hold_ = Hold::Free;
    if (done_)
        openPrompt();
}

void FingerprintGate::serviceGone()
{
    const bool waiting = hold_ == Hold::Leaving; // a prompt that was not opened yet
    if (hold_ == Hold::Free)
        return;
    hold_ = Hold::Free;
    if (done_ && waiting)
        openPrompt();
    else if (done_)
        finish(tl::unexpected(device::biometricFailed("fprintd went away")));
}

void FingerprintGate::onVerifyStatus(const QString &result, bool done)
{
    if (!done_ || hold_ != Hold::Claimed)
        return;
    if (result == QLatin1String("verify-match")) {
        misses_ = 0;
        return matched();
    }
    if (!done)
        return; // "swipe again", "finger not centred": the reader goes on by itself
    if (result == QLatin1String("verify-no-match") && ++misses_ >= maxMisses) {
        misses_ = 0;
        lockedUntil_ = clock_.elapsed() + lockOut;
        return finish(
            tl::unexpected(device::biometricUnavailable(BiometricAvailability::LockedOut, lockOut)));
    }
    finish(tl::unexpected(device::biometricFailed(result.toStdString())));
}

void FingerprintGate::matched()
{
    auto key = crypto::PrivateKey::generate(crypto::KeyKind::P256);
    if (const auto saved = keys_.saveBiometric(biometricContent(fingers_, key)); !saved)
        return finish(saved);
    released_ = std::make_unique<crypto::PrivateKey>(std::move(key));
    finish({});
}

void FingerprintGate::finish(Outcome outcome)
{
    patience_.stop();
    if (hold_ == Hold::Claimed)
        leaveReader();
    if (const auto done = std::exchange(done_, nullptr))
        done(std::move(outcome));
}

crypto::Signer *FingerprintGate::key()
{
    return released_.get();
}

void FingerprintGate::cancel()
{
    if (done_)
        finish(tl::unexpected(device::biometricCancelled("closed")));
}

Outcome FingerprintGate::destroyKey()
{
    released_.reset();
    return keys_.destroyBiometric();
}

bool FingerprintGate::openSettings()
{
    // There is no common name for this page; the two large desktops have one each.
    if (!QStandardPaths::findExecutable(QStringLiteral("gnome-control-center")).isEmpty())
        return QProcess::startDetached(QStringLiteral("gnome-control-center"),
                                       {QStringLiteral("user-accounts")});
    if (!QStandardPaths::findExecutable(QStringLiteral("systemsettings")).isEmpty())
        return QProcess::startDetached(QStringLiteral("systemsettings"), {QStringLiteral("kcm_users")});
    return false;
}

} // namespace smartca::platform
