#include "engine/study/crediting.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/quiz/pool.hpp"

namespace chelate::study {

using memory::Recall;
using quiz::Judgement;
using quiz::Question;

namespace {

bool is_under_half(Fraction credit) { return credit < Fraction{1, 2}; }

/// Returns how a question as a whole was recalled.
Recall recall_of(const Judgement& answer, bool hinted) {
    const Fraction credit = answer.award.credit;
    if (!answer.response || is_under_half(credit)) return Recall::wrong;
    if (credit != Fraction::one()) return Recall::partly;
    if (hinted || answer.award.help != Fraction::one()) return Recall::helped;
    if (answer.confidence == quiz::Confidence::guess) return Recall::guessed;
    return answer.confidence == quiz::Confidence::sure ? Recall::sure : Recall::right;
}

/// Returns whether a fact is about a subject. Ids of facts start with the subject: "thing.attribute".
bool is_of(const content::FactId& fact, const content::SubjectId& subject) {
    const std::string& id = fact.value;
    const std::string& of = subject.value;
    return !of.empty() && id.size() > of.size() && id.starts_with(of) && (id[of.size()] == '.' || id[of.size()] == '/');
}

/// Returns the right places of an order's items, in the order in which the person put them; empty when the question
/// is not an order or has no answer.
std::vector<std::uint8_t> places_of(const Question& question, const quiz::Order& display_order,
                                    const Judgement& answer) {
    std::vector<std::uint8_t> places;
    const auto* arranged = answer.response ? std::get_if<quiz::Arranged>(&*answer.response) : nullptr;
    if (arranged == nullptr || !std::holds_alternative<quiz::PutInOrder>(question.interaction)) return places;
    for (const std::uint8_t position : arranged->positions)
        places.push_back(display_order[position]); // an item's index is its right place
    return places;
}

/// Returns, by right place, whether the item there is on the wrong side of another.
std::vector<bool> misplaced(const std::vector<std::uint8_t>& places) {
    std::vector<bool> wrong(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t j = i + 1; j < places.size(); ++j) {
            if (places[i] > places[j]) wrong[places[i]] = wrong[places[j]] = true;
        }
    }
    return wrong;
}

/// Adds the pairs of an order: every pair in the wrong order, and of those in the right order only the neighbours.
void add_pairs_of_order(const Question& question, const std::vector<std::uint8_t>& places, Recall whole,
                        std::vector<Exercised>& found) {
    const auto& items = quiz::options_of(question.interaction);
    const auto add = [&](std::size_t a, std::size_t b, Recall recall) {
        if (items[a].subject.empty() || items[b].subject.empty()) return;
        found.push_back({pair_item(question.basis.attribute, items[a].subject, items[b].subject), recall});
    };
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t j = i + 1; j < places.size(); ++j) {
            if (places[i] > places[j]) add(places[j], places[i], Recall::wrong_pair);
            else if (places[j] == places[i] + 1)
                add(places[i], places[j], whole == Recall::wrong || whole == Recall::partly ? Recall::right : whole);
        }
    }
}

/// Adds the pair of a choice between things on one attribute. Of two options it is those two. Of more, it is the
/// right one and the one that was taken for it.
void add_pairs_of_choice(const Question& question, const quiz::Order& display_order, const Judgement& answer,
                         Recall whole, std::vector<Exercised>& found) {
    const auto* body = std::get_if<quiz::PickOne>(&question.interaction);
    const auto* picked = answer.response ? std::get_if<quiz::Picked>(&*answer.response) : nullptr;
    if (body == nullptr) return;
    const auto add = [&](std::size_t a, std::size_t b) {
        if (body->options[a].subject.empty() || body->options[b].subject.empty()) return;
        found.push_back(
            {pair_item(question.basis.attribute, body->options[a].subject, body->options[b].subject), whole});
    };
    if (body->options.size() == 2) add(0, 1);
    else if (picked != nullptr && whole == Recall::wrong && display_order[picked->position] != body->key)
        add(body->key, display_order[picked->position]);
}

} // namespace

ItemId pair_item(const content::AttributeId& attribute, const content::SubjectId& a, const content::SubjectId& b) {
    const auto& [first, second] = std::minmax(a.value, b.value);
    return {ItemKind::pair, attribute.value + ":" + first + "+" + second};
}

