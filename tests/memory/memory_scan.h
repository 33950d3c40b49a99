// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace smartca::test {

/// Six digits that lie nowhere in this process in the clear: each is kept under a mask, and unmasked one at a
/// time.
class MaskedPin {
public:
    /// `masked[i]` is the digit's character, exclusive-or'ed with `mask`.
    explicit constexpr MaskedPin(std::array<std::uint8_t, 6> masked) : masked_(masked) {}
    [[nodiscard]] std::uint8_t character(std::size_t i) const
    {
        const volatile std::uint8_t hidden = masked_[i];
        return hidden ^ mask;
    }
    static constexpr std::uint8_t mask = 0xA5;

private:
    std::array<std::uint8_t, 6> masked_;
};

/// "739164" and "739148", but not to be found so.
inline constexpr MaskedPin thePin({0x92, 0x96, 0x9C, 0x94, 0x93, 0x91});
inline constexpr MaskedPin aWrongPin({0x92, 0x96, 0x9C, 0x94, 0x91, 0x9D});

struct Copy {
    std::uint64_t at = 0;
    int width = 1;       ///< octets of a character: 1 UTF-8, 2 UTF-16LE as in a QString, 4 UTF-32
    bool secure = false; ///< in memory kept from core dumps: OpenSSL's secure heap
    std::string region;  ///< its line in /proc/PID/smaps
};

struct ScanReport {
    std::vector<Copy> copies;
    std::size_t octets = 0;     ///< read
    std::size_t unreadable = 0; ///< octets of writable memory that the kernel refused
    bool refused = false;       ///< the process may not be looked into at all
};

/// Reads all memory of a process that a copy could lie in (everything writable and everything without a
/// file: heap, stacks, anonymous, secure heap, data) with process_vm_readv, and looks for the PIN in UTF-8,
/// UTF-16LE and UTF-32LE.
[[nodiscard]] ScanReport scanMemory(pid_t process, const MaskedPin &pin);

/// For messages: where copies lie; never what they are.
[[nodiscard]] std::string describe(const ScanReport &report);

} // namespace smartca::test
