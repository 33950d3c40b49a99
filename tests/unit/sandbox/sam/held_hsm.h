// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/hsm/hsm.h"

#include <condition_variable>
#include <mutex>

namespace smartca::sandbox::test {

/// The real HSM, one of whose calls can be held up: what happens meanwhile is then no matter of luck.
class HeldHsm final : public Hsm {
public:
    explicit HeldHsm(std::shared_ptr<Hsm> real) : real_(std::move(real)) {}

    enum class Call { Open, SignDigest };
    /// The next call of this kind (for Open: of this purpose) stops until release().
    void hold(Call call, SealPurpose purpose = SealPurpose::Registration)
    {
        const std::lock_guard lock(mutex_);
        wanted_ = call;
        purpose_ = purpose;
        holding_ = false;
    }
    void waitUntilHeld()
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return holding_; });
    }
    void release()
    {
        const std::lock_guard lock(mutex_);
        holding_ = false;
        changed_.notify_all();
    }

    Result<WrappedKey> generateKey(crypto::KeyKind kind, const KeyBinding &binding) override
    {
        return real_->generateKey(kind, binding);
    }
    Result<Bytes> signDigest(const WrappedKey &key, const KeyBinding &binding,
                             const crypto::Sha256 &digest) override
    {
        pass(Call::SignDigest, purpose_);
        return real_->signDigest(key, binding, digest);
    }
    Result<Bytes> certificationRequest(const WrappedKey &key, const KeyBinding &binding,
                                       std::string_view commonName) override
    {
        return real_->certificationRequest(key, binding, commonName);
    }
    Result<crypto::Sha256> mac(MacPurpose purpose, std::initializer_list<BytesView> parts) override
    {
        return real_->mac(purpose, parts);
    }
    Result<Bytes> seal(SealPurpose purpose, BytesView context, BytesView plain) override
    {
        return real_->seal(purpose, context, plain);
    }
    Result<SecretBytes> open(SealPurpose purpose, BytesView context, BytesView box) override
    {
        pass(Call::Open, purpose);
        return real_->open(purpose, context, box);
    }
    bool signsInThisProcess() const override { return !outlives && real_->signsInThisProcess(); }
    bool outlives = false; ///< as a box beside the service would
    Result<std::shared_ptr<crypto::Signer>> serviceKey(ServiceKey key) override
    {
        return real_->serviceKey(key);
    }

private:
    void pass(Call call, SealPurpose purpose)
    {
        std::unique_lock lock(mutex_);
        if (wanted_ != call || purpose != purpose_)
            return;
        wanted_.reset();
        holding_ = true;
        changed_.notify_all();
        changed_.wait(lock, [this] { return !holding_; });
    }

    std::shared_ptr<Hsm> real_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::optional<Call> wanted_;
    SealPurpose purpose_ = SealPurpose::Registration;
    bool holding_ = false;
};

} // namespace smartca::sandbox::test
