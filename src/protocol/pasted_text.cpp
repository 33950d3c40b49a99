// SPDX-License-Identifier: Apache-2.0
#include "protocol/pasted_text.h"

#include "protocol/vietnamese_letters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace smartca::protocol {
namespace {

constexpr std::size_t longestEntity = 12;
constexpr std::size_t longestTag = 4096;

bool isLetter(char32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// "ecirc", "agrave": a letter with a mark, by the names HTML has for Latin-1.
std::optional<char> letterOfEntity(std::string_view name)
{
    constexpr std::array<std::string_view, 5> marks{"grave", "acute", "circ", "tilde", "uml"};
    if (name.size() < 4 || !isLetter(static_cast<unsigned char>(name.front())))
        return std::nullopt;
    if (std::find(marks.begin(), marks.end(), name.substr(1)) == marks.end())
        return std::nullopt;
    return static_cast<char>(static_cast<unsigned char>(name.front()) | marked);
}

std::optional<char32_t> pointOfEntity(std::string_view name)
{
    struct Named {
        std::string_view name;
        char32_t point;
    };
    constexpr Named known[] = {{"nbsp", ' '},  {"amp", '&'},  {"lt", '<'},    {"gt", '>'},    {"quot", '"'},
                               {"apos", '\''}, {"shy", 0xAD}, {"ndash", '-'}, {"mdash", '-'}, {"colon", ':'}};
    for (const auto &entity : known)
        if (entity.name == name)
            return entity.point;
    if (!name.starts_with('#'))
        return std::nullopt;
    name.remove_prefix(1);
    const int base = name.starts_with('x') || name.starts_with('X') ? 16 : 10;
    if (base == 16)
        name.remove_prefix(1);
    std::uint32_t point = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), point, base);
    if (error != std::errc{} || end != name.data() + name.size() || point > 0x10FFFF)
        return std::nullopt;
    return point;
}

class Plainer {
public:
    explicit Plainer(std::string_view text) : text_(text) {}

    SecretBytes run()
    {
        while (!text_.empty())
            if (!takeTag() && !takeEntity())
                put(takeCodePoint(text_));
        return std::move(out_);
    }

private:
    bool takeTag()
    {
        if (text_.size() < 3 || text_[0] != '<')
            return false;
        const auto second = static_cast<unsigned char>(text_[1]);
        if (!isLetter(second) && second != '/' && second != '!')
            return false;
        const auto end = text_.substr(0, longestTag).find('>');
        // "<https://…>" around a link is no tag; what it says is looked for elsewhere.
        if (end == std::string_view::npos)
            return false;
        text_.remove_prefix(end + 1);
        putOctet(' ');
        return true;
    }

    bool takeEntity()
    {
        if (text_.front() != '&')
            return false;
        const auto end = text_.substr(0, longestEntity).find(';');
        if (end == std::string_view::npos)
            return false;
        const auto name = text_.substr(1, end - 1);
        if (const auto letter = letterOfEntity(name)) {
            putOctet(*letter);
        } else if (const auto point = pointOfEntity(name)) {
            put(*point);
        } else {
            return false;
        }
        text_.remove_prefix(end + 1);
        return true;
    }

    void put(char32_t point)
    {
        point = plainForm(point);
        if (Letter probe; point == 0 || addCombiningMark(probe, point)) {
            markLast(point != 0);
        } else if (const auto letter = takenApart(point)) {
            putOctet(static_cast<char>(static_cast<unsigned char>(letter->base) | marked));
        } else if (point == '\n' || point == '\r') {
            putOctet('\n');
        } else if (point == '\t' || point == '\v' || point == '\f') {
            putOctet(' ');
        } else {
            putOctet(point >= 0x20 && point < 0x7F ? static_cast<char>(point) : other);
        }
    }

    /// A combining mark belongs to the letter before it.
    void markLast(bool isMark)
    {
        if (isMark && !out_.empty() && isLetter(out_.view().back()))
            out_.data()[out_.size() - 1] |= marked;
    }

    void putOctet(char c) { out_.append(asBytes({&c, 1})); }

    std::string_view text_;
    SecretBytes out_;
};

} // namespace

SecretBytes plainText(std::string_view pasted)
{
    return Plainer(pasted).run();
}

char foldedLetter(char c)
{
    const auto octet = static_cast<unsigned char>(static_cast<unsigned char>(c) & 0x7FU);
    return static_cast<char>(octet >= 'A' && octet <= 'Z' ? octet - 'A' + 'a' : octet);
}

std::string_view withoutSpaceAround(std::string_view text)
{
    constexpr std::string_view space = " \t\r\n";
    const auto first = text.find_first_not_of(space);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(space) - first + 1);
}

} // namespace smartca::protocol
