// SPDX-License-Identifier: Apache-2.0
#include "sandbox/store/database.h"

#include "sandbox/store/connection.h"
#include "sandbox/store/write_queue.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace smartca::sandbox {

struct Database::Inside {
    std::filesystem::path file;
    std::atomic<std::uint64_t> statements = 0;
    std::unique_ptr<WriteQueue> writer;
    std::mutex mutex;
    std::vector<std::unique_ptr<Session>> idleReaders;

    Result<std::unique_ptr<Session>> reader()
    {
        {
            const std::lock_guard lock(mutex);
            if (!idleReaders.empty()) {
                auto session = std::move(idleReaders.back());
                idleReaders.pop_back();
                return session;
            }
        }
        return connect(file, Access::Read, statements);
    }
};

namespace {

/// SQLite gives the files it puts beside it (-wal, -shm) the mode of the first.
Outcome makePrivateFile(const std::filesystem::path &file)
{
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return tl::unexpected(serviceFault("cannot make the database file"));
    ::fchmod(descriptor, 0600);
    ::close(descriptor);
    return {};
}

} // namespace

Database::Database(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path &file,
                                                 const std::vector<Migrations> &rooms)
{
    SMARTCA_CHECK(makePrivateFile(file));
    auto inside = std::make_unique<Inside>();
    inside->file = file;
    SMARTCA_TRY(auto session, connect(file, Access::Write, inside->statements));
    SMARTCA_CHECK(migrate(*session, rooms));
    inside->writer = std::make_unique<WriteQueue>(std::move(session));
    return std::unique_ptr<Database>(new Database(std::move(inside)));
}

Outcome Database::write(const std::function<bool(Session &)> &work)
{
    return inside_->writer->run(work);
}

Outcome Database::look(const std::function<void(Session &)> &work)
{
    SMARTCA_TRY(auto session, inside_->reader());
    try {
        session->run("BEGIN");
        work(*session);
        session->run("COMMIT");
    } catch (const std::exception &error) {
        return tl::unexpected(serviceFault("reading failed: " + reasonOf(error)));
    }
    const std::lock_guard lock(inside_->mutex);
    inside_->idleReaders.push_back(std::move(session));
    return {};
}

Result<bool> Database::forgetOldVersions()
{
    // On a connection of its own, which waits for readers only for a moment: writers stand still meanwhile.
    SMARTCA_TRY(const auto session, connect(inside_->file, Access::Write, inside_->statements));
    try {
        return truncateLog(*session);
    } catch (const std::exception &error) {
        return tl::unexpected(serviceFault("the log is not cut off: " + reasonOf(error)));
    }
}

std::uint64_t Database::statementCount() const
{
    return inside_->statements;
}

std::uint64_t Database::commitCount() const
{
    return inside_->writer->commits();
}

} // namespace smartca::sandbox
