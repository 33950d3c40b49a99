// SPDX-License-Identifier: Apache-2.0
#include "platform/linux/wrapping_key.h"

#include "crypto/random.h"
#include "device/durable_file.h"
#include "device/failures.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusInterface>
#include <QDBusReply>
#include <QDBusVariant>
#include <QEventLoop>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <filesystem>

namespace smartca::platform {
namespace {

constexpr std::size_t keySize = 32;
constexpr std::string_view secretServiceKind = "secret-service";
constexpr std::string_view fileKind = "sealed-file";
constexpr int dbusTimeoutMs = 500;
constexpr int keychainTimeoutMs = 2000;
const QString keychainService = QStringLiteral("SmartCA");

std::string kindPath(const std::string &home)
{
    return home + "/secret-store";
}

std::string keyPath(const std::string &home)
{
    return home + "/store.key";
}

bool exists(const std::string &path)
{
    std::error_code error;
    return std::filesystem::exists(path, error) || error; // what cannot be looked at may be there
}

/// "secret-service <id>" or "sealed-file": how this home was made.
struct Kind {
    std::string name;
    std::string entry; ///< of the Secret Service
};

Result<std::optional<Kind>> readKind(const std::string &home)
{
    SMARTCA_TRY(const auto content, device::readWhole(kindPath(home), 256));
    if (!content)
        return std::nullopt;
    const std::string text = trimmed(asText(*content));
    const auto space = text.find(' ');
    Kind kind{.name = text.substr(0, space), .entry = {}};
    if (space != std::string::npos)
        kind.entry = text.substr(space + 1);
    if (kind.name != fileKind && (kind.name != secretServiceKind || kind.entry.empty()))
        return tl::unexpected(device::keyStoreUnusable("secret-store names no kind of ours"));
    return kind;
}

/// Runs a keychain job to its end in a loop of its own; false when it does not end in time.
template<class Job>
bool finish(Job &job)
{
    QEventLoop loop;
    bool done = false;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, [&] {
        done = true;
        loop.quit();
    });
    QTimer::singleShot(keychainTimeoutMs, &loop, &QEventLoop::quit);
    job.setAutoDelete(false);
    job.start();
    if (!done)
        loop.exec(QEventLoop::ExcludeUserInputEvents);
    return done && job.error() == QKeychain::NoError;
}

/// A Secret Service that runs already (none is started) and whose default collection is open (nobody is asked
/// for a password).
bool secretServiceIsOpen()
{
    if (QCoreApplication::instance() == nullptr || qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return false;
    auto bus = QDBusConnection::sessionBus();
    const QString service = QStringLiteral("org.freedesktop.secrets");
    if (!bus.isConnected() || !bus.interface()->isServiceRegistered(service))
        return false;
    QDBusInterface secrets(service, QStringLiteral("/org/freedesktop/secrets"),
                           QStringLiteral("org.freedesktop.Secret.Service"), bus);
    secrets.setTimeout(dbusTimeoutMs);
    const QDBusReply<QDBusObjectPath> alias =
        secrets.call(QStringLiteral("ReadAlias"), QStringLiteral("default"));
    if (!alias.isValid() || alias.value().path() == QLatin1String("/"))
        return false;
    QDBusInterface collection(service, alias.value().path(),
                              QStringLiteral("org.freedesktop.DBus.Properties"), bus);
    collection.setTimeout(dbusTimeoutMs);
    const QDBusReply<QDBusVariant> locked = collection.call(
        QStringLiteral("Get"), QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked"));
    return locked.isValid() && !locked.value().variant().toBool();
}

Result<SecretBytes> readFromSecretService(const std::string &entry)
{
    if (!secretServiceIsOpen())
        return tl::unexpected(device::keyStoreUnusable("the Secret Service is gone or locked"));
    QKeychain::ReadPasswordJob job(keychainService);
    job.setKey(QString::fromStdString(entry));
    if (!finish(job)) {
        if (job.error() == QKeychain::EntryNotFound)
            return tl::unexpected(device::keysNotOnDevice("the Secret Service has no key of this home"));
        return tl::unexpected(device::keyStoreUnusable("the Secret Service does not answer: " +
                                                       job.errorString().toStdString()));
    }
    QByteArray value = job.binaryData();
    SecretBytes key(BytesView(reinterpret_cast<const std::uint8_t *>(value.constData()),
                              static_cast<std::size_t>(value.size())));
    smartca::wipe(value.data(), static_cast<std::size_t>(value.size()));
    if (key.size() != keySize)
        return tl::unexpected(device::keysNotOnDevice("the Secret Service's entry is not a key of ours"));
    return key;
}

bool writeToSecretService(const std::string &entry, const SecretBytes &key)
{
    QKeychain::WritePasswordJob job(keychainService);
    job.setKey(QString::fromStdString(entry));
    job.setBinaryData(
        QByteArray(reinterpret_cast<const char *>(key.view().data()), static_cast<qsizetype>(key.size())));
    return finish(job);
}

Result<SecretBytes> readFromFile(const std::string &home)
{
    SMARTCA_TRY(auto content, device::readWhole(keyPath(home), 4096));
    if (!content || content->size() != keySize)
        return tl::unexpected(device::keysNotOnDevice("the home's key file is gone"));
    SecretBytes key{BytesView(*content)};
    smartca::wipe(content->data(), content->size());
    return key;
}

Result<WrappingKey> makeKey(const std::string &home)
{
    WrappingKey made{.key = crypto::randomSecret(keySize), .kind = std::string(secretServiceKind)};
    const std::string entry = "home-" + crypto::randomUuid();
    std::string kindLine = made.kind + " " + entry + "\n";
    if (!secretServiceIsOpen() || !writeToSecretService(entry, made.key)) {
        made.kind = fileKind;
        kindLine = made.kind + "\n";
        SMARTCA_CHECK(device::writeDurably(keyPath(home), made.key.view()));
    }
    // The kind comes last: a crash before it leaves a fresh home, never one that waits for a key it has not.
    SMARTCA_CHECK(device::writeDurably(kindPath(home), asBytes(kindLine)));
    return made;
}

} // namespace

std::string sealedSecretsPath(const std::string &home)
{
    return home + "/secrets.sealed";
}

Result<WrappingKey> openWrappingKey(const std::string &home, FirstUse firstUse)
{
    SMARTCA_TRY(const auto kind, readKind(home));
    if (!kind && exists(keyPath(home))) {
        // Whether it fits is shown by what it opens. Nothing is written: a Secret Service may have the right
        // one.
        SMARTCA_TRY(auto key, readFromFile(home));
        return WrappingKey{.key = std::move(key), .kind = std::string(fileKind)};
    }
    if (!kind && (firstUse == FirstUse::LeavesAlone || exists(sealedSecretsPath(home))))
        return tl::unexpected(device::keysNotOnDevice("the home does not say where its key is"));
    if (!kind)
        return makeKey(home);
    auto key = kind->name == fileKind ? readFromFile(home) : readFromSecretService(kind->entry);
    if (!key)
        return tl::unexpected(key.error());
    return WrappingKey{.key = std::move(*key), .kind = kind->name};
}

Outcome forgetWrappingKey(const std::string &home)
{
    if (const auto kind = readKind(home); kind && *kind && (*kind)->name == secretServiceKind) {
        QKeychain::DeletePasswordJob job(keychainService);
        job.setKey(QString::fromStdString((*kind)->entry));
        static_cast<void>(secretServiceIsOpen() && finish(job)); // an entry nobody can use any more may stay
    }
    SMARTCA_CHECK(device::removeDurably(kindPath(home)));
    return device::removeDurably(keyPath(home));
}

} // namespace smartca::platform
