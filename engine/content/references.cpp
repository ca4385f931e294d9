// Checks that the items named by other items exist, and that no text breaks the rules that the pack asks for. Kinds are
// checked in an order in which each kind names only earlier kinds, so one pass leaves out everything that depends on
// something left out.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/text.hpp"
#include "engine/content/draft.hpp"
#include "engine/content/health_rules.hpp"
#include "engine/content/pack_texts.hpp"
#include "engine/content/rules.hpp"

namespace chelate::content {
namespace {

constexpr int most_suggestions = 30; ///< each suggestion compares against all ids of a kind

/// Returns the name of a kind without its article.
std::string plain_name_of(EntryKind kind) {
    const std::string_view name = name_of(kind);
    return std::string(name.substr(name.find(' ') + 1));
}

/// Returns how texts_of names a kind.
std::string text_kind_of(EntryKind kind) { return kind == EntryKind::breathing ? "breathing" : plain_name_of(kind); }

/// A text that breaks a rule of the pack.
struct BrokenText {
    std::string text;
    HealthProblem problem;

    [[nodiscard]] BrokenRule rule() const {
        return {"", text, problem.code, problem.why + ": " + json::in_quotes(problem.sentence)};
    }
};

/// Checks the texts and the references of one item at a time and reports what is wrong and what is missing.
class ReferenceCheck {
public:
    explicit ReferenceCheck(Draft& draft) : draft_(draft) {
        if (draft.pack.rules.empty()) return;
        const HealthRules rules;
        for (PackText& text : texts_of(draft.pack)) {
            if (auto problem = rules.problem_of(text))
                broken_texts_[{text.kind, text.id}].push_back({std::move(text.text), std::move(*problem)});
        }
    }

    /// Reports the texts of the manifest that break a rule. Without them there is no pack.
    void manifest_texts() {
        const auto found = broken_texts_.find({"pack", draft_.pack.id});
        if (found == broken_texts_.end()) return;
        for (const BrokenText& text : found->second) {
            const BrokenRule rule = text.rule();
            draft_.late_problems.push_back({0, whole_file, rule.key, rule.id, rule.code, rule.message, {}, {}});
        }
        draft_.refused = true;
    }

    /// Starts the check of an item, with its texts. @param id  must outlive the check of this item
    void begin(EntryKind kind, const std::string& id) {
        kind_ = kind;
        id_ = &id;
        sound_ = true;
        because_.clear();
        has_own_problem_ = false;
        if (broken_texts_.empty()) return;
        const auto found = broken_texts_.find({text_kind_of(kind), id});
        if (found == broken_texts_.end()) return;
        for (const BrokenText& text : found->second) broken(text.rule());
    }

    /// Returns whether an id names an item in the pack, that is, an item that was read and not left out.
    [[nodiscard]] bool is_there(EntryKind kind, const std::string& id) const {
        const auto& entries = draft_.entries_of(kind);
        const auto entry = entries.find(id);
        return entry != entries.end() && !entry->second.left_out;
    }

    template <class IdType>
    void name(std::string_view key, EntryKind kind, const IdType& id) {
        if (!id.empty() && !is_there(kind, id.value)) report_missing(key, kind, id.value);
    }
    template <class IdType>
    void names(std::string_view key, EntryKind kind, const std::vector<IdType>& ids) {
        for (const IdType& id : ids) name(key, kind, id);
    }
    void topic(const TopicId& id, std::string_view key = "topic") { name(key, EntryKind::topic, id); }
    void subjects(const std::vector<SubjectId>& ids) { names("subjects", EntryKind::subject, ids); }
    void sources(const std::vector<SourceId>& ids) { names("sources", EntryKind::source, ids); }

    /// Reports that the current item breaks a rule, located at one of its keys.
    /// @param because  item that was left out and that this one needs; empty: the item has a problem of its own
    void broken(const BrokenRule& rule, const std::string& because = {}) {
        sound_ = false;
        has_own_problem_ = has_own_problem_ || because.empty();
        if (because_.empty()) because_ = because;
        const Entry& entry = draft_.entries_of(kind_).at(*id_);
        PackFile& file = draft_.files[entry.file];
        if (file.late_problems == json::max_told) {
            ++file.late_untold;
            return;
        }
        ++file.late_problems;
        draft_.late_problems.push_back(
            {entry.file, entry.offset, rule.key, rule.id, rule.code, rule.message, item_name(kind_, *id_), because});
    }
    void broken(const std::optional<BrokenRule>& rule, const std::string& because = {}) {
        if (rule) broken(*rule, because);
    }

