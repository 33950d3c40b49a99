// SPDX-License-Identifier: Apache-2.0
#include "crypto/key_parts.h"

#include "crypto/der.h"
#include "crypto/numbers.h"
#include "crypto/object_identifiers.h"
#include "crypto/openssl.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <algorithm>
#include <bit>

namespace smartca::crypto::key_parts {
namespace {

using KeyContext = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;

/// DER of everything before the point in the SubjectPublicKeyInfo of an uncompressed P-256 key, 0x04 included
/// (RFC 5480 §2).
constexpr std::array<std::uint8_t, 27> p256Prefix{0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48,
                                                  0xCE, 0x3D, 0x02, 0x01, 0x06, 0x08, 0x2A, 0x86, 0x48,
                                                  0xCE, 0x3D, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04};
/// The same before the private number and before the point of a P-256 key's PKCS#8 (RFC 5915 §3).
constexpr std::array<std::uint8_t, 36> p256ScalarPrefix{0x30, 0x81, 0x87, 0x02, 0x01, 0x00, 0x30, 0x13, 0x06,
                                                        0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01, 0x06,
                                                        0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07,
                                                        0x04, 0x6D, 0x30, 0x6B, 0x02, 0x01, 0x01, 0x04, 0x20};
constexpr std::array<std::uint8_t, 5> p256PointPrefix{0xA1, 0x44, 0x03, 0x42, 0x00};
/// n, how many points the curve has (SP 800-186 §3.2.1.3).
constexpr std::array<std::uint8_t, coordinateSize> p256Order{
    0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    0xBC, 0xE6, 0xFA, 0xAD, 0xA7, 0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51};

constexpr std::size_t rsaOctetsLeast = rsaBitsLeast / 8;
constexpr std::size_t rsaOctetsMost = 512;
constexpr std::array<std::uint8_t, 3> rsaExponent{0x01, 0x00, 0x01};

/// What an RSA private key is made of after its version, in the order of RFC 8017 A.1.2.
constexpr std::array rsaNames{OSSL_PKEY_PARAM_RSA_N,         OSSL_PKEY_PARAM_RSA_E,
                              OSSL_PKEY_PARAM_RSA_D,         OSSL_PKEY_PARAM_RSA_FACTOR1,
                              OSSL_PKEY_PARAM_RSA_FACTOR2,   OSSL_PKEY_PARAM_RSA_EXPONENT1,
                              OSSL_PKEY_PARAM_RSA_EXPONENT2, OSSL_PKEY_PARAM_RSA_COEFFICIENT1};
constexpr std::size_t rsaPublicNumbers = 2;

void freeOctets(unsigned char *octets)
{
    OPENSSL_free(octets);
}

bool startsWith(BytesView octets, BytesView prefix)
{
    return octets.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), octets.begin());
}

Bytes rsaAlgorithm()
{
    return der::sequence({oid::rsaEncryption, der::value(der::nullTag, {})});
}

bool isRsaAlgorithm(const std::optional<der::Element> &algorithm)
{
    const auto ours = rsaAlgorithm();
    return algorithm &&
           std::equal(ours.begin(), ours.end(), algorithm->whole.begin(), algorithm->whole.end());
}

PkeyPtr keyFrom(const char *type, int selection, OSSL_PARAM *params)
{
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *key = nullptr;
    demand(context && EVP_PKEY_fromdata_init(context.get()) == 1, "key reading");
    if (EVP_PKEY_fromdata(context.get(), &key, selection, params) != 1)
        return nullptr;
    return PkeyPtr(key);
}

/// A number as parameter: the platform's order, x86 and ARM being little-endian. `room` is where it is kept.
OSSL_PARAM numberParam(const char *name, BytesView bigEndian, std::uint8_t *room)
{
    static_assert(std::endian::native == std::endian::little);
    std::reverse_copy(bigEndian.begin(), bigEndian.end(), room);
    return OSSL_PARAM_construct_BN(name, room, bigEndian.size());
}

bool isRsaWeAccept(BytesView modulus, BytesView exponent)
{
    return modulus.size() >= rsaOctetsLeast && modulus.size() <= rsaOctetsMost &&
           (modulus.size() > rsaOctetsLeast || (modulus[0] & 0x80U) != 0) &&
           std::equal(exponent.begin(), exponent.end(), rsaExponent.begin(), rsaExponent.end());
}

/// The next `count` numbers of `reader`, which must be all it has.
std::optional<RsaNumbers> readRsaNumbers(der::Reader &reader, std::size_t count)
{
    RsaNumbers numbers;
    for (std::size_t i = 0; i < count; ++i) {
        const auto integer = reader.next(der::integerTag);
        const auto magnitude = integer ? der::magnitude(integer->content) : std::nullopt;
        if (!magnitude || magnitude->empty())
            return std::nullopt;
        numbers.at(i) = *magnitude;
    }
    if (!reader.atEnd() || !isRsaWeAccept(numbers[0], numbers[1]))
        return std::nullopt;
    return numbers;
}

