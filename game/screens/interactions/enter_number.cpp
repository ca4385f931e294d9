// Entering a number: arrows or the pointer slide along the scale, or it is typed. Enter or the button submits it.
#include <algorithm>
#include <cmath>

#include "engine/quiz/typed_number.hpp"
#include "game/screens/interactions/field.hpp"
#include "game/screens/interactions/interactions.hpp"
#include "game/screens/interactions/typed_number.hpp"

namespace chelate::screens {

namespace {

constexpr std::size_t longest_number = 60; ///< with all its decimals and its unit

double share_of(const quiz::Entered& number, const quiz::Scale& scale) {
    const double units = static_cast<double>(number.units) / std::pow(10.0, number.finer);
    return (units - static_cast<double>(scale.from)) / static_cast<double>(scale.to - scale.from);
}

class Estimating final : public Answering {
public:
    Estimating(const text::Language& words, const quiz::NumberView& view)
        : words_(words), scale_(view.scale), field_(longest_number) {}

    [[nodiscard]] AnswerModel model() const override {
        NumberModel model{.field = field_.model(problem_of_number(words_, field_.text(), scale_)),
                          .unit = scale_.unit,
                          .from = quiz::shown_with_unit({scale_.from}, scale_),
                          .to = quiz::shown_with_unit({scale_.to}, scale_),
                          .share = {}};
        if (const auto number = entered()) model.share = share_of(*number, scale_);
        return model;
    }
    [[nodiscard]] int count() const override { return 1; }
    [[nodiscard]] std::string_view check() const override { return "question.check"; }
    [[nodiscard]] Keys keyboard() const override { return Keys::slide; }

    [[nodiscard]] std::optional<quiz::Response> response() const override {
        const auto number = entered();
        if (!number) return std::nullopt;
        return *number;
    }

    [[nodiscard]] std::optional<Missing> missing() const override {
        if (entered()) return std::nullopt;
        // The field itself says what is wrong with a text.
        return Missing{0, field_.text().empty() ? words_.text("question.missing_text") : std::string()};
    }

    [[nodiscard]] std::vector<KeyHint> keys() const override {
        return {{words_.text("key.number_keys"), words_.text("does.type")},
                {words_.text("key.left_right"), words_.text("does.slide")},
                {words_.text("key.enter"), words_.text("does.check")}};
    }

    std::optional<quiz::Response> handle(const Intent& intent, int&) override {
        if (const auto* typed = std::get_if<TypeText>(&intent)) field_.type(typed->text);
        if (const auto* edit = std::get_if<EditText>(&intent)) field_.edit(edit->edit);
        if (const auto* slide = std::get_if<SlideTo>(&intent)) {
            const double steps = std::clamp(slide->share, 0.0, 1.0) * static_cast<double>(scale_.to - scale_.from) /
                                 static_cast<double>(scale_.step);
            enter(scale_.from + static_cast<std::int64_t>(std::llround(steps)) * scale_.step);
        }
        if (const auto* adjust = std::get_if<Adjust>(&intent)) {
            // It starts in the middle, which tells nothing about the key.
            const std::int64_t middle = scale_.from + (scale_.to - scale_.from) / scale_.step / 2 * scale_.step;
            const auto now = entered();
            enter(now ? whole_units(*now) + adjust->by * scale_.step : middle);
        }
        if (std::holds_alternative<Activate>(intent)) return response();
        return std::nullopt;
    }

private:
    void enter(std::int64_t units) {
        field_.set(quiz::shown_number(std::clamp(units, scale_.from, scale_.to), scale_.decimals));
    }

    /// Returns a number in units of the scale, without its finer decimals: the slider has no others.
    [[nodiscard]] static std::int64_t whole_units(const quiz::Entered& number) {
        return std::llround(static_cast<double>(number.units) / std::pow(10.0, number.finer));
    }

    [[nodiscard]] std::optional<quiz::Entered> entered() const {
        return quiz::read_number(field_.text(), scale_).number;
    }

    const text::Language& words_;
    quiz::Scale scale_;
    Field field_;
};

} // namespace

std::unique_ptr<Answering> answering(const content::Pack&, const text::Language& words, const quiz::NumberView& view) {
    return std::make_unique<Estimating>(words, view);
}

MarkedModel marked(const content::Pack&, const text::Language& words, const quiz::EnterNumber& interaction,
                   const quiz::RevealView& reveal) {
    const quiz::Scale& scale = interaction.scale;
    MarkedNumber model{.from = quiz::shown_with_unit({scale.from}, scale),
                       .to = quiz::shown_with_unit({scale.to}, scale),
                       .low = share_of({interaction.low}, scale),
                       .high = share_of({interaction.high}, scale),
                       .yours = {},
                       .right_text = words.text("reveal.right_number", {{"number", quiz::key_text(interaction)}}),
                       .yours_text = {}};
    if (const auto* entered = given<quiz::Entered>(reveal)) {
        model.yours = share_of(*entered, scale);
        model.yours_text = words.text("reveal.your_number", {{"number", quiz::shown_with_unit(*entered, scale)}});
        const bool right = quiz::credit_of(*entered, interaction, {}) == Fraction::one();
        const bool some = reveal.judgement && reveal.judgement->award.credit != Fraction::zero();
        model.mark = right ? Mark::right : some ? Mark::missed : Mark::wrong;
    }
    return model;
}

} // namespace chelate::screens
