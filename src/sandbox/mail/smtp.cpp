// SPDX-License-Identifier: Apache-2.0
#include "sandbox/mail/smtp.h"

#include "sandbox/accounts/refusals.h"
#include "sandbox/store/service_fault.h"

#include <curl/curl.h>

#include <cstring>
#include <memory>

namespace smartca::sandbox {

namespace {

constexpr long connectSeconds = 10;
constexpr long wholeSeconds = 60;

struct CurlDeleter {
    void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};

std::size_t readMessage(char *buffer, std::size_t size, std::size_t count, void *source)
{
    auto &rest = *static_cast<std::string_view *>(source);
    const auto taken = std::min(size * count, rest.size());
    std::memcpy(buffer, rest.data(), taken);
    rest.remove_prefix(taken);
    return taken;
}

int stopWhenTold(void *stop, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<const std::atomic_bool *>(stop)->load() ? 1 : 0;
}

} // namespace

Outcome sendMail(const std::string &url, const std::string &from, const std::string &to,
                 std::string_view message, const std::atomic_bool &stop)
{
    static const auto initialised = curl_global_init(CURL_GLOBAL_DEFAULT);
    const std::unique_ptr<CURL, CurlDeleter> curl(initialised == CURLE_OK ? curl_easy_init() : nullptr);
    const std::unique_ptr<curl_slist, CurlDeleter> recipients(curl_slist_append(nullptr, to.c_str()));
    if (!curl || !recipients)
        return tl::unexpected(serviceFault("libcurl does not start"));
    const bool needsTls = url.find('@') != std::string::npos;
    auto rest = message;
    curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl.get(), CURLOPT_USE_SSL, needsTls ? CURLUSESSL_ALL : CURLUSESSL_TRY);
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, readMessage);
    curl_easy_setopt(curl.get(), CURLOPT_READDATA, &rest);
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_PROXY, "");
    curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT, connectSeconds);
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, wholeSeconds);
    curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, stopWhenTold);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFODATA, &stop);
    const auto outcome = curl_easy_perform(curl.get());
    if (outcome != CURLE_OK)
        return tl::unexpected(serviceFault(std::string("mail not taken: ") + curl_easy_strerror(outcome)));
    return {};
}

Outcome checkSmtpUrl(const std::string &url)
{
    const std::unique_ptr<CURLU, void (*)(CURLU *)> parsed(curl_url(), curl_url_cleanup);
    const bool scheme = url.starts_with("smtp://") || url.starts_with("smtps://");
    if (!scheme ||
        curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
        return tl::unexpected(inputInvalid("smtp", "expected smtp://host:port"));
    return {};
}

} // namespace smartca::sandbox
