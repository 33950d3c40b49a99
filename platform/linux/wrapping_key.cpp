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

/// How a keychain job ended.
struct Ended {
    QKeychain::Error error = QKeychain::OtherError;
    std::string text = "no answer in time";
    QByteArray value = {}; ///< of a job that reads
};

/// Runs a keychain job to its end in a loop of its own. A job cannot be taken back: one that is late is left
/// to itself, deletes itself when its answer comes, and finds nobody who listens any more.
template<class Job>
Ended finish(Job *job)
{
    QEventLoop loop;
    std::optional<Ended> ended;
    QObject::connect(job, &QKeychain::Job::finished, &loop, [&] {
        ended = Ended{.error = job->error(), .text = job->errorString().toStdString()};
        if constexpr (std::is_same_v<Job, QKeychain::ReadPasswordJob>)
            ended->value = job->binaryData();
        loop.quit();
    });
    QTimer::singleShot(keychainTimeoutMs, &loop, &QEventLoop::quit);
    job->start();
    if (!ended)
        loop.exec(QEventLoop::ExcludeUserInputEvents);
    return ended.value_or(Ended{});
}

/// Deleted by itself at its end.
template<class Job>
Job *jobFor(const std::string &entry)
{
    auto *job = new Job(keychainService);
    job->setKey(QString::fromStdString(entry));
    return job;
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
    const auto read = finish(jobFor<QKeychain::ReadPasswordJob>(entry));
    if (read.error == QKeychain::EntryNotFound)
        return tl::unexpected(device::keysNotOnDevice("the Secret Service has no key of this home"));
    if (read.error != QKeychain::NoError)
        return tl::unexpected(device::keyStoreUnusable("the Secret Service does not answer: " + read.text));
    const auto &value = read.value;
    SecretBytes key(BytesView(reinterpret_cast<const std::uint8_t *>(value.constData()),
                              static_cast<std::size_t>(value.size())));
    // Where they lie: the job may still hold them too, and data() would make a copy to wipe.
    smartca::wipe(const_cast<char *>(value.constData()), static_cast<std::size_t>(value.size()));
    if (key.size() != keySize)
        return tl::unexpected(device::keysNotOnDevice("the Secret Service's entry is not a key of ours"));
    return key;
}

bool writeToSecretService(const std::string &entry, const SecretBytes &key)
{
    auto *job = jobFor<QKeychain::WritePasswordJob>(entry);
    job->setBinaryData(
        QByteArray(reinterpret_cast<const char *>(key.view().data()), static_cast<qsizetype>(key.size())));
    return finish(job).error == QKeychain::NoError;
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
        if (secretServiceIsOpen()) // else an entry that nobody can use any more stays
            static_cast<void>(finish(jobFor<QKeychain::DeletePasswordJob>((*kind)->entry)));
    }
    SMARTCA_CHECK(device::removeDurably(kindPath(home)));
    return device::removeDurably(keyPath(home));
}

} // namespace smartca::platform
