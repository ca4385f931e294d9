#include "game/screens/solo/round_exports.hpp"

#include "game/print/question_report.hpp"
#include "game/print/sheet.hpp"
#include "game/screens/presenter/round_header.hpp"
#include "game/session/rounds.hpp"

namespace chelate::screens {

print::Document round_sheet(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds,
                            const std::string& css) {
    std::vector<print::SheetQuestion> questions;
    for (const quiz::RevealedQuestion& asked : rounds.revealed()) {
        if (!asked.reveal.voided) questions.push_back({asked.reveal.question, asked.reveal.display_order});
    }
    return print::make_sheet(pack, words, round_name(pack, words, rounds.plan().round), questions, css);
}

print::Document question_report(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds,
                                const std::string& program, int number) {
    const quiz::View view = rounds.look_back(number);
    const quiz::RevealView& asked = *view.reveal;
    print::QuestionReport report{.program = program,
                                 .round = view.round,
                                 .seed = rounds.plan().seed,
                                 .question = asked.question,
                                 .display_order = asked.display_order};
    if (asked.judgement) report.response = asked.judgement->response;
    return print::make_question_report(pack, words, report);
}

} // namespace chelate::screens
