// Derives the key of a made question anew, from the facts, claims and mechanisms it lists and nothing else. It shares
// no
// code with the maker: it reads what a person would read.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/quiz/question.hpp"

namespace chelate::test {

/// What is known: only entries that a question lists are put in here.
struct Known {
    std::map<content::FactId, content::Fact> facts;
    std::map<content::ClaimId, content::Claim> claims;
    std::map<content::MechanismId, content::Mechanism> mechanisms;
    content::Words words;
    std::map<content::SubjectId, std::string> names{}; ///< of the subjects that are compared
};

/// What of the pack a question lists.
[[nodiscard]] Known listed_of(const content::Pack& pack, const quiz::Question& question);

/// The key as indices of the options: one for a choice, all in order for an order; nothing when what is known does not
/// decide it. A missing fact is never a false one.
[[nodiscard]] std::optional<std::vector<std::size_t>> derived_key(const quiz::Question& question, const Known& known);

/// The key the question itself carries, in the same form.
[[nodiscard]] std::vector<std::size_t> carried_key(const quiz::Question& question);

} // namespace chelate::test
