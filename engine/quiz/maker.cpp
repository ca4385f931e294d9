#include "engine/quiz/maker.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string>

#include "engine/quiz/pool.hpp"
#include "engine/quiz/templates/templates.hpp"

namespace chelate::quiz {

using content::Pack;
using content::Round;
using content::Template;

/// A source of questions: one template, or the round's authored questions when `recipe` is null.
struct CandidateSource {
    const Template* recipe = nullptr;
    std::vector<Candidate> candidates;
    std::size_t weight = 1;
    /// By candidate: numbers of the claims and mechanisms it asks. None of them is asked twice in a cycle.
    std::vector<std::vector<std::uint32_t>> items{};
    /// By candidate: numbers of the facts it asks. A fact that an explanation has stated is no longer a question, so
    /// at least one of them must be new in its cycle.
    std::vector<std::vector<std::uint32_t>> facts{};
    std::vector<std::uint32_t> topics{}; ///< by candidate: number of its topic
};

/// All sources of a round. They are the same under every seed.
struct CandidateSources {
    std::vector<CandidateSource> all;
    std::size_t items = 0; ///< number of claims, mechanisms and facts, which are numbered from 0
};

/// One candidate of one source.
struct CycleEntry {
    std::size_t source = 0;
    std::size_t candidate = 0;
};

/// Numbers claims, mechanisms and facts, so that a cycle can quickly mark them as used, and topics.
class Numbering {
public:
    std::vector<std::uint32_t> of(const Candidate& candidate) {
        std::vector<std::uint32_t> numbers;
        if (candidate.claim != nullptr) numbers.push_back(number('c' + candidate.claim->id.value));
        if (candidate.mechanism != nullptr) numbers.push_back(number('m' + candidate.mechanism->id.value));
        if (candidate.authored != nullptr) {
            for (const auto& id : candidate.authored->exercises.claims) numbers.push_back(number('c' + id.value));
            for (const auto& id : candidate.authored->exercises.mechanisms) numbers.push_back(number('m' + id.value));
        }
        return numbers;
    }
    std::vector<std::uint32_t> facts_of(const Candidate& candidate) {
        std::vector<std::uint32_t> numbers;
        for (const content::Fact* fact : candidate.facts) numbers.push_back(number('f' + fact->id.value));
        if (candidate.authored != nullptr) {
            for (const auto& id : candidate.authored->exercises.facts) numbers.push_back(number('f' + id.value));
        }
        return numbers;
    }
    std::uint32_t of(const content::TopicId& topic) {
        return topics_.try_emplace(topic, static_cast<std::uint32_t>(topics_.size())).first->second;
    }
    /// Returns the number of claims, mechanisms and facts.
    [[nodiscard]] std::size_t count() const { return numbers_.size(); }

private:
    std::uint32_t number(const std::string& key) {
        return numbers_.try_emplace(key, static_cast<std::uint32_t>(numbers_.size())).first->second;
    }

    std::map<std::string, std::uint32_t> numbers_;
    std::map<content::TopicId, std::uint32_t> topics_;
};

/// Balances true and false statements in blocks of four, two of them true, in random order. Answering "true" every
/// time never pays, and any twenty in a row contain 8 to 12 true ones.
class TruthPattern {
public:
    bool wanted(Rng& rng) {
        if (block_.empty()) {
            block_ = {true, true, false, false};
            for (std::size_t left = block_.size(); left > 1; --left) {
                const std::size_t other = rng.below(left);
                const bool kept = block_[left - 1];
                block_[left - 1] = block_[other];
                block_[other] = kept;
            }
        }
        return block_.back();
    }
    void taken() { block_.pop_back(); }

private:
    std::vector<bool> block_;
};

/// One cycle, drawn only as far as needed. Each source's candidates come in random order, sources are mixed by
/// weight, and no entry repeats what was asked. The sources must outlive it.
class Cycle {
public:
    Cycle(const CandidateSources& sources, content::Mixing mixing, Rng rng)
        : sources_(&sources.all),
          interleaved_(mixing == content::Mixing::interleaved),
          rng_(rng),
          used_(sources.items) {
        for (const CandidateSource& source : sources.all) {
            std::vector<std::size_t> deck(source.candidates.size());
            std::iota(deck.begin(), deck.end(), std::size_t{0});
            rng_.shuffle(deck);
            decks_.push_back(std::move(deck));
        }
        if (mixing == content::Mixing::fixed) take_authored_in_order();
    }

    /// Returns the entry at a place of the cycle, or nothing when the cycle ends before it.
    std::optional<CycleEntry> at(std::size_t place) {
        while (entries_.size() <= place && take_one()) {
        }
        if (entries_.size() <= place) return std::nullopt;
        return entries_[place];
    }
    /// Draws the whole cycle and returns its length.
    std::size_t length() {
        while (take_one()) {
        }
        return entries_.size();
    }

private:
    /// Most candidates of a source that are passed over in search of another topic or truth. A source is in random
    /// order, so if all of them are alike, hardly any other is left.
    static constexpr std::size_t most_passed_over = 1000;

