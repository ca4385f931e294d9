#include "engine/content/script.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "engine/content/draft.hpp"

namespace chelate::content {
namespace {

constexpr std::size_t longest_title = 120;
constexpr std::size_t longest_statement = 160; ///< people read it from a distance
constexpr double shortest_scene = 0.5;         ///< minutes
constexpr double longest_scene = 60;           ///< minutes
constexpr std::size_t fewest_statements = 2;
constexpr std::size_t most_statements = 9;

const std::vector<std::string> scene_words{"welcome",    "chain",     "question", "claims-wall",
                                           "comparison", "breathing", "closing"};

WallScene read_wall(Draft& draft, const json::Document& document, json::ObjectReader& reader, bool& sound) {
    WallScene wall;
    const auto list = reader.array("statements", true);
    if (!list) return wall;
    if (list->size() < fewest_statements || list->size() > most_statements) {
        reader.report("statements", "out-of-range",
                      "a wall has 2 to 9 statements, not " + std::to_string(list->size()));
    }
    for (auto one = list->first(); one; one = one->next()) {
        json::ObjectReader statement(document, *one, "a statement", draft.problems);
        WallStatement& read = wall.statements.emplace_back();
        assign(read.text, statement.string("text", longest_statement));
        assign(read.claim, statement.string("claim"));
        statement.finish();
        sound = sound && statement.ok();
    }
    return wall;
}

SceneBody read_body(Draft& draft, const json::Document& document, json::ObjectReader& reader, std::size_t kind,
                    bool& sound) {
    switch (kind) {
    case 1: {
        ChainScene chain;
        assign(chain.mechanism, reader.string("mechanism"));
        return chain;
    }
    case 2: {
        QuestionScene question;
        if (reader.has("template")) assign(question.made_by, reader.string("template"));
        else assign(question.question, reader.string("question"));
        return question;
    }
    case 3: return read_wall(draft, document, reader, sound);
    case 4: {
        ComparisonScene comparison;
        assign(comparison.attribute, reader.string("attribute"));
        assign(comparison.group, reader.string("group", longest_short_name));
        return comparison;
    }
    case 5: {
        PauseScene pause;
        assign(pause.pattern, reader.string("pattern"));
        if (const auto minutes = reader.integer("breathe_minutes", 1, 20)) pause.minutes = static_cast<int>(*minutes);
        return pause;
    }
    case 6: return ClosingScene{};
    default: return WelcomeScene{};
    }
}

/// Reports the placeholder for the host's name in a text that is shown as it is. Other braces may be meant.
void refuse_holder(json::ObjectReader& reader, std::string_view key, const std::string& text) {
    if (text.find("{holder}") == std::string::npos) return;
    reader.report(key, "unknown-placeholder",
                  "the host's name is filled in only in 'none' and 'some' of 'interest', not in '" + std::string(key) +
                      "'");
}

Scene read_scene(Draft& draft, const json::Document& document, const json::Value& value, bool& sound) {
    json::ObjectReader reader(document, value, "a scene", draft.problems);
    Scene scene;
    const auto kind = reader.word("kind", scene_words);
    assign(scene.title, reader.string("title", longest_title));
    assign(scene.text, reader.optional_string("text"));
    if (const auto minutes = reader.number("minutes")) {
        if (*minutes < shortest_scene || *minutes > longest_scene)
            reader.report("minutes", "out-of-range", "'minutes' of a scene are from 0.5 to 60");
        else scene.length = {std::llround(*minutes * 60000)};
    }
    scene.notes = reader.strings("notes", false);
    refuse_holder(reader, "title", scene.title);
    refuse_holder(reader, "text", scene.text);
    for (const std::string& note : scene.notes) refuse_holder(reader, "notes", note);
    if (kind) scene.body = read_body(draft, document, reader, *kind, sound);
    else reader.accept_rest();
    reader.finish();
    sound = sound && reader.ok();
    return scene;
}

Interest read_interest(Draft& draft, const json::Document& document, json::ObjectReader& reader, bool& sound) {
    Interest interest;
    const auto object = reader.object("interest", true);
    if (!object) return interest;
    json::ObjectReader read(document, *object, "an interest", draft.problems);
    assign(interest.asks, read.string("asks", longest_short_name));
    assign(interest.none, read.string("none"));
    assign(interest.some, read.string("some"));
    assign(interest.unsaid, read.string("unsaid"));
    // Nobody may have entered a name yet when these two are shown.
    check_placeholders(read, "asks", interest.asks, {});
    check_placeholders(read, "unsaid", interest.unsaid, {});
    check_placeholders(read, "none", interest.none, {"holder"});
    check_placeholders(read, "some", interest.some, {"holder"});
    read.finish();
    sound = sound && read.ok();
    return interest;
}

/// Collects the sources of scenes, each once, in the order in which they are added.
class SceneSources {
public:
    explicit SceneSources(const Pack& pack) : pack_(pack) {}

