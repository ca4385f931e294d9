// Makes the table of a workshop's votes. Votes are counts, so it names nobody.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/text/language.hpp"
#include "game/print/document.hpp"

namespace chelate::print {

/// The votes on one statement.
struct VotesRow {
    std::string statement;
    std::string verdict; ///< what the sources say
    /// Hands for right and sure, right, wrong, wrong and sure, before and after the evidence was shown; empty: no vote.
    std::vector<std::uint16_t> before{};
    std::vector<std::uint16_t> after{};
    /// How many more of 100 people said after the evidence that it is right; empty without two votes.
    std::optional<long> shift{};
};

/// Returns a CSV table with one line for each row. @param script  name of the script
[[nodiscard]] Document make_votes_table(const text::Language& words, const std::string& script,
                                        const std::vector<VotesRow>& rows);

} // namespace chelate::print
