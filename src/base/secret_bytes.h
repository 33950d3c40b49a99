// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.h"

#include <initializer_list>

namespace smartca {

/// Octets in locked memory that are wiped when they go: PIN, password, code, key material.
/// Moves, never copies silently; clone() says that a copy is meant. Comparison takes constant time.
/// Storage comes from OpenSSL's secure heap (locked, not dumped) while that has room, else from the ordinary
/// heap; wiped either way.
class SecretBytes {
public:
    SecretBytes() noexcept = default;
    explicit SecretBytes(std::size_t size);
    explicit SecretBytes(BytesView source);
    ~SecretBytes();

    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;

    [[nodiscard]] static SecretBytes fromText(std::string_view text) { return SecretBytes(asBytes(text)); }
    /// The parts one after the other, in one piece of secure memory.
    [[nodiscard]] static SecretBytes concat(std::initializer_list<BytesView> parts);

    [[nodiscard]] SecretBytes clone() const { return SecretBytes(view()); }
    [[nodiscard]] BytesView view() const noexcept { return {data_, size_}; }
    [[nodiscard]] std::string_view text() const noexcept { return asText(view()); }
    [[nodiscard]] std::uint8_t *data() noexcept { return data_; }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
    void append(BytesView more);
    void truncate(std::size_t size) noexcept;
    void clear() noexcept;

    [[nodiscard]] friend bool operator==(const SecretBytes &a, const SecretBytes &b) noexcept
    {
        return a.equals(b.view());
    }
    [[nodiscard]] bool equals(BytesView other) const noexcept;

private:
    void reserve(std::size_t capacity);

    std::uint8_t *data_ = nullptr;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

/// Wipes what is borrowed: for library buffers that held a secret.
void wipe(void *data, std::size_t size) noexcept;

/// Sets up the secure heap (64 KiB), forbids core dumps and other processes' looks into ours. Call once,
/// first thing in main(). Returns false when memory could not be locked; everything works then, unlocked.
bool hardenProcess() noexcept;

} // namespace smartca
