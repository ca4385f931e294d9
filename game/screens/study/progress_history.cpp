// Pages of progress: confidence compared with results, what gets confused, and past rounds.
#include "game/screens/study/progress_source.hpp"

#include <algorithm>
#include <array>

#include "engine/study/calibration.hpp"
#include "game/screens/presenter/round_header.hpp"
#include "game/session/history.hpp"

namespace chelate::screens {

namespace {

constexpr std::size_t most_rounds = 200;

} // namespace

ProgressPage confidence_page(const Known& known) {
    static constexpr std::array names{"sure.guess", "sure.think_so", "sure.sure"};
    static constexpr std::array fair{"know.fair_guess", "know.fair_think_so", "know.fair_sure"};
    ProgressPage page;
    const study::Calibration calibration = study::calibration_of(known.study.reviews());
    ChartModel chart{.kind = ChartKind::columns, .top = known.percent(1)};
    for (std::size_t i = 0; i < calibration.size(); ++i) {
        const study::ConfidenceGroup& one = calibration[i];
        const study::ShareRange range = study::fair_shares[i];
        KnownRow row{.title = known.words.text(names[i]), .about = known.words.text(fair[i])};
        const std::string said =
            known.words.plural("know.right_of", one.answers,
                               {{"right", known.words.number(one.right)}, {"percent", known.percent(one.share())}});
        const bool enough = one.answers >= study::enough_answers;
        row.cells = {{{},
                      enough            ? said
                      : one.answers > 0 ? known.words.text("know.too_few", {{"said", said}})
                                        : known.words.text("know.no_answers"),
                      {}}};
        row.no_data = one.answers == 0;
        if (enough)
            row.about += ' ' + known.words.text(one.share() < range.low    ? "know.too_sure"
                                                : one.share() > range.high ? "know.too_careful"
                                                                           : "know.well_judged");
        chart.points.push_back(
            {.text = known.words.text("know.chart_text", {{"when", known.words.text(names[i])}, {"what", said}}),
             .label = known.words.text(names[i]),
             .value = one.share(),
             .row = static_cast<int>(i),
             .fair = Span{range.low, range.high}});
        add(page, std::move(row));
    }
    page.caveat = known.words.text("know.sureness_about");
    page.chart = std::move(chart);
    return page;
}

ProgressPage confused_page(const Known& known) {
    ProgressPage page;
    std::vector<const study::Learnable*> pairs;
    for (const study::Learnable& one : *known.learnables) {
        const memory::MemoryRecord* record = one.is_pair ? known.learner.find(one.item) : nullptr;
        if (record != nullptr && record->misses > 0) pairs.push_back(&one);
    }
    std::stable_sort(pairs.begin(), pairs.end(), [&](const auto* a, const auto* b) {
        return known.learner.find(a->item)->misses > known.learner.find(b->item)->misses;
    });
    int most = 0;
    for (const study::Learnable* pair : pairs) most = std::max(most, known.learner.find(pair->item)->misses);
    for (const study::Learnable* pair : pairs) {
        const memory::MemoryRecord& record = *known.learner.find(pair->item);
        KnownRow row{.title = known.name(pair->item)};
        row.cells = {{{}, known.asked(record), {}}};
        row.about = known.words.text("know.last_time", {{"when", day_text(known.words, record.last_day, known.today)},
                                                        {"how", recall_text(known.words, record.last_recall)}});
        row.bar = Span{0, static_cast<double>(record.misses) / most};
        add(page, std::move(row), {pair->item});
    }
    page.caveat = known.words.text(pairs.empty() ? "know.confused_none" : "know.confused_about");
    return page;
}

ProgressPage history_page(const Known& known) {
    ProgressPage page;
    const auto& history = known.history.rounds();
    for (const store::PlayedRound& played : history) {
        if (page.rows.size() == most_rounds) break;
        KnownRow row{.title = round_name(known.pack, known.words, played.round),
                     .about = day_text(known.words, known.study.day_of(played.finished), known.today)};
        row.cells = {{{},
                      known.words.text("know.round_right", {{"right", known.words.number(played.score.right)},
                                                            {"asked", known.words.number(played.score.asked)}}),
                      {}}};
        if (!played.complete) row.about += " · " + known.words.text("know.ended_early");
        page.rows.push_back(std::move(row));
        page.sessions.push_back(played.session);
    }
    page.caveat = known.words.text(history.empty() ? "know.history_none" : "know.history_about");
    if (history.size() > most_rounds)
        page.last_line = known.words.text("know.history_more",
                                          {{"shown", known.words.number(most_rounds)},
                                           {"all", known.words.number(static_cast<std::int64_t>(history.size()))}});
    return page;
}

} // namespace chelate::screens
