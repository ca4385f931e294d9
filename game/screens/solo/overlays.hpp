// Small pages over a screen: the keys, the player's name, questions with a few answers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "game/screens/presenter/dialog.hpp"

namespace chelate::screens {

class NameOverlay final : public Presenter {
public:
    /// When nobody has played here yet the page also says what this program is.
    NameOverlay(Context& context, const ShowName& request);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Transition handle(const Intent& intent) override;

private:
    Transition accept();
    Transition cancel();

    Context& context_;
    ShowName request_;
    std::string text_;
    std::string refused_; ///< why the name could not be taken
};

class PlayersOverlay final : public Dialog {
public:
    explicit PlayersOverlay(Context& context);

private:
    Transition press(int index) override;

    enum class Choice : std::uint8_t { somebody_else, rename, export_profile, import_profiles, remove, ask_again };
    [[nodiscard]] static std::vector<Choice> choices_in(const Context& context);
    [[nodiscard]] static DialogModel model_in(const Context& context);
    void export_profile();

    std::vector<std::string> others_;
    std::vector<Choice> choices_;
};

class RemovePlayerOverlay final : public Dialog {
public:
    explicit RemovePlayerOverlay(Context& context);

private:
    Transition press(int index) override;
};

/// A question that seems wrong: a report to send, or never to be asked again.
class SeemsWrongOverlay final : public Dialog {
public:
    SeemsWrongOverlay(Context& context, int number);

private:
    Transition press(int index) override;

    int number_;
};

class RoundUnderWayOverlay final : public Dialog {
public:
    RoundUnderWayOverlay(Context& context, content::Round wanted);

private:
    Transition press(int index) override;

    content::Round wanted_;
};

class EndRoundOverlay final : public Dialog {
public:
    explicit EndRoundOverlay(Context& context);

private:
    Transition press(int index) override;
};

} // namespace chelate::screens
