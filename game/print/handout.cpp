#include "game/print/handout.hpp"

#include <string_view>
#include <variant>

#include "engine/base/text.hpp"
#include "engine/quiz/scene_question.hpp"
#include "game/print/answer_key.hpp"
#include "game/print/html.hpp"
#include "game/wording/lookup.hpp"

namespace chelate::print {

namespace {

/// Adds one scene after the other.
class SceneWriter {
public:
    SceneWriter(pugi::xml_node parent, const content::Pack& pack, const text::Language& words)
        : parent_(parent), pack_(pack), words_(words) {}

    void write(const content::Scene& scene) {
        std::visit([&](const auto& body) { write(scene, body); }, scene.body);
    }

private:
    pugi::xml_node section(const content::Scene& scene) const {
        add(parent_, "h2", scene.title);
        return add(parent_, "section");
    }
    static void paragraph(pugi::xml_node section, const std::string& text, std::string_view looks = {}) {
        if (!text.empty()) add(section, "p", text, looks);
    }
    void sources(pugi::xml_node section, const std::vector<content::SourceId>& ids) const {
        for (const std::string& cited : wording::citations(pack_, ids)) add(section, "p", "– " + cited, "small");
    }

    void write(const content::Scene&, const content::WelcomeScene&) {}
    void write(const content::Scene&, const content::ClosingScene&) {}
    void write(const content::Scene& scene, const content::QuestionScene& asked) {
        // A template may have asked something else in the workshop, so only questions of an author are printed.
        if (asked.question.empty()) return;
        const auto question = quiz::question_of(pack_, asked, 0);
        if (!question || !quiz::is_marked(*question)) return;
        add(parent_, "h2", scene.title);
        add_image(parent_, {content::data_address(question->image, pack_), content::words_for(question->image)});
        add_answer_key(parent_, pack_, words_, ++number_, *question, quiz::key_text(*question));
    }
    void write(const content::Scene& scene, const content::WallScene& wall) {
        add(parent_, "h2", scene.title);
        for (const content::WallStatement& statement : wall.statements) {
            const content::Claim& claim = pack_.claims.at(statement.claim);
            const quiz::Question question = quiz::vote_on(pack_, statement, {});
            const std::string verdict = pack_.words.verdicts[static_cast<std::size_t>(claim.verdict)];
            add_answer_key(parent_, pack_, words_, ++number_, question,
                           words_.text("wall.verdict", {{"verdict", verdict}}));
        }
    }
    void write(const content::Scene& scene, const content::ChainScene& chain) {
        const content::Mechanism& mechanism = pack_.mechanisms.at(chain.mechanism);
        const pugi::xml_node added = section(scene);
        paragraph(added, words_.text("workshop.chain", {{"name", mechanism.name}, {"where", mechanism.where}}));
        const pugi::xml_node steps = add(added, "ol");
        for (const content::Step& step : mechanism.steps) add(steps, "li", step.text);
        paragraph(added, mechanism.evidence);
        paragraph(added, mechanism.caveat);
        sources(added, mechanism.sources);
    }
    void write(const content::Scene& scene, const content::ComparisonScene& comparison) {
        const pugi::xml_node added = section(scene);
        for (const auto& [subject, fact] : wording::compared_facts(pack_, comparison.group, comparison.attribute)) {
            const std::string value = fact ? wording::value_text(pack_, *fact) : words_.text("compare.no_data");
            const std::string of = fact && fact->text.empty() && !fact->of.empty() ? " (" + fact->of + ")" : "";
            paragraph(added, capitalised(subject->short_name) + ": " + value + of);
        }
        paragraph(added, pack_.attributes.at(comparison.attribute).caveat, "small");
    }
    void write(const content::Scene& scene, const content::PauseScene& pause) {
        const content::BreathingPattern& pattern = content::pattern_of(pack_.breathing, pause.pattern);
        const pugi::xml_node added = section(scene);
        paragraph(added, pattern.about);
        for (const content::ClaimId& id : pattern.claims) paragraph(added, pack_.claims.at(id).statement);
        paragraph(added, pattern.caution);
        sources(added, pattern.sources);
    }

    pugi::xml_node parent_;
    const content::Pack& pack_;
    const text::Language& words_;
    int number_ = 0;
};

} // namespace

Document make_handout(const content::Pack& pack, const text::Language& words, const content::Script& script,
                      const std::string& host, const std::string& css) {
    Page page(pack.language, script.name, css);
    add(page.body(), "p", pack.name, "small");
    add(page.body(), "p", host);
    SceneWriter writer(page.body(), pack, words);
    for (const content::Scene& scene : script.scenes) writer.write(scene);
    add(page.body(), "p", pack.disclaimer, "small");
    return {"sheets", script.name, ".html", page.text()};
}

} // namespace chelate::print
