// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace smartca::bench {

/// One line of the table.
struct Row {
    std::string what;
    std::string measured; ///< number and unit, or why there is none
    std::string target;
    bool met = false;
};

/// Where the programs lie and where measuring may write.
struct Place {
    std::filesystem::path programs;
    std::filesystem::path scratch;
};

/// Welcome page and the longest stall of each page, by the app itself.
[[nodiscard]] std::vector<Row> appRows(const Place &place);
/// The whole activation by smartca-cli: on loopback, and through a proxy with 100 ms round trip.
[[nodiscard]] std::vector<Row> activationRows(const Place &place);
/// What requests 1 and 2 cost the service, and how much of it is Argon2id.
[[nodiscard]] std::vector<Row> hashingRows(const Place &place);
/// Signatures through the SAM against openssl speed.
[[nodiscard]] std::vector<Row> signingRows(const Place &place);

/// The service in a process of its own that tells what it cost (smartca-bench --serve DIR KEYKIND).
int serveMeasured(const std::string &folder, const std::string &keyKind);

[[nodiscard]] double median(std::vector<double> values);
/// "12.3 ms" with so many digits behind the dot.
[[nodiscard]] std::string number(double value, std::string_view unit, int digits = 0);

} // namespace smartca::bench
