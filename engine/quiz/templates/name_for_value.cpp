// Asks which subject has a value; the player types the name.
#include <numeric>
#include <tuple>

#include "engine/quiz/interactions/write_text.hpp"
#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Fact;
using content::Pack;
using content::Template;

/// The names of a group's subjects, to find those that resemble a name.
struct NameList {
    struct Name {
        const content::Subject* subject;
        std::string text;
        std::string compared{}; ///< as answers are compared; empty in a short list
    };
    std::vector<Name> names;           ///< in the order of the pack
    std::vector<std::size_t> forward;  ///< names in alphabetical order; empty in a short list
    std::vector<std::size_t> backward; ///< names in alphabetical order of their reversed texts; empty in a short list
};

namespace {

/// Up to this number, a question lists the names of all other subjects. Of more, it lists those that resemble its own.
constexpr std::size_t most_names = 600;
/// How many neighbours on each side, in each of the two alphabetical orders, count as similar.
constexpr std::size_t neighbours = 16;

void add_names(const content::Subject& subject, std::vector<std::string>& names) {
    names.push_back(subject.name);
    names.push_back(subject.short_name);
    if (!subject.compound.empty()) names.push_back(subject.compound);
    names.insert(names.end(), subject.also.begin(), subject.also.end());
}

std::shared_ptr<const NameList> names_of(const Pack& pack, const std::string& group) {
    auto list = std::make_shared<NameList>();
    for (const auto& [id, subject] : pack.subjects) {
        if (subject.group != group) continue;
        std::vector<std::string> names;
        add_names(subject, names);
        for (std::string& name : names) list->names.push_back({&subject, std::move(name)});
    }
    if (list->names.size() <= most_names) return list;
    for (NameList::Name& name : list->names) name.compared = comparable(name.text);
    list->forward.resize(list->names.size());
    std::iota(list->forward.begin(), list->forward.end(), std::size_t{0});
    list->backward = list->forward;
    const auto& names = list->names;
    std::sort(list->forward.begin(), list->forward.end(), [&](std::size_t a, std::size_t b) {
        return std::tie(names[a].compared, a) < std::tie(names[b].compared, b);
    });
    const auto reversed = [&](std::size_t i) {
        return std::string(names[i].compared.rbegin(), names[i].compared.rend());
    };
    std::vector<std::pair<std::string, std::size_t>> keyed;
    for (const std::size_t i : list->backward) keyed.emplace_back(reversed(i), i);
    std::sort(keyed.begin(), keyed.end());
    for (std::size_t i = 0; i < keyed.size(); ++i) list->backward[i] = keyed[i].second;
    return list;
}

/// Adds the names on both sides of a name in an alphabetical order.
/// @param before  whether one name comes before another in this order
template <class Before>
void add_neighbours(const std::vector<std::size_t>& order, const Before& before, std::set<std::size_t>& found) {
    const auto at = static_cast<std::size_t>(std::partition_point(order.begin(), order.end(), before) - order.begin());
    const std::size_t first = at < neighbours ? 0 : at - neighbours;
    for (std::size_t i = first; i < std::min(order.size(), at + neighbours); ++i) found.insert(order[i]);
}

/// Returns the names of other subjects that a typed answer might mean. A slip of the pen leaves the beginning or the
/// end of a name as it is, so similar names are neighbours in one of the two alphabetical orders.
std::vector<std::string> other_names(const NameList& list, const content::Subject& key,
                                     const std::vector<std::string>& own) {
    std::set<std::size_t> found;
    if (list.forward.empty()) {
        for (std::size_t i = 0; i < list.names.size(); ++i) found.insert(found.end(), i);
    }
    for (const std::string& name : own) {
        if (list.forward.empty()) break;
        const std::string text = comparable(name);
        add_neighbours(
            list.forward, [&](std::size_t i) { return list.names[i].compared < text; }, found);
        add_neighbours(
            list.backward,
            [&](std::size_t i) {
                const std::string& other = list.names[i].compared;
                return std::lexicographical_compare(other.rbegin(), other.rend(), text.rbegin(), text.rend());
            },
            found);
    }
    std::vector<std::string> others;
    for (const std::size_t i : found) {
        if (list.names[i].subject != &key) others.push_back(list.names[i].text);
    }
    return others;
}

std::vector<Candidate> name_for_value_candidates(const Pack& pack, const Template& source) {
    std::vector<Candidate> found = keys_of(pack, askable_facts(pack, source), 2);
    if (found.empty()) return found;
    const auto names = names_of(pack, source.group);
    for (Candidate& candidate : found) candidate.names = names;
    return found;
}

Question make_name_for_value(const Pack& pack, const Template& source, const Candidate& candidate, Rng&) {
    const Fact& key = *candidate.facts[0];
    Question question = begun(source, Kind::typed, key.topic);
    question.id += ":" + key.id.value;
    question.facts = {key.id};
    WriteText interaction;
    std::vector<std::string> names;
    const content::Subject& subject = pack.subjects.at(key.subject);
    add_names(subject, names);
    for (const std::string& name : names) interaction.accepted.push_back({name, 100});
    interaction.others = other_names(*candidate.names, subject, names);
    question.prompt = capitalised(filled(source.prompt, {{"value", value_of(pack, key)}, {"of", key.of}}));
    question.interaction = std::move(interaction);
    question.explanation = capitalised(
        filled(source.explanation,
               {{"subject", sentence_name(pack, key.subject)}, {"value", value_of(pack, key)}, {"of", key.of}}));
    question.difficulty = 3; // hard, because there is nothing to choose from
    question.basis = {.rule = Rule::name_of_value, .attribute = source.attribute, .value = key.value};
    return question;
}

} // namespace

const Recipe name_for_value_recipe{name_for_value_candidates, make_name_for_value};

} // namespace chelate::quiz
