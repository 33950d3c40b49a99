// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/biometric_view_model.h"
#include "ui/certificate_view_model.h"
#include "ui/details_view_model.h"
#include "ui/failure_view_model.h"
#include "ui/outcome_view_model.h"
#include "ui/password_view_model.h"
#include "ui/pin_view_model.h"
#include "ui/progress_view_model.h"
#include "ui/record_view_model.h"
#include "ui/signing_view_model.h"

namespace smartca::ui {

class AppSettings;

/// The activation as pages show it. The app's window (src/app/Main.qml) loads qml/Activation/<Page>Page.qml
/// for `page` (WelcomePage.qml, PrivacyPage.qml, DetailsPage.qml, PasswordPage.qml, PinPage.qml,
/// PinRepeatPage.qml, BiometricPage.qml, ProgressPage.qml, CertificatePage.qml, WrongDataPage.qml,
/// RecordPage.qml is taken by the C++ item: RecordReadingPage.qml, DonePage.qml, HomePage.qml,
/// StoppedPage.qml, ResumePage.qml, ProblemPage.qml, StartingPage.qml) of module Smartca.Activation, each
/// with
///   required property ActivationViewModel activation
///   required property AppSettings settings
/// The PIN sheet belongs to RecordReadingPage (open: activation.pinSheetOpen). Help and settings sheets
/// belong to the pages.
class ActivationViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("handed in by the app")
    Q_PROPERTY(Page page READ page NOTIFY pageChanged)
    /// The file that shows `page`, for the window.
    Q_PROPERTY(QUrl pageUrl READ pageUrl NOTIFY pageChanged)
    Q_PROPERTY(bool pinSheetOpen READ pinSheetOpen NOTIFY changed)
    /// StepIndicator: 1–5, 0 = do not show it.
    Q_PROPERTY(int step READ step NOTIFY changed)
    Q_PROPERTY(int stepCount READ stepCount CONSTANT)
    Q_PROPERTY(QString stepName READ stepName NOTIFY changed)             ///< “Tài khoản”
    Q_PROPERTY(QString stepNumberText READ stepNumberText NOTIFY changed) ///< “Bước 1/5”
    Q_PROPERTY(QString nextStepText READ nextStepText NOTIFY changed) ///< “Tiếp: Mật khẩu”, “Bước cuối”
    Q_PROPERTY(QString stepSpoken READ stepSpoken NOTIFY changed) ///< one sentence for the screen reader
    /// Something is under way that this page waits for: primary button shows its ring and busyText.
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString busyText READ busyText NOTIFY changed) ///< “Đang gửi”
    /// The tag on 01, 08, 09, 11 when the service is a sandbox; empty otherwise (hide it): “Thử nghiệm”.
    Q_PROPERTY(bool sandbox READ sandbox NOTIFY changed)
    Q_PROPERTY(QString sandboxText READ sandboxText NOTIFY changed)
    Q_PROPERTY(QString hotline READ hotline NOTIFY changed)         ///< “1800 1260”
    Q_PROPERTY(QString hotlineText READ hotlineText NOTIFY changed) ///< “Hỗ trợ 1800 1260 · miễn phí”
    Q_PROPERTY(QString version READ version CONSTANT)               ///< “0.1.0”
    Q_PROPERTY(QString versionText READ versionText NOTIFY changed) ///< “SmartCA 0.1.0”
    /// What to do by hand, after a button could not open it on this device; empty otherwise.
    Q_PROPERTY(QString byHandText READ byHandText NOTIFY changed)
    /// The newest sentence for the screen reader: bind Design's Announcement.text to it.
    Q_PROPERTY(QString announcement READ announcement NOTIFY announcementChanged)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY changed) ///< show the back arrow

    Q_PROPERTY(smartca::ui::DetailsViewModel *details READ details CONSTANT)
    Q_PROPERTY(smartca::ui::PasswordViewModel *password READ password CONSTANT)
    Q_PROPERTY(smartca::ui::PinViewModel *pin READ pin CONSTANT)
    Q_PROPERTY(smartca::ui::BiometricViewModel *biometric READ biometric CONSTANT)
    Q_PROPERTY(smartca::ui::ProgressViewModel *progress READ progress CONSTANT)
    Q_PROPERTY(smartca::ui::CertificateViewModel *certificate READ certificate CONSTANT)
    Q_PROPERTY(smartca::ui::RecordViewModel *record READ record CONSTANT)
    Q_PROPERTY(smartca::ui::SigningViewModel *signing READ signing CONSTANT)
    Q_PROPERTY(smartca::ui::OutcomeViewModel *outcome READ outcome CONSTANT)
    Q_PROPERTY(smartca::ui::FailureViewModel *failure READ failure CONSTANT)

