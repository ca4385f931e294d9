#include "engine/quiz/pool.hpp"

#include <algorithm>

namespace chelate::quiz {

namespace {

template <class T>
bool holds(const std::vector<T>& list, const T& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

std::vector<content::MechanismId> mechanisms_of(const content::Pack& pack, const Question& question) {
    std::vector<content::MechanismId> found = question.mechanisms;
    for (const auto& id : question.claims) {
        const auto claim = pack.claims.find(id);
        if (claim != pack.claims.end())
            found.insert(found.end(), claim->second.mechanisms.begin(), claim->second.mechanisms.end());
    }
    for (const auto& id : question.predictions) {
        const auto prediction = content::prediction_named(pack.models, id);
        if (prediction && !prediction->model->mechanism.empty()) found.push_back(prediction->model->mechanism);
    }
    return found;
}

/// Returns the item by which progress saved before items named their pack refers to a question.
ItemId item_without_pack(const Question& question) { return {ItemKind::question, question.id}; }

} // namespace

std::vector<content::SubjectId> subjects_of(const content::Pack& pack, const Question& question) {
    std::vector<content::SubjectId> found;
    const auto add = [&](const content::SubjectId& id) {
        if (!holds(found, id)) found.push_back(id);
    };
    const auto add_all = [&](const auto& ids, const auto& known) {
        for (const auto& id : ids) {
            const auto item = known.find(id);
            if (item == known.end()) continue; // a journal may refer to an item that this pack no longer has
            for (const auto& subject : item->second.subjects) add(subject);
        }
    };
    for (const auto& id : question.facts) {
        const auto fact = pack.facts.find(id);
        if (fact != pack.facts.end()) add(fact->second.subject);
    }
    add_all(question.claims, pack.claims);
    add_all(question.mechanisms, pack.mechanisms);
    return found;
}

std::vector<ItemId> items_of(const Question& question) {
    std::vector<ItemId> items;
    items.reserve(question.facts.size() + question.claims.size() + question.mechanisms.size() +
                  question.predictions.size());
    for (const auto& id : question.facts) items.push_back(content::item_of(id));
    for (const auto& id : question.claims) items.push_back(content::item_of(id));
    for (const auto& id : question.mechanisms) items.push_back(content::item_of(id));
    for (const auto& id : question.predictions) items.push_back(content::item_of(id));
    return items;
}

ItemId own_item(const Question& question, std::string_view pack) {
    return {ItemKind::question, std::string(pack) + '/' + question.id};
}

std::vector<ItemId> remembered_items(const Question& question, std::string_view pack) {
    std::vector<ItemId> items = items_of(question);
    if (items.empty() && is_marked(question)) items.push_back(own_item(question, pack));
    return items;
}

PoolFilter::PoolFilter(const content::Pool& pool)
    : pool_(pool), topics_(pool.topics), subjects_(pool.subjects), mechanisms_(pool.mechanisms) {}

bool PoolFilter::is_about(const content::Pack& pack, const Question& question) const {
    if (!pool_.excluded_items.empty() && (pool_.excluded_items.contains_any_of(items_of(question)) ||
                                          pool_.excluded_items.contains(own_item(question, pack.id)) ||
                                          pool_.excluded_items.contains(item_without_pack(question))))
        return false;
    return topics_.wants(question.topic) && (pool_.kinds.empty() || holds(pool_.kinds, question.kind)) &&
           (pool_.subjects.empty() || subjects_.wants_any_of(subjects_of(pack, question))) &&
           (pool_.mechanisms.empty() || mechanisms_.wants_any_of(mechanisms_of(pack, question))) &&
           (pool_.items.empty() || pool_.items.contains_any_of(remembered_items(question, pack.id)));
}

bool PoolFilter::has_wanted_difficulty(const Question& question) const {
    return pool_.difficulties.empty() || holds(pool_.difficulties, question.difficulty);
}

} // namespace chelate::quiz
