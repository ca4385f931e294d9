#include "game/session/local_json_file.hpp"

#include <charconv>
#include <system_error>

#include "engine/base/folders.hpp"

namespace chelate::session::local_json {

namespace {

constexpr std::size_t largest_file = 4 * 1024 * 1024;

} // namespace

void load(const std::filesystem::path& file, const std::function<void(const json::Document&)>& take,
          std::vector<Error>* told) {
    const auto text = read_file(file, largest_file);
    std::error_code none;
    if (!text && !std::filesystem::is_regular_file(file, none)) return;
    std::vector<json::Problem> problems;
    const auto document = text ? json::Document::parse(file.filename().string(), *text, problems) : std::nullopt;
    if (document && document->root().kind() == json::Kind::object) return take(*document);
    std::filesystem::path aside = file;
    aside += ".broken";
    for (int number = 2; std::filesystem::exists(aside, none); ++number)
        aside = file.string() + ".broken-" + std::to_string(number);
    std::filesystem::rename(file, aside, none); // keeping a copy is a courtesy; the defaults are used either way
    if (told != nullptr)
        told->push_back(
            {"file-put-aside", {{"path", file.string()}, {"aside", none ? file.string() : aside.string()}}});
}

Result<void> save(const std::filesystem::path& file, json::Writer& written) {
    return write_file(file, written.take() + "\n");
}

std::string text_of(const json::Value& object, std::string_view key) {
    const auto value = object.find(key);
    return value && value->kind() == json::Kind::string ? std::string(value->as_string()) : std::string{};
}

bool truth_of(const json::Value& object, std::string_view key, bool otherwise) {
    const auto value = object.find(key);
    return value && value->kind() == json::Kind::boolean ? value->as_bool() : otherwise;
}

int number_of(const json::Value& object, std::string_view key, int low, int high, int otherwise) {
    const auto value = object.find(key);
    if (!value || value->kind() != json::Kind::integer) return otherwise;
    return static_cast<int>(std::clamp<std::int64_t>(value->as_integer(), low, high));
}

std::uint64_t seed_of(const json::Value& object, std::string_view key) {
    const std::string text = text_of(object, key);
    std::uint64_t seed = 0;
    std::from_chars(text.data(), text.data() + text.size(), seed);
    return seed;
}

} // namespace chelate::session::local_json