PkeyPtr rsaFrom(const RsaNumbers &numbers, std::size_t count)
{
    std::size_t size = 0;
    for (const auto number : numbers)
        size += number.size();
    SecretBytes room(size);
    std::array<OSSL_PARAM, rsaNames.size() + 1> params;
    std::size_t at = 0;
    for (std::size_t i = 0; i < count; at += numbers[i++].size())
        params[i] = numberParam(rsaNames[i], numbers[i], room.data() + at);
    params[count] = OSSL_PARAM_construct_end();
    return keyFrom("RSA", count == rsaPublicNumbers ? EVP_PKEY_PUBLIC_KEY : EVP_PKEY_KEYPAIR, params.data());
}

/// What the one SEQUENCE holds that `octets` consist of.
std::optional<der::Reader> onlySequence(BytesView octets)
{
    der::Reader outside(octets);
    const auto sequence = outside.next(der::sequenceTag);
    if (!sequence || !outside.atEnd())
        return std::nullopt;
    return der::Reader(sequence->content);
}

PkeyPtr rsaFromSpki(BytesView spki)
{
    auto fields = onlySequence(spki);
    if (!fields || !isRsaAlgorithm(fields->next(der::sequenceTag)))
        return nullptr;
    const auto bits = fields->next(der::bitStringTag);
    if (!bits || !fields->atEnd() || bits->content.empty() || bits->content[0] != 0)
        return nullptr;
    auto sequence = onlySequence(bits->content.subspan(1));
    const auto numbers = sequence ? readRsaNumbers(*sequence, rsaPublicNumbers) : std::nullopt;
    return numbers ? rsaFrom(*numbers, rsaPublicNumbers) : nullptr;
}

OSSL_PARAM groupParam()
{
    static char group[] = SN_X9_62_prime256v1;
    return OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group, 0);
}

OSSL_PARAM pointParam(BytesView point)
{
    return OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY,
                                             const_cast<std::uint8_t *>(point.data()), point.size());
}

/// The curve alone. Making it takes longer than copying it into each key.
EVP_PKEY *p256Curve()
{
    static const PkeyPtr curve = [] {
        OSSL_PARAM params[] = {groupParam(), OSSL_PARAM_construct_end()};
        return keyFrom("EC", EVP_PKEY_KEY_PARAMETERS, params);
    }();
    return curve.get();
}

/// The point is checked to be one of the curve.
PkeyPtr p256FromSpki(BytesView spki)
{
    PkeyPtr key(EVP_PKEY_new());
    const auto point = spki.last(pointSize);
    demand(key != nullptr && EVP_PKEY_copy_parameters(key.get(), p256Curve()) == 1, "key reading");
    if (EVP_PKEY_set1_encoded_public_key(key.get(), point.data(), point.size()) != 1)
        return nullptr;
    return key;
}

bool isZero(const std::optional<der::Element> &integer)
{
    return integer && integer->content.size() == 1 && integer->content[0] == 0;
}

PkeyPtr rsaFromPkcs8(BytesView pkcs8)
{
    const auto numbers = rsaNumbersFromPkcs8(pkcs8);
    return numbers ? rsaFrom(*numbers, numbers->size()) : nullptr;
}

/// 1 to n − 1 (SEC 1 §3.2.1), which OpenSSL does not look at when it reads a key. No branch on the number:
/// number − n borrows at its top octet exactly when the number is smaller.
bool isScalar(BytesView number)
{
    unsigned any = 0;
    unsigned borrow = 0;
    for (std::size_t at = coordinateSize; at-- > 0;) {
        any |= number[at];
        borrow = ((number[at] - p256Order.at(at) - borrow) >> 8U) & 1U;
    }
    return any != 0 && borrow == 1;
}

PkeyPtr p256FromPkcs8(BytesView pkcs8)
{
    constexpr std::size_t size =
        p256ScalarPrefix.size() + coordinateSize + p256PointPrefix.size() + pointSize;
    if (pkcs8.size() != size || !startsWith(pkcs8, p256ScalarPrefix))
        return nullptr;
    const auto scalar = pkcs8.subspan(p256ScalarPrefix.size(), coordinateSize);
    const auto rest = pkcs8.subspan(p256ScalarPrefix.size() + coordinateSize);
    const auto point = rest.last(pointSize);
    if (!startsWith(rest, p256PointPrefix) || !publicKeyFromSpki(p256Spki(point.subspan(1))))
        return nullptr;
    return p256KeyPair(scalar, point);
}

bool hasText(EVP_PKEY *key, const char *name, std::string_view wanted)
{
    std::array<char, 64> text{};
    std::size_t size = 0;
    return EVP_PKEY_get_utf8_string_param(key, name, text.data(), text.size(), &size) == 1 &&
           std::string_view(text.data(), size) == wanted;
}

