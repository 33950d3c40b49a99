// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"

#include "base/encoding.h"

#include <algorithm>

namespace smartca {
namespace {

/// Of one object. It keeps its fields in a row and looks for each among those before it: with tens of
/// thousands a body would take seconds. No message has a quarter of this.
constexpr std::size_t fieldsMost = 128;

/// Builds the value and refuses what the door does not let in. nlohmann keeps the last of two equal keys
/// silently and accepts any depth, so both are checked while the text is read, before anything is built on
/// top.
class StrictBuilder final : public nlohmann::json_sax<Json> {
public:
    bool null() override { return put(Json(nullptr)); }
    bool boolean(bool value) override { return put(Json(value)); }
    bool number_integer(number_integer_t value) override { return put(Json(value)); }
    bool number_unsigned(number_unsigned_t value) override
    {
        if (value > static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max()))
            return refuse("a number does not fit 64 bits");
        return put(Json(static_cast<std::int64_t>(value)));
    }
    bool number_float(number_float_t, const string_t &) override
    {
        return refuse("a number is not an integer");
    }
    /// No text of ours has one, and half the world's functions end a text there.
    bool string(string_t &value) override
    {
        return value.find('\0') == std::string::npos ? put(Json(std::move(value)))
                                                     : refuse("a text with U+0000");
    }
    bool binary(binary_t &) override { return refuse("binary value"); }
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool key(string_t &value) override
    {
        if (open_.back()->size() >= fieldsMost)
            return refuse("an object of more than " + std::to_string(fieldsMost) + " fields");
        if (open_.back()->contains(value))
            return refuse("the field \"" + value.substr(0, 64) + "\" appears twice");
        name_ = std::move(value);
        return true;
    }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &) override
    {
        return refuse("not JSON at byte " + std::to_string(position));
    }

    [[nodiscard]] const std::string &problem() const { return problem_; }
    [[nodiscard]] Json takeRoot() { return std::move(root_); }

private:
    bool refuse(std::string why)
    {
        if (problem_.empty())
            problem_ = std::move(why);
        return false;
    }
    Json *place(Json &&value)
    {
        if (open_.empty()) {
            root_ = std::move(value);
            return &root_;
        }
        if (open_.back()->is_array()) {
            open_.back()->push_back(std::move(value));
            return &open_.back()->back();
        }
        return &((*open_.back())[name_] = std::move(value));
    }
    bool put(Json &&value)
    {
        place(std::move(value));
        return true;
    }
    bool open(Json &&value)
    {
        if (open_.size() >= static_cast<std::size_t>(jsonMaxDepth))
            return refuse("nested deeper than " + std::to_string(jsonMaxDepth));
        // Pointers into a parent stay valid: a parent does not grow while one of its children is open.
        open_.push_back(place(std::move(value)));
        return true;
    }
    bool close()
    {
        open_.pop_back();
        return true;
    }

    Json root_;
    std::vector<Json *> open_;
    std::string name_;
    std::string problem_;
};

} // namespace

Failure malformedJson(std::string detail)
{
    return {.code = FailureCode::JsonMalformed, .detail = std::move(detail), .facts = {}};
}

Result<Json> parseJson(std::string_view text, std::size_t maxBytes)
{
    if (text.size() > maxBytes)
        return tl::unexpected(Failure{.code = FailureCode::BodyTooLarge,
                                      .detail = "JSON of " + std::to_string(text.size()) +
                                                " bytes, at most " + std::to_string(maxBytes),
                                      .facts = {}});
    if (!isUtf8(text))
        return tl::unexpected(malformedJson("not UTF-8"));
    // RFC 8259 §8.1 wants no byte order mark; the parser would pass over one.
    if (text.starts_with("\xEF\xBB\xBF"))
        return tl::unexpected(malformedJson("begins with a byte order mark"));
    StrictBuilder builder;
    if (!Json::sax_parse(text.begin(), text.end(), &builder))
        return tl::unexpected(malformedJson(builder.problem()));
    return builder.takeRoot();
}

JsonObject::JsonObject(const Json &json, std::string_view what) : json_(&json), what_(what)
{
    if (!json.is_object())
        refuse("", "not an object");
}

void JsonObject::refuse(std::string_view name, std::string_view why)
{
    if (failure_)
        return;
    std::string detail = what_;
    if (!name.empty())
        detail.append(": ").append(name.substr(0, 64));
    detail.append(": ").append(why);
    failure_ = Failure{.code = FailureCode::FieldInvalid, .detail = std::move(detail), .facts = {}};
}

