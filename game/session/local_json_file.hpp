// Reads and writes the small JSON files of the data folder. Reading is lenient: a missing member, or one of another
// kind, leaves the default. A file that cannot be read at all is put aside; it is never overwritten.
#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/json/document.hpp"
#include "engine/json/writer.hpp"

namespace chelate::session::local_json {

/// Reads a file whose root is an object and passes it to `take`. A missing file is not passed on. A file that cannot be
/// read is renamed to NAME.broken (or NAME.broken-2 and so on), and `told` gets file-put-aside {path, aside}.
/// @param told  null: nobody is told
void load(const std::filesystem::path& file, const std::function<void(const json::Document&)>& take,
          std::vector<Error>* told = nullptr);
/// Errors as write_file.
[[nodiscard]] Result<void> save(const std::filesystem::path& file, json::Writer& written);

[[nodiscard]] std::string text_of(const json::Value& object, std::string_view key);
[[nodiscard]] bool truth_of(const json::Value& object, std::string_view key, bool otherwise);
/// Returns a whole number, limited to the range.
[[nodiscard]] int number_of(const json::Value& object, std::string_view key, int low, int high, int otherwise);
/// Returns a seed. It is written as text, because JSON numbers cannot be that large.
[[nodiscard]] std::uint64_t seed_of(const json::Value& object, std::string_view key);
/// Passes each element of a list to `take`; nothing when the member is not a list.
template <class Take>
void each_of(const json::Value& object, std::string_view key, Take take) {
    const auto list = object.find(key);
    if (!list || list->kind() != json::Kind::array) return;
    for (auto item = list->first(); item; item = item->next()) take(*item);
}

} // namespace chelate::session::local_json
