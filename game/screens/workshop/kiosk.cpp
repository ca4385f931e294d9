#include "game/screens/workshop/kiosk.hpp"

#include <algorithm>

#include "engine/base/text.hpp"
#include "engine/quiz/scene_question.hpp"
#include "engine/quiz/simulated.hpp"
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

constexpr Millis placard_stands{9000};
constexpr Millis votes_come{7000};
constexpr Millis link_stands{3500};
constexpr Millis comparison_stands{10000};
constexpr std::size_t usual_questions = 4;
constexpr std::size_t usual_chains = 2;
constexpr int exit_word_letters = 6;

/// Long enough to read it, and to take it in.
Millis reading(const std::string& text) { return quiz::reading_time(code_points(text), 100) + Millis{2500}; }

} // namespace

void enter_kiosk(Context& context, content::Script script, std::string exit_word, bool ends_program) {
    session::Kiosk kiosk;
    kiosk.script = std::move(script);
    kiosk.exit_word = std::move(exit_word);
    kiosk.ends_program = ends_program;
    kiosk.before = context.settings;
    kiosk.last_activity = context.game.steady();
    context.kiosk = std::move(kiosk);
    context.host_window = false;
    context.game.enter_kiosk(context.words.text("kiosk.visitor"));
}

void forget_visitor(Context& context) {
    context.game.forget_visitor();
    const bool full_screen = context.settings.full_screen;
    context.settings = context.kiosk->before;
    context.settings.full_screen = full_screen;
    context.kiosk->typed.clear();
}

void leave_kiosk(Context& context) {
    forget_visitor(context);
    context.settings = context.kiosk->before;
    context.kiosk.reset();
    context.game.leave_kiosk();
}

std::string new_exit_word(std::uint64_t seed) {
    // Letters on every keyboard, none that looks like a digit; consonant and vowel in turn can be kept in mind.
    constexpr std::string_view consonants = "bdfgkmnprstv";
    constexpr std::string_view vowels = "aeu";
    Rng rng(seed);
    std::string word;
    for (int i = 0; i < exit_word_letters; ++i) {
        const std::string_view among = i % 2 == 0 ? consonants : vowels;
        word += among[rng.below(among.size())];
    }
    return word;
}

bool matches_exit_word(session::Kiosk& kiosk, char32_t typed) {
    if (typed < U' ' || typed > U'~') return false;
    kiosk.typed += static_cast<char>(typed);
    // No more is kept than could be the word.
    if (kiosk.typed.size() > kiosk.exit_word.size()) kiosk.typed.erase(0, kiosk.typed.size() - kiosk.exit_word.size());
    return !kiosk.exit_word.empty() && kiosk.typed == kiosk.exit_word;
}

content::Script usual_script(const content::Pack& pack) {
    content::Script script;
    script.name = pack.name;
    script.scenes.push_back({pack.name, pack.about, {}, {}, content::WelcomeScene{}});
    std::vector<content::Scene> chains;
    for (const auto& [id, mechanism] : pack.mechanisms) {
        if (mechanism.askable && chains.size() < usual_chains)
            chains.push_back({mechanism.name, {}, {}, {}, content::ChainScene{id}});
    }
    std::size_t questions = 0;
    for (const auto& [id, question] : pack.questions) {
        if (question.kind != content::Kind::single || questions == usual_questions) continue;
        ++questions;
        script.scenes.push_back({pack.name, {}, {}, {}, content::QuestionScene{id, {}}});
        if (!chains.empty()) {
            script.scenes.push_back(std::move(chains.back()));
            chains.pop_back();
        }
    }
    for (content::Scene& chain : chains) script.scenes.push_back(std::move(chain));
    return script;
}

AttractScreen::AttractScreen(Context& context, std::uint64_t seed)
    : context_(context), began_(context.game.steady()), seed_(seed) {
    for (std::size_t i = 0; i < script().scenes.size(); ++i) add(i);
    for (const Beat& beat : beats_) all_ = all_ + beat.length;
}

