// Pages of progress: what is due today, how well topics and subjects are known, how each memory fades.
#include "game/screens/study/progress_source.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "engine/study/item_difficulty.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

constexpr int curve_points = 40;

std::string why_due(const Known& known, const study::Due& due) {
    const memory::MemoryRecord& record = *known.learner.find(due.item);
    if (due.sure_and_wrong) return known.words.text("know.why_sure");
    if (record.last_rating == memory::Rating::again) return known.words.text("know.why_missed");
    const text::Args numbers{{"now", known.percent(due.retrievability)},
                             {"wanted", known.percent(known.settings.retention())}};
    if (known.settings.exam_day && due.retrievability > known.settings.retention())
        return known.words.text("know.why_exam", numbers);
    return known.words.text("know.why_fading", numbers);
}

using Tally = std::array<int, 4>; ///< by study::Mastery

KnownRow mastery_row(const Known& known, std::string title, const Tally& tally) {
    // In the order of the bar: solid items first, new ones last.
    static constexpr std::array order{study::Mastery::solid, study::Mastery::fading, study::Mastery::learning,
                                      study::Mastery::fresh};
    static constexpr std::array keys{"mastery.solid", "mastery.fading", "mastery.learning", "mastery.new"};
    static constexpr std::array fillings{Filling::solid, Filling::striped, Filling::dotted, Filling::none};
    int all = 0;
    for (const int count : tally) all += count;
    KnownRow row{.title = std::move(title)};
    for (std::size_t i = 0; i < order.size(); ++i) {
        const int count = tally[static_cast<std::size_t>(order[i])];
        row.parts.push_back({all > 0 ? static_cast<double>(count) / all : 0, fillings[i]});
        if (count > 0) row.about += (row.about.empty() ? "" : " · ") + known.words.plural(keys[i], count);
    }
    const int met = all - tally[static_cast<std::size_t>(study::Mastery::fresh)];
    row.cells = {
        {{}, known.words.text("know.met", {{"met", known.words.number(met)}, {"all", known.words.number(all)}}), {}}};
    return row;
}

void explain_mastery(const Known& known, ProgressPage& page) {
    page.legend = {{Filling::solid, known.words.text("know.solid")},
                   {Filling::striped, known.words.text("know.fading")},
                   {Filling::dotted, known.words.text("know.learning")},
                   {Filling::none, known.words.text("know.new")}};
    page.caveat = known.words.text("know.mastery_about", {{"wanted", known.percent(known.settings.retention())}});
}

/// Returns how well each item that was met is known, a line each, for the details of a row.
std::vector<std::string> mastery_lines(const Known& known, const std::vector<ItemId>& items) {
    static constexpr std::array keys{"know.new", "know.learning", "know.solid", "know.fading"};
    std::vector<std::string> lines;
    for (const ItemId& item : items) {
        const auto mastery =
            study::mastery_of(known.learner.find(item), known.learner.fsrs(), known.settings.retention(), known.today);
        if (mastery != study::Mastery::fresh)
            lines.push_back(known.words.text(
                "know.item_line",
                {{"what", known.name(item)}, {"how", known.words.text(keys[static_cast<std::size_t>(mastery)])}}));
    }
    return lines;
}

template <class Id>
struct Group {
    Id id;
    std::vector<ItemId> items{};
    Tally tally{};
};

template <class Id>
void count_in(std::vector<Group<Id>>& groups, const Id& id, const ItemId& item, study::Mastery mastery) {
    auto group = std::find_if(groups.begin(), groups.end(), [&](const Group<Id>& one) { return one.id == id; });
    if (group == groups.end()) group = groups.insert(groups.end(), {id});
    group->items.push_back(item);
    ++group->tally[static_cast<std::size_t>(mastery)];
}

std::string hardness(const Known& known, const study::ItemDifficulties& all, const ItemId& item) {
    const auto hard = all.of(item);
    if (!hard) return {};
    // Half a logit is about one answer in eight.
    const char* key = *hard > 0.5 ? "know.harder" : *hard < -0.5 ? "know.easier" : "know.usual";
    return known.words.plural(key, all.answers(item));
}

} // namespace

