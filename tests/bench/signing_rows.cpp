// SPDX-License-Identifier: Apache-2.0
#include "child.h"
#include "rows.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace smartca::bench {
namespace {

constexpr double shareLeast = 50;
/// The speed of a machine that others use moves within seconds: so the two take turns, many short ones.
constexpr int turns = 9;
/// Until each of the devices has an RSA key of its own.
constexpr std::chrono::minutes keysAtMost{30};

double opensslSignaturesPerSecond()
{
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("speed"), QStringLiteral("-multi"), QStringLiteral("2"),
                   QStringLiteral("-seconds"), QStringLiteral("2"), QStringLiteral("rsa3072")});
    openssl.waitForFinished(60'000);
    // "rsa 3072 bits 0.002s 0.00004s 512.3 23456.7"
    for (const auto &line : openssl.readAllStandardOutput().split('\n'))
        if (line.startsWith("rsa 3072"))
            return line.simplified().split(' ').value(5).toDouble();
    return 0;
}

/// One turn of the SAM's, as it tells it.
struct Turn {
    double signatures = 0;
    double milliseconds = 0;
    double cpu = 0;     ///< µs a signature
    double commits = 0; ///< of a thousand signatures, as the next
    double statements = 0;

    [[nodiscard]] double rate() const { return 1000 * signatures / milliseconds; }
};

std::optional<Turn> turnOf(const Json &said)
{
    if (!said.is_object())
        return std::nullopt;
    return Turn{said["signatures"], said["milliseconds"], said["cpuMicroseconds"], said["commitsPerThousand"],
                said["statementsPerThousand"]};
}

/// The SAM's turns, and openssl's before, between and after them.
struct Alternation {
    std::vector<Turn> sam;
    std::vector<double> reference;

    /// In percent, of what openssl did just before and just after.
    [[nodiscard]] std::vector<double> shares() const
    {
        std::vector<double> all;
        for (std::size_t i = 0; i < sam.size(); ++i)
            all.push_back(200 * sam[i].rate() / (reference[i] + reference[i + 1]));
        return all;
    }
    /// Of each turn what is asked for, in the median.
    template<class Asked>
    [[nodiscard]] double middle(Asked asked) const
    {
        std::vector<double> all;
        for (const auto &turn : sam)
            all.push_back(std::invoke(asked, turn));
        return median(std::move(all));
    }
};

/// Nothing when one of the two gave no answer.
std::optional<Alternation> alternate(const Place &place)
{
    Child sam(place.programs / "smartca-bench-sam", {});
    if (!sam.line(keysAtMost).is_object())
        return std::nullopt;
    Alternation all{.sam = {}, .reference = {opensslSignaturesPerSecond()}};
    for (int i = 0; i < turns; ++i) {
        sam.say("\n");
        const auto turn = turnOf(sam.line());
        if (!turn)
            return std::nullopt;
        all.sam.push_back(*turn);
        all.reference.push_back(opensslSignaturesPerSecond());
    }
    sam.endInput();
    if (sam.wait() != 0 || std::ranges::min(all.reference) <= 0)
        return std::nullopt;
    return all;
}

} // namespace

std::vector<Row> signingRows(const Place &place)
{
    const std::string name = "rsa3072 signatures through the SAM, share of openssl speed -multi 2";
    const auto all = alternate(place);
    if (!all)
        return {{name, "smartca-bench-sam or openssl speed gave no answer", ">= 50 %", false}};
    const double share = median(all->shares());
    return {{"openssl speed -multi 2 rsa3072", number(median(all->reference), "/s", 1), "", true},
            {"rsa3072 signatures through the SAM", number(all->middle(&Turn::rate), "/s", 1), "", true},
            {"Service CPU of a signature: challenge and signature",
             number(all->middle(&Turn::cpu) / 1000, "ms", 2), "", true},
            {"Synced commits of a signature", number(all->middle(&Turn::commits) / 1000, "", 2), "", true},
            {"SQL statements of a signature", number(all->middle(&Turn::statements) / 1000, "", 2), "", true},
            {name, number(share, "%", 1), ">= 50 %", share >= shareLeast}};
}

} // namespace smartca::bench
