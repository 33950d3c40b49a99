// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"

#include <tl/expected.hpp>

#include <string>

/// The one way a file is written whole: a reader finds the old octets or the new ones, never a mixture. The
/// rooms above say in their own failures what the system refused.
namespace smartca {

/// What the system refused.
struct FileError {
    std::string what; ///< "cannot write"
    int error;        ///< of errno
};
using FileOutcome = tl::expected<void, FileError>;

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    [[nodiscard]] int get() const { return fd_; }
    [[nodiscard]] bool good() const { return fd_ >= 0; }
    /// Some file systems report a failed write only here.
    bool close();

private:
    int fd_;
};

enum class Lasting {
    Synced,  ///< through a power cut too, and before anything that is written later
    Unsynced ///< through the end of this program
};

/// Temporary file (0600) beside `path`, with Synced its fsync, rename, with Synced fsync of the folder. The
/// temporary name is no other writer's, in this process or another ("journal.sealed.4711-3.new"), and gone
/// when this fails; the old file then still stands.
[[nodiscard]] FileOutcome replaceFile(const std::string &path, BytesView content,
                                      Lasting lasting = Lasting::Synced);

/// The same, Synced, but a file that stands there already stays and that is no failure: of two that come at
/// once, one writes it and both find the same.
[[nodiscard]] FileOutcome createFile(const std::string &path, BytesView content);

/// What was renamed or removed in the folder of `path` lasts from here on.
[[nodiscard]] FileOutcome syncFolderOf(const std::string &path);

/// Takes away what a replaceFile of a process that no longer runs left in `folder`.
void removeUnfinished(const std::string &folder);

} // namespace smartca
