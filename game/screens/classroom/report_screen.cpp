#include "game/screens/classroom/report_screen.hpp"

#include <algorithm>

#include "game/screens/classroom/class_report.hpp"
#include "game/screens/classroom/class_screen.hpp"
#include "game/screens/presenter/round_header.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

const quiz::SessionState& board_of(const Context& context) { return context.game.run().history().state; }
const quiz::QuestionRecord& asked_of(const Context& context, int number) {
    return board_of(context).asked[static_cast<std::size_t>(number) - 1];
}

double as_share(Fraction fraction) { return static_cast<double>(fraction.num) / static_cast<double>(fraction.den); }

} // namespace

std::string said_of(const text::Language& words, int answers, Fraction right) {
    const auto percent = words.number(rounded_product(100, right));
    if (answers >= quiz::least_answers) return words.plural("after.right", answers, {{"percent", percent}});
    return words.plural("after.too_few", answers, {{"percent", percent}});
}

std::string separation_word(const text::Language& words, const std::optional<double>& separation) {
    if (!separation) return words.text("after.separation.unknown");
    // Bounds of test theory: below 0.2 poor, from 0.4 on good.
    if (*separation < 0) return words.text("after.separation.backwards");
    return words.text(*separation < 0.2   ? "after.separation.poor"
                      : *separation < 0.4 ? "after.separation.fair"
                                          : "after.separation.good");
}

std::vector<std::string> chosen_lines(const text::Language& words, const quiz::QuestionRecord& asked,
                                      const std::vector<int>& chosen) {
    std::vector<std::string> lines;
    for (std::size_t position = 0; position < chosen.size(); ++position) {
        const std::string& option = quiz::options_of(asked.question->body)[asked.display_order[position]].text;
        const bool right = quiz::credit_of(quiz::Picked{static_cast<std::uint8_t>(position)}, *asked.question,
                                           asked.display_order) == Fraction::one();
        lines.push_back(words.plural(right ? "after.chosen_right" : "after.chosen", chosen[position],
                                     {{"letter", letter_of(position)}, {"option", option}}));
    }
    return lines;
}

