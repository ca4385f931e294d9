#include "game/session/workshop_run.hpp"

#include <algorithm>
#include <utility>

namespace chelate::session {

namespace {

constexpr const char* profile_name = "workshops"; ///< only in the store; the kind of the profile keeps it apart

quiz::SessionPlan plan_of(const content::Pack& pack, const content::Script& script, std::uint64_t seed) {
    return {.pack = pack.id,
            .pack_hash = pack.hash,
            .round = {},
            .seed = seed,
            .workshop = workshop_plan(pack, script),
            .rules = {}};
}

/// Returns a plan for a workshop whose pack is not at hand: its scenes have just the steps that are in use. `resume`
/// sees that the script has others, and continues with them.
quiz::SessionPlan plan_without_pack(const CarriedWorkshop& carried) {
    quiz::WorkshopPlan workshop{carried.shown.script, {}};
    std::size_t scenes = carried.shown.scene + 1;
    for (const auto& vote : carried.shown.votes) scenes = std::max(scenes, vote.first.first + 1);
    workshop.steps.assign(scenes, 1);
    workshop.steps[carried.shown.scene] = carried.shown.step + 1;
    return {.pack = carried.pack,
            .pack_hash = {},
            .round = {},
            .seed = carried.seed,
            .workshop = std::move(workshop),
            .rules = {}};
}

} // namespace

WorkshopRun::WorkshopRun(const runner::Clock& clock, StoreAccess store, Randomness randomness)
    : clock_(clock), store_(std::move(store)), randomness_(std::move(randomness)) {}

runner::Journal WorkshopRun::journal() {
    trouble_.reset();
    store::Store* store = store_();
    if (store == nullptr) return {};
    auto profile = store->profile_named(profile_name, clock_.wall(), store::ProfileKind::workshop);
    if (profile) return {store, profile->id, nullptr};
    trouble_ = profile.error();
    return {};
}

void WorkshopRun::start(const content::Pack& pack, const content::Script& script) {
    end_left();
    begin(plan_of(pack, script, randomness_.seed()));
}

void WorkshopRun::begin(quiz::SessionPlan plan) {
    run_ = std::make_unique<runner::Runner>(clock_, runner::QuestionSource{}, journal());
    record();
    (void)run_->start(randomness_.session(), plan, {}); // a new session of a script is never refused
    refresh();
}

void WorkshopRun::record() {
    if (record_) run_->record(std::exchange(record_, nullptr));
}

void WorkshopRun::look_up() {
    if (run_) return; // what waits in memory is newer
    if (left_ && !is_left_on_disk_) return;
    left_.reset();
    store::Store* store = store_();
    if (store != nullptr) {
        const auto profiles = store->profiles(store::ProfileKind::workshop);
        if (!profiles) trouble_ = profiles.error();
        if (profiles && !profiles->empty()) {
            auto left = store->interrupted(profiles->front().id);
            if (left) left_ = std::move(*left);
            else trouble_ = left.error();
        }
    }
    is_left_on_disk_ = left_.has_value();
    left_history_ = left_ ? left_->history : quiz::SessionHistory{};
    refresh();
}

void WorkshopRun::refresh() { view_ = quiz::project(history(), {quiz::Role::host, {}}).workshop; }

bool WorkshopRun::can_resume(const content::Pack& pack) const {
    if (!view_ || history().state.plan.pack != pack.id) return false;
    const content::Script* script = find_script(pack, view_->script);
    return script != nullptr && view_->scene < script->scenes.size() &&
           view_->step < steps_of(pack, script->scenes[view_->scene]);
}

void WorkshopRun::resume(const content::Pack& pack) {
    if (is_running() || !can_resume(pack)) return;
    quiz::SessionPlan now = plan_of(pack, *find_script(pack, view_->script), history().state.plan.seed);
    if (now.workshop != history().state.plan.workshop) {
        const CarriedWorkshop carried{now.pack, now.seed, used(), *view_};
        end_left();
        (void)carry(std::move(now), carried);
    }
    continue_left();
    record();
    refresh();
}

void WorkshopRun::continue_left() {
    if (run_) {
        (void)run_->submit(quiz::Resume{clock_.wall()});
    } else if (left_) {
        run_ = std::make_unique<runner::Runner>(clock_, runner::QuestionSource{},
                                                is_left_on_disk_ ? journal() : runner::Journal{});
        (void)run_->resume(*left_);
        left_.reset();
    }
}

void WorkshopRun::end_left() {
    look_up();
    if (!is_running()) continue_left();
    if (run_) (void)run_->submit(quiz::FinishSession{});
    run_.reset();
    left_.reset();
    left_history_ = {};
    refresh();
}

void WorkshopRun::leave() {
    if (!is_running()) return;
    (void)run_->submit(quiz::Pause{});
    if (!run_->saved()) return; // it waits in memory
    run_.reset();
    look_up();
}

bool WorkshopRun::take_over(const CarriedWorkshop& carried) {
    end_left();
    return carry(plan_without_pack(carried), carried);
}

bool WorkshopRun::carry(quiz::SessionPlan plan, const CarriedWorkshop& carried) {
    const quiz::SessionId id = randomness_.session();
    quiz::SessionHistory made;
    // All of it is one step with the start, so that Undo takes back nothing of it.
    const auto add = [&](Millis at, quiz::CommandBody command) {
        auto events = quiz::decide(made, {at, std::move(command)});
        if (!events) return; // a vote or a picture that the script no longer has
        for (quiz::Event& event : *events) {
            event.step = 0;
            made = quiz::evolve(std::move(made), event);
        }
    };
    add({}, quiz::StartSession{id, quiz::SessionPlanRef(std::move(plan)), {}});
    add(carried.used, quiz::ShowScene{carried.shown.scene, carried.shown.step});
    for (const auto& [vote, hands] : carried.shown.votes)
        add(carried.used, quiz::CountVotes{vote.first, vote.second, hands});
    add(carried.used, quiz::Pause{});

    const runner::Journal kept = journal();
    Result<void> written = fail("not-kept");
    if (kept.store != nullptr) {
        written = kept.store->append(kept.profile, id, 0, made.log, {clock_.wall(), clock_.zone()}, &made);
        if (!written) trouble_ = written.error();
    }
    is_left_on_disk_ = written.has_value();
    left_ = store::SuspendedSession{id, made};
    left_history_ = std::move(made);
    refresh();
    return is_left_on_disk_;
}

tl::expected<void, quiz::Rejection> WorkshopRun::submit(quiz::CommandBody command) {
    if (!run_) return tl::unexpected(quiz::Rejection::not_started);
    const auto events = run_->submit(std::move(command));
    if (!events) return tl::unexpected(events.error());
    refresh();
    return {};
}

std::optional<SceneQuestion> WorkshopRun::question(const content::Pack& pack, const content::QuestionScene& asked,
                                                   std::size_t scene) const {
    return scene_question(pack, asked, history().state.plan.seed, scene);
}

std::optional<quiz::ShowScene> WorkshopRun::next() const {
    if (!view_) return std::nullopt;
    const std::vector<int>& steps = history().state.plan.workshop->steps;
    if (view_->step + 1 < steps[view_->scene]) return quiz::ShowScene{view_->scene, view_->step + 1};
    if (view_->scene + 1 < steps.size()) return quiz::ShowScene{view_->scene + 1, 0};
    return std::nullopt;
}

std::optional<quiz::ShowScene> WorkshopRun::previous() const {
    if (!view_) return std::nullopt;
    if (view_->step > 0) return quiz::ShowScene{view_->scene, view_->step - 1};
    if (view_->scene == 0) return std::nullopt;
    const std::vector<int>& steps = history().state.plan.workshop->steps;
    return quiz::ShowScene{view_->scene - 1, steps[view_->scene - 1] - 1};
}

bool WorkshopRun::can_undo() const { return quiz::decide(history(), {history().now, quiz::Undo{}}).has_value(); }
bool WorkshopRun::can_redo() const { return quiz::decide(history(), {history().now, quiz::Redo{}}).has_value(); }

Millis WorkshopRun::used() const { return run_ ? run_->now() : left_history_.now; }

std::optional<Error> WorkshopRun::trouble() const { return run_ && run_->trouble() ? run_->trouble() : trouble_; }

void WorkshopRun::save_again() {
    if (!run_) return;
    run_->save_again();
    if (is_running() || !run_->saved()) return;
    run_.reset();
    look_up();
}

} // namespace chelate::session
