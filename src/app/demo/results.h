// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/application.h"
#include "client/session.h"

#include <QDir>
#include <QJsonArray>

namespace smartca::app::demo {

/// What the demo leaves in its folder.
class Results {
public:
    Results(const QString &folder, Application &app) : folder_(folder), app_(app) {}

    /// The window as it is, in Vietnamese and in English: screens/NN-name.png and screens/en/NN-name.png.
    /// Taken back, with its number, when the page changed meanwhile.
    [[nodiscard]] bool takePicture(const QString &name);
    void note(const trace::Entry &entry);
    /// acceptance-record.pdf, certificate.pem and summary.json.
    [[nodiscard]] bool write(const client::ActivationSession &session, const QString &username) const;

private:
    [[nodiscard]] bool paint(const QString &language, const QString &subfolder, const QString &file) const;

    QDir folder_;
    Application &app_;
    QJsonArray states_;
    int pictures_ = 0;
};

} // namespace smartca::app::demo
