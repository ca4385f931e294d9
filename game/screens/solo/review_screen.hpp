// Looks back at a finished round, question by question: what was asked and answered, what is right and why.
#pragma once

#include <string>
#include <vector>

#include "game/screens/presenter/presenter.hpp"
#include "game/session/rounds.hpp"

namespace chelate::screens {

class ReviewScreen final : public Presenter {
public:
    /// @param pack, words, rounds, print_css  must outlive it  @param print_css  style sheet of the printed sheet
    /// @pre at least one question of the round is revealed
    ReviewScreen(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds,
                 const std::string& print_css, bool in_kiosk);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Effects handle(const Intent& intent) override;

private:
    enum Focus { focus_sources, focus_next, focus_count };

    Effects report() { return ShowOver{ShowSeemsWrong{numbers_[at_]}}; }
    Effects print();
    [[nodiscard]] bool is_last() const { return at_ + 1 == numbers_.size(); }
    void turn(int by);
    Effects press(int index);

    const content::Pack& pack_;
    const text::Language& words_;
    const session::Rounds& rounds_;
    const std::string& print_css_;
    bool in_kiosk_;
    std::vector<int> numbers_; ///< of the revealed questions, 1-based
    std::size_t at_ = 0;
    bool sources_open_ = false;
    int focus_ = 1; ///< 0: sources, 1: next
};

} // namespace chelate::screens
