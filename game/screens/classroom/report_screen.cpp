#include "game/screens/classroom/report_screen.hpp"

#include <algorithm>
#include <numeric>

#include "engine/base/text.hpp"
#include "game/screens/classroom/class_report.hpp"
#include "game/screens/presenter/round_header.hpp"
#include "game/wording/class_words.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

double as_share(Fraction fraction) { return static_cast<double>(fraction.num) / static_cast<double>(fraction.den); }

std::string reason_text(const text::Language& words, quiz::Reason reason) {
    switch (reason) {
    case quiz::Reason::fair_play: return words.text("reason.fair_play");
    case quiz::Reason::good_reason: return words.text("reason.good_reason");
    case quiz::Reason::counted_wrong: return words.text("reason.counted_wrong");
    case quiz::Reason::other: return words.text("reason.other");
    }
    return {};
}

KnownRow question_row(const text::Language& words, const quiz::QuestionAnalysis& analysis,
                      const quiz::RevealView& reveal) {
    const quiz::Question& question = *reveal.question;
    KnownRow row;
    row.title = words.text("preview.row",
                           {{"number", words.number(analysis.number)}, {"prompt", showable_line(question.prompt)}});
    row.about = wording::right_line(words, analysis.answers, analysis.right);
    row.bar = Span{0, as_share(analysis.right)};
    row.details = wording::chosen_lines(words, question, reveal.display_order, analysis.chosen);
    if (analysis.chosen.empty())
        row.details.push_back(words.text("questions.key", {{"key", quiz::key_text(question)}}));
    row.details.push_back(wording::separation_line(words, analysis.separation));
    if (reveal.corrected) row.details.push_back(words.text("class.corrected"));
    if (!question.explanation.empty()) row.details.push_back(question.explanation);
    for (const quiz::Citation& source : question.sources) row.sources.push_back(source.text);
    return row;
}

/// Leaves what to teach again: the questions that went badly, worst first.
void keep_worst(std::vector<quiz::QuestionAnalysis>& questions) {
    std::erase_if(questions, [](const auto& one) { return one.answers == 0 || !(one.right < Fraction{2, 3}); });
    std::stable_sort(questions.begin(), questions.end(),
                     [](const auto& a, const auto& b) { return a.right < b.right; });
}

} // namespace

std::vector<KnownRow> ReportScreen::question_rows() const {
    const std::vector<quiz::RevealedQuestion> revealed = rounds_.revealed();
    std::vector<quiz::QuestionAnalysis> questions = rounds_.question_analysis();
    if (part_ == to_teach) keep_worst(questions);
    std::vector<KnownRow> rows;
    for (const quiz::QuestionAnalysis& one : questions) {
        const auto asked = std::find_if(revealed.begin(), revealed.end(),
                                        [&](const auto& question) { return question.number == one.number; });
        if (asked != revealed.end()) rows.push_back(question_row(words_, one, asked->reveal));
    }
    return rows;
}

KnownRow ReportScreen::team_row(std::size_t seat, const quiz::View& view,
                                const std::vector<quiz::RevealedQuestion>& revealed) const {
    const quiz::Standing& standing = view.standings[seat];
    const quiz::Score& score = standing.score;
    KnownRow row;
    row.look = look_of(names_.team_of(standing.player));
    row.title = names_.name_of(standing.player);
    row.about = words_.text("after.team", {{"points", words_.number(score.points.count)},
                                           {"possible", words_.number(score.possible.count)},
                                           {"right", words_.number(score.right)},
                                           {"asked", words_.number(score.asked)}});
    if (score.possible.count > 0) {
        const double share = static_cast<double>(score.points.count) / static_cast<double>(score.possible.count);
        row.bar = Span{0, std::clamp(share, 0.0, 1.0)};
    }
    for (const auto& [number, turn, reveal] : revealed) {
        if (seat >= reveal.everybody.size() || !reveal.everybody[seat] || reveal.voided ||
            !quiz::is_marked(*reveal.question))
            continue;
        row.details.push_back(words_.text("after.team_question",
                                          {{"number", words_.number(number)},
                                           {"terms", wording::award_text(words_, reveal.everybody[seat]->award)}}));
    }
    for (const quiz::Adjustment& adjustment : view.adjustments) {
        if (adjustment.player != standing.player) continue;
        const bool more = adjustment.points.count > 0;
        row.details.push_back(words_.text(
            "after.adjusted", {{"points", words_.text(more ? "standings.more" : "standings.less",
                                                      {{"points", words_.number(std::abs(adjustment.points.count))}})},
                               {"reason", reason_text(words_, adjustment.reason)}}));
    }
    return row;
}

