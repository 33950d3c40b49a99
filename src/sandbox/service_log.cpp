// SPDX-License-Identifier: Apache-2.0
#include "sandbox/service_log.h"

#include "sandbox/store/private_file.h"
#include "sandbox/store/service_fault.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <sys/stat.h>

namespace smartca::sandbox {

namespace {

constexpr std::size_t fileBytes = 4UL * 1024 * 1024;
constexpr std::size_t olderFiles = 2;

Json lineOf(UtcTime at, std::string_view event)
{
    return {{"at", toRfc3339(at)}, {"event", event}};
}

} // namespace

Result<std::unique_ptr<ServiceLog>> ServiceLog::open(const std::filesystem::path &folder)
{
    SMARTCA_CHECK(preparePrivateFolder(folder));
    try {
        spdlog::file_event_handlers handlers;
        handlers.after_open = [](const spdlog::filename_t &, std::FILE *file) {
            ::fchmod(::fileno(file), 0600);
        };
        auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            (folder / "service.log").string(), fileBytes, olderFiles, false, handlers);
        auto logger = std::make_shared<spdlog::logger>("service", std::move(sink));
        logger->set_pattern("%v");
        logger->flush_on(spdlog::level::info);
        return std::unique_ptr<ServiceLog>(new ServiceLog(std::move(logger)));
    } catch (const std::exception &error) {
        return tl::unexpected(serviceFault(std::string("no log: ") + error.what()));
    }
}

void ServiceLog::served(UtcTime at, const http::Served &served, std::string_view pseudonym)
{
    auto line = lineOf(at, "request");
    line["connection"] = served.connection;
    line["method"] = served.route.empty() ? "?" : served.method;
    line["route"] = served.route;
    line["status"] = served.status;
    line["ms"] = served.took.count();
    if (!pseudonym.empty())
        line["case"] = pseudonym;
    if (!served.code.empty())
        line["code"] = served.code;
    // What a client made wrong may quote the client; what went wrong in here says where.
    if (served.status >= 500)
        line["detail"] = served.detail;
    logger_->info(toText(line));
}

void ServiceLog::event(UtcTime at, std::string_view name)
{
    logger_->info(toText(lineOf(at, name)));
}

void ServiceLog::trouble(UtcTime at, std::string_view where, const std::string &what)
{
    auto line = lineOf(at, "trouble");
    line["where"] = where;
    line["detail"] = what;
    logger_->warn(toText(line));
}

} // namespace smartca::sandbox
