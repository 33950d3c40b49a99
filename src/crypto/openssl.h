// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"

#include <openssl/err.h>

#include <algorithm>
#include <memory>
#include <string_view>

/// Private to this room: what every file here needs to live with OpenSSL.
namespace smartca::crypto {

constexpr int rsaBitsLeast = 2048; // of any key we use or trust

template<auto Free>
struct Release {
    template<class T>
    void operator()(T *object) const noexcept
    {
        Free(object);
    }
};
/// Owns an OpenSSL object: Owned<BIO, BIO_free_all>.
template<class T, auto Free>
using Owned = std::unique_ptr<T, Release<Free>>;

/// Drops what OpenSSL notes in the thread's error queue meanwhile: an old entry would confuse the next caller
/// (TLS reads that queue).
class QuietErrors {
public:
    QuietErrors() { ERR_set_mark(); }
    ~QuietErrors() { ERR_pop_to_mark(); }
    QuietErrors(const QuietErrors &) = delete;
    QuietErrors &operator=(const QuietErrors &) = delete;
};

/// Ends the process: the library failed at something that cannot fail (no memory, no randomness, a wrong key
/// size of ours). Going on with half a cryptographic result is worse.
[[noreturn]] void cannotGoOn(std::string_view what) noexcept;

inline void demand(bool good, std::string_view what) noexcept
{
    if (!good)
        cannotGoOn(what);
}

/// Public octets; what is secret is compared with equalConstantTime.
[[nodiscard]] inline bool same(BytesView a, BytesView b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

/// The octets of an object by its i2d function; ends the process when it cannot be written.
template<class I2d, class T>
[[nodiscard]] Bytes encoded(I2d i2d, T *object)
{
    const int size = i2d(object, nullptr);
    demand(size > 0, "DER encoding");
    Bytes der(static_cast<std::size_t>(size));
    unsigned char *end = der.data();
    demand(i2d(object, &end) == size, "DER encoding");
    return der;
}

/// Reads an object by its d2i function; nothing when there is anything behind it.
template<class Handle, class D2i>
[[nodiscard]] Handle decoded(D2i d2i, BytesView der)
{
    const unsigned char *end = der.data();
    Handle object(d2i(nullptr, &end, static_cast<long>(der.size())));
    if (object && end != der.data() + der.size())
        object.reset();
    return object;
}

} // namespace smartca::crypto
