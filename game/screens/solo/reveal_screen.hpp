// The reveal of a question: what is right, and why.
#pragma once

#include <optional>
#include <vector>

#include "engine/quiz/view.hpp"
#include "game/screens/knowledge/explained_words.hpp"
#include "game/screens/presenter/presenter.hpp"
#include "game/session/rounds.hpp"

namespace chelate::screens {

/// Returns the reveal of a question, without what belongs to the round: name, counter, score, what comes next.
/// @pre the view has a reveal
[[nodiscard]] RevealModel reveal_model(const content::Pack& pack, const text::Language& words, const quiz::View& view);
/// Adds whether the round under way is saved so far. @param in_kiosk  nothing is saved there
/// @param saved  all of it is on disk
void say_saved(const text::Language& words, bool in_kiosk, bool saved, RevealModel& model);

class RevealScreen final : public Presenter {
public:
    /// All of them must outlive it. @pre the last question of the round under way is revealed
    RevealScreen(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds,
                 const session::Study& study, bool in_kiosk);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Effects handle(const Intent& intent) override;

private:
    enum Focus { focus_sources, focus_next };

    Effects weigh() { return ShowOver{ShowWeighing{*weighed()}}; }
    Effects explain_words() { return ShowOver{ShowWords{explained_}}; }
    Effects report() { return ShowOver{ShowSeemsWrong{view_.question->number}}; }
    Effects go_back();
    Effects press(int index);
    [[nodiscard]] bool is_last() const;
    [[nodiscard]] bool has_sources() const { return !view_.reveal->question->sources.empty(); }
    /// Returns the claim whose grade the player can weigh.
    [[nodiscard]] std::optional<content::ClaimId> weighed() const;

    const content::Pack& pack_;
    const text::Language& words_;
    const session::Rounds& rounds_;
    const session::Study& study_;
    bool in_kiosk_;
    quiz::View view_;
    std::vector<WordLine> explained_;
    bool sources_open_ = false;
    int focus_ = 1; ///< 0: sources, 1: next
};

} // namespace chelate::screens
