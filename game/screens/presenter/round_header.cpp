#include "game/screens/presenter/round_header.hpp"

#include <algorithm>
#include <sstream>

namespace chelate::screens {

std::string round_name(const content::Pack& pack, const text::Language& words, const content::RoundId& id) {
    if (id.value == session::own_round_id) return words.text("own.name");
    if (id.value == session::study_round_id) return words.text("study.name");
    const content::Round* round = pack.find_round(id);
    return round != nullptr ? round->name : id.value;
}

Standing standing_of(const session::Rounds& rounds, const content::Pack& pack, const text::Language& words) {
    const quiz::View view = rounds.view();
    const std::string name = round_name(pack, words, view.round);
    const Millis bell = view.rules.bell;
    const quiz::Score score = view.standings.empty() ? quiz::Score{} : view.standings.front().score;
    const int number = view.question ? view.question->number : 0;
    const int done = view.reveal ? number : number - 1;
    if (bell.count > 0) {
        const Millis now = std::min(rounds.now(), bell);
        return {.round = name,
                .counter = words.text("question.counter_timed", {{"number", words.number(number)},
                                                                 {"time", wording::minutes_and_seconds(bell - now)}}),
                .progress = static_cast<double>(now.count) / static_cast<double>(bell.count),
                .score = words.plural("question.score", score.points.count)};
    }
    if (view.study_round) {
        const int expected = std::max(view.study_round->expected, number);
        return {.round = words.text(view.study_round->practice ? "study.practice" : "study.name"),
                .counter = words.text("question.counter_open",
                                      {{"number", words.number(number)}, {"of", words.number(expected)}}),
                .progress = static_cast<double>(std::max(0, done)) / std::max(1, expected),
                .score = words.plural("question.score", score.points.count)};
    }
    return {.round = name,
            .counter =
                words.text("question.counter", {{"number", words.number(number)}, {"of", words.number(view.planned)}}),
            .progress = view.planned > 0 ? static_cast<double>(std::max(0, done)) / view.planned : 0.0,
            .score = words.plural("question.score", score.points.count)};
}

std::optional<ClockModel> clock_of(const text::Language& words, const quiz::QuestionView& question, Millis now) {
    if (!question.time) return std::nullopt;
    const Millis used = now - question.asked_at;
    const Millis limit{std::max<std::int64_t>(0, (question.time->all - question.time->reading).count)};
    const Millis left{std::clamp<std::int64_t>((question.time->all - used).count, 0, limit.count)};
    return ClockModel{words.text("question.seconds_left", {{"seconds", words.number((left.count + 999) / 1000)}}),
                      limit.count > 0 ? static_cast<double>(left.count) / static_cast<double>(limit.count) : 0.0};
}

std::optional<ImageModel> image_of(const content::Image& image, const content::Pack& pack) {
    if (image.empty()) return std::nullopt;
    return ImageModel{content::path_of(image, pack), content::words_for(image)};
}

std::vector<PanelModel> panels_of(const std::vector<quiz::Panel>& panels) {
    std::vector<PanelModel> models;
    for (const quiz::Panel& panel : panels) {
        PanelModel model{panel.heading, {}, panel.source, panel.numbered};
        std::istringstream lines(panel.text);
        for (std::string line; std::getline(lines, line);) model.lines.push_back(line);
        models.push_back(std::move(model));
    }
    return models;
}

} // namespace chelate::screens
