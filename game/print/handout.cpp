#include "game/print/handout.hpp"

#include <sstream>
#include <string_view>
#include <variant>

#include "engine/base/text.hpp"
#include "engine/quiz/scene_question.hpp"
#include "game/print/answer_key.hpp"
#include "game/print/html.hpp"
#include "game/wording/lookup.hpp"

namespace chelate::print {

namespace {

/// Writes one scene after the other.
class SceneWriter {
public:
    SceneWriter(std::ostream& out, const content::Pack& pack, const text::Language& words)
        : out_(out), pack_(pack), words_(words) {}

    void write(const content::Scene& scene) {
        std::visit([&](const auto& body) { write(scene, body); }, scene.body);
    }

private:
    void heading(const std::string& text) { out_ << "<h2>" << html_text(text) << "</h2>\n"; }
    void paragraph(const std::string& text, std::string_view looks = {}) {
        if (!text.empty()) out_ << html_begin("p", looks) << html_text(text) << "</p>\n";
    }
    void sources(const std::vector<content::SourceId>& ids) {
        for (const std::string& cited : wording::citations(pack_, ids)) paragraph("– " + cited, "small");
    }

    void write(const content::Scene&, const content::WelcomeScene&) {}
    void write(const content::Scene&, const content::ClosingScene&) {}
    void write(const content::Scene& scene, const content::QuestionScene& asked) {
        // A template may have asked something else in the workshop, so only questions of an author are printed.
        if (asked.question.empty()) return;
        const auto question = quiz::question_of(pack_, asked, 0);
        if (!question || !quiz::is_marked(*question)) return;
        heading(scene.title);
        write_answer_key(out_, words_, ++number_, *question, quiz::key_text(*question));
    }
    void write(const content::Scene& scene, const content::WallScene& wall) {
        heading(scene.title);
        for (const content::WallStatement& statement : wall.statements) {
            const content::Claim& claim = pack_.claims.at(statement.claim);
            const quiz::Question question = quiz::vote_on(pack_, statement, {});
            const std::string verdict = pack_.words.verdicts[static_cast<std::size_t>(claim.verdict)];
            write_answer_key(out_, words_, ++number_, question, words_.text("wall.verdict", {{"verdict", verdict}}));
        }
    }
    void write(const content::Scene& scene, const content::ChainScene& chain) {
        const content::Mechanism& mechanism = pack_.mechanisms.at(chain.mechanism);
        heading(scene.title);
        out_ << "<section>";
        paragraph(words_.text("workshop.chain", {{"name", mechanism.name}, {"where", mechanism.where}}));
        out_ << "<ol>";
        for (const content::Step& step : mechanism.steps) out_ << "<li>" << html_text(step.text) << "</li>";
        out_ << "</ol>\n";
        paragraph(mechanism.evidence);
        paragraph(mechanism.caveat);
        sources(mechanism.sources);
        out_ << "</section>\n";
    }
    void write(const content::Scene& scene, const content::ComparisonScene& comparison) {
        heading(scene.title);
        out_ << "<section>";
        for (const auto& [subject, fact] : wording::compared_facts(pack_, comparison.group, comparison.attribute)) {
            const std::string value = fact ? wording::value_text(pack_, *fact) : words_.text("compare.no_data");
            const std::string of = fact && fact->text.empty() && !fact->of.empty() ? " (" + fact->of + ")" : "";
            paragraph(capitalised(subject->short_name) + ": " + value + of);
        }
        paragraph(pack_.attributes.at(comparison.attribute).caveat, "small");
        out_ << "</section>\n";
    }
    void write(const content::Scene& scene, const content::PauseScene& pause) {
        const content::BreathingPattern& pattern = content::pattern_of(pack_.breathing, pause.pattern);
        heading(scene.title);
        out_ << "<section>";
        paragraph(pattern.about);
        for (const content::ClaimId& id : pattern.claims) paragraph(pack_.claims.at(id).statement);
        paragraph(pattern.caution);
        sources(pattern.sources);
        out_ << "</section>\n";
    }

    std::ostream& out_;
    const content::Pack& pack_;
    const text::Language& words_;
    int number_ = 0;
};

} // namespace

Document make_handout(const content::Pack& pack, const text::Language& words, const content::Script& script,
                      const std::string& host, const std::string& css) {
    std::ostringstream out;
    out << html_begin("p", "small") << html_text(pack.name) << "</p>\n<p>" << html_text(host) << "</p>\n";
    SceneWriter writer(out, pack, words);
    for (const content::Scene& scene : script.scenes) writer.write(scene);
    out << html_begin("p", "small") << html_text(pack.disclaimer) << "</p>\n";
    return {"sheets", script.name, ".html", html_page(pack.language, script.name, css, out.str())};
}

} // namespace chelate::print
