// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/linux/key_file.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace smartca::platform {

/// The biometric gate over fprintd (net.reactivated.Fprint on the system bus). fprintd says only yes or no,
/// it releases no key: B is a software key that this process hands out after a match. Convenience, not proof;
/// its level says so. Use from one thread with an event loop.
class FingerprintGate final : public QObject, public device::BiometricGate {
    Q_OBJECT

public:
    FingerprintGate(KeyFile &keys, const Clock &clock);
    ~FingerprintGate() override;

    [[nodiscard]] device::BiometricAvailability availability() override;
    [[nodiscard]] device::BiometricKind kind() const override { return device::BiometricKind::Fingerprint; }
    [[nodiscard]] device::KeyLevel level() const override { return device::KeyLevel::Software; }
    void createKey(std::function<void(Outcome)> done) override;
    [[nodiscard]] crypto::Signer *key() override;
    void cancel() override;
    [[nodiscard]] Outcome destroyKey() override;
    bool openSettings() override;

private Q_SLOTS:
    void onVerifyStatus(const QString &result, bool done);

private:
    [[nodiscard]] QDBusConnection &bus();
    /// Object path of the reader; empty when there is none. Remembered while it answers.
    [[nodiscard]] device::BiometricAvailability findReader();
    [[nodiscard]] std::optional<Seconds> lockedOutFor() const;
    /// Calls the reader; `answered` gets the error's text, empty for none. Not called when this is gone.
    void callReader(const QString &method, const QVariantList &arguments,
                    std::function<void(const std::string &error)> answered);
    void openPrompt();
    void claimReader();
    void startVerifying();
    void leaveReader();
    void readerIsFree();
    void serviceGone();
    void matched();
    void finish(Outcome outcome);

    KeyFile &keys_;
    const Clock &clock_;
    std::optional<QDBusConnection> bus_; ///< of its own, so that leaving it leaves the reader
    QString reader_;
    QStringList fingers_;
    std::function<void(Outcome)> done_;
    /// The next prompt waits until the reader of the last one is free: fprintd takes its time to stop.
    enum class Hold { Free, Claiming, Claimed, Leaving };
    Hold hold_ = Hold::Free;
    int prompt_ = 0;
    QDBusServiceWatcher watch_;
    QTimer patience_;
    std::unique_ptr<crypto::PrivateKey> released_;
    int misses_ = 0;
    Milliseconds lockedUntil_{};
};

} // namespace smartca::platform
