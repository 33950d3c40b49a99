// SPDX-License-Identifier: Apache-2.0
#include "sandbox/mail/qr_image.h"

#include "sandbox/store/service_fault.h"

#include <qrcodegen/qrcodegen.hpp>

#include <zlib.h>

namespace smartca::sandbox {

namespace {

constexpr int quietZone = 4;

void appendBigEndian(Bytes &bytes, std::uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(value >> shift));
}

/// PNG (ISO/IEC 15948) §5.3: length, type, data, CRC over type and data.
void appendChunk(Bytes &png, std::string_view type, const Bytes &data)
{
    appendBigEndian(png, static_cast<std::uint32_t>(data.size()));
    const auto start = png.size();
    png.insert(png.end(), type.begin(), type.end());
    png.insert(png.end(), data.begin(), data.end());
    appendBigEndian(
        png, static_cast<std::uint32_t>(crc32(0, png.data() + start, static_cast<uInt>(png.size() - start))));
}

/// Rows of one bit a pixel, 1 white, each after a filter octet 0.
Bytes pixelRows(const qrcodegen::QrCode &code, int scale, int side)
{
    Bytes rows;
    const auto stride = static_cast<std::size_t>(side + 7) / 8;
    for (int y = 0; y < side; ++y) {
        Bytes row(stride, 0);
        for (int x = 0; x < side; ++x)
            if (!code.getModule(x / scale - quietZone, y / scale - quietZone)) // outside the code: light
                row[static_cast<std::size_t>(x) / 8] |= static_cast<std::uint8_t>(0x80U >> (x % 8));
        rows.push_back(0);
        rows.insert(rows.end(), row.begin(), row.end());
    }
    return rows;
}

Bytes deflated(const Bytes &plain)
{
    uLongf size = compressBound(static_cast<uLong>(plain.size()));
    Bytes packed(size);
    compress(packed.data(), &size, plain.data(), static_cast<uLong>(plain.size()));
    packed.resize(size);
    return packed;
}

} // namespace

Result<Bytes> qrCodePng(std::string_view text, int scale)
{
    try {
        const auto code =
            qrcodegen::QrCode::encodeText(std::string(text).c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
        const int side = (code.getSize() + 2 * quietZone) * scale;
        Bytes png{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        Bytes header;
        appendBigEndian(header, static_cast<std::uint32_t>(side));
        appendBigEndian(header, static_cast<std::uint32_t>(side));
        header.insert(header.end(), {1, 0, 0, 0, 0}); // one bit, greyscale
        appendChunk(png, "IHDR", header);
        appendChunk(png, "IDAT", deflated(pixelRows(code, scale, side)));
        appendChunk(png, "IEND", {});
        return png;
    } catch (const std::exception &error) {
        return tl::unexpected(serviceFault(std::string("no QR code: ") + error.what()));
    }
}

} // namespace smartca::sandbox
