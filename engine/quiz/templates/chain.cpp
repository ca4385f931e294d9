// Neighbouring steps of a mechanism in their order.
#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Pack;
using content::Template;

namespace {

std::vector<Candidate> candidates(const Pack& pack, const Template& source) {
    std::vector<Candidate> windows;
    for (const auto& [id, mechanism] : pack.mechanisms) {
        if (!mechanism.askable || !wanted(source.topics, mechanism.topic) || !shares(source.subjects, mechanism.subjects)) continue;
        const std::size_t size = std::min(mechanism.steps.size(), static_cast<std::size_t>(source.count));
        for (std::size_t first = 0; first + size <= mechanism.steps.size(); ++first) {
            Candidate candidate;
            candidate.mechanism = &mechanism;
            candidate.first_step = first;
            windows.push_back(std::move(candidate));
        }
    }
    return windows;
}

Question make(const Pack&, const Template& source, const Candidate& candidate, Rng&) {
    const content::Mechanism& mechanism = *candidate.mechanism;
    Question question = begun(source, Kind::order, mechanism.topic);
    question.id += ":" + mechanism.id.value + "/" + std::to_string(candidate.first_step + 1);
    PutInOrder body{{}, source.first_label, source.last_label};
    const std::size_t size = std::min(mechanism.steps.size(), static_cast<std::size_t>(source.count));
    for (std::size_t step = candidate.first_step; step < candidate.first_step + size; ++step) {
        body.items.push_back({mechanism.steps[step].short_text, {}, {}});
    }
    question.prompt = capitalised(filled(source.prompt, {{"mechanism", mechanism.name}}));
    question.body = std::move(body);
    question.explanation = mechanism.note;
    if (!mechanism.caveat.empty()) {
        if (!question.explanation.empty()) question.explanation += ' ';
        question.explanation += capitalised(mechanism.caveat);
    }
    if (question.explanation.empty()) question.explanation = capitalised(mechanism.evidence);
    question.mechanisms = {mechanism.id};
    question.basis = {.rule = Rule::steps};
    return question;
}

} // namespace

const Recipe chain_recipe{candidates, make};

} // namespace chelate::quiz
