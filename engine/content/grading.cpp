#include "engine/content/grading.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace chelate::content {
namespace {

constexpr int trials = 4;
constexpr int laboratory = 3; ///< a laboratory measure in the same people; only for questions about a measurement
constexpr int observations = 2;
constexpr int animals_and_cells = 1;

/// The number of people below which there are few, and from which there are enough.
struct Crowd {
    int few;
    int enough;
};

Crowd crowd_for(QuestionAbout about) { return about == QuestionAbout::measurement ? Crowd{20, 100} : Crowd{100, 400}; }

constexpr int enough_for_one_study = 1000;
constexpr double high_heterogeneity = 75; ///< I² in percent

/// Returns the starting score of a row.
int start_of(const Study& study, QuestionAbout about) {
    switch (study.design) {
    case Design::rct:
    case Design::crossover_rct: return trials;
    case Design::meta_analysis:
    case Design::systematic_review: return study.pools == Pools::observational ? observations : trials;
    case Design::non_randomised: return about == QuestionAbout::measurement ? laboratory : observations;
    case Design::cohort:
    case Design::cross_sectional:
    case Design::case_series: return observations;
    case Design::animal:
    case Design::in_vitro: break;
    }
    return animals_and_cells;
}

/// Returns how many people a row counts for. A study without a number counts for none and a review without one for
/// few; a review of mixed designs counts for at most few.
int people_in(const Study& study, const Crowd& crowd) {
    if (!is_review(study.design)) return study.people.value_or(0);
    if (!study.people) return crowd.few;
    return study.pools == Pools::mixed ? std::min(*study.people, crowd.few) : *study.people;
}

bool names(const std::vector<SubjectId>& asked, const Study& study) {
    return std::any_of(study.tested.begin(), study.tested.end(),
                       [&](const SubjectId& id) { return std::find(asked.begin(), asked.end(), id) != asked.end(); });
}

/// Grades the rows that share a starting score, on their own.
class Tier {
public:
    Tier(int start, QuestionAbout about, const std::vector<SubjectId>& asked, std::vector<const Study*> rows,
         const std::vector<Yardstick>& yardsticks)
        : start_(start),
          about_(about),
          crowd_(crowd_for(about)),
          asked_(asked),
          rows_(std::move(rows)),
          yardsticks_(yardsticks) {}

    [[nodiscard]] Grading graded(bool any_dose_response) const {
        Grading grading;
        grading.start = start_;
        grading.finding = finding();
        if (start_ == animals_and_cells) {
            for (const Study* row : rows_) grading.people += row->people.value_or(0);
        } else {
            take_steps(grading, any_dose_response);
        }
        grading.score = start_;
        for (const GradeStep& step : grading.steps) grading.score += step.points;
        grading.certainty = grading.score >= 4   ? Certainty::high
                            : grading.score == 3 ? Certainty::moderate
                            : grading.score == 2 ? Certainty::low
                                                 : Certainty::very_low;
        grading.size = size(grading);
        grading.applies_to = applies_to();
        if (start_ == animals_and_cells) {
            grading.seen_in =
                any([](const Study& row) { return row.design == Design::animal; }) ? SeenIn::animals : SeenIn::cells;
        }
        std::set<SubjectId> tested;
        for (const Study* row : rows_) tested.insert(row->tested.begin(), row->tested.end());
        grading.tested.assign(tested.begin(), tested.end());
        for (const Study* row : rows_) grading.counted.push_back(row->id);
        return grading;
    }

private:
    /// Returns the weight of a row: the people it counts for, and at least 1.
    [[nodiscard]] int weight(const Study& row) const { return std::max(1, people_in(row, crowd_)); }

    template <class Wanted>
    [[nodiscard]] long weight_of(const std::vector<const Study*>& rows, Wanted wanted) const {
        long sum = 0;
        for (const Study* row : rows) sum += wanted(*row) ? weight(*row) : 0;
        return sum;
    }
    [[nodiscard]] long weight_of(const std::vector<const Study*>& rows) const {
        return weight_of(rows, [](const Study&) { return true; });
    }
    template <class Wanted>
    [[nodiscard]] bool any(Wanted wanted) const {
        return std::any_of(rows_.begin(), rows_.end(), [&](const Study* row) { return wanted(*row); });
    }
    template <class Wanted>
    [[nodiscard]] bool all(Wanted wanted) const {
        return std::all_of(rows_.begin(), rows_.end(), [&](const Study* row) { return wanted(*row); });
    }