std::vector<KnownRow> ReportScreen::team_rows() const {
    const quiz::View view = rounds_.view();
    const std::vector<quiz::RevealedQuestion> revealed = rounds_.revealed();
    std::vector<std::size_t> order(view.standings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return view.standings[a].score.points > view.standings[b].score.points;
    });
    std::vector<KnownRow> rows;
    for (const std::size_t seat : order) rows.push_back(team_row(seat, view, revealed));
    return rows;
}

std::vector<KnownRow> ReportScreen::topic_rows() const {
    std::vector<KnownRow> rows;
    for (const quiz::TopicAnalysis& one : rounds_.topic_analysis()) {
        KnownRow row;
        row.title = wording::topic_name(pack_, one.topic);
        row.about = wording::right_line(words_, one.answers, one.right);
        row.bar = Span{0, as_share(one.right)};
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<KnownRow> ReportScreen::rows() const {
    if (part_ == by_team) return team_rows();
    if (part_ == by_topic) return topic_rows();
    return question_rows();
}

ScreenModel ReportScreen::model() const {
    const quiz::View view = rounds_.view();
    KnowledgeModel model;
    model.title = words_.text("after.title", {{"round", round_name(pack_, words_, view.round)}});
    model.chips.push_back({{},
                           {words_.text("after.by_question"), words_.text("after.by_team"),
                            words_.text("after.by_topic"), words_.text("after.to_teach")},
                           {part_}});
    const Fraction share = reached(view);
    model.caveat = words_.text("after.all", {{"percent", words_.number(rounded_product(100, share))}});
    const int goal = view.rules.goal_percent;
    if (goal > 0) {
        const bool won = rounded_product(100, share) >= goal;
        model.caveat +=
            " " + words_.text(won ? "after.goal_reached" : "after.goal_missed", {{"goal", words_.number(goal)}});
    }
    model.rows = rows();
    if (open_ >= 0 && open_ < static_cast<int>(model.rows.size()))
        model.rows[static_cast<std::size_t>(open_)].open = true;
    model.sources_heading = words_.text("lookup.sources");
    if (model.rows.empty())
        model.last_line = words_.text(part_ == to_teach ? "after.nothing_to_teach" : "after.nothing");
    model.focus = focus_;
    return model;
}

std::vector<KeyHint> ReportScreen::hints() const { return {{words_.text("key.enter"), words_.text("does.open")}}; }

std::vector<Action> ReportScreen::actions() const {
    return {on(ActionId::print, &ReportScreen::print, "does.print_report"),
            on(ActionId::export_table, &ReportScreen::export_table),
            on(ActionId::previous, &ReportScreen::undo_end, "does.undo_end"),
            on(ActionId::undo, &ReportScreen::undo_end, "does.undo_end").footer_when(false),
            on(ActionId::back, &ReportScreen::go_back, "does.leave_report")};
}

Effects ReportScreen::print() {
    return Print{print::make_lesson_page(pack_, words_, lesson_report(pack_, words_, rounds_, names_), print_css_)};
}

Effects ReportScreen::export_table() {
    return Print{print::make_lesson_table(pack_, words_, lesson_report(pack_, words_, rounds_, names_))};
}

Effects ReportScreen::go_back() {
    if (open_ < 0) return Show{ShowLobby{}};
    open_ = -1;
    return {};
}

Effects ReportScreen::handle(const Intent& intent) {
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
    return {};
}

} // namespace chelate::screens