    /// Returns whether the current item must be left out; if so, counts and marks it. @param id  of the current item
    bool leave_out(const std::string& id) {
        if (sound_) return false;
        Entry& entry = draft_.entries_of(kind_).at(id);
        entry.left_out = true;
        if (!has_own_problem_) entry.because = because_;
        ++draft_.left_out;
        return true;
    }
    [[nodiscard]] bool sound() const { return sound_; }
    /// Returns the item whose problem is why the current item is not sound.
    [[nodiscard]] std::string cause() const { return has_own_problem_ ? item_name(kind_, *id_) : because_; }

    /// Returns whether an item with this id was read at all. Call it only when is_there is false: true then means
    /// that the item was left out.
    bool was_left_out(EntryKind kind, const std::string& id) const { return draft_.entries_of(kind).contains(id); }

    /// Returns the item whose own problem is why this item was left out. @pre was_left_out
    [[nodiscard]] std::string cause_of(EntryKind kind, const std::string& id) const {
        const Entry& entry = draft_.entries_of(kind).at(id);
        return entry.because.empty() ? item_name(kind, id) : entry.because;
    }

private:
    void report_missing(std::string_view key, EntryKind kind, const std::string& id) {
        const std::string named = plain_name_of(kind) + " " + json::in_quotes(id);
        if (was_left_out(kind, id)) {
            return broken({key, id, "depends-on-left-out", "the " + named + " was left out, so this item is too"},
                          cause_of(kind, id));
        }
        std::string message = "there is no " + named;
        if (suggestions_ < most_suggestions) {
            ++suggestions_;
            std::vector<std::string> ids;
            for (const auto& [known, entry] : draft_.entries_of(kind)) ids.push_back(known);
            std::sort(ids.begin(), ids.end());
            if (const auto near = nearest(id, ids)) message += "; did you mean '" + *near + "'?";
        }
        broken({key, id, "dangling-reference", std::move(message)});
    }

