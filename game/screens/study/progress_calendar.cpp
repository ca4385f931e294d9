// Pages of progress: what comes back on the next days, and the answers of the past year.
#include "game/screens/study/progress_source.hpp"

#include <algorithm>
#include <chrono>

namespace chelate::screens {

namespace {

constexpr int forecast_days = 30;
constexpr int calendar_weeks = 53;

/// Returns the name of the month for the first Monday in it; empty for other days.
std::string month_name_on(const text::Language& words, int day) {
    const auto date = std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(day)));
    const bool monday = ((day + 3) % 7 + 7) % 7 == 0;
    return monday && static_cast<unsigned>(date.day()) <= 7
               ? words.text("month." + std::to_string(static_cast<unsigned>(date.month())))
               : "";
}

} // namespace

ProgressPage forecast_page(const Known& known) {
    ProgressPage page;
    const std::vector<int> days =
        study::forecast(known.learner, *known.learnables, known.settings, known.today, forecast_days);
    const int most = days.empty() ? 0 : *std::max_element(days.begin(), days.end());
    ChartModel chart{.kind = ChartKind::columns, .top = known.words.number(most)};
    for (int ahead = 0; ahead < static_cast<int>(days.size()); ++ahead) {
        const int count = days[static_cast<std::size_t>(ahead)];
        const std::string when =
            ahead < 2 ? when_text(known.words, ahead) : day_text(known.words, known.today + ahead, known.today);
        ChartPoint point{.text = known.words.text("know.chart_text", {{"when", capitalised(when)},
                                                                      {"what", known.words.plural("home.due", count)}}),
                         .label = ahead % 7 == 0 ? when : "",
                         .value = most > 0 ? static_cast<double>(count) / most : 0,
                         .now = ahead == 0};
        if (count > 0) {
            point.row = static_cast<int>(page.rows.size());
            add(page, {.title = capitalised(when), .cells = {{{}, known.words.plural("home.due", count), {}}}});
        }
        chart.points.push_back(std::move(point));
    }
    page.caveat = most == 0 ? known.words.text("know.forecast_none") : known.words.text("know.forecast_about");
    if (most > 0) page.chart = std::move(chart);
    return page;
}

ProgressPage calendar_page(const Known& known) {
    ProgressPage page;
    const auto& by_day = known.learner.answers_by_day();
    const int weekday = ((known.today + 3) % 7 + 7) % 7; // Monday is 0; day 0 was a Thursday
    const int first = known.today - weekday - (calendar_weeks - 1) * 7;
    int most = 0;
    int studied = 0;
    int answers = 0;
    for (auto day = by_day.lower_bound(first); day != by_day.end() && day->first <= known.today; ++day) {
        most = std::max(most, day->second);
        ++studied;
        answers += day->second;
    }
    ChartModel chart{.kind = ChartKind::days};
    for (int day = first; day <= known.today; ++day) {
        const auto found = by_day.find(day);
        const int count = found == by_day.end() ? 0 : found->second;
        chart.points.push_back(
            {.text = known.words.text("know.chart_text", {{"when", day_text(known.words, day, known.today)},
                                                          {"what", known.words.plural("know.answers", count)}}),
             .label = month_name_on(known.words, day),
             .value = most > 0 ? static_cast<double>(count) / most : 0,
             .now = day == known.today});
    }
    for (int monday = first + (calendar_weeks - 1) * 7; monday >= first; monday -= 7) {
        KnownRow row{.title = known.words.text("know.week_of", {{"day", day_text(known.words, monday, known.today)}})};
        int in_week = 0;
        int days = 0;
        for (int day = monday; day < monday + 7 && day <= known.today; ++day) {
            const auto found = by_day.find(day);
            if (found == by_day.end()) continue;
            in_week += found->second;
            ++days;
            row.details.push_back(chart.points[static_cast<std::size_t>(day - first)].text);
        }
        if (days == 0) continue;
        for (int day = monday; day < monday + 7 && day <= known.today; ++day)
            chart.points[static_cast<std::size_t>(day - first)].row = static_cast<int>(page.rows.size());
        row.cells = {{{}, known.words.plural("know.answers", in_week), {}}};
        row.about = known.words.plural("know.days", days);
        add(page, std::move(row));
    }
    page.caveat =
        known.words.plural("know.calendar_about", studied, {{"answers", known.words.plural("know.answers", answers)}});
    page.chart = std::move(chart);
    return page;
}

} // namespace chelate::screens
