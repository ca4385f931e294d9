// Collects every text of a pack that people read, with its role. The rules on wording check these texts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/content/pack.hpp"

namespace chelate::lint {

/// What a pack does with a text: states it as true, asks with it (which asserts nothing), shows it as untrue, or
/// quotes others.
enum class Role : std::uint8_t { stated, asked, refuted, cited };

/// The kind of place a text is in, which decides how much space it has.
enum class Place : std::uint8_t { prose, prompt, choice };

struct PackText {
    std::string kind{}; ///< kind of the item, for example "claim"
    std::string id{};
    Role role = Role::stated;
    Place place = Place::prose;
    std::string text{};
};

[[nodiscard]] std::vector<PackText> texts_of(const content::Pack& pack);

/// Returns the sentences of a text.
[[nodiscard]] std::vector<std::string> sentences_of(const std::string& text);

} // namespace chelate::lint
