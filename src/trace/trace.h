// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "journey/activation/advance.h"

namespace smartca::trace {

/// One thing that happened and the stage it led to.
struct Entry {
    UtcTime at;
    journey::activation::Event event;
    journey::activation::State after;
};

/// The newest entries of one activation, in order; oldest dropped beyond the capacity.
class Trace {
public:
    explicit Trace(std::size_t capacity = 2000) : capacity_(capacity) {}
    void add(Entry entry);
    [[nodiscard]] const std::vector<Entry> &entries() const { return entries_; }
    /// One JSON line per entry: {"at","event":{…},"state","code"?}.
    [[nodiscard]] std::string toJsonLines() const;

private:
    std::size_t capacity_;
    std::vector<Entry> entries_;
};

/// {"at","event","state","code"?}: the line of smartca-cli --json (names only; frozen in docs/protocol.md).
[[nodiscard]] std::string jsonLine(const Entry &entry);

/// Feeds the events to advance() again: the states must be those of the trace. The index of the first that
/// differs, or nothing.
[[nodiscard]] std::optional<std::size_t> firstDifference(const journey::activation::State &start,
                                                         const std::vector<Entry> &entries);

} // namespace smartca::trace
