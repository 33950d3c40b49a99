// SPDX-License-Identifier: Apache-2.0
#include "pdf/frame.h"
#include "pdf/parsed_file.h"
#include "pdf/qpdf.h"
#include "pdf/signature_dictionary.h"
#include "pdf/signature_field.h"
#include "pdf/xmp.h"

namespace smartca::pdf {
namespace {

/// As wide as any offset of ours can be; /ByteRange is written over it once the offsets are known.
constexpr long long offsetPlaceholder = 9'999'999'999;
constexpr int annotationPrintLocked = 4 | 128; // /F, ISO 32000-1 table 165

using Object = QPDFObjectHandle;

Object text(const std::string &utf8)
{
    return Object::newUnicodeString(utf8);
}

std::string textAt(Object dictionary, const char *key)
{
    auto value = dictionary.isDictionary() ? dictionary.getKey(key) : Object::newNull();
    return value.isString() ? value.getUTF8Value() : std::string();
}

void describeFile(QPDF &pdf, const PrepareOptions &options)
{
    auto root = pdf.getRoot();
    auto oldInfo = pdf.getTrailer().getKey("/Info");
    auto oldPacket = root.getKey("/Metadata");
    Metadata metadata{.title = options.title,
                      .language = options.language,
                      .creator = textAt(oldInfo, "/Creator"),
                      .producer = textAt(oldInfo, "/Producer"),
                      .time = options.signingTime};
    if (oldPacket.isStream()) {
        const auto data = oldPacket.getStreamData();
        metadata.pdfA1b = claimsPdfA1b({reinterpret_cast<const char *>(data->getBuffer()), data->getSize()});
    }

    auto info = Object::newDictionary();
    info.replaceKey("/Title", text(metadata.title));
    if (!metadata.creator.empty())
        info.replaceKey("/Creator", text(metadata.creator));
    if (!metadata.producer.empty())
        info.replaceKey("/Producer", text(metadata.producer));
    info.replaceKey("/CreationDate", Object::newString(pdfDate(metadata.time)));
    info.replaceKey("/ModDate", Object::newString(pdfDate(metadata.time)));
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));

    auto packet = pdf.newStream(xmpPacket(metadata));
    packet.getDict().replaceKey("/Type", Object::newName("/Metadata"));
    packet.getDict().replaceKey("/Subtype", Object::newName("/XML"));
    root.replaceKey("/Metadata", packet);
    root.replaceKey("/Lang", Object::newString(metadata.language));
    auto preferences = root.getKey("/ViewerPreferences");
    if (!preferences.isDictionary())
        preferences = Object::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", Object::newBool(true));
    root.replaceKey("/ViewerPreferences", preferences);
}

Object signatureDictionary(QPDF &pdf, const PrepareOptions &options)
{
    auto range = Object::newArray();
    range.appendItem(Object::newInteger(0));
    for (int i = 0; i < 3; ++i)
        range.appendItem(Object::newInteger(offsetPlaceholder));
    auto signature = Object::newDictionary();
    signature.replaceKey("/Type", Object::newName("/Sig"));
    signature.replaceKey("/Filter", Object::newName("/Adobe.PPKLite"));
    signature.replaceKey("/SubFilter", Object::newName("/ETSI.CAdES.detached"));
    signature.replaceKey("/ByteRange", range);
    signature.replaceKey("/Contents", Object::newString(std::string(signatureRoom, '\0')));
    signature.replaceKey("/M", Object::newString(pdfDate(options.signingTime)));
    signature.replaceKey("/Name", text(options.signerName));
    signature.replaceKey("/Reason", text(options.reason));
    return pdf.makeIndirectObject(signature);
}

