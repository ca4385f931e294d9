#include "game/screens/workshop/kiosk.hpp"

#include <algorithm>

#include "engine/base/text.hpp"
#include "engine/quiz/scene_question.hpp"
#include "game/screens/classroom/class_screen.hpp"
#include "game/screens/classroom/lesson.hpp"
#include "game/screens/interactions/answer_entry.hpp"
#include "game/screens/knowledge/compare_screen.hpp"
#include "game/screens/presenter/round_header.hpp"
#include "game/screens/solo/reveal_screen.hpp"
#include "game/screens/workshop/workshop_screen.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

// How long each kind of picture is shown.
constexpr Millis placard_length{9000};
constexpr Millis voting_length{7000};
constexpr Millis link_length{3500};
constexpr Millis comparison_length{10000};

/// Returns the time to read a text and to think about it.
Millis reading(const std::string& text) { return quiz::reading_time(code_points(text), 100) + Millis{2500}; }

} // namespace

AttractScreen::AttractScreen(const content::Pack& pack, const text::Language& words, const runner::Clock& clock,
                             const session::Kiosk& kiosk, const session::Holder& holder)
    : pack_(pack), words_(words), clock_(clock), kiosk_(kiosk), holder_(holder), began_(clock.steady()) {
    for (std::size_t i = 0; i < script().scenes.size(); ++i) add(i);
    for (const Beat& beat : beats_) all_ = all_ + beat.length;
}

void AttractScreen::add(std::size_t index) {
    const content::Scene& scene = script().scenes[index];
    if (std::holds_alternative<content::WelcomeScene>(scene.body))
        beats_.push_back({Beat::Kind::welcome, index, 0, placard_length});
    if (auto simulated = kiosk_.question_of(pack_, index)) {
        const quiz::Question& question = *simulated->question;
        beats_.push_back({Beat::Kind::prompt, index, 0, reading(question.prompt)});
        beats_.push_back({Beat::Kind::voting, index, 0, voting_length});
        if (quiz::is_marked(question)) beats_.push_back({Beat::Kind::told, index, 0, reading(question.explanation)});
        questions_.emplace(index, std::move(*simulated));
    }
    if (const auto* chain = std::get_if<content::ChainScene>(&scene.body)) {
        const std::size_t links = pack_.mechanisms.at(chain->mechanism).steps.size();
        for (std::size_t shown = 1; shown <= links; ++shown)
            beats_.push_back({Beat::Kind::chain, index, shown, shown == links ? placard_length : link_length});
    }
    if (std::holds_alternative<content::ComparisonScene>(scene.body))
        beats_.push_back({Beat::Kind::comparison, index, 0, comparison_length});
    if (const auto* wall = std::get_if<content::WallScene>(&scene.body)) {
        for (std::size_t i = 0; i < wall->statements.size(); ++i) {
            beats_.push_back({Beat::Kind::statement, index, i, reading(wall->statements[i].text)});
            beats_.push_back(
                {Beat::Kind::verdict, index, i, reading(pack_.claims.at(wall->statements[i].claim).explanation)});
        }
    }
}

SceneModel AttractScreen::placard(const content::Scene& scene) const {
    SceneModel model;
    model.round = pack_.name;
    model.heading = scene.title;
    model.next = words_.text("kiosk.begin");
    return model;
}

ScreenModel AttractScreen::asked(const Beat& beat, Millis within) const {
    const auto& [question, display_order, picks] = questions_.at(beat.scene);
    const quiz::View view = quiz::staged(question, display_order, {}, false);
    QuestionModel model;
    model.round = pack_.name;
    model.prompt = question->prompt;
    model.image = image_of(question->image, pack_);
    model.panels = panels_of(question->panels);
    model.check = words_.text("kiosk.begin");
    model.keys = Keys::none;
    model.strip =
        TeamStrip{{},
                  words_.text("kiosk.simulated", {{"players", words_.number(session::simulated_players)},
                                                  {"right", words_.number(session::simulated_right_percent)}})};
    model.answer = ReadModel{};
    if (beat.kind == Beat::Kind::prompt) {
        model.strip = TeamStrip{};
        return model;
    }
    QuestionModel choices;
    AnswerEntry(pack_, words_, *view.question).show(choices);
    auto* cards = std::get_if<ChoiceModel>(&choices.answer);
    if (cards == nullptr) return model;
    letter(cards->choices);
    const auto come =
        std::min<std::size_t>(picks.size(), static_cast<std::size_t>(within.count * session::simulated_players /
                                                                     (voting_length.count * 4 / 5)));
    std::vector<int> hands(cards->choices.size());
    for (std::size_t i = 0; i < come; ++i) ++hands[picks[i]];
    SpreadModel spread;
    for (std::size_t i = 0; i < cards->choices.size(); ++i) {
        spread.bars.push_back(
            {cards->choices[i], static_cast<double>(hands[i]) / session::simulated_players, words_.number(hands[i])});
    }
    model.answer = std::move(spread);
    return model;
}

