// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "device/device.h"

namespace smartca::client {

/// One file of the home folder, sealed with AES-256-GCM under a key of the device's secret store, written
/// durably. `context` names what the file is and its version, so that one file cannot stand for another.
class SealedFile {
public:
    SealedFile(std::string path, std::string_view context, device::SecretStore &secrets)
        : path_(std::move(path)), context_(context), secrets_(secrets)
    {}

    /// `content` is nothing and `damaged` true for a file that cannot be opened; both empty when there is
    /// none.
    struct Loaded {
        std::optional<SecretBytes> content;
        bool damaged = false;
    };
    /// Failures of the disk and of the secret store alone.
    [[nodiscard]] Result<Loaded> load() const;
    [[nodiscard]] Outcome save(BytesView content) const;
    [[nodiscard]] Outcome remove() const;
    [[nodiscard]] bool exists() const;

private:
    std::string path_;
    std::string_view context_;
    device::SecretStore &secrets_;
};

} // namespace smartca::client
