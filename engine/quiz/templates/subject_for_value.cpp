// Asks which subject has a value.
#include <set>
#include <string_view>

#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Fact;
using content::Pack;
using content::Template;

namespace {

std::vector<Candidate> subject_for_value_candidates(const Pack& pack, const Template& source) {
    return keys_of(pack, askable_facts(pack, source), static_cast<std::size_t>(source.count));
}

/// Up to this number of facts, distractors are taken from a shuffled list of all. Of more facts, they are drawn one by
/// one, so that a question costs the same however many facts there are.
constexpr std::size_t most_shuffled = 600;
/// How many facts are drawn for each distractor before the facts are searched one after the other.
constexpr std::size_t draws_for_each_distractor = 64;

/// Picks facts of other subjects whose values differ from the key's by the smallest gap or more, each subject once,
/// until there are enough.
class DistractorPicker {
public:
    DistractorPicker(const Fact& key, const content::SmallestGap& gap, std::size_t most)
        : key_(key), gap_(gap), most_(most) {}

    void offer(const Fact& fact) {
        if (full() || fact.subject == key_.subject || !gap_.separates(*fact.value, *key_.value)) return;
        if (subjects_.insert(fact.subject.value).second) picked_.push_back(&fact);
    }
    [[nodiscard]] bool full() const { return picked_.size() == most_; }
    [[nodiscard]] std::vector<const Fact*> picked() && { return std::move(picked_); }

private:
    const Fact& key_;
    const content::SmallestGap& gap_;
    std::size_t most_;
    std::set<std::string_view> subjects_;
    std::vector<const Fact*> picked_;
};

std::vector<const Fact*> distractors_of(const Fact& key, const std::vector<const Fact*>& rivals,
                                        const content::SmallestGap& gap, std::size_t count, Rng& rng) {
    if (rivals.size() <= most_shuffled) {
        DistractorPicker all(key, gap, rivals.size());
        for (const Fact* fact : rivals) all.offer(*fact);
        std::vector<const Fact*> others = std::move(all).picked();
        rng.shuffle(others);
        others.resize(count);
        return others;
    }
    DistractorPicker drawn(key, gap, count);
    for (std::size_t i = 0; i < count * draws_for_each_distractor && !drawn.full(); ++i)
        drawn.offer(*rivals[static_cast<std::size_t>(rng.below(rivals.size()))]);
    const auto first = static_cast<std::size_t>(rng.below(rivals.size()));
    for (std::size_t i = 0; i < rivals.size() && !drawn.full(); ++i) drawn.offer(*rivals[(first + i) % rivals.size()]);
    return std::move(drawn).picked();
}

/// Makes the question. Its distractors are other subjects of the group with a known, different value.
Question make_subject_for_value(const Pack& pack, const Template& source, const Candidate& candidate, Rng& rng) {
    const Fact& key = *candidate.facts[0];
    Question question = begun(source, Kind::single, key.topic);
    question.id += ":" + key.id.value;
    const std::vector<const Fact*> others = distractors_of(key, *candidate.rivals, gap_of(pack, candidate.facts),
                                                           static_cast<std::size_t>(source.count) - 1, rng);
    PickOne interaction{{option_of(pack, key)}, 0};
    question.facts = {key.id};
    int hardest = 1; // as hard as its nearest distractor
    for (const Fact* other : others) {
        interaction.options.push_back(option_of(pack, *other));
        interaction.options.back().why = value_of(pack, *other);
        question.facts.push_back(other->id);
        hardest = std::max(hardest, difficulty_of(pack, {&key, other}));
    }
    question.prompt = capitalised(filled(source.prompt, {{"value", value_of(pack, key)}, {"of", key.of}}));
    question.interaction = std::move(interaction);
    question.explanation = capitalised(
        filled(source.explanation,
               {{"subject", sentence_name(pack, key.subject)}, {"value", value_of(pack, key)}, {"of", key.of}}));
    question.difficulty = hardest;
    question.basis = {.rule = Rule::subject_of_value, .attribute = source.attribute, .value = key.value};
    return question;
}

} // namespace

const Recipe subject_for_value_recipe{subject_for_value_candidates, make_subject_for_value};

} // namespace chelate::quiz
