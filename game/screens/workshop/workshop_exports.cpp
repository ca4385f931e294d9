#include "game/screens/workshop/workshop_exports.hpp"

#include <cmath>
#include <sstream>

#include "engine/quiz/scene_question.hpp"
#include "game/print/html.hpp"
#include "game/screens/classroom/class_report.hpp"
#include "game/screens/knowledge/compare_screen.hpp"
#include "game/screens/presenter/exports.hpp"
#include "game/wording/lookup.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

/// By how many of a hundred the room came to say that a statement is right; empty without two votes.
std::string shift_text(const session::Belief& before, const session::Belief& after) {
    if (before.all == 0 || after.all == 0) return {};
    const auto share = [](const session::Belief& belief) { return static_cast<double>(belief.right) / belief.all; };
    return std::to_string(std::lround(100 * (share(after) - share(before))));
}

/// One scene after the other on paper.
class Handout {
public:
    Handout(std::ostream& out, const Context& context) : out_(out), context_(context) {}

    void scene(const content::Scene& scene) {
        std::visit([&](const auto& body) { write(scene, body); }, scene.body);
    }

private:
    [[nodiscard]] const content::Pack& pack() const { return context_.game.pack(); }

    void heading(const std::string& text) { out_ << "<h2>" << print::html_text(text) << "</h2>\n"; }
    void paragraph(const std::string& text, std::string_view looks = {}) {
        if (!text.empty()) out_ << print::html_begin("p", looks) << print::html_text(text) << "</p>\n";
    }
    void sources(const std::vector<content::SourceId>& ids) {
        for (const std::string& cited : wording::citations(pack(), ids)) paragraph("– " + cited, "small");
    }

    void write(const content::Scene&, const content::WelcomeScene&) {}
    void write(const content::Scene&, const content::ClosingScene&) {}
    void write(const content::Scene& scene, const content::QuestionScene& asked) {
        // Another seed may have shown another question of a template: only what is written stands on paper.
        if (asked.question.empty()) return;
        const auto question = quiz::question_of(pack(), asked, 0);
        if (!question || !quiz::is_marked(*question)) return;
        heading(scene.title);
        write_answer(out_, context_.words, ++number_, *question, quiz::key_text(*question));
    }
    void write(const content::Scene& scene, const content::WallScene& wall) {
        heading(scene.title);
        for (const content::WallStatement& statement : wall.statements) {
            const content::Claim& claim = pack().claims.at(statement.claim);
            const quiz::Question question = quiz::vote_on(pack(), statement, {});
            const std::string verdict = pack().words.verdicts[static_cast<std::size_t>(claim.verdict)];
            write_answer(out_, context_.words, ++number_, question,
                         context_.words.text("wall.verdict", {{"verdict", verdict}}));
        }
    }
    void write(const content::Scene& scene, const content::ChainScene& chain) {
        const content::Mechanism& mechanism = pack().mechanisms.at(chain.mechanism);
        heading(scene.title);
        out_ << "<section>";
        paragraph(context_.words.text("workshop.chain", {{"name", mechanism.name}, {"where", mechanism.where}}));
        out_ << "<ol>";
        for (const content::Step& step : mechanism.steps) out_ << "<li>" << print::html_text(step.text) << "</li>";
        out_ << "</ol>\n";
        paragraph(mechanism.evidence);
        paragraph(mechanism.caveat);
        sources(mechanism.sources);
        out_ << "</section>\n";
    }
    void write(const content::Scene& scene, const content::ComparisonScene& comparison) {
        heading(scene.title);
        out_ << "<section>";
        for (const KnownRow& row :
             compared_rows(pack(), context_.words, comparison.group, comparison.attribute, false)) {
            paragraph(row.title + ": " + row.cells.front().text + (row.about.empty() ? "" : " (" + row.about + ")"));
        }
        paragraph(pack().attributes.at(comparison.attribute).caveat, "small");
        out_ << "</section>\n";
    }
    void write(const content::Scene& scene, const content::PauseScene& pause) {
        const content::BreathingPattern& pattern = content::pattern_of(pack().breathing, pause.pattern);
        heading(scene.title);
        out_ << "<section>";
        paragraph(pattern.about);
        for (const content::ClaimId& id : pattern.claims) paragraph(pack().claims.at(id).statement);
        paragraph(pattern.caution);
        sources(pattern.sources);
        out_ << "</section>\n";
    }

    std::ostream& out_;
    const Context& context_;
    int number_ = 0;
};

} // namespace

std::string handout_html(const Context& context, const content::Script& script) {
    std::ostringstream out;
    out << print::html_begin("p", "small") << print::html_text(context.game.pack().name) << "</p>\n<p>"
        << print::html_text(session::holder_line(script, context.workshop.holder)) << "</p>\n";
    Handout handout(out, context);
    for (const content::Scene& scene : script.scenes) handout.scene(scene);
    out << print::html_begin("p", "small") << print::html_text(context.game.pack().disclaimer) << "</p>\n";
    return page_of(context.game.pack().language, script.name, out.str());
}

std::string votes_csv(const Context& context, const content::Script& script, const quiz::WorkshopView& workshop) {
    const auto& words = context.words;
    const content::Pack& pack = context.game.pack();
    std::vector<std::string> head{words.text("votes.statement"), words.text("votes.verdict")};
    for (const char* when : {"wall.before", "wall.after"}) {
        for (const char* option : {"vote.right_sure", "vote.right_unsure", "vote.wrong_unsure", "vote.wrong_sure"}) {
            head.push_back(words.text("votes.column", {{"when", words.text(when)}, {"option", words.text(option)}}));
        }
    }
    head.push_back(words.text("votes.shift"));
    std::string table = csv_line(head);
    for (std::size_t scene = 0; scene < script.scenes.size(); ++scene) {
        const auto* wall = std::get_if<content::WallScene>(&script.scenes[scene].body);
        if (wall == nullptr) continue;
        for (std::size_t i = 0; i < wall->statements.size(); ++i) {
            const auto before = session::hands_at(workshop, scene, session::place_of_vote(i, false));
            const auto after = session::hands_at(workshop, scene, session::place_of_vote(i, true));
            if (before.empty() && after.empty()) continue;
            std::vector<std::string> line{
                wall->statements[i].text,
                pack.words.verdicts[static_cast<std::size_t>(pack.claims.at(wall->statements[i].claim).verdict)]};
            for (const auto& hands : {before, after}) {
                for (std::size_t option = 0; option < session::vote_options; ++option)
                    line.push_back(option < hands.size() ? std::to_string(hands[option]) : std::string{});
            }
            line.push_back(shift_text(session::belief_of(before), session::belief_of(after)));
            table += csv_line(line);
        }
    }
    return table;
}

Result<std::filesystem::path> write_handout(const Context& context, const content::Script& script) {
    return write_export(context, "sheets", script.name, ".html", handout_html(context, script)); // not for people
}

Result<std::filesystem::path> write_votes(const Context& context, const content::Script& script,
                                          const quiz::WorkshopView& workshop) {
    return write_export(context, "reports", script.name, ".csv",
                        votes_csv(context, script, workshop)); // not for people
}

} // namespace chelate::screens
