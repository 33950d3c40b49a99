// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"

namespace smartca::faults {

constexpr std::uint8_t applicationDataType = 23; // RFC 8446 §5.1

[[nodiscard]] inline bool isApplicationData(BytesView record)
{
    return !record.empty() && record.front() == applicationDataType;
}

/// Cuts a stream into TLS records: type, version, length, content (RFC 8446 §5.1).
class TlsRecords {
public:
    /// The records that are whole now.
    [[nodiscard]] std::vector<Bytes> take(BytesView octets)
    {
        constexpr std::size_t header = 5;
        pending_.insert(pending_.end(), octets.begin(), octets.end());
        std::vector<Bytes> records;
        std::size_t at = 0;
        while (pending_.size() - at >= header) {
            const std::size_t size =
                header + (static_cast<std::size_t>(pending_[at + 3]) << 8U) + pending_[at + 4];
            if (pending_.size() - at < size)
                break;
            const auto begin = pending_.begin() + static_cast<std::ptrdiff_t>(at);
            records.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(size));
            at += size;
        }
        pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(at));
        return records;
    }

private:
    Bytes pending_;
};

} // namespace smartca::faults