void AttractScreen::enter() { context_.game.leave(); }

void AttractScreen::add(std::size_t index) {
    const content::Scene& scene = script().scenes[index];
    const content::Pack& pack = context_.game.pack();
    if (std::holds_alternative<content::WelcomeScene>(scene.body))
        beats_.push_back({Beat::Kind::welcome, index, 0, placard_stands});
    if (const auto* asks = std::get_if<content::QuestionScene>(&scene.body)) {
        auto question = quiz::question_of(pack, *asks, seed_ + index);
        if (!question || !quiz::takes_hands(*question)) return; // hands are what simulated players have
        Rng rng(seed_ + index);
        Staged staged{quiz::QuestionRef(*question), quiz::draw_display_order(*question, rng), {}};
        staged.picks = quiz::simulated_picks(*question, staged.shown, simulated_players, simulated_right_percent, rng);
        staged_.emplace(index, std::move(staged));
        beats_.push_back({Beat::Kind::prompt, index, 0, reading(question->prompt)});
        beats_.push_back({Beat::Kind::voting, index, 0, votes_come});
        if (quiz::is_marked(*question)) beats_.push_back({Beat::Kind::told, index, 0, reading(question->explanation)});
    }
    if (const auto* chain = std::get_if<content::ChainScene>(&scene.body)) {
        const std::size_t links = pack.mechanisms.at(chain->mechanism).steps.size();
        for (std::size_t shown = 1; shown <= links; ++shown)
            beats_.push_back({Beat::Kind::chain, index, shown, shown == links ? placard_stands : link_stands});
    }
    if (std::holds_alternative<content::ComparisonScene>(scene.body))
        beats_.push_back({Beat::Kind::comparison, index, 0, comparison_stands});
    if (const auto* wall = std::get_if<content::WallScene>(&scene.body)) {
        for (std::size_t i = 0; i < wall->statements.size(); ++i) {
            beats_.push_back({Beat::Kind::statement, index, i, reading(wall->statements[i].text)});
            beats_.push_back(
                {Beat::Kind::verdict, index, i, reading(pack.claims.at(wall->statements[i].claim).explanation)});
        }
    }
}

SceneModel AttractScreen::placard(const content::Scene& scene) const {
    SceneModel model;
    model.round = context_.words.text("app.name");
    model.heading = scene.title;
    model.next = context_.words.text("kiosk.begin");
    return model;
}

ScreenModel AttractScreen::asked(const Beat& beat, Millis within) const {
    const auto& words = context_.words;
    const auto& [question, shown, picks] = staged_.at(beat.scene);
    const quiz::View view = quiz::staged(question, shown, {}, false);
    QuestionModel model;
    model.round = words.text("app.name");
    model.prompt = question->prompt;
    model.panels = panels_of(question->panels);
    model.check = words.text("kiosk.begin");
    model.keys = Keys::none;
    model.room = TeamStrip{{},
                           words.text("kiosk.simulated", {{"players", words.number(simulated_players)},
                                                          {"right", words.number(simulated_right_percent)}})};
    model.answer = ReadModel{};
    if (beat.kind == Beat::Kind::prompt) {
        model.room = TeamStrip{};
        return model;
    }
    QuestionModel choices;
    AnswerEntry(context_, *view.question, false).show(choices);
    auto* cards = std::get_if<ChoiceModel>(&choices.answer);
    if (cards == nullptr) return model;
    letter(cards->choices);
    const auto come = std::min<std::size_t>(
        picks.size(), static_cast<std::size_t>(within.count * simulated_players / (votes_come.count * 4 / 5)));
    std::vector<int> hands(cards->choices.size());
    for (std::size_t i = 0; i < come; ++i) ++hands[picks[i]];
    SpreadModel spread;
    for (std::size_t i = 0; i < cards->choices.size(); ++i) {
        spread.bars.push_back(
            {cards->choices[i], static_cast<double>(hands[i]) / simulated_players, words.number(hands[i])});
    }
    model.answer = std::move(spread);
    return model;
}

