// SPDX-License-Identifier: Apache-2.0
#include "pdf/showable.h"

#include "pdf/frame.h"
#include "pdf/gapless.h"
#include "pdf/parsed_file.h"
#include "pdf/refusal.h"

#include <algorithm>

namespace smartca::pdf {
namespace {

constexpr std::size_t pagesMax = 200;

using Refusal = std::optional<Failure>;

Refusal refuse(std::string_view subject, std::string_view what)
{
    return recordNotShowable(std::string(subject), std::string(what));
}

/// A key that no dictionary of a showable document has, and the word for it.
struct ForbiddenKey {
    std::string_view key;
    std::string_view subject;
};

constexpr ForbiddenKey forbiddenKeys[] = {
    {"/JS", "JavaScript"},
    {"/JavaScript", "JavaScript"},
    {"/AA", "AdditionalActions"},
    {"/XFA", "XFA"},
    {"/EmbeddedFiles", "EmbeddedFiles"},
    {"/EF", "EmbeddedFiles"},
    {"/AF", "EmbeddedFiles"},
    {"/Collection", "EmbeddedFiles"},
    {"/OCProperties", "OptionalContent"},
    {"/OC", "OptionalContent"},
    {"/OCGs", "OptionalContent"},
    {"/OPI", "ExternalReference"},
    {"/Alternates", "AlternateContent"},
    {"/AlternatePresentations", "AlternateContent"},
    {"/PresSteps", "AlternateContent"},
    {"/Renditions", "Rendition"},
    {"/NeedAppearances", "AcroForm"},
    {"/Encrypt", "Encrypt"},
};

/// Values of /Type that name something forbidden.
constexpr std::string_view forbiddenTypes[] = {"/EmbeddedFile", "/Filespec", "/F",
                                               "/OCG",          "/OCMD",     "/Rendition",
                                               "/MediaClip",    "/3D",       "/RichMediaContent"};

/// Every action of ISO 32000-2 §12.6.4 but /GoTo.
constexpr std::string_view forbiddenActions[] = {"/JavaScript",
                                                 "/Launch",
                                                 "/GoToR",
                                                 "/GoToE",
                                                 "/GoToDp",
                                                 "/GoTo3DView",
                                                 "/URI",
                                                 "/SubmitForm",
                                                 "/ResetForm",
                                                 "/Hide",
                                                 "/Named",
                                                 "/Movie",
                                                 "/Sound",
                                                 "/Thread",
                                                 "/ImportData",
                                                 "/Rendition",
                                                 "/Trans",
                                                 "/SetOCGState",
                                                 "/RichMediaExecute",
                                                 "/ECMAScript"};

/// A page shows no other kinds in our renderer, so nobody would have seen them.
constexpr std::string_view allowedAnnotations[] = {"/Widget", "/Link"};

template<std::size_t Size>
bool isOneOf(const std::string_view (&names)[Size], const std::string &name)
{
    return std::ranges::find(names, name) != std::end(names);
}

std::string nameAt(QPDFObjectHandle dictionary, const char *key)
{
    auto value = dictionary.getKey(key);
    return value.isName() ? value.getName() : std::string();
}

/// An action in one of the places that hold actions: nothing but a jump within this document.
Refusal checkAction(QPDFObjectHandle action, std::string_view place)
{
    if (action.isNull())
        return std::nullopt;
    const auto kind = action.isDictionary() ? nameAt(action, "/S") : std::string();
    if (isOneOf(forbiddenActions, kind))
        return refuse(kind.substr(1), place);
    if (kind != "/GoTo" || action.hasKey("/Next"))
        return refuse("Action", place);
    return std::nullopt;
}

Refusal checkDictionary(QPDFObjectHandle dictionary)
{
    for (const auto &forbidden : forbiddenKeys) {
        if (dictionary.hasKey(std::string(forbidden.key)))
            return refuse(forbidden.subject, forbidden.key);
    }
    if (const auto action = nameAt(dictionary, "/S"); isOneOf(forbiddenActions, action))
        return refuse(action.substr(1), "an action");
    if (const auto type = nameAt(dictionary, "/Type"); isOneOf(forbiddenTypes, type))
        return refuse(type.substr(1), "a dictionary of this type");
    if (nameAt(dictionary, "/Subtype") == "/PS")
        return refuse("PostScript", "an external object");
    if (dictionary.getKey("/Ref").isDictionary())
        return refuse("ExternalReference", "a page of another file");
    return checkAction(dictionary.getKey("/OpenAction").isArray() ? QPDFObjectHandle::newNull()
                                                                  : dictionary.getKey("/OpenAction"),
                       "/OpenAction");
}

/// `value` and what it holds directly; what it refers to is an object of its own and has its own turn.
Refusal checkValue(QPDFObjectHandle value)
{
    if (value.isStream()) {
        auto dictionary = value.getDict();
        for (const auto *key : {"/F", "/FFilter", "/FDecodeParms"}) {
            if (dictionary.hasKey(key))
                return refuse("ExternalReference", "a stream kept in another file");
        }
        return checkValue(dictionary);
    }
    if (value.isDictionary()) {
        if (auto refusal = checkDictionary(value))
            return refusal;
        for (const auto &[key, member] : value.getDictAsMap()) {
            if (member.isIndirect())
                continue;
            if (auto refusal = checkValue(member))
                return refusal;
        }
    }
    if (value.isArray()) {
        for (const auto &element : value.getArrayAsVector()) {
            if (element.isIndirect())
                continue;
            if (auto refusal = checkValue(element))
                return refusal;
        }
    }
    return std::nullopt;
}

/// An appearance that our renderer would not draw must draw nothing anywhere.
bool drawsNothing(QPDFObjectHandle appearances)
{
    if (!appearances.isDictionary() || appearances.getKeys() != std::set<std::string>{"/N"})
        return false;
    auto normal = appearances.getKey("/N");
    constexpr std::size_t emptyStreamMax = 64; // compressed; with one filter at most, little when unpacked
    if (!normal.isStream() || normal.getRawStreamData()->getSize() > emptyStreamMax)
        return false;
    auto filter = normal.getDict().getKey("/Filter");
    return (filter.isNull() || filter.isNameAndEquals("/FlateDecode")) &&
           normal.getStreamData(qpdf_dl_all)->getSize() == 0;
}

bool hasEmptyRectangle(QPDFObjectHandle annotation)
{
    auto value = annotation.getKey("/Rect");
    if (!value.isRectangle())
        return false;
    const auto rectangle = value.getArrayAsRectangle();
    return rectangle.llx == rectangle.urx && rectangle.lly == rectangle.ury;
}

/// [ 0 0 0 ]: where there is none, readers draw a frame of one point (ISO 32000-1 table 164).
bool isBorderOfNoWidth(QPDFObjectHandle border)
{
    if (!border.isArray() || border.getArrayNItems() != 3)
        return false;
    const auto numbers = border.getArrayAsVector();
    return std::ranges::all_of(
        numbers, [](QPDFObjectHandle number) { return number.isNumber() && number.getNumericValue() == 0; });
}

/// Whether no reader draws the annotation, which could lie over the text: neither an appearance of its own
/// nor one that a reader makes from a border, a background or the field's kind.
bool isInvisible(QPDFObjectHandle annotation, bool isLink)
{
    if (annotation.hasKey("/MK") || annotation.hasKey("/BS"))
        return false;
    if ((isLink || annotation.hasKey("/Border")) && !isBorderOfNoWidth(annotation.getKey("/Border")))
        return false;
    if (annotation.hasKey("/AP"))
        return drawsNothing(annotation.getKey("/AP"));
    return isLink || hasEmptyRectangle(annotation);
}

Refusal checkAnnotation(QPDFObjectHandle annotation)
{
    if (!annotation.isDictionary())
        return refuse("Annotation", "an annotation that is none");
    const auto subtype = nameAt(annotation, "/Subtype");
    if (!isOneOf(allowedAnnotations, subtype))
        return refuse(subtype.empty() ? "Annotation" : subtype.substr(1), "an annotation");
    if (auto refusal = checkAction(annotation.getKey("/A"), "/A of an annotation"))
        return refusal;
    if (annotation.hasKey("/PA"))
        return refuse("URI", "/PA of a link");
    if (subtype == "/Widget" && nameAt(annotation, "/FT") != "/Sig")
        return refuse("AcroForm", "a form field that is no signature");
    if (!isInvisible(annotation, subtype == "/Link"))
        return refuse("Annotation", "an annotation that is drawn");
    return std::nullopt;
}

Refusal checkPages(const ParsedFile &file)
{
    if (file.pages.size() > pagesMax)
        return damaged("more than 200 pages");
    for (auto page : file.pages) {
        auto annotations = page.getKey("/Annots");
        if (annotations.isNull())
            continue;
        if (!annotations.isArray())
            return damaged("/Annots is no array");
        for (const auto &annotation : annotations.getArrayAsVector()) {
            if (auto refusal = checkAnnotation(annotation))
                return refusal;
        }
    }
    return std::nullopt;
}

/// Outline items carry actions too (ISO 32000-1 §12.3.3); they are known by /Title beside /Parent.
Refusal checkOutlineItem(QPDFObjectHandle object)
{
    if (!object.isDictionary() || !object.hasKey("/Title") || !object.hasKey("/Parent"))
        return std::nullopt;
    return checkAction(object.getKey("/A"), "/A of an outline item");
}

Refusal checkRevisions(BytesView pdf, const ParsedFile &file)
{
    if (auto trailer = file.pdf->getTrailer();
        frameOf(pdf).revisions != 1 || trailer.hasKey("/Prev") || trailer.hasKey("/XRefStm"))
        return refuse("Revision", "the file was changed after it was written, or is linearised");
    if (!isGapless(file, pdf))
        return damaged("something stands between the objects, or one inside another");
    return std::nullopt;
}

Result<DocumentFacts> judge(BytesView pdf)
{
    SMARTCA_TRY(const ParsedFile file, parseStrictly(pdf));
    auto refusal = checkRevisions(pdf, file);
    if (!refusal)
        refusal = checkValue(file.pdf->getTrailer());
    for (std::size_t i = 0; !refusal && i < file.objects.size(); ++i) {
        refusal = checkValue(file.objects[i]);
        if (!refusal)
            refusal = checkOutlineItem(file.objects[i]);
    }
    if (!refusal)
        refusal = checkPages(file);
    if (refusal)
        return tl::unexpected(*std::move(refusal));

    auto title = file.pdf->getTrailer().getKey("/Info").getKeyIfDict("/Title");
    auto language = file.pdf->getRoot().getKey("/Lang");
    return DocumentFacts{.pages = static_cast<int>(file.pages.size()),
                         .title = title.isString() ? title.getUTF8Value() : "",
                         .language = language.isString() ? language.getUTF8Value() : ""};
}

} // namespace

Result<DocumentFacts> checkShowable(BytesView pdf)
{
    return withoutExceptions([pdf] { return judge(pdf); });
}

} // namespace smartca::pdf
