#include "game/screens/solo/overlays.hpp"

#include <array>
#include <cmath>
#include <utility>

#include "engine/base/person_name.hpp"
#include "engine/quiz/marking.hpp"
#include "engine/quiz/pool.hpp"
#include "engine/study/calibration.hpp"
#include "game/screens/presenter/round_effects.hpp"
#include "game/screens/solo/round_exports.hpp"

namespace chelate::screens {

NameOverlay::NameOverlay(const content::Pack& pack, const text::Language& words, const session::Players& players,
                         const session::Rounds& rounds, const ShownNames& shown_name, const ShowName& request)
    : TextEntry(request.first_start || request.rename ? players.name() : std::string{}),
      pack_(pack),
      words_(words),
      rounds_(rounds),
      shown_name_(shown_name),
      request_(request) {
    if (text_.empty()) text_ = words.text("name.default");
}

ScreenModel NameOverlay::model() const {
    NameModel model;
    model.title = words_.text(request_.first_start ? "name.title_first"
                              : request_.rename    ? "name.title_rename"
                                                   : "name.title");
    model.about = words_.text("name.about");
    if (request_.first_start) model.about += "\n\n" + pack_.disclaimer;
    model.text = text_;
    if (const auto name = person_name(text_); !name) {
        model.problem = words_.sentence(name.error());
    } else if (shown_name_(*name) != *name) {
        model.problem = words_.text("name.not_shown", {{"stand_in", words_.text("name.stand_in")}});
    }
    if (!problem_.empty()) model.problem = problem_;
    model.ok = words_.text(request_.rename ? "name.rename" : "name.ok");
    model.cancel = words_.text("name.cancel");
    return model;
}

std::vector<KeyHint> NameOverlay::hints() const {
    return {{words_.text("key.enter"), words_.text(request_.rename ? "does.rename" : "does.play_as")}};
}

std::vector<Action> NameOverlay::actions() const { return {on(ActionId::back, &NameOverlay::leave)}; }

Effects NameOverlay::accept() {
    const auto then = [this](const Result<void>& accepted) -> Effects {
        if (!accepted) {
            problem_ = words_.sentence(accepted.error());
            return {};
        }
        if (const content::Round* round = pack_.find_round(request_.then))
            return play(session::StartRound{*round, request_.seed}, rounds_, words_);
        return Show{ShowHome{}};
    };
    if (request_.rename) return Submit{session::RenamePlayer{text_}, then};
    return Submit{session::PlayAs{text_}, then};
}

Effects NameOverlay::leave() {
    if (!request_.first_start) return Close{};
    // A player needs a name. Without one of their own, they get the proposed name.
    text_ = words_.text("name.default");
    return accept();
}

RoundUnderWayOverlay::RoundUnderWayOverlay(const text::Language& words, const session::Rounds& rounds,
                                           content::Round wanted)
    : Dialog(words, {.title = words.text("under_way.title"),
                     .text = words.text("under_way.text"),
                     .buttons = {{words.text("under_way.continue"), {}, true},
                                 {words.text("under_way.start_new"), {}, false},
                                 {words.text("under_way.cancel"), {}, false}}}),
      rounds_(rounds),
      wanted_(std::move(wanted)) {}

Effects RoundUnderWayOverlay::press(int index) {
    if (index == 0) return play(session::ResumeRound{}, rounds_, words_);
    return Effects{Submit{session::AbandonRound{}}}.and_then(play(session::StartRound{wanted_}, rounds_, words_));
}

namespace {

std::vector<std::string> other_players(const session::Players& players) {
    std::vector<std::string> names;
    for (const std::string& name : players.names()) {
        if (name != players.name()) names.push_back(name);
    }
    return names;
}

} // namespace

std::vector<PlayersOverlay::Choice> PlayersOverlay::choices_of(const PlayersSource& source) {
    std::vector<Choice> choices;
    for (const Choice choice : {Choice::somebody_else, Choice::rename, Choice::export_profile, Choice::import_profiles,
                                Choice::remove, Choice::ask_again}) {
        const bool needs_file = choice == Choice::export_profile || choice == Choice::import_profiles;
        if (needs_file && !source.is_saved) continue;
        if (choice == Choice::ask_again && source.study.suspended().empty()) continue;
        choices.push_back(choice);
    }
    return choices;
}

std::string PlayersOverlay::label_of(const PlayersSource& source, Choice choice) {
    const text::Language& words = source.words;
    const std::string name = source.shown_name(source.players.name());
    switch (choice) {
    case Choice::somebody_else: return words.text("players.somebody_else");
    case Choice::rename: return words.text("players.rename", {{"name", name}});
    case Choice::export_profile: return words.text("players.export_profile");
    case Choice::import_profiles: return words.text("players.import_profiles");
    case Choice::remove: return words.text("players.remove", {{"name", name}});
    case Choice::ask_again:
        return words.plural("players.ask_again", static_cast<std::int64_t>(source.study.suspended().size()));
    }
    return {};
}

DialogModel PlayersOverlay::model_of(const PlayersSource& source) {
    const text::Language& words = source.words;
    DialogModel model{.title = words.text("players.title"),
                      .text = words.text("players.text", {{"name", source.shown_name(source.players.name())}}),
                      .buttons = {},
                      .list = true};
    for (const std::string& other : other_players(source.players))
        model.buttons.push_back({words.text("players.play_as", {{"name", source.shown_name(other)}})});
    for (const Choice choice : choices_of(source)) model.buttons.push_back({label_of(source, choice)});
    model.buttons.push_back({words.text("players.back")});
    return model;
}

PlayersOverlay::PlayersOverlay(const PlayersSource& source)
    : Dialog(source.words, model_of(source)),
      source_(source),
      others_(other_players(source.players)),
      choices_(choices_of(source)) {}

Effects PlayersOverlay::press(int index) {
    const int others = static_cast<int>(others_.size());
    if (index < others)
        return Effects{Submit{session::PlayAs{others_[static_cast<std::size_t>(index)]}}}.and_then(Show{ShowHome{}});
    switch (choices_.at(static_cast<std::size_t>(index - others))) {
    case Choice::somebody_else: return ShowOver{ShowName{}};
    case Choice::rename: return ShowOver{ShowName{.rename = true}};
    case Choice::import_profiles: return ShowOver{ShowBringIn{}};
    case Choice::remove: return ShowOver{ShowRemovePlayer{}};
    case Choice::export_profile:
        return ExportProfile{[this](const Result<std::filesystem::path>& file) -> Effects {
            say(export_result(file));
            return {};
        }};
    case Choice::ask_again: return ShowOver{ShowAskAgain{}};
    }
    return {};
}

std::string PlayersOverlay::export_result(const Result<std::filesystem::path>& file) const {
    if (!file) return words_.sentence(file.error());
    return words_.text("import_profiles.taken",
                       {{"name", source_.shown_name(source_.players.name())}, {"path", file->string()}});
}

RemovePlayerOverlay::RemovePlayerOverlay(const text::Language& words, const session::Players& players,
                                         const session::History& history, const ShownNames& shown_name)
    : Dialog(words, {.title = words.text("remove.title", {{"name", shown_name(players.name())}}),
                     .text = words.plural("remove.text", static_cast<std::int64_t>(history.rounds().size())),
                     .buttons = {{words.text("remove.yes")}, {words.text("remove.no"), {}, true}},
                     .focus = 1}),
      players_(players) {}

Effects RemovePlayerOverlay::press(int) {
    return Submit{session::RemovePlayer{}, [this](const Result<void>& removed) -> Effects {
                      if (!removed) {
                          say(words_.sentence(removed.error()));
                          return {};
                      }
                      const std::vector<std::string> left = players_.names();
                      const std::string next = left.empty() ? words_.text("name.default") : left.front();
                      return Effects{Submit{session::PlayAs{next}}}.and_then(Show{ShowHome{}});
                  }};
}

SeemsWrongOverlay::SeemsWrongOverlay(const content::Pack& pack, const text::Language& words,
                                     const session::Rounds& rounds, const std::string& program, int number)
    : Dialog(words, {.title = words.text("wrong.title"),
                     .text = words.text("wrong.text"),
                     .buttons = {{words.text("wrong.report"), {}, true},
                                 {words.text("wrong.suspend_question")},
                                 {words.text("wrong.suspend_items")},
                                 {words.text("wrong.back")}}}),
      pack_(pack),
      rounds_(rounds),
      program_(program),
      number_(number) {}

Effects SeemsWrongOverlay::press(int index) {
    if (index == 0) {
        return Print{
            question_report(pack_, words_, rounds_, program_, number_),
            [this](const Result<std::filesystem::path>& file) -> Effects {
                say(file ? words_.text("wrong.reported", {{"path", file->string()}}) : words_.sentence(file.error()));
                return {};
            }};
    }
    const quiz::QuestionRef question = rounds_.look_back(number_).reveal->question;
    return Submit{session::SuspendItems{index == 1 ? ItemList{quiz::own_item(*question, pack_.id)}
                                                   : quiz::remembered_items(*question, pack_.id)},
                  [this](const Result<void>& suspended) -> Effects {
                      say(suspended ? words_.text("wrong.suspended") : words_.sentence(suspended.error()));
                      return {};
                  }};
}

namespace {

/// Returns when a level of confidence pays best, by the share of right answers.
std::string best_text(const text::Language& words, const study::ShareRange& range) {
    const auto percent = [&](double share) { return words.number(std::llround(100 * share)); };
    if (range.low <= 0) return words.text("sure.best_below", {{"high", percent(range.high)}});
    if (range.high >= 1) return words.text("sure.best_above", {{"low", percent(range.low)}});
    return words.text("sure.best_between", {{"low", percent(range.low)}, {"high", percent(range.high)}});
}

} // namespace

ConfidenceModel confidence_page(const text::Language& words) {
    constexpr std::array levels{"sure.guess", "sure.think_so", "sure.sure"};
    ConfidenceModel model{.title = words.text("sure.title"),
                          .text = words.text("sure.text"),
                          .wrong_heading = words.text("sure.if_wrong"),
                          .right_heading = words.text("sure.if_right"),
                          .rows = {},
                          .done = words.text("sure.begin")};
    const auto points = [](Fraction credit, std::size_t level) {
        return quiz::confidence_award(credit, static_cast<quiz::Confidence>(level + 1)).points.count;
    };
    const auto largest = static_cast<double>(-points(Fraction::zero(), levels.size() - 1));
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const std::int64_t right = points(Fraction::one(), i);
        const std::int64_t wrong = points(Fraction::zero(), i);
        model.rows.push_back({.level = words.text(levels.at(i)),
                              .best = best_text(words, study::fair_shares.at(i)),
                              .right = "+" + words.number(right),
                              .wrong = words.number(wrong),
                              .right_share = static_cast<double>(right) / largest,
                              .wrong_share = static_cast<double>(-wrong) / largest});
    }
    return model;
}

