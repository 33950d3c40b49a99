// SPDX-License-Identifier: Apache-2.0
// smartca-fuzz-seeds DIR: writes corpus and anchors of the fuzz targets anew. Keys are made for the occasion.
#include "seeds/seeds.h"

#include <fstream>
#include <iostream>

namespace smartca::fuzz {
namespace {

void write(const std::filesystem::path &path, BytesView octets)
{
    std::filesystem::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char *>(octets.data()), static_cast<std::streamsize>(octets.size()));
}

} // namespace

void SeedFolder::seed(std::string_view target, std::string_view name, BytesView octets) const
{
    write(folder_ / "corpus" / target / name, octets);
}

void SeedFolder::anchor(std::string_view name, BytesView octets) const
{
    write(folder_ / "anchors" / name, octets);
}

} // namespace smartca::fuzz

int main(int count, char **arguments)
{
    if (count != 2) {
        std::cerr << "usage: smartca-fuzz-seeds DIR\n";
        return 2;
    }
    const smartca::fuzz::SeedFolder folder(arguments[1]);
    smartca::fuzz::writeMessageSeeds(folder);
    smartca::fuzz::writeHomeSeeds(folder);
    smartca::fuzz::writeJourneySeeds(folder);
    smartca::fuzz::writeCryptoSeeds(folder);
    smartca::fuzz::writePdfSeeds(folder);
    return 0;
}