public:
    enum class Page {
        Starting, ///< looking up how far things are: a calm ring, nothing else
        Welcome,
        Privacy,
        Details,
        Password,
        Pin,
        PinRepeat,
        Biometric,
        Progress,
        Certificate,
        WrongData,
        Record,
        Done,
        Home,
        Stopped,
        Resume,
        Problem,
    };
    Q_ENUM(Page)

    ActivationViewModel(JourneySource &source, AppSettings &settings, QObject *parent = nullptr);

    [[nodiscard]] Page page() const { return page_; }
    [[nodiscard]] QUrl pageUrl() const;
    [[nodiscard]] bool pinSheetOpen() const;
    [[nodiscard]] int step() const;
    [[nodiscard]] int stepCount() const { return 5; }
    [[nodiscard]] QString stepName() const;
    [[nodiscard]] QString nextStepName() const; ///< “Mật khẩu”; empty on the last
    [[nodiscard]] QString stepNumberText() const;
    [[nodiscard]] QString nextStepText() const;
    [[nodiscard]] QString stepSpoken() const;
    [[nodiscard]] bool busy() const;
    [[nodiscard]] QString busyText() const;
    [[nodiscard]] bool sandbox() const;
    [[nodiscard]] QString sandboxText() const;
    [[nodiscard]] QString hotline() const;
    [[nodiscard]] QString hotlineText() const;
    [[nodiscard]] QString version() const;
    [[nodiscard]] QString versionText() const;
    [[nodiscard]] QString byHandText() const;
    [[nodiscard]] QString announcement() const { return announcement_; }
    [[nodiscard]] bool canGoBack() const;

    [[nodiscard]] DetailsViewModel *details() { return &details_; }
    [[nodiscard]] PasswordViewModel *password() { return &password_; }
    [[nodiscard]] PinViewModel *pin() { return &pin_; }
    [[nodiscard]] BiometricViewModel *biometric() { return &biometric_; }
    [[nodiscard]] ProgressViewModel *progress() { return &progress_; }
    [[nodiscard]] CertificateViewModel *certificate() { return &certificate_; }
    [[nodiscard]] RecordViewModel *record() { return &record_; }
    [[nodiscard]] SigningViewModel *signing() { return &signing_; }
    [[nodiscard]] OutcomeViewModel *outcome() { return &outcome_; }
    [[nodiscard]] FailureViewModel *failure() { return &failure_; }

    Q_INVOKABLE void start();         ///< Welcome: “Kích hoạt tài khoản”
    Q_INVOKABLE void acceptPrivacy(); ///< Privacy: “Đồng ý và tiếp tục”
    Q_INVOKABLE void back();          ///< the back arrow, Escape, the phone's back key
    Q_INVOKABLE void close();         ///< “Đóng, quay lại sau”
    /// The app was started with the e-mail's link: as if it were pasted on the page where username and code
    /// are given, now or when a person comes there. An activation that goes on with another code drops it.
    void openLink(const QString &link);
    Q_INVOKABLE void callHotline();

Q_SIGNALS:
    void pageChanged();
    void changed();
    void announcementChanged();
    void closeWanted();

private:
    enum class ByHand { Nothing, Call, Update, Settings };

    void refresh();
    void leaveToHand(ByHand what);
    void retranslate();
    void announce(const QString &text);
    void setAnnouncement(const QString &text);
    void giveLink();

    JourneySource &source_;
    AppSettings &settings_;
    Page page_ = Page::Starting;
    QString announcement_;
    QString link_; ///< waits for the page of its fields
    ByHand byHand_ = ByHand::Nothing;
    std::optional<Failure> byHandOver_; ///< what was shown when that was said
    FailureViewModel failure_;
    DetailsViewModel details_;
    PasswordViewModel password_;
    PinViewModel pin_;
    BiometricViewModel biometric_;
    ProgressViewModel progress_;
    CertificateViewModel certificate_;
    RecordViewModel record_;
    SigningViewModel signing_;
    OutcomeViewModel outcome_;
};

/// The one table from the journey's state to the page that shows it.
[[nodiscard]] ActivationViewModel::Page pageOf(const activation::State &state);

} // namespace smartca::ui