/// Nothing for another curve, or the same one spelled out.
std::optional<Bytes> p256SpkiOf(EVP_PKEY *key)
{
    std::array<std::uint8_t, pointSize> point{};
    std::size_t size = 0;
    if (!hasText(key, OSSL_PKEY_PARAM_GROUP_NAME, SN_X9_62_prime256v1) ||
        !hasText(key, OSSL_PKEY_PARAM_EC_ENCODING, OSSL_PKEY_EC_ENCODING_GROUP) ||
        EVP_PKEY_get_octet_string_param(key, OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size(), &size) !=
            1 ||
        size != pointSize || point[0] != POINT_CONVERSION_UNCOMPRESSED)
        return std::nullopt;
    return p256Spki(BytesView(point).subspan(1));
}

std::optional<Bytes> rsaIntegerOf(EVP_PKEY *key, const char *name)
{
    BIGNUM *raw = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &raw) != 1)
        return std::nullopt;
    const Number number(raw);
    Bytes magnitude(static_cast<std::size_t>(BN_num_bytes(raw)));
    BN_bn2bin(raw, magnitude.data());
    return der::unsignedInteger(magnitude);
}

std::optional<Bytes> rsaSpkiOf(EVP_PKEY *key)
{
    const auto modulus = rsaIntegerOf(key, OSSL_PKEY_PARAM_RSA_N);
    const auto exponent = rsaIntegerOf(key, OSSL_PKEY_PARAM_RSA_E);
    if (!modulus || !exponent)
        return std::nullopt;
    return der::sequence({rsaAlgorithm(), der::bitString(der::sequence({*modulus, *exponent}))});
}

} // namespace

bool isP256Spki(BytesView spki)
{
    return spki.size() == p256Prefix.size() + 2 * coordinateSize && startsWith(spki, p256Prefix);
}

BytesView coordinatesOf(BytesView p256Spki)
{
    return p256Spki.last(2 * coordinateSize);
}

Bytes p256Spki(BytesView coordinates)
{
    Bytes spki(p256Prefix.size() + coordinates.size());
    std::copy(coordinates.begin(), coordinates.end(),
              std::copy(p256Prefix.begin(), p256Prefix.end(), spki.begin()));
    return spki;
}

KeyKind kindOf(EVP_PKEY *key)
{
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_EC)
        return KeyKind::P256;
    return EVP_PKEY_get_bits(key) < 3072 ? KeyKind::Rsa2048 : KeyKind::Rsa3072;
}

PkeyPtr publicKeyFromSpki(BytesView spki)
{
    const QuietErrors quiet;
    return isP256Spki(spki) ? p256FromSpki(spki) : rsaFromSpki(spki);
}

Bytes spkiOf(EVP_PKEY *key)
{
    const QuietErrors quiet;
    std::optional<Bytes> spki;
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_EC)
        spki = p256SpkiOf(key);
    else if (EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA)
        spki = rsaSpkiOf(key);
    if (spki)
        return std::move(*spki);
    // A kind we refuse: somebody may want to look at it all the same.
    unsigned char *der = nullptr;
    const int size = i2d_PUBKEY(key, &der);
    const Owned<unsigned char, freeOctets> octets(der);
    return size > 0 ? Bytes(der, der + size) : Bytes{};
}

std::optional<RsaNumbers> rsaNumbersFromPkcs8(BytesView pkcs8)
{
    auto fields = onlySequence(pkcs8);
    if (!fields || !isZero(fields->next(der::integerTag)) || !isRsaAlgorithm(fields->next(der::sequenceTag)))
        return std::nullopt;
    const auto octets = fields->next(der::octetStringTag);
    if (!octets || !fields->atEnd())
        return std::nullopt;
    auto numbers = onlySequence(octets->content);
    if (!numbers || !isZero(numbers->next(der::integerTag)))
        return std::nullopt;
    return readRsaNumbers(*numbers, rsaNames.size());
}

PkeyPtr privateKeyFromPkcs8(BytesView pkcs8)
{
    const QuietErrors quiet;
    return startsWith(pkcs8, p256ScalarPrefix) ? p256FromPkcs8(pkcs8) : rsaFromPkcs8(pkcs8);
}

bool hasScalarInRange(EVP_PKEY *key)
{
    const QuietErrors quiet;
    BIGNUM *raw = nullptr;
    if (EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_PRIV_KEY, &raw) != 1)
        return false;
    const SecretNumber number(raw);
    SecretBytes octets(coordinateSize);
    return BN_bn2binpad(raw, octets.data(), coordinateSize) == coordinateSize && isScalar(octets.view());
}

PkeyPtr p256KeyPair(BytesView scalar, BytesView point)
{
    if (scalar.size() != coordinateSize || !isScalar(scalar))
        return nullptr;
    const QuietErrors quiet;
    SecretBytes room(scalar.size());
    OSSL_PARAM params[] = {groupParam(), numberParam(OSSL_PKEY_PARAM_PRIV_KEY, scalar, room.data()),
                           pointParam(point), OSSL_PARAM_construct_end()};
    return keyFrom("EC", EVP_PKEY_KEYPAIR, params);
}

} // namespace smartca::crypto::key_parts
