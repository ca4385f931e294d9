// After a lesson: by question, by team, by topic, and what to teach again.
#pragma once

#include "engine/quiz/item_analysis.hpp"
#include "game/screens/classroom/lesson.hpp"
#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

class ReportScreen final : public Presenter {
public:
    explicit ReportScreen(Context& context) : context_(context) {}

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Transition handle(const Intent& intent) override;

private:
    Transition print();
    Transition export_table();
    /// The end was a step too.
    Transition undo_end();
    Transition go_back();
    enum Part { by_question, by_team, by_topic, to_teach, part_count };

    [[nodiscard]] std::vector<KnownRow> rows() const;

    Context& context_;
    Part part_ = by_question;
    int open_ = -1;
    int focus_ = 0;
};

/// How much was right, as a report says it: "12 of 18 right", or that there are too few answers to say more.
[[nodiscard]] std::string said_of(const text::Language& words, int answers, Fraction right);
/// How well a question told the better teams from the others, in words.
[[nodiscard]] std::string separation_word(const text::Language& words, const std::optional<double>& separation);
/// What was chosen how often, right ones marked.
[[nodiscard]] std::vector<std::string> chosen_lines(const text::Language& words, const quiz::QuestionRecord& asked,
                                                    const std::vector<int>& chosen);

} // namespace chelate::screens
