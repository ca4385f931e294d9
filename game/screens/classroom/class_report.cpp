#include "game/screens/classroom/class_report.hpp"

#include "game/print/lesson_report.hpp"
#include "game/screens/classroom/lesson.hpp"
#include "game/screens/presenter/exports.hpp"
#include "game/screens/presenter/round_header.hpp"

namespace chelate::screens {

namespace {

print::LessonReport lesson_report(const Context& context) {
    const quiz::SessionState& state = context.game.run().history().state;
    print::LessonReport report{.round = round_name(context, state.plan.round),
                               .reached = reached(context.game.view()),
                               .topics = quiz::analyse_topics(state)};
    for (quiz::QuestionAnalysis& analysis : quiz::analyse_questions(state)) {
        const quiz::QuestionRecord& asked = state.asked[static_cast<std::size_t>(analysis.number) - 1];
        print::LessonQuestion question{.analysis = std::move(analysis),
                                       .question = asked.question,
                                       .display_order = asked.display_order,
                                       .corrected = asked.corrected};
        for (std::size_t seat = 0; seat < asked.answers.size(); ++seat) {
            const auto& answer = asked.answers[seat];
            if (!answer) continue;
            question.answers.push_back({team_name(context, state.players[seat].id), answer->response,
                                        answer->award.points, answer->award.possible});
        }
        report.questions.push_back(std::move(question));
    }
    for (std::size_t seat = 0; seat < state.players.size(); ++seat) {
        report.teams.push_back(
            {team_name(context, state.players[seat].id), state.scores[seat].points, state.scores[seat].possible});
    }
    return report;
}

} // namespace

print::Document lesson_page(const Context& context) {
    return print::make_lesson_page(context.game.pack(), context.words, lesson_report(context), print_style());
}

print::Document lesson_table(const Context& context) {
    return print::make_lesson_table(context.game.pack(), context.words, lesson_report(context));
}

} // namespace chelate::screens
