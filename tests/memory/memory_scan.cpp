// SPDX-License-Identifier: Apache-2.0
#include "tests/memory/memory_scan.h"

#include <sys/mman.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cinttypes>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <sstream>

namespace smartca::test {
namespace {

constexpr std::size_t bufferSize = 1UL << 20U;
constexpr std::size_t pageSize = 4096;
constexpr std::size_t pinDigits = 6;
constexpr std::size_t overlap = 4 * pinDigits;

struct Region {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    bool secure = false;
    std::string line;
};

bool mayHoldACopy(const std::string &access, std::uint64_t inode, const std::string &name)
{
    const bool kernels = name.starts_with("[v"); // vvar, vdso, vsyscall
    return access[0] == 'r' && !kernels && (access[1] == 'w' || inode == 0);
}

std::vector<Region> regionsOf(pid_t process)
{
    std::ifstream smaps("/proc/" + std::to_string(process) + "/smaps");
    std::vector<Region> regions;
    bool wanted = false;
    for (std::string line; std::getline(smaps, line);) {
        Region region;
        std::array<char, 8> access{};
        std::uint64_t inode = 0;
        int name = 0;
        // "55d0c0-55d0c1 rw-p 00000000 fe:01 1234 /path"
        const int fields = std::sscanf(line.c_str(), "%" SCNx64 "-%" SCNx64 " %7s %*x %*s %" SCNu64 " %n",
                                       &region.begin, &region.end, access.data(), &inode, &name);
        if (fields == 4) {
            wanted = mayHoldACopy(access.data(), inode, line.substr(static_cast<std::size_t>(name)));
            region.line = line;
            if (wanted)
                regions.push_back(std::move(region));
        } else if (wanted && line.starts_with("VmFlags:")) {
            regions.back().secure = line.find(" dd") != std::string::npos;
        }
    }
    return regions;
}

/// Where the scan reads into: shared, so that it never melts into a neighbour, and left out of the search.
class Buffer {
public:
    Buffer() : memory_(::mmap(nullptr, bufferSize, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0))
    {}
    ~Buffer() { ::munmap(memory_, bufferSize); }
    Buffer(const Buffer &) = delete;
    Buffer &operator=(const Buffer &) = delete;
    [[nodiscard]] std::uint8_t *data() const { return static_cast<std::uint8_t *>(memory_); }
    [[nodiscard]] bool within(const Region &region) const
    {
        const auto begin = reinterpret_cast<std::uintptr_t>(memory_);
        return region.begin <= begin && begin < region.end;
    }

private:
    void *memory_;
};

bool isAt(const std::uint8_t *place, std::size_t left, const MaskedPin &pin, std::size_t width)
{
    if (left < pinDigits * width)
        return false;
    for (std::size_t i = 0; i < pinDigits; ++i) {
        const auto *character = place + i * width;
        if (*character != pin.character(i) ||
            !std::all_of(character + 1, character + width, [](auto octet) { return octet == 0; }))
            return false;
    }
    return true;
}

void search(const std::uint8_t *data, std::size_t size, std::uint64_t at, const Region &region,
            const MaskedPin &pin, std::vector<Copy> &copies)
{
    const auto *const end = data + size;
    for (const auto *place = data; place < end; ++place) {
        place = static_cast<const std::uint8_t *>(
            std::memchr(place, pin.character(0), static_cast<std::size_t>(end - place)));
        if (place == nullptr)
            return;
        for (const int width : {1, 2, 4}) {
            const auto address = at + static_cast<std::uint64_t>(place - data);
            const bool known = std::any_of(copies.begin(), copies.end(),
                                           [&](const Copy &copy) { return copy.at == address; });
            if (!known &&
                isAt(place, static_cast<std::size_t>(end - place), pin, static_cast<std::size_t>(width)))
                copies.push_back({address, width, region.secure, region.line});
        }
    }
}

void scanRegion(pid_t process, const Region &region, const Buffer &buffer, const MaskedPin &pin,
                ScanReport &report)
{
    auto at = region.begin;
    while (at < region.end) {
        const auto size = std::min<std::uint64_t>(bufferSize, region.end - at);
        iovec here{buffer.data(), size};
        iovec there{reinterpret_cast<void *>(at), size};
        const auto got = ::process_vm_readv(process, &here, 1, &there, 1, 0);
        if (got <= 0) {
            report.refused = report.refused || errno == EPERM;
            const auto skipped = std::min<std::uint64_t>(pageSize, region.end - at);
            report.unreadable += skipped;
            at += skipped;
            continue;
        }
        const auto count = static_cast<std::uint64_t>(got);
        search(buffer.data(), count, at, region, pin, report.copies);
        report.octets += count;
        // A copy may lie across two pieces.
        at += at + count < region.end && count > overlap ? count - overlap : count;
    }
}

} // namespace

ScanReport scanMemory(pid_t process, const MaskedPin &pin)
{
    ScanReport report;
    const Buffer buffer;
    const auto regions = regionsOf(process);
    report.refused = regions.empty(); // there is always one where its list may be read
    for (const auto &region : regions) {
        const bool own = process == ::getpid() && buffer.within(region);
        if (!own && !report.refused)
            scanRegion(process, region, buffer, pin, report);
    }
    return report;
}

std::string describe(const ScanReport &report)
{
    std::ostringstream text;
    text << report.copies.size() << " copies in " << report.octets << " octets";
    for (const auto &copy : report.copies)
        text << "\n  " << std::hex << copy.at << " UTF-" << std::dec << 8 * copy.width
             << (copy.secure ? " secure" : " NOT SECURE") << " in " << copy.region;
    return text.str();
}

} // namespace smartca::test
