// SPDX-License-Identifier: Apache-2.0
#include "smtp_server.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <fstream>

namespace smartca::sandbox {

SmtpServer::SmtpServer(const std::filesystem::path &folder, int port)
{
    std::array<int, 2> pipe{};
    if (::pipe(pipe.data()) != 0)
        return;
    const auto wanted = std::to_string(port);
    process_ = fork();
    if (process_ == 0) {
        dup2(pipe[1], STDOUT_FILENO);
        execl(PYTHON3, PYTHON3, SMTP_SERVER, folder.c_str(), wanted.c_str(), nullptr);
        _exit(127);
    }
    close(pipe[1]);
    FILE *output = fdopen(pipe[0], "r");
    if (std::fscanf(output, "%d", &port_) != 1)
        port_ = -1;
    std::fclose(output);
}

SmtpServer::~SmtpServer()
{
    if (process_ <= 0)
        return;
    kill(process_, SIGTERM);
    waitpid(process_, nullptr, 0);
}

SilentServer::SilentServer() : listening_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::bind(listening_, reinterpret_cast<const sockaddr *>(&address), sizeof address);
    ::listen(listening_, SOMAXCONN);
}

SilentServer::~SilentServer()
{
    ::close(caller_);
    ::close(listening_);
}

std::string SilentServer::url() const
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(listening_, reinterpret_cast<sockaddr *>(&address), &size);
    return "smtp://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
}

void SilentServer::awaitCall()
{
    caller_ = ::accept(listening_, nullptr, nullptr);
}

std::vector<std::filesystem::path> filesOf(const std::filesystem::path &folder, std::string_view ending)
{
    std::vector<std::filesystem::path> files;
    std::error_code none;
    for (const auto &entry : std::filesystem::directory_iterator(folder, none))
        if (entry.path().string().ends_with(ending))
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

std::string contentOf(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

Json mailOf(const std::filesystem::path &file)
{
    FILE *output = popen((std::string(PYTHON3) + " " + READ_MAIL + " '" + file.string() + "'").c_str(), "r");
    std::string text;
    std::array<char, 4096> buffer{};
    while (const auto count = std::fread(buffer.data(), 1, buffer.size(), output))
        text.append(buffer.data(), count);
    pclose(output);
    return Json::parse(text, nullptr, false);
}

} // namespace smartca::sandbox
