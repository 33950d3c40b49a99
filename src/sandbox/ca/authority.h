// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/ca/certificate_plan.h"
#include "sandbox/hsm/hsm.h"

#include <filesystem>

namespace smartca::sandbox {

/// The sandbox's certificate authorities: document root (20 years) → issuing CA (10 years) → subscribers; the
/// time-stamp authority hangs on the same document root, so one pinned file verifies a signed record whole.
/// Keys in the HSM, certificates in DIR/ca; made at first use, the same ever after. TLS has a root of its
/// own.
class Authority {
public:
    /// Failure HSM-101, or SVC-101 when the folder cannot be used or a certificate does not fit its key, or
    /// is missing and none `mayMake`.
    [[nodiscard]] static Result<std::unique_ptr<Authority>> open(const std::filesystem::path &folder,
                                                                 std::shared_ptr<Hsm> hsm, const Clock &clock,
                                                                 bool mayMake = true);

    /// Where CRL and issuer certificate will be found (AIA, CRL DP): "https://host:port", no slash behind it.
    /// Set once, before anything is issued.
    void publishAt(std::string publicUrl) { publicUrl_ = std::move(publicUrl); }
    [[nodiscard]] const std::string &publicUrl() const { return publicUrl_; }

    [[nodiscard]] const crypto::Certificate &documentRoot() const { return documentRoot_; }
    [[nodiscard]] const crypto::Certificate &issuing() const { return issuing_; }
    [[nodiscard]] const crypto::Certificate &timeStamp() const { return timeStamp_; }
    [[nodiscard]] const crypto::Certificate &tlsRoot() const { return tlsRoot_; }
    /// Issuing CA first, root last.
    [[nodiscard]] std::vector<crypto::Certificate> chain() const { return {issuing_, documentRoot_}; }

    [[nodiscard]] Hsm &hsm() const { return *hsm_; }
    [[nodiscard]] const Clock &clock() const { return clock_; }

private:
    Authority(std::shared_ptr<Hsm> hsm, const Clock &clock, std::vector<crypto::Certificate> certificates);

    std::shared_ptr<Hsm> hsm_;
    const Clock &clock_;
    std::string publicUrl_ = "https://127.0.0.1:8443";
    crypto::Certificate documentRoot_;
    crypto::Certificate issuing_;
    crypto::Certificate timeStamp_;
    crypto::Certificate tlsRoot_;
};

/// Certificates are good from five minutes before they are made: phones' clocks run behind.
inline constexpr Seconds backdating{300};

/// The same day and time so many years later (29 February: the 28th), less one second: validity includes its
/// last second.
[[nodiscard]] UtcTime yearsLater(UtcTime from, int years);

} // namespace smartca::sandbox
