// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/text.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace smartca {

/// Everything that can go wrong, one name each. The text code ("ACT-104") is what people read out on the
/// phone.
enum class FailureCode {
#define FAILURE(name, code) name,
#include "base/failure_codes.def"
#undef FAILURE
};

[[nodiscard]] std::string_view codeText(FailureCode code);
[[nodiscard]] std::optional<FailureCode> failureCodeFromText(std::string_view text);
[[nodiscard]] std::span<const FailureCode> allFailureCodes();

/// Which rule a PIN breaks (docs/protocol.md §6).
enum class PinRule { Repetition, Run, Date, KeypadPattern, Mirror, OwnDigits, Common };
[[nodiscard]] std::string_view nameOf(PinRule rule);
[[nodiscard]] std::optional<PinRule> pinRuleFromName(std::string_view name);

/// What the service or the device says beside a code: numbers that the texts fill in. No secrets, no personal
/// data.
struct FailureFacts {
    std::optional<int> triesLeft;         ///< until the next lock
    std::optional<int> triesUntilBlocked; ///< until nothing helps but a new activation
    std::optional<Seconds> retryAfter;    ///< from the moment of the answer
    std::optional<Seconds> nextLock;      ///< how long the next lock will last
    std::optional<UtcTime> at;            ///< when it expired, was used, will unlock; the service's clock
    std::optional<PinRule> pinRule;
    std::optional<std::string> subject; ///< what it is about: a rule, a device, a version, a step

    friend bool operator==(const FailureFacts &, const FailureFacts &) = default;
};

/// Why something did not happen. `detail` is for support and logs: English, technical, never a secret.
struct Failure {
    FailureCode code{};
    std::string detail;
    FailureFacts facts;

    friend bool operator==(const Failure &, const Failure &) = default;
};

/// Whether trying the same thing again can help, and who may do it.
enum class Retry {
    Never,     ///< the same attempt fails again
    ByPerson,  ///< the person may try again
    ByMachine, ///< transport trouble: repeated with jitter before it is shown
};

/// Where the app says it: beside the field it is about, or on a page of its own.
enum class Presentation { Inline, Page };

/// The one main button of the problem page.
enum class Remedy {
    EditDetails, ///< go back to the fields
    PasteAgain,
    SendNewCode,
    ChooseAnotherPin,
    ChooseAnotherPassword,
    RetypePin,
    TryAgain,
    OpenSettings,
    CallHotline,
    Reactivate,
    UpdateApp,
    CloseAndReturn,
    Home,
};

/// What whoever writes a program against the service needs to know: which rule was broken, how to keep it.
struct IntegratorNote {
    Bilingual why;
    Bilingual action;
};

/// What a failure means to a person: what happened, why, what to do. Texts hold {placeholders} that
/// describe() fills.
struct FailureEntry {
    FailureCode code{};
    Retry retry{};
    Presentation presentation{};
    Remedy remedy{};
    Bilingual title;
    Bilingual why;
    Bilingual action;
    /// The action on the command line, where `action` names something of the screen.
    std::optional<Bilingual> commandLine = std::nullopt;
    std::optional<IntegratorNote> integrators = std::nullopt; ///< where the protocol was broken
};

[[nodiscard]] const FailureEntry &catalogueEntry(FailureCode code);

/// The texts of one failure, numbers and times filled in.
struct FailureText {
    std::string title;
    std::string why;
    std::string action;
};
/// For the screen and the screen reader. `utcOffset`: of the person's clock, to say times of day.
[[nodiscard]] FailureText describe(const Failure &failure, Language language,
                                   Seconds utcOffset = Seconds{7 * 3600});
/// The same where there is no screen: nothing to press, and a new code is ordered by phone.
[[nodiscard]] FailureText describeForCommandLine(const Failure &failure, Language language);
/// What an integrator reads beside it, on the command line and in docs/failure-codes.md; a subscriber could
/// do nothing with it.
[[nodiscard]] std::optional<std::string> integratorNote(const Failure &failure, Language language);

} // namespace smartca
