// The small files a program keeps beside progress: read leniently, since nobody's programming is in them. What is
// missing
// or of another kind is left at its default; a file that cannot be read at all is put aside, never written over.
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

/// Reads a file whose root is an object. A missing one is not taken; one that cannot be read is renamed to NAME.broken
/// (NAME.broken-2, ... when there is one), and `told` gets file-put-aside {path, aside}. @param told null: nobody is
/// told
void load(const std::filesystem::path& file, const std::function<void(const json::Document&)>& take,
          std::vector<Error>* told = nullptr);
/// Errors as write_file.
[[nodiscard]] Result<void> save(const std::filesystem::path& file, json::Writer& written);

[[nodiscard]] std::string text_of(const json::Value& object, std::string_view key);
[[nodiscard]] bool truth_of(const json::Value& object, std::string_view key, bool otherwise);
/// A whole number, brought into the range.
[[nodiscard]] int number_of(const json::Value& object, std::string_view key, int low, int high, int otherwise);
/// A seed, written as text: JSON has no such large numbers.
[[nodiscard]] std::uint64_t seed_of(const json::Value& object, std::string_view key);
/// The elements of a list; none when it is none.
template <class Take>
void each_of(const json::Value& object, std::string_view key, Take take) {
    const auto list = object.find(key);
    if (!list || list->kind() != json::Kind::array) return;
    for (auto item = list->first(); item; item = item->next()) take(*item);
}

} // namespace chelate::session::local_json
