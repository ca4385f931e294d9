// Shows steps of a mechanism with two neighbours swapped, and asks which two.
#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Pack;
using content::Template;

namespace {

std::vector<Candidate> swapped_steps_candidates(const Pack& pack, const Template& source) {
    return step_windows(pack, source);
}

Question make_swapped_steps(const Pack& pack, const Template& source, const Candidate& candidate, Rng& rng) {
    const content::Mechanism& mechanism = *candidate.mechanism;
    const std::size_t size = window_size(source, candidate);
    const std::size_t swapped = rng.below(size - 1);
    Question question = begun(source, Kind::broken_chain, mechanism.topic);
    question.id += ":" + mechanism.id.value + "/" + std::to_string(candidate.first_step + 1);
    Panel chain{.text = {}, .numbered = true};
    PickOne interaction{{}, static_cast<std::uint8_t>(swapped)};
    for (std::size_t i = 0; i < size; ++i) {
        const std::size_t step = i == swapped ? i + 1 : i == swapped + 1 ? i - 1 : i;
        chain.text += (i == 0 ? "" : "\n") + mechanism.steps[candidate.first_step + step].short_text;
        if (i + 1 < size)
            interaction.options.push_back(
                {filled(pack.words.both_steps, {{"step", std::to_string(i + 1)}, {"next", std::to_string(i + 2)}}),
                 {},
                 {}});
    }
    question.prompt = capitalised(filled(source.prompt, {{"mechanism", mechanism.name}}));
    question.panels = {std::move(chain)};
    question.interaction = std::move(interaction);
    question.shuffle = false; // the places keep their order
    question.explanation = explanation_of(mechanism);
    question.chain = chain_of(source, candidate);
    question.mechanisms = {mechanism.id};
    question.difficulty = difficulty_of_steps(size - 1); // the other steps are in order
    question.basis = {.rule = Rule::swapped_steps};
    return question;
}

} // namespace

const Recipe swapped_steps_recipe{swapped_steps_candidates, make_swapped_steps};

} // namespace chelate::quiz
