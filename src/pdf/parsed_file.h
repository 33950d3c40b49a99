// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "pdf/qpdf.h"

namespace smartca::pdf {

/// A file as qpdf reads it without repairing anything. Borrows the octets it was read from.
struct ParsedFile {
    std::shared_ptr<QPDF> pdf;
    /// Every object of the file, reachable or not.
    std::vector<QPDFObjectHandle> objects;
    /// Pages in order.
    std::vector<QPDFObjectHandle> pages;
};

/// Reads every object; anything that a lenient reader would repair or guess is damage here, so that no two
/// readers see two documents. May throw what qpdf throws while its objects are used: call it inside
/// `withoutExceptions`. Failures: RecordUnreadable; RecordNotShowable for an encrypted or linearised file.
[[nodiscard]] Result<ParsedFile> parseStrictly(BytesView pdf);

/// Runs `read` and turns an exception of qpdf into RecordUnreadable.
template<class Read>
[[nodiscard]] auto withoutExceptions(Read read) -> decltype(read());

[[nodiscard]] Failure damaged(std::string_view what);

template<class Read>
auto withoutExceptions(Read read) -> decltype(read())
{
    try {
        return read();
    } catch (const std::exception &error) {
        return tl::unexpected(damaged(error.what()));
    }
}

} // namespace smartca::pdf
