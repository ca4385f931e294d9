#include "engine/quiz/maker.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <set>
#include <string>

#include "engine/quiz/candidates.hpp"

namespace chelate::quiz {

using content::Pack;
using content::Round;
using content::Template;

namespace {

/// Where questions come from: one template, or (nothing) the authored questions of the round.
struct Spring {
    const Template* source = nullptr;
    std::vector<Candidate> candidates;
    std::size_t weight = 1;
};

/// A candidate of a spring.
struct Slot {
    std::size_t spring = 0;
    std::size_t candidate = 0;
};

/// What may not be asked twice in a lap: claims and mechanisms.
std::vector<std::string> subjects_of(const Candidate& candidate) {
    std::vector<std::string> keys;
    if (candidate.claim != nullptr) keys.push_back("c" + candidate.claim->id.value);
    if (candidate.mechanism != nullptr) keys.push_back("m" + candidate.mechanism->id.value);
    if (candidate.authored != nullptr) {
        for (const auto& id : candidate.authored->exercises.claims) keys.push_back("c" + id.value);
        for (const auto& id : candidate.authored->exercises.mechanisms) keys.push_back("m" + id.value);
    }
    return keys;
}

/// Four statements at a time, two of them true in a random order: "always true" never pays, and any twenty in a row
/// hold 8 to 12 true ones.
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

/// One lap, drawn as far as it is needed: every spring's candidates in random order, springs mixed by weight, nothing
/// that repeats a subject. The springs must outlive it.
class Lap {
public:
    Lap(const std::vector<Spring>& springs, bool shuffled, Rng rng) : springs_(&springs), rng_(rng) {
        for (const Spring& spring : springs) {
            std::vector<std::size_t> deck(spring.candidates.size());
            std::iota(deck.begin(), deck.end(), std::size_t{0});
            rng_.shuffle(deck);
            decks_.push_back(std::move(deck));
        }
        if (!shuffled) take_authored_in_order();
    }

    /// The slot at a place of the lap; nothing when the lap ends before it.
    std::optional<Slot> at(std::size_t place) {
        while (slots_.size() <= place && take_one()) {}
        if (slots_.size() <= place) return std::nullopt;
        return slots_[place];
    }
    /// Length of the whole lap.
    std::size_t length() {
        while (take_one()) {}
        return slots_.size();
    }

private:
    void take_authored_in_order() {
        for (std::size_t spring = 0; spring < springs_->size(); ++spring) {
            if ((*springs_)[spring].source != nullptr) continue;
            for (std::size_t i = 0; i < (*springs_)[spring].candidates.size(); ++i) take({spring, i});
            decks_[spring].clear();
        }
    }

    bool take_one() {
        std::vector<std::size_t> open;
        for (std::size_t spring = 0; spring < decks_.size(); ++spring) {
            if (!decks_[spring].empty()) open.push_back(spring);
        }
        while (!open.empty()) {
            const std::size_t at = drawn_by_weight(open);
            if (take_from(open[at])) return true;
            open.erase(open.begin() + static_cast<std::ptrdiff_t>(at));
        }
        return false;
    }

    std::size_t drawn_by_weight(const std::vector<std::size_t>& open) {
        std::size_t sum = 0;
        for (const std::size_t spring : open) sum += (*springs_)[spring].weight;
        std::size_t draw = rng_.below(sum);
        for (std::size_t i = 0; i < open.size(); ++i) {
            const std::size_t weight = (*springs_)[open[i]].weight;
            if (draw < weight) return i;
            draw -= weight;
        }
        return 0;
    }

    bool take_from(std::size_t spring) {
        auto& deck = decks_[spring];
        // What repeats a subject can never come in this lap; what has the wrong truth may come later.
        std::erase_if(deck, [&](std::size_t i) { return repeats((*springs_)[spring].candidates[i]); });
        for (auto it = deck.rbegin(); it != deck.rend(); ++it) {
            const Candidate& candidate = (*springs_)[spring].candidates[*it];
            if (candidate.is_truth && candidate.truth != truths_.wanted(rng_)) continue;
            if (candidate.is_truth) truths_.taken();
            take({spring, *it});
            deck.erase(std::next(it).base());
            return true;
        }
        return false;
    }

