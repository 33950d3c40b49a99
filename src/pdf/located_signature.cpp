// SPDX-License-Identifier: Apache-2.0
#include "pdf/located_signature.h"

#include "pdf/frame.h"
#include "pdf/gapless.h"
#include "pdf/signature_dictionary.h"

namespace smartca::pdf {
namespace {

bool isSignatureDictionary(QPDFObjectHandle value)
{
    auto type = value.getKey("/Type");
    return value.hasKey("/ByteRange") || type.isNameAndEquals("/Sig") ||
           type.isNameAndEquals("/DocTimeStamp");
}

/// How many signature dictionaries and signature fields `value` is or directly holds.
struct Census {
    std::vector<QPDFObjectHandle> dictionaries;
    std::vector<QPDFObjectHandle> fields;

    void take(QPDFObjectHandle value)
    {
        if (value.isStream())
            return take(value.getDict());
        if (value.isArray()) {
            for (const auto &element : value.getArrayAsVector())
                takeDirect(element);
        }
        if (!value.isDictionary())
            return;
        if (isSignatureDictionary(value))
            dictionaries.push_back(value);
        if (value.getKey("/FT").isNameAndEquals("/Sig"))
            fields.push_back(value);
        for (const auto &[key, member] : value.getDictAsMap())
            takeDirect(member);
    }

private:
    void takeDirect(const QPDFObjectHandle &member)
    {
        if (!member.isIndirect())
            take(member);
    }
};

bool sameObject(const QPDFObjectHandle &a, const QPDFObjectHandle &b)
{
    return a.getObjGen().isIndirect() && a.getObjGen() == b.getObjGen();
}

/// The form holds the field, the field holds the dictionary, and nothing else is in the form.
bool hangsTogether(const ParsedFile &file, QPDFObjectHandle field, const QPDFObjectHandle &dictionary)
{
    auto form = file.pdf->getRoot().getKey("/AcroForm");
    if (!form.isDictionary())
        return false;
    auto fields = form.getKey("/Fields");
    auto flags = form.getKey("/SigFlags");
    return fields.isArray() && fields.getArrayNItems() == 1 && sameObject(fields.getArrayItem(0), field) &&
           flags.isInteger() && flags.getIntValue() == signaturesExistAndAppendOnly &&
           sameObject(field.getKey("/V"), dictionary);
}

bool isPades(QPDFObjectHandle dictionary)
{
    return dictionary.getKey("/Type").isNameAndEquals("/Sig") &&
           dictionary.getKey("/Filter").isNameAndEquals("/Adobe.PPKLite") &&
           dictionary.getKey("/SubFilter").isNameAndEquals("/ETSI.CAdES.detached") &&
           !dictionary.hasKey("/Cert") && !dictionary.hasKey("/Reference");
}

bool agree(QPDFObjectHandle dictionary, const SignatureDictionaryOctets &octets)
{
    auto contents = dictionary.getKey("/Contents");
    auto range = dictionary.getKey("/ByteRange");
    if (!contents.isString() || contents.getStringValue() != asText(octets.contents) || !range.isArray() ||
        range.getArrayNItems() != static_cast<int>(octets.byteRange.size()))
        return false;
    for (int i = 0; i < range.getArrayNItems(); ++i) {
        auto number = range.getArrayItem(i);
        if (!number.isInteger() || number.isIndirect() ||
            number.getIntValue() != static_cast<long long>(octets.byteRange[static_cast<std::size_t>(i)]))
            return false;
    }
    return true;
}

std::optional<SignatureProblem> judgeCoverage(BytesView pdf, const ParsedFile &file,
                                              const SignatureDictionaryOctets &octets)
{
    const auto &[first, firstLength, second, secondLength] = octets.byteRange;
    if (first != 0 || firstLength != octets.contentsStart || second != octets.contentsEnd)
        return SignatureProblem::ByteRangeGap;
    if (second + secondLength < pdf.size())
        return SignatureProblem::LaterRevision;
    if (second + secondLength > pdf.size())
        return SignatureProblem::ByteRangeGap;
    auto trailer = file.pdf->getTrailer();
    if (frameOf(pdf).revisions != 1 || trailer.hasKey("/Prev") || trailer.hasKey("/XRefStm"))
        return SignatureProblem::EarlierRevision;
    // So no other object reaches into the placeholder, which is outside the signature.
    if (!isGapless(file, pdf))
        return SignatureProblem::Unreadable;
    return std::nullopt;
}

} // namespace

tl::expected<LocatedSignature, SignatureProblem> locateSignature(const ParsedFile &file, BytesView pdf)
{
    Census census;
    for (const auto &object : file.objects)
        census.take(object);
    census.take(file.pdf->getTrailer());
    if (census.dictionaries.empty())
        return tl::unexpected(SignatureProblem::NoSignature);
    if (census.dictionaries.size() > 1 || census.fields.size() > 1)
        return tl::unexpected(SignatureProblem::SeveralSignatures);

    auto dictionary = census.dictionaries.front();
    if (census.fields.empty() || !hangsTogether(file, census.fields.front(), dictionary) ||
        !isPades(dictionary))
        return tl::unexpected(SignatureProblem::DictionaryMalformed);

    const auto table = file.pdf->getXRefTable();
    const auto row = table.find(dictionary.getObjGen());
    if (row == table.end() || row->second.getType() != 1)
        return tl::unexpected(SignatureProblem::DictionaryMalformed);
    const auto octets = readSignatureDictionary(pdf, static_cast<std::size_t>(row->second.getOffset()),
                                                dictionary.getObjectID());
    if (!octets || !agree(dictionary, *octets))
        return tl::unexpected(SignatureProblem::DictionaryMalformed);
    if (const auto problem = judgeCoverage(pdf, file, *octets))
        return tl::unexpected(*problem);

    return LocatedSignature{
        .slot = {.contentsStart = octets->contentsStart, .contentsEnd = octets->contentsEnd},
        .contents = octets->contents};
}

} // namespace smartca::pdf
