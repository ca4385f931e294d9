#include "engine/quiz/pool.hpp"

#include <algorithm>

namespace chelate::quiz {

namespace {

template <class T>
bool holds(const std::vector<T>& list, const T& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

template <class T>
bool meets(const std::vector<T>& wanted, const std::vector<T>& there) {
    return wanted.empty() || std::any_of(there.begin(), there.end(), [&](const T& one) { return holds(wanted, one); });
}

std::vector<content::MechanismId> mechanisms_of(const content::Pack& pack, const Question& question) {
    std::vector<content::MechanismId> found = question.mechanisms;
    for (const auto& id : question.claims) {
        const auto claim = pack.claims.find(id);
        if (claim != pack.claims.end())
            found.insert(found.end(), claim->second.mechanisms.begin(), claim->second.mechanisms.end());
    }
    return found;
}

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
    items.reserve(question.facts.size() + question.claims.size() + question.mechanisms.size());
    for (const auto& id : question.facts) items.push_back(content::item_of(id));
    for (const auto& id : question.claims) items.push_back(content::item_of(id));
    for (const auto& id : question.mechanisms) items.push_back(content::item_of(id));
    return items;
}

ItemId own_item(const Question& question) { return {ItemKind::question, question.id}; }

bool is_about(const content::Pack& pack, const content::Pool& pool, const Question& question) {
    if (!pool.excluded_items.empty() &&
        (pool.excluded_items.contains_any_of(items_of(question)) || pool.excluded_items.contains(own_item(question))))
        return false;
    return (pool.topics.empty() || holds(pool.topics, question.topic)) &&
           (pool.kinds.empty() || holds(pool.kinds, question.kind)) &&
           (pool.subjects.empty() || meets(pool.subjects, subjects_of(pack, question))) &&
           (pool.mechanisms.empty() || meets(pool.mechanisms, mechanisms_of(pack, question))) &&
           (pool.items.empty() || pool.items.contains_any_of(items_of(question)));
}

bool has_wanted_difficulty(const content::Pool& pool, const Question& question) {
    return pool.difficulties.empty() || holds(pool.difficulties, question.difficulty);
}

} // namespace chelate::quiz
