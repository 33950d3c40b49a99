// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/text.h"

#include <string_view>

namespace smartca::pdf {

/// A place in the text of a file, for what is read beside qpdf. The first thing that is not as expected makes
/// it fail for good.
class Cursor {
public:
    Cursor(std::string_view text, std::size_t at) : text_(text), at_(at) {}

    [[nodiscard]] bool good() const { return good_; }
    [[nodiscard]] std::size_t at() const { return at_; }
    [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    [[nodiscard]] bool sees(std::string_view word) const { return text_.substr(at_).starts_with(word); }
    [[nodiscard]] std::string_view since(std::size_t start) const { return text_.substr(start, at_ - start); }
    [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

    void fail() { good_ = false; }
    void skipSpace()
    {
        while (at_ < text_.size() && (peek() == ' ' || peek() == '\n' || peek() == '\r'))
            ++at_;
    }
    /// White space, and then `word`.
    void expect(std::string_view word)
    {
        skipSpace();
        if (!good_ || !sees(word))
            return fail();
        at_ += word.size();
    }
    /// Goes behind `word` when it stands right here.
    bool accept(std::string_view word)
    {
        if (!good_ || !sees(word))
            return false;
        at_ += word.size();
        return true;
    }
    /// The longest run of octets that `belongs`.
    template<class Belongs>
    std::string_view run(Belongs belongs)
    {
        const auto start = at_;
        while (at_ < text_.size() && belongs(text_[at_]))
            ++at_;
        if (at_ == start)
            fail();
        return since(start);
    }
    void step(std::size_t octets = 1)
    {
        if (octets <= text_.size() - at_)
            at_ += octets;
        else
            fail();
    }

private:
    std::string_view text_;
    std::size_t at_;
    bool good_ = true;
};

/// Behind white space: at most ten digits, no zeros in front.
[[nodiscard]] std::size_t readNumber(Cursor &cursor);
/// Behind white space: (…), parentheses inside balanced or escaped (ISO 32000-1 §7.3.4.2).
void skipLiteralString(Cursor &cursor);

} // namespace smartca::pdf
