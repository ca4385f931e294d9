// A table nobody stands at all the time: what it shows by itself, and that nothing of a visitor stays.
#pragma once

#include <map>

#include "engine/quiz/question.hpp"
#include "game/screens/presenter/dialog.hpp"
#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

/// How long nobody has to do anything until it asks whether somebody is there, and until it begins anew after that.
inline constexpr Millis kiosk_asks_after{45000};
inline constexpr Millis kiosk_resets_after{15000};
/// Simulated players: how many, and how many of a hundred of their answers are right.
inline constexpr int simulated_players = 20;
inline constexpr int simulated_right_percent = 60;

/// Begins a kiosk: from now on visitors play and nothing is kept. @param ends_program whether leaving it ends the
/// program
void enter_kiosk(Context& context, content::Script script, std::string exit_word, bool ends_program);
/// Back to who was there before; nothing of visitors is left.
void leave_kiosk(Context& context);
/// Forgets the visitor: the round, and everything that was set.
void forget_visitor(Context& context);
/// A word nobody guesses, to type when the host wants to leave.
[[nodiscard]] std::string new_exit_word(std::uint64_t seed);
/// Remembers what was typed. @return whether it ends with the word that leads out
[[nodiscard]] bool matches_exit_word(session::Kiosk& kiosk, char32_t typed);
/// What a pack without scripts shows: its name, questions of its first round, its chains.
[[nodiscard]] content::Script usual_script(const content::Pack& pack);

/// Shows the script by itself: questions that simulated players answer, chains that unfold, statements with their
/// verdicts.
class AttractScreen final : public Presenter {
public:
    /// @param seed  of its questions and of what the simulated players pick
    AttractScreen(Context& context, std::uint64_t seed);

    void enter() override;

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override { return {}; }
    [[nodiscard]] std::vector<Action> actions() const override { return {}; }
    Transition handle(const Intent&) override { return GoTo{ShowHome{}}; } ///< any key
    [[nodiscard]] bool keeps_time() const override { return true; }
    [[nodiscard]] bool is_for_projector() const override { return true; }
    [[nodiscard]] bool runs_by_itself() const override { return true; }

private:
    /// One picture of the loop and how long it stands.
    struct Beat {
        enum class Kind : std::uint8_t { welcome, prompt, voting, told, chain, comparison, statement, verdict } kind;
        std::size_t scene;
        std::size_t part; ///< links that are shown, or the statement
        Millis length;
    };
    /// A question of the script, and what the simulated players pick.
    struct Staged {
        quiz::QuestionRef question;
        quiz::Order shown;
        std::vector<std::uint8_t> picks;
    };
    void add(std::size_t scene);
    [[nodiscard]] const content::Script& script() const { return context_.kiosk->script; }
    [[nodiscard]] SceneModel placard(const content::Scene& scene) const;
    [[nodiscard]] ScreenModel asked(const Beat& beat, Millis within) const;
    [[nodiscard]] RevealModel told(const Beat& beat) const;

    Context& context_;
    Millis began_;
    Millis all_{};
    std::uint64_t seed_;
    std::map<std::size_t, Staged> staged_; ///< by scene
    std::vector<Beat> beats_;
};

/// Asks whether somebody is there, with the seconds until it begins anew.
class IdleOverlay final : public Presenter {
public:
    explicit IdleOverlay(Context& context) : context_(context) {}

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override { return {}; }
    Transition handle(const Intent&) override { return Close{}; } ///< any key
    Transition tick() override;
    [[nodiscard]] bool keeps_time() const override { return true; }
    /// The key that says so does nothing else.
    [[nodiscard]] bool runs_by_itself() const override { return true; }

private:
    [[nodiscard]] Millis left() const;

    Context& context_;
};

/// Tells the host how to leave, before it begins.
class KioskOverlay final : public Dialog {
public:
    KioskOverlay(Context& context, const content::ScriptId& script, std::string exit_word);

private:
    Transition press(int index) override;

    content::ScriptId script_;
    std::string exit_word_;
};

} // namespace chelate::screens
