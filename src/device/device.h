// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "crypto/key.h"
#include "crypto/pin_key.h"
#include "device/home_lock.h"

#include <functional>
#include <memory>

namespace smartca::device {

/// How well a key is kept (docs/protocol.md §2.2: level "software" authorises nothing but what the sandbox's
/// policy names).
enum class KeyLevel { Software, Tpm, Tee, StrongBox, SecureEnclave };
[[nodiscard]] std::string_view nameOf(KeyLevel level);

/// D, S and H of one activation attempt. Made before the first request, durable from then on.
class IdentityKeys {
public:
    virtual ~IdentityKeys() = default;
    [[nodiscard]] virtual KeyLevel level() const = 0;
    /// D: signs DPoP proofs and the outside of registration and SAD.
    [[nodiscard]] virtual crypto::Signer &deviceKey() = 0;
    /// H: hardens every PIN guess.
    [[nodiscard]] virtual crypto::KeyedHash &hardwareHash() = 0;
    /// S: 32 random octets, sealed.
    [[nodiscard]] virtual Result<SecretBytes> salt() = 0;
    /// Keeps and compares H("check-v1" ‖ S): keepCheckValue at enrolment; checkPresent before every PIN use →
    /// KEY-101 on mismatch.
    [[nodiscard]] virtual Outcome keepCheckValue() = 0;
    [[nodiscard]] virtual Outcome checkPresent() = 0;
    /// Platform attestation over the server's challenge, base64; empty at the software level.
    [[nodiscard]] virtual std::vector<std::string> attest(BytesView challenge) = 0;
};

/// The device's key store: one identity at a time.
class KeyStore {
public:
    virtual ~KeyStore() = default;
    /// The identity that is there, or nothing. Failure KEY-101 when it was there and cannot be opened,
    /// KEY-102 when the store is broken.
    [[nodiscard]] virtual Result<std::unique_ptr<IdentityKeys>> load() = 0;
    /// Makes D, S and H and keeps them durably before it returns. An identity that exists is returned, not
    /// replaced.
    [[nodiscard]] virtual Result<std::unique_ptr<IdentityKeys>> loadOrCreate() = 0;
    /// D, S, H and B are gone afterwards.
    [[nodiscard]] virtual Outcome destroy() = 0;
};

/// Why a strong biometric cannot be used now.
enum class BiometricAvailability {
    Available,
    NoHardware,
    NoneEnrolled,
    NoScreenLock,
    LockedOut,
    ServiceMissing,
    WeakOnly
};
enum class BiometricKind { Fingerprint, Face };

/// The system's biometric prompt and B, the key it releases. Shaped like KeePassXC's quick unlock: available,
/// why not, make, use, reset.
class BiometricGate {
public:
    virtual ~BiometricGate() = default;
    [[nodiscard]] virtual BiometricAvailability availability() = 0;
    [[nodiscard]] virtual BiometricKind kind() const = 0;
    [[nodiscard]] virtual KeyLevel level() const = 0;
    /// Opens the system's prompt; on success makes B (an older B dies). `done` is called once, on the thread
    /// that called. Failures BIO-101 … BIO-106.
    virtual void createKey(std::function<void(Outcome)> done) = 0;
    /// B, usable for one signature after a prompt passed; nullptr when there is none.
    [[nodiscard]] virtual crypto::Signer *key() = 0;
    /// Closes an open prompt → BIO-102.
    virtual void cancel() = 0;
    [[nodiscard]] virtual Outcome destroyKey() = 0;
    /// Opens the system's page where a finger is enrolled; false when there is none to open.
    virtual bool openSettings() = 0;
};

/// Small secrets at rest: the key that seals the journal.
class SecretStore {
public:
    virtual ~SecretStore() = default;
    /// Nothing when there is no such entry.
    [[nodiscard]] virtual Result<std::optional<SecretBytes>> read(std::string_view name) = 0;
    [[nodiscard]] virtual Outcome write(std::string_view name, const SecretBytes &value) = 0;
    [[nodiscard]] virtual Outcome remove(std::string_view name) = 0;
    /// "secret-service", "sealed-file", …: for support.
    [[nodiscard]] virtual std::string describe() const = 0;
};

/// What the platform says of its own integrity; claims for the service to judge, never a decision here.
struct IntegrityReport {
    bool debuggerAttached = false;
    bool rooted = false;
    std::vector<std::string> signals;
};

/// Hides the window from screenshots and recordings, where the system can.
class ScreenGuard {
public:
    virtual ~ScreenGuard() = default;
    virtual void protect(bool on) = 0;
    [[nodiscard]] virtual bool effective() const = 0;
};

/// Opens what lies outside the app.
class Links {
public:
    virtual ~Links() = default;
    virtual bool dial(std::string_view phoneNumber) = 0;
    virtual bool openSystemSettings() = 0;
    /// Whether this device gets its programs from a store; where not, openStorePage() opens nothing.
    [[nodiscard]] virtual bool hasStorePage() const = 0;
    virtual bool openStorePage() = 0;
    virtual bool share(std::string_view filePath) = 0;
};

enum class Connectivity { Online, Offline, Unknown };
class Network {
public:
    virtual ~Network() = default;
    /// Whether the device is on a network that `host` could be reached by; a service on this very device
    /// needs none.
    [[nodiscard]] virtual Connectivity connectivity(std::string_view host) = 0;
};

struct DeviceDescription {
    std::string platform; ///< "linux"
    std::string model;
    std::string osVersion;
};

/// Everything a phone offers, in one hand.
struct Device {
    std::unique_ptr<FileLock> lock; ///< first, so that it is let go last
    std::unique_ptr<SecretStore> secrets;
    std::unique_ptr<KeyStore> keys;
    std::unique_ptr<BiometricGate> biometrics;
    std::unique_ptr<ScreenGuard> screen;
    std::unique_ptr<Links> links;
    std::unique_ptr<Network> network;
    std::unique_ptr<Clock> clock;
    DeviceDescription description;
    std::function<IntegrityReport()> integrity;
};

} // namespace smartca::device
