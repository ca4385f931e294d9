// Chooses sets of facts to ask about together. There may be more of them than any computer could list, so only small
// numbers of sets are listed; of larger ones, some are drawn.
#include <functional>
#include <map>
#include <set>

#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Fact;

namespace {

/// Largest number of sets for one attribute. More would add nothing new; these are spread evenly over all.
constexpr std::size_t most_sets = 600;
/// Up to this number of combinations, all are listed and tried. Of more, sets are drawn.
constexpr std::uint64_t most_listed = 20'000;
/// How many sets are drawn for each one wanted. Most draws fail where few sets are suitable.
constexpr std::size_t draws_for_each = 20;
/// Seed of the draws. It never changes, so the same pack gives the same sets.
constexpr std::uint64_t set_seed = 0x5E75;

bool all_differ(const std::vector<const Fact*>& facts, const content::SmallestGap& gap) {
    for (std::size_t i = 0; i < facts.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            // Two facts about one subject (another serving, another population) are not compared either.
            if (facts[i]->subject == facts[j]->subject || !gap.separates(*facts[i]->value, *facts[j]->value))
                return false;
        }
    }
    return true;
}

/// Returns whether there are more than `most_listed` ways to choose `size` of `count` facts. @pre size <= count
bool too_many_to_list(std::size_t count, std::size_t size) {
    std::uint64_t ways = 1; // to choose i of (count - size + i); it grows with i and stays small, so nothing overflows
    for (std::size_t i = 1; i <= size; ++i) {
        ways = ways * (count - size + i) / i;
        if (ways > most_listed) return true;
    }
    return false;
}

std::vector<Candidate> listed_sets(const std::vector<const Fact*>& facts, std::size_t size,
                                   const content::SmallestGap& gap) {
    std::vector<Candidate> sets;
    std::vector<std::size_t> picked(size);
    for (std::size_t i = 0; i < size; ++i) picked[i] = i;
    for (;;) {
        Candidate candidate;
        for (const std::size_t index : picked) candidate.facts.push_back(facts[index]);
        if (all_differ(candidate.facts, gap)) sets.push_back(std::move(candidate));
        // Move on to the next combination in lexicographic order.
        std::size_t moving = size;
        while (moving > 0 && picked[moving - 1] == facts.size() - size + moving - 1) --moving;
        if (moving == 0) break;
        ++picked[moving - 1];
        for (std::size_t i = moving; i < size; ++i) picked[i] = picked[i - 1] + 1;
    }
    if (sets.size() <= most_sets) return sets;
    std::vector<Candidate> spread;
    for (std::size_t i = 0; i < most_sets; ++i) spread.push_back(std::move(sets[i * sets.size() / most_sets]));
    return spread;
}

/// Draws sets from facts grouped by value, so that equal values never meet in one set however common they are.
class SetDrawer {
public:
    SetDrawer(const std::vector<const Fact*>& facts, std::size_t size, const content::SmallestGap& gap, SetRule& fits)
        : facts_(facts), size_(size), gap_(gap), fits_(fits) {
        std::map<double, std::vector<std::size_t>> by_value;
        for (std::size_t i = 0; i < facts.size(); ++i) by_value[*facts[i]->value].push_back(i);
        value_of_.resize(facts.size());
        covered_.resize(facts.size());
        for (auto& [value, indices] : by_value) {
            for (const std::size_t index : indices) value_of_[index] = values_.size();
            values_.push_back(std::move(indices));
        }
    }

    std::vector<Candidate> draw() && {
        if (values_.size() < size_) return {};
        Rng rng{set_seed};
        for (std::size_t i = 0; i < most_sets * draws_for_each && found_.size() < most_sets; ++i) add(drawn(rng));
        // Every fact that can be asked is asked, also one of thousands.
        for (std::size_t fact = 0; fact < facts_.size(); ++fact) {
            for (std::size_t i = 0; i < draws_for_each && !covered_[fact]; ++i) add(drawn_with(fact, rng));
        }
        if (found_.empty()) add_neighbours();
        std::vector<Candidate> sets;
        for (auto& [indices, candidate] : found_) sets.push_back(std::move(candidate));
        return sets;
    }

private:
    /// Draws `size_` different values, each combination equally likely (Floyd's method).
    std::set<std::size_t> drawn_values(Rng& rng) const {
        std::set<std::size_t> picked;
        for (std::size_t last = values_.size() - size_; last < values_.size(); ++last) {
            if (const auto value = static_cast<std::size_t>(rng.below(last + 1)); !picked.insert(value).second)
                picked.insert(last);
        }
        return picked;
    }

    /// Draws different values, and one fact of each.
    std::vector<std::size_t> drawn(Rng& rng) const {
        std::vector<std::size_t> indices;
        for (const std::size_t value : drawn_values(rng))
            indices.push_back(values_[value][static_cast<std::size_t>(rng.below(values_[value].size()))]);
        return indices;
    }

    /// Draws a set that contains a fact.
    std::vector<std::size_t> drawn_with(std::size_t fact, Rng& rng) const {
        std::vector<std::size_t> indices = drawn(rng);
        const auto same_value = [&](std::size_t index) { return value_of_[index] == value_of_[fact]; };
        const auto at = std::find_if(indices.begin(), indices.end(), same_value);
        if (at != indices.end()) *at = fact;
        else indices[static_cast<std::size_t>(rng.below(indices.size()))] = fact;
        return indices;
    }

    /// Adds sets of neighbours in the order of their values. A rule may accept only sets around one gap between two
    /// values, and such sets contain every gap.
    void add_neighbours() {
        for (std::size_t first = 0; first + size_ <= values_.size() && found_.size() < most_sets; ++first) {
            std::vector<std::size_t> neighbours;
            for (std::size_t i = first; i < first + size_; ++i) neighbours.push_back(values_[i].front());
            add(std::move(neighbours));
        }
    }

    void add(std::vector<std::size_t> indices) {
        std::sort(indices.begin(), indices.end());
        if (found_.contains(indices)) return;
        Candidate candidate;
        for (const std::size_t index : indices) candidate.facts.push_back(facts_[index]);
        if (!all_differ(candidate.facts, gap_) || !fits_(candidate)) return;
        for (const std::size_t index : indices) covered_[index] = true;
        found_.emplace(std::move(indices), std::move(candidate));
    }

    const std::vector<const Fact*>& facts_;
    std::size_t size_;
    const content::SmallestGap& gap_;
    SetRule& fits_;
    std::vector<std::vector<std::size_t>> values_; ///< by value, the least first: which facts have it
    std::vector<std::size_t> value_of_;            ///< by fact: index of its value
    std::vector<bool> covered_;                    ///< by fact: whether a set found contains it
    std::map<std::vector<std::size_t>, Candidate> found_;
};

} // namespace

std::vector<Candidate> sets_of(const content::Pack& pack, const std::vector<const Fact*>& facts, std::size_t size,
                               SetRule fits) {
    if (size < 2 || facts.size() < size) return {};
    const content::SmallestGap& gap = gap_of(pack, facts);
    if (too_many_to_list(facts.size(), size)) return SetDrawer(facts, size, gap, fits).draw();
    std::vector<Candidate> sets = listed_sets(facts, size, gap);
    std::erase_if(sets, [&](Candidate& candidate) { return !fits(candidate); });
    return sets;
}

std::vector<Candidate> sets_of(const content::Pack& pack, const std::vector<const Fact*>& facts, std::size_t size) {
    return sets_of(pack, facts, size, [](Candidate&) { return true; });
}

} // namespace chelate::quiz
