// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"
#include "base/result.h"

namespace smartca::pdf {

struct DocumentFacts {
    int pages = 0;
    std::string title;
    std::string language;
};

/// What cannot be shown cannot be signed: RecordUnreadable for what is no PDF, is damaged, too large or has
/// no page; RecordNotShowable (subject says which) for encryption, JavaScript, XFA, launch and other actions,
/// embedded files, optional content, external references, a second revision.
[[nodiscard]] Result<DocumentFacts> checkShowable(BytesView pdf);

} // namespace smartca::pdf