std::optional<SubjectPair> pair_of(const ItemId& item) {
    if (item.kind != ItemKind::pair) return std::nullopt;
    const std::size_t colon = item.id.find(':');
    const std::size_t plus = item.id.find('+');
    if (colon == std::string::npos || plus == std::string::npos || plus < colon) return std::nullopt;
    return SubjectPair{content::AttributeId{item.id.substr(0, colon)},
                       content::SubjectId{item.id.substr(colon + 1, plus - colon - 1)},
                       content::SubjectId{item.id.substr(plus + 1)}};
}

std::vector<Exercised> exercised(const Question& question, std::string_view pack, const quiz::Order& display_order,
                                 const Judgement& answer, bool hinted) {
    const Recall whole = recall_of(answer, hinted);
    const std::vector<std::uint8_t> places = places_of(question, display_order, answer);
    const std::vector<bool> wrong = misplaced(places);
    std::vector<Exercised> found;
    for (ItemId& item : quiz::remembered_items(question, pack)) found.push_back({std::move(item), whole});
    // Facts come first among the items. In an order, a fact whose subject is on the wrong side of another counts as
    // not known.
    for (std::size_t fact = 0; fact < question.facts.size() && !wrong.empty(); ++fact) {
        const auto& items = quiz::options_of(question.interaction);
        for (std::size_t place = 0; place < items.size(); ++place) {
            if (wrong[place] && is_of(question.facts[fact], items[place].subject))
                found[fact].recall = Recall::wrong_pair;
        }
    }
    if (!question.basis.attribute.empty()) {
        if (!places.empty()) add_pairs_of_order(question, places, whole, found);
        else add_pairs_of_choice(question, display_order, answer, whole, found);
    }
    return found;
}

bool is_two_way(const Question& question) {
    const auto* one = std::get_if<quiz::PickOne>(&question.interaction);
    return one != nullptr && one->options.size() == 2;
}

int chance_of(const Question& question) {
    if (const auto* one = std::get_if<quiz::PickOne>(&question.interaction))
        return 1000 / static_cast<int>(std::max<std::size_t>(1, one->options.size()));
    return 0; // other response modes are marked so that knowing nothing earns nothing on average
}

std::vector<memory::Review> reviews_of(const quiz::SessionId& name, const quiz::SessionHistory& session,
                                       std::size_t seat, std::span<const memory::Stamp> stamps) {
    const quiz::SessionState& state = session.state;
    if (state.plan.study_round && state.plan.study_round->practice) return {};
    std::map<int, memory::Stamp> answered;
    for (std::size_t i = 0; i < session.log.size() && i < stamps.size(); ++i) {
        const auto* judged = std::get_if<quiz::AnswerJudged>(&session.log[i].body);
        if (judged != nullptr && session.live[i] && quiz::seat_of(state, judged->player) == seat)
            answered[judged->number] = stamps[i];
    }
    std::vector<memory::Review> reviews;
    std::set<ItemId> guessed; // items answered right by a guess in this session
    int number = 0;
    for (const quiz::QuestionRecord& asked : state.asked) {
        ++number;
        if (!asked.revealed || asked.voided || seat >= asked.answers.size() || !asked.answers[seat] ||
            !quiz::is_marked(*asked.question))
            continue;
        const auto stamp = answered.find(number);
        if (stamp == answered.end()) continue; // not recorded yet
        const Judgement& answer = *asked.answers[seat];
        const bool hinted = seat < asked.attempts.size() && asked.attempts[seat].hints > 0;
        memory::Review review;
        review.session = name.value;
        review.number = number;
        review.stamp = stamp->second;
        review.kind = static_cast<std::uint8_t>(asked.question->kind);
        review.two_way = is_two_way(*asked.question);
        review.confidence = answer.confidence ? static_cast<int>(*answer.confidence) : 0;
        review.credit = static_cast<int>(rounded_product(1000, answer.award.credit));
        review.chance = chance_of(*asked.question);
        review.taken = answer.taken;
        for (Exercised& one : exercised(*asked.question, state.plan.pack, asked.display_order, answer, hinted)) {
            const bool missed = one.recall == Recall::wrong || one.recall == Recall::wrong_pair;
            if (one.recall == Recall::guessed) guessed.insert(one.item);
            else if (missed && guessed.contains(one.item)) one.recall = Recall::guessed_then_wrong;
            review.item = std::move(one.item);
            review.recall = one.recall;
            reviews.push_back(review);
            review.first = false;
        }
    }
    return reviews;
}

} // namespace chelate::study
