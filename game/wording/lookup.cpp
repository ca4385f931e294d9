#include "game/wording/lookup.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "engine/base/text.hpp"
#include "engine/quiz/pool.hpp"
#include "engine/quiz/templates/templates.hpp"
#include "game/wording/wording.hpp"

namespace chelate::wording {

namespace {

void add_if(std::vector<std::string>& list, const std::string& text) {
    if (!text.empty()) list.push_back(text);
}

Entry entry_of(const content::Pack& pack, const content::Claim& claim, const text::Language& words) {
    Entry entry{.kind = EntryKind::claim,
                .title = claim.statement,
                .about = pack.words.verdicts[static_cast<std::size_t>(claim.verdict)]};
    add_if(entry.details, claim.explanation);
    entry.sources = citations(pack, claim.sources);
    if (claim.grade) {
        entry.details.push_back(
            words.text("lookup.grade", {{"question", claim.grade->question},
                                        {"certainty", words.text("certainty." + word_of(claim.grade->certainty))},
                                        {"size", words.text("size." + word_of(claim.grade->size))}}));
        if (!claim.grade->studies.empty()) entry.graded = claim.id;
    }
    add_if(entry.details,
           claim.not_graded.empty() ? "" : words.text("lookup.not_graded", {{"reason", claim.not_graded}}));
    if (claim.askable) entry.items = {content::item_of(claim.id)};
    return entry;
}

Entry entry_of(const content::Pack& pack, const content::Fact& fact, const text::Language& words) {
    const content::Attribute& attribute = pack.attributes.at(fact.attribute);
    const content::Subject& subject = pack.subjects.at(fact.subject);
    Entry entry{.kind = EntryKind::fact,
                .title = words.text(
                    "lookup.fact",
                    {{"subject", subject.name}, {"attribute", attribute.name}, {"value", value_text(pack, fact)}}),
                .about = fact.of};
    add_if(entry.details, fact.note);
    add_if(entry.details, attribute.caveat);
    entry.sources = citations(pack, fact.sources);
    if (fact.askable) entry.items = {content::item_of(fact.id)};
    return entry;
}

Entry entry_of(const content::Pack& pack, const content::Mechanism& mechanism) {
    Entry entry{.kind = EntryKind::mechanism, .title = mechanism.name, .about = mechanism.where};
    int number = 0;
    for (const content::Step& step : mechanism.steps)
        entry.details.push_back(std::to_string(++number) + ". " + step.text);
    add_if(entry.details, mechanism.note);
    add_if(entry.details, mechanism.caveat);
    entry.sources = citations(pack, mechanism.sources);
    if (mechanism.askable) entry.items = {content::item_of(mechanism.id)};
    if (mechanism.figure) entry.drawn = mechanism.id;
    return entry;
}

Entry entry_of(const content::Pack& pack, const content::Misconception& misconception) {
    Entry entry{.kind = EntryKind::misconception,
                .title = misconception.belief,
                .details = {misconception.tempting, misconception.correction}};
    entry.sources = citations(pack, misconception.sources);
    for (const auto& claim : misconception.claims) {
        const auto known = pack.claims.find(claim);
        if (known != pack.claims.end() && known->second.askable) entry.items.push_back(content::item_of(claim));
    }
    return entry;
}

Entry entry_of(const content::Pack& pack, const content::Conflict& conflict, const text::Language& words) {
    Entry entry{.kind = EntryKind::conflict, .title = conflict.name, .about = conflict.answer};
    for (const content::Side& side : conflict.sides) {
        std::string who;
        for (const auto& source : side.sources) {
            const content::Source& known = pack.sources.at(source);
            std::string name = known.authors.empty() ? known.title : known.authors;
            if (known.year) name += ' ' + std::to_string(*known.year);
            who += (who.empty() ? "" : "; ") + name;
        }
        entry.details.push_back(words.text("lookup.side", {{"who", who}, {"says", side.says}}));
    }
    add_if(entry.details, conflict.evidence);
    std::vector<content::SourceId> sources = conflict.sources;
    for (const content::Side& side : conflict.sides) {
        for (const auto& source : side.sources) {
            if (std::find(sources.begin(), sources.end(), source) == sources.end()) sources.push_back(source);
        }
    }
    entry.sources = citations(pack, sources);
    for (const auto& claim : conflict.claims) {
        if (pack.claims.at(claim).askable) entry.items.push_back(content::item_of(claim));
    }
    return entry;
}

/// Makes the entry of a subject: its name, its other names and what it is. Its sources are those of the facts about it.
/// @param facts  about the subject
Entry entry_of(const content::Pack& pack, const content::Subject& subject,
               const std::vector<const content::Fact*>& facts) {
    Entry entry{.kind = EntryKind::subject, .title = subject.name};
    entry.image = subject.image;
    for (const std::string& name : subject.also) entry.about += (entry.about.empty() ? "" : ", ") + name;
    add_if(entry.details, subject.about);
    add_if(entry.details, subject.compound.empty() ? "" : subject.compound + ": " + subject.formula);
    std::vector<content::SourceId> sources;
    std::set<content::SourceId> known;
    for (const content::Fact* fact : facts) {
        for (const auto& source : fact->sources) {
            if (known.insert(source).second) sources.push_back(source);
        }
        if (fact->askable) entry.items.push_back(content::item_of(fact->id));
    }
    entry.sources = citations(pack, sources);
    return entry;
}

Entry entry_of(const content::Pack& pack, const content::GlossaryEntry& word) {
    Entry entry{.kind = EntryKind::word, .title = word.word};
    for (const std::string& spelling : word.also) entry.about += (entry.about.empty() ? "" : ", ") + spelling;
    entry.details.push_back(word.meaning);
    entry.sources = citations(pack, word.sources);
    return entry;
}

Entry entry_of(const content::Pack& pack, const content::AuthoredQuestion& authored) {
    const quiz::Question question = quiz::authored_question(pack, authored);
    Entry entry{.kind = EntryKind::question,
                .title = tidied(showable_line(authored.prompt)),
                .about = quiz::key_text(question)};
    add_if(entry.details, authored.explanation);
    entry.items = quiz::remembered_items(question, pack.id);
    return entry;
}

/// Returns the facts by subject and then by attribute, each in the author's order.
std::vector<const content::Fact*> facts_in_authors_order(const content::Pack& pack) {
    std::vector<const content::Fact*> facts;
    for (const auto& [id, fact] : pack.facts) facts.push_back(&fact);
    const auto place = [&](const content::Fact* fact) {
        return std::pair(pack.subjects.at(fact->subject).place, pack.attributes.at(fact->attribute).place);
    };
    std::stable_sort(facts.begin(), facts.end(), [&](const auto* a, const auto* b) { return place(a) < place(b); });
    return facts;
}

} // namespace

std::string value_text(const content::Pack& pack, const content::Fact& fact) {
    const content::Attribute& attribute = pack.attributes.at(fact.attribute);
    if (!fact.text.empty()) return fact.text;
    if (fact.value) return content::shown_value(fact, attribute, pack.words);
    content::Fact low = fact;
    low.value = fact.low;
    content::Attribute bare = attribute;
    bare.unit.clear();
    content::Fact high = fact;
    high.value = fact.high;
    return content::shown_value(low, bare, pack.words) + "–" + content::shown_value(high, attribute, pack.words);
}

std::vector<std::string> citations(const content::Pack& pack, const std::vector<content::SourceId>& sources) {
    std::vector<std::string> cited;
    for (const auto& id : sources) cited.push_back(content::citation(pack.sources.at(id)));
    return cited;
}

std::vector<const content::Fact*> facts_of(const content::Pack& pack, const content::SubjectId& subject,
                                           const content::AttributeId& attribute) {
    std::vector<const content::Fact*> found;
    for (const auto& [id, fact] : pack.facts) {
        if (fact.subject == subject && fact.attribute == attribute) found.push_back(&fact);
    }
    return found;
}

std::vector<ComparedFact> compared_facts(const content::Pack& pack, const std::string& group,
                                         const content::AttributeId& attribute) {
    std::vector<ComparedFact> known;
    std::vector<ComparedFact> unknown;
    std::map<content::SubjectId, std::vector<const content::Fact*>> facts;
    for (const auto& [id, fact] : pack.facts) {
        if (fact.attribute == attribute) facts[fact.subject].push_back(&fact);
    }
    for (const content::Subject* subject : content::in_authors_order(pack.subjects)) {
        if (subject->group != group) continue;
        const auto found = facts.find(subject->id);
        if (found == facts.end()) unknown.push_back({subject, nullptr});
        else
            for (const content::Fact* fact : found->second) known.push_back({subject, fact});
    }
    const auto size = [](const ComparedFact& one) { return one.fact->value.value_or(one.fact->high.value_or(0)); };
    std::stable_sort(known.begin(), known.end(), [&](const auto& a, const auto& b) { return size(a) > size(b); });
    known.insert(known.end(), unknown.begin(), unknown.end());
    return known;
}

std::vector<Entry> entries_of(const content::Pack& pack, const text::Language& words) {
    std::vector<Entry> entries;
    std::map<content::SubjectId, std::vector<const content::Fact*>> facts;
    for (const auto& [id, fact] : pack.facts) facts[fact.subject].push_back(&fact);
    for (const content::Subject* subject : content::in_authors_order(pack.subjects))
        entries.push_back(entry_of(pack, *subject, facts[subject->id]));
    for (std::size_t i = 0; i < std::size(pack.words.verdicts); ++i) {
        const std::string& meaning = pack.words.verdict_meanings[i];
        if (!meaning.empty() && !pack.claims.empty())
            entries.push_back({.kind = EntryKind::word, .title = pack.words.verdicts[i], .details = {meaning}});
    }
    for (const content::GlossaryEntry& word : pack.glossary) entries.push_back(entry_of(pack, word));
    for (const auto& [id, claim] : pack.claims) entries.push_back(entry_of(pack, claim, words));
    for (const content::Fact* fact : facts_in_authors_order(pack)) entries.push_back(entry_of(pack, *fact, words));
    for (const auto& [id, mechanism] : pack.mechanisms) entries.push_back(entry_of(pack, mechanism));
    for (const auto& [id, misconception] : pack.misconceptions) entries.push_back(entry_of(pack, misconception));
    for (const auto& [id, conflict] : pack.conflicts) entries.push_back(entry_of(pack, conflict, words));
    for (const auto& [id, question] : pack.questions) {
        if (question.exercises.empty() && content::row_of(question.kind).is_marked)
            entries.push_back(entry_of(pack, question));
    }
    for (Entry& entry : entries) {
        std::string all = entry.title + ' ' + entry.about;
        for (const std::string& detail : entry.details) all += ' ' + detail;
        entry.heading = folded(entry.title);
        entry.all = folded(all);
    }
    return entries;
}

std::vector<const Entry*> found_in(const std::vector<Entry>& entries, std::string_view query) {
    std::vector<std::string> wanted;
    std::istringstream words(folded(query));
    for (std::string word; words >> word;) wanted.push_back(word);
    const auto holds_all = [&](const std::string& text) {
        return std::all_of(wanted.begin(), wanted.end(),
                           [&](const std::string& word) { return text.find(word) != std::string::npos; });
    };
    std::vector<const Entry*> found;
    for (const Entry& entry : entries) {
        if (holds_all(entry.all)) found.push_back(&entry);
    }
    std::stable_partition(found.begin(), found.end(), [&](const Entry* entry) { return holds_all(entry->heading); });
    return found;
}

} // namespace chelate::wording
