// SPDX-License-Identifier: Apache-2.0
// Makes what the foreign judges are shown: a good signed record and the five mutations of it.
//   make_files OUT               from a small world of its own (RSA-3072, and good-p256.pdf)
//   make_files OUT RECORD ROOT   from a record that the service made, and its document root
// Written to OUT: root.pem, good.pdf, m1.pdf … m5.pdf; what each is stands in `expectations`. m3.pdf needs
// the signer's key, so there is none of somebody else's record.
#include "base/encoding.h"
#include "crypto/cms.h"
#include "fixtures/test_ca.h"
#include "pdf/signature_field.h"
#include "unit/pdf/small_pdf.h"

#include <qpdf/QPDF.hh>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace smartca {
namespace {

using fixtures::Identity;
using fixtures::Role;

struct World {
    Identity root;
    Identity issuing;
    Identity subscriber;
    Identity timeStampAuthority;
    UtcTime now;
};

[[noreturn]] void give_up(const std::string &why)
{
    std::cerr << "make_files: " << why << "\n";
    std::exit(1);
}

template<class T>
T must(Result<T> result)
{
    if (!result)
        give_up(result.error().detail);
    return *std::move(result);
}

/// As the sandbox's: one root for documents and time stamps, certificates of docs/protocol.md §7, valid from
/// today on.
World makeWorld(crypto::KeyKind authorities, crypto::KeyKind kind)
{
    const auto now = std::chrono::floor<Seconds>(SystemClock().now());
    const auto from = now - Seconds(3600);
    const auto until = now + Seconds(365 * 86400);
    auto root = fixtures::makeRoot({.commonName = "Interop document root",
                                    .keyKind = authorities,
                                    .notBefore = from,
                                    .notAfter = until});
    auto issuing = fixtures::issue(root, {.commonName = "Interop issuing CA",
                                          .role = Role::Intermediate,
                                          .keyKind = authorities,
                                          .notBefore = from,
                                          .notAfter = until});
    auto subscriber = fixtures::issue(
        issuing,
        {.commonName = "Nguyễn Thị Hoà",
         .subject = {{"C", "VN"}, {"serialNumber", "IDCVN-079162001418"}, {"UID", "CCCD:079162001418"}},
         .keyKind = kind,
         .notBefore = from,
         .notAfter = until});
    auto authority = fixtures::issue(root, {.commonName = "Interop time stamps",
                                            .role = Role::TimeStampAuthority,
                                            .keyKind = authorities,
                                            .notBefore = from,
                                            .notAfter = until});
    return {std::move(root), std::move(issuing), std::move(subscriber), std::move(authority), now};
}

Bytes preparedRecord(const World &world)
{
    auto options = pdf::testing::recordOptions();
    options.signingTime = toUnixSeconds(world.now);
    return must(pdf::prepareForSigning(pdf::testing::SmallPdf().write(), options));
}

Bytes cmsOver(World &world, const crypto::Sha256 &digest)
{
    return fixtures::signedData(world.subscriber, {world.issuing.certificate}, digest,
                                &world.timeStampAuthority, world.now);
}

Bytes sign(World &world, BytesView prepared)
{
    const auto slot = must(pdf::findPreparedSlot(prepared));
    return must(pdf::fillSlot(prepared, slot, cmsOver(world, pdf::digestAround(prepared, slot))));
}

/// The record before it was signed.
Bytes emptied(BytesView record)
{
    auto octets = toBytes(record);
    const std::string_view key = "/Contents <";
    const auto start = asText(octets).find(std::string(key) + "30"); // a CMS begins with a SEQUENCE
    const auto end = asText(octets).find('>', start);
    if (start == std::string_view::npos || end == std::string_view::npos)
        give_up("the record holds no signature");
    std::fill(octets.begin() + static_cast<std::ptrdiff_t>(start + key.size()),
              octets.begin() + static_cast<std::ptrdiff_t>(end), '0');
    return octets;
}

/// M1: a page becomes one point taller.
Bytes changeContent(BytesView record)
{
    auto octets = toBytes(record);
    const auto at = asText(octets).find(']', asText(octets).find("/MediaBox"));
    const auto digit = asText(octets).find_last_of("0123456789", at);
    octets.at(digit) = octets[digit] == '9' ? '8' : octets[digit] + 1;
    return octets;
}

/// M2: the last bit of the signature value.
Bytes changeSignature(BytesView record)
{
    auto octets = toBytes(record);
    const auto slot = must(pdf::findPreparedSlot(emptied(record)));
    auto contents = must(Result<Bytes>(
        hexDecode(asText(octets).substr(slot.contentsStart + 1, slot.contentsEnd - slot.contentsStart - 2))
            .value()));
    // SEQUENCE, two octets of length behind 0x82
    contents.resize(4 + (static_cast<std::size_t>(contents.at(2)) << 8 | contents.at(3)));
    const auto signature = must(crypto::parseSignedData(contents)).signature;
    const auto found = std::search(contents.begin(), contents.end(), signature.begin(), signature.end());
    *(found + static_cast<std::ptrdiff_t>(signature.size()) - 1) ^= 1;
    return must(pdf::fillSlot(emptied(record), slot, contents));
}

/// M3 with the key: the signer was made to sign a /ByteRange that leaves out what follows the placeholder up
/// to and with /M, and then the time in /M was changed.
Bytes signWithGap(World &world, BytesView prepared)
{
    const auto slot = must(pdf::findPreparedSlot(prepared));
    std::string text(asText(prepared));
    const auto behindTime = text.find(')', text.find("/M (D:", slot.contentsEnd)) + 1;
    const auto range = "/ByteRange [ 0 " + std::to_string(slot.contentsStart) + " " +
                       std::to_string(behindTime) + " " + std::to_string(text.size() - behindTime) + " ";
    const auto at = text.find("/ByteRange [");
    const auto end = text.find(']', at);
    text.replace(at, end - at, range + std::string(end - at - range.size(), ' '));
    const auto octets = toBytes(text);
    const auto digest =
        crypto::sha256({BytesView(octets).first(slot.contentsStart), BytesView(octets).subspan(behindTime)});
    auto record = must(pdf::fillSlot(octets, slot, cmsOver(world, digest)));
    auto &year = record.at(text.find("/M (D:", slot.contentsEnd) + 9);
    year = year == '0' ? '1' : '0';
    return record;
}

/// M3 without the key: the second range begins one octet later.
Bytes widenGap(BytesView record)
{
    const auto slot = must(pdf::findPreparedSlot(emptied(record)));
    const auto rest = record.size() - slot.contentsEnd;
    const auto numbers = [](std::size_t start, std::size_t length) {
        return " " + std::to_string(start) + " " + std::to_string(length) + " ";
    };
    return pdf::testing::replaced(record, numbers(slot.contentsEnd, rest),
                                  numbers(slot.contentsEnd + 1, rest - 1));
}

/// M4: an update behind the signature that puts another text onto the first page.
Bytes appendPage(BytesView record)
{
    QPDF parsed;
    parsed.processMemoryFile("record", reinterpret_cast<const char *>(record.data()), record.size());
    auto page = parsed.getAllPages().front();
    auto dictionary = page.shallowCopy();
    dictionary.removeKey("/Contents");
    const int fresh = static_cast<int>(parsed.getTrailer().getKey("/Size").getIntValue());
    auto text = dictionary.unparse();
    text.insert(text.rfind(">>"), "/Contents " + std::to_string(fresh) + " 0 R ");
    return pdf::testing::appendRevision(
        record,
        {{page.getObjectID(), text}, {fresh, pdf::testing::stream("", "0 0 1 rg 72 72 200 200 re f")}});
}

void write(const std::filesystem::path &path, BytesView octets)
{
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char *>(octets.data()), static_cast<std::streamsize>(octets.size()));
    if (!file.flush())
        give_up("cannot write " + path.string());
}

