// Derives the key of a made question again, using only the facts, claims, mechanisms and models that it lists. It
// shares no code with the maker: it reads what a person would read.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/quiz/question.hpp"

namespace chelate::test {

/// What is known. It contains only entries that a question lists.
struct Known {
    std::map<content::FactId, content::Fact> facts;
    std::map<content::ClaimId, content::Claim> claims;
    std::map<content::MechanismId, content::Mechanism> mechanisms;
    std::map<content::AttributeId, content::Attribute> attributes; ///< of the facts
    std::map<content::ModelId, content::Model> models{};
    content::Words words;
    std::map<content::SubjectId, std::string> names{}; ///< names of the subjects that are compared
    /// Lowest and highest askable value of the attribute in the group that is asked about.
    std::pair<double, double> range{};
};

/// Returns the entries of the pack that a question lists.
[[nodiscard]] Known listed_of(const content::Pack& pack, const quiz::Question& question);

/// Returns the key as indices of the options: one for a choice, and all of them in order for an order. Returns
/// nothing when what is known does not decide it, or when values are too close to be asked. A missing fact never
/// counts as false.
[[nodiscard]] std::optional<std::vector<std::size_t>> derived_key(const quiz::Question& question, const Known& known);

/// Returns the key that the question itself contains, in the same form.
[[nodiscard]] std::vector<std::size_t> carried_key(const quiz::Question& question);

} // namespace chelate::test
