#include "game/screens/solo/overlays.hpp"

#include <chrono>

#include <fmt/format.h>

#include "engine/quiz/pool.hpp"
#include "game/print/write_document.hpp"
#include "game/screens/presenter/exports.hpp"
#include "game/screens/presenter/start_round.hpp"
#include "game/screens/solo/round_exports.hpp"
#include "game/session/profile_exchange.hpp"

namespace chelate::screens {

NameOverlay::NameOverlay(Context& context, const ShowName& request)
    : context_(context),
      request_(request),
      text_(request.first_start || request.rename ? context.game.player() : std::string{}) {
    if (text_.empty()) text_ = context.words.text("name.default");
}

ScreenModel NameOverlay::model() const {
    const auto& words = context_.words;
    NameModel model;
    model.title = words.text(request_.first_start ? "name.title_first"
                             : request_.rename    ? "name.title_rename"
                                                  : "name.title");
    model.about = words.text("name.about");
    if (request_.first_start) model.about += "\n\n" + context_.game.pack().disclaimer;
    model.text = text_;
    if (const auto name = session::player_name(text_); !name) {
        model.problem = words.sentence(name.error());
    } else if (context_.shown_name(*name) != *name) {
        model.problem = words.text("name.not_shown", {{"stand_in", words.text("name.stand_in")}});
    }
    if (!refused_.empty()) model.problem = refused_;
    model.ok = words.text(request_.rename ? "name.rename" : "name.ok");
    model.cancel = words.text("name.cancel");
    return model;
}

std::vector<KeyHint> NameOverlay::hints() const {
    const auto& words = context_.words;
    return {{words.text("key.enter"), words.text(request_.rename ? "does.rename" : "does.play_as")}};
}

std::vector<Action> NameOverlay::actions() const { return {on(ActionId::back, &NameOverlay::cancel)}; }

Transition NameOverlay::accept() {
    const auto taken = request_.rename ? context_.game.rename_player(text_) : context_.game.play_as(text_);
    if (!taken) {
        refused_ = context_.words.sentence(taken.error());
        return Stay{};
    }
    context_.settings.profile = context_.game.player();
    context_.save_settings();
    if (!request_.then.empty()) {
        if (const content::Round* round = context_.game.pack().find_round(request_.then)) {
            Transition started = start_round(context_, *round, request_.seed);
            if (!std::holds_alternative<Stay>(started)) return started;
        }
    }
    return GoTo{ShowHome{}};
}

Transition NameOverlay::handle(const Intent& intent) {
    if (const auto* typed = std::get_if<TypeName>(&intent)) {
        text_ = typed->text;
        refused_.clear();
    } else if (std::holds_alternative<Activate>(intent)) {
        return accept();
    } else if (const auto* press = std::get_if<Press>(&intent)) {
        if (press->index == 1) return accept();
        if (press->index == 2) return cancel();
    }
    return Stay{};
}

Transition NameOverlay::cancel() {
    if (!request_.first_start) return Close{};
    // A player needs a name. Without one of their own, they get the proposed name.
    text_ = context_.words.text("name.default");
    return accept();
}

RoundUnderWayOverlay::RoundUnderWayOverlay(Context& context, content::Round wanted)
    : Dialog(context, {.title = context.words.text("under_way.title"),
                       .text = context.words.text("under_way.text"),
                       .buttons = {{context.words.text("under_way.continue"), {}, true},
                                   {context.words.text("under_way.start_new"), {}, false},
                                   {context.words.text("under_way.cancel"), {}, false}}}),
      wanted_(std::move(wanted)) {}

Transition RoundUnderWayOverlay::press(int index) {
    if (index == 0) {
        context_.game.resume();
        return GoTo{continue_round(context_.game)};
    }
    context_.game.abandon();
    return start_round(context_, wanted_);
}

namespace {

std::vector<std::string> other_players(const session::Game& game) {
    std::vector<std::string> names;
    for (const std::string& name : game.players()) {
        if (name != game.player()) names.push_back(name);
    }
    return names;
}

} // namespace

std::vector<PlayersOverlay::Choice> PlayersOverlay::choices_in(const Context& context) {
    std::vector<Choice> choices;
    for (const Choice act : {Choice::somebody_else, Choice::rename, Choice::export_profile, Choice::import_profiles,
                             Choice::remove, Choice::ask_again}) {
        if ((act == Choice::export_profile || act == Choice::import_profiles) && context.progress_file.empty())
            continue;
        if (act == Choice::ask_again && context.game.suspended().empty()) continue;
        choices.push_back(act);
    }
    return choices;
}

DialogModel PlayersOverlay::model_in(const Context& context) {
    const auto& words = context.words;
    const std::string name = context.shown_name(context.game.player());
    DialogModel model{.title = words.text("players.title"),
                      .text = words.text("players.text", {{"name", name}}),
                      .buttons = {},
                      .list = true};
    for (const std::string& other : other_players(context.game))
        model.buttons.push_back({words.text("players.play_as", {{"name", context.shown_name(other)}})});
    for (const Choice act : choices_in(context)) {
        switch (act) {
        case Choice::somebody_else: model.buttons.push_back({words.text("players.somebody_else")}); break;
        case Choice::rename: model.buttons.push_back({words.text("players.rename", {{"name", name}})}); break;
        case Choice::export_profile: model.buttons.push_back({words.text("players.take_along")}); break;
        case Choice::import_profiles: model.buttons.push_back({words.text("players.bring_in")}); break;
        case Choice::remove: model.buttons.push_back({words.text("players.remove", {{"name", name}})}); break;
        case Choice::ask_again:
            model.buttons.push_back(
                {words.plural("players.ask_again", static_cast<std::int64_t>(context.game.suspended().size()))});
            break;
        }
    }
    model.buttons.push_back({words.text("players.back")});
    return model;
}

PlayersOverlay::PlayersOverlay(Context& context)
    : Dialog(context, model_in(context)), others_(other_players(context.game)), choices_(choices_in(context)) {}

Transition PlayersOverlay::press(int index) {
    const int others = static_cast<int>(others_.size());
    if (index < others) {
        (void)context_.game.play_as(others_[static_cast<std::size_t>(index)]); // its name was one once
        context_.settings.profile = context_.game.player();
        context_.save_settings();
        return GoTo{ShowHome{}};
    }
    switch (choices_.at(static_cast<std::size_t>(index - others))) {
    case Choice::somebody_else: return Push{ShowName{}};
    case Choice::rename: return Push{ShowName{.rename = true}};
    case Choice::import_profiles: return Push{ShowBringIn{}};
    case Choice::remove: return Push{ShowRemovePlayer{}};
    case Choice::export_profile: export_profile(); break;
    case Choice::ask_again:
        context_.game.resume_suspended();
        say(context_.words.text("players.asked_again"));
        break;
    }
    return Stay{};
}

void PlayersOverlay::export_profile() {
    const auto& words = context_.words;
    const std::chrono::year_month_day day{std::chrono::sys_days{std::chrono::days{context_.game.today()}}};
    const std::string name = fmt::format("{} {}-{:02}-{:02}", context_.game.player(), static_cast<int>(day.year()),
                                         static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    const auto file = print::new_file_path(context_.kept_in, session::exchange_folder, name, session::exchange_ending);
    const auto taken = file ? context_.game.export_profile(*file) : Result<void>(tl::unexpected(file.error()));
    say(taken ? words.text("bring_in.taken",
                           {{"name", context_.shown_name(context_.game.player())}, {"path", file->string()}})
              : words.sentence(taken.error()));
}

RemovePlayerOverlay::RemovePlayerOverlay(Context& context)
    : Dialog(context,
             {.title = context.words.text("remove.title", {{"name", context.shown_name(context.game.player())}}),
              .text = context.words.plural("remove.text", static_cast<std::int64_t>(context.game.history().size())),
              .buttons = {{context.words.text("remove.yes")}, {context.words.text("remove.no"), {}, true}},
              .focus = 1}) {}

Transition RemovePlayerOverlay::press(int) {
    if (const auto removed = context_.game.remove_player(); !removed) {
        say(context_.words.sentence(removed.error()));
        return Stay{};
    }
    const std::vector<std::string> left = context_.game.players();
    (void)context_.game.play_as(left.empty() ? context_.words.text("name.default") : left.front());
    context_.settings.profile = context_.game.player();
    context_.save_settings();
    return GoTo{ShowHome{}};
}

SeemsWrongOverlay::SeemsWrongOverlay(Context& context, int number)
    : Dialog(context, {.title = context.words.text("wrong.title"),
                       .text = context.words.text("wrong.text"),
                       .buttons = {{context.words.text("wrong.report"), {}, true},
                                   {context.words.text("wrong.suspend_question")},
                                   {context.words.text("wrong.suspend_items")},
                                   {context.words.text("wrong.back")}}}),
      number_(number) {}

Transition SeemsWrongOverlay::press(int index) {
    const auto& words = context_.words;
    const quiz::Question& question =
        *context_.game.run().history().state.asked[static_cast<std::size_t>(number_) - 1].question;
    if (index == 0) {
        say(save_document(context_, question_report(context_, number_), "wrong.reported"));
        return Stay{};
    }
    const auto set_aside =
        context_.game.suspend(index == 1 ? ItemList{quiz::own_item(question)} : quiz::items_of(question));
    say(set_aside ? words.text("wrong.suspended") : words.sentence(set_aside.error()));
    return Stay{};
}

EndRoundOverlay::EndRoundOverlay(Context& context)
    : Dialog(context, {.title = context.words.text("end_round.title"),
                       .text = context.words.text("end_round.text"),
                       .buttons = {{context.words.text("end_round.yes"), {}, true},
                                   {context.words.text("end_round.no"), {}, false}}}) {}

Transition EndRoundOverlay::press(int) {
    (void)context_.game.run().submit(quiz::FinishSession{}); // refused only when it is over already
    return GoTo{continue_round(context_.game)};
}

} // namespace chelate::screens
