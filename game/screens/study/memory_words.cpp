#include "game/screens/study/memory_words.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <set>

#include "engine/base/text.hpp"
#include "engine/quiz/pool.hpp"
#include "engine/study/crediting.hpp"
#include "engine/study/plan.hpp"
#include "engine/study/study_queue.hpp"
#include "game/session/rounds.hpp"
#include "game/session/study.hpp"

namespace chelate::screens {

namespace {

constexpr std::size_t longest_question_name = 120; ///< graphemes of a prompt that names its question in a list

const std::string* short_name_of(const content::Pack& pack, std::string_view subject) {
    const auto found = pack.subjects.find(content::SubjectId{std::string(subject)});
    return found == pack.subjects.end() ? nullptr : &found->second.short_name;
}

std::string attribute_name(const content::Pack& pack, const content::AttributeId& id) {
    const auto found = pack.attributes.find(id);
    return found == pack.attributes.end() ? id.value : found->second.name;
}

std::string fact_name(const content::Pack& pack, const text::Language& words, const std::string& id) {
    const auto found = pack.facts.find(content::FactId{id});
    if (found == pack.facts.end()) return id;
    const std::string* subject = short_name_of(pack, found->second.subject.value);
    return words.text("memory.fact", {{"thing", subject != nullptr ? *subject : found->second.subject.value},
                                      {"attribute", attribute_name(pack, found->second.attribute)}});
}

std::string pair_name(const content::Pack& pack, const text::Language& words, const study::SubjectPair& pair) {
    const auto name = [&](const content::SubjectId& subject) {
        const std::string* found = short_name_of(pack, subject.value);
        return found != nullptr ? *found : subject.value;
    };
    return words.text(
        "memory.pair",
        {{"one", name(pair.one)}, {"other", name(pair.other)}, {"attribute", attribute_name(pack, pair.attribute)}});
}

std::string prediction_name(const content::Pack& pack, const text::Language& words, const std::string& id) {
    const auto known = content::prediction_named(pack.models, content::PredictionId{id});
    if (!known) return id;
    return words.text("memory.prediction", {{"input", known->changed().name}, {"output", known->asked().name}});
}

/// Returns the question that an item of its own stands for; null when it is no such item, or of another pack.
const content::AuthoredQuestion* question_of_item(const content::Pack& pack, const ItemId& item) {
    if (item.kind != ItemKind::question || !item.id.starts_with(pack.id + '/')) return nullptr;
    const auto found = pack.questions.find(content::QuestionId{item.id.substr(pack.id.size() + 1)});
    return found == pack.questions.end() ? nullptr : &found->second;
}

/// Returns how many of the revealed questions exercised an item.
std::ptrdiff_t times_revealed(const std::vector<quiz::RevealedQuestion>& revealed, std::string_view pack,
                              const ItemId& item) {
    return std::count_if(revealed.begin(), revealed.end(), [&](const quiz::RevealedQuestion& one) {
        const auto items = quiz::remembered_items(*one.reveal.question, pack);
        return std::find(items.begin(), items.end(), item) != items.end();
    });
}

/// Returns what the player remembers after the round under way; null when nothing is remembered, or when the round is
/// practice and leaves the schedule as it is.
const study::LearnerModel* learner_after(const session::Study& study, const session::Rounds& rounds) {
    const bool practice = rounds.plan().study_round.value_or(quiz::StudyRound{}).practice;
    return practice ? nullptr : study.learner();
}

/// @pre something is remembered
int days_until(const session::Study& study, const ItemId& item, const memory::MemoryRecord& record) {
    return study::due_day(item, record, study.learner()->fsrs(), study.settings()) - study.today();
}

} // namespace

std::string item_name(const content::Pack& pack, const text::Language& words, const ItemId& item) {
    if (item.kind == ItemKind::fact) return fact_name(pack, words, item.id);
    if (const auto pair = study::pair_of(item)) return pair_name(pack, words, *pair);
    if (item.kind == ItemKind::claim) {
        const auto claim = pack.claims.find(content::ClaimId{item.id});
        if (claim == pack.claims.end()) return item.id;
        const content::Claim& known = claim->second;
        // What a person knows about a wrong statement is its correction, or else the verdict on it.
        std::string statement = known.correction.empty() ? known.statement : known.correction;
        if (statement.ends_with('.')) statement.pop_back(); // what follows ends the sentence
        if (known.verdict == content::Verdict::supported || !known.correction.empty()) return statement;
        return words.text("memory.judged", {{"statement", statement},
                                            {"verdict", pack.words.verdicts[static_cast<std::size_t>(known.verdict)]}});
    }
    if (item.kind == ItemKind::prediction) return prediction_name(pack, words, item.id);
    if (const content::AuthoredQuestion* question = question_of_item(pack, item))
        return shortened(tidied(showable_line(question->prompt)), longest_question_name);
    const auto mechanism = pack.mechanisms.find(content::MechanismId{item.id});
    return mechanism == pack.mechanisms.end() ? item.id : mechanism->second.name;
}

std::string when_text(const text::Language& words, int days) {
    if (days <= 0) return words.text("memory.today");
    if (days == 1) return words.text("memory.tomorrow");
    if (days < 21) return words.plural("memory.in_days", days);
    if (days < 70) return words.plural("memory.in_weeks", (days + 3) / 7);
    if (days < 700) return words.plural("memory.in_months", (days + 15) / 30);
    return words.plural("memory.in_years", (days + 182) / 365);
}

std::string day_text(const text::Language& words, int day, int today) {
    const auto date_of = [](int number) {
        return std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(number)));
    };
    const auto date = date_of(day);
    const text::Args parts{{"day", std::to_string(static_cast<unsigned>(date.day()))},
                           {"month", words.text("month." + std::to_string(static_cast<unsigned>(date.month())))},
                           {"year", std::to_string(static_cast<int>(date.year()))}};
    return words.text(date.year() == date_of(today).year() ? "date.day" : "date.day_year", parts);
}

