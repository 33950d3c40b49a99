// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"
#include "base/result.h"

namespace smartca::sandbox {

/// A QR code (medium error correction, quiet zone of four modules, ISO/IEC 18004) as a black and white PNG;
/// `scale` pixels a module. Failure SVC-101 when the text is too long for one.
[[nodiscard]] Result<Bytes> qrCodePng(std::string_view text, int scale = 6);

} // namespace smartca::sandbox
