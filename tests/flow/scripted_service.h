// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/certificate.h"
#include "protocol/service_profile.h"

#include <QTcpServer>

#include <functional>

namespace smartca::test {

/// Stands where the service should be and answers as the real one never would: with garbage, too late, not at
/// all, behind a certificate of the wrong date. TLS is real.
class ScriptedService : public QTcpServer {
    Q_OBJECT

public:
    /// Validity of its certificate, around the real time.
    explicit ScriptedService(Seconds notBefore = Seconds(-3600), Seconds notAfter = Seconds(86400));

    /// `genuine` with this service's address and TLS root.
    [[nodiscard]] protocol::ServiceProfile profile(protocol::ServiceProfile genuine) const;

    /// What comes back for a whole request; nothing at all when empty.
    std::function<QByteArray()> answer = [] { return QByteArray(); };
    /// Instead of `answer`, for who must see the request.
    std::function<QByteArray(const QByteArray &)> answerTo;
    /// Closes instead of answering.
    bool hangsUp = false;
    /// Closes after what it answered, whole or not.
    bool breaksOff = false;
    int requests = 0;

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    QByteArray certificatePem_;
    QByteArray keyPem_;
    crypto::Certificate root_; // last: made together with the two above
};

[[nodiscard]] QByteArray httpAnswer(int status, const QByteArray &type, const QByteArray &body,
                                    const QByteArray &moreHeaders = {});

} // namespace smartca::test