std::vector<KnownRow> ReportScreen::rows() const {
    const auto& words = context_.words;
    const quiz::SessionState& state = board_of(context_);
    std::vector<KnownRow> rows;
    const auto question_row = [&](const quiz::QuestionAnalysis& one) {
        const quiz::QuestionRecord& asked = asked_of(context_, one.number);
        KnownRow row;
        row.title = words.text("preview.row", {{"number", words.number(one.number)},
                                               {"prompt", wording::one_line(asked.question->prompt)}});
        row.about = said_of(words, one.answers, one.right);
        row.bar = Span{0, as_share(one.right)};
        row.details = chosen_lines(words, asked, one.chosen);
        if (one.chosen.empty())
            row.details.push_back(words.text("questions.key", {{"key", quiz::key_text(*asked.question)}}));
        row.details.push_back(separation_word(words, one.separation));
        if (asked.corrected) row.details.push_back(words.text("room.corrected"));
        if (!asked.question->explanation.empty()) row.details.push_back(asked.question->explanation);
        for (const quiz::Citation& source : asked.question->sources) row.sources.push_back(source.text);
        return row;
    };
    const auto questions = quiz::analyse_questions(state);
    if (part_ == by_question) {
        for (const auto& one : questions) rows.push_back(question_row(one));
    } else if (part_ == to_teach) {
        std::vector<quiz::QuestionAnalysis> worst;
        for (const auto& one : questions) {
            if (one.answers > 0 && one.right < Fraction{2, 3}) worst.push_back(one);
        }
        std::stable_sort(worst.begin(), worst.end(), [](const auto& a, const auto& b) { return a.right < b.right; });
        for (const auto& one : worst) rows.push_back(question_row(one));
    } else if (part_ == by_team) {
        std::vector<std::size_t> order(state.players.size());
        for (std::size_t seat = 0; seat < order.size(); ++seat) order[seat] = seat;
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return state.scores[a].points > state.scores[b].points; });
        for (const std::size_t seat : order) {
            const quiz::Score& score = state.scores[seat];
            KnownRow row;
            row.look = look_of(team_of(context_, state.players[seat].id));
            row.title = team_name(context_, state.players[seat].id);
            row.about = words.text("after.team", {{"points", words.number(score.points.count)},
                                                  {"possible", words.number(score.possible.count)},
                                                  {"right", words.number(score.right)},
                                                  {"asked", words.number(score.asked)}});
            if (score.possible.count > 0)
                row.bar = Span{
                    0, std::clamp(static_cast<double>(score.points.count) / static_cast<double>(score.possible.count),
                                  0.0, 1.0)};
            for (std::size_t index = 0; index < state.asked.size(); ++index) {
                const quiz::QuestionRecord& asked = state.asked[index];
                if (seat >= asked.answers.size() || !asked.answers[seat] || !asked.revealed || asked.voided ||
                    !quiz::is_marked(*asked.question))
                    continue;
                row.details.push_back(
                    words.text("after.team_question", {{"number", words.number(static_cast<std::int64_t>(index) + 1)},
                                                       {"terms", quiz::terms_of(asked.answers[seat]->award, "×")}}));
            }
            for (const quiz::Adjustment& adjustment : state.adjustments) {
                if (adjustment.player != state.players[seat].id) continue;
                const bool more = adjustment.points.count > 0;
                row.details.push_back(
                    words.text("after.adjusted",
                               {{"points", words.text(more ? "standings.more" : "standings.less",
                                                      {{"points", words.number(std::abs(adjustment.points.count))}})},
                                {"reason", reason_word(words, adjustment.reason)}}));
            }
            rows.push_back(std::move(row));
        }
    } else {
        for (const auto& one : quiz::analyse_topics(state)) {
            KnownRow row;
            row.title = wording::topic_name(context_.game.pack(), one.topic);
            row.about = said_of(words, one.answers, one.right);
            row.bar = Span{0, as_share(one.right)};
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

ScreenModel ReportScreen::model() const {
    const auto& words = context_.words;
    KnowledgeModel model;
    model.title = words.text("after.title", {{"round", round_name(context_, board_of(context_).plan.round)}});
    model.chips.push_back({{},
                           {words.text("after.by_question"), words.text("after.by_team"), words.text("after.by_topic"),
                            words.text("after.to_teach")},
                           {part_}});
    const Fraction share = reached(context_.game.view());
    model.caveat = words.text("after.all", {{"percent", words.number(rounded_product(100, share))}});
    const int goal = board_of(context_).plan.rules.goal_percent;
    if (goal > 0) {
        const bool won = rounded_product(100, share) >= goal;
        model.caveat +=
            " " + words.text(won ? "after.goal_reached" : "after.goal_missed", {{"goal", words.number(goal)}});
    }
    model.rows = rows();
    if (open_ >= 0 && open_ < static_cast<int>(model.rows.size()))
        model.rows[static_cast<std::size_t>(open_)].open = true;
    model.sources_heading = words.text("lookup.sources");
    if (model.rows.empty())
        model.last_line = words.text(part_ == to_teach ? "after.nothing_to_teach" : "after.nothing");
    model.focus = focus_;
    return model;
}

std::vector<KeyHint> ReportScreen::hints() const {
    return {{context_.words.text("key.enter"), context_.words.text("does.open")}};
}

std::vector<Action> ReportScreen::actions() const {
    return {on(ActionId::print, &ReportScreen::print, "does.print_report"),
            on(ActionId::export_table, &ReportScreen::export_table),
            on(ActionId::previous, &ReportScreen::undo_end, "does.undo_end"),
            on(ActionId::undo, &ReportScreen::undo_end, "does.undo_end").footer_when(false),
            on(ActionId::back, &ReportScreen::go_back, "does.leave_report")};
}

Transition ReportScreen::print() { return say_export(context_, write_lesson_page(context_)); }
Transition ReportScreen::export_table() { return say_export(context_, write_lesson_table(context_)); }
Transition ReportScreen::undo_end() { return retrace(context_, quiz::Undo{}); }

Transition ReportScreen::go_back() {
    if (open_ < 0) return GoTo{ShowLobby{}};
    open_ = -1;
    return Stay{};
}

Transition ReportScreen::handle(const Intent& intent) {
    const int count = part_count + static_cast<int>(rows().size());
    const auto activate = [&](int index) {
        focus_ = index;
        if (index < part_count) {
            part_ = static_cast<Part>(index);
            open_ = -1;
        } else {
            const int row = index - part_count;
            open_ = open_ == row ? -1 : row;
        }
    };
    if (const auto* move = std::get_if<MoveFocus>(&intent)) focus_ = walked(focus_, move->by, count);
    if (const auto* focus = std::get_if<FocusOn>(&intent);
        focus != nullptr && focus->index >= 0 && focus->index < count)
        focus_ = focus->index;
    if (const auto* press = std::get_if<Press>(&intent); press != nullptr && press->index >= 0 && press->index < count)
        activate(press->index);
    if (std::holds_alternative<Activate>(intent)) activate(focus_);
    return Stay{};
}

} // namespace chelate::screens
