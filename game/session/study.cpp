#include "game/session/study.hpp"

#include <algorithm>
#include <utility>

#include "engine/study/calendar.hpp"

namespace chelate::session {

namespace {

constexpr int practice_items = 20;
constexpr int usual_seconds = 25;  ///< for a question, before the person's own speed is known
constexpr int reading_seconds = 8; ///< for what follows an answer

} // namespace

Study::Study(const content::Pack& pack, const runner::Clock& clock, Archive& archive, Players& players)
    : pack_(pack),
      clock_(clock),
      archive_(archive),
      players_(players),
      wall_ahead_of_steady_(clock.wall() - clock.steady()) {}

void Study::load() {
    if (!is_saved() || players_.current().profile == loaded_) return;
    unload();
    loaded_ = players_.current().profile;
    if (players_.current().kind != PlayerKind::person) return; // a class's answers are no one person's
    if (auto settings = archive_.store()->study_settings(loaded_)) settings_ = std::move(*settings);
    if (auto loaded = runner::MemoryUpdater::load(*archive_.store(), loaded_))
        updater_ = std::make_shared<runner::MemoryUpdater>(std::move(*loaded));
    else archive_.set_trouble(loaded.error());
}

void Study::unload() {
    loaded_ = {};
    updater_.reset();
    fitting_.abandon();
    settings_ = {};
}

void Study::load_suspended() {
    const auto before = std::exchange(suspended_, {});
    if (is_saved()) {
        if (auto items = archive_.store()->suspended(players_.current().profile)) suspended_ = std::move(*items);
    }
    if (suspended_ != before) forget_book();
}

Result<void> Study::suspend(const ItemList& items) {
    if (!is_saved()) return tl::unexpected(archive_.why_not_saved());
    if (auto done = archive_.store()->suspend(players_.current().profile, items); !done) return done;
    load_suspended();
    return {};
}

void Study::resume_suspended() {
    if (is_saved() && archive_.store()->resume_all(players_.current().profile)) suspended_.clear();
    forget_book();
}

Result<void> Study::set_settings(const store::StudySettings& settings) {
    if (!is_saved()) return tl::unexpected(archive_.why_not_saved());
    if (auto kept = archive_.store()->set_study_settings(players_.current().profile, settings); !kept) return kept;
    const bool counts =
        settings.model_weights() != settings_.model_weights() || settings.start_hour != settings_.start_hour;
    settings_ = settings;
    if (counts) { // every memory is a different one: its weights, or the days it is counted in
        unload();
        load();
    }
    return {};
}

int Study::day_of(Millis wall) const { return study::day_of(wall, clock_.zone(), settings_.start_hour); }

int Study::today() const {
    const int now = day_of(clock_.wall());
    const auto last = updater_ ? updater_->learner().last_here() : std::nullopt;
    return study::jump_of(clock_.wall(), last) ? std::max(now, day_of(*last)) : now;
}

std::optional<Millis> Study::take_clock_jump() {
    const auto behind = updater_ ? study::jump_of(clock_.wall(), updater_->learner().last_here()) : std::nullopt;
    const Millis ahead = clock_.wall() - clock_.steady() - wall_ahead_of_steady_;
    if (!behind && ahead <= study::small_step) return std::nullopt;
    if (std::exchange(clock_jump_taken_, true)) return std::nullopt;
    return behind ? Millis{} - behind->behind : ahead;
}

const StudyBook* Study::book() const {
    if (!book_) {
        if (auto made = StudyBook::make(pack_, suspended_)) book_ = std::move(*made);
    }
    return book_ ? &*book_ : nullptr;
}

std::vector<memory::Review> Study::reviews() const {
    if (!updater_) return {};
    return runner::reviews_of(*archive_.store(), players_.current().profile).value_or(std::vector<memory::Review>{});
}

study::ItemDifficulties Study::difficulties() const {
    study::ItemDifficulties all;
    if (!updater_) return all;
    const store::Store& store = *archive_.store();
    for (const store::Profile& person : store.profiles().value_or(std::vector<store::Profile>{})) {
        for (const memory::Review& review :
             study::settled(runner::reviews_of(store, person.id).value_or(std::vector<memory::Review>{})).reviews) {
            all.add(person.id.value, review.item, review.credit / 1000.0, review.chance / 1000.0);
        }
    }
    return all;
}

void Study::refit_memory_model() {
    if (!updater_) return;
    if (const auto outcome = fitting_.take()) {
        store::StudySettings settings = settings_;
        settings.fitted_at = outcome->reviews;
        if (outcome->fit && outcome->fit->is_better()) settings.weights = outcome->fit->weights;
        // Trouble with the disk is reported elsewhere.
        if (!set_settings(settings)) settings_.fitted_at = settings.fitted_at;
        return;
    }
    if (fitting_.running()) return;
    std::int64_t count = 0;
    for (const auto& [item, record] : updater_->learner().records()) count += record.reviews;
    // Fit again only when a quarter more is known.
    if (count < static_cast<std::int64_t>(memory::least_reviews) || count * 4 < settings_.fitted_at * std::int64_t{5})
        return;
    fitting_.begin(study::to_fit(reviews(), settings_.start_hour), settings_.model_weights());
}

std::optional<study::DayPlan> Study::day_plan(int ahead) const {
    const study::LearnerModel* known = learner();
    const StudyBook* studied = known != nullptr ? book() : nullptr;
    if (studied == nullptr) return std::nullopt;
    return study::plan_day(*known, studied->learnables(), settings_, today() + ahead);
}

int Study::seconds_a_question() const {
    const auto usual = updater_ ? updater_->learner().speeds().median() : std::nullopt;
    return usual ? static_cast<int>(usual->count / 1000) + reading_seconds : usual_seconds;
}

study::DayPlan Study::practice_plan(const study::LearnerModel& known, int day) const {
    // Items that were met before, the weakest first, whether they are due or not.
    study::DayPlan plan{.today = day};
    for (const study::Learnable& learnable : book()->learnables()) {
        const memory::MemoryRecord* record = known.find(learnable.item);
        if (record == nullptr || learnable.is_pair) continue;
        plan.due.push_back({learnable.item, day,
                            known.fsrs().retrievability(std::max(0, day - record->last_day), record->state.stability),
                            record->sure_and_wrong});
    }
    std::sort(plan.due.begin(), plan.due.end(), [](const study::Due& a, const study::Due& b) {
        return std::pair(a.retrievability, a.item) < std::pair(b.retrievability, b.item);
    });
    if (plan.due.size() > practice_items) plan.due.resize(practice_items);
    return plan;
}

Result<runner::QuestionSource> Study::questions(quiz::SessionPlan& plan) const {
    const StudyBook* studied = book();
    if (studied == nullptr) return fail("nothing-to-ask", {{"round", plan.round.value}});
    static const study::LearnerModel nobody;
    const study::LearnerModel& known = updater_ ? updater_->learner() : nobody;
    const study::DayPlan day = study::plan_day(known, studied->learnables(), settings_, today());
    return studied->questions(plan.study_round->practice ? practice_plan(known, day.today) : day, known, plan.seed,
                              plan.study_round->expected);
}

} // namespace chelate::session
