// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/person.h"
#include "app/demo/results.h"

namespace smartca::app::demo {

/// From the welcome to the home page, as a subscriber who has just opened the e-mail. False where it got
/// stuck; said on stderr.
class Activation {
public:
    Activation(Application &app, Results &results) : app_(app), results_(results), person_(app.window()) {}
    [[nodiscard]] bool run(const QString &mailText);

private:
    [[nodiscard]] bool enterDetails(const QString &mailText);
    [[nodiscard]] bool choosePassword();
    [[nodiscard]] bool choosePin();
    [[nodiscard]] bool confirmBiometric();
    [[nodiscard]] bool checkCertificate();
    [[nodiscard]] bool signRecord();

    /// Waits for the page, says so, takes its picture.
    [[nodiscard]] bool arrive(ui::ActivationViewModel::Page page, const char *what, const char *picture,
                              int seconds = 20);
    [[nodiscard]] bool picture(const char *name) { return results_.takePicture(QString::fromLatin1(name)); }
    [[nodiscard]] bool click(const char *name) { return person_.click(QString::fromUtf8(name)); }
    [[nodiscard]] bool enterPin();

    Application &app_;
    Results &results_;
    Person person_;
};

} // namespace smartca::app::demo
