#include "engine/quiz/maker.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "engine/quiz/cycle.hpp"
#include "engine/quiz/pool.hpp"
#include "engine/quiz/templates/templates.hpp"

namespace chelate::quiz {

using content::Pack;
using content::Round;
using content::Template;

namespace {

// Offsets of the seed's random streams. Cycles and questions share no numbers with each other, nor with the core's
// own generator.
constexpr std::uint64_t cycle_streams = 1ULL << 32;
constexpr std::uint64_t question_streams = 1ULL << 33;

/// How often a candidate is made when only some difficulties are wanted. Its distractors decide how hard it is.
constexpr int difficulty_tries = 24;

/// Returns a made question of a wanted difficulty, or nothing when none of the tries gave one.
std::optional<Question> of_wanted_difficulty(const Pack& pack, const Template& source, const Candidate& candidate,
                                             const PoolFilter& pool, Rng rng) {
    for (int i = 0; i < difficulty_tries; ++i) {
        Question question = make_question(pack, source, candidate, rng);
        if (pool.has_wanted_difficulty(question)) return question;
    }
    return std::nullopt;
}

/// Seed of the tries that decide whether a candidate can have a wanted difficulty. It never changes.
constexpr std::uint64_t probe_seed = 0;

/// Returns whether a round's pool allows a candidate. It makes the question, because only that shows for certain.
bool passes(const Pack& pack, const PoolFilter& pool, const Template* source, const Candidate& candidate) {
    if (pool.passes_all()) return true;
    if (source == nullptr) {
        const Question question = authored_question(pack, *candidate.authored);
        return pool.is_about(pack, question) && pool.has_wanted_difficulty(question);
    }
    Rng rng{probe_seed};
    if (!pool.is_about(pack, make_question(pack, *source, candidate, rng))) return false;
    return of_wanted_difficulty(pack, *source, candidate, pool, Rng{probe_seed}).has_value();
}

content::TopicId topic_of(const Template* source, const Candidate& candidate) {
    if (candidate.authored != nullptr) return candidate.authored->topic;
    if (!source->topic.empty()) return source->topic;
    if (candidate.claim != nullptr) return candidate.claim->topic;
    if (candidate.prediction.model != nullptr) return candidate.prediction.model->topic;
    return candidate.mechanism != nullptr ? candidate.mechanism->topic : candidate.facts.front()->topic;
}

} // namespace

struct QuestionMaker::Plan {
    const Pack* pack;
    std::uint64_t seed;
    content::Mixing mixing;
    content::Pool pool;
    std::shared_ptr<const CandidateSources> sources;
    std::vector<std::size_t> firsts{0}; ///< by cycle, as far as known: index in the round of its first question
    /// the cycle used last; only one is kept, because a million questions have many cycles
    std::optional<Cycle> held{};
    std::size_t held_number = 0;

    Cycle& cycle(std::size_t number) {
        if (!held || held_number != number) {
            held.emplace(*sources, mixing, stream_of(seed, cycle_streams + number));
            held_number = number;
        }
        return *held;
    }

