// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"
#include "rows.h"
#include "sandbox/accounts/passwords.h"
#include "sandbox/admin/commands.h"
#include "sandbox/service.h"

#include <sys/resource.h>

#include <iostream>

namespace smartca::bench {
namespace {

void say(const Json &json)
{
    std::cout << toText(json) << std::endl;
}

double cpuMilliseconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto of = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return of(usage.ru_utime) + of(usage.ru_stime);
}

sandbox::Person personNumber(int number)
{
    const auto username = std::to_string(1099000000 + number);
    return {.username = "00" + username,
            .name = "Nguyễn Văn An",
            .email = "an@example.vn",
            .phone = "0912345678",
            .birthday = "1990-05-21",
            .idNumber = "00" + username};
}

} // namespace

int serveMeasured(const std::string &folder, const std::string &keyKind)
{
    auto service = sandbox::Service::open({.data = folder,
                                           .listen = "127.0.0.1:0",
                                           .publicUrl = {},
                                           .smtp = {},
                                           .credential = crypto::keyKindFromName(keyKind).value()});
    if (!service || !(*service)->start()) {
        std::cerr << "smartca-bench: the service does not start\n";
        return 1;
    }
    say({{"event", "ready"},
         {"profile", folder + "/profile.json"},
         {"mailbox", (*service)->mailbox().string()}});
    // One line, one answer: "cost", or "add N" for subscriber N. The end of the input ends the service.
    for (std::string line; std::getline(std::cin, line);) {
        if (line.starts_with("add ")) {
            const auto person = personNumber(std::stoi(line.substr(4)));
            say({{"added", sandbox::admin::addSubscriber((*service)->folder(), person).has_value()}});
        } else {
            say({{"cpuMicroseconds", static_cast<std::int64_t>(cpuMilliseconds() * 1000)},
                 {"hashingMicroseconds", (*service)->passwords().hashingTime().count() * 1000}});
        }
    }
    (*service)->stop();
    return 0;
}

} // namespace smartca::bench
