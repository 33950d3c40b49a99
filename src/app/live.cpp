// SPDX-License-Identifier: Apache-2.0
#include "app/live.h"

#include "client/session.h"
#include "linux_device.h"

#include <QDir>
#include <QFile>

namespace smartca::app {

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

std::unique_ptr<ui::SessionSource> makeLiveSource(protocol::ServiceProfile profile, const QString &home,
                                                  const ui::AppSettings &settings)
{
    ui::SessionSource::Opening opening;
    opening.sandbox = profile.sandbox;
    opening.hotline = profile.hotline;
    opening.appVersion = SMARTCA_VERSION;
    opening.resuming = QFile::exists(home + QStringLiteral("/journal.sealed"));
    client::SessionOptions options{.profile = std::move(profile),
                                   .home = home.toStdString(),
                                   .appVersion = SMARTCA_VERSION,
                                   .language = settings.english() ? Language::English : Language::Vietnamese};
    auto make = [options = std::move(options)]() -> Result<std::unique_ptr<client::ActivationSession>> {
        SMARTCA_TRY(auto device, platform::makeLinuxDevice(options.home));
        return std::make_unique<client::ActivationSession>(options, std::move(device));
    };
    return std::make_unique<ui::SessionSource>(std::move(opening), std::move(make));
}

std::unique_ptr<ui::FixtureSource> makeBrokenSource(Failure failure)
{
    auto source = std::make_unique<ui::FixtureSource>();
    source->setSandbox(false);
    source->setState({.facts = {}, .stage = journey::activation::Welcome{}, .failure = std::move(failure)});
    return source;
}

} // namespace smartca::app
