#include "engine/quiz/cycle.hpp"

#include <algorithm>
#include <numeric>

namespace chelate::quiz {

namespace {

/// Most candidates of a lane that are passed over in search of another topic or truth. A lane is in random order, so
/// if all of them are alike, hardly any other is left.
constexpr std::size_t most_passed_over = 1000;

/// Among so many questions in a row, a template is asked at most `most_in_window` times while others can be asked.
constexpr std::size_t window = 8;
constexpr std::ptrdiff_t most_in_window = 2;

} // namespace

std::uint32_t Numbering::number(const std::string& key) {
    return numbers_.try_emplace(key, static_cast<std::uint32_t>(numbers_.size())).first->second;
}

std::vector<std::uint32_t> Numbering::of(const Candidate& candidate) {
    std::vector<std::uint32_t> numbers;
    if (candidate.claim != nullptr) numbers.push_back(number('c' + candidate.claim->id.value));
    if (candidate.mechanism != nullptr) numbers.push_back(number('m' + candidate.mechanism->id.value));
    if (candidate.prediction.model != nullptr) numbers.push_back(number('p' + id_of(candidate.prediction).value));
    if (candidate.authored != nullptr) {
        for (const auto& id : candidate.authored->exercises.claims) numbers.push_back(number('c' + id.value));
        for (const auto& id : candidate.authored->exercises.mechanisms) numbers.push_back(number('m' + id.value));
    }
    return numbers;
}

std::vector<std::uint32_t> Numbering::facts_of(const Candidate& candidate) {
    std::vector<std::uint32_t> numbers;
    for (const content::Fact* fact : candidate.facts) numbers.push_back(number('f' + fact->id.value));
    if (candidate.authored != nullptr) {
        for (const auto& id : candidate.authored->exercises.facts) numbers.push_back(number('f' + id.value));
    }
    return numbers;
}

std::uint32_t Numbering::of(const content::TopicId& topic) {
    return topics_.try_emplace(topic, static_cast<std::uint32_t>(topics_.size())).first->second;
}

bool TruthPattern::wanted(Rng& rng) {
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

Cycle::Cycle(const CandidateSources& sources, content::Mixing mixing, Rng rng)
    : sources_(&sources.all), interleaved_(mixing == content::Mixing::interleaved), rng_(rng), used_(sources.items) {
    for (const CandidateSource& source : sources.all) deal(source);
    if (mixing == content::Mixing::fixed) take_authored_in_order();
}

void Cycle::deal(const CandidateSource& source) {
    std::vector<std::size_t> deck(source.candidates.size());
    std::iota(deck.begin(), deck.end(), std::size_t{0});
    rng_.shuffle(deck);
    std::vector<Lane>& lanes = lanes_.emplace_back();
    for (const std::size_t index : deck) {
        std::optional<ScaleKey> key = source.candidates[index].key;
        // The other questions of an author have no key on a scale, and the truth of statements has a pattern.
        if (source.recipe == nullptr || (key && key->scale == AnswerScale::truth)) key.reset();
        auto lane = std::find_if(lanes.begin(), lanes.end(), [&](const Lane& one) { return one.key == key; });
        if (lane == lanes.end()) lane = lanes.insert(lanes.end(), Lane{key, {}});
        lane->left.push_back(index);
    }
}

std::optional<CycleEntry> Cycle::at(std::size_t place) {
    while (entries_.size() <= place && take_one()) {
    }
    if (entries_.size() <= place) return std::nullopt;
    return entries_[place];
}

std::size_t Cycle::length() {
    while (take_one()) {
    }
    return entries_.size();
}

void Cycle::take_authored_in_order() {
    for (std::size_t source = 0; source < sources_->size(); ++source) {
        if ((*sources_)[source].recipe != nullptr) continue;
        for (std::size_t i = 0; i < (*sources_)[source].candidates.size(); ++i) take({source, i});
        lanes_[source].clear();
    }
}

bool Cycle::take_one() {
    // The same topic twice in a row is better than ending the cycle.
    if (interleaved_ && !entries_.empty() && take_one(Balance::kept, topic_of(entries_.back()))) return true;
    if (take_one(Balance::kept, std::nullopt) || take_one(Balance::restored_later, std::nullopt)) return true;
    if (take_rest_of_authored()) return true;
    // A pack's facts may give only true statements. Then a cycle with one of them is better than none.
    return entries_.empty() && take_one(Balance::ignored, std::nullopt);
}

bool Cycle::take_rest_of_authored() {
    for (std::size_t source = 0; source < lanes_.size(); ++source) {
        if ((*sources_)[source].recipe == nullptr && take_from(source, Balance::ignored, std::nullopt)) return true;
    }
    return false;
}

bool Cycle::take_one(Balance balance, std::optional<std::uint32_t> avoided) {
    for (const Rest rest : {Rest::rested, Rest::often_asked, Rest::just_asked}) {
        std::vector<std::size_t> open;
        std::size_t waiting = 0;
        for (std::size_t source = 0; source < lanes_.size(); ++source) {
            if (!is_open(source)) continue;
            if (rest_of(source) == rest) open.push_back(source);
            else ++waiting;
        }
        while (!open.empty()) {
            const std::size_t at = drawn_by_weight(open, waiting);
            if (take_from(open[at], balance, avoided)) return true;
            open.erase(open.begin() + static_cast<std::ptrdiff_t>(at));
        }
    }
    return false;
}

Cycle::Rest Cycle::rest_of(std::size_t source) const {
    if ((*sources_)[source].recipe == nullptr || entries_.empty()) return Rest::rested;
    if (entries_.back().source == source) return Rest::just_asked;
    const std::size_t looked_at = std::min(entries_.size(), window - 1);
    const auto times = std::count_if(entries_.end() - static_cast<std::ptrdiff_t>(looked_at), entries_.end(),
                                     [&](const CycleEntry& entry) { return entry.source == source; });
    return times < most_in_window ? Rest::rested : Rest::often_asked;
}

bool Cycle::is_open(std::size_t source) const {
    return std::any_of(lanes_[source].begin(), lanes_[source].end(),
                       [](const Lane& lane) { return !lane.left.empty(); });
}

std::size_t Cycle::drawn_by_weight(const std::vector<std::size_t>& open, std::size_t waiting) {
    const auto weight_of = [&](std::size_t source) {
        // An author's questions weigh as much as all templates. While some of these wait, they weigh less too.
        const std::size_t own = (*sources_)[source].weight;
        return (*sources_)[source].recipe == nullptr ? std::max<std::size_t>(1, own - std::min(own, waiting)) : own;
    };
    std::size_t sum = 0;
    for (const std::size_t source : open) sum += weight_of(source);
    std::size_t draw = rng_.below(sum);
    for (std::size_t i = 0; i < open.size(); ++i) {
        const std::size_t weight = weight_of(open[i]);
        if (draw < weight) return i;
        draw -= weight;
    }
    return 0;
}

bool Cycle::take_from(std::size_t source, Balance balance, std::optional<std::uint32_t> avoided) {
    std::vector<Lane>& lanes = lanes_[source];
    if (lanes.size() == 1) return take_from(source, lanes.front(), balance, avoided);
    std::vector<std::size_t> order(lanes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    rng_.shuffle(order);
    return std::any_of(order.begin(), order.end(),
                       [&](std::size_t lane) { return take_from(source, lanes[lane], balance, avoided); });
}

bool Cycle::may_have(std::optional<ScaleKey> key, Balance balance) {
    if (!key || balance == Balance::ignored) return true;
    if (key->scale == AnswerScale::truth) return (key->key == 0) == truths_.wanted(rng_);
    if (balance == Balance::kept || balance_.allows(*key)) return balance_.allows(*key);
    std::vector<ScaleKey> left;
    for (std::size_t source = 0; source < lanes_.size(); ++source) {
        for (const Lane& lane : lanes_[source]) {
            const bool is_open = std::any_of(lane.left.begin(), lane.left.end(), [&](std::size_t index) {
                return !repeats({source, index});
            });
            if (lane.key && is_open) left.push_back(*lane.key);
        }
    }
    return balance_.allows_for_now(*key, left);
}

bool Cycle::take_from(std::size_t source, Lane& lane, Balance balance, std::optional<std::uint32_t> avoided) {
    if (lane.key && !may_have(lane.key, balance)) return false;
    std::size_t passed_over = 0;
    for (std::size_t place = lane.left.size(); place-- > 0 && passed_over < most_passed_over;) {
        const CycleEntry entry{source, lane.left[place]};
        const std::optional<ScaleKey> key = candidate_of(entry).key;
        const bool repeated = repeats(entry);
        // A candidate with the wrong truth or topic may come later, but one that repeats an item cannot.
        if (!repeated && (topic_of(entry) == avoided || !may_have(key, balance))) {
            ++passed_over;
            continue;
        }
        lane.left.erase(lane.left.begin() + static_cast<std::ptrdiff_t>(place));
        if (repeated) continue;
        if (key && key->scale == AnswerScale::truth && balance != Balance::ignored) truths_.taken();
        take(entry);
        return true;
    }
    return false;
}

bool Cycle::repeats(CycleEntry entry) const {
    const auto& items = (*sources_)[entry.source].items[entry.candidate];
    const auto& facts = (*sources_)[entry.source].facts[entry.candidate];
    const auto is_used = [&](std::uint32_t item) { return used_[item]; };
    // A candidate without a claim or mechanism asks its facts. One fact that was not stated yet is enough.
    const bool told = items.empty() && !facts.empty() && std::all_of(facts.begin(), facts.end(), is_used);
    return told || std::any_of(items.begin(), items.end(), is_used);
}

void Cycle::take(CycleEntry entry) {
    entries_.push_back(entry);
    if (const auto key = candidate_of(entry).key) balance_.add(*key);
    for (const std::uint32_t item : (*sources_)[entry.source].items[entry.candidate]) used_[item] = true;
    for (const std::uint32_t fact : (*sources_)[entry.source].facts[entry.candidate]) used_[fact] = true;
}

} // namespace chelate::quiz
