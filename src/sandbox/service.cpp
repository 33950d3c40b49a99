// SPDX-License-Identifier: Apache-2.0
#include "sandbox/service.h"

#include "protocol/fields.h"
#include "protocol/headers.h"
#include "sandbox/accounts/passwords.h"
#include "sandbox/accounts/refusals.h"
#include "sandbox/admin/data_folder.h"
#include "sandbox/admin/listen_address.h"
#include "sandbox/admin/settings.h"
#include "sandbox/ca/routes.h"
#include "sandbox/ca/tls_identity.h"
#include "sandbox/hsm/pseudonym.h"
#include "sandbox/http/rate_limit.h"
#include "sandbox/http/server.h"
#include "sandbox/mail/postman.h"
#include "sandbox/mail/smtp.h"
#include "sandbox/public_routes.h"
#include "sandbox/sam/app_version.h"
#include "sandbox/sam/sam.h"
#include "sandbox/service_log.h"
#include "sandbox/store/guarded.h"
#include "sandbox/store/private_file.h"

#include <thread>

namespace smartca::sandbox {

namespace {

constexpr Milliseconds housePause{500};
constexpr Milliseconds sweepPause{3'600'000};

http::TlsIdentity forServer(const TlsIdentity &identity)
{
    return {{identity.certificate}, identity.key.toPkcs8()};
}

Outcome checkOptions(const ServiceOptions &options, const ListenAddress &address)
{
    // Whoever can reach the service could read everybody's mail on the same machine's screen: the mailbox is
    // for one's own desk.
    if (options.mailbox && !address.loopback)
        return tl::unexpected(
            inputInvalid("listen", "an address others can reach needs --no-mailbox and --smtp"));
    if (!options.mailbox && !options.smtp)
        return tl::unexpected(inputInvalid("smtp", "without the mailbox mails need a server"));
    if (address.any && !options.publicUrl)
        return tl::unexpected(
            inputInvalid("public-url", "needed where the service listens on all addresses"));
    if (options.publicUrl)
        SMARTCA_CHECK(hostOfPublicUrl(*options.publicUrl));
    // It goes into every policy: the app reads no empty one and no longer one.
    const auto &minimum = options.minimumVersion;
    if (!isVersion(minimum) || minimum.size() > protocol::fields::versionMax)
        return tl::unexpected(inputInvalid("minimum-version", "expected numbers, as in 1.2.3"));
    return {};
}

} // namespace

struct Service::Parts {
    ServiceOptions options;
    SystemClock systemClock;
    ListenAddress address;
    DataFolder folder;
    std::unique_ptr<FileLock> serving;
    std::unique_ptr<ServiceLog> log;
    std::unique_ptr<Authority> authority;
    std::unique_ptr<Passwords> passwords;
    std::unique_ptr<http::Nonces> nonces;
    std::unique_ptr<http::RateLimit> rate;
    std::optional<MailServer> mailServer;
    std::string publicUrl;

    // From start() to stop().
    std::unique_ptr<Sam> sam;
    std::unique_ptr<http::Router> router;
    std::unique_ptr<Postman> postman;
    std::unique_ptr<http::Server> server;
    std::jthread housekeeper;

