// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"

#include <filesystem>

namespace smartca::fuzz {

/// Where seeds go: tests/fuzz.
class SeedFolder {
public:
    explicit SeedFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}
    void seed(std::string_view target, std::string_view name, BytesView octets) const;
    void anchor(std::string_view name, BytesView octets) const;

private:
    std::filesystem::path folder_;
};

void writeMessageSeeds(const SeedFolder &folder);
void writeHomeSeeds(const SeedFolder &folder);
void writeJourneySeeds(const SeedFolder &folder);
void writeCryptoSeeds(const SeedFolder &folder);
void writePdfSeeds(const SeedFolder &folder);

} // namespace smartca::fuzz
