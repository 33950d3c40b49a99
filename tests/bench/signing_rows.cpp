// SPDX-License-Identifier: Apache-2.0
#include "child.h"
#include "rows.h"

namespace smartca::bench {
namespace {

constexpr double shareLeast = 50;

double opensslSignaturesPerSecond()
{
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("speed"), QStringLiteral("-multi"), QStringLiteral("2"),
                   QStringLiteral("-seconds"), QStringLiteral("5"), QStringLiteral("rsa3072")});
    openssl.waitForFinished(60'000);
    // "rsa 3072 bits 0.002s 0.00004s 512.3 23456.7"
    for (const auto &line : openssl.readAllStandardOutput().split('\n'))
        if (line.startsWith("rsa 3072"))
            return line.simplified().split(' ').value(5).toDouble();
    return 0;
}

std::string perSignature(const Json &said, const char *member)
{
    return number(said[member].get<double>() / 1000, "", 2);
}

} // namespace

std::vector<Row> signingRows(const Place &place)
{
    const std::string name = "rsa3072 signatures through the SAM, share of openssl speed -multi 2";
    // Before and after: what else the machine does in between, it does to both.
    const double before = opensslSignaturesPerSecond();
    Child sam(place.programs / "smartca-bench-sam", {});
    const auto said = sam.line();
    if (!said.is_object() || sam.wait() != 0)
        return {{name, "smartca-bench-sam gave no answer", ">= 50 %", false}};
    const double reference = (before + opensslSignaturesPerSecond()) / 2;
    const double rate = 1000 * said["signatures"].get<double>() / said["milliseconds"].get<double>();
    const double share = reference > 0 ? 100 * rate / reference : 0;
    return {
        {"openssl speed -multi 2 rsa3072, mean of before and after", number(reference, "/s", 1), "", true},
        {std::to_string(said["signatures"].get<int>()) + " rsa3072 signatures through the SAM",
         number(rate, "/s", 1), "", true},
        {"Service CPU of a signature: challenge and signature",
         number(said["cpuMicroseconds"].get<double>() / 1000, "ms", 2), "", true},
        {"Synced commits of a signature", perSignature(said, "commitsPerThousand"), "", true},
        {"SQL statements of a signature", perSignature(said, "statementsPerThousand"), "", true},
        {name, number(share, "%", 1), ">= 50 %", share >= shareLeast}};
}

} // namespace smartca::bench
