#include "engine/study/study_queue.hpp"

#include <algorithm>
#include <deque>
#include <limits>
#include <set>
#include <utility>

#include "engine/study/crediting.hpp"

namespace chelate::study {

using memory::Recall;
using quiz::QuestionCandidate;

namespace {

/// What a question loses when it should not be asked while there is another: it was asked today, has two answers like
/// the last question on its item, or is the twin of one. The first two weigh more.
constexpr int poor = 300;
/// What a question loses in a person's first session when it is not easy or not on a basic topic: more than anything
/// else weighs.
constexpr int not_for_beginners = 2500;

bool is_pair(const ItemId& item) { return item.kind == ItemKind::pair; }
bool is_miss(Recall recall) {
    return rating_of(recall, false) == memory::Rating::again || recall == Recall::guessed_then_wrong;
}

bool is_verdict(const QuestionCandidate& candidate) {
    return candidate.key && candidate.key->scale == quiz::AnswerScale::verdict;
}

/// Returns the due items in an order in which no topic follows itself while there is another. Each stays as near to
/// its place as that allows.
std::vector<ItemId> mixed(const std::vector<Due>& due, const std::map<ItemId, content::TopicId>& topics) {
    std::map<content::TopicId, std::deque<std::size_t>> left; // by topic: places in `due`
    for (std::size_t i = 0; i < due.size(); ++i) left[topics.at(due[i].item)].push_back(i);
    std::map<std::size_t, const content::TopicId*> next; // the first place of each topic
    for (const auto& [topic, places] : left) next.emplace(places.front(), &topic);
    std::vector<ItemId> order;
    const content::TopicId* last = nullptr;
    while (!next.empty()) {
        auto chosen = next.begin();
        if (chosen->second == last && next.size() > 1) ++chosen;
        const auto [place, topic] = *chosen;
        next.erase(chosen);
        order.push_back(due[place].item);
        last = topic;
        std::deque<std::size_t>& places = left.at(*topic);
        places.pop_front();
        if (!places.empty()) next.emplace(places.front(), topic);
    }
    return order;
}

/// Returns the due items with the new ones spread between them in blocks.
std::vector<ItemId> woven(const std::vector<ItemId>& due, const std::vector<ItemId>& fresh, std::size_t block) {
    const std::size_t blocks = (fresh.size() + block - 1) / block;
    std::vector<ItemId> order;
    std::size_t taken = 0;
    for (std::size_t i = 0; i <= blocks; ++i) {
        const std::size_t until = due.size() * (i + 1) / (blocks + 1);
        for (; taken < until; ++taken) order.push_back(due[taken]);
        for (std::size_t j = i * block; j < std::min(fresh.size(), (i + 1) * block); ++j) order.push_back(fresh[j]);
    }
    return order;
}

} // namespace

std::vector<ItemId> exercised_by(const QuestionCandidate& candidate) {
    std::vector<ItemId> items = candidate.items;
    if (candidate.compared.size() == 2 && !candidate.attribute.empty())
        items.push_back(pair_item(candidate.attribute, candidate.compared[0], candidate.compared[1]));
    return items;
}

std::vector<Learnable> learnables_of(const std::vector<QuestionCandidate>& candidates) {
    std::vector<Learnable> all;
    std::vector<Learnable> pairs;
    std::set<ItemId> seen;
    std::set<ItemId> starters;
    for (const QuestionCandidate& candidate : candidates) {
        for (ItemId& item : exercised_by(candidate)) {
            if (is_starter(candidate)) starters.insert(item);
            if (!seen.insert(item).second) continue;
            const bool pair = is_pair(item);
            (pair ? pairs : all).push_back({std::move(item), candidate.topic, pair});
        }
    }
    for (Learnable& learnable : all) learnable.is_starter = starters.contains(learnable.item);
    std::move(pairs.begin(), pairs.end(), std::back_inserter(all));
    return all;
}

/// What has happened to the items so far in this round.
struct StudyQueue::Course {
    struct Item {
        int last = -1;   ///< index of the last question on it
        int missed = -1; ///< index of the last miss; -1: not missed since
        int misses = 0;
        int returns = 0; ///< questions on it after its first miss
        bool sure_and_wrong = false;
        bool last_two_way = false;
        bool as_statement = false; ///< it was asked as a statement that is true or false
        bool contrasted = true;    ///< a pair: it was compared side by side since it was missed too often
        int contrasts = 0;         ///< times it was compared side by side
    };
    int now = 0; ///< questions asked
    std::map<ItemId, Item> items;
    std::set<std::string> questions; ///< ids of the questions asked
    std::string last_kind;
    content::TopicId last_topic;
    quiz::KeyBalance balance;

