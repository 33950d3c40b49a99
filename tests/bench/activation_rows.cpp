// SPDX-License-Identifier: Apache-2.0
#include "child.h"
#include "faults/activation_run.h"
#include "faults/fault_proxy.h"
#include "rows.h"

#include <QElapsedTimer>
#include <QTcpServer>

#include <algorithm>

namespace smartca::bench {
namespace {

constexpr int runs = 5;
constexpr auto subscriber = "0010990123";

QStringList arguments(std::initializer_list<std::string> list)
{
    QStringList all;
    for (const auto &one : list)
        all.append(QString::fromStdString(one));
    return all;
}

/// The service must know its public address, the proxy's, before it listens, and says only that one: so its
/// own is chosen here.
int freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

struct Run {
    double milliseconds = 0;
    int requests = 0;
    int connections = 0;
    bool good = false;
};

/// One subscriber from the mail to "active", by the command line as a process of its own.
Run activate(const Place &place, const std::string &data, int number, const faults::FaultProxy &proxy)
{
    const auto username = subscriber + std::to_string(10 + number);
    Child add(
        place.programs / "smartca-sandbox",
        arguments({"subscriber", "add", "--data", data, "--username", username, "--name", "Nguyễn Văn An",
                   "--email", "an@example.vn", "--phone", "0912345678", "--birthday", "1990-05-21"}));
    if (add.wait() != 0)
        return {};
    const auto person = testing::readMail(data + "/mail", testing::Wanted::Code);
    const Json secrets{{"username", username},
                       {"activationCode", person.code.text()},
                       {"password", person.password},
                       {"pin", person.pin}};
    const int requestsBefore = proxy.requests();
    const int connectionsBefore = proxy.connections();
    QElapsedTimer clock;
    clock.start();
    Child cli(place.programs / "smartca-cli",
              arguments({"activate", "--profile", data + "/profile.json", "--home",
                         data + "/home" + std::to_string(number), "--json"}));
    cli.say(QByteArray::fromStdString(toText(secrets)));
    cli.endInput();
    const bool good = cli.wait() == 0;
    return {.milliseconds = static_cast<double>(clock.nsecsElapsed()) / 1e6,
            .requests = proxy.requests() - requestsBefore,
            .connections = proxy.connections() - connectionsBefore,
            .good = good};
}

/// A service behind a proxy with that delay each way, and `runs` activations through it.
std::vector<Row> through(const Place &place, const std::string &name, std::string_view folder,
                         Milliseconds delay, double limit)
{
    faults::FaultProxy proxy({.delay = delay});
    const auto data = (place.scratch / folder).string();
    const auto listen = "127.0.0.1:" + std::to_string(freePort());
    Child service(place.programs / "smartca-sandbox",
                  arguments({"serve", "--data", data, "--listen", listen, "--credential", "p256",
                             "--public-url", "https://127.0.0.1:" + std::to_string(proxy.port())}));
    if (!service.line().is_object())
        return {{name, "the service did not start", "", false}};
    proxy.forwardTo(listen);
    std::vector<double> times;
    Run last;
    for (int run = 0; run < runs; ++run) {
        last = activate(place, data, run, proxy);
        if (!last.good)
            return {{name, "an activation did not end active", "", false}};
        times.push_back(last.milliseconds);
    }
    const double middle = median(times);
    return {{name + ", median of 5", number(middle, "ms"), "<= " + number(limit, "ms"), middle <= limit},
            {name + ": requests", std::to_string(last.requests), "7", last.requests == 7},
            {name + ": connections", std::to_string(last.connections), "1", last.connections == 1}};
}

} // namespace

std::vector<Row> activationRows(const Place &place)
{
    auto rows = through(place, "Activation by smartca-cli, loopback, p256", "loopback", Milliseconds(0), 600);
    const auto far =
        through(place, "Activation by smartca-cli, 100 ms round trip, p256", "far", Milliseconds(50), 1800);
    rows.insert(rows.end(), far.begin(), far.end());
    return rows;
}

} // namespace smartca::bench