AskAgainOverlay::AskAgainOverlay(const text::Language& words, const session::Study& study)
    : Dialog(words,
             {.title = words.text("players.ask_again_title"),
              .text = words.plural("players.ask_again_about", static_cast<std::int64_t>(study.suspended().size())),
              .buttons = {{words.text("players.ask_again_yes")}, {words.text("name.cancel"), {}, true}},
              .focus = 1}) {}

Effects AskAgainOverlay::press(int) {
    return Submit{session::ResumeSuspended{}, [this](const Result<void>&) -> Effects {
                      say(words_.text("players.asked_again"));
                      return {};
                  }};
}

QuitOverlay::QuitOverlay(const text::Language& words)
    : Dialog(words, {.title = words.text("quit.title", {{"name", words.text("app.name")}}),
                     .text = {},
                     .buttons = {{words.text("quit.yes")}, {words.text("quit.no"), {}, true}},
                     .focus = 1}) {}

EndRoundOverlay::EndRoundOverlay(const text::Language& words, const session::Rounds& rounds)
    : Dialog(words, {.title = words.text("end_round.title"),
                     .text = words.text(rounds.is_saved() ? "end_round.text" : "end_round.text_unsaved"),
                     .buttons = {{words.text("end_round.yes"), {}, true}, {words.text("end_round.no"), {}, false}}}),
      rounds_(rounds) {}

Effects EndRoundOverlay::press(int) {
    return Submit{quiz::FinishSession{}, [this](const Result<void>&) -> Effects {
                      return Show{screen_of_round(rounds_)}; // the session only refuses when the round is over already
                  }};
}

} // namespace chelate::screens
