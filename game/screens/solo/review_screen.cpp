#include "game/screens/solo/review_screen.hpp"

#include "game/screens/presenter/round_header.hpp"
#include "game/screens/solo/reveal_screen.hpp"
#include "game/screens/solo/round_exports.hpp"

namespace chelate::screens {

ReviewScreen::ReviewScreen(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds,
                           const std::string& print_css, bool in_kiosk)
    : pack_(pack), words_(words), rounds_(rounds), print_css_(print_css), in_kiosk_(in_kiosk) {
    for (const quiz::RevealedQuestion& asked : rounds.revealed()) numbers_.push_back(asked.number);
}

ScreenModel ReviewScreen::model() const {
    RevealModel model = reveal_model(pack_, words_, rounds_.look_back(numbers_[at_]));
    say_saved(words_, in_kiosk_, rounds_.is_saved(), model);
    const Standing standing = standing_of(rounds_, pack_, words_);
    const auto count = static_cast<std::int64_t>(numbers_.size());
    model.round = standing.round;
    model.counter = words_.text("question.counter", {{"number", words_.number(static_cast<std::int64_t>(at_) + 1)},
                                                     {"of", words_.number(count)}});
    model.progress = static_cast<double>(at_ + 1) / static_cast<double>(count);
    model.score = standing.score;
    model.sources_open = sources_open_;
    model.next = words_.text(is_last() ? "review.to_result" : "review.next");
    model.turns = true;
    model.focus = focus_;
    return model;
}

std::vector<KeyHint> ReviewScreen::hints() const {
    return {{words_.text("key.left_right"), words_.text("does.turn")},
            {words_.text("key.space"), words_.text("does.sources")}};
}

std::vector<Action> ReviewScreen::actions() const {
    return {on(ActionId::print, &ReviewScreen::print), on(ActionId::report, &ReviewScreen::report), on(ActionId::help),
            on(ActionId::back, Effects{Close{}})};
}

Effects ReviewScreen::print() {
    return Print{round_sheet(pack_, words_, rounds_, print_css_),
                 [this](const Result<std::filesystem::path>& file) -> Effects {
                     return ShowOver{ShowMessage{words_.text("sheet.written_title"),
                                                 file ? words_.text("sheet.written", {{"path", file->string()}})
                                                      : words_.sentence(file.error())}};
                 }};
}

void ReviewScreen::turn(int by) {
    const int to = static_cast<int>(at_) + by;
    if (to >= 0 && to < static_cast<int>(numbers_.size())) at_ = static_cast<std::size_t>(to);
}

Effects ReviewScreen::press(int index) {
    focus_ = index;
    if (index == focus_sources) {
        sources_open_ = !sources_open_;
    } else if (is_last()) {
        return Close{};
    } else {
        turn(1);
    }
    return {};
}

Effects ReviewScreen::handle(const Intent& intent) {
    if (const auto* adjust = std::get_if<Adjust>(&intent)) {
        turn(adjust->by);
    } else if (std::holds_alternative<Hold>(intent)) {
        sources_open_ = !sources_open_;
    } else if (const auto* move = std::get_if<MoveFocus>(&intent)) {
        focus_ = walked(focus_, move->by, focus_count);
    } else if (const auto* focus = std::get_if<FocusOn>(&intent)) {
        if (focus->index >= 0 && focus->index < focus_count) focus_ = focus->index;
    } else if (const auto* pressed = std::get_if<Press>(&intent)) {
        if (pressed->index >= 0 && pressed->index < focus_count) return press(pressed->index);
    } else if (std::holds_alternative<Activate>(intent)) {
        return press(focus_);
    }
    return {};
}

} // namespace chelate::screens
