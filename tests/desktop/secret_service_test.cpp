// SPDX-License-Identifier: Apache-2.0
// The secret store over QtKeychain and the real gnome-keyring-daemon.
#include "platform/linux/linux_device.h"
#include "platform/linux/sealed_secret_store.h"
#include "platform/linux/wrapping_key.h"
#include "tests/unit/device/scratch.h"

#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVirtualObject>
#include <QElapsedTimer>
#include <QThread>
#include <QTimer>

#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>

namespace smartca::test {
namespace {

using platform::SealedSecretStore;
const QString secrets = QStringLiteral("org.freedesktop.secrets");
const QString secretsPath = QStringLiteral("/org/freedesktop/secrets");
const QString secretsInterface = QStringLiteral("org.freedesktop.Secret.Service");

QDBusMessage ask(const QString &service, const QString &path, const QString &interface, const QString &method,
                 const QVariantList &arguments)
{
    auto message = QDBusMessage::createMethodCall(service, path, interface, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message);
}

/// As the screen's lock or the person does it.
bool lockKeyring()
{
    const QDBusReply<QDBusObjectPath> collection =
        ask(secrets, secretsPath, secretsInterface, "ReadAlias", {QStringLiteral("default")});
    if (!collection.isValid() || collection.value().path() == QLatin1String("/"))
        return false;
    const auto answer = ask(secrets, secretsPath, secretsInterface, "Lock",
                            {QVariant::fromValue(QList<QDBusObjectPath>{collection.value()})});
    return answer.type() == QDBusMessage::ReplyMessage &&
           qdbus_cast<QList<QDBusObjectPath>>(answer.arguments().constFirst()).size() == 1;
}

/// Kills the real daemon and waits until the bus knows.
bool killKeyring()
{
    const QString bus = QStringLiteral("org.freedesktop.DBus");
    const QString path = QStringLiteral("/org/freedesktop/DBus");
    const QDBusReply<unsigned> daemon = ask(bus, path, bus, "GetConnectionUnixProcessID", {secrets});
    if (!daemon.isValid() || ::kill(static_cast<pid_t>(daemon.value()), SIGKILL) != 0)
        return false;
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < 10'000) {
        const QDBusReply<bool> there = ask(bus, path, bus, "NameHasOwner", {secrets});
        if (there.isValid() && !there.value())
            return true;
        ::usleep(10'000);
    }
    return false;
}

/// A Secret Service that is open and says so at once, and to everything else says no after `delay`.
class LateService final : public QDBusVirtualObject {
public:
    explicit LateService(Milliseconds delay) : delay_(delay) {}

    [[nodiscard]] QString introspect(const QString & /*path*/) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        if (message.member() == QLatin1String("ReadAlias"))
            return bus.send(message.createReply(QVariant::fromValue(QDBusObjectPath("/collection"))));
        if (message.member() == QLatin1String("Get"))
            return bus.send(message.createReply(QVariant::fromValue(QDBusVariant(false))));
        const auto refuse = [this, message, bus] {
            bus.send(message.createErrorReply(QDBusError::Failed, QStringLiteral("late")));
            ++answered;
        };
        QMetaObject::invokeMethod(this, [this, refuse] { QTimer::singleShot(delay_, this, refuse); });
        return true;
    }