RevealModel AttractScreen::told(const Beat& beat) const {
    const content::Scene& scene = script().scenes[beat.scene];
    const auto* wall = std::get_if<content::WallScene>(&scene.body);
    const session::SimulatedQuestion shown =
        wall == nullptr ? questions_.at(beat.scene)
                        : session::SimulatedQuestion{
                              quiz::QuestionRef(quiz::vote_on(pack_, wall->statements[beat.part], {})), {}, {}};
    const quiz::View view = quiz::staged(shown.question, shown.display_order, {}, true);
    RevealModel model = reveal_model(pack_, words_, view);
    say_verdict(words_, view, model);
    say_choices(words_, view, model);
    model.round = pack_.name;
    model.next = words_.text("kiosk.begin");
    model.focus = 1;
    model.strip = TeamStrip{};
    if (wall != nullptr) say_evidence(pack_, words_, wall->statements[beat.part].claim, model);
    return model;
}

ScreenModel AttractScreen::model() const {
    Millis within = clock_.steady() - began_;
    if (all_.count > 0) within = {within.count % all_.count};
    const Beat* beat = nullptr;
    for (const Beat& one : beats_) {
        beat = &one;
        if (within < one.length) break;
        within = within - one.length;
    }
    if (beat == nullptr) return placard(script().scenes.front());
    const content::Scene& scene = script().scenes[beat->scene];
    SceneModel model = placard(scene);
    switch (beat->kind) {
    case Beat::Kind::prompt:
    case Beat::Kind::voting: return asked(*beat, within);
    case Beat::Kind::told:
    case Beat::Kind::verdict: return told(*beat);
    case Beat::Kind::welcome:
        model.looks = wording::looks_of(pack_);
        model.paragraphs = {scene.text};
        if (!script().interest.unsaid.empty()) model.note = session::holder_line(script(), holder_);
        return model;
    case Beat::Kind::chain: {
        const content::Mechanism& mechanism = pack_.mechanisms.at(std::get<content::ChainScene>(scene.body).mechanism);
        model.heading = mechanism.name;
        unfold(words_, mechanism, beat->part, model);
        return model;
    }
    case Beat::Kind::comparison: {
        const auto& comparison = std::get<content::ComparisonScene>(scene.body);
        KnowledgeModel table;
        table.title = scene.title;
        table.caveat = words_.text("kiosk.begin") + " · " + pack_.attributes.at(comparison.attribute).caveat;
        table.rows = compared_rows(pack_, words_, comparison.group, comparison.attribute, true);
        table.focus = -1;
        return table;
    }
    case Beat::Kind::statement:
        model.heading = std::get<content::WallScene>(scene.body).statements[beat->part].text;
        model.paragraphs = {words_.text("kiosk.right_or_wrong")};
        return model;
    }
    return model;
}

Millis IdleOverlay::left() const { return kiosk_asks_after + kiosk_resets_after - kiosk_.idle(clock_.steady()); }

ScreenModel IdleOverlay::model() const {
    DialogModel model;
    model.title = words_.text("kiosk.idle");
    model.text = words_.plural("kiosk.idle_about", std::max<std::int64_t>(0, (left().count + 999) / 1000));
    model.buttons = {{words_.text("kiosk.stay"), {}, true}};
    return model;
}

std::vector<KeyHint> IdleOverlay::hints() const { return {{words_.text("key.any"), words_.text("does.go_on")}}; }

Effects IdleOverlay::tick() {
    if (left().count > 0) return {};
    return Effects{Submit{session::ForgetVisitor{}}}.and_then(Show{ShowAttract{}});
}

KioskOverlay::KioskOverlay(const text::Language& words, const std::string& exit_word)
    : Dialog(words, {.title = words.text("kiosk.title"),
                     .text = words.text("kiosk.about", {{"word", exit_word}}),
                     .buttons = {{words.text("kiosk.start"), {}, true}, {words.text("name.cancel")}}}) {}

Effects KioskOverlay::press(int) {
    return Effects{Submit{session::EnterKiosk{words_.text("kiosk.visitor")}}}.and_then(Show{ShowAttract{}});
}

} // namespace chelate::screens