    [[nodiscard]] const Item* find(const ItemId& item) const {
        const auto found = items.find(item);
        return found == items.end() ? nullptr : &found->second;
    }
};

StudyQueue::StudyQueue(std::vector<QuestionCandidate> candidates, const DayPlan& plan, const LearnerModel& learner,
                       std::uint64_t seed)
    : candidates_(std::move(candidates)), seed_(seed) {
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
        exercised_.push_back(exercised_by(candidates_[i]));
        for (const ItemId& item : exercised_.back()) {
            by_item_[item].push_back(i);
            topics_.try_emplace(item, candidates_[i].topic);
        }
    }
    for (const auto& [item, indices] : by_item_) {
        const memory::MemoryRecord* record = learner.find(item);
        if (record == nullptr) continue;
        known_[item] = {
            record->misses,
            learner.fsrs().retrievability(std::max(0, plan.today - record->last_day), record->state.stability),
            record->last_two_way};
        if (!is_pair(item)) spare_.push_back(item);
    }
    std::stable_sort(spare_.begin(), spare_.end(), [&](const ItemId& a, const ItemId& b) {
        return known_.at(a).retrievability < known_.at(b).retrievability;
    });
    std::vector<Due> due;
    std::copy_if(plan.due.begin(), plan.due.end(), std::back_inserter(due),
                 [&](const Due& one) { return by_item_.contains(one.item); });
    std::vector<ItemId> fresh;
    std::copy_if(plan.fresh.begin(), plan.fresh.end(), std::back_inserter(fresh),
                 [&](const ItemId& item) { return by_item_.contains(item); });
    queue_ = woven(mixed(due, topics_), fresh, block);
    planned_.insert(queue_.begin(), queue_.end());
}

int StudyQueue::expected() const { return static_cast<int>(queue_.size()); }

StudyQueue::Course StudyQueue::course_of(const quiz::SessionState& state) const {
    Course course;
    for (const quiz::QuestionRecord& asked : state.asked) {
        const int place = course.now++;
        const bool is_new = course.questions.insert(asked.question->id).second;
        course.last_kind = std::string(content::row_of(asked.question->kind).name);
        course.last_topic = asked.question->topic;
        const bool two_way = is_two_way(*asked.question);
        const auto key = quiz::scale_key_of(*asked.question);
        if (key && is_new) course.balance.add(*key);
        if (asked.voided || !asked.revealed || asked.answers.empty() || !asked.answers.front()) continue;
        const bool hinted = !asked.attempts.empty() && asked.attempts.front().hints > 0;
        const quiz::Judgement& answer = *asked.answers.front();
        for (const Exercised& one : exercised(*asked.question, state.plan.pack, asked.display_order, answer, hinted)) {
            Course::Item& item = course.items[one.item];
            if (item.misses > 0) ++item.returns;
            item.last = place;
            item.last_two_way = two_way;
            if (key && key->scale == quiz::AnswerScale::truth) item.as_statement = true;
            if (is_miss(one.recall)) {
                item.missed = place;
                ++item.misses;
                item.sure_and_wrong = answer.confidence == quiz::Confidence::sure;
            } else {
                item.missed = -1;
            }
            if (!is_pair(one.item)) continue;
            const auto known = known_.find(one.item);
            const int misses = item.misses + (known == known_.end() ? 0 : known->second.misses);
            if (is_miss(one.recall) && misses >= misses_for_contrast) item.contrasted = false;
            else if (two_way) item.contrasted = true;
            if (two_way && misses >= misses_for_contrast) ++item.contrasts;
        }
    }
    return course;
}

int StudyQueue::worth_of(std::size_t index, const ItemId& item, const Course& course, bool again) const {
    const QuestionCandidate& candidate = candidates_[index];
    const Course::Item* now = course.find(item);
    const auto before = known_.find(item);
    const bool after_two_way =
        now != nullptr ? now->last_two_way : before != known_.end() && before->second.last_two_way;
    int worth = 0;
    if (course.questions.contains(candidate.id)) worth -= again ? 1000 : 400; // prefer a different question
    if (candidate.two_way && after_two_way && !is_pair(item)) worth -= 500;
    // A claim and its twin tell each other's answer.
    if (now != nullptr && now->as_statement && candidate.key && candidate.key->scale == quiz::AnswerScale::truth)
        worth -= poor;
    // Each other verdict makes place for one that can only be asked as a verdict.
    if (is_verdict(candidate)) worth += 8;
    if (content::row_of(candidate.kind).name == course.last_kind) worth -= 2;
    if (before == known_.end() && now == nullptr) worth -= 3 * candidate.difficulty;
    if (known_.empty() && !is_starter(candidate)) worth -= not_for_beginners;
    for (const ItemId& other : exercised_[index]) {
        if (other == item || is_pair(other)) continue;
        if (course.find(other) != nullptr) worth -= 4; // its answer was shown a moment ago
        else if (planned_.contains(other)) worth += 3;
        else if (!known_.contains(other)) worth -= 6; // avoid a new item that is not planned
    }
    return worth;
}

