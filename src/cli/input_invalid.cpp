// SPDX-License-Identifier: Apache-2.0
#include "cli/input_invalid.h"

#include <cerrno>

namespace smartca::cli {
namespace {

constexpr Bilingual noSuchFile{"không có tệp này", "there is no such file"};
constexpr Bilingual notAllowed{"không có quyền đọc tệp này", "there is no permission to read it"};
constexpr Bilingual folder{"đây là thư mục, không phải tệp", "it is a folder, not a file"};
constexpr Bilingual unreadable{"không đọc được tệp này", "it cannot be read"};

const Bilingual &whyUnreadable(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return noSuchFile;
    case EACCES:
    case EPERM:
        return notAllowed;
    case EISDIR:
        return folder;
    default:
        return unreadable;
    }
}

} // namespace

Failure inputInvalid(std::string subject, std::string detail)
{
    FailureFacts facts;
    facts.subject = std::move(subject);
    return Failure{FailureCode::InputInvalid, std::move(detail), std::move(facts)};
}

Failure fileInvalid(const std::string &path, const Bilingual &why, Language language)
{
    return inputInvalid(path + " (" + std::string(why.in(language)) + ")", std::string(why.en));
}

Failure fileUnreadable(const std::string &path, int error, Language language)
{
    return fileInvalid(path, whyUnreadable(error), language);
}

} // namespace smartca::cli
