// Small pages over a screen: the keys, the player's name, what to do with a round under way.
#pragma once

#include "game/app/presenter.hpp"

namespace chelate::app {

class KeysOverlay final : public Presenter {
public:
    KeysOverlay(Context& context, std::vector<KeyHint> keys) : context_(context), keys_(std::move(keys)) {}

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> footer() const override;
    Transition handle(const Intent& intent) override;

private:
    Context& context_;
    std::vector<KeyHint> keys_; ///< of the screen below
};

class NameOverlay final : public Presenter {
public:
    /// When nobody has played here yet the page also says what this program is.
    NameOverlay(Context& context, const ShowName& request);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> footer() const override;
    Transition handle(const Intent& intent) override;

private:
    Transition accept();
    Transition cancel();

    Context& context_;
    ShowName request_;
    std::string text_;
};

class RoundUnderWayOverlay final : public Presenter {
public:
    RoundUnderWayOverlay(Context& context, content::RoundId wanted) : context_(context), wanted_(std::move(wanted)) {}

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> footer() const override;
    Transition handle(const Intent& intent) override;

private:
    Transition activate(int index);

    Context& context_;
    content::RoundId wanted_;
    int focus_ = 0;
};

} // namespace chelate::app
