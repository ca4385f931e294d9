#include "engine/content/pack_texts.hpp"

namespace chelate::content {

namespace {

class Collector {
public:
    void of(std::string kind, std::string id) {
        kind_ = std::move(kind);
        id_ = std::move(id);
    }
    void add(Role role, const std::string& text, Place place = Place::prose) {
        if (!text.empty()) texts.push_back({kind_, id_, role, place, text});
    }
    std::vector<PackText> texts;

private:
    std::string kind_;
    std::string id_;
};

void add_changes(Collector& texts, const std::vector<FigureChange>& changes) {
    for (const FigureChange& change : changes) texts.add(Role::stated, change.text, Place::choice);
}

// Adds the words in and around a figure.
void add_figure(Collector& texts, const Figure& figure) {
    texts.add(Role::stated, figure.alt);
    for (const auto& [anchor, label] : figure.labels) texts.add(Role::stated, label, Place::choice);
    for (const FigureGauge& gauge : figure.gauges) {
        texts.add(Role::stated, gauge.name, Place::choice);
        for (const std::string& level : gauge.levels) texts.add(Role::stated, level, Place::choice);
    }
    add_changes(texts, figure.start);
    for (const FigureStep& step : figure.steps) add_changes(texts, step.changes);
    for (const FigureVariant& variant : figure.variants) {
        texts.add(Role::asked, variant.name, Place::choice);
        texts.add(Role::stated, variant.seen_in, Place::choice);
        texts.add(Role::stated, variant.note);
        add_changes(texts, variant.start);
        for (const auto& [index, step] : variant.steps) {
            texts.add(Role::stated, step.text);
            add_changes(texts, step.changes);
        }
    }
}

// Adds what an author writes for a question; one function for each form a question is written in.
void add(Collector& texts, const Choices& authored) {
    for (const AuthoredChoice& choice : authored.choices) {
        texts.add(choice.right ? Role::stated : Role::refuted, choice.text, Place::choice);
        texts.add(Role::stated, choice.why);
        texts.add(Role::asked, choice.image.alt);
    }
    for (const DiagramShape& shape : authored.picture.shapes) texts.add(Role::asked, shape.text);
}
void add(Collector&, const Statement&) {}
void add(Collector& texts, const Items& authored) {
    for (const std::string& item : authored.items) texts.add(Role::stated, item, Place::choice);
    texts.add(Role::asked, authored.first_label);
    texts.add(Role::asked, authored.last_label);
}
void add(Collector& texts, const Pairs& authored) {
    for (const Pair& pair : authored.pairs) {
        texts.add(Role::asked, pair.item);
        texts.add(Role::asked, pair.target);
    }
    for (const std::string& target : authored.extra) texts.add(Role::refuted, target, Place::choice);
}
void add(Collector& texts, const Groups& authored) {
    for (const Group& group : authored.groups) {
        texts.add(Role::asked, group.name, Place::choice);
        for (const std::string& item : group.items) texts.add(Role::asked, item);
    }
}
void add(Collector& texts, const Quantity& authored) { texts.add(Role::asked, authored.unit); }
void add(Collector& texts, const Texts& authored) {
    for (const AcceptedText& text : authored.accepted) texts.add(Role::stated, text.text);
}
void add(Collector&, const ClaimVerdict&) {}
void add(Collector&, const Nothing&) {}

void add_knowledge(Collector& texts, const Pack& pack) {
    for (const auto& [id, source] : pack.sources) {
        texts.of("source", id.value);
        texts.add(Role::cited, source.authors);
        texts.add(Role::cited, source.title);
        texts.add(Role::stated, source.note);
    }
    for (const auto& [id, subject] : pack.subjects) {
        texts.of("subject", id.value);
        texts.add(Role::stated, subject.name, Place::choice);
        texts.add(Role::stated, subject.short_name);
        for (const std::string& name : subject.also) texts.add(Role::stated, name);
        texts.add(Role::stated, subject.compound, Place::choice);
        texts.add(Role::stated, subject.about);
        texts.add(Role::stated, subject.image.alt);
    }
    for (const auto& [id, attribute] : pack.attributes) {
        texts.of("attribute", id.value);
        texts.add(Role::stated, attribute.name);
        texts.add(Role::stated, attribute.caveat);
    }
    for (const auto& [id, fact] : pack.facts) {
        texts.of("fact", id.value);
        texts.add(Role::stated, fact.text);
        texts.add(Role::stated, fact.of);
        texts.add(Role::stated, fact.note);
    }
    for (const GlossaryEntry& entry : pack.glossary) {
        texts.of("word", entry.id.value);
        texts.add(Role::stated, entry.word);
        for (const std::string& word : entry.also) texts.add(Role::stated, word);
        texts.add(Role::stated, entry.meaning);
    }
    for (const auto& [id, mechanism] : pack.mechanisms) {
        texts.of("mechanism", id.value);
        for (const std::string* text : {&mechanism.name, &mechanism.where, &mechanism.area, &mechanism.evidence,
                                        &mechanism.note, &mechanism.caveat})
            texts.add(Role::stated, *text);
        for (const Step& step : mechanism.steps) {
            texts.add(Role::stated, step.text);
            if (step.short_text != step.text) texts.add(Role::stated, step.short_text, Place::choice);
            texts.add(Role::stated, step.because);
        }
        add_figure(texts, mechanism.figure);
    }
    for (const auto& [id, model] : pack.models) {
        texts.of("model", id.value);
        for (const std::string* text : {&model.name, &model.about, &model.evidence}) texts.add(Role::stated, *text);
        for (const ModelInput& input : model.inputs) texts.add(Role::asked, input.name);
        for (const ModelOutput& output : model.outputs) texts.add(Role::asked, output.name);
        for (const std::string& sentence : model.leaves_out) texts.add(Role::stated, sentence);
    }
    for (const auto& [id, study] : pack.studies) {
        texts.of("study", id.value);
        for (const std::string* text : {&study.population, &study.comparator, &study.outcome, &study.note})
            texts.add(Role::cited, *text);
    }
}

/// Returns whether a pack presents a claim with this verdict as true, or at least as a custom.
bool is_stated(Verdict verdict) { return verdict == Verdict::supported || verdict == Verdict::traditional; }

void add_claims(Collector& texts, const Pack& pack) {
    for (const auto& [id, claim] : pack.claims) {
        texts.of("claim", id.value);
        texts.add(is_stated(claim.verdict) ? Role::stated : Role::refuted, claim.statement, Place::prompt);
        texts.add(Role::stated, claim.explanation);
        if (claim.twin) {
            texts.add(Role::refuted, claim.twin->statement, Place::prompt);
            texts.add(Role::stated, claim.twin->refutation);
        }
        if (claim.grade) texts.add(Role::asked, claim.grade->question);
        texts.add(Role::stated, claim.not_graded);
        texts.add(Role::stated, claim.correction);
    }
    for (const auto& [id, misconception] : pack.misconceptions) {
        texts.of("misconception", id.value);
        texts.add(Role::refuted, misconception.belief);
        texts.add(Role::refuted, misconception.tempting);
        texts.add(Role::stated, misconception.correction);
    }
    for (const BreathingPattern& pattern : pack.breathing) {
        texts.of("breathing", pattern.id.value);
        texts.add(Role::stated, pattern.name);
        texts.add(Role::stated, pattern.about);
        texts.add(Role::stated, pattern.caution);
    }
    for (const Script& script : pack.scripts) {
        texts.of("script", script.id.value);
        for (const std::string* text : {&script.name, &script.about, &script.interest.asks, &script.interest.none,
                                        &script.interest.some, &script.interest.unsaid})
            texts.add(Role::stated, *text);
        for (const Scene& scene : script.scenes) {
            texts.add(Role::stated, scene.title);
            texts.add(Role::stated, scene.text);
            for (const std::string& note : scene.notes) texts.add(Role::stated, note);
        }
        // People vote on a statement before they hear whether it is true. The verdict of its claim decides.
        for (const Scene& scene : script.scenes) {
            const auto* wall = std::get_if<WallScene>(&scene.body);
            if (wall == nullptr) continue;
            for (const WallStatement& statement : wall->statements) {
                const auto claim = pack.claims.find(statement.claim);
                const bool supported = claim != pack.claims.end() && claim->second.verdict == Verdict::supported;
                texts.add(supported ? Role::stated : Role::refuted, statement.text, Place::prompt);
            }
        }
    }
    for (const auto& [id, conflict] : pack.conflicts) {
        texts.of("conflict", id.value);
        texts.add(Role::stated, conflict.name);
        for (const Side& side : conflict.sides) texts.add(Role::refuted, side.says);
        texts.add(Role::stated, conflict.evidence);
        texts.add(Role::stated, conflict.answer);
    }
}

/// Returns what the prompt of a question does. Most prompts ask. A statement that is true or false is itself shown as
/// true or as untrue, and so is one whose key is the verdict of a claim.
Role role_of_prompt(const AuthoredQuestion& question, const Pack& pack) {
    if (const auto* statement = std::get_if<Statement>(&question.authored))
        return statement->answer ? Role::stated : Role::refuted;
    if (!std::holds_alternative<ClaimVerdict>(question.authored)) return Role::asked;
    const std::vector<ClaimId>& claims = question.exercises.claims;
    const auto claim = claims.empty() ? pack.claims.end() : pack.claims.find(claims.front());
    return claim == pack.claims.end() || is_stated(claim->second.verdict) ? Role::asked : Role::refuted;
}

void add_questions(Collector& texts, const Pack& pack) {
    for (const auto& [id, question] : pack.questions) {
        texts.of("question", id.value);
        texts.add(role_of_prompt(question, pack), question.prompt, Place::prompt);
        std::visit([&](const auto& authored) { add(texts, authored); }, question.authored);
        for (const Panel& panel : question.panels) {
            texts.add(Role::asked, panel.heading);
            texts.add(panel.source.empty() ? Role::asked : Role::cited, panel.text);
        }
        texts.add(Role::asked, question.image.alt);
        for (const std::string& hint : question.hints) texts.add(Role::stated, hint);
        texts.add(Role::stated, question.explanation);
    }
    for (const auto& [id, made] : pack.templates) {
        texts.of("template", id.value);
        texts.add(Role::asked, made.prompt, Place::prompt);
        texts.add(Role::stated, made.explanation);
        for (const std::string* text : {&made.option, &made.first_label, &made.last_label})
            texts.add(Role::asked, *text);
    }
    for (const Round& round : pack.rounds) {
        texts.of("round", round.id.value);
        texts.add(Role::asked, round.name, Place::choice);
        texts.add(Role::asked, round.about);
    }
}

} // namespace

std::vector<PackText> texts_of(const Pack& pack) {
    Collector texts;
    texts.of("pack", pack.id);
    texts.add(Role::stated, pack.name);
    texts.add(Role::stated, pack.about);
    texts.add(Role::notice, pack.disclaimer);
    for (const std::string& word : pack.words.verdicts) texts.add(Role::notice, word);
    for (const std::string& meaning : pack.words.verdict_meanings) texts.add(Role::notice, meaning);
    for (const std::string& meaning : pack.words.seen_in_meanings) texts.add(Role::notice, meaning);
    for (const auto& [group, name] : pack.group_names) texts.add(Role::notice, name);
    for (const Topic& topic : pack.topics) {
        texts.of("topic", topic.id.value);
        texts.add(Role::stated, topic.name);
    }
    add_knowledge(texts, pack);
    add_claims(texts, pack);
    add_questions(texts, pack);
    return std::move(texts.texts);
}

std::vector<std::string> sentences_of(std::string_view text, std::string_view ends) {
    std::vector<std::string> sentences;
    std::size_t from = 0;
    const auto is_space = [&](std::size_t at) { return at < text.size() && (text[at] == ' ' || text[at] == '\n'); };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (ends.find(text[i]) == std::string_view::npos || (i + 1 < text.size() && !is_space(i + 1))) continue;
        sentences.emplace_back(text.substr(from, i + 1 - from));
        from = i + 1;
        while (is_space(from)) ++from;
    }
    if (from < text.size()) sentences.emplace_back(text.substr(from));
    return sentences;
}

} // namespace chelate::content
