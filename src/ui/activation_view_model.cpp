// SPDX-License-Identifier: Apache-2.0
#include "ui/activation_view_model.h"

#include "ui/app_settings.h"
#include "ui/words.h"

#include <QMetaEnum>

#include <utility>

namespace smartca::ui {
namespace {

using namespace activation;

template<class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template<class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

template<class... Stages>
bool in(const Stage &stage)
{
    return (std::holds_alternative<Stages>(stage) || ...);
}

/// Pages on which a secret is typed: the window is kept out of screenshots.
bool showsSecrets(const Stage &stage)
{
    return in<ChoosingPassword, ChoosingPin, RepeatingPin, OpeningPinSheet, EnteringSigningPin, Signing>(
        stage);
}

/// A code was redeemed, and the activation it began is not over: no other code is wanted.
bool goesOn(const State &state)
{
    return !isOverForGood(state) &&
           !in<Welcome, ReadingPrivacy, EnteringDetails, Redeeming, Locating, OfferingResume>(state.stage);
}

} // namespace

ActivationViewModel::Page pageOf(const State &state)
{
    using Page = ActivationViewModel::Page;
    if (std::holds_alternative<Stopped>(state.stage))
        return Page::Stopped; // has its own words for its failure
    if (state.failure && catalogueEntry(state.failure->code).presentation == Presentation::Page)
        return Page::Problem;
    return std::visit(
        Overloaded{
            [](const Welcome &) { return Page::Welcome; },
            [](const ReadingPrivacy &) { return Page::Privacy; },
            [](const EnteringDetails &) { return Page::Details; },
            [](const Redeeming &) { return Page::Details; },
            [](const ChoosingPassword &) { return Page::Password; },
            [](const ChoosingPin &) { return Page::Pin; },
            [](const RepeatingPin &) { return Page::PinRepeat; },
            [](const ConfirmingBiometric &) { return Page::Biometric; },
            [](const Enrolling &) { return Page::Progress; },
            [](const AwaitingCertificate &) { return Page::Progress; },
            [](const ReviewingCertificate &s) {
                return s.choosingWrongData ? Page::WrongData : Page::Certificate;
            },
            [](const ConfirmingCertificate &s) { return s.wrong ? Page::WrongData : Page::Certificate; },
            [](const FetchingRecord &) { return Page::Record; },
            [](const ReadingRecord &) { return Page::Record; },
            [](const OpeningPinSheet &) { return Page::Record; },
            [](const EnteringSigningPin &) { return Page::Record; },
            [](const Signing &) { return Page::Record; },
            [](const FetchingSignature &) { return Page::Record; },
            [](const Verifying &) { return Page::Record; },
            [](const HandingIn &) { return Page::Done; },
            [](const Active &) { return Page::Done; },
            [](const AtHome &) { return Page::Home; },
            [](const Stopped &) { return Page::Stopped; },
            [](const Locating &) { return Page::Starting; },
            [](const OfferingResume &) { return Page::Resume; },
        },
        state.stage);
}

ActivationViewModel::ActivationViewModel(JourneySource &source, AppSettings &settings, QObject *parent)
    : QObject(parent),
      source_(source),
      settings_(settings),
      page_(pageOf(source.state())),
      failure_(source, this),
      details_(source, failure_, this),
      password_(source, failure_, this),
      pin_(source, this),
      biometric_(source, this),
      progress_(source, this),
      certificate_(source, this),
      record_(source, this),
      signing_(source, this),
      outcome_(source, this)
{
    connect(&source_, &JourneySource::stateChanged, this, &ActivationViewModel::refresh);
    connect(&source_, &JourneySource::dossierChanged, this, &ActivationViewModel::refresh);
    connect(&source_, &JourneySource::busyChanged, this, &ActivationViewModel::refresh);
    connect(&settings_, &AppSettings::languageChanged, this, &ActivationViewModel::retranslate);
    connect(&failure_, &FailureViewModel::localChanged, &details_, &DetailsViewModel::refresh);
    connect(&failure_, &FailureViewModel::pasteWanted, &details_, &DetailsViewModel::paste);
    connect(&source_, &JourneySource::mailResent, &details_, &DetailsViewModel::noteResent);
    connect(&failure_, &FailureViewModel::newCodeWanted, &details_, &DetailsViewModel::orderNewCode);
    connect(&signing_, &SigningViewModel::newCodeWanted, &details_, &DetailsViewModel::orderNewCode);
    connect(&failure_, &FailureViewModel::closeWanted, this, &ActivationViewModel::closeWanted);
    connect(&failure_, &FailureViewModel::hotlineWanted, this, &ActivationViewModel::callHotline);
    connect(&failure_, &FailureViewModel::settingsNotOpened, this, [this] { leaveToHand(ByHand::Settings); });
    connect(&biometric_, &BiometricViewModel::settingsNotOpened, this,
            [this] { leaveToHand(ByHand::Settings); });
    connect(&failure_, &FailureViewModel::storeNotOpened, this, [this] { leaveToHand(ByHand::Update); });
    connect(&failure_, &FailureViewModel::announced, this, &ActivationViewModel::announce);
    connect(&details_, &DetailsViewModel::announced, this, &ActivationViewModel::announce);
    connect(&pin_, &PinViewModel::announced, this, &ActivationViewModel::announce);
    connect(&outcome_, &OutcomeViewModel::announced, this, &ActivationViewModel::announce);
    connect(&signing_, &SigningViewModel::announced, this, &ActivationViewModel::announce);
    for (auto *entry : {pin_.first(), pin_.again(), signing_.entry()})
        connect(entry, &PinEntry::expired, this, [this, entry] { announce(entry->expiredText()); });
    retranslate();
}

void ActivationViewModel::retranslate()
{
    const auto language = settings_.english() ? Language::English : Language::Vietnamese;
    source_.setLanguage(language);
    failure_.setLanguage(language);
    signing_.setLanguage(language);
    refresh();
}

void ActivationViewModel::refresh()
{
    const auto page = pageOf(source_.state());
    if (page != page_)
        failure_.setLocal(std::nullopt); // what a page found itself is said on that page alone
    if (page != page_ || source_.state().failure != byHandOver_)
        byHand_ = ByHand::Nothing;
    failure_.refresh();
    details_.refresh();
    password_.refresh();
    pin_.refresh();
    biometric_.refresh();
    progress_.refresh();
    certificate_.refresh();
    record_.refresh();
    signing_.refresh();
    outcome_.refresh();
    source_.protectScreen(showsSecrets(source_.state().stage));
    Q_EMIT changed();
    if (page != page_) {
        page_ = page;
        if (page != Page::Password) {
            password_.first()->setRevealed(false);
            password_.second()->setRevealed(false);
        }
        Q_EMIT pageChanged();
    }
    if (page_ == Page::Details) // nothing is dismissed unread
        giveLink();
    else if (goesOn(source_.state()))
        link_.clear();
}

QUrl ActivationViewModel::pageUrl() const
{
    // RecordPage is the item that draws a page of the document.
    const auto name =
        page_ == Page::Record
            ? QStringLiteral("RecordReading")
            : QString::fromLatin1(QMetaEnum::fromType<Page>().valueToKey(static_cast<int>(page_)));
    return QUrl(QStringLiteral("qrc:/qt/qml/Smartca/Activation/%1Page.qml").arg(name));
}

bool ActivationViewModel::pinSheetOpen() const
{
    return page_ == Page::Record &&
           in<OpeningPinSheet, EnteringSigningPin, Signing, FetchingSignature, Verifying>(
               source_.state().stage);
}

int ActivationViewModel::step() const
{
    return page_ == Page::Problem ? 0 : stepOf(source_.state().stage);
}

QString ActivationViewModel::stepName() const
{
    switch (step()) {
    case 1:
        //: step 1 of 5
        return tr("Tài khoản");
    case 2:
        //: step 2 of 5
        return tr("Mật khẩu");
    case 3:
        //: step 3 of 5
        return tr("Mã PIN");
    case 4:
        //: step 4 of 5
        return tr("Chứng thư số");
    case 5:
        //: step 5 of 5: the acceptance record
        return tr("Nghiệm thu");
    default:
        return {};
    }
}

QString ActivationViewModel::nextStepName() const
{
    switch (step()) {
    case 1:
        //: the next step
        return tr("Mật khẩu");
    case 2:
        //: the next step
        return tr("Mã PIN");
    case 3:
        if (in<ConfirmingBiometric>(source_.state().stage))
            //: the next step
            return tr("Chứng thư số");
        //: the next step: confirming with a finger
        return tr("Vân tay");
    case 4:
        //: the next step: the acceptance record
        return tr("Nghiệm thu");
    default:
        return {};
    }
}

QString ActivationViewModel::stepNumberText() const
{
    //: step %1 of %2
    return step() > 0 ? tr("Bước %1/%2").arg(step()).arg(stepCount()) : QString();
}

QString ActivationViewModel::nextStepText() const
{
    if (step() == 0)
        return {};
    if (nextStepName().isEmpty())
        //: in place of the next step's name
        return tr("Bước cuối");
    //: the next step's name
    return tr("Tiếp: %1").arg(nextStepName());
}

QString ActivationViewModel::stepSpoken() const
{
    if (step() == 0)
        return {};
    //: screen reader: step %1 of %2, %3 is its name, %4 “next: …” or “last step”
    return tr("Bước %1 trên %2, %3. %4").arg(step()).arg(stepCount()).arg(stepName(), nextStepText());
}

void ActivationViewModel::openLink(const QString &link)
{
    if (goesOn(source_.state()))
        return;
    link_ = link;
    giveLink();
}

/// Once the fields are there that it fills, and where it is said when it is none.
void ActivationViewModel::giveLink()
{
    if (!link_.isEmpty() && in<EnteringDetails>(source_.state().stage))
        details_.pasteText(std::exchange(link_, {}));
}

bool ActivationViewModel::busy() const
{
    if (page_ == Page::Problem) // what was under way has ended, or goes on without the person
        return false;
    return source_.busy() || in<Redeeming, ConfirmingCertificate>(source_.state().stage);
}

QString ActivationViewModel::busyText() const
{
    //: button while a request is under way
    return tr("Đang gửi");
}

bool ActivationViewModel::sandbox() const
{
    return source_.sandbox();
}

QString ActivationViewModel::sandboxText() const
{
    //: tag: this service is a sandbox
    return sandbox() ? tr("Thử nghiệm") : QString();
}

QString ActivationViewModel::hotline() const
{
    return ui::hotlineText(source_.hotline());
}

QString ActivationViewModel::hotlineText() const
{
    //: %1 is the hotline's number; calls are free
    return tr("Hỗ trợ %1 · miễn phí").arg(hotline());
}

QString ActivationViewModel::version() const
{
    return toQString(source_.appVersion());
}

QString ActivationViewModel::versionText() const
{
    return QStringLiteral("SmartCA ") + version();
}

bool ActivationViewModel::canGoBack() const
{
    const auto &stage = source_.state().stage;
    if (page_ == Page::Problem) // back to where it happened, where the journey has such a place
        return in<EnteringDetails, Redeeming, ChoosingPassword, ChoosingPin, ConfirmingBiometric,
                  ReadingRecord, OpeningPinSheet, EnteringSigningPin>(stage);
    if (const auto *reviewing = std::get_if<ReviewingCertificate>(&stage))
        return reviewing->choosingWrongData;
    return in<ReadingPrivacy, EnteringDetails, Redeeming, ChoosingPin, RepeatingPin, ConfirmingBiometric>(
        stage);
}

void ActivationViewModel::start()
{
    source_.submit(StartPressed{});
}

void ActivationViewModel::acceptPrivacy()
{
    source_.submit(PrivacyAccepted{});
}

void ActivationViewModel::back()
{
    if (page_ == Page::Problem && canGoBack())
        source_.submit(FailureDismissed{});
    else if (pinSheetOpen() && signing_.canClose())
        signing_.close();
    else if (canGoBack())
        source_.submit(BackPressed{});
}

void ActivationViewModel::close()
{
    Q_EMIT closeWanted();
}

void ActivationViewModel::callHotline()
{
    if (!source_.dial(source_.hotline()))
        leaveToHand(ByHand::Call);
}

QString ActivationViewModel::byHandText() const
{
    switch (byHand_) {
    case ByHand::Nothing:
        return {};
    case ByHand::Call:
        //: no app could dial; %1 is the hotline's number
        return tr("Máy này không gọi điện được. Hãy gọi số %1 (miễn phí) bằng điện thoại.").arg(hotline());
    case ByHand::Update:
        //: the app is too old, and no app store could be opened; %1 is the hotline's number
        return tr("Không mở được kho ứng dụng trên máy này. Hãy gọi số %1 (miễn phí) để được hướng dẫn tải "
                  "phiên bản mới.")
            .arg(hotline());
    case ByHand::Settings:
        //: the system's settings could not be opened
        return tr("Không mở được phần Cài đặt từ đây. Quý khách hãy tự mở Cài đặt của máy.");
    }
    return {};
}

void ActivationViewModel::leaveToHand(ByHand what)
{
    byHand_ = what;
    byHandOver_ = source_.state().failure;
    announce(byHandText());
    Q_EMIT changed();
}

void ActivationViewModel::announce(const QString &text)
{
    // The same sentence as the last is no change, and only a change is said: silence comes between the two.
    if (text == announcement_)
        setAnnouncement({});
    setAnnouncement(text);
}

void ActivationViewModel::setAnnouncement(const QString &text)
{
    announcement_ = text;
    Q_EMIT announcementChanged();
}

} // namespace smartca::ui
