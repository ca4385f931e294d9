#include "engine/quiz/templates/templates.hpp"

#include <algorithm>
#include <array>

namespace chelate::quiz {

using content::Pack;
using content::Template;

namespace {

/// In the order of content::TemplateKind.
constexpr std::array recipes{
    &compare_recipe,           &order_recipe,          &chain_recipe,   &verdict_recipe,      &true_false_recipe,
    &subject_for_value_recipe, &select_over_recipe,    &sort_by_recipe, &odd_one_out_recipe,  &match_values_recipe,
    &estimate_recipe,          &name_for_value_recipe, &label_recipe,   &convert_recipe,      &swapped_steps_recipe,
    &missing_step_recipe,      &seen_in_recipe,        &predict_recipe, &predict_value_recipe};
static_assert(recipes.size() == content::template_kinds.size());

const Recipe& recipe_of(const Template& source) { return *recipes[static_cast<std::size_t>(source.kind)]; }

} // namespace

std::vector<Candidate> candidates_of(const Pack& pack, const Template& source) {
    return recipe_of(source).candidates(pack, source);
}

Question make_question(const Pack& pack, const Template& source, const Candidate& candidate, Rng& rng) {
    Question question = recipe_of(source).make(pack, source, candidate, rng);
    if (pack.is_basic(question.topic)) question.difficulty = std::max(1, question.difficulty - 1);
    add_sources(pack, question);
    return question;
}

Candidate candidate_of(const Pack& pack, const content::AuthoredQuestion& question) {
    Candidate candidate;
    candidate.authored = &question;
    candidate.key = scale_key_of(authored_question(pack, question));
    return candidate;
}

const std::string& name_of(const Pack& pack, const content::SubjectId& id) {
    const content::Subject& subject = pack.subjects.at(id);
    return subject.compound.empty() ? subject.name : subject.compound;
}

const std::string& sentence_name(const Pack& pack, const content::SubjectId& id) {
    const content::Subject& subject = pack.subjects.at(id);
    return subject.compound.empty() && !subject.in_sentence.empty() ? subject.in_sentence : name_of(pack, id);
}

std::string shown_name(const Pack& pack, const content::SubjectId& id) { return capitalised(name_of(pack, id)); }

} // namespace chelate::quiz
