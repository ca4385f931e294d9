// A question that waits for the player's answer.
#pragma once

#include <string>
#include <vector>

#include "game/screens/interactions/answer_entry.hpp"
#include "game/screens/knowledge/explained_words.hpp"
#include "game/screens/presenter/presenter.hpp"
#include "game/session/rounds.hpp"

namespace chelate::screens {

/// Shows what is around the answer: the round, the prompt, the hint, the clock.
class QuestionScreen final : public Presenter {
public:
    /// All of them must outlive it. @pre a question is open
    QuestionScreen(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds,
                   const session::Players& players, bool in_kiosk);

    Effects enter() override;
    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Effects handle(const Intent& intent) override;

private:
    Effects take_hint() { return submit(quiz::TakeHint{players_.current().seat}); }
    Effects pass() { return submit(quiz::PassQuestion{players_.current().seat}); }
    Effects explain_words() { return ShowOver{ShowWords{explained_}}; }
    Effects go_back();
    Effects submit(quiz::CommandBody command);
    /// Looks at the question after a command. @param accepted  whether the session accepted the command
    Effects follow(bool accepted);
    [[nodiscard]] bool may_pass() const { return view_.rules.passing && question().marked; }
    [[nodiscard]] const quiz::QuestionView& question() const { return *view_.question; }

    const content::Pack& pack_;
    const text::Language& words_;
    const session::Rounds& rounds_;
    const session::Players& players_;
    bool in_kiosk_;
    quiz::View view_; ///< with the question
    std::vector<WordLine> explained_;
    AnswerEntry entry_;
    bool confidence_is_new_; ///< the player is asked for it for the first time
    std::string notice_;
};

} // namespace chelate::screens