    Draft& draft_;
    std::map<std::pair<std::string, std::string>, std::vector<BrokenText>>
        broken_texts_; ///< by kind and id of the item
    EntryKind kind_ = EntryKind::topic;
    const std::string* id_ = nullptr; ///< id of the current item, looked up only when something is wrong with it
    bool sound_ = true;
    std::string because_; ///< the first item that was left out and that the current one needs
    bool has_own_problem_ = false;
    int suggestions_ = 0;
};

/// Checks all items of one kind with `check_item` and erases the faulty ones.
template <class Map, class CheckItem>
void check_all(ReferenceCheck& check, EntryKind kind, Map& items, CheckItem check_item) {
    std::erase_if(items, [&](auto& item) {
        check.begin(kind, item.first.value);
        check_item(item.second);
        return check.leave_out(item.first.value);
    });
}

// Check what each kind of writing names.
void check_authored(ReferenceCheck& check, const Choices& choices) {
    for (const AuthoredChoice& choice : choices.choices) {
        check.name("subject", EntryKind::subject, choice.subject);
        check.name("misconception", EntryKind::misconception, choice.misconception);
        check.name("fact", EntryKind::fact, choice.refuted_by_fact);
        check.name("claim", EntryKind::claim, choice.refuted_by_claim);
    }
}
template <class NamesNothing>
void check_authored(const ReferenceCheck&, const NamesNothing&) {}

void check_question(ReferenceCheck& check, const AuthoredQuestion& question) {
    check.topic(question.topic);
    check.names("facts", EntryKind::fact, question.exercises.facts);
    check.names("claims", EntryKind::claim, question.exercises.claims);
    check.names("mechanisms", EntryKind::mechanism, question.exercises.mechanisms);
    std::visit([&](const auto& authored) { check_authored(check, authored); }, question.authored);
    for (const Panel& panel : question.panels) check.name("source", EntryKind::source, panel.source);
}

// Check what each kind of scene names.
void check_scene(ReferenceCheck& check, const Pack&, const ChainScene& scene) {
    check.name("scenes", EntryKind::mechanism, scene.mechanism);
}
void check_scene(ReferenceCheck& check, const Pack&, const QuestionScene& scene) {
    check.name("scenes", EntryKind::question, scene.question);
    check.name("scenes", EntryKind::template_, scene.made_by);
}
void check_scene(ReferenceCheck& check, const Pack&, const WallScene& scene) {
    for (const WallStatement& statement : scene.statements) check.name("scenes", EntryKind::claim, statement.claim);
}
void check_scene(ReferenceCheck& check, const Pack& pack, const ComparisonScene& scene) {
    check.name("scenes", EntryKind::attribute, scene.attribute);
    std::set<SubjectId> compared;
    for (const auto& [id, fact] : pack.facts) {
        if (fact.attribute == scene.attribute && pack.subjects.at(fact.subject).group == scene.group)
            compared.insert(fact.subject);
    }
    if (check.sound() && compared.size() < 2) {
        check.broken(BrokenRule{"scenes", scene.attribute.value, "out-of-range",
                                "fewer than two subjects of the group " + json::in_quotes(scene.group) + " have '" +
                                    scene.attribute.value + "' to compare"});
    }
}
void check_scene(ReferenceCheck& check, const Pack&, const PauseScene& scene) {
    check.name("scenes", EntryKind::breathing, scene.pattern);
}
template <class NamesNothing>
void check_scene(const ReferenceCheck&, const Pack&, const NamesNothing&) {}

/// Checks the rounds. A round drops the questions and templates that are not in the pack and is itself left out only
/// when nothing remains. A missing item in its pool leaves the round out.
void check_rounds(ReferenceCheck& check, Draft& draft) {
    Pack& pack = draft.pack;
    std::string because; // of the first entry that a round loses
    const auto keep_known = [&](std::string_view key, EntryKind kind, auto& ids) {
        std::erase_if(ids, [&](const auto& id) {
            if (check.is_there(kind, id.value)) return false;
            if (!check.was_left_out(kind, id.value)) check.name(key, kind, id);
            else if (because.empty()) because = check.cause_of(kind, id.value);
            return true;
        });
    };
    std::erase_if(pack.rounds, [&](Round& round) {
        check.begin(EntryKind::round, round.id.value);
        for (const TopicId& topic : round.pool.topics) check.topic(topic, "pool");
        check.names("pool", EntryKind::subject, round.pool.subjects);
        check.names("pool", EntryKind::mechanism, round.pool.mechanisms);
        if (check.leave_out(round.id.value)) return true;
        const bool drew_on_all = round.draws_on_all();
        because.clear();
        keep_known("questions", EntryKind::question, round.questions);
        keep_known("templates", EntryKind::template_, round.templates);
        if (!round.draws_on_all() || drew_on_all) return false;
        check.broken(
            BrokenRule{"", "", "depends-on-left-out", "nothing of what this round asks is left, so it is left out too"},
            because);
        return check.leave_out(round.id.value);
    });
}

/// Returns the item without whose problem a template might make something, or an empty text. A template on an attribute
/// asks about facts; any other asks about claims and mechanisms.
std::string cause_of_loss(const ReferenceCheck& check, Draft& draft, const Template& made) {
    if (!made.attribute.empty()) {
        const auto lost = draft.lost_facts.find(made.attribute.value);
        return lost == draft.lost_facts.end() ? std::string() : lost->second;
    }
    for (const EntryKind kind : {EntryKind::claim, EntryKind::mechanism, EntryKind::model}) {
        std::string first; // by id, because the order of the table is not the same everywhere
        for (const auto& [id, entry] : draft.entries_of(kind)) {
            if (entry.left_out && (first.empty() || id < first)) first = id;
        }
        if (!first.empty()) return check.cause_of(kind, first);
    }
    return {};
}

} // namespace

void check_references(Draft& draft) {
    Pack& pack = draft.pack;
    ReferenceCheck check(draft);
    check.manifest_texts();
    std::erase_if(pack.topics, [&](const Topic& topic) {
        check.begin(EntryKind::topic, topic.id.value);
        return check.leave_out(topic.id.value);
    });
    // These name nothing, so only their texts can be wrong.
    check_all(check, EntryKind::source, pack.sources, [](const Source&) {});
    check_all(check, EntryKind::subject, pack.subjects, [](const Subject&) {});
    check_all(check, EntryKind::attribute, pack.attributes, [](const Attribute&) {});
    check_all(check, EntryKind::study, pack.studies, [&](const Study& study) {
        check.name("source", EntryKind::source, study.source);
        check.names("tested", EntryKind::subject, study.tested);
    });
    check_all(check, EntryKind::fact, pack.facts, [&](const Fact& fact) {
        check.topic(fact.topic);
        check.name("subject", EntryKind::subject, fact.subject);
        check.name("attribute", EntryKind::attribute, fact.attribute);
        check.sources(fact.sources);
        if (check.sound()) check.broken(rule_broken_by(fact, pack));
        if (!check.sound()) draft.lost_facts.try_emplace(fact.attribute.value, check.cause());
    });
    check_all(check, EntryKind::mechanism, pack.mechanisms, [&](const Mechanism& mechanism) {
        check.topic(mechanism.topic);
        check.subjects(mechanism.subjects);
        check.sources(mechanism.sources);
        for (const FigureVariant& variant : mechanism.figure.variants) check.sources(variant.sources);
    });
    check_all(check, EntryKind::claim, pack.claims, [&](const Claim& claim) {
        check.topic(claim.topic);
        if (claim.grade) {
            check.names("grade", EntryKind::study, claim.grade->studies);
            check.names("grade", EntryKind::subject, claim.grade->asked);
        }
        check.subjects(claim.subjects);
        check.names("mechanisms", EntryKind::mechanism, claim.mechanisms);
        check.sources(claim.sources);
        if (check.sound()) check.broken(rule_broken_by(claim, pack));
    });
    for (auto& [id, claim] : pack.claims) {
        grade_by_rows(pack, claim);
        pack.grades = pack.grades || claim.grade.has_value();
    }
    check_all(check, EntryKind::misconception, pack.misconceptions, [&](const Misconception& misconception) {
        check.subjects(misconception.subjects);
        check.names("claims", EntryKind::claim, misconception.claims);
        check.sources(misconception.sources);
    });
    check_all(check, EntryKind::conflict, pack.conflicts, [&](const Conflict& conflict) {
        check.topic(conflict.topic);
        for (const Side& side : conflict.sides) check.names("sides", EntryKind::source, side.sources);
        check.names("claims", EntryKind::claim, conflict.claims);
        check.sources(conflict.sources);
    });
    check_all(check, EntryKind::model, pack.models, [&](const Model& model) {
        check.topic(model.topic);
        check.name("mechanism", EntryKind::mechanism, model.mechanism);
        check.sources(model.sources);
    });
    std::erase_if(pack.glossary, [&](const GlossaryEntry& entry) {
        check.begin(EntryKind::glossary, entry.id.value);
        check.sources(entry.sources);
        return check.leave_out(entry.id.value);
    });
    std::erase_if(pack.breathing, [&](const BreathingPattern& pattern) {
        check.begin(EntryKind::breathing, pattern.id.value);
        check.names("claims", EntryKind::claim, pattern.claims);
        check.sources(pattern.sources);
        return check.leave_out(pattern.id.value);
    });
    check_all(check, EntryKind::question, pack.questions,
              [&](const AuthoredQuestion& question) { check_question(check, question); });
    const Askable askable(pack);
    check_all(check, EntryKind::template_, pack.templates, [&](const Template& made) {
        check.topic(made.topic);
        for (const TopicId& topic : made.topics) check.topic(topic, "topics");
        check.subjects(made.subjects);
        check.names("models", EntryKind::model, made.models);
        check.name("attribute", EntryKind::attribute, made.attribute);
        if (check.sound()) check.broken(rule_broken_by(made, pack, askable), cause_of_loss(check, draft, made));
    });
    check_rounds(check, draft);
    std::erase_if(pack.scripts, [&](const Script& script) {
        check.begin(EntryKind::script, script.id.value);
        for (const Scene& scene : script.scenes)
            std::visit([&](const auto& body) { check_scene(check, pack, body); }, scene.body);
        return check.leave_out(script.id.value);
    });
}

} // namespace chelate::content
