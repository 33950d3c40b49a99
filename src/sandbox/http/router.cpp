// SPDX-License-Identifier: Apache-2.0
#include "sandbox/http/router.h"

#include "sandbox/http/refusals.h"

namespace smartca::sandbox::http {

namespace {

std::vector<std::string> segmentsOf(std::string_view path)
{
    std::vector<std::string> segments;
    while (!path.empty() && path.front() == '/') {
        path.remove_prefix(1);
        const auto end = std::min(path.find('/'), path.size());
        segments.emplace_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return segments;
}

bool isParameter(std::string_view segment)
{
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

using Parameters = std::map<std::string, std::string, std::less<>>;

std::optional<Parameters> matched(const std::vector<std::string> &pattern,
                                  const std::vector<std::string> &path)
{
    if (pattern.size() != path.size())
        return std::nullopt;
    Parameters parameters;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (isParameter(pattern[at]) && !path[at].empty())
            parameters.emplace(pattern[at].substr(1, pattern[at].size() - 2), path[at]);
        else if (pattern[at] != path[at])
            return std::nullopt;
    }
    return parameters;
}

} // namespace

void Router::add(std::string method, std::string_view pattern, Handler handler, std::size_t maxBody)
{
    routes_.push_back(
        {std::move(method), std::string(pattern), segmentsOf(pattern), std::move(handler), maxBody});
}

Result<Router::Match> Router::find(std::string_view method, std::string_view path) const
{
    const auto segments = segmentsOf(path);
    std::string allowed;
    for (const auto &route : routes_) {
        auto parameters = matched(route.segments, segments);
        if (!parameters)
            continue;
        if (route.method == method)
            return Match{&route.handler, route.pattern, route.maxBody, std::move(*parameters)};
        allowed += (allowed.empty() ? "" : ", ") + route.method;
    }
    if (allowed.empty())
        return tl::unexpected(pathUnknown());
    return tl::unexpected(methodNotAllowed(std::move(allowed)));
}

} // namespace smartca::sandbox::http
