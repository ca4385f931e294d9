#include "game/screens/solo/breathing_screen.hpp"

#include <algorithm>
#include <array>

#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

constexpr std::array minutes_offered{1, 2, 3, 5, 10};

bool has_holds(const content::BreathingPattern& pattern) {
    return std::any_of(pattern.phases.begin(), pattern.phases.end(),
                       [](const content::BreathPhase& phase) { return phase.hold; });
}

/// Returns the share of a breath after easing: it begins and ends softly. @param share  0..1
double softened(double share) { return share * share * (3 - 2 * share); }

} // namespace

BreathingChoiceScreen::BreathingChoiceScreen(const content::Pack& pack, const text::Language& words)
    : RowsScreen(words), pack_(pack) {
    focus_ = static_cast<int>(rows().size()); // the button
}

const content::BreathingPattern* BreathingChoiceScreen::pattern() const {
    const auto& all = pack_.breathing;
    if (all.empty()) return nullptr;
    return &all[std::min(static_cast<std::size_t>(pattern_), all.size() - 1)];
}

std::vector<SettingRow> BreathingChoiceScreen::rows() const {
    const auto* chosen = pattern();
    if (chosen == nullptr) return {};
    SettingRow which{words_.text("breathing.which"), {}, pattern_, chosen->about};
    for (const content::BreathingPattern& one : pack_.breathing) which.options.push_back(one.name);
    SettingRow minutes{words_.text("breathing.minutes"), {}, minutes_, {}};
    const auto usual = std::find(minutes_offered.begin(), minutes_offered.end(), chosen->minutes);
    if (minutes_ < 0)
        minutes.chosen = usual == minutes_offered.end() ? 0 : static_cast<int>(usual - minutes_offered.begin());
    for (const int count : minutes_offered) minutes.options.push_back(words_.plural("own.minutes", count));
    std::vector<SettingRow> rows{std::move(which), std::move(minutes)};
    if (has_holds(*chosen))
        rows.push_back({words_.text("breathing.holds"),
                        {words_.text("breathing.without"), words_.text("breathing.with")},
                        holds_ ? 1 : 0,
                        words_.text("breathing.holds.about")});
    return rows;
}

ScreenModel BreathingChoiceScreen::model() const {
    SettingsModel model =
        page(words_.text("breathing.title"), words_.text(rows().empty() ? "name.cancel" : "breathing.begin"));
    const auto* chosen = pattern();
    if (chosen == nullptr) {
        model.intro = words_.text("breathing.none");
        return model;
    }
    model.intro = chosen->caution;
    model.about_heading = words_.text("breathing.known");
    for (const content::ClaimId& id : chosen->claims) {
        const content::Claim& claim = pack_.claims.at(id);
        std::string line = claim.statement;
        if (claim.grade) {
            const auto badge =
                wording::grade_badges(words_, claim.grade->certainty, claim.grade->size, claim.grade->applies_to)
                    .front();
            line =
                words_.text("breathing.graded",
                            {{"statement", claim.statement}, {"certainty", badge.value}, {"meaning", badge.meaning}});
        }
        model.about.push_back(std::move(line));
    }
    for (const content::SourceId& id : chosen->sources) model.about.push_back(content::citation(pack_.sources.at(id)));
    return model;
}

Effects BreathingChoiceScreen::set(int row, int option) {
    if (row == row_pattern) {
        pattern_ = option;
        minutes_ = -1;
        holds_ = false; // only on request
    } else if (row == row_minutes) {
        minutes_ = option;
    } else {
        holds_ = option == 1;
    }
    return {};
}

Effects BreathingChoiceScreen::done() {
    const auto* chosen = pattern();
    if (chosen == nullptr) return Close{};
    const int minutes = minutes_ < 0 ? chosen->minutes : minutes_offered.at(static_cast<std::size_t>(minutes_));
    return Show{ShowBreathing{chosen->id, minutes, holds_}};
}

BreathingScreen::BreathingScreen(const content::Pack& pack, const text::Language& words, const runner::Clock& clock,
                                 bool reduced_motion, const ShowBreathing& request)
    : words_(words),
      clock_(clock),
      reduced_motion_(reduced_motion),
      pattern_(content::pattern_of(pack.breathing, request.pattern)),
      phases_(content::phases_of(pattern_, request.holds)),
      length_{std::int64_t{request.minutes} * 60000},
      began_(clock.steady()) {}

Millis BreathingScreen::breathed() const {
    if (stopped_) return *stopped_;
    return std::min(length_, clock_.steady() - began_);
}

ScreenModel BreathingScreen::model() const {
    BreathModel model;
    model.name = pattern_.name;
    model.caution = pattern_.caution;
    const Millis now = breathed();
    model.over = now >= length_;
    model.left = 1 - static_cast<double>(now.count) / static_cast<double>(length_.count);
    model.left_text = wording::minutes_and_seconds(length_ - now);
    if (model.over) {
        model.say = words_.text("breathing.over");
        model.next = words_.text("breathing.done");
        return model;
    }
    std::int64_t round = 0;
    for (const content::BreathPhase& phase : phases_) round += phase.milliseconds;
    std::int64_t within = now.count % round;
    double from = phases_.back().fill_percent / 100.0;
    for (const content::BreathPhase& phase : phases_) {
        if (within >= phase.milliseconds) {
            within -= phase.milliseconds;
            from = phase.fill_percent / 100.0;
            continue;
        }
        const double share = static_cast<double>(within) / phase.milliseconds;
        model.say = phase.say;
        model.count = words_.number(within / 1000 + 1);
        model.fill = from + (phase.fill_percent / 100.0 - from) * softened(share);
        model.steps = (phase.milliseconds + 999) / 1000;
        model.step = static_cast<int>(within / 1000) + 1;
        break;
    }
    if (reduced_motion_) model.fill = 0; // the view counts marks instead
    if (stopped_) model.say = words_.text("class.paused");
    return model;
}

std::vector<KeyHint> BreathingScreen::hints() const {
    return {{words_.text("key.space"), words_.text(stopped_ ? "does.go_on" : "does.pause")}};
}

std::vector<Action> BreathingScreen::actions() const {
    return {on(ActionId::go_on, &BreathingScreen::toggle).footer_when(false),
            on(ActionId::back, Effects{Show{ShowHome{}}}, "does.end_pause")};
}

Effects BreathingScreen::toggle() {
    if (breathed() >= length_) return Show{ShowHome{}};
    if (stopped_) {
        began_ = clock_.steady() - *stopped_;
        stopped_.reset();
    } else {
        stopped_ = breathed();
    }
    return {};
}

Effects BreathingScreen::handle(const Intent& intent) {
    if (std::holds_alternative<Activate>(intent) || std::holds_alternative<Press>(intent)) return toggle();
    // Space only stops the breathing and goes on with it. It never leaves the screen.
    if (std::holds_alternative<Hold>(intent) && breathed() < length_) return toggle();
    return {};
}

} // namespace chelate::screens
