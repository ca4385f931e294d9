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

/// 0..1 along a breath: it begins and ends softly.
double softened(double share) { return share * share * (3 - 2 * share); }

} // namespace

const content::BreathingPattern* BreathingChoiceScreen::pattern() const {
    const auto& all = context_.game.pack().breathing;
    if (all.empty()) return nullptr;
    return &all[std::min(static_cast<std::size_t>(pattern_), all.size() - 1)];
}

std::vector<SettingRow> BreathingChoiceScreen::rows() const {
    const auto& words = context_.words;
    const auto* chosen = pattern();
    if (chosen == nullptr) return {};
    SettingRow which{words.text("breathing.which"), {}, pattern_, chosen->about};
    for (const content::BreathingPattern& one : context_.game.pack().breathing) which.options.push_back(one.name);
    SettingRow minutes{words.text("breathing.minutes"), {}, minutes_, {}};
    const auto usual = std::find(minutes_offered.begin(), minutes_offered.end(), chosen->minutes);
    if (minutes_ < 0)
        minutes.chosen = usual == minutes_offered.end() ? 0 : static_cast<int>(usual - minutes_offered.begin());
    for (const int count : minutes_offered) minutes.options.push_back(words.plural("own.minutes", count));
    std::vector<SettingRow> rows{std::move(which), std::move(minutes)};
    if (has_holds(*chosen))
        rows.push_back({words.text("breathing.holds"),
                        {words.text("breathing.without"), words.text("breathing.with")},
                        holds_ ? 1 : 0,
                        words.text("breathing.holds.about")});
    return rows;
}

ScreenModel BreathingChoiceScreen::model() const {
    const auto& words = context_.words;
    SettingsModel model =
        page(words.text("breathing.title"), words.text(rows().empty() ? "name.cancel" : "breathing.begin"));
    const auto* chosen = pattern();
    if (chosen == nullptr) {
        model.intro = words.text("breathing.none");
        return model;
    }
    model.intro = chosen->caution;
    model.about_heading = words.text("breathing.known");
    for (const content::ClaimId& id : chosen->claims) {
        const content::Claim& claim = context_.game.pack().claims.at(id);
        std::string line = claim.statement;
        if (claim.grade) {
            const auto badge =
                wording::grade_badges(words, claim.grade->certainty, claim.grade->size, claim.grade->applies_to)
                    .front();
            line = words.text("breathing.graded",
                              {{"statement", claim.statement}, {"certainty", badge.value}, {"meaning", badge.meaning}});
        }
        model.about.push_back(std::move(line));
    }
    for (const content::SourceId& id : chosen->sources)
        model.about.push_back(content::citation(context_.game.pack().sources.at(id)));
    return model;
}

void BreathingChoiceScreen::set(int row, int option) {
    if (row == row_pattern) {
        pattern_ = option;
        minutes_ = -1;
        holds_ = false; // never by itself
    } else if (row == row_minutes) {
        minutes_ = option;
    } else {
        holds_ = option == 1;
    }
}

Transition BreathingChoiceScreen::done() {
    const auto* chosen = pattern();
    if (chosen == nullptr) return Close{};
    const int minutes = minutes_ < 0 ? chosen->minutes : minutes_offered.at(static_cast<std::size_t>(minutes_));
    return GoTo{ShowBreathing{chosen->id, minutes, holds_}};
}

BreathingScreen::BreathingScreen(Context& context, const ShowBreathing& request)
    : context_(context),
      pattern_(content::pattern_of(context.game.pack().breathing, request.pattern)),
      phases_(content::phases_of(pattern_, request.holds)),
      length_{std::int64_t{request.minutes} * 60000},
      began_(context.game.steady()) {}

Millis BreathingScreen::breathed() const {
    if (stopped_) return *stopped_;
    return std::min(length_, context_.game.steady() - began_);
}

ScreenModel BreathingScreen::model() const {
    const auto& words = context_.words;
    BreathModel model;
    model.name = pattern_.name;
    model.caution = pattern_.caution;
    const Millis now = breathed();
    model.over = now >= length_;
    model.left = 1 - static_cast<double>(now.count) / static_cast<double>(length_.count);
    model.left_text = wording::minutes_and_seconds(length_ - now);
    if (model.over) {
        model.say = words.text("breathing.over");
        model.next = words.text("breathing.done");
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
        model.count = words.number(within / 1000 + 1);
        model.fill = from + (phase.fill_percent / 100.0 - from) * softened(share);
        model.steps = (phase.milliseconds + 999) / 1000;
        model.step = static_cast<int>(within / 1000) + 1;
        break;
    }
    if (context_.settings.reduced_motion) model.fill = 0; // nothing grows or shrinks then, marks are counted instead
    if (stopped_) model.say = words.text("room.paused");
    return model;
}

std::vector<KeyHint> BreathingScreen::hints() const {
    return {{context_.words.text("key.space"), context_.words.text(stopped_ ? "does.go_on" : "does.pause")}};
}

std::vector<Action> BreathingScreen::actions() const {
    return {on(ActionId::go_on, &BreathingScreen::toggle).footer_when(false),
            on(ActionId::back, Transition{GoTo{ShowHome{}}}, "does.end_pause")};
}

Transition BreathingScreen::toggle() {
    if (breathed() >= length_) return GoTo{ShowHome{}};
    if (stopped_) {
        began_ = context_.game.steady() - *stopped_;
        stopped_.reset();
    } else {
        stopped_ = breathed();
    }
    return Stay{};
}

Transition BreathingScreen::handle(const Intent& intent) {
    if (std::holds_alternative<Activate>(intent) || std::holds_alternative<Press>(intent)) return toggle();
    // Space only pauses: it never ends the pause.
    if (std::holds_alternative<Hold>(intent) && breathed() < length_) return toggle();
    return Stay{};
}

} // namespace chelate::screens
