// SPDX-License-Identifier: Apache-2.0
// smartca-fault-proxy --listen 127.0.0.1:0 --to HOST:PORT [--mode …] [--request N] [--times N] [--delay MS]
// [--drip OCTETS]
#include "base/json.h"
#include "faults/fault_proxy.h"

#include <CLI/CLI.hpp>

#include <csignal>
#include <iostream>
#include <map>

int main(int count, char **arguments)
{
    using smartca::faults::Mode;
    const std::map<std::string, Mode> modes{{"pass", Mode::Pass},
                                            {"cut-before", Mode::CutBefore},
                                            {"cut-after", Mode::CutAfter},
                                            {"corrupt-answer", Mode::CorruptAnswer},
                                            {"corrupt-request", Mode::CorruptRequest},
                                            {"refuse", Mode::Refuse}};
    smartca::faults::ProxyOptions options;
    long delay = 0;
    CLI::App app("A TCP proxy that makes networks bad on purpose");
    app.add_option("--listen", options.listen, "address:port; port 0 picks one")->capture_default_str();
    app.add_option("--to", options.to, "host:port of the service")->required();
    app.add_option("--mode", options.mode)->transform(CLI::CheckedTransformer(modes));
    app.add_option("--request", options.request, "the first request to spoil (with refuse: connection)");
    app.add_option("--times", options.times, "how many to spoil");
    app.add_option("--delay", delay, "milliseconds each way");
    app.add_option("--drip", options.drip, "octets at a time, a piece a millisecond");
    CLI11_PARSE(app, count, arguments);
    options.delay = smartca::Milliseconds(delay);

    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    try {
        const smartca::faults::FaultProxy proxy(options);
        std::cout << smartca::toText({{"event", "ready"}, {"port", proxy.port()}}) << std::endl;
        int signal = 0;
        sigwait(&signals, &signal);
        std::cout << smartca::toText({{"event", "end"},
                                      {"connections", proxy.connections()},
                                      {"requests", proxy.requests()},
                                      {"faults", proxy.faults()}})
                  << std::endl;
    } catch (const std::exception &error) {
        std::cerr << "smartca-fault-proxy: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
