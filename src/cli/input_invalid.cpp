// SPDX-License-Identifier: Apache-2.0
#include "cli/input_invalid.h"

#include <cerrno>

namespace smartca::cli {
namespace {

constexpr Bilingual noCommand{"tham số thiếu, thừa hoặc không đúng mẫu",
                              "an argument is missing, unknown or malformed"};

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

constexpr Bilingual noSuchFolder{"không có thư mục để ghi tệp này", "there is no such folder to write it to"};
constexpr Bilingual mayNotWrite{"không có quyền ghi vào đây", "there is no permission to write here"};
constexpr Bilingual noRoom{"ổ đĩa đã đầy", "the disk is full"};
constexpr Bilingual unwritable{"không ghi được tệp này", "it cannot be written"};

const Bilingual &whyUnwritable(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return noSuchFolder;
    case EACCES:
    case EPERM:
    case EROFS:
        return mayNotWrite;
    case EISDIR:
        return folder;
    case ENOSPC:
    case EDQUOT:
        return noRoom;
    default:
        return unwritable;
    }
}

} // namespace

Failure inputInvalid(const std::string &subject, const Bilingual &why, Language language)
{
    FailureFacts facts;
    facts.subject = subject + " (" + std::string(why.in(language)) + ")";
    return Failure{FailureCode::InputInvalid, std::string(why.en), std::move(facts)};
}

Failure argumentsInvalid(Language language)
{
    return inputInvalid("smartca-cli", noCommand, language);
}

Failure fileUnreadable(const std::string &path, int error, Language language)
{
    return inputInvalid(path, whyUnreadable(error), language);
}

Failure fileUnwritable(const std::string &path, int error, Language language)
{
    return inputInvalid(path, whyUnwritable(error), language);
}

} // namespace smartca::cli
