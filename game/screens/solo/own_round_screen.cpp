#include "game/screens/solo/own_round_screen.hpp"

#include <algorithm>

#include "engine/quiz/maker.hpp"
#include "game/screens/presenter/round_effects.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

struct Length {
    int questions;
    int minutes;
};
constexpr std::array lengths{Length{10, 0}, Length{5, 0}, Length{20, 0}, Length{40, 0}, Length{0, 5}, Length{0, 10}};
constexpr std::array round_clocks{0, 15, 30, 60};
constexpr int any = 0; // the first option of the rows that choose what is asked

} // namespace

OwnRoundScreen::OwnRoundScreen(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds,
                               const session::History& history)
    : RowsScreen(words), pack_(pack), rounds_(rounds), missed_(history.missed()) {
    if (const auto maker = quiz::QuestionMaker::make(pack, content::Round{}, 0)) kinds_ = maker->kinds();
    count_questions();
}

void OwnRoundScreen::count_questions() { available_ = rounds_.questions_in(round(), 0); }

std::vector<SettingRow> OwnRoundScreen::rows() const {
    std::vector<SettingRow> rows(row_count);
    const auto row = [&](Row which, const std::string& name, std::vector<std::string> options) {
        rows[which] = {words_.text("own." + name), std::move(options), chosen_[which],
                       words_.text("own." + name + ".about")};
    };
    std::vector<std::string> topics{words_.text("own.any")};
    for (const content::Topic& topic : pack_.topics) topics.push_back(topic.name);
    row(row_topic, "topic", std::move(topics));
    std::vector<std::string> subjects{words_.text("own.any")};
    for (const content::Subject* subject : content::in_authors_order(pack_.subjects)) subjects.push_back(subject->name);
    row(row_subject, "subject", std::move(subjects));
    std::vector<std::string> mechanisms{words_.text("own.any")};
    for (const auto& [id, mechanism] : pack_.mechanisms) mechanisms.push_back(mechanism.name);
    row(row_mechanism, "mechanism", std::move(mechanisms));
    std::vector<std::string> kinds{words_.text("own.any")};
    for (const content::Kind kind : kinds_)
        kinds.push_back(words_.text("kind_name." + std::string(content::row_of(kind).name)));
    row(row_kind, "kind", std::move(kinds));
    row(row_difficulty, "difficulty",
        {words_.text("own.any"), words_.text("own.easy"), words_.text("own.medium"), words_.text("own.hard")});
    row(row_from, "from", {words_.text("own.from_all"), words_.text("own.from_missed")});
    std::vector<std::string> lengths_offered;
    for (const Length& length : lengths) {
        lengths_offered.push_back(length.minutes > 0 ? words_.plural("own.minutes", length.minutes)
                                                     : words_.plural("own.questions", length.questions));
    }
    row(row_length, "length", std::move(lengths_offered));
    row(row_order, "order", {words_.text("own.shuffled"), words_.text("own.interleaved")});
    row(row_marking, "marking", {words_.text("own.plain"), words_.text("own.certainty")});
    std::vector<std::string> times;
    for (const int seconds : round_clocks)
        times.push_back(seconds > 0 ? words_.plural("own.seconds", seconds) : words_.text("own.no_clock"));
    row(row_clock, "clock", std::move(times));
    row(row_help, "help", {words_.text("own.no_help"), words_.text("own.with_help")});
    row(row_feedback, "feedback", {words_.text("own.each"), words_.text("own.end")});
    std::vector<SettingRow> offered;
    for (const Row which : offered_rows()) offered.push_back(std::move(rows[which]));
    return offered;
}

std::vector<OwnRoundScreen::Row> OwnRoundScreen::offered_rows() const {
    std::vector<Row> offered;
    for (int row = 0; row < row_count; ++row) {
        if (row == row_subject && pack_.subjects.empty()) continue;
        if (row == row_mechanism && pack_.mechanisms.empty()) continue;
        offered.push_back(static_cast<Row>(row));
    }
    return offered;
}

content::Round OwnRoundScreen::round() const {
    content::Round round;
    round.id = content::RoundId{session::own_round_id};
    const auto nth = [](const auto& map, int option) { return std::next(map.begin(), option - 1)->first; };
    if (chosen_[row_topic] != any)
        round.pool.topics = {pack_.topics[static_cast<std::size_t>(chosen_[row_topic]) - 1].id};
    if (chosen_[row_subject] != any) {
        const auto subjects = content::in_authors_order(pack_.subjects);
        round.pool.subjects = {subjects.at(static_cast<std::size_t>(chosen_[row_subject]) - 1)->id};
    }
    if (chosen_[row_mechanism] != any) round.pool.mechanisms = {nth(pack_.mechanisms, chosen_[row_mechanism])};
    if (chosen_[row_kind] != any) round.pool.kinds = {kinds_[static_cast<std::size_t>(chosen_[row_kind]) - 1]};
    if (chosen_[row_difficulty] != any) round.pool.difficulties = {chosen_[row_difficulty]};
    if (chosen_[row_from] == 1) {
        round.pool.items = missed_;
        if (missed_.empty()) round.pool.items.add_text("nothing"); // an empty list would exclude nothing
    }
    const Length& length = lengths.at(static_cast<std::size_t>(chosen_[row_length]));
    round.count = std::max(1, length.questions);
    round.minutes = length.minutes;
    round.mixing = chosen_[row_order] == 1 ? content::Mixing::interleaved : content::Mixing::shuffled;
    round.asks_confidence = chosen_[row_marking] == 1;
    round.seconds = round_clocks.at(static_cast<std::size_t>(chosen_[row_clock]));
    const bool help = chosen_[row_help] == 1;
    round.passing = help || round.asks_confidence;
    round.hints = help;
    round.tries = help && !round.asks_confidence && round.seconds == 0 ? 2 : 1;
    round.feedback_at_end = chosen_[row_feedback] == 1;
    return round;
}

ScreenModel OwnRoundScreen::model() const {
    SettingsModel model = page(words_.text("own.title"), words_.text("own.play"));
    model.about = {available_ > 0 ? words_.plural("own.there", static_cast<std::int64_t>(available_))
                                  : words_.text("own.nothing")};
    return model;
}

Effects OwnRoundScreen::set(int row, int option) {
    chosen_.at(offered_rows().at(static_cast<std::size_t>(row))) = option;
    count_questions();
    return {};
}

Effects OwnRoundScreen::done() {
    if (available_ == 0) return {}; // the page says so
    return start_or_ask(round(), rounds_, words_);
}

} // namespace chelate::screens
