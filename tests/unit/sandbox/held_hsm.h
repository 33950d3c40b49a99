// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/hsm/hsm.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>

namespace smartca::sandbox::test {

/// The real HSM, calls of which can be held up: what happens meanwhile is then no matter of luck.
class HeldHsm final : public Hsm {
public:
    explicit HeldHsm(std::shared_ptr<Hsm> real) : real_(std::move(real)) {}

    enum class Call { Open, Seal, SignDigest, Mac };
    /// Where a call is held up: every signature, or what is opened, sealed or keyed for one purpose.
    struct Place {
        Call call{};
        SealPurpose purpose{};
        MacPurpose keyed{};
        friend bool operator==(const Place &, const Place &) = default;
    };
    /// One call held up there, the next one; it goes on at release().
    class Stop {
    public:
        Stop(HeldHsm &hsm, Place place) : hsm_(hsm), place_(place)
        {
            const std::lock_guard lock(hsm_.mutex_);
            hsm_.stops_.push_back(this);
        }
        ~Stop() { release(); }
        Stop(const Stop &) = delete;
        Stop &operator=(const Stop &) = delete;

        void waitUntilHeld()
        {
            std::unique_lock lock(hsm_.mutex_);
            hsm_.changed_.wait(lock, [this] { return held_; });
        }
        void release()
        {
            std::unique_lock lock(hsm_.mutex_);
            std::erase(hsm_.stops_, this);
            released_ = true;
            hsm_.changed_.notify_all();
            hsm_.changed_.wait(lock, [this] { return !held_; });
        }

    private:
        friend HeldHsm;
        HeldHsm &hsm_;
        Place place_;
        bool held_ = false;
        bool released_ = false;
    };

    Result<WrappedKey> generateKey(crypto::KeyKind kind, const KeyBinding &binding) override
    {
        return real_->generateKey(kind, binding);
    }
    Result<Bytes> signDigest(const WrappedKey &key, const KeyBinding &binding,
                             const crypto::Sha256 &digest) override
    {
        pass({.call = Call::SignDigest});
        auto signature = real_->signDigest(key, binding, digest);
        if (signature && signsWrong)
            signature->back() ^= 1U;
        return signature;
    }
    Result<Bytes> certificationRequest(const WrappedKey &key, const KeyBinding &binding,
                                       std::string_view commonName) override
    {
        return real_->certificationRequest(key, binding, commonName);
    }
    Result<crypto::Sha256> mac(MacPurpose purpose, std::initializer_list<BytesView> parts) override
    {
        pass({.call = Call::Mac, .keyed = purpose});
        return real_->mac(purpose, parts);
    }
    Result<Bytes> seal(SealPurpose purpose, BytesView context, BytesView plain) override
    {
        pass({.call = Call::Seal, .purpose = purpose});
        return real_->seal(purpose, context, plain);
    }
    Result<SecretBytes> open(SealPurpose purpose, BytesView context, BytesView box) override
    {
        pass({.call = Call::Open, .purpose = purpose});
        return real_->open(purpose, context, box);
    }
    bool signsInThisProcess() const override { return !outlives && real_->signsInThisProcess(); }
    bool outlives = false;                ///< as a box beside the service would
    std::atomic<bool> signsWrong = false; ///< a fault of the box: one bit of each signature is another
    Result<std::shared_ptr<crypto::Signer>> serviceKey(ServiceKey key) override
    {
        return real_->serviceKey(key);
    }

private:
    void pass(const Place &place)
    {
        std::unique_lock lock(mutex_);
        const auto found = std::find_if(stops_.begin(), stops_.end(),
                                        [&](const Stop *stop) { return stop->place_ == place; });
        if (found == stops_.end())
            return;
        Stop &stop = **found;
        stops_.erase(found);
        stop.held_ = true;
        changed_.notify_all();
        changed_.wait(lock, [&stop] { return stop.released_; });
        stop.held_ = false;
        changed_.notify_all();
    }

    std::shared_ptr<Hsm> real_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Stop *> stops_; ///< that no call has come to yet
};

} // namespace smartca::sandbox::test
