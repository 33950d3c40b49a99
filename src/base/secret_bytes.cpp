// SPDX-License-Identifier: Apache-2.0
#include "base/secret_bytes.h"

#include <openssl/crypto.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

namespace smartca {
namespace {

constexpr std::size_t secureHeapSize = 65536;
constexpr std::size_t secureHeapSmallest = 32;

std::uint8_t *allocate(std::size_t size)
{
    // A full or missing secure heap yields nullptr or falls through to the ordinary heap; never a lost
    // secret.
    void *memory = OPENSSL_secure_malloc(size);
    if (memory == nullptr)
        memory = OPENSSL_malloc(size);
    if (memory == nullptr)
        throw std::bad_alloc();
    return static_cast<std::uint8_t *>(memory);
}

void release(std::uint8_t *memory, std::size_t size) noexcept
{
    if (memory == nullptr)
        return;
    OPENSSL_secure_clear_free(memory, size); // falls back to OPENSSL_clear_free for ordinary memory
}

} // namespace

SecretBytes::SecretBytes(std::size_t size)
{
    reserve(size);
    size_ = size;
    if (data_ != nullptr)
        std::memset(data_, 0, size_);
}

SecretBytes::SecretBytes(BytesView source)
{
    append(source);
}

SecretBytes::~SecretBytes()
{
    clear();
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)),
      capacity_(std::exchange(other.capacity_, 0))
{}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    if (this != &other) {
        clear();
        data_ = std::exchange(other.data_, nullptr);
        size_ = std::exchange(other.size_, 0);
        capacity_ = std::exchange(other.capacity_, 0);
    }
    return *this;
}

SecretBytes SecretBytes::concat(std::initializer_list<BytesView> parts)
{
    std::size_t total = 0;
    for (const auto part : parts)
        total += part.size();
    SecretBytes whole;
    whole.reserve(total);
    for (const auto part : parts)
        whole.append(part);
    return whole;
}

void SecretBytes::append(BytesView more)
{
    if (more.empty())
        return;
    if (data_ == nullptr || size_ + more.size() > capacity_)
        reserve(std::max(size_ + more.size(), capacity_ * 2));
    std::memcpy(data_ + size_, more.data(), more.size());
    size_ += more.size();
}

void SecretBytes::truncate(std::size_t size) noexcept
{
    if (size >= size_)
        return;
    OPENSSL_cleanse(data_ + size, size_ - size);
    size_ = size;
}

void SecretBytes::clear() noexcept
{
    release(data_, capacity_);
    data_ = nullptr;
    size_ = capacity_ = 0;
}

void SecretBytes::reserve(std::size_t capacity)
{
    if (capacity <= capacity_)
        return;
    auto *bigger = allocate(capacity);
    if (size_ > 0)
        std::memcpy(bigger, data_, size_);
    release(data_, capacity_);
    data_ = bigger;
    capacity_ = capacity;
}

bool SecretBytes::equals(BytesView other) const noexcept
{
    return size_ == other.size() && (size_ == 0 || CRYPTO_memcmp(data_, other.data(), size_) == 0);
}

void wipe(void *data, std::size_t size) noexcept
{
    OPENSSL_cleanse(data, size);
}

bool hardenProcess() noexcept
{
    prctl(PR_SET_DUMPABLE, 0);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    return CRYPTO_secure_malloc_initialized() == 1 ||
           CRYPTO_secure_malloc_init(secureHeapSize, secureHeapSmallest) == 1;
}

} // namespace smartca