    std::atomic<int> answered = 0;

private:
    Milliseconds delay_;
};

/// Entries that the Secret Service keeps for the app.
int entriesOfOurs()
{
    using Attributes = QMap<QString, QString>;
    qDBusRegisterMetaType<Attributes>();
    const auto answer =
        ask(secrets, secretsPath, secretsInterface, "SearchItems",
            {QVariant::fromValue(Attributes{{QStringLiteral("server"), QStringLiteral("SmartCA")}})});
    int count = 0;
    for (const auto &found : answer.arguments())
        count += static_cast<int>(qdbus_cast<QList<QDBusObjectPath>>(found).size());
    return count;
}

void keepSecret(const Scratch &home)
{
    SealedSecretStore store(home.path());
    ASSERT_EQ(store.describe(), "secret-service");
    ASSERT_TRUE(store.write("journal", SecretBytes::fromText("secret")));
}

TEST(SecretService, keeps_the_key_and_leaves_none_in_the_home)
{
    const Scratch home;
    keepSecret(home);
    EXPECT_EQ(entriesOfOurs(), 1);
    EXPECT_FALSE(std::filesystem::exists(home.file("store.key")));
    SealedSecretStore again(home.path());
    EXPECT_EQ(again.describe(), "secret-service");
    EXPECT_EQ(again.read("journal").value().value().text(), "secret");
}

TEST(SecretService, removed_secret_is_gone_and_the_others_stay)
{
    const Scratch home;
    keepSecret(home);
    SealedSecretStore store(home.path());
    ASSERT_TRUE(store.write("other", SecretBytes::fromText("stays")));
    ASSERT_TRUE(store.remove("journal"));
    SealedSecretStore again(home.path());
    EXPECT_FALSE(again.read("journal").value().has_value());
    EXPECT_EQ(again.read("other").value().value().text(), "stays");
}

TEST(SecretService, two_homes_of_one_person_have_a_key_each)
{
    const Scratch one;
    const Scratch other;
    keepSecret(one);
    keepSecret(other);
    EXPECT_EQ(entriesOfOurs(), 2);
    ASSERT_TRUE(platform::forgetWrappingKey(one.path()));
    EXPECT_EQ(entriesOfOurs(), 1);
    EXPECT_EQ(SealedSecretStore(other.path()).read("journal").value().value().text(), "secret");
}

TEST(SecretService, keys_of_the_device_come_back_through_it_and_claim_no_more_than_software)
{
    const Scratch home;
    std::string thumbprint;
    {
        auto device = std::move(platform::makeLinuxDevice(home.path()).value());
        ASSERT_EQ(device.secrets->describe(), "secret-service");
        auto keys = std::move(device.keys->loadOrCreate().value());
        EXPECT_EQ(keys->level(), device::KeyLevel::Software);
        thumbprint = keys->deviceKey().publicKey().thumbprint();
    }
    auto device = std::move(platform::makeLinuxDevice(home.path()).value());
    EXPECT_EQ(device.keys->load().value()->deviceKey().publicKey().thumbprint(), thumbprint);
}

TEST(SecretService, locked_after_the_home_was_made_is_a_store_that_cannot_be_used_and_changes_nothing)
{
    const Scratch home;
    keepSecret(home);
    ASSERT_TRUE(lockKeyring());
    SealedSecretStore store(home.path());
    EXPECT_EQ(store.read("journal").error().code, FailureCode::KeyStoreUnusable);
    EXPECT_EQ(store.write("journal", SecretBytes::fromText("x")).error().code, FailureCode::KeyStoreUnusable);
    EXPECT_EQ(store.remove("journal").error().code, FailureCode::KeyStoreUnusable);
    EXPECT_EQ(store.describe().rfind("unusable", 0), 0U);
    EXPECT_FALSE(std::filesystem::exists(home.file("store.key")));
}

TEST(SecretService, locked_when_a_home_is_made_leaves_the_key_in_a_file_and_says_so)
{
    const Scratch home;
    ASSERT_TRUE(lockKeyring());
    SealedSecretStore store(home.path());
    EXPECT_EQ(store.describe(), "sealed-file");
    ASSERT_TRUE(store.write("journal", SecretBytes::fromText("secret")));
    EXPECT_EQ(SealedSecretStore(home.path()).read("journal").value().value().text(), "secret");
}

TEST(SecretService, gone_after_the_home_was_made_is_a_store_that_cannot_be_used)
{
    const Scratch home;
    keepSecret(home);
    ASSERT_TRUE(killKeyring());
    SealedSecretStore store(home.path());
    EXPECT_EQ(store.read("journal").error().code, FailureCode::KeyStoreUnusable);
    EXPECT_FALSE(std::filesystem::exists(home.file("store.key")));
}

TEST(SecretService, gone_when_a_home_is_made_leaves_the_key_in_a_file_and_says_so)
{
    const Scratch home;
    ASSERT_TRUE(killKeyring());
    EXPECT_EQ(SealedSecretStore(home.path()).describe(), "sealed-file");
}

TEST(SecretService, entry_deleted_by_the_person_is_keys_that_are_not_on_this_device)
{
    const Scratch home;
    keepSecret(home);
    const auto kind = std::filesystem::path(home.file("secret-store"));
    std::filesystem::copy(kind, home.file("kept"));
    ASSERT_TRUE(platform::forgetWrappingKey(home.path()));
    std::filesystem::rename(home.file("kept"), kind); // the home as it was, the entry gone
    EXPECT_EQ(SealedSecretStore(home.path()).read("journal").error().code, FailureCode::KeysNotOnDevice);
}

TEST(SecretService, answer_after_the_time_is_over_finds_nobody)
{
    const Scratch home;
    keepSecret(home);
    ASSERT_TRUE(killKeyring());
    QThread thread;
    LateService late{Milliseconds(2500)};
    late.moveToThread(&thread);
    thread.start();
    auto bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("late"));
    const auto serve = [&] {
        return bus.registerVirtualObject(QStringLiteral("/"), &late, QDBusConnection::SubPath) &&
               bus.registerService(secrets);
    };
    bool serving = false;
    QMetaObject::invokeMethod(&late, serve, Qt::BlockingQueuedConnection, &serving);
    ASSERT_TRUE(serving);

    SealedSecretStore store(home.path());

    EXPECT_EQ(store.read("journal").error().code, FailureCode::KeyStoreUnusable);
    QElapsedTimer since;
    since.start();
    while (late.answered == 0 && since.elapsed() < 10'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    EXPECT_GT(late.answered, 0);
    for (since.restart(); since.elapsed() < 300;) // whoever still waits for the answer gets it here
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    thread.quit();
    thread.wait();
}

} // namespace
} // namespace smartca::test