    [[nodiscard]] bool repeats(const Candidate& candidate) const {
        for (const std::string& key : subjects_of(candidate)) {
            if (used_.contains(key)) return true;
        }
        return false;
    }

    void take(Slot slot) {
        slots_.push_back(slot);
        for (std::string& key : subjects_of((*springs_)[slot.spring].candidates[slot.candidate])) used_.insert(std::move(key));
    }

    const std::vector<Spring>* springs_;
    Rng rng_;
    std::vector<std::vector<std::size_t>> decks_;
    std::vector<Slot> slots_;
    std::set<std::string> used_;
    TruthPattern truths_;
};

// Streams of the seed: laps and questions never share numbers with each other or with the core's own generator.
constexpr std::uint64_t lap_streams = 1ULL << 32;
constexpr std::uint64_t question_streams = 1ULL << 33;

} // namespace

struct QuestionMaker::Plan {
    const Pack* pack;
    std::uint64_t seed;
    bool shuffled;
    std::shared_ptr<const std::vector<Spring>> springs;
    std::vector<Lap> laps{};

    Lap& lap(std::size_t number) {
        while (laps.size() <= number) laps.emplace_back(*springs, shuffled, stream_of(seed, lap_streams + laps.size()));
        return laps[number];
    }
};

QuestionMaker::QuestionMaker(std::unique_ptr<Plan> plan) : plan_(std::move(plan)) {}
QuestionMaker::QuestionMaker(QuestionMaker&&) noexcept = default;
QuestionMaker& QuestionMaker::operator=(QuestionMaker&&) noexcept = default;
QuestionMaker::~QuestionMaker() = default;

Result<QuestionMaker> QuestionMaker::make(const Pack& pack, const Round& round, std::uint64_t seed) {
    auto springs = std::make_shared<std::vector<Spring>>();
    for (const auto& id : round.templates) {
        const Template& source = pack.templates.at(id);
        Spring spring{&source, candidates_of(pack, source), 1};
        if (!spring.candidates.empty()) springs->push_back(std::move(spring));
    }
    if (!round.questions.empty()) {
        // As many by hand as made, as long as both last.
        Spring authored{nullptr, {}, std::max<std::size_t>(1, springs->size())};
        for (const auto& id : round.questions) authored.candidates.push_back(candidate_of(pack.questions.at(id)));
        springs->push_back(std::move(authored));
    }
    if (springs->empty()) return fail("nothing-to-ask", {{"round", round.id.value}});
    return QuestionMaker(std::make_unique<Plan>(Plan{&pack, seed, round.shuffled, std::move(springs)}));
}

QuestionMaker QuestionMaker::with_seed(std::uint64_t seed) const {
    return QuestionMaker(std::make_unique<Plan>(Plan{plan_->pack, seed, plan_->shuffled, plan_->springs}));
}

std::size_t QuestionMaker::different() { return plan_->lap(0).length(); }

Question QuestionMaker::question(std::size_t index) {
    std::size_t place = index;
    std::size_t number = 0;
    std::optional<Slot> slot = plan_->lap(number).at(place);
    while (!slot) {
        place -= plan_->lap(number).length();
        slot = plan_->lap(++number).at(place);
    }
    const Spring& spring = (*plan_->springs)[slot->spring];
    const Candidate& candidate = spring.candidates[slot->candidate];
    if (spring.source == nullptr) return authored_question(*plan_->pack, *candidate.authored);
    Rng rng = stream_of(plan_->seed, question_streams + index);
    return make_question(*plan_->pack, *spring.source, candidate, rng);
}

} // namespace chelate::quiz