    /// Returns the question of a candidate. `rng` decides what is left open.
    [[nodiscard]] Question made(const CandidateSource& source, const Candidate& candidate, Rng rng) const {
        if (source.recipe == nullptr) return authored_question(*pack, *candidate.authored);
        if (!pool.difficulties.empty()) {
            // If this seed gives no question of a wanted difficulty, repeat the tries that let the candidate pass.
            const PoolFilter wanted(pool);
            for (const Rng tries : {rng, Rng{probe_seed}}) {
                if (auto question = of_wanted_difficulty(*pack, *source.recipe, candidate, wanted, tries))
                    return *question;
            }
        }
        return make_question(*pack, *source.recipe, candidate, rng);
    }
};

QuestionMaker::QuestionMaker(std::unique_ptr<Plan> plan) : plan_(std::move(plan)) {}
QuestionMaker::QuestionMaker(QuestionMaker&&) noexcept = default;
QuestionMaker& QuestionMaker::operator=(QuestionMaker&&) noexcept = default;
QuestionMaker::~QuestionMaker() = default;

Result<QuestionMaker> QuestionMaker::make(const Pack& pack, const Round& round, std::uint64_t seed) {
    auto sources = std::make_shared<CandidateSources>();
    Numbering numbering;
    const PoolFilter pool(round.pool);
    const auto add = [&](CandidateSource source) {
        std::erase_if(source.candidates,
                      [&](const Candidate& candidate) { return !passes(pack, pool, source.recipe, candidate); });
        for (const Candidate& candidate : source.candidates) {
            source.items.push_back(numbering.of(candidate));
            source.facts.push_back(numbering.facts_of(candidate));
            source.topics.push_back(numbering.of(topic_of(source.recipe, candidate)));
        }
        if (!source.candidates.empty()) sources->all.push_back(std::move(source));
    };
    const auto add_template = [&](const Template& source) { add({&source, candidates_of(pack, source), 1}); };
    if (round.draws_on_all()) {
        for (const auto& [id, source] : pack.templates) add_template(source);
    } else {
        for (const auto& id : round.templates) add_template(pack.templates.at(id));
    }
    // Authored and made questions are equally frequent while both last.
    CandidateSource authored{nullptr, {}, std::max<std::size_t>(1, sources->all.size())};
    if (round.draws_on_all()) {
        for (const auto& [id, question] : pack.questions) {
            // Polls and cards belong where their author puts them.
            if (content::row_of(question.kind).is_marked) authored.candidates.push_back(candidate_of(pack, question));
        }
    } else {
        for (const auto& id : round.questions) authored.candidates.push_back(candidate_of(pack, pack.questions.at(id)));
    }
    add(std::move(authored));
    sources->items = numbering.count();
    if (sources->all.empty()) return fail("nothing-to-ask", {{"round", round.id.value}});
    return QuestionMaker(std::make_unique<Plan>(Plan{&pack, seed, round.mixing, round.pool, std::move(sources)}));
}

QuestionMaker QuestionMaker::with_seed(std::uint64_t seed) const {
    return QuestionMaker(std::make_unique<Plan>(Plan{plan_->pack, seed, plan_->mixing, plan_->pool, plan_->sources}));
}

std::size_t QuestionMaker::different() { return plan_->cycle(0).length(); }

std::size_t QuestionMaker::different(std::size_t most) {
    return most == 0 || plan_->cycle(0).at(most - 1) ? most : different();
}

std::vector<Kind> QuestionMaker::kinds() const {
    std::set<Kind> found;
    for (const CandidateSource& source : plan_->sources->all) {
        if (source.recipe != nullptr) {
            // A template makes questions of only one kind, so one candidate is enough.
            Rng rng{probe_seed};
            found.insert(make_question(*plan_->pack, *source.recipe, source.candidates.front(), rng).kind);
            continue;
        }
        for (const Candidate& candidate : source.candidates) found.insert(candidate.authored->kind);
    }
    return {found.begin(), found.end()};
}

std::vector<QuestionCandidate> QuestionMaker::candidates() const {
    std::vector<QuestionCandidate> all;
    for (const CandidateSource& source : plan_->sources->all) {
        for (const Candidate& candidate : source.candidates) {
            const Question question = plan_->made(source, candidate, Rng{probe_seed});
            QuestionCandidate found{.id = question.id,
                                    .kind = question.kind,
                                    .topic = question.topic,
                                    .items = remembered_items(question, plan_->pack->id),
                                    .difficulty = question.difficulty,
                                    .is_basic = plan_->pack->is_basic(question.topic),
                                    .attribute = question.basis.attribute,
                                    .key = scale_key_of(question)};
            const auto* choice = std::get_if<PickOne>(&question.interaction);
            found.two_way = choice != nullptr && choice->options.size() == 2;
            if (found.two_way && !choice->options[0].subject.empty() && !choice->options[1].subject.empty()) {
                found.compared = {choice->options[0].subject, choice->options[1].subject};
            }
            all.push_back(std::move(found));
        }
    }
    return all;
}

Question QuestionMaker::question_of(std::size_t candidate, std::uint64_t seed) const {
    for (const CandidateSource& source : plan_->sources->all) {
        if (candidate >= source.candidates.size()) {
            candidate -= source.candidates.size();
            continue;
        }
        const Candidate& chosen = source.candidates[candidate];
        Question promised = plan_->made(source, chosen, Rng{probe_seed});
        for (std::uint64_t i = 0; i < difficulty_tries; ++i) {
            Question question = plan_->made(source, chosen, i == 0 ? Rng{seed} : stream_of(seed, i));
            if (question.difficulty == promised.difficulty) return question;
        }
        return promised;
    }
    return {};
}

Question QuestionMaker::question(std::size_t index) {
    // This is nearly always the last cycle. It is an earlier one when a caller goes back.
    auto& firsts = plan_->firsts;
    std::size_t cycle = firsts.size() - 1;
    while (firsts[cycle] > index) --cycle;
    std::optional<CycleEntry> entry = plan_->cycle(cycle).at(index - firsts[cycle]);
    while (!entry) {
        firsts.push_back(firsts[cycle] + plan_->cycle(cycle).length());
        ++cycle;
        entry = plan_->cycle(cycle).at(index - firsts[cycle]);
    }
    const CandidateSource& source = plan_->sources->all[entry->source];
    return plan_->made(source, source.candidates[entry->candidate], stream_of(plan_->seed, question_streams + index));
}

} // namespace chelate::quiz
