// The screens of a kiosk: what it shows by itself, the question whether anyone is there, and how the host starts it.
#pragma once

#include <map>

#include "engine/quiz/question.hpp"
#include "engine/runner/clock.hpp"
#include "game/screens/presenter/dialog.hpp"
#include "game/screens/presenter/presenter.hpp"
#include "game/session/kiosk.hpp"
#include "game/session/workshop.hpp"

namespace chelate::screens {

/// After this time without any activity the kiosk asks whether anyone is there. After the second time it starts again.
inline constexpr Millis kiosk_asks_after{45000};
inline constexpr Millis kiosk_resets_after{15000};

/// Shows a script by itself: questions that simulated players answer, chains that unfold, statements with their
/// verdicts. The kiosk's seed decides the questions and what the simulated players pick.
class AttractScreen final : public Presenter {
public:
    /// All of them must outlive it.
    AttractScreen(const content::Pack& pack, const text::Language& words, const runner::Clock& clock,
                  const session::Kiosk& kiosk, const session::Holder& holder);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override { return {}; }
    [[nodiscard]] std::vector<Action> actions() const override { return {}; }
    Effects handle(const Intent&) override { return Show{ShowHome{}}; } ///< any key begins a visit
    [[nodiscard]] bool keeps_time() const override { return true; }
    [[nodiscard]] bool is_for_projector() const override { return true; }
    [[nodiscard]] bool runs_by_itself() const override { return true; }

private:
    /// One picture of the loop and how long it is shown.
    struct Beat {
        enum class Kind : std::uint8_t { welcome, prompt, voting, told, chain, comparison, statement, verdict } kind;
        std::size_t scene;
        std::size_t part; ///< number of links that are shown, or the statement
        Millis length;
    };
    void add(std::size_t scene);
    [[nodiscard]] const content::Script& script() const { return kiosk_.script(); }
    [[nodiscard]] SceneModel placard(const content::Scene& scene) const;
    [[nodiscard]] ScreenModel asked(const Beat& beat, Millis within) const;
    [[nodiscard]] RevealModel told(const Beat& beat) const;

    const content::Pack& pack_;
    const text::Language& words_;
    const runner::Clock& clock_;
    const session::Kiosk& kiosk_;
    const session::Holder& holder_;
    Millis began_;                                                ///< steady time
    Millis all_{};                                                ///< length of the whole loop
    std::map<std::size_t, session::SimulatedQuestion> questions_; ///< by scene
    std::vector<Beat> beats_;
};

/// Asks whether anyone is there, with the seconds until the kiosk starts again.
class IdleOverlay final : public Presenter {
public:
    /// All of them must outlive it.
    IdleOverlay(const text::Language& words, const runner::Clock& clock, const session::Kiosk& kiosk)
        : words_(words), clock_(clock), kiosk_(kiosk) {}

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override { return {}; }
    Effects handle(const Intent&) override { return Close{}; } ///< any key
    Effects tick() override;
    [[nodiscard]] bool keeps_time() const override { return true; }
    /// The key that answers does nothing else.
    [[nodiscard]] bool runs_by_itself() const override { return true; }

private:
    [[nodiscard]] Millis left() const;

    const text::Language& words_;
    const runner::Clock& clock_;
    const session::Kiosk& kiosk_;
};

/// Tells the host how to leave the prepared kiosk, before it starts.
class KioskOverlay final : public Dialog {
public:
    /// @param words  must outlive it
    KioskOverlay(const text::Language& words, const std::string& exit_word);

private:
    Effects press(int index) override;
};

} // namespace chelate::screens