std::vector<content::SubjectId> subjects_of_item(const content::Pack& pack, const ItemId& item) {
    std::vector<content::SubjectId> found;
    if (item.kind == ItemKind::fact) {
        if (const auto fact = pack.facts.find(content::FactId{item.id}); fact != pack.facts.end())
            found = {fact->second.subject};
    } else if (const auto pair = study::pair_of(item)) {
        found = {pair->one, pair->other};
    } else if (const auto claim = pack.claims.find(content::ClaimId{item.id});
               item.kind == ItemKind::claim && claim != pack.claims.end()) {
        found = claim->second.subjects;
    } else if (const auto mechanism = pack.mechanisms.find(content::MechanismId{item.id});
               mechanism != pack.mechanisms.end()) {
        found = mechanism->second.subjects;
    }
    std::erase_if(found, [&](const content::SubjectId& subject) { return !pack.subjects.contains(subject); });
    return found;
}

std::vector<ItemId> facts_of_pair(const content::Pack& pack, const ItemId& item) {
    std::vector<ItemId> found;
    const auto pair = study::pair_of(item);
    for (const auto& [id, fact] : pack.facts) {
        if (pair && fact.askable && fact.attribute == pair->attribute &&
            (fact.subject == pair->one || fact.subject == pair->other))
            found.push_back(content::item_of(id));
    }
    return found;
}

std::string what_comes(const text::Language& words, const study::DayPlan& plan) {
    const auto due = static_cast<std::int64_t>(plan.due.size());
    const auto fresh = static_cast<std::int64_t>(plan.fresh.size());
    const bool only_questions = std::all_of(plan.fresh.begin(), plan.fresh.end(),
                                            [](const ItemId& item) { return item.kind == ItemKind::question; });
    const std::string new_ones = words.plural(only_questions ? "home.new_questions" : "home.new", fresh);
    if (due == 0) return new_ones;
    if (fresh == 0) return words.plural("home.due", due);
    return words.text("home.due_and_new", {{"due", words.plural("home.due", due)}, {"new", new_ones}});
}

