// SPDX-License-Identifier: Apache-2.0
#include "trace/trace.h"

namespace smartca::trace {

using namespace journey::activation;

void Trace::add(Entry entry)
{
    if (capacity_ == 0)
        return;
    if (entries_.size() == capacity_)
        entries_.erase(entries_.begin());
    entries_.push_back(std::move(entry));
}

std::string Trace::toJsonLines() const
{
    std::string lines;
    for (const auto &entry : entries_) {
        Json json{{"at", toRfc3339(entry.at)},
                  {"event", toJson(entry.event)},
                  {"state", std::string(nameOf(entry.after.stage))}};
        if (entry.after.failure)
            json["code"] = std::string(codeText(entry.after.failure->code));
        lines.append(toText(json)).push_back('\n');
    }
    return lines;
}

std::string jsonLine(const Entry &entry)
{
    Json json{{"at", toRfc3339(entry.at)},
              {"event", std::string(nameOf(entry.event))},
              {"state", std::string(nameOf(entry.after.stage))}};
    if (entry.after.failure)
        json["code"] = std::string(codeText(entry.after.failure->code));
    return toText(json);
}

std::optional<std::size_t> firstDifference(const State &start, const std::vector<Entry> &entries)
{
    const auto *before = &start;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (!(advance(*before, entries[i].event).next == entries[i].after))
            return i;
        before = &entries[i].after;
    }
    return std::nullopt;
}

} // namespace smartca::trace
