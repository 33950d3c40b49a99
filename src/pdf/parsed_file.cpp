// SPDX-License-Identifier: Apache-2.0
#include "pdf/parsed_file.h"

#include "pdf/frame.h"
#include "pdf/qpdf.h"
#include "pdf/refusal.h"
#include "pdf/signature_field.h"

#include <algorithm>

namespace smartca::pdf {
namespace {

/// Deeper page trees serve nothing but exhausting the stack of a reader.
constexpr int pageTreeMaxDepth = 32;

/// /Parent of a page or node of the page tree: the very node it hangs from, and nothing for the root. What
/// a page inherits, one reader takes from above it in the tree and another from its /Parent.
bool hangsFrom(QPDFObjectHandle node, const QPDFObjectHandle *parent)
{
    if (parent == nullptr)
        return !node.hasKey("/Parent");
    auto named = node.getKey("/Parent");
    return named.isIndirect() && named.getObjGen() == parent->getObjGen();
}

/// The leaves of the page tree, in order. False when it is no tree that every reader takes for the same: some
/// go by the children, others by the count or by /Type, and a page between them would be signed unseen.
bool collectPages(const QPDFObjectHandle &node, const QPDFObjectHandle *parent, int depth,
                  std::set<QPDFObjGen> &seen, std::vector<QPDFObjectHandle> &pages)
{
    auto current = node;
    if (depth > pageTreeMaxDepth || !current.isDictionary() || !current.isIndirect() ||
        !seen.insert(current.getObjGen()).second || !hangsFrom(current, parent))
        return false;
    if (current.getKey("/Type").isNameAndEquals("/Page")) {
        pages.push_back(current);
        return !current.hasKey("/Kids") && !current.hasKey("/Count");
    }
    auto kids = current.getKey("/Kids");
    if (!current.getKey("/Type").isNameAndEquals("/Pages") || !kids.isArray())
        return false;
    const auto before = pages.size();
    for (const auto &kid : kids.getArrayAsVector()) {
        if (!collectPages(kid, &current, depth + 1, seen, pages))
            return false;
    }
    auto count = current.getKey("/Count");
    return count.isInteger() && count.getIntValue() == static_cast<long long>(pages.size() - before);
}

/// Some readers begin with the table behind this dictionary, and so perhaps with another document
/// (ISO 32000-1 annex F).
bool isLinearisation(const QPDFObjectHandle &object)
{
    auto dictionary = object;
    return dictionary.isDictionary() && dictionary.hasKey("/Linearized");
}

Result<ParsedFile> parse(BytesView octets)
{
    ParsedFile file{.pdf = std::make_shared<QPDF>(), .objects = {}, .pages = {}};
    file.pdf->setSuppressWarnings(true);
    file.pdf->setAttemptRecovery(false);
    file.pdf->setIgnoreXRefStreams(true); // nor the object streams that only they lead to
    file.pdf->processMemoryFile("record", reinterpret_cast<const char *>(octets.data()), octets.size());
    if (file.pdf->isEncrypted() || file.pdf->getTrailer().hasKey("/Encrypt"))
        return tl::unexpected(recordNotShowable("Encrypt", "the file is encrypted"));
    file.objects = file.pdf->getAllObjects();
    for (auto &object : file.objects)
        object.getTypeCode(); // resolves it, and with it all that is wrong with it
    if (std::ranges::any_of(file.objects, isLinearisation))
        return tl::unexpected(recordNotShowable("Revision", "the file is linearised"));
    std::set<QPDFObjGen> seen;
    if (!collectPages(file.pdf->getRoot().getKey("/Pages"), nullptr, 0, seen, file.pages) ||
        file.pages.empty())
        return tl::unexpected(damaged("no page tree, or no page in it"));
    if (file.pdf->anyWarnings())
        return tl::unexpected(damaged(file.pdf->getWarnings().front().what()));
    return file;
}

} // namespace

Failure damaged(std::string_view what)
{
    return recordUnreadable(std::string(what));
}

Result<ParsedFile> parseStrictly(BytesView pdf)
{
    if (pdf.size() > pdfMaxBytes)
        return tl::unexpected(damaged("larger than the service may send"));
    const auto frame = frameOf(pdf);
    if (!frame.startsAsPdf || !frame.endsAsPdf)
        return tl::unexpected(damaged("does not begin or not end as a PDF does"));
    try {
        return parse(pdf);
    } catch (const QPDFExc &error) {
        if (error.getErrorCode() == qpdf_e_password)
            return tl::unexpected(recordNotShowable("Encrypt", error.what()));
        return tl::unexpected(damaged(error.what()));
    } catch (const std::exception &error) {
        return tl::unexpected(damaged(error.what()));
    }
}

} // namespace smartca::pdf