std::string done_text(const session::Study& study, const text::Language& words, const study::DayPlan& today) {
    const auto tomorrow = study.day_plan(1);
    const std::string what =
        tomorrow && !tomorrow->empty() ? what_comes(words, *tomorrow) : words.text("home.nothing_tomorrow");
    return words.text(today.answered > 0 ? "home.done_today" : "home.nothing_due", {{"what", what}});
}

std::string recall_text(const text::Language& words, memory::Recall recall) {
    static constexpr std::array<const char*, 8> recalls{
        "recall.wrong",   "recall.wrong_pair",         "recall.partly", "recall.helped",
        "recall.guessed", "recall.guessed_then_wrong", "recall.right",  "recall.sure"};
    return words.text(recalls[static_cast<std::size_t>(recall)]);
}

std::vector<std::string> remembered_lines(const session::Study& study, const session::Rounds& rounds,
                                          const content::Pack& pack, const text::Language& words, int number) {
    const study::LearnerModel* learner = learner_after(study, rounds);
    std::vector<std::string> lines;
    if (learner == nullptr) return lines;
    const std::vector<quiz::RevealedQuestion> revealed = rounds.revealed();
    const auto asked = std::find_if(revealed.begin(), revealed.end(),
                                    [&](const quiz::RevealedQuestion& one) { return one.number == number; });
    if (asked == revealed.end()) return lines;
    const bool is_study_round = rounds.plan().study_round.has_value();
    // Items with the same recall and the same next review share a line.
    std::vector<std::pair<std::string, std::vector<std::string>>> alike;
    for (const ItemId& item : quiz::remembered_items(*asked->reveal.question, pack.id)) {
        const memory::MemoryRecord* record = learner->find(item);
        if (record == nullptr) continue;
        // A missed item returns in the same study round, unless it has returned as often as it may.
        const bool here = is_study_round && record->last_rating == memory::Rating::again &&
                          times_revealed(revealed, pack.id, item) <= study::StudyQueue::most_returns;
        const std::string said =
            words.text("memory.comes_back", {{"recalled", recall_text(words, record->last_recall)},
                                             {"when", here ? words.text("memory.this_study_round")
                                                           : when_text(words, days_until(study, item, *record))}});
        const auto same =
            std::find_if(alike.begin(), alike.end(), [&](const auto& line) { return line.first == said; });
        std::string name = item_name(pack, words, item);
        if (same != alike.end()) same->second.push_back(std::move(name));
        else alike.push_back({said, {std::move(name)}});
    }
    for (const auto& [said, names] : alike) {
        if (alike.size() == 1 || names.size() > 3) {
            lines.push_back(said);
            continue;
        }
        std::string list;
        for (const std::string& name : names) list += (list.empty() ? "" : "; ") + name;
        lines.push_back(words.text("memory.of", {{"what", list}, {"said", said}}));
    }
    return lines;
}

std::vector<std::string> return_lines(const session::Study& study, const session::Rounds& rounds,
                                      const content::Pack& pack, const text::Language& words) {
    const study::LearnerModel* learner = learner_after(study, rounds);
    std::vector<std::string> lines;
    if (learner == nullptr) return lines;
    std::vector<std::pair<int, ItemId>> returns;
    std::set<ItemId> seen;
    for (const quiz::RevealedQuestion& asked : rounds.revealed()) {
        if (asked.reveal.voided) continue;
        for (ItemId& item : quiz::remembered_items(*asked.reveal.question, pack.id)) {
            const memory::MemoryRecord* record = learner->find(item);
            if (record == nullptr || !seen.insert(item).second) continue;
            returns.emplace_back(days_until(study, item, *record), std::move(item));
        }
    }
    std::sort(returns.begin(), returns.end());
    for (const auto& [days, item] : returns) {
        lines.push_back(
            words.text("memory.returns", {{"what", item_name(pack, words, item)}, {"when", when_text(words, days)}}));
    }
    return lines;
}

} // namespace chelate::screens
