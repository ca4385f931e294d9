#include "game/screens/solo/round_exports.hpp"

#include "game/print/question_report.hpp"
#include "game/print/sheet.hpp"
#include "game/screens/presenter/exports.hpp"
#include "game/screens/presenter/round_header.hpp"

namespace chelate::screens {

print::Document round_sheet(const Context& context) {
    const quiz::SessionState& state = context.game.run().history().state;
    std::vector<print::SheetQuestion> questions;
    for (const quiz::QuestionRecord& asked : state.asked) {
        if (!asked.voided) questions.push_back({asked.question, asked.display_order});
    }
    return print::make_sheet(context.game.pack(), context.words, round_name(context, state.plan.round), questions,
                             print_style());
}

print::Document question_report(const Context& context, int number) {
    const quiz::SessionState& state = context.game.run().history().state;
    const quiz::QuestionRecord& asked = state.asked.at(static_cast<std::size_t>(number) - 1);
    print::QuestionReport report{.program = context.version,
                                 .round = state.plan.round,
                                 .seed = state.plan.seed,
                                 .question = asked.question,
                                 .display_order = asked.display_order};
    if (!asked.answers.empty() && asked.answers[0]) report.response = asked.answers[0]->response;
    return print::make_question_report(context.game.pack(), context.words, report);
}

} // namespace chelate::screens
