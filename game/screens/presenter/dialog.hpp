// Small pages over a screen: a text with buttons, a message, the page of keys.
#pragma once

#include <functional>
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

/// A panel with a text to type, a button that takes it and one that leaves.
class TextEntry : public Presenter {
public:
    Effects handle(const Intent& intent) override;

protected:
    explicit TextEntry(std::string text = {}) : text_(std::move(text)) {}
    /// Takes the text, or says in `problem_` why not.
    virtual Effects accept() = 0;
    virtual Effects leave() { return Close{}; }

    std::string text_;
    std::string problem_; ///< why the text was not taken; gone when it is changed
};

class MessageOverlay final : public Dialog {
public:
    MessageOverlay(const text::Language& words, std::string title, std::string text);

private:
    Effects press(int) override { return Close{}; }
};

/// Asks what becomes of a long text that was typed in the overlay below, before that overlay closes.
class UnsavedOverlay final : public Dialog {
public:
    /// @param words  must outlive it  @param title  the question
    /// @param save  saves the text and closes the overlay below; empty: the text cannot be saved
    UnsavedOverlay(const text::Language& words, std::string title, std::function<Effects()> save);

private:
    Effects press(int index) override;

    std::function<Effects()> save_;
};

/// A page to read. Enter closes it, and so does the key that opened it.
class PageOverlay final : public Presenter {
public:
    /// @param opened_by  the action that opens it, or that goes on after it
    PageOverlay(ScreenModel page, ActionId opened_by) : page_(std::move(page)), opened_by_(opened_by) {}

    [[nodiscard]] ScreenModel model() const override { return page_; }
    [[nodiscard]] std::vector<KeyHint> hints() const override { return {}; }
    [[nodiscard]] std::vector<Action> actions() const override;
    Effects handle(const Intent& intent) override;

private:
    ScreenModel page_;
    ActionId opened_by_;
};

/// Returns the page of keys. @param keys  of the screen below  @param in_kiosk  a visitor cannot change the window
[[nodiscard]] KeysModel keys_page(const text::Language& words, std::vector<KeyHint> keys, bool in_kiosk);

} // namespace chelate::screens
