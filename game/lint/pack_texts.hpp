// Every text of a pack that people read, with what it is: what the rules on wording look at.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/content/pack.hpp"

namespace chelate::lint {

/// Whether the pack stands for a text, asks with it (it asserts nothing), shows it as not true, or quotes others.
enum class Role : std::uint8_t { stated, asked, refuted, cited };

/// What kind of place a text stands in, for how it must fit.
enum class Place : std::uint8_t { prose, prompt, choice };

struct PackText {
    std::string kind{}; ///< of the item: "claim"
    std::string id{};
    Role role = Role::stated;
    Place place = Place::prose;
    std::string text{};
};

[[nodiscard]] std::vector<PackText> texts_of(const content::Pack& pack);

/// Sentences of a text.
[[nodiscard]] std::vector<std::string> sentences_of(const std::string& text);

} // namespace chelate::lint
