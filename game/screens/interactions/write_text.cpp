// Typing a word or two. Enter or the button submits them.
#include "engine/base/text.hpp"
#include "game/screens/interactions/field.hpp"
#include "game/screens/interactions/interactions.hpp"

namespace chelate::screens {

namespace {

constexpr std::size_t longest_answer = 80;

class Writing final : public Answering {
public:
    explicit Writing(const text::Language& words) : words_(words), field_(longest_answer) {}

    [[nodiscard]] AnswerModel model() const override { return TextModel{field_.model({})}; }
    [[nodiscard]] int count() const override { return 1; }
    [[nodiscard]] std::string_view check() const override { return "question.check"; }
    [[nodiscard]] Keys keyboard() const override { return Keys::type; }

    [[nodiscard]] std::optional<quiz::Response> response() const override {
        std::string text = quiz::bare_answer(without_unshowable(field_.text()));
        if (text.empty()) return std::nullopt;
        return quiz::Written{std::move(text)};
    }

    [[nodiscard]] std::optional<Missing> missing() const override {
        if (response()) return std::nullopt;
        return Missing{0, words_.text("question.missing_text")};
    }

    [[nodiscard]] std::vector<KeyHint> keys() const override {
        return {{words_.text("key.letters"), words_.text("does.type")},
                {words_.text("key.enter"), words_.text("does.check")}};
    }

    std::optional<quiz::Response> handle(const Intent& intent, int&) override {
        if (const auto* typed = std::get_if<TypeText>(&intent)) field_.type(typed->text);
        if (const auto* edit = std::get_if<EditText>(&intent)) field_.edit(edit->edit);
        if (std::holds_alternative<Activate>(intent)) return response();
        return std::nullopt;
    }

private:
    const text::Language& words_;
    Field field_;
};

} // namespace

std::unique_ptr<Answering> answering(const content::Pack&, const text::Language& words, const quiz::TextView&) {
    return std::make_unique<Writing>(words);
}

MarkedModel marked(const content::Pack&, const text::Language& words, const quiz::WriteText& interaction,
                   const quiz::RevealView& reveal) {
    const auto* written = given<quiz::Written>(reveal);
    MarkedText model{
        .yours = {}, .right_word = words.text("reveal.right_answer"), .right = quiz::key_text(interaction)};
    if (written == nullptr) return model;
    const quiz::AcceptedText* accepted = quiz::taken_for(written->text, interaction);
    model.yours = {.card = {{}, written->text, {}},
                   .mark = accepted == nullptr        ? Mark::wrong
                           : accepted->percent == 100 ? Mark::right
                                                      : Mark::missed,
                   .yours = true,
                   .word = words.text(accepted == nullptr ? "reveal.yours" : "reveal.yours_right"),
                   .why = {}};
    if (accepted == nullptr) return model;
    // Shows what the text was taken for, when it was spelled differently.
    if (quiz::comparable(accepted->text) != quiz::comparable(written->text)) {
        model.yours.why = words.text("reveal.taken_for", {{"text", accepted->text}});
    }
    if (accepted->percent == 100) model.right.clear();
    return model;
}

} // namespace chelate::screens