RevealModel AttractScreen::told(const Beat& beat) const {
    const content::Scene& scene = script().scenes[beat.scene];
    const auto& words = context_.words;
    const auto* wall = std::get_if<content::WallScene>(&scene.body);
    const Staged staged =
        wall == nullptr
            ? staged_.at(beat.scene)
            : Staged{quiz::QuestionRef(quiz::vote_on(context_.game.pack(), wall->statements[beat.part], {})), {}, {}};
    const quiz::View view = quiz::staged(staged.question, staged.shown, {}, true);
    RevealModel model = reveal_model(context_, view);
    say_verdict(context_, view, model);
    say_choices(context_, view, model);
    model.round = words.text("app.name");
    model.next = words.text("kiosk.begin");
    model.focus = 1;
    model.room = TeamStrip{};
    if (wall != nullptr) say_evidence(context_, wall->statements[beat.part].claim, model);
    return model;
}

ScreenModel AttractScreen::model() const {
    const content::Pack& pack = context_.game.pack();
    Millis within = context_.game.steady() - began_;
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
        model.looks = wording::looks_of(pack);
        model.paragraphs = {scene.text};
        if (!script().interest.unsaid.empty()) model.note = session::holder_line(script(), context_.workshop.holder);
        return model;
    case Beat::Kind::chain: {
        const content::Mechanism& mechanism = pack.mechanisms.at(std::get<content::ChainScene>(scene.body).mechanism);
        model.heading = mechanism.name;
        unfold(context_.words, mechanism, beat->part, model);
        return model;
    }
    case Beat::Kind::comparison: {
        const auto& comparison = std::get<content::ComparisonScene>(scene.body);
        KnowledgeModel table;
        table.title = scene.title;
        table.caveat = context_.words.text("kiosk.begin") + " · " + pack.attributes.at(comparison.attribute).caveat;
        table.rows = compared_rows(pack, context_.words, comparison.group, comparison.attribute, true);
        table.focus = -1;
        return table;
    }
    case Beat::Kind::statement:
        model.heading = std::get<content::WallScene>(scene.body).statements[beat->part].text;
        model.paragraphs = {context_.words.text("kiosk.right_or_wrong")};
        return model;
    }
    return model;
}

Millis IdleOverlay::left() const {
    return context_.kiosk->last_activity + kiosk_asks_after + kiosk_resets_after - context_.game.steady();
}

ScreenModel IdleOverlay::model() const {
    const auto& words = context_.words;
    DialogModel model;
    model.title = words.text("kiosk.idle");
    model.text = words.plural("kiosk.idle_about", std::max<std::int64_t>(0, (left().count + 999) / 1000));
    model.buttons = {{words.text("kiosk.stay"), {}, true}};
    return model;
}

std::vector<KeyHint> IdleOverlay::hints() const {
    return {{context_.words.text("key.any"), context_.words.text("does.go_on")}};
}

Transition IdleOverlay::tick() {
    if (left().count > 0) return Stay{};
    forget_visitor(context_);
    return GoTo{ShowAttract{}};
}

KioskOverlay::KioskOverlay(Context& context, const content::ScriptId& script, std::string exit_word)
    : Dialog(context,
             {.title = context.words.text("kiosk.title"),
              .text = context.words.text("kiosk.about", {{"word", exit_word}}),
              .buttons = {{context.words.text("kiosk.start"), {}, true}, {context.words.text("name.cancel")}}}),
      script_(script),
      exit_word_(std::move(exit_word)) {}

Transition KioskOverlay::press(int) {
    const content::Script* script = session::find_script(context_.game.pack(), script_);
    enter_kiosk(context_, script != nullptr ? *script : usual_script(context_.game.pack()), exit_word_, false);
    context_.settings.full_screen = true;
    return GoTo{ShowAttract{}};
}

} // namespace chelate::screens
