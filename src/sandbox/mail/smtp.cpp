// SPDX-License-Identifier: Apache-2.0
#include "sandbox/mail/smtp.h"

#include "sandbox/accounts/refusals.h"
#include "sandbox/hsm/key_files.h"
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
    void operator()(CURLU *url) const { curl_url_cleanup(url); }
};

std::string partOf(CURLU *url, CURLUPart part, unsigned flags = 0)
{
    char *text = nullptr;
    if (curl_url_get(url, part, &text, flags) != CURLUE_OK)
        return {};
    std::string value(text);
    curl_free(text);
    return value;
}

Failure refused(const std::string &why)
{
    return inputInvalid("smtp", why);
}

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

Outcome sendMail(const MailServer &server, const std::string &from, const std::string &to,
                 std::string_view message, const std::atomic_bool &stop)
{
    static const auto initialised = curl_global_init(CURL_GLOBAL_DEFAULT);
    const std::unique_ptr<CURL, CurlDeleter> curl(initialised == CURLE_OK ? curl_easy_init() : nullptr);
    const std::unique_ptr<curl_slist, CurlDeleter> recipients(curl_slist_append(nullptr, to.c_str()));
    if (!curl || !recipients)
        return tl::unexpected(serviceFault("libcurl does not start"));
    const bool asSomebody = !server.user.empty();
    if (asSomebody) {
        const auto password =
            SecretBytes::concat({server.password.view(), asBytes(std::string_view("\0", 1))});
        curl_easy_setopt(curl.get(), CURLOPT_USERNAME, server.user.c_str());
        curl_easy_setopt(curl.get(), CURLOPT_PASSWORD, password.text().data());
    }
    auto rest = message;
    curl_easy_setopt(curl.get(), CURLOPT_URL, server.url.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl.get(), CURLOPT_USE_SSL, asSomebody ? CURLUSESSL_ALL : CURLUSESSL_TRY);
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

Result<MailServer> mailServerOf(const std::string &url)
{
    const std::unique_ptr<CURLU, CurlDeleter> parsed(curl_url());
    const bool scheme = url.starts_with("smtp://") || url.starts_with("smtps://");
    if (!scheme ||
        curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
        return tl::unexpected(refused("expected smtp://[user@]host:port"));
    if (!partOf(parsed.get(), CURLUPART_PASSWORD).empty())
        return tl::unexpected(refused("others see a password on the command line: SMARTCA_SMTP_PASSWORD or "
                                      "SMARTCA_SMTP_PASSWORD_FILE is its place"));
    MailServer server{
        .url = {}, .user = partOf(parsed.get(), CURLUPART_USER, CURLU_URLDECODE), .password = {}};
    curl_url_set(parsed.get(), CURLUPART_USER, nullptr, 0);
    server.url = partOf(parsed.get(), CURLUPART_URL);
    if (server.user.empty())
        return server;
    auto password = secretFromEnvironment("SMARTCA_SMTP_PASSWORD");
    if (!password)
        return tl::unexpected(refused(password.error().detail));
    if (password->empty())
        return tl::unexpected(
            refused("the user's SMARTCA_SMTP_PASSWORD or SMARTCA_SMTP_PASSWORD_FILE is missing"));
    server.password = std::move(*password);
    return server;
}

} // namespace smartca::sandbox
