// SPDX-License-Identifier: Apache-2.0
#include "ui/certificate_view_model.h"

#include "ui/words.h"

namespace smartca::ui {
namespace {

constexpr auto endsSoon = std::chrono::days{30};

activation::WrongData wrongDataOf(int choice)
{
    constexpr std::array order{activation::WrongData::Name, activation::WrongData::IdNumber,
                               activation::WrongData::Birthday, activation::WrongData::Other};
    return order.at(static_cast<std::size_t>(choice));
}

} // namespace

CertificateViewModel::CertificateViewModel(JourneySource &source, QObject *parent)
    : QObject(parent), source_(source)
{}

bool CertificateViewModel::present() const
{
    return source_.dossier().certificate.has_value();
}

QString CertificateViewModel::name() const
{
    return present() ? toQString(source_.dossier().certificate->commonName()) : QString();
}

/// EN 319 412-1 §5.1.3: three letters of the kind, two of the country, a dash, the number.
CertificateViewModel::IdNumber CertificateViewModel::idNumberParts() const
{
    if (!present())
        return {};
    const auto text = toQString(source_.dossier().certificate->subjectAttribute("serialNumber"));
    const auto dash = text.indexOf(u'-');
    return dash == 5 ? IdNumber{text.left(3), text.mid(6)} : IdNumber{{}, text};
}

QString CertificateViewModel::idNumber() const
{
    auto digits = idNumberParts().digits;
    if (digits.size() < 8)
        return digits;
    if (fullNumber_)
        return digits.size() == 12 ? digits.mid(0, 3) + u' ' + digits.mid(3, 3) + u' ' + digits.mid(6, 3) +
                                         u' ' + digits.mid(9)
                                   : digits;
    return digits.left(3) + u' ' + QString(digits.size() - 6, u'•') + u' ' + digits.right(3);
}

QString CertificateViewModel::idNumberLabel() const
{
    const auto kind = idNumberParts().kind;
    if (kind == QLatin1String("PAS"))
        //: label of the certificate's number
        return tr("Số hộ chiếu");
    if (kind == QLatin1String("TIN"))
        //: label of the certificate's number: tax code
        return tr("Mã số thuế");
    //: label of the certificate's number: personal identification number
    return tr("Số căn cước");
}

QString CertificateViewModel::numberButtonText() const
{
    if (fullNumber_)
        //: button of the row: mask the number again
        return tr("Ẩn bớt số");
    //: button of the row: show the whole number
    return tr("Hiện đủ số");
}

QString CertificateViewModel::birthday() const
{
    const auto born = present() ? source_.dossier().certificate->dateOfBirth()
                                : std::optional<std::chrono::year_month_day>();
    return born ? dayText(*born) : QString();
}

QString CertificateViewModel::issuer() const
{
    return present() ? toQString(source_.dossier().certificate->issuerCommonName()) : QString();
}

QString CertificateViewModel::serial() const
{
    return present() ? inGroupsOfFour(toQString(source_.dossier().certificate->serial())) : QString();
}

QString CertificateViewModel::validFrom() const
{
    return present() ? dayText(source_.dossier().certificate->notBefore()) : QString();
}

QString CertificateViewModel::validTo() const
{
    return present() ? dayText(source_.dossier().certificate->notAfter()) : QString();
}

QString CertificateViewModel::validityText() const
{
    //: from one day to another
    return present() ? tr("%1 đến %2").arg(validFrom(), validTo()) : QString();
}

CertificateViewModel::Validity CertificateViewModel::validity() const
{
    if (!present())
        return Validity::Valid;
    const auto left = source_.dossier().certificate->notAfter() - source_.serviceNow();
    if (left <= Milliseconds{0})
        return Validity::Expired;
    return left < endsSoon ? Validity::EndsSoon : Validity::Valid;
}

QString CertificateViewModel::statusText() const
{
    switch (validity()) {
    case Validity::Valid:
        //: chip of the certificate
        return tr("Đang hiệu lực");
    case Validity::EndsSoon:
        //: chip of the certificate: less than 30 days left
        return tr("Sắp hết hạn");
    case Validity::Expired:
        //: chip of the certificate
        return tr("Đã hết hạn");
    }
    return {};
}

QStringList CertificateViewModel::wrongChoices() const
{
    //: what is wrong in the certificate: name
    return {tr("Họ tên"),
            //: what is wrong in the certificate: number
            idNumberLabel(),
            //: what is wrong in the certificate: date of birth
            tr("Ngày sinh"),
            //: what is wrong in the certificate: something else
            tr("Khác")};
}

void CertificateViewModel::setFullNumber(bool full)
{
    if (full == fullNumber_)
        return;
    fullNumber_ = full;
    Q_EMIT changed();
}

void CertificateViewModel::setWrongChoice(int choice)
{
    if (choice == wrongChoice_ || choice < -1 || choice > 3)
        return;
    wrongChoice_ = choice;
    Q_EMIT changed();
}

void CertificateViewModel::confirmRight()
{
    setFullNumber(false);
    source_.submit(activation::CertificateRight{});
}

void CertificateViewModel::sayWrong()
{
    source_.submit(activation::CertificateWrongPressed{});
}

void CertificateViewModel::sendWrong()
{
    if (wrongChoice_ >= 0)
        source_.submit(activation::CertificateWrong{wrongDataOf(wrongChoice_)});
}

void CertificateViewModel::refresh()
{
    if (!present()) // what was chosen was said of another
        wrongChoice_ = -1;
    Q_EMIT changed();
}

} // namespace smartca::ui
