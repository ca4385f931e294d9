// Small pages over a screen: a text with buttons, a message, the page of keys.
#pragma once

#include <string>
#include <vector>

#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

/// A text with buttons below it; the last one only closes it.
class Dialog : public Presenter {
public:
    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Transition handle(const Intent& intent) override;

protected:
    Dialog(Context& context, DialogModel model) : context_(context), model_(std::move(model)) {}
    /// Does what a button says; not called for the last one.
    virtual Transition press(int index) = 0;

    /// Says something instead, with the one button that closes.
    void say(std::string text);

    Context& context_;

private:
    Transition activate(int index);

    DialogModel model_;
};

class MessageOverlay final : public Dialog {
public:
    MessageOverlay(Context& context, std::string title, std::string text);

private:
    Transition press(int) override { return Close{}; }
};

class KeysOverlay final : public Presenter {
public:
    KeysOverlay(Context& context, std::vector<KeyHint> keys) : context_(context), keys_(std::move(keys)) {}

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Transition handle(const Intent& intent) override;

private:
    Context& context_;
    std::vector<KeyHint> keys_; ///< of the screen below
};

} // namespace chelate::screens