    /// Returns the direction that has at least six tenths of the weight, or mixed when none has.
    [[nodiscard]] Direction finding() const {
        for (const Direction direction : {Direction::favours, Direction::against, Direction::no_difference}) {
            if (10 * weight_of(rows_, [&](const Study& row) { return row.direction == direction; }) >=
                6 * weight_of(rows_))
                return direction;
        }
        return Direction::mixed;
    }

    /// Returns the points for the risk of bias. Where there are reviews, only their rows are judged.
    [[nodiscard]] int bias() const {
        std::vector<const Study*> judged;
        for (const Study* row : rows_) {
            if (is_review(row->design)) judged.push_back(row);
        }
        if (judged.empty()) judged = rows_;
        const auto half_is = [&](RiskOfBias risk) {
            return 2 * weight_of(judged, [&](const Study& row) { return row.bias == risk; }) >= weight_of(judged);
        };
        if (start_ < trials) return half_is(RiskOfBias::high) ? -1 : 0;
        if (half_is(RiskOfBias::low)) return 0;
        return half_is(RiskOfBias::high) ? -2 : -1;
    }

    /// Returns whether the rows disagree: the commonest direction is mixed or has under three quarters of the rows,
    /// or a review has high heterogeneity.
    [[nodiscard]] bool disagree() const {
        std::map<Direction, std::size_t> rows_by_direction;
        for (const Study* row : rows_) ++rows_by_direction[row->direction];
        const auto commonest = std::max_element(rows_by_direction.begin(), rows_by_direction.end(),
                                                [](const auto& a, const auto& b) { return a.second < b.second; });
        if (4 * commonest->second < 3 * rows_.size() || commonest->first == Direction::mixed) return true;
        return any([](const Study& row) { return is_review(row.design) && row.i2.value_or(0) >= high_heterogeneity; });
    }

    /// Returns the larger of two numbers: the people of the biggest review, and those of all single studies together,
    /// where each source counts once with its largest row.
    [[nodiscard]] int people() const {
        std::map<SourceId, int> single;
        int biggest_review = 0;
        for (const Study* row : rows_) {
            if (is_review(row->design)) {
                biggest_review = std::max(biggest_review, people_in(*row, crowd_));
            } else {
                int& counted = single[row->source];
                counted = std::max(counted, row->people.value_or(0));
            }
        }
        int together = 0;
        for (const auto& [source, counted] : single) together += counted;
        return std::max(biggest_review, together);
    }

    [[nodiscard]] std::set<SourceId> sources_with_large_effect(Direction finding) const {
        std::set<SourceId> sources;
        for (const Study* row : rows_) {
            if (row->direction == finding && row->effect && size_of(*row->effect, yardsticks_) == EffectSize::large)
                sources.insert(row->source);
        }
        return sources;
    }

    [[nodiscard]] bool is_one_study() const {
        return all([&](const Study& row) { return row.source == rows_.front()->source && !is_review(row.design); });
    }

    void take_steps(Grading& grading, bool any_dose_response) const {
        int score = start_;
        const auto step = [&](StepKind kind, int points) {
            if (points == 0) return;
            grading.steps.push_back({kind, points});
            score += points;
        };
        step(StepKind::bias, bias());
        step(StepKind::disagreement, disagree() ? -1 : 0);
        grading.people = people();
        step(StepKind::few_people, grading.people < crowd_.few ? -2 : grading.people < crowd_.enough ? -1 : 0);
        step(StepKind::not_matched,
             !asked_.empty() && !any([&](const Study& row) { return names(asked_, row); }) ? -1 : 0);
        const long paid = weight_of(rows_, [](const Study& row) { return row.money == MakersMoney::yes; });
        step(StepKind::money, 2 * paid >= weight_of(rows_) ? -1 : 0);
        const bool found = grading.finding == Direction::favours || grading.finding == Direction::against;
        const bool convincing = any_dose_response || sources_with_large_effect(grading.finding).size() >= 2;
        step(StepKind::bonus, score <= 2 && found && convincing ? 1 : 0);
        step(StepKind::one_study, is_one_study() && grading.people < enough_for_one_study && score > 3 ? 3 - score : 0);
    }

