// Collects every text of a pack that people read, with its role. The rules on wording check these texts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/content/pack.hpp"

namespace chelate::content {

/// What a pack does with a text: states it as true, asks with it (which asserts nothing), presents it as false or
/// unproven, quotes others, or tells the reader about the pack itself.
enum class Role : std::uint8_t { stated, asked, refuted, cited, notice };

/// The kind of place a text is in, which decides how much space it has.
enum class Place : std::uint8_t { prose, prompt, choice };

struct PackText {
    std::string kind{}; ///< kind of the item, for example "claim"
    std::string id{};
    Role role = Role::stated;
    Place place = Place::prose;
    std::string text{};
};

/// Returns the texts of a pack. Items that name missing items do no harm.
[[nodiscard]] std::vector<PackText> texts_of(const Pack& pack);

/// Returns the sentences of a text. @param ends  the characters that end one when a space or line break follows
[[nodiscard]] std::vector<std::string> sentences_of(std::string_view text, std::string_view ends = ".!?;");

} // namespace chelate::content
