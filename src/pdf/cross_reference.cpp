// SPDX-License-Identifier: Apache-2.0
#include "pdf/cross_reference.h"

#include <charconv>
#include <optional>

namespace smartca::pdf {
namespace {

constexpr std::size_t rowOctets = 20; // ISO 32000-1 §7.5.4

/// Words between white space, one after the other.
class Words {
public:
    Words(std::string_view text, std::size_t at) : text_(text), at_(std::min(at, text.size())) {}

    std::string_view next()
    {
        at_ = std::min(text_.find_first_not_of(space, at_), text_.size());
        const auto end = std::min(text_.find_first_of(space, at_), text_.size());
        const auto word = text_.substr(at_, end - at_);
        at_ = end;
        return word;
    }
    std::optional<std::size_t> nextNumber()
    {
        const auto word = next();
        std::size_t number = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
        if (error != std::errc() || end != word.data() + word.size())
            return std::nullopt;
        return number;
    }
    /// Goes on behind `count` rows of a table.
    bool skipRows(std::size_t count)
    {
        at_ = std::min(text_.find_first_not_of(space, at_), text_.size());
        if (count > (text_.size() - at_) / rowOctets)
            return false;
        at_ += count * rowOctets;
        return true;
    }

private:
    static constexpr std::string_view space = " \t\r\n\f";
    std::string_view text_;
    std::size_t at_;
};

/// Sections of a table or stream, each `start count`, must rise without touching what was named before.
class Rising {
public:
    bool add(std::size_t start, std::size_t count)
    {
        const bool rises = start >= next_;
        next_ = start + count;
        return rises && next_ >= start;
    }

private:
    std::size_t next_ = 0;
};

bool tableRises(Words words)
{
    Rising sections;
    for (auto word = words.next(); !word.empty(); word = words.next()) {
        if (word.starts_with("trailer"))
            return true;
        std::size_t start = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), start);
        const auto count = words.nextNumber();
        if (error != std::errc() || end != word.data() + word.size() || !count ||
            !sections.add(start, *count) || !words.skipRows(*count))
            return false;
    }
    return false;
}

/// /Index of a cross-reference stream (ISO 32000-1 §7.5.8.2), which is its trailer too.
bool streamRises(QPDFObjectHandle trailer)
{
    auto index = trailer.getKey("/Index");
    if (index.isNull())
        return true;
    Rising sections;
    if (!index.isArray() || index.getArrayNItems() % 2 != 0)
        return false;
    for (int i = 0; i < index.getArrayNItems(); i += 2) {
        auto start = index.getArrayItem(i);
        auto count = index.getArrayItem(i + 1);
        if (!start.isInteger() || !count.isInteger() || start.getIntValue() < 0 || count.getIntValue() < 0 ||
            !sections.add(static_cast<std::size_t>(start.getIntValue()),
                          static_cast<std::size_t>(count.getIntValue())))
            return false;
    }
    return true;
}

} // namespace

bool namesEveryObjectOnce(const ParsedFile &file, BytesView pdf)
{
    const auto text = asText(pdf);
    const auto keyword = text.rfind("startxref");
    if (keyword == std::string_view::npos)
        return false;
    const auto offset = Words(text, keyword + std::string_view("startxref").size()).nextNumber();
    if (!offset || *offset >= text.size())
        return false;
    Words words(text, *offset);
    if (words.next() == "xref")
        return tableRises(words);
    return streamRises(file.pdf->getTrailer());
}

} // namespace smartca::pdf