std::optional<std::size_t> StudyQueue::question_on(const ItemId& item, const Course& course, bool again,
                                                   Keys keys) const {
    const auto candidates = by_item_.find(item);
    if (candidates == by_item_.end()) return std::nullopt;
    struct Choice {
        std::size_t index = 0;
        int worth = std::numeric_limits<int>::min();
        std::uint64_t lot = 0;
    };
    std::optional<Choice> best; // of all
    std::optional<Choice> allowed;
    const auto prefer = [](std::optional<Choice>& chosen, const Choice& other) {
        if (!chosen || other.worth > chosen->worth || (other.worth == chosen->worth && other.lot < chosen->lot))
            chosen = other;
    };
    Rng rng = stream_of(seed_, static_cast<std::uint64_t>(course.now));
    for (const std::size_t index : candidates->second) {
        const Choice choice{index, worth_of(index, item, course, again), rng.next()};
        const auto& key = candidates_[index].key;
        prefer(best, choice);
        // A question that was asked before tells nothing about which key is common, so what was missed can return.
        const bool is_repeat = again && course.questions.contains(candidates_[index].id);
        if (keys == Keys::any || !key || is_repeat || course.balance.allows(*key)) prefer(allowed, choice);
    }
    if (!allowed) return std::nullopt;
    if (keys == Keys::balanced_soon && best->worth - allowed->worth >= poor) return std::nullopt;
    const bool is_beginner = known_.empty();
    if (is_beginner && is_starter(candidates_[best->index]) && !is_starter(candidates_[allowed->index]))
        return std::nullopt;
    return allowed->index;
}

std::optional<std::size_t> StudyQueue::contrast(const Course& course, Keys) const {
    for (const auto& [item, state] : course.items) {
        // Not at once, because the answer was just shown.
        if (state.contrasted || state.missed < 0 || state.contrasts > most_returns || course.now - state.missed < 2)
            continue;
        const auto candidates = by_item_.find(item);
        if (candidates == by_item_.end()) continue;
        for (const bool fresh : {true, false}) {
            for (const std::size_t index : candidates->second) {
                if (candidates_[index].two_way && fresh != course.questions.contains(candidates_[index].id))
                    return index;
            }
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> StudyQueue::returning(const Course& course, Keys keys) const {
    std::optional<std::size_t> chosen;
    const Course::Item* best = nullptr;
    for (const auto& [item, state] : course.items) {
        if (is_pair(item) || state.missed < 0 || state.returns >= most_returns || course.now - state.missed <= spacing)
            continue;
        const bool first =
            best == nullptr ||
            (state.sure_and_wrong != best->sure_and_wrong ? state.sure_and_wrong : state.missed < best->missed);
        if (!first) continue;
        const auto question = question_on(item, course, true, keys);
        if (!question) continue;
        chosen = question;
        best = &state;
    }
    return chosen;
}

std::optional<std::size_t> StudyQueue::planned(const Course& course, Keys keys) const {
    std::optional<std::size_t> first;
    bool waiting = false; // an item is passed over until the keys allow it
    for (const ItemId& item : queue_) {
        if (course.find(item) != nullptr) continue;
        const auto question = question_on(item, course, false, keys);
        if (!question) waiting = true;
        else if (!first) first = question;
        if (first && !waiting) return first;
        // A verdict of another kind is what it waits for.
        if (question && is_verdict(candidates_[*question])) return question;
    }
    return first;
}

std::optional<std::size_t> StudyQueue::meanwhile(const Course& course, Keys keys) const {
    const bool something_waits = std::any_of(course.items.begin(), course.items.end(), [&](const auto& one) {
        return !is_pair(one.first) && one.second.missed >= 0 && one.second.returns < most_returns &&
               course.now - one.second.missed <= spacing;
    });
    if (!something_waits) return std::nullopt;
    for (const ItemId& item : spare_) {
        const Course::Item* state = course.find(item);
        if (state != nullptr) continue;
        if (const auto question = question_on(item, course, false, keys)) return question;
    }
    // On a person's first evening there is nothing but what was just asked, so take the item asked longest ago. A claim
    // comes last, because its explanation told the answer to everything that can be asked about it.
    const auto comes_before = [](const auto& a, const auto& b) {
        return std::pair(a->first.kind == ItemKind::claim, a->second.last) <
               std::pair(b->first.kind == ItemKind::claim, b->second.last);
    };
    auto oldest = course.items.end();
    for (auto one = course.items.begin(); one != course.items.end(); ++one) {
        if (is_pair(one->first) || one->second.missed >= 0 || course.now - one->second.last <= spacing) continue;
        if (oldest == course.items.end() || comes_before(one, oldest)) oldest = one;
    }
    return oldest != course.items.end() ? question_on(oldest->first, course, true, keys) : std::nullopt;
}

std::optional<std::size_t> StudyQueue::next(const quiz::SessionState& state) const {
    const Course course = course_of(state);
    if (state.plan.planned > 0 && course.now >= state.plan.planned) return std::nullopt;
    for (const auto choose :
         {&StudyQueue::contrast, &StudyQueue::returning, &StudyQueue::planned, &StudyQueue::meanwhile}) {
        if (const auto question = (this->*choose)(course, Keys::balanced_soon)) return question;
    }
    if (const auto question = planned(course, Keys::balanced)) return question;
    if (const auto question = returning(course, Keys::balanced)) return question;
    if (const auto question = planned(course, Keys::any)) return question;
    return std::nullopt;
}

} // namespace chelate::study
