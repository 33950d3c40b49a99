// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"
#include "pdf/signature_field.h"

#include <map>

namespace smartca::pdf::testing {

/// A document of two pages, object by object, so that a test can change one and nothing else. 1: catalog,
/// 2: page tree, 3 and 4: pages, 5 and 6: their contents, 7: font, 8: information.
class SmallPdf {
public:
    SmallPdf();
    /// Replaces or adds the object `number`; `body` is what stands between "obj" and "endobj".
    SmallPdf &with(int number, std::string body);
    /// Puts `entries` before the closing of the dictionary that object `number` is.
    SmallPdf &inside(int number, std::string_view entries);
    SmallPdf &inTrailer(std::string_view entries);
    /// Puts octets that belong to no object in front of object `number`; behind the last object when there is
    /// no such object.
    SmallPdf &before(int number, std::string octets);
    /// With a classic cross-reference table.
    [[nodiscard]] Bytes write() const;

private:
    std::map<int, std::string> objects_;
    std::map<int, std::string> strays_;
    std::string trailer_;
};

/// The small document with a signature field (9) and its dictionary (10) written by hand, /ByteRange not
/// filled in: prepareForSigning would write the whole file anew.
[[nodiscard]] SmallPdf withSignatureField();
[[nodiscard]] std::string stream(std::string_view dictionaryEntries, std::string_view data);
/// A revision behind `pdf` (ISO 32000-1 §7.5.6) with these objects.
[[nodiscard]] Bytes appendRevision(BytesView pdf, const std::map<int, std::string> &objects);
/// A revision behind `pdf` with another information dictionary.
[[nodiscard]] Bytes appendRevision(BytesView pdf);
/// The octets with the first `from` replaced; fails the test when there is none.
[[nodiscard]] Bytes replaced(BytesView octets, std::string_view from, std::string_view to);

[[nodiscard]] PrepareOptions recordOptions();
/// SmallPdf, prepared.
[[nodiscard]] Bytes preparedPdf();

} // namespace smartca::pdf::testing
