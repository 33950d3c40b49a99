// SPDX-License-Identifier: Apache-2.0
#include "client/journal.h"

#include "base/failpoint.h"
#include "device/failures.h"
#include "journey/activation/advance.h"

namespace smartca::client {
namespace {

constexpr int journalVersion = 1;

Failure journalUnreadable(std::string detail)
{
    return {.code = FailureCode::JournalUnreadable, .detail = std::move(detail), .facts = {}};
}

Json toJson(const JournalEntry &entry)
{
    return {{"v", journalVersion},
            {"service", entry.serviceId},
            {"device", entry.deviceId},
            {"effect", entry.effect},
            {"key", entry.idempotencyKey},
            {"nonce", entry.timeStampNonce},
            {"state", journey::activation::toJson(entry.state)}};
}

Result<JournalEntry> entryFromJson(const Json &json)
{
    JournalEntry entry;
    JsonObject object(json, "journal");
    static_cast<void>(object.integer("v", journalVersion, journalVersion));
    entry.serviceId = object.text("service", 1, 128);
    entry.deviceId = object.text("device", 0, 64);
    entry.effect = object.text("effect", 0, 64);
    entry.idempotencyKey = object.text("key", 0, 64);
    entry.timeStampNonce = object.text("nonce", 0, 64);
    if (const auto *state = object.member("state")) {
        SMARTCA_TRY(entry.state, journey::activation::stateFromJson(*state));
    }
    return object.finish(std::move(entry));
}

} // namespace

std::string encode(const JournalEntry &entry)
{
    return toText(toJson(entry));
}

Result<JournalEntry> decodeJournal(std::string_view text)
{
    const auto json = parseJson(text);
    auto entry = json ? entryFromJson(*json) : tl::unexpected(json.error());
    if (!entry)
        return tl::unexpected(journalUnreadable(entry.error().detail));
    return entry;
}

Journal::Journal(const std::string &home, device::SecretStore &secrets)
    : file_(home + "/journal.sealed", "smartca-journal-v1", secrets)
{}

Result<std::optional<JournalEntry>> Journal::load() const
{
    SMARTCA_TRY(const auto loaded, file_.load());
    if (loaded.damaged)
        return tl::unexpected(journalUnreadable("not sealed by this installation, or changed"));
    if (!loaded.content)
        return std::nullopt;
    SMARTCA_TRY(auto entry, decodeJournal(loaded.content->text()));
    return std::optional(std::move(entry));
}

Outcome Journal::save(const JournalEntry &entry) const
{
    SMARTCA_FAILPOINT("client.journal.before");
    SMARTCA_CHECK(file_.save(asBytes(encode(entry))));
    SMARTCA_FAILPOINT("client.journal.after");
    return {};
}

Outcome Journal::remove() const
{
    return file_.remove();
}

Result<std::optional<JournalEntry>> journalOf(const std::string &home, const std::string &serviceId,
                                              device::Device &device)
{
    SMARTCA_TRY(auto entry, Journal(home, *device.secrets).load());
    if (!entry)
        return std::nullopt;
    if (entry->serviceId != serviceId)
        return tl::unexpected(journalForeign("the journal is of the service " + entry->serviceId));
    if (!entry->deviceId.empty()) {
        SMARTCA_TRY(const auto keys, device.keys->load());
        if (!keys)
            return tl::unexpected(device::keysNotOnDevice("the journal is there, the keys are not"));
        if (keys->deviceKey().publicKey().thumbprint() != entry->deviceId)
            return tl::unexpected(journalForeign("the journal is of another device key"));
    }
    return entry;
}

Failure journalForeign(std::string detail)
{
    return journey::activation::journalForeign(std::move(detail));
}

} // namespace smartca::client