    void add(const std::vector<SourceId>& sources) {
        for (const SourceId& id : sources) {
            if (known_.insert(id).second) found.push_back(id);
        }
    }
    void of(const ChainScene& chain) { add(pack_.mechanisms.at(chain.mechanism).sources); }
    void of(const WallScene& wall) {
        for (const WallStatement& statement : wall.statements) add(pack_.claims.at(statement.claim).sources);
    }
    void of(const QuestionScene& asked) {
        if (asked.question.empty()) return;
        const Exercises& exercises = pack_.questions.at(asked.question).exercises;
        for (const ClaimId& id : exercises.claims) add(pack_.claims.at(id).sources);
        for (const MechanismId& id : exercises.mechanisms) add(pack_.mechanisms.at(id).sources);
        for (const FactId& id : exercises.facts) add(pack_.facts.at(id).sources);
    }
    void of(const ComparisonScene& comparison) {
        if (!compared_.emplace(comparison.attribute, comparison.group).second) return;
        for (const auto& [id, fact] : pack_.facts) {
            if (fact.attribute == comparison.attribute && pack_.subjects.at(fact.subject).group == comparison.group)
                add(fact.sources);
        }
    }
    void of(const PauseScene& pause) { add(pattern_of(pack_.breathing, pause.pattern).sources); }
    void of(const WelcomeScene&) {}
    void of(const ClosingScene&) {}

    std::vector<SourceId> found;

private:
    const Pack& pack_;
    std::set<SourceId> known_;                               ///< those found, for quick look-up
    std::set<std::pair<AttributeId, std::string>> compared_; ///< attributes and groups of scenes already added
};

} // namespace

std::vector<SourceId> sources_of(const Script& script, const Pack& pack) {
    SceneSources sources(pack);
    for (const Scene& scene : script.scenes) std::visit([&](const auto& body) { sources.of(body); }, scene.body);
    return std::move(sources.found);
}

Millis Script::length() const {
    Millis all{};
    for (const Scene& scene : scenes) all = all + scene.length;
    return all;
}

std::vector<WallStatement> statements_of(const Script& script) {
    std::vector<WallStatement> all;
    std::set<ClaimId> claims;
    for (const Scene& scene : script.scenes) {
        const auto* wall = std::get_if<WallScene>(&scene.body);
        if (wall == nullptr) continue;
        for (const WallStatement& statement : wall->statements) {
            if (claims.insert(statement.claim).second) all.push_back(statement);
        }
    }
    return all;
}

void read_script(Draft& draft, const json::Document& document, const json::Value& value) {
    json::ObjectReader reader(document, value, name_of(EntryKind::script), draft.problems);
    Script script;
    script.brought = draft.brought;
    bool sound = true;
    script.id.value = take_id(draft, reader, EntryKind::script);
    assign(script.name, reader.string("name", longest_short_name));
    assign(script.about, reader.string("about"));
    script.interest = read_interest(draft, document, reader, sound);
    if (const auto scenes = reader.array("scenes", true)) {
        for (auto one = scenes->first(); one; one = one->next())
            script.scenes.push_back(read_scene(draft, document, *one, sound));
        const bool in_order = script.scenes.size() >= 2 &&
                              std::holds_alternative<WelcomeScene>(script.scenes.front().body) &&
                              std::holds_alternative<ClosingScene>(script.scenes.back().body);
        if (sound && !in_order)
            reader.report("scenes", "scene-order",
                          "the first scene is a welcome and the last a closing: they say who holds the workshop");
    }
    read_reserved(reader);
    if (keep(draft, reader, EntryKind::script, script.id.value, sound)) draft.pack.scripts.push_back(std::move(script));
}

} // namespace chelate::content