Bytes read(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        give_up("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(file), {}};
}

void writeMutations(const std::filesystem::path &out, BytesView good)
{
    auto foreign = makeWorld(crypto::KeyKind::P256, crypto::KeyKind::P256);
    write(out / "good.pdf", good);
    write(out / "m1.pdf", changeContent(good));
    write(out / "m2.pdf", changeSignature(good));
    write(out / "m3-keyless.pdf", widenGap(good));
    write(out / "m4.pdf", appendPage(good));
    write(out / "m5.pdf", sign(foreign, emptied(good)));
}

void fromOwnWorld(const std::filesystem::path &out)
{
    auto world = makeWorld(crypto::KeyKind::Rsa2048, crypto::KeyKind::Rsa3072);
    const auto prepared = preparedRecord(world);
    write(out / "root.pem", asBytes(world.root.certificate.pem()));
    writeMutations(out, sign(world, prepared));
    write(out / "m3.pdf", signWithGap(world, prepared));
    world.subscriber = fixtures::issue(world.issuing, {.commonName = "Trần Văn Bình",
                                                       .notBefore = world.now - Seconds(3600),
                                                       .notAfter = world.now + Seconds(86400)});
    write(out / "good-p256.pdf", sign(world, prepared));
}

} // namespace
} // namespace smartca

int main(int count, char **arguments)
{
    using namespace smartca;
    if (count != 2 && count != 4)
        give_up("make_files OUT [RECORD ROOT]");
    const std::filesystem::path out(arguments[1]);
    std::filesystem::create_directories(out);
    if (count == 2) {
        fromOwnWorld(out);
        return 0;
    }
    const auto record = read(arguments[2]);
    write(out / "root.pem", read(arguments[3]));
    writeMutations(out, record);
    return 0;
}
