// Asks to put neighbouring steps of a mechanism in order.
#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Pack;
using content::Template;

namespace {

std::vector<Candidate> chain_candidates(const Pack& pack, const Template& source) { return step_windows(pack, source); }

Question make_chain(const Pack&, const Template& source, const Candidate& candidate, Rng&) {
    const content::Mechanism& mechanism = *candidate.mechanism;
    Question question = begun(source, Kind::order, mechanism.topic);
    question.id += ":" + mechanism.id.value + "/" + std::to_string(candidate.first_step + 1);
    PutInOrder interaction{{}, source.first_label, source.last_label};
    const std::size_t size = window_size(source, candidate);
    for (std::size_t step = candidate.first_step; step < candidate.first_step + size; ++step) {
        interaction.items.push_back({mechanism.steps[step].short_text, {}, {}});
    }
    question.prompt = capitalised(filled(source.prompt, {{"mechanism", mechanism.name}}));
    question.interaction = std::move(interaction);
    question.explanation = explanation_of(mechanism);
    question.chain = chain_of(source, candidate);
    question.mechanisms = {mechanism.id};
    question.difficulty = difficulty_of_steps(size);
    question.basis = {.rule = Rule::steps};
    return question;
}

} // namespace

const Recipe chain_recipe{chain_candidates, make_chain};

} // namespace chelate::quiz