ProgressPage today_page(const Known& known) {
    ProgressPage page;
    const auto plan = known.study.day_plan();
    if (!plan) return page;
    for (const study::Due& due : plan->due) {
        KnownRow row{.title = known.name(due.item), .about = why_due(known, due)};
        row.cells = {{{},
                      due.day < known.today ? known.words.plural("know.since", known.today - due.day)
                                            : known.words.text("memory.today"),
                      {}}};
        const memory::MemoryRecord& record = *known.learner.find(due.item);
        row.details = {
            known.words.text("know.last_time", {{"when", day_text(known.words, record.last_day, known.today)},
                                                {"how", recall_text(known.words, record.last_recall)}}),
            capitalised(known.asked(record))};
        add(page, std::move(row), {due.item});
    }
    for (const ItemId& item : plan->fresh) {
        add(page,
            {.title = known.name(item),
             .about = known.words.text("know.why_new"),
             .cells = {{{}, known.words.text("know.new_one"), {}}}},
            {item});
    }
    const int count = static_cast<int>(plan->due.size() + plan->fresh.size());
    const int minutes = std::max(1, (count * known.study.seconds_a_question() + 59) / 60);
    page.caveat = count == 0 ? done_text(known.study, known.words, *plan)
                             : known.words.plural("know.today_about", count,
                                                  {{"minutes", known.words.plural("home.minutes", minutes)}});
    if (plan->waiting > 0)
        page.last_line = known.words.plural("home.waiting", plan->waiting,
                                            {{"when", known.words.plural("memory.in_days", plan->backlog_days)}});
    return page;
}

ProgressPage topics_page(const Known& known) {
    ProgressPage page;
    std::vector<Group<content::TopicId>> groups;
    for (const study::Learnable& one : *known.learnables) {
        if (!one.is_pair)
            count_in(groups, one.topic, one.item,
                     study::mastery_of(known.learner.find(one.item), known.learner.fsrs(), known.settings.retention(),
                                       known.today));
    }
    for (Group<content::TopicId>& group : groups) {
        KnownRow row = mastery_row(known, wording::topic_name(known.pack, group.id), group.tally);
        row.details = mastery_lines(known, group.items);
        add(page, std::move(row), std::move(group.items));
    }
    explain_mastery(known, page);
    return page;
}

ProgressPage subjects_page(const Known& known) {
    ProgressPage page;
    std::vector<Group<content::SubjectId>> groups;
    for (const study::Learnable& one : *known.learnables) {
        if (one.is_pair) continue;
        const auto mastery = study::mastery_of(known.learner.find(one.item), known.learner.fsrs(),
                                               known.settings.retention(), known.today);
        for (const content::SubjectId& subject : subjects_of_item(known.pack, one.item))
            count_in(groups, subject, one.item, mastery);
    }
    // Subjects with a look of their own come first: the pack is about them.
    std::stable_sort(groups.begin(), groups.end(), [&](const auto& a, const auto& b) {
        const auto rank = [&](const content::SubjectId& id) {
            const int slot = known.pack.subjects.at(id).slot;
            return slot > 0 ? slot : 1000;
        };
        return rank(a.id) < rank(b.id);
    });
    for (Group<content::SubjectId>& group : groups) {
        KnownRow row = mastery_row(known, capitalised(known.pack.subjects.at(group.id).short_name), group.tally);
        row.look = wording::look_of(known.pack, group.id);
        row.details = mastery_lines(known, group.items);
        add(page, std::move(row), std::move(group.items));
    }
    explain_mastery(known, page);
    return page;
}

