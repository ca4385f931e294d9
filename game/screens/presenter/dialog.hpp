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
    Effects handle(const Intent& intent) override;

protected:
    /// @param words  must outlive it
    Dialog(const text::Language& words, DialogModel model) : words_(words), model_(std::move(model)) {}
    /// Does what a button says; not called for the last one.
    virtual Effects press(int index) = 0;

    /// Says something instead, with the one button that closes.
    void say(std::string text);
    /// Shows another text with other buttons instead; the last one only closes.
    void ask(DialogModel model) { model_ = std::move(model); }

    const text::Language& words_;

private:
    Effects activate(int index);

    DialogModel model_;
};

class MessageOverlay final : public Dialog {
public:
    MessageOverlay(const text::Language& words, std::string title, std::string text);

private:
    Effects press(int) override { return Close{}; }
};

class KeysOverlay final : public Presenter {
public:
    /// @param keys  of the screen below
    KeysOverlay(const text::Language& words, std::vector<KeyHint> keys, bool in_kiosk)
        : words_(words), keys_(std::move(keys)), in_kiosk_(in_kiosk) {}

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Effects handle(const Intent& intent) override;

private:
    const text::Language& words_;
    std::vector<KeyHint> keys_;
    bool in_kiosk_; ///< a visitor cannot change the window
};

} // namespace chelate::screens
