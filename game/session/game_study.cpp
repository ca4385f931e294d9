// What somebody studies: the other half of Game.
#include <algorithm>
#include <utility>

#include "engine/study/calendar.hpp"
#include "game/session/game.hpp"

namespace chelate::session {

namespace {

constexpr int most_asked = 500; ///< of one sitting; more is a mistake of ours
constexpr int practice_items = 20;
constexpr int usual_seconds = 25;  ///< a question takes, before a person's own speed is known
constexpr int reading_seconds = 8; ///< what follows an answer

} // namespace

void Game::load_learning() {
    memory_updater_.reset();
    fitting_.abandon();
    study_settings_ = {};
    if (kind_ != store::ProfileKind::person) return; // a room's answers are nobody's own
    if (auto settings = store_->study_settings(profile_)) study_settings_ = std::move(*settings);
    if (auto loaded = runner::MemoryUpdater::load(*store_, profile_))
        memory_updater_ = std::make_shared<runner::MemoryUpdater>(std::move(*loaded));
    else why_not_saved_ = loaded.error();
}

Result<void> Game::set_study_settings(const store::StudySettings& settings) {
    if (!store_ || profile_.empty()) return tl::unexpected(why_not_saved_.value_or(Error{"not-kept", {}}));
    if (auto kept = store_->set_study_settings(profile_, settings); !kept) return kept;
    const bool counts = settings.model_weights() != study_settings_.model_weights() ||
                        settings.start_hour != study_settings_.start_hour;
    study_settings_ = settings;
    if (counts) load_learning(); // days begin at another hour: every memory is another one
    return {};
}

int Game::today() const {
    const int now = day_of(clock_.wall());
    const auto last = memory_updater_ ? memory_updater_->learner().last() : std::nullopt;
    return study::jump_of(clock_.wall(), last) ? std::max(now, day_of(*last)) : now;
}

std::optional<Millis> Game::clock_jump() {
    const auto behind =
        memory_updater_ ? study::jump_of(clock_.wall(), memory_updater_->learner().last()) : std::nullopt;
    const Millis ahead = clock_.wall() - clock_.steady() - wall_ahead_of_steady_;
    if (!behind && ahead <= study::small_step) return std::nullopt;
    if (std::exchange(told_of_clock_, true)) return std::nullopt;
    return behind ? Millis{} - behind->behind : ahead;
}

const StudyBook* Game::study_book() const {
    if (!study_book_) {
        if (auto made = StudyBook::make(pack_, suspended_)) study_book_ = std::move(*made);
    }
    return study_book_ ? &*study_book_ : nullptr;
}

int Game::day_of(Millis wall) const { return study::day_of(wall, clock_.zone(), study_settings_.start_hour); }

std::vector<memory::Review> Game::reviews() const {
    if (!memory_updater_) return {};
    return runner::reviews_of(*store_, profile_).value_or(std::vector<memory::Review>{});
}

study::ItemDifficulties Game::difficulties() const {
    study::ItemDifficulties all;
    if (!memory_updater_) return all;
    for (const store::Profile& person : store_->profiles().value_or(std::vector<store::Profile>{})) {
        for (const memory::Review& review :
             study::settled(runner::reviews_of(*store_, person.id).value_or(std::vector<memory::Review>{})).reviews) {
            all.add(person.id.value, review.item, review.credit / 1000.0, review.chance / 1000.0);
        }
    }
    return all;
}

void Game::refit_memory_model() {
    if (!memory_updater_) return;
    if (const auto outcome = fitting_.take()) {
        store::StudySettings settings = study_settings_;
        settings.fitted_at = outcome->reviews;
        if (outcome->fit && outcome->fit->is_better()) settings.weights = outcome->fit->weights;
        if (!set_study_settings(settings))
            study_settings_.fitted_at = settings.fitted_at; // trouble with the disk is told elsewhere
        return;
    }
    if (fitting_.running()) return;
    std::int64_t count = 0;
    for (const auto& [item, record] : memory_updater_->learner().records()) count += record.reviews;
    // Again only when a quarter more is known.
    if (count < static_cast<std::int64_t>(memory::least_reviews) ||
        count * 4 < study_settings_.fitted_at * std::int64_t{5})
        return;
    fitting_.begin(study::to_fit(reviews(), study_settings_.start_hour), study_settings_.model_weights());
}

std::optional<study::DayPlan> Game::day_plan(int ahead) const {
    const study::LearnerModel* known = learner();
    const StudyBook* book = known != nullptr ? study_book() : nullptr;
    if (book == nullptr) return std::nullopt;
    return study::plan_day(*known, book->learnables(), study_settings_, today() + ahead);
}

int Game::seconds_a_question() const {
    const auto usual = memory_updater_ ? memory_updater_->learner().speeds().median() : std::nullopt;
    return usual ? static_cast<int>(usual->count / 1000) + reading_seconds : usual_seconds;
}

Result<runner::QuestionSource> Game::sitting_of(quiz::SessionPlan& session_plan) const {
    const StudyBook* book = study_book();
    if (book == nullptr) return fail("nothing-to-ask", {{"round", session_plan.round.value}});
    static const study::LearnerModel nobody;
    const study::LearnerModel& known = memory_updater_ ? memory_updater_->learner() : nobody;
    study::DayPlan plan = study::plan_day(known, book->learnables(), study_settings_, today());
    if (session_plan.study_round->practice) {
        // What was met, the weakest first, due or not.
        plan = {.today = plan.today};
        for (const study::Learnable& learnable : book->learnables()) {
            const memory::MemoryRecord* record = known.find(learnable.item);
            if (record == nullptr || learnable.is_pair) continue;
            plan.due.push_back(
                {learnable.item, plan.today,
                 known.fsrs().retrievability(std::max(0, plan.today - record->last_day), record->state.stability),
                 record->sure_and_wrong});
        }
        std::sort(plan.due.begin(), plan.due.end(), [](const study::Due& a, const study::Due& b) {
            return std::pair(a.retrievability, a.item) < std::pair(b.retrievability, b.item);
        });
        if (plan.due.size() > practice_items) plan.due.resize(practice_items);
    }
    return book->questions(plan, known, session_plan.seed, session_plan.study_round->expected);
}

Result<void> Game::start_sitting(std::uint64_t seed, const quiz::SessionId& id, bool practice) {
    quiz::Rules rules;
    rules.asks_confidence = study_settings_.asks_confidence;
    rules.passing = true;
    rules.hints = true;
    quiz::SessionPlan session_plan{.pack = pack_.id,
                                   .pack_hash = pack_.hash,
                                   .round = content::RoundId{study_round_id},
                                   .seed = seed,
                                   .planned = most_asked,
                                   .excluded_items = suspended_,
                                   .study_round = quiz::StudyRound{0, practice},
                                   .rules = rules};
    leave();
    const auto questions = sitting_of(session_plan); // for how many it expects
    if (!questions) return tl::unexpected(questions.error());
    if (session_plan.study_round->expected == 0) return fail("nothing-to-ask", {{"round", session_plan.round.value}});
    return begin(std::move(session_plan), id);
}

} // namespace chelate::session