    [[nodiscard]] EffectSize size(const Grading& grading) const {
        const bool measurement = about_ == QuestionAbout::measurement;
        if (grading.finding == Direction::no_difference) return EffectSize::none;
        if (grading.finding == Direction::mixed || start_ == animals_and_cells) return EffectSize::unknown;
        if (grading.finding == Direction::against && !measurement) return EffectSize::harm;
        std::vector<const Study*> usable;
        for (const Study* row : rows_) {
            if (row->direction == grading.finding && row->effect && size_of(*row->effect, yardsticks_))
                usable.push_back(row);
        }
        // If any usable row tested a subject that the question names, use only such rows.
        if (!asked_.empty() &&
            std::any_of(usable.begin(), usable.end(), [&](const Study* row) { return names(asked_, *row); })) {
            std::erase_if(usable, [&](const Study* row) { return !names(asked_, *row); });
        }
        if (usable.empty()) return EffectSize::unknown;
        const auto size_in = [&](const Study* row) { return *size_of(*row->effect, yardsticks_); };
        const bool disagreed = std::any_of(grading.steps.begin(), grading.steps.end(),
                                           [](const GradeStep& step) { return step.kind == StepKind::disagreement; });
        if (disagreed) {
            // EffectSize runs from large to none, so the greatest enumerator is the smallest effect.
            return size_in(*std::max_element(usable.begin(), usable.end(),
                                             [&](const Study* a, const Study* b) { return size_in(a) < size_in(b); }));
        }
        return size_in(*std::max_element(usable.begin(), usable.end(),
                                         [&](const Study* a, const Study* b) { return weight(*a) < weight(*b); }));
    }

    [[nodiscard]] AppliesTo applies_to() const {
        if (all([](const Study& row) { return row.tested_as == Tested::unrelated; })) return AppliesTo::no_form;
        if (asked_.empty()) return AppliesTo::in_general;
        if (any([&](const Study& row) { return names(asked_, row); })) return AppliesTo::this_form;
        const bool unsaid = all([](const Study& row) {
            return row.tested_as == Tested::unstated || row.tested_as == Tested::several ||
                   row.tested_as == Tested::intake || row.tested_as == Tested::level;
        });
        return unsaid ? AppliesTo::in_general : AppliesTo::another_form;
    }

    int start_;
    QuestionAbout about_;
    Crowd crowd_;
    const std::vector<SubjectId>& asked_;
    std::vector<const Study*> rows_;
    const std::vector<Yardstick>& yardsticks_;
};

EffectSize size_among(double value, const SizeLimits& limits) {
    if (value >= limits.large) return EffectSize::large;
    if (value >= limits.medium) return EffectSize::medium;
    return value >= limits.small ? EffectSize::small : EffectSize::none;
}

} // namespace

std::optional<EffectSize> size_of(const Effect& effect, const std::vector<Yardstick>& yardsticks) {
    const double size = std::abs(effect.size);
    const auto is_one_of = [&](std::initializer_list<std::string_view> units) {
        return std::find(units.begin(), units.end(), effect.unit) != units.end();
    };
    if (is_one_of({"SMD", "Cohen d", "Hedges g"})) return size_among(size, standardised_limits);
    if (is_one_of({"RR", "OR", "HR"})) {
        if (size == 0) return std::nullopt; // a ratio of 0 has no inverse
        return size_among(size < 1 ? 1 / size : size, ratio_limits);
    }
    if (is_one_of({"percentage points"})) return size_among(size, share_limits);
    for (const Yardstick& yardstick : yardsticks) {
        if (yardstick.unit == effect.unit) return size_among(size / yardstick.change, yardstick_limits);
    }
    return std::nullopt;
}

Grading graded(QuestionAbout about, const std::vector<SubjectId>& asked, const std::vector<const Study*>& rows,
               const std::vector<Yardstick>& yardsticks) {
    std::map<int, std::vector<const Study*>, std::greater<>> tiers;
    for (const Study* row : rows) tiers[start_of(*row, about)].push_back(row);
    const bool any_dose_response =
        std::any_of(rows.begin(), rows.end(), [](const Study* row) { return row->dose_response; });
    std::optional<Grading> best; // in a tie, the one with the higher start, which comes first
    for (auto& [start, of_start] : tiers) {
        Grading grading = Tier(start, about, asked, std::move(of_start), yardsticks).graded(any_dose_response);
        if (!best || grading.score > best->score) best = std::move(grading);
    }
    return best.value_or(Grading{});
}

} // namespace chelate::content
