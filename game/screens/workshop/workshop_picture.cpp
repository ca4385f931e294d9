// What each scene of a workshop looks like: the models of WorkshopScreen.
#include <algorithm>
#include <sstream>

#include "game/screens/classroom/class_screen.hpp"
#include "game/screens/knowledge/compare_screen.hpp"
#include "game/screens/presenter/figure_player.hpp"
#include "game/screens/presenter/round_header.hpp"
#include "game/screens/workshop/workshop_screen.hpp"
#include "game/wording/lookup.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

StackModel stack_of(const text::Language& words, const std::string& label, const std::vector<std::uint16_t>& hands) {
    const session::Belief belief = session::belief_of(hands);
    StackModel stack{label};
    for (const std::uint16_t count : hands) stack.parts.push_back(static_cast<double>(count) / std::max(1, belief.all));
    stack.text =
        words.text("wall.say_right", {{"right", words.number(belief.right)}, {"all", words.number(belief.all)}});
    return stack;
}

} // namespace

void unfold(const text::Language& words, const content::Mechanism& mechanism, std::size_t links, SceneModel& model) {
    model.chained = true;
    for (std::size_t i = 0; i < std::min(links, mechanism.steps.size()); ++i)
        model.rows.push_back({words.number(static_cast<std::int64_t>(i) + 1), mechanism.steps[i].text});
    if (links >= mechanism.steps.size())
        model.note = mechanism.evidence + (mechanism.caveat.empty() ? "" : ". " + mechanism.caveat);
    if (!mechanism.figure) return;
    model.figure = still_figure(mechanism.figure, model.rows.size(), true);
    model.figure.play_from = model.rows.size();
}

void say_evidence(const content::Pack& pack, const text::Language& words, const content::ClaimId& id,
                  RevealModel& model) {
    const content::Claim& claim = pack.claims.at(id);
    model.verdict =
        words.text("wall.verdict", {{"verdict", pack.words.verdicts[static_cast<std::size_t>(claim.verdict)]}});
    model.outcome = Mark::none;
    model.answer = ReadModel{};
    model.panels = {{words.text("wall.checked"), {claim.statement}, {}}};
}

double WorkshopScreen::progress() const {
    return static_cast<double>(shown().scene) /
           static_cast<double>(std::max<std::size_t>(1, script().scenes.size() - 1));
}

std::string WorkshopScreen::counter() const {
    const auto& words = source_.words;
    const std::int64_t minute = source_.workshop.used().count / 60000 + 1;
    return words.text("workshop.counter", {{"number", words.number(static_cast<std::int64_t>(shown().scene) + 1)},
                                           {"of", words.number(static_cast<std::int64_t>(script().scenes.size()))},
                                           {"minute", words.number(minute)},
                                           {"all", minutes_text(words, script().length())}});
}

ScreenModel WorkshopScreen::model() const {
    if (blank_) return BlankModel{};
    return std::visit([&](const auto& body) { return picture(body); }, scene().body);
}

SceneModel WorkshopScreen::placard() const {
    SceneModel model;
    model.round = script().name;
    model.counter = counter();
    model.progress = progress();
    model.heading = scene().title;
    model.paragraphs = lines_of(scene().text);
    if (!is_last()) model.next = source_.words.text("workshop.next");
    return model;
}

ScreenModel WorkshopScreen::picture(const content::WelcomeScene&) const {
    SceneModel model = placard();
    model.looks = wording::looks_of(source_.pack);
    model.note = session::holder_line(script(), source_.files.holder());
    return model;
}

ScreenModel WorkshopScreen::picture(const content::ChainScene& chain) const {
    const content::Mechanism& mechanism = source_.pack.mechanisms.at(chain.mechanism);
    SceneModel model = placard();
    model.paragraphs.insert(
        model.paragraphs.begin(),
        source_.words.text("workshop.chain", {{"name", mechanism.name}, {"where", mechanism.where}}));
    unfold(source_.words, mechanism, static_cast<std::size_t>(shown().step), model);
    return model;
}

ScreenModel WorkshopScreen::picture(const content::ClosingScene&) const {
    SceneModel model = placard();
    model.paragraphs.push_back(source_.pack.disclaimer);
    model.sources = wording::citations(source_.pack, content::sources_of(script(), source_.pack));
    model.sources_heading = source_.words.plural("reveal.sources", static_cast<std::int64_t>(model.sources.size()));
    model.note = session::holder_line(script(), source_.files.holder());
    return model;
}

ScreenModel WorkshopScreen::picture(const content::QuestionScene&) const {
    if (!question_) return placard();
    return told_ ? ScreenModel{told()} : asked();
}

ScreenModel WorkshopScreen::asked() const {
    const auto& words = source_.words;
    const quiz::View view = quiz::staged(question_, display_order_, {}, false);
    QuestionModel model;
    model.round = script().name;
    model.counter = counter();
    model.progress = progress();
    model.prompt = question_->prompt;
    model.image = image_of(question_->image, source_.pack);
    model.panels = panels_of(question_->panels);
    AnswerEntry(source_.pack, words, *view.question).show(model);
    model.keys = Keys::none;
    model.focus = -1;
    model.check.clear();
    model.strip = TeamStrip{};
    auto* cards = std::get_if<ChoiceModel>(&model.answer);
    if (cards != nullptr) letter(cards->choices);
    if (tally_ && cards != nullptr) {
        model.instruction = words.text("class.count_hands");
        model.check = words.text("class.take_count");
        tally_->show(model, std::move(cards->choices));
    } else {
        model.instruction.clear();
        model.check = words.text("workshop.solve");
        model.check_focus = 0;
        model.focus = 0;
    }
    return model;
}