ProgressPage memories_page(const Known& known) {
    ProgressPage page;
    const study::ItemDifficulties difficulties = known.study.difficulties();
    std::vector<std::pair<double, ItemId>> met;
    for (const study::Learnable& one : *known.learnables) {
        if (const memory::MemoryRecord* record = known.learner.find(one.item))
            met.emplace_back(known.missed_today(*record) ? 0 : known.chance(*record, known.today), one.item);
    }
    std::sort(met.begin(), met.end());
    for (const auto& [now, item] : met) {
        const memory::MemoryRecord& record = *known.learner.find(item);
        KnownRow row{.title = known.name(item)};
        row.cells = {{{}, known.missed_today(record) ? known.words.text("know.missed_today") : known.percent(now), {}}};
        row.bar = Span{0, now};
        row.about = known.words.text(
            "know.comes_back",
            {{"when", when_text(known.words, known.due(item, record) - known.today)}, {"asked", known.asked(record)}});
        std::string later;
        for (const int ahead : {7, 30, 90}) {
            later += (later.empty() ? "" : ", ") +
                     known.words.text("know.later_one",
                                      {{"when", when_text(known.words, ahead)},
                                       {"chance", known.percent(known.chance(record, known.today + ahead))}});
        }
        row.details.push_back(known.words.text("know.later", {{"list", later}}));
        row.details.push_back(
            known.words.text("know.last_time", {{"when", day_text(known.words, record.last_day, known.today)},
                                                {"how", recall_text(known.words, record.last_recall)}}));
        if (std::string hard = hardness(known, difficulties, item); !hard.empty())
            row.details.push_back(std::move(hard));
        add(page, std::move(row), {item});
    }
    page.caveat = known.words.text(met.empty() ? "know.memories_none" : "know.memories_about");
    return page;
}

ProgressPage progress_page(const ProgressSource& source, ProgressView view) {
    const Known known(source);
    switch (view) {
    case ProgressView::today: return today_page(known);
    case ProgressView::topics: return topics_page(known);
    case ProgressView::subjects: return subjects_page(known);
    case ProgressView::forecast: return forecast_page(known);
    case ProgressView::memories: return memories_page(known);
    case ProgressView::calendar: return calendar_page(known);
    case ProgressView::confidence: return confidence_page(known);
    case ProgressView::confused: return confused_page(known);
    case ProgressView::history: return history_page(known);
    }
    return {};
}

ChartModel memory_curve(const ProgressSource& source, const ItemId& item) {
    const Known known(source);
    ChartModel chart{.kind = ChartKind::line,
                     .top = known.percent(1),
                     .goal = known.settings.retention(),
                     .goal_text =
                         known.words.text("know.goal", {{"wanted", known.percent(known.settings.retention())}})};
    const memory::MemoryRecord* record = known.learner.find(item);
    if (record == nullptr) return chart;
    // The curve goes on for a while after today and the next review.
    const int due = known.due(item, *record);
    const int days = std::max(14, (std::max(due, known.today) - record->last_day) * 3 / 2);
    const int step = std::max(1, (days + curve_points - 1) / curve_points);
    std::set<int> marked;
    for (int day = 0; day <= days; day += step) marked.insert(record->last_day + day);
    marked.insert(known.today);
    marked.insert(due);
    for (const int day : marked) {
        const double chance = known.chance(*record, day);
        const std::string when =
            day == known.today ? known.words.text("memory.today") : day_text(known.words, day, known.today);
        std::string label;
        if (day == known.today) label = when;
        else if (day == due)
            label = due < known.today
                        ? known.words.text("know.was_due")
                        : known.words.text("know.next_time", {{"when", when_text(known.words, due - known.today)}});
        const bool missed = day == known.today && known.missed_today(*record);
        chart.points.push_back(
            {.text = known.words.text(missed ? "know.chart_missed" : "know.chart_text",
                                      {{"when", capitalised(when)}, {"what", known.percent(chance)}}),
             .label = std::move(label),
             .value = chance,
             .now = day == known.today});
        chart.points.back().x = static_cast<double>(day - record->last_day) / days;
    }
    return chart;
}

} // namespace chelate::screens
