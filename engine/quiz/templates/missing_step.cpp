// Shows steps of a mechanism with one missing, and asks where it belongs.
#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Pack;
using content::Template;

namespace {

std::vector<Candidate> missing_step_candidates(const Pack& pack, const Template& source) {
    return step_windows(pack, source);
}

Question make_missing_step(const Pack& pack, const Template& source, const Candidate& candidate, Rng& rng) {
    const content::Mechanism& mechanism = *candidate.mechanism;
    const std::size_t size = window_size(source, candidate);
    const std::size_t missing = rng.below(size);
    Question question = begun(source, Kind::broken_chain, mechanism.topic);
    question.id += ":" + mechanism.id.value + "/" + std::to_string(candidate.first_step + 1);
    Panel chain{.text = {}, .numbered = true};
    PickOne interaction{{}, static_cast<std::uint8_t>(missing)};
    for (std::size_t i = 0; i < size; ++i) {
        if (i != missing)
            chain.text += (chain.text.empty() ? "" : "\n") + mechanism.steps[candidate.first_step + i].short_text;
        // The options are places among the steps that are left: before the first, between two, and after the last.
        const content::Words& words = pack.words;
        if (i == 0) interaction.options.push_back({filled(words.before_step, {{"step", "1"}}), {}, {}});
        else
            interaction.options.push_back({filled(i + 1 == size ? words.after_step : words.between_steps,
                                                  {{"step", std::to_string(i)}, {"next", std::to_string(i + 1)}}),
                                           {},
                                           {}});
    }
    question.prompt =
        capitalised(filled(source.prompt, {{"mechanism", mechanism.name},
                                           {"step", mechanism.steps[candidate.first_step + missing].short_text}}));
    question.panels = {std::move(chain)};
    question.interaction = std::move(interaction);
    question.shuffle = false; // the places keep their order
    question.explanation = explanation_of(mechanism);
    question.chain = chain_of(source, candidate);
    question.mechanisms = {mechanism.id};
    question.difficulty = difficulty_of_steps(size - 1); // the other steps are in order
    question.basis = {.rule = Rule::place_of_step};
    return question;
}

} // namespace

const Recipe missing_step_recipe{missing_step_candidates, make_missing_step};

} // namespace chelate::quiz