    void take_authored_in_order() {
        for (std::size_t source = 0; source < sources_->size(); ++source) {
            if ((*sources_)[source].recipe != nullptr) continue;
            for (std::size_t i = 0; i < (*sources_)[source].candidates.size(); ++i) take({source, i});
            decks_[source].clear();
        }
    }

    bool take_one() {
        // The same topic twice in a row is better than ending the cycle.
        if (interleaved_ && !entries_.empty() && take_one(true, topic_of(entries_.back()))) return true;
        // A pack may contain only true statements. Then a cycle with one of them is better than none.
        return take_one(true, std::nullopt) || (entries_.empty() && take_one(false, std::nullopt));
    }

    /// @param avoided  a topic that must not come now; nothing: any may
    bool take_one(bool balanced, std::optional<std::uint32_t> avoided) {
        std::vector<std::size_t> open;
        for (std::size_t source = 0; source < decks_.size(); ++source) {
            if (!decks_[source].empty()) open.push_back(source);
        }
        while (!open.empty()) {
            const std::size_t at = drawn_by_weight(open);
            if (take_from(open[at], balanced, avoided)) return true;
            open.erase(open.begin() + static_cast<std::ptrdiff_t>(at));
        }
        return false;
    }

    std::size_t drawn_by_weight(const std::vector<std::size_t>& open) {
        std::size_t sum = 0;
        for (const std::size_t source : open) sum += (*sources_)[source].weight;
        std::size_t draw = rng_.below(sum);
        for (std::size_t i = 0; i < open.size(); ++i) {
            const std::size_t weight = (*sources_)[open[i]].weight;
            if (draw < weight) return i;
            draw -= weight;
        }
        return 0;
    }

    bool take_from(std::size_t source, bool balanced, std::optional<std::uint32_t> avoided) {
        auto& deck = decks_[source];
        std::size_t passed_over = 0;
        for (std::size_t place = deck.size(); place-- > 0 && passed_over < most_passed_over;) {
            const std::size_t index = deck[place];
            const Candidate& candidate = (*sources_)[source].candidates[index];
            const bool repeated = repeats({source, index});
            // A candidate with the wrong truth or topic may come later, but one that repeats an item cannot.
            const auto fits = [&] {
                return topic_of({source, index}) != avoided &&
                       (!candidate.is_truth || !balanced || candidate.truth == truths_.wanted(rng_));
            };
            if (!repeated && !fits()) {
                ++passed_over;
                continue;
            }
            deck.erase(deck.begin() + static_cast<std::ptrdiff_t>(place));
            if (repeated) continue;
            if (candidate.is_truth && balanced) truths_.taken();
            take({source, index});
            return true;
        }
        return false;
    }

    [[nodiscard]] bool repeats(CycleEntry entry) const {
        const auto& items = (*sources_)[entry.source].items[entry.candidate];
        const auto& facts = (*sources_)[entry.source].facts[entry.candidate];
        const auto is_used = [&](std::uint32_t item) { return used_[item]; };
        // A candidate without a claim or mechanism asks its facts. One fact that was not stated yet is enough.
        const bool told = items.empty() && !facts.empty() && std::all_of(facts.begin(), facts.end(), is_used);
        return told || std::any_of(items.begin(), items.end(), is_used);
    }

    [[nodiscard]] std::uint32_t topic_of(CycleEntry entry) const {
        return (*sources_)[entry.source].topics[entry.candidate];
    }

    void take(CycleEntry entry) {
        entries_.push_back(entry);
        for (const std::uint32_t item : (*sources_)[entry.source].items[entry.candidate]) used_[item] = true;
        for (const std::uint32_t fact : (*sources_)[entry.source].facts[entry.candidate]) used_[fact] = true;
    }

    const std::vector<CandidateSource>* sources_;
    bool interleaved_;
    Rng rng_;
    std::vector<std::vector<std::size_t>> decks_;
    std::vector<CycleEntry> entries_;
    std::vector<bool> used_; ///< by item
    TruthPattern truths_;
};

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
            if (content::row_of(question.kind).is_marked) authored.candidates.push_back(candidate_of(question));
        }
    } else {
        for (const auto& id : round.questions) authored.candidates.push_back(candidate_of(pack.questions.at(id)));
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
                                    .items = items_of(question),
                                    .difficulty = question.difficulty,
                                    .attribute = question.basis.attribute};
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
        if (candidate < source.candidates.size()) return plan_->made(source, source.candidates[candidate], Rng{seed});
        candidate -= source.candidates.size();
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
