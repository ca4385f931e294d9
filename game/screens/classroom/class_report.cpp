#include "game/screens/classroom/class_report.hpp"

#include <algorithm>

#include "game/screens/presenter/round_header.hpp"

namespace chelate::screens {

print::LessonReport lesson_report(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds,
                                  const TeamNames& names) {
    const quiz::View view = rounds.view();
    const std::vector<quiz::RevealedQuestion> revealed = rounds.revealed();
    print::LessonReport report{
        .round = round_name(pack, words, view.round), .reached = reached(view), .topics = rounds.topic_analysis()};
    if (view.rules.confidence != quiz::ConfidenceUse::none) report.confidence.emplace();
    for (quiz::QuestionAnalysis& analysis : rounds.question_analysis()) {
        const auto asked = std::find_if(revealed.begin(), revealed.end(), [&](const quiz::RevealedQuestion& one) {
            return one.number == analysis.number;
        });
        if (asked == revealed.end()) continue; // only revealed questions are analysed
        const quiz::RevealView& reveal = asked->reveal;
        print::LessonQuestion question{.analysis = std::move(analysis),
                                       .question = reveal.question,
                                       .display_order = reveal.display_order,
                                       .corrected = reveal.corrected};
        for (std::size_t seat = 0; seat < reveal.everybody.size(); ++seat) {
            const auto& answer = reveal.everybody[seat];
            if (!answer) continue;
            question.answers.push_back({names.name_of(view.standings[seat].player), answer->response,
                                        answer->award.points, answer->award.possible, answer->confidence});
            if (!report.confidence || !answer->confidence) continue;
            auto& count = report.confidence->at(static_cast<std::size_t>(*answer->confidence) - 1);
            ++count.answers;
            if (answer->award.credit == Fraction::one()) ++count.right;
        }
        report.questions.push_back(std::move(question));
    }
    for (const quiz::Standing& standing : view.standings)
        report.teams.push_back({names.name_of(standing.player), standing.score.points, standing.score.possible});
    return report;
}

} // namespace chelate::screens
