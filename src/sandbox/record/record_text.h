// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/record/record.h"

#include <utility>
#include <vector>

namespace smartca::sandbox {

/// A heading and what stands under it. Texts are UTF-8, NFC.
struct RecordSection {
    std::string heading;
    std::vector<std::string> paragraphs;
    std::vector<std::pair<std::string, std::string>> rows; ///< label and value
};

/// Everything the record says, in one language, before it is laid out.
struct RecordText {
    std::string state; ///< national heading, always Vietnamese: it is the name of the state
    std::string motto;
    std::string marking; ///< “SANDBOX – no legal value”
    std::string title;
    std::string subtitle;
    std::string number;
    std::string opening;
    std::vector<RecordSection> firstPage;
    std::vector<RecordSection> secondPage;
    std::string statement; ///< that it is worth nothing
    std::string place;     ///< “Lập ngày …”
    std::string partyA, partyB;
    std::string signsHere, signerName;
    std::string madeAutomatically, provider;
    std::string footer;                  ///< left part
    std::string pageWord, documentTitle; ///< “Trang”, title of the file
    std::string reason;
};

[[nodiscard]] RecordText recordText(const RecordFacts &facts);

/// "079 •••••• 418".
[[nodiscard]] std::string maskedId(std::string_view idNumber);

} // namespace smartca::sandbox
