// SPDX-License-Identifier: Apache-2.0
#include "sandbox/store/blob.h"

namespace smartca::sandbox {

Blob::Blob(Session &session, BytesView bytes) : value(session), indicator(soci::i_ok)
{
    if (!bytes.empty())
        value.write(0, reinterpret_cast<const char *>(bytes.data()), bytes.size());
}

Bytes Blob::bytes()
{
    if (indicator == soci::i_null)
        return {};
    Bytes bytes(value.get_len());
    if (!bytes.empty())
        value.read(0, reinterpret_cast<char *>(bytes.data()), bytes.size());
    return bytes;
}

} // namespace smartca::sandbox
