#include "game/screens/solo/own_round_screen.hpp"

#include <algorithm>

#include "game/screens/presenter/start_round.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

struct Length {
    int questions;
    int minutes;
};
constexpr std::array lengths{Length{10, 0}, Length{5, 0}, Length{20, 0}, Length{40, 0}, Length{0, 5}, Length{0, 10}};
constexpr std::array clocks{0, 15, 30, 60};
constexpr int any = 0; // the first option of the rows that choose what is asked

} // namespace

OwnRoundScreen::OwnRoundScreen(Context& context) : RowsScreen(context), missed_(context.game.missed()) {
    if (const auto maker = quiz::QuestionMaker::make(context.game.pack(), content::Round{}, 0)) kinds_ = maker->kinds();
    count();
}

void OwnRoundScreen::count() { there_ = context_.game.questions_in(round(), 0); }

std::vector<SettingRow> OwnRoundScreen::rows() const {
    const auto& words = context_.words;
    const content::Pack& pack = context_.game.pack();
    std::vector<SettingRow> rows(row_count);
    const auto row = [&](Row which, const std::string& name, std::vector<std::string> options) {
        rows[which] = {words.text("own." + name), std::move(options), chosen_[which],
                       words.text("own." + name + ".about")};
    };
    std::vector<std::string> topics{words.text("own.any")};
    for (const content::Topic& topic : pack.topics) topics.push_back(topic.name);
    row(row_topic, "topic", std::move(topics));
    std::vector<std::string> subjects{words.text("own.any")};
    for (const auto& [id, subject] : pack.subjects) subjects.push_back(subject.name);
    row(row_subject, "subject", std::move(subjects));
    std::vector<std::string> mechanisms{words.text("own.any")};
    for (const auto& [id, mechanism] : pack.mechanisms) mechanisms.push_back(mechanism.name);
    row(row_mechanism, "mechanism", std::move(mechanisms));
    std::vector<std::string> kinds{words.text("own.any")};
    for (const content::Kind kind : kinds_)
        kinds.push_back(words.text("kind_name." + std::string(content::row_of(kind).name)));
    row(row_kind, "kind", std::move(kinds));
    row(row_difficulty, "difficulty",
        {words.text("own.any"), words.text("own.easy"), words.text("own.medium"), words.text("own.hard")});
    row(row_from, "from", {words.text("own.from_all"), words.text("own.from_missed")});
    std::vector<std::string> long_;
    for (const Length& length : lengths) {
        long_.push_back(length.minutes > 0 ? words.plural("own.minutes", length.minutes)
                                           : words.plural("own.questions", length.questions));
    }
    row(row_length, "length", std::move(long_));
    row(row_order, "order", {words.text("own.shuffled"), words.text("own.interleaved")});
    row(row_marking, "marking", {words.text("own.plain"), words.text("own.certainty")});
    std::vector<std::string> times;
    for (const int seconds : clocks)
        times.push_back(seconds > 0 ? words.plural("own.seconds", seconds) : words.text("own.no_clock"));
    row(row_clock, "clock", std::move(times));
    row(row_help, "help", {words.text("own.no_help"), words.text("own.with_help")});
    row(row_feedback, "feedback", {words.text("own.each"), words.text("own.end")});
    return rows;
}

content::Round OwnRoundScreen::round() const {
    const content::Pack& pack = context_.game.pack();
    content::Round round;
    round.id = content::RoundId{session::own_round_id};
    const auto nth = [](const auto& map, int place) { return std::next(map.begin(), place - 1)->first; };
    if (chosen_[row_topic] != any)
        round.pool.topics = {pack.topics[static_cast<std::size_t>(chosen_[row_topic]) - 1].id};
    if (chosen_[row_subject] != any) round.pool.subjects = {nth(pack.subjects, chosen_[row_subject])};
    if (chosen_[row_mechanism] != any) round.pool.mechanisms = {nth(pack.mechanisms, chosen_[row_mechanism])};
    if (chosen_[row_kind] != any) round.pool.kinds = {kinds_[static_cast<std::size_t>(chosen_[row_kind]) - 1]};
    if (chosen_[row_difficulty] != any) round.pool.difficulties = {chosen_[row_difficulty]};
    if (chosen_[row_from] == 1) {
        round.pool.items = missed_;
        if (missed_.empty()) round.pool.items.add_text("nothing"); // an empty list would let everything pass
    }
    const Length& length = lengths.at(static_cast<std::size_t>(chosen_[row_length]));
    round.count = std::max(1, length.questions);
    round.minutes = length.minutes;
    round.mixing = chosen_[row_order] == 1 ? content::Mixing::interleaved : content::Mixing::shuffled;
    round.asks_confidence = chosen_[row_marking] == 1;
    round.seconds = clocks.at(static_cast<std::size_t>(chosen_[row_clock]));
    const bool help = chosen_[row_help] == 1;
    round.passing = help || round.asks_confidence;
    round.hints = help;
    round.tries = help && !round.asks_confidence && round.seconds == 0 ? 2 : 1;
    round.feedback_at_end = chosen_[row_feedback] == 1;
    return round;
}

ScreenModel OwnRoundScreen::model() const {
    const auto& words = context_.words;
    SettingsModel model = page(words.text("own.title"), words.text("own.play"));
    model.about = {there_ > 0 ? words.plural("own.there", static_cast<std::int64_t>(there_))
                              : words.text("own.nothing")};
    return model;
}

void OwnRoundScreen::set(int row, int option) {
    chosen_.at(static_cast<std::size_t>(row)) = option;
    count();
}

Transition OwnRoundScreen::done() {
    if (there_ == 0) return Stay{}; // the page says so
    return ask_or_start(context_, round());
}

} // namespace chelate::screens
