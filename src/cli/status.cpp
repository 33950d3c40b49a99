// SPDX-License-Identifier: Apache-2.0
#include "cli/status.h"

#include "cli/failure_text.h"
#include "client/journal.h"
#include "journey/activation/advance.h"
#include "platform/linux/sealed_secret_store.h"

#include <iostream>

namespace smartca::cli {
namespace {

using namespace journey::activation;

struct NextStep {
    std::string_view name; ///< frozen in docs/protocol.md
    Bilingual text;
};

template<class... Stages>
bool standsAt(const State &state)
{
    return (std::holds_alternative<Stages>(state.stage) || ...);
}

NextStep nextStepOf(const State &state)
{
    const auto &facts = state.facts;
    if (facts.handedIn)
        return {"none", {"Tài khoản đã hoạt động.", "The account is active."}};
    if (isOverForGood(state))
        return {"reactivate", {"Kích hoạt lại bằng mã mới.", "Activate again with a new code."}};
    if (facts.activationId.empty())
        return {"redeem", {"Nhập tên đăng nhập và mã kích hoạt.", "Enter username and activation code."}};
    if (facts.credentialId.empty())
        return {"enrol", {"Đặt mật khẩu và mã PIN.", "Choose password and PIN."}};
    if (facts.serial.empty())
        return {"certificate", {"Chờ chứng thư số.", "Wait for the certificate."}};
    if (facts.transactionId.empty())
        return {"confirm", {"Kiểm tra thông tin trên chứng thư.", "Check the certificate's data."}};
    if (standsAt<FetchingSignature, Verifying, HandingIn>(state))
        return {"handIn",
                {"Nộp biên bản đã ký, không cần mã PIN.", "Hand in the signed record; no PIN needed."}};
    return {"sign", {"Đọc và ký biên bản nghiệm thu.", "Read and sign the acceptance record."}};
}

Result<State> journalled(const std::string &home)
{
    // Looking leaves nothing behind and takes no lock: the app may be at work.
    platform::SealedSecretStore secrets(home, platform::FirstUse::LeavesAlone);
    SMARTCA_TRY(auto entry, client::Journal(home, secrets).load());
    return entry ? std::move(entry->state) : State{};
}

} // namespace

int status(const StatusOptions &options)
{
    const auto state = journalled(options.home);
    if (!state)
        return tellFailure(state.error(), options.language, std::cerr);
    const auto next = nextStepOf(*state);
    if (!options.json) {
        std::cout << next.text.in(options.language) << std::endl;
        return exitOk;
    }
    Json json{{"state", std::string(nameOf(state->stage))}};
    if (!state->facts.credentialId.empty())
        json["credentialId"] = state->facts.credentialId;
    json["nextStep"] = std::string(next.name);
    std::cout << toText(json) << std::endl;
    return exitOk;
}

} // namespace smartca::cli
