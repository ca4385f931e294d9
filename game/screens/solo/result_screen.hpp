// The end of a round: the score with its terms, what the player knows now, and what to play next.
#pragma once

#include <vector>

#include "game/screens/presenter/presenter.hpp"
#include "game/session/rounds.hpp"

namespace chelate::screens {

class ResultScreen final : public Presenter {
public:
    /// All of them must outlive it. @pre the round under way is finished
    ResultScreen(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds,
                 const session::Study& study, const session::History& history, bool in_kiosk);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Effects handle(const Intent& intent) override;

private:
    enum class Choice { mistakes, look_back, again, home, study_on, practise };

    Effects activate(int index);
    Effects play_again();
    // These add to the model.
    [[nodiscard]] std::string known_line(const quiz::Question& question, const ResultLine& line) const;
    /// Says how wrong answers lost points, where confidence is marked.
    void explain_losses(const std::vector<quiz::RevealedQuestion>& revealed, const quiz::Score& score);
    void add_questions(const std::vector<quiz::RevealedQuestion>& revealed);
    void add_totals(const std::vector<quiz::RevealedQuestion>& revealed, const quiz::View& view);
    void add_buttons(bool is_study_round, bool has_revealed);

    const content::Pack& pack_;
    const text::Language& words_;
    const session::Rounds& rounds_;
    const session::Study& study_;
    const session::History& history_;
    bool in_kiosk_;
    ResultModel model_; ///< made once: the round is over
    std::vector<Choice> choices_;
    int focus_ = 0;
};

} // namespace chelate::screens
