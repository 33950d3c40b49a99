// SPDX-License-Identifier: Apache-2.0
#include "app/live.h"

#include "client/session.h"
#include "desktop.h"
#include "linux_device.h"

#include <QDir>
#include <QFile>

namespace smartca::app {
namespace {

/// For who has no profile that could name another.
constexpr auto generalHotline = "18001260";

} // namespace

Result<protocol::ServiceProfile> readProfile(const QString &file)
{
    QFile in(file);
    constexpr qint64 most = 256LL * 1024;
    // A file that cannot be read is an empty one to the decoder, which says what is wrong.
    const QByteArray text = in.open(QIODevice::ReadOnly) ? in.read(most) : QByteArray();
    return protocol::decodeServiceProfile({text.constData(), static_cast<std::size_t>(text.size())});
}

bool makeHome(const QString &home)
{
    if (!QDir().mkpath(home))
        return false;
    return QFile::setPermissions(home, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

std::unique_ptr<ui::SessionSource> makeLiveSource(const QString &profileFile, const QString &home,
                                                  const ui::AppSettings &settings)
{
    ui::SessionSource::Opening opening;
    opening.appVersion = SMARTCA_VERSION;
    opening.resuming = QFile::exists(home + QStringLiteral("/journal.sealed"));
    opening.links = platform::makeLinks();
    if (const auto profile = readProfile(profileFile)) {
        opening.sandbox = profile->sandbox;
        opening.hotline = profile->hotline;
    } else {
        opening.hotline = generalHotline;
        opening.failure = profile.error();
    }
    auto make = [profileFile, home = home.toStdString(),
                 language = settings.english() ? Language::English : Language::Vietnamese]()
        -> Result<std::unique_ptr<client::ActivationSession>> {
        SMARTCA_TRY(auto profile, readProfile(profileFile));
        SMARTCA_TRY(auto device, platform::makeLinuxDevice(home));
        client::SessionOptions options{
            .profile = std::move(profile), .home = home, .appVersion = SMARTCA_VERSION, .language = language};
        return std::make_unique<client::ActivationSession>(std::move(options), std::move(device));
    };
    return std::make_unique<ui::SessionSource>(std::move(opening), std::move(make));
}

} // namespace smartca::app
