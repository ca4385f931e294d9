// Shows the report after a lesson: by question, by team, by topic, and what to teach again.
#pragma once

#include "game/screens/classroom/lesson.hpp"
#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

class ReportScreen final : public Presenter {
public:
    /// All of them must outlive it. @param print_css  style sheet of the printed page
    ReportScreen(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds, TeamNames names,
                 const std::string& print_css)
        : pack_(pack), words_(words), rounds_(rounds), names_(names), print_css_(print_css) {}

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Effects handle(const Intent& intent) override;

private:
    enum Part { by_question, by_team, by_topic, to_teach, part_count };

    Effects print();
    Effects export_table();
    /// Goes back into the lesson. Its end can be undone like any other step.
    Effects undo_end() { return retrace(false, rounds_); }
    Effects go_back();

    [[nodiscard]] std::vector<KnownRow> rows() const;
    [[nodiscard]] std::vector<KnownRow> question_rows() const;
    [[nodiscard]] std::vector<KnownRow> team_rows() const;
    [[nodiscard]] std::vector<KnownRow> topic_rows() const;
    [[nodiscard]] KnownRow team_row(std::size_t seat, const quiz::View& view,
                                    const std::vector<quiz::RevealedQuestion>& revealed) const;

    const content::Pack& pack_;
    const text::Language& words_;
    const session::Rounds& rounds_;
    TeamNames names_;
    const std::string& print_css_;
    Part part_ = by_question;
    int open_ = -1;
    int focus_ = 0;
};

} // namespace chelate::screens
