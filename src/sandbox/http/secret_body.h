// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret_bytes.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/optional/optional.hpp>

namespace smartca::sandbox::http {

/// A Beast body that is read into memory which is wiped: requests carry passwords.
struct SecretBody {
    using value_type = SecretBytes;

    class reader {
    public:
        template<bool isRequest, class Fields>
        reader(boost::beast::http::header<isRequest, Fields> & /*header*/, value_type &body) : body_(body)
        {}
        void init(const boost::optional<std::uint64_t> & /*length*/, boost::beast::error_code &error)
        {
            body_.clear();
            error = {};
        }
        template<class Buffers>
        std::size_t put(const Buffers &buffers, boost::beast::error_code &error)
        {
            std::size_t taken = 0;
            for (const boost::asio::const_buffer part : boost::beast::buffers_range_ref(buffers)) {
                body_.append({static_cast<const std::uint8_t *>(part.data()), part.size()});
                taken += part.size();
            }
            error = {};
            return taken;
        }
        void finish(boost::beast::error_code &error) { error = {}; }

    private:
        value_type &body_;
    };
};

} // namespace smartca::sandbox::http
