// SPDX-License-Identifier: Apache-2.0
#include "pdf/xmp.h"

#include "base/clock.h"
#include "base/markup.h"

namespace smartca::pdf {
namespace {

std::string element(std::string_view name, std::string_view text)
{
    if (text.empty())
        return {};
    const std::string tag(name);
    return "<" + tag + ">" + markupEscaped(text) + "</" + tag + ">\n";
}

} // namespace

std::string xmpPacket(const Metadata &metadata)
{
    const auto time = toRfc3339(fromUnixSeconds(metadata.time));
    std::string packet =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
        " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n";
    packet += "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + markupEscaped(metadata.title) +
              "</rdf:li></rdf:Alt></dc:title>\n";
    packet += "<dc:language><rdf:Bag><rdf:li>" + markupEscaped(metadata.language) +
              "</rdf:li></rdf:Bag></dc:language>\n";
    packet += element("xmp:CreatorTool", metadata.creator);
    packet += element("pdf:Producer", metadata.producer);
    packet += element("xmp:CreateDate", time) + element("xmp:ModifyDate", time);
    if (metadata.pdfA1b)
        packet += element("pdfaid:part", "1") + element("pdfaid:conformance", "B");
    return packet + "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
}

std::string pdfDate(std::int64_t time)
{
    auto digits = toRfc3339(fromUnixSeconds(time));
    std::erase_if(digits, [](char c) { return c == '-' || c == ':' || c == 'T'; });
    return "D:" + digits;
}

bool claimsPdfA1b(std::string_view packet)
{
    const auto says = [packet](std::string_view text) { return packet.find(text) != std::string_view::npos; };
    return says("pdfaid:part=\"1\"") && says("pdfaid:conformance=\"B\"");
}

} // namespace smartca::pdf