const Json *JsonObject::take(std::string_view name, bool required)
{
    taken_.push_back(name);
    if (failure_)
        return nullptr;
    const auto found = json_->find(std::string(name));
    if (found == json_->end()) {
        if (required)
            refuse(name, "missing");
        return nullptr;
    }
    return &*found;
}

void JsonObject::refuseUnknown()
{
    if (failure_)
        return;
    for (const auto &[name, value] : json_->items())
        if (std::find(taken_.begin(), taken_.end(), name) == taken_.end()) {
            refuse(name, "unknown field");
            return;
        }
}

std::optional<std::string> JsonObject::optionalText(std::string_view name, std::size_t minLength,
                                                    std::size_t maxLength)
{
    const auto *value = take(name, false);
    if (value == nullptr)
        return std::nullopt;
    if (!value->is_string()) {
        refuse(name, "not a text");
        return std::nullopt;
    }
    auto text = value->get<std::string>();
    if (text.size() < minLength || text.size() > maxLength) {
        refuse(name, "length out of range");
        return std::nullopt;
    }
    return text;
}

std::string JsonObject::text(std::string_view name, std::size_t minLength, std::size_t maxLength)
{
    auto value = optionalText(name, minLength, maxLength);
    if (!value && good())
        refuse(name, "missing");
    return std::move(value).value_or(std::string());
}

std::optional<std::int64_t> JsonObject::optionalInteger(std::string_view name, std::int64_t min,
                                                        std::int64_t max)
{
    const auto *value = take(name, false);
    if (value == nullptr)
        return std::nullopt;
    if (!value->is_number_integer()) {
        refuse(name, "not an integer");
        return std::nullopt;
    }
    const auto number = value->get<std::int64_t>();
    if (number < min || number > max) {
        refuse(name, "out of range");
        return std::nullopt;
    }
    return number;
}

std::int64_t JsonObject::integer(std::string_view name, std::int64_t min, std::int64_t max)
{
    const auto value = optionalInteger(name, min, max);
    if (!value && good())
        refuse(name, "missing");
    return value.value_or(min);
}

bool JsonObject::boolean(std::string_view name)
{
    const auto *value = take(name, true);
    if (value == nullptr)
        return false;
    if (!value->is_boolean()) {
        refuse(name, "not true or false");
        return false;
    }
    return value->get<bool>();
}

std::optional<Bytes> JsonObject::optionalBase64(std::string_view name, std::size_t maxBytes)
{
    const auto encoded = optionalText(name, 0, (maxBytes + 2) / 3 * 4);
    if (!encoded)
        return std::nullopt;
    auto bytes = base64Decode(*encoded);
    if (!bytes || bytes->size() > maxBytes) {
        refuse(name, "not base64");
        return std::nullopt;
    }
    return bytes;
}

Bytes JsonObject::base64(std::string_view name, std::size_t maxBytes)
{
    auto bytes = optionalBase64(name, maxBytes);
    if (!bytes && good())
        refuse(name, "missing");
    return std::move(bytes).value_or(Bytes());
}

Bytes JsonObject::base64Url(std::string_view name, std::size_t maxBytes)
{
    const auto encoded = text(name, 0, (maxBytes * 4 + 2) / 3);
    if (!good())
        return {};
    auto bytes = base64UrlDecode(encoded);
    if (!bytes) {
        refuse(name, "not base64url");
        return {};
    }
    return std::move(*bytes);
}

std::vector<std::string> JsonObject::texts(std::string_view name, std::size_t maxCount, std::size_t maxLength)
{
    const auto *value = take(name, true);
    if (value == nullptr)
        return {};
    if (!value->is_array() || value->size() > maxCount) {
        refuse(name, "not a list, or too long");
        return {};
    }
    std::vector<std::string> list;
    for (const auto &item : *value) {
        if (!item.is_string() || item.get_ref<const std::string &>().size() > maxLength) {
            refuse(name, "an entry is no text, or too long");
            return {};
        }
        list.push_back(item.get<std::string>());
    }
    return list;
}

std::vector<Bytes> JsonObject::base64s(std::string_view name, std::size_t maxCount, std::size_t maxBytes)
{
    std::vector<Bytes> list;
    for (const auto &encoded : texts(name, maxCount, (maxBytes + 2) / 3 * 4)) {
        auto bytes = base64Decode(encoded);
        if (!bytes || bytes->size() > maxBytes) {
            refuse(name, "an entry is not base64");
            return {};
        }
        list.push_back(std::move(*bytes));
    }
    return list;
}

const Json *JsonObject::member(std::string_view name)
{
    return take(name, true);
}

const Json *JsonObject::optionalMember(std::string_view name)
{
    return take(name, false);
}

std::string toText(const Json &json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace smartca