    [[nodiscard]] const Clock &clock() const { return options.clock ? *options.clock : systemClock; }
    [[nodiscard]] Outcome openFolder();
    [[nodiscard]] Outcome listen();
    [[nodiscard]] Outcome prepare();
    [[nodiscard]] Outcome tellCommands();
    void keepHouse(const std::stop_token &stop);
    void tellOfHouse(const Outcome &outcome, std::string &told) const;
};

Service::Service(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Service::~Service()
{
    stop();
}

Result<std::unique_ptr<Service>> Service::open(ServiceOptions options)
{
    auto parts = std::make_unique<Parts>();
    SMARTCA_TRY(parts->address, parseListenAddress(options.listen));
    SMARTCA_CHECK(checkOptions(options, parts->address));
    if (options.smtp) {
        SMARTCA_TRY(parts->mailServer, mailServerOf(*options.smtp));
    }
    parts->options = std::move(options);
    SMARTCA_CHECK(parts->openFolder());
    return std::unique_ptr<Service>(new Service(std::move(parts)));
}

Outcome Service::Parts::openFolder()
{
    SMARTCA_TRY(folder, DataFolder::open(options.data, clock(),
                                         {.keyPool = options.keyPool, .keyKind = options.credential}));
    SMARTCA_TRY(serving, lockFile(options.data / ".serving", FileLock::Wait::No));
    SMARTCA_TRY(log, ServiceLog::open(options.data / "log"));
    SMARTCA_TRY(authority, Authority::open(options.data / "ca", folder.hsm, clock(), !folder.complete));
    passwords = std::make_unique<Passwords>(*folder.hsm);
    nonces = std::make_unique<http::Nonces>(clock(), [hsm = folder.hsm](BytesView period) -> Result<Bytes> {
        SMARTCA_TRY(const auto mac, hsm->mac(MacPurpose::DpopNonce, {period}));
        return toBytes(mac);
    });
    // Rates are about real time, whatever clock a test has set.
    rate = std::make_unique<http::RateLimit>(systemClock,
                                             http::RateLimit::Rule{.burst = 300, .every = Milliseconds{200}});
    return {};
}

Outcome Service::Parts::listen()
{
    std::vector<std::string> hosts{address.host, "localhost"};
    if (options.publicUrl) {
        SMARTCA_TRY(auto host, hostOfPublicUrl(*options.publicUrl));
        hosts.push_back(std::move(host));
    }
    SMARTCA_TRY(const auto identity, makeTlsIdentity(*authority, hosts));
    http::ServerOptions serverOptions;
    serverOptions.address = address.host;
    serverOptions.port = address.port;
    serverOptions.limits.connectionsPerAddress = options.connectionsPerAddress;
    serverOptions.clock = &clock();
    serverOptions.finish = [this](http::Response &response) {
        response.headers.set(std::string(protocol::serviceTimeHeader),
                             std::to_string(toUnixSeconds(clock().now())));
        response.headers.set(std::string(protocol::dpopNonceHeader), nonces->current());
        response.headers.set("X-Content-Type-Options", "nosniff");
    };
    serverOptions.served = [this](const http::Served &served) {
        const auto pseudonym = served.activation.empty()
                                   ? std::string{}
                                   : pseudonymOf(*folder.hsm, served.activation).value_or("");
        log->served(clock().now(), served, pseudonym);
    };
    serverOptions.turnedAway = [this](std::uint64_t count) {
        log->trouble(clock().now(), "connections",
                     std::to_string(count) + " closed at once: too many open, of one address or of all");
    };
    serverOptions.trouble = [this](const std::string &what) { log->trouble(clock().now(), "server", what); };
    router = std::make_unique<http::Router>();
    SMARTCA_TRY(server, http::Server::listen(std::move(serverOptions), forServer(identity), *router));
    publicUrl = options.publicUrl.value_or(address.url(server->port()));
    return {};
}

Outcome Service::Parts::prepare()
{
    authority->publishAt(publicUrl);
    SamPolicy policy;
    policy.serviceId = folder.serviceId;
    policy.publicUrl = publicUrl;
    policy.activation.biometric = options.biometric;
    policy.activation.minimumVersion = options.minimumVersion;
    policy.activation.keyKind = options.credential;
    policy.issuanceDelay = options.issuanceDelay;
    policy.hotline = options.hotline;
    policy.evidenceHeadFile = folder.evidenceHead();
    sam = std::make_unique<Sam>(
        SamParts{*folder.database, *folder.hsm, clock(), *folder.accounts, *passwords, *authority, *nonces},
        std::move(policy));
    SMARTCA_CHECK(sam->recover());
    SMARTCA_CHECK(sam->sweep());
    router->admit([this](const http::Request &request) -> Outcome {
        return rate->take(http::networkOf(request.address));
    });
    sam->addRoutes(*router);
    addCaRoutes(*router, *authority, *folder.database);
    addPublicRoutes(*router, options.hotline);
    postman = std::make_unique<Postman>(
        *folder.database, *folder.hsm, *folder.accounts, clock(),
        Postman::Options{
            .identity = {.publicUrl = publicUrl, .hotline = options.hotline},
            .mailbox = options.mailbox ? std::optional(folder.mailbox()) : std::nullopt,
            .smtp = std::move(mailServer),
            .trouble = [this](const std::string &trouble) { log->trouble(clock().now(), "mail", trouble); }});
    return {};
}

/// Says also that the folder is complete, once it is.
Outcome Service::Parts::tellCommands()
{
    for (const auto key : serviceKeys) {
        if (const auto made = folder.hsm->serviceKey(key); !made)
            return tl::unexpected(made.error());
    }
    return folder.database->transact([&](Session &session) -> Outcome {
        settings::write(session, settings::complete, "yes");
        settings::write(session, settings::publicUrl, publicUrl);
        settings::write(session, settings::hotline, options.hotline);
        settings::write(session, settings::mailbox, options.mailbox ? "on" : "off");
        settings::write(session, settings::smtp, options.smtp ? "on" : "off");
        return {};
    });
}

Outcome Service::start()
{
    auto &parts = *parts_;
    SMARTCA_CHECK(parts.listen());
    SMARTCA_CHECK(parts.prepare());
    SMARTCA_CHECK(parts.tellCommands());
    SMARTCA_CHECK(
        writePrivateFile(parts.options.data / "root-ca.pem", asBytes(parts.authority->documentRoot().pem())));
    SMARTCA_CHECK(
        writePrivateFile(parts.options.data / "profile.json", asBytes(protocol::encode(profile()))));
    parts.server->start();
    parts.postman->start();
    parts.housekeeper = std::jthread([&parts](const std::stop_token &stop) { parts.keepHouse(stop); });
    parts.log->event(parts.clock().now(), "started");
    return {};
}

void Service::Parts::keepHouse(const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    auto swept = systemClock.elapsed();
    // Twice a second the same trouble is no news: it is told when it begins.
    std::string toldOfPolls;
    std::string toldOfKeys;
    while (!stop.stop_requested()) {
        tellOfHouse(guarded("a look for certificates",
                            [this]() -> Outcome {
                                if (sam->anybodyWaits())
                                    sam->lookForCertificates();
                                return {};
                            }),
                    toldOfPolls);
        tellOfHouse(guarded("the destruction of keys",
                            [this]() -> Outcome {
                                SMARTCA_CHECK(sam->completeDestruction());
                                return {};
                            }),
                    toldOfKeys);
        if (systemClock.elapsed() - swept >= sweepPause) {
            swept = systemClock.elapsed();
            std::string told;
            tellOfHouse(guarded("the sweep", [this] { return sam->sweep(); }), told);
        }
        std::unique_lock lock(mutex);
        wake.wait_for(lock, stop, housePause, [] { return false; });
    }
}

void Service::Parts::tellOfHouse(const Outcome &outcome, std::string &told) const
{
    const auto trouble = outcome ? std::string{} : outcome.error().detail;
    if (!trouble.empty() && trouble != told)
        log->trouble(clock().now(), "housekeeper", trouble);
    told = trouble;
}

void Service::stop()
{
    if (!parts_ || !parts_->server)
        return;
    parts_->server->stop();
    parts_->housekeeper = {};
    if (parts_->postman) {
        parts_->postman->stop();
        // What the last requests ordered, while everything is still open; what cannot be kept now waits.
        if (const auto kept = parts_->postman->composeAndKeep(); !kept)
            parts_->log->trouble(parts_->clock().now(), "mail", kept.error().detail);
    }
    parts_->log->event(parts_->clock().now(), "stopped");
    parts_->server.reset();
    parts_->postman.reset();
    parts_->sam.reset();
    parts_->router.reset();
}

int Service::port() const
{
    return parts_->server ? parts_->server->port() : 0;
}

std::string Service::url() const
{
    return parts_->publicUrl;
}

protocol::ServiceProfile Service::profile() const
{
    const auto &authority = *parts_->authority;
    // The key exists since the folder does: Authority::open has just used its sisters.
    const auto samKey = parts_->folder.hsm->serviceKey(ServiceKey::SamAnswer).value();
    return {.url = parts_->publicUrl,
            .serviceId = parts_->folder.serviceId,
            .sandbox = true,
            .hotline = parts_->options.hotline,
            .tlsRoot = authority.tlsRoot(),
            .documentRoot = authority.documentRoot(),
            .timeStampRoot = authority.documentRoot(),
            .samKey = samKey->publicKey()};
}

std::filesystem::path Service::mailbox() const
{
    return parts_->folder.mailbox();
}

const DataFolder &Service::folder() const
{
    return parts_->folder;
}

Passwords &Service::passwords()
{
    return *parts_->passwords;
}

} // namespace smartca::sandbox