/// Field and widget in one dictionary; its appearance is empty because the page itself shows the frame.
void addField(QPDF &pdf, Object page, const PrepareOptions &options)
{
    auto appearance = pdf.newStream(std::string());
    appearance.getDict().replaceKey("/Type", Object::newName("/XObject"));
    appearance.getDict().replaceKey("/Subtype", Object::newName("/Form"));
    appearance.getDict().replaceKey("/BBox", Object::newFromRectangle({0, 0, options.width, options.height}));
    auto appearances = Object::newDictionary();
    appearances.replaceKey("/N", appearance);

    auto field = Object::newDictionary();
    field.replaceKey("/Type", Object::newName("/Annot"));
    field.replaceKey("/Subtype", Object::newName("/Widget"));
    field.replaceKey("/FT", Object::newName("/Sig"));
    field.replaceKey("/T", Object::newString("Signature1"));
    field.replaceKey("/TU", text(options.reason));
    field.replaceKey("/F", Object::newInteger(annotationPrintLocked));
    field.replaceKey("/Rect",
                     Object::newFromRectangle({options.left, options.bottom, options.left + options.width,
                                               options.bottom + options.height}));
    field.replaceKey("/P", page);
    field.replaceKey("/AP", appearances);
    field.replaceKey("/V", signatureDictionary(pdf, options));
    auto reference = pdf.makeIndirectObject(field);

    auto annotations = page.getKey("/Annots");
    if (!annotations.isArray())
        annotations = Object::newArray();
    annotations.appendItem(reference);
    page.replaceKey("/Annots", annotations);
    auto fields = Object::newArray();
    fields.appendItem(reference);
    auto form = Object::newDictionary();
    form.replaceKey("/Fields", fields);
    form.replaceKey("/SigFlags", Object::newInteger(signaturesExistAndAppendOnly));
    pdf.getRoot().replaceKey("/AcroForm", form);
}

/// One revision with a classic cross-reference table and no object streams: every object can be read as it
/// is.
Bytes write(QPDF &pdf)
{
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setStreamDataMode(qpdf_s_compress);
    writer.setNewlineBeforeEndstream(true);
    writer.setMinimumPDFVersion("1.7");
    writer.setDeterministicID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {buffer->getBuffer(), buffer->getBuffer() + buffer->getSize()};
}

/// Where the dictionary begins that qpdf has just written, by its cross-reference table.
std::optional<SignatureDictionaryOctets> findWritten(const ParsedFile &file, BytesView octets)
{
    for (auto object : file.objects) {
        if (!object.isDictionary() || !object.getKey("/Type").isNameAndEquals("/Sig"))
            continue;
        const auto row = file.pdf->getXRefTable().at(object.getObjGen());
        return readSignatureDictionary(octets, static_cast<std::size_t>(row.getOffset()),
                                       object.getObjectID());
    }
    return std::nullopt;
}

Result<Bytes> fillByteRange(Bytes written)
{
    SMARTCA_TRY(const ParsedFile file, parseStrictly(written));
    const auto found = findWritten(file, written);
    if (!found || found->contents.size() != signatureRoom)
        return tl::unexpected(damaged("the dictionary just written is not found again"));
    auto range = "[ 0 " + std::to_string(found->contentsStart) + " " + std::to_string(found->contentsEnd) +
                 " " + std::to_string(written.size() - found->contentsEnd);
    range.resize(found->byteRangeEnd - found->byteRangeStart - 1, ' ');
    range += ']';
    std::ranges::copy(range, written.begin() + static_cast<std::ptrdiff_t>(found->byteRangeStart));
    return written;
}

Result<Bytes> prepare(BytesView pdf, const PrepareOptions &options)
{
    SMARTCA_TRY(ParsedFile file, parseStrictly(pdf));
    if (file.pdf->getRoot().hasKey("/AcroForm") || options.page < 0 ||
        static_cast<std::size_t>(options.page) >= file.pages.size())
        return tl::unexpected(damaged("a form is there already, or the page is not"));
    describeFile(*file.pdf, options);
    addField(*file.pdf, file.pages[static_cast<std::size_t>(options.page)], options);
    SMARTCA_TRY(auto prepared, fillByteRange(write(*file.pdf)));
    // The reader's own rules, before anybody else has to apply them.
    SMARTCA_CHECK(findPreparedSlot(prepared));
    return prepared;
}

} // namespace

Result<Bytes> prepareForSigning(BytesView pdf, const PrepareOptions &options)
{
    return withoutExceptions([&] { return prepare(pdf, options); });
}

} // namespace smartca::pdf