RevealModel WorkshopScreen::told() const {
    const auto& words = source_.words;
    const quiz::View view = quiz::staged(question_, display_order_, recorded_hands(), true);
    RevealModel model = reveal_model(source_.pack, words, view);
    model.round = script().name;
    model.counter = counter();
    model.progress = progress();
    model.outcome = Mark::none;
    if (quiz::is_marked(*question_)) say_verdict(words, view, model);
    else model.verdict = words.text("workshop.votes");
    say_choices(words, view, model);
    model.sources_open = sources_open_;
    model.next = words.text("workshop.next");
    model.focus = focus_;
    model.strip = TeamStrip{};
    return model;
}

ScreenModel WorkshopScreen::picture(const content::WallScene& wall) const {
    const auto& words = source_.words;
    const content::Pack& pack = source_.pack;
    const session::WallStep at = session::wall_step(wall, shown().step);
    if (at.part == session::WallStep::Part::evidence) {
        RevealModel model = told();
        // How people voted is shown only after the second vote, so that nobody follows the others.
        say_evidence(pack, words, wall.statements[at.statement].claim, model);
        return model;
    }
    if (at.part == session::WallStep::Part::before || at.part == session::WallStep::Part::after) {
        ScreenModel model = asked();
        auto& question = std::get<QuestionModel>(model);
        question.topic = words.text(at.part == session::WallStep::Part::before ? "wall.vote" : "wall.vote_again",
                                    {{"number", words.number(static_cast<std::int64_t>(at.statement) + 1)},
                                     {"of", words.number(static_cast<std::int64_t>(wall.statements.size()))}});
        return model;
    }
    SceneModel model = placard();
    const bool outcome = at.part == session::WallStep::Part::outcome;
    if (outcome) {
        model.heading = words.text("wall.outcome");
        model.paragraphs.clear();
        model.parts = {words.text("vote.right_sure"), words.text("vote.right_unsure"), words.text("vote.wrong_unsure"),
                       words.text("vote.wrong_sure")};
    }
    bool voted = false;
    for (std::size_t i = 0; i < wall.statements.size(); ++i) {
        const content::WallStatement& statement = wall.statements[i];
        SceneRow row{words.number(static_cast<std::int64_t>(i) + 1), statement.text};
        if (outcome) {
            row.detail = words.text(
                "wall.verdict",
                {{"verdict", pack.words.verdicts[static_cast<std::size_t>(pack.claims.at(statement.claim).verdict)]}});
            for (const bool after : {false, true}) {
                const auto hands = session::hands_at(shown(), shown().scene, session::place_of_vote(i, after));
                if (hands.empty()) continue;
                row.stacks.push_back(stack_of(words, words.text(after ? "wall.after" : "wall.before"), hands));
                voted = true;
            }
        }
        model.rows.push_back(std::move(row));
    }
    if (outcome && !voted) model.parts.clear();
    return model;
}

ScreenModel WorkshopScreen::picture(const content::ComparisonScene& comparison) const {
    const auto& words = source_.words;
    KnowledgeModel model;
    model.title = scene().title;
    model.caveat = source_.pack.attributes.at(comparison.attribute).caveat;
    for (const std::string& line : lines_of(scene().text)) model.caveat += (model.caveat.empty() ? "" : " ") + line;
    model.rows = compared_rows(source_.pack, words, comparison.group, comparison.attribute, true);
    if (sources_open_ && focus_ >= 0 && focus_ < static_cast<int>(model.rows.size()))
        model.rows[static_cast<std::size_t>(focus_)].open = true;
    model.sources_heading = words.text("lookup.sources");
    model.last_line = compared_last_line(source_.pack, words, model.rows);
    model.focus = focus_;
    return model;
}

ScreenModel WorkshopScreen::picture(const content::PauseScene& pause) const {
    if (breathing_) {
        ScreenModel model = breathing_->model();
        auto& breath = std::get<BreathModel>(model);
        if (breath.over) breath.next = source_.words.text("workshop.next");
        return model;
    }
    SceneModel model = placard();
    const content::BreathingPattern& pattern = content::pattern_of(source_.pack.breathing, pause.pattern);
    model.paragraphs.push_back(pattern.about);
    for (const content::ClaimId& id : pattern.claims) model.rows.push_back({{}, source_.pack.claims.at(id).statement});
    model.note = pattern.caution;
    model.next = source_.words.text("breathing.begin");
    return model;
}

std::optional<HostModel> WorkshopScreen::host() const {
    const auto& words = source_.words;
    HostModel model;
    model.title = script().name;
    model.time = words.text("workshop.time", {{"used", wording::minutes_and_seconds(source_.workshop.used())},
                                              {"all", wording::minutes_and_seconds(script().length())}});
    model.state = counter();
    model.now_heading = scene().title;
    if (question_) {
        model.prompt = question_->prompt;
        if (quiz::is_marked(*question_))
            model.key = words.text("hostwindow.key", {{"key", quiz::key_text(*question_)}});
        model.why = question_->explanation;
    }
    model.notes_heading = words.text("hostwindow.notes");
    model.notes = scene().notes;
    if (question_) {
        for (const Badge& badge : wording::badges_of(source_.pack, words, question_->evidence))
            model.notes.push_back(wording::badge_line(words, badge));
        for (const quiz::Citation& source : question_->sources) model.notes.push_back(source.text);
    }
    model.next_heading = words.text("workshop.next_scene");
    const bool last = shown().scene + 1 >= script().scenes.size();
    model.next = last ? words.text("workshop.last_scene")
                      : script().scenes[shown().scene + 1].title + " · " +
                            minutes_text(words, script().scenes[shown().scene + 1].length);
    return model;
}

} // namespace chelate::screens
