// SPDX-License-Identifier: Apache-2.0
#include "base/failure_catalogue.h"

namespace smartca {
namespace {

using enum Retry;
using enum Presentation;

// clang-format off
constexpr FailureEntry serviceEntries[] = {
    {FailureCode::NoNetwork, ByMachine, Page, Remedy::TryAgain,
     {"Điện thoại đang mất mạng", "The device is offline"},
     {"Không có kết nối Wi-Fi hay dữ liệu di động.", "There is neither Wi-Fi nor mobile data."},
     {"Kiểm tra Wi-Fi hoặc dữ liệu di động rồi thử lại. Thông tin đã nhập vẫn được giữ.", "Check Wi-Fi or mobile data and try again. What you entered is kept."}},
    {FailureCode::ServiceUnreachable, ByMachine, Page, Remedy::TryAgain,
     {"Dịch vụ chưa trả lời", "The service does not answer"},
     {"Chưa tới được dịch vụ SmartCA.", "The SmartCA service cannot be reached."},
     {"Kiểm tra mạng rồi thử lại sau vài phút. Thông tin đã nhập vẫn được giữ.", "Check the network and try again in a few minutes. What you entered is kept."}},
    {FailureCode::TlsRefused, Never, Page, Remedy::TryAgain,
     {"Kết nối không an toàn", "The connection is not safe"},
     {"Bên trả lời không chứng minh được là dịch vụ SmartCA. Mạng này có thể đang bị can thiệp.", "Whoever answered could not prove to be the SmartCA service. This network may be tampered with."},
     {"Hãy đổi Wi-Fi hoặc dùng dữ liệu di động rồi thử lại. Chưa có gì được gửi đi.", "Change Wi-Fi or use mobile data and try again. Nothing was sent."}},
    {FailureCode::TimedOut, ByMachine, Page, Remedy::TryAgain,
     {"Dịch vụ trả lời quá lâu", "The service takes too long"},
     {"Đã hết thời gian chờ câu trả lời.", "The time to wait for an answer is over."},
     {"Thử lại. SmartCA sẽ hỏi lại đúng bước này, không làm hai lần.", "Try again. SmartCA asks for this very step again; nothing is done twice."}},
    {FailureCode::ClockWrong, ByPerson, Page, Remedy::OpenSettings,
     {"Ngày giờ trên điện thoại chưa đúng", "The date or time of this device is wrong"},
     {"Giờ của máy lệch với giờ của dịch vụ[ ({at})].", "The device's clock differs from the service's[ ({at})]."},
     {"Bật ngày giờ tự động rồi thử lại.", "Turn on automatic date and time, then try again."}},
    {FailureCode::ServiceError, ByPerson, Page, Remedy::TryAgain,
     {"Dịch vụ đang gặp lỗi", "The service reports an error"},
     {"Lỗi ở phía dịch vụ, không phải ở điện thoại.", "The fault is on the service's side, not on this device."},
     {"Thử lại sau vài phút. Nếu vẫn lỗi, gọi tổng đài và đọc mã lỗi.", "Try again in a few minutes. If it happens again, call the help line and read out the code."}},
    {FailureCode::ServiceBusy, ByMachine, Page, Remedy::TryAgain,
     {"Dịch vụ đang bận", "The service is busy"},
     {"Nhiều người đang kích hoạt cùng lúc.", "Many people are activating at the same time."},
     {"[SmartCA thử lại được sau {retryAfter}.|Thử lại sau vài phút.] Thông tin đã nhập vẫn được giữ.", "[It can be tried again in {retryAfter}.|Try again in a few minutes.] What you entered is kept."}},
    {FailureCode::AnswerMalformed, ByPerson, Page, Remedy::TryAgain,
     {"Câu trả lời của dịch vụ không đọc được", "The service's answer cannot be read"},
     {"Câu trả lời bị thiếu hoặc hỏng trên đường truyền, hoặc ứng dụng đã cũ.", "It was damaged or cut on the way, or the app is too old."},
     {"Thử lại. Nếu vẫn lỗi, cập nhật ứng dụng hoặc gọi tổng đài.", "Try again. If it happens again, update the app or call the help line."}},
    {FailureCode::RequestRefused, Never, Page, Remedy::CallHotline,
     {"Dịch vụ từ chối yêu cầu này", "The service refused this request"},
     {"Yêu cầu không hợp với bước hiện tại[ ({subject})].", "The request does not fit the present step[ ({subject})]."},
     {"Gọi tổng đài và đọc mã lỗi. Thông tin đã nhập vẫn được giữ.", "Call the help line and read out the code. What you entered is kept."}},
    {FailureCode::AnswerNotAuthentic, Never, Page, Remedy::CallHotline,
     {"Câu trả lời không phải của dịch vụ", "The answer is not the service's"},
     {"Chữ ký của dịch vụ trên câu trả lời không đúng.", "The service's signature on the answer is wrong."},
     {"Không tiếp tục trên mạng này. Gọi tổng đài và đọc mã lỗi.", "Do not go on over this network. Call the help line and read out the code."}},
    {FailureCode::TooManyRequests, ByMachine, Page, Remedy::TryAgain,
     {"Cần chờ một lát", "A short wait is needed"},
     {"Đã có nhiều yêu cầu từ máy này trong thời gian ngắn.", "There were many requests from this device in a short time."},
     {"[Thử lại sau {retryAfter}.|Thử lại sau vài phút.] Thông tin đã nhập vẫn được giữ.", "[Try again in {retryAfter}.|Try again in a few minutes.] What you entered is kept."}},
    {FailureCode::ProfileInvalid, Never, Page, Remedy::CallHotline,
     {"Hồ sơ dịch vụ không dùng được", "The service profile cannot be used"},
     {"Tệp hồ sơ thiếu địa chỉ hoặc chứng thư gốc, hoặc đã hỏng.", "The profile file misses its address or anchors, or is damaged."},
     {"Lấy lại tệp profile.json từ dịch vụ rồi mở ứng dụng với tệp đó.", "Get profile.json from the service again and open the app with it."},
     Bilingual{"Lấy lại tệp profile.json từ dịch vụ rồi chạy lại lệnh với tệp đó.", "Get profile.json from the service again and run the command again with it."}},
};
// clang-format on

} // namespace

std::span<const FailureEntry> serviceFailures()
{
    return serviceEntries;
}

} // namespace smartca
