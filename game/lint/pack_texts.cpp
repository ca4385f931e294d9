#include "game/lint/pack_texts.hpp"

namespace chelate::lint {

namespace {

class Texts {
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

// Adds what an author writes for a question; one function for each form a question is written in.
void add(Texts& texts, const content::Choices& authored) {
    for (const content::AuthoredChoice& choice : authored.choices) {
        texts.add(choice.right ? Role::stated : Role::refuted, choice.text, Place::choice);
        texts.add(Role::stated, choice.why);
    }
    for (const content::DiagramShape& shape : authored.picture.shapes) texts.add(Role::asked, shape.text);
}
void add(Texts&, const content::Statement&) {}
void add(Texts& texts, const content::Items& authored) {
    for (const std::string& item : authored.items) texts.add(Role::stated, item, Place::choice);
    texts.add(Role::asked, authored.first_label);
    texts.add(Role::asked, authored.last_label);
}
void add(Texts& texts, const content::Pairs& authored) {
    for (const content::Pair& pair : authored.pairs) {
        texts.add(Role::asked, pair.item);
        texts.add(Role::asked, pair.target);
    }
    for (const std::string& target : authored.extra) texts.add(Role::refuted, target, Place::choice);
}
void add(Texts& texts, const content::Groups& authored) {
    for (const content::Group& group : authored.groups) {
        texts.add(Role::asked, group.name, Place::choice);
        for (const std::string& item : group.items) texts.add(Role::asked, item);
    }
}
void add(Texts& texts, const content::Quantity& authored) { texts.add(Role::asked, authored.unit); }
void add(Texts& texts, const content::Texts& authored) {
    for (const content::AcceptedText& text : authored.accepted) texts.add(Role::stated, text.text);
}
void add(Texts&, const content::ClaimVerdict&) {}
void add(Texts&, const content::Nothing&) {}

void add_knowledge(Texts& texts, const content::Pack& pack) {
    for (const auto& [id, source] : pack.sources) {
        texts.of("source", id.value);
        texts.add(Role::cited, source.authors);
        texts.add(Role::cited, source.title);
        texts.add(Role::stated, source.note);
    }
    for (const auto& [id, subject] : pack.subjects) {
        texts.of("subject", id.value);
        texts.add(Role::stated, subject.name, Place::choice);
        texts.add(Role::stated, subject.compound, Place::choice);
        texts.add(Role::stated, subject.about);
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
    for (const auto& [id, mechanism] : pack.mechanisms) {
        texts.of("mechanism", id.value);
        for (const std::string* text :
             {&mechanism.name, &mechanism.where, &mechanism.evidence, &mechanism.note, &mechanism.caveat})
            texts.add(Role::stated, *text);
        for (const content::Step& step : mechanism.steps) {
            texts.add(Role::stated, step.text);
            if (step.short_text != step.text) texts.add(Role::stated, step.short_text, Place::choice);
        }
    }
    for (const auto& [id, study] : pack.studies) {
        texts.of("study", id.value);
        for (const std::string* text : {&study.population, &study.comparator, &study.outcome, &study.note})
            texts.add(Role::cited, *text);
    }
}

void add_claims(Texts& texts, const content::Pack& pack) {
    for (const auto& [id, claim] : pack.claims) {
        texts.of("claim", id.value);
        const bool stands =
            claim.verdict == content::Verdict::supported || claim.verdict == content::Verdict::traditional;
        texts.add(stands ? Role::stated : Role::refuted, claim.statement, Place::prompt);
        texts.add(Role::stated, claim.explanation);
        if (claim.twin) {
            texts.add(Role::refuted, claim.twin->statement, Place::prompt);
            texts.add(Role::stated, claim.twin->refutation);
        }
        if (claim.grade) texts.add(Role::asked, claim.grade->question);
        texts.add(Role::stated, claim.not_graded);
    }
    for (const auto& [id, misconception] : pack.misconceptions) {
        texts.of("misconception", id.value);
        texts.add(Role::refuted, misconception.belief);
        texts.add(Role::refuted, misconception.tempting);
        texts.add(Role::stated, misconception.correction);
    }
    for (const content::BreathingPattern& pattern : pack.breathing) {
        texts.of("breathing", pattern.id.value);
        texts.add(Role::stated, pattern.name);
        texts.add(Role::stated, pattern.about);
        texts.add(Role::stated, pattern.caution);
    }
    for (const content::Script& script : pack.scripts) {
        texts.of("script", script.id.value);
        for (const std::string* text : {&script.name, &script.about, &script.interest.asks, &script.interest.none,
                                        &script.interest.some, &script.interest.unsaid})
            texts.add(Role::stated, *text);
        for (const content::Scene& scene : script.scenes) {
            texts.add(Role::stated, scene.title);
            texts.add(Role::stated, scene.text);
            for (const std::string& note : scene.notes) texts.add(Role::stated, note);
        }
        // People vote on a statement before it hears whether it is true. The verdict of its claim decides.
        for (const content::WallStatement& statement : content::statements_of(script)) {
            const content::Verdict verdict = pack.claims.at(statement.claim).verdict;
            texts.add(verdict == content::Verdict::supported ? Role::stated : Role::refuted, statement.text,
                      Place::prompt);
        }
    }
    for (const auto& [id, conflict] : pack.conflicts) {
        texts.of("conflict", id.value);
        texts.add(Role::stated, conflict.name);
        for (const content::Side& side : conflict.sides) texts.add(Role::refuted, side.says);
        texts.add(Role::stated, conflict.evidence);
        texts.add(Role::stated, conflict.answer);
    }
}

void add_questions(Texts& texts, const content::Pack& pack) {
    for (const auto& [id, question] : pack.questions) {
        texts.of("question", id.value);
        const auto* statement = std::get_if<content::Statement>(&question.authored);
        texts.add(statement == nullptr ? Role::asked
                  : statement->answer  ? Role::stated
                                       : Role::refuted,
                  question.prompt, Place::prompt);
        std::visit([&](const auto& authored) { add(texts, authored); }, question.authored);
        for (const content::Panel& panel : question.panels) {
            texts.add(Role::asked, panel.heading);
            texts.add(Role::asked, panel.text);
        }
        for (const std::string& hint : question.hints) texts.add(Role::stated, hint);
        texts.add(Role::stated, question.explanation);
    }
    for (const auto& [id, made] : pack.templates) {
        texts.of("template", id.value);
        texts.add(Role::asked, made.prompt, Place::prompt);
        texts.add(Role::stated, made.explanation);
    }
    for (const content::Round& round : pack.rounds) {
        texts.of("round", round.id.value);
        texts.add(Role::asked, round.name, Place::choice);
        texts.add(Role::asked, round.about);
    }
}

} // namespace

std::vector<PackText> texts_of(const content::Pack& pack) {
    Texts texts;
    texts.of("pack", pack.id);
    texts.add(Role::stated, pack.name);
    texts.add(Role::stated, pack.about);
    add_knowledge(texts, pack);
    add_claims(texts, pack);
    add_questions(texts, pack);
    return std::move(texts.texts);
}

std::vector<std::string> sentences_of(const std::string& text) {
    std::vector<std::string> sentences;
    std::size_t from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool ends = text[i] == '.' || text[i] == '!' || text[i] == '?' || text[i] == ';';
        if (!ends || (i + 1 < text.size() && text[i + 1] != ' ' && text[i + 1] != '\n')) continue;
        sentences.push_back(text.substr(from, i + 1 - from));
        from = i + 1;
        while (from < text.size() && (text[from] == ' ' || text[from] == '\n')) ++from;
    }
    if (from < text.size()) sentences.push_back(text.substr(from));
    return sentences;
}

} // namespace chelate::lint
