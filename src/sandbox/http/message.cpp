// SPDX-License-Identifier: Apache-2.0
#include "sandbox/http/message.h"

#include "protocol/headers.h"
#include "protocol/messages.h"

#include <algorithm>
#include <charconv>

namespace smartca::sandbox::http {

namespace {

bool sameName(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
    return std::ranges::equal(a, b, {}, lower, lower);
}

} // namespace

void Headers::add(std::string name, std::string value)
{
    fields_.emplace_back(std::move(name), std::move(value));
}

void Headers::set(std::string name, std::string value)
{
    std::erase_if(fields_, [&](const auto &field) { return sameName(field.first, name); });
    add(std::move(name), std::move(value));
}

std::optional<std::string_view> Headers::get(std::string_view name) const
{
    std::optional<std::string_view> found;
    for (const auto &[key, value] : fields_) {
        if (!sameName(key, name))
            continue;
        if (found)
            return std::nullopt;
        found = value;
    }
    return found;
}

std::string_view Request::parameter(std::string_view name) const
{
    const auto found = parameters.find(name);
    return found == parameters.end() ? std::string_view{} : std::string_view(found->second);
}

Seconds Request::waitWished(Seconds most) const
{
    constexpr std::string_view prefix = "wait=";
    const auto wish = headers.get(protocol::waitHeader);
    if (!wish || !wish->starts_with(prefix))
        return Seconds{0};
    int seconds = 0;
    const auto digits = wish->substr(prefix.size());
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    if (error != std::errc{} || end != digits.data() + digits.size() || seconds < 0)
        return Seconds{0};
    return std::min(Seconds{seconds}, most);
}

Response Response::of(std::string_view type, Bytes body, int status)
{
    Response response;
    response.status = status;
    response.headers.add("Content-Type", std::string(type));
    response.headers.add("Cache-Control", "no-store");
    response.body = std::move(body);
    return response;
}

Response Response::json(std::string_view text, int status)
{
    return of(protocol::jsonType, toBytes(text), status);
}

Response Response::pdf(Bytes body)
{
    return of(protocol::pdfType, std::move(body));
}

Response problem(const Failure &failure, UtcTime serviceTime)
{
    const int status = protocol::httpStatusOf(failure.code);
    auto told = failure;
    // What went wrong inside is for the log; a client has no use for it.
    if (status >= 500)
        told.detail.clear();
    auto response =
        Response::of(protocol::problemType,
                     toBytes(protocol::encode(protocol::Problem{status, told, serviceTime})), status);
    response.code = codeText(failure.code);
    if (failure.facts.retryAfter)
        response.headers.add("Retry-After", std::to_string(failure.facts.retryAfter->count()));
    if (failure.code == FailureCode::MethodNotAllowed && failure.facts.subject)
        response.headers.add("Allow", *failure.facts.subject);
    return response;
}

} // namespace smartca::sandbox::http
