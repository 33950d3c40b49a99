// SPDX-License-Identifier: Apache-2.0
#include "tests/memory/memory_scan.h"
#include "tests/memory/service_process.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <fstream>
#include <thread>

namespace smartca::test {
namespace {

/// Longer than the command line asks a service that keeps silent: five times for 20 s, and the pauses
/// between.
constexpr int patienceMs = 150'000;
constexpr int mostWrites = 200;

/// smartca-cli activate, stopped by a pipe nobody reads where it wants to write a file.
class CommandLine {
public:
    CommandLine(const ServiceProcess &service, const testing::Person &mail, const std::string &stopAt,
                const char *errors = "cli.log")
    {
        const auto path = [&](const char *name) {
            return QString::fromStdString(service.scratch.file(name));
        };
        process_.setStandardErrorFile(path(errors), QIODevice::Append);
        process_.start(QStringLiteral(SMARTCA_CLI_PROGRAM),
                       {QStringLiteral("activate"), QStringLiteral("--json"), QStringLiteral("--profile"),
                        QString::fromStdString(service.profilePath), QStringLiteral("--home"), path("home"),
                        QStringLiteral("--out"), path("record.pdf")});
        process_.waitForStarted(patienceMs);
        // It reads its input first, so these are there before it writes; it numbers what it is writing.
        const auto begin = stopAt + '.' + std::to_string(process_.processId()) + '-';
        for (int i = 1; i <= mostWrites; ++i)
            ::mkfifo((begin + std::to_string(i) + ".new").c_str(), 0600);
        tell(R"({"username":")");
        tell(mail.username.text());
        tell(R"(","activationCode":")");
        tell(mail.code.text());
        tell(R"(","password":"Song-Hong-29","pin":")");
        for (std::size_t i = 0; i < 6; ++i) {
            const char digit = static_cast<char>(thePin.character(i));
            tell({&digit, 1});
        }
        tell(R"("})");
        process_.closeWriteChannel();
    }
    ~CommandLine()
    {
        process_.kill();
        process_.waitForFinished(patienceMs);
    }
    CommandLine(const CommandLine &) = delete;
    CommandLine &operator=(const CommandLine &) = delete;

    bool waitFor(const char *said)
    {
        while (process_.canReadLine() || process_.waitForReadyRead(patienceMs))
            while (process_.canReadLine())
                if (process_.readLine().contains(said))
                    return true;
        return false;
    }
    /// Until it waits to write its error; false when it does not come to that.
    [[nodiscard]] bool waitsToTellItsError() const
    {
        const auto path = "/proc/" + std::to_string(process_.processId()) + "/syscall";
        for (int i = 0; i < patienceMs / 10; ++i) {
            std::string call;
            std::string descriptor;
            std::ifstream(path) >> call >> descriptor;
            if (call == std::to_string(SYS_write) && descriptor == "0x2")
                return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        return false;
    }
    [[nodiscard]] ScanReport scan() const
    {
        return scanMemory(static_cast<pid_t>(process_.processId()), thePin);
    }

private:
    void tell(std::string_view text)
    {
        process_.write(text.data(), static_cast<qint64>(text.size()));
        process_.waitForBytesWritten(patienceMs);
    }

    QProcess process_;
};

/// A pipe that is full and that nobody reads: who writes to it waits.
class FullPipe {
public:
    explicit FullPipe(const std::string &path)
    {
        ::mkfifo(path.c_str(), 0600);
        descriptor_ = ::open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
        while (::write(descriptor_, "x", 1) == 1)
            ;
    }
    ~FullPipe() { ::close(descriptor_); }
    FullPipe(const FullPipe &) = delete;
    FullPipe &operator=(const FullPipe &) = delete;

private:
    int descriptor_ = -1;
};

class CommandLineMemory : public ::testing::Test {
protected:
    void SetUp() override
    {
        if (qEnvironmentVariableIsSet("SMARTCA_SANITIZED"))
            GTEST_SKIP() << "sanitizers keep freed memory, and their shadow is terabytes";
        ASSERT_TRUE(service.ready());
        mail = service.mail();
    }

    /// Looks when all that is left to do is to tell of the failure.
    void expectNoCopyOnceFailed(const char *code) const
    {
        const FullPipe errors(service.scratch.file("errors"));
        CommandLine failing(service, mail, service.scratch.file("record.pdf"), "errors");
        ASSERT_TRUE(failing.waitFor(code));
        if (failing.scan().refused)
            GTEST_SKIP() << "the kernel lets nobody look into a process that forbids it";
        ASSERT_TRUE(failing.waitsToTellItsError());
        const auto report = failing.scan();
        EXPECT_GT(report.octets, std::size_t{1} << 20U);
        EXPECT_TRUE(report.copies.empty()) << describe(report);
    }

    ServiceProcess service;
    testing::Person mail;
};

TEST_F(CommandLineMemory, pin_lies_nowhere_once_the_run_has_failed)
{
    service.refuseCertificate();
    expectNoCopyOnceFailed("CRT-102");
}

TEST_F(CommandLineMemory, pin_lies_nowhere_once_the_service_has_kept_silent_too_long)
{
    service.freeze();
    expectNoCopyOnceFailed("NET-104");
}

TEST_F(CommandLineMemory, pin_lies_in_secure_memory_alone_and_nowhere_after_success)
{
    const auto home = service.scratch.file("home");
    ASSERT_EQ(::mkdir(home.c_str(), 0700), 0);
    {
        CommandLine beginning(service, mail, home + "/journal.sealed");
        ASSERT_TRUE(beginning.waitFor("redeeming"));
        const auto report = beginning.scan();
        if (report.refused)
            GTEST_SKIP() << "the kernel lets nobody look into a process that forbids it";
        EXPECT_EQ(report.copies.size(), 1U) << "given and not yet used: " << describe(report);
        for (const auto &copy : report.copies)
            EXPECT_TRUE(copy.secure) << describe(report);
    }
    // It will wait here, with the signed record in its hands.
    CommandLine whole(service, mail, service.scratch.file("record.pdf"));
    ASSERT_TRUE(whole.waitFor("\"active\""));
    const auto report = whole.scan();
    EXPECT_GT(report.octets, std::size_t{1} << 20U);
    EXPECT_TRUE(report.copies.empty()) << describe(report);
}

} // namespace
} // namespace smartca::test
