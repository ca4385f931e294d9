// Entering a number: arrows or the pointer slide along the scale, or it is typed. Enter or the button submits it.
#include <algorithm>
#include <cmath>

#include "game/screens/interactions/field.hpp"
#include "game/screens/interactions/interactions.hpp"

namespace chelate::screens {

namespace {

constexpr std::size_t longest_number = 16;
constexpr int most_digits = 12; ///< up to here no scale overflows

std::string with_unit(std::string number, const std::string& unit) {
    return unit.empty() ? number : number + " " + unit;
}

double share_of(std::int64_t units, const quiz::Scale& scale) {
    return static_cast<double>(units - scale.from) / static_cast<double>(scale.to - scale.from);
}

/// Reads a number as people type it, such as "60.3", "60,3" or "1 200", with or without its unit. Returns it in units
/// of the scale. Returns nothing when the text is no number, or has more decimals than the scale.
std::optional<std::int64_t> units_in(std::string_view typed, const quiz::Scale& scale) {
    std::string text;
    for (const char c : typed) {
        if (c != ' ') text += c;
    }
    std::string unit;
    for (const char c : scale.unit) {
        if (c != ' ') unit += c;
    }
    if (!unit.empty() && text.size() > unit.size() && text.ends_with(unit)) text.resize(text.size() - unit.size());
    const bool negative = text.starts_with('-');
    if (negative) text.erase(0, 1);
    std::int64_t units = 0;
    int digits = 0;
    int decimals = -1; // -1: there was no decimal point yet
    for (const char c : text) {
        if ((c == '.' || c == ',') && decimals < 0) {
            decimals = 0;
        } else if (c >= '0' && c <= '9' && ++digits <= most_digits) {
            units = units * 10 + (c - '0');
            if (decimals >= 0) ++decimals;
        } else {
            return std::nullopt;
        }
    }
    if (digits == 0 || decimals > scale.decimals) return std::nullopt;
    for (int missing = scale.decimals - std::max(decimals, 0); missing > 0; --missing) units *= 10;
    return negative ? -units : units;
}

class Estimating final : public Answering {
public:
    Estimating(const text::Language& words, const quiz::NumberView& view)
        : words_(words), scale_(view.scale), field_(longest_number) {}

    [[nodiscard]] AnswerModel model() const override {
        NumberModel model{.field = field_.model(problem()),
                          .unit = scale_.unit,
                          .from = with_unit(quiz::shown_number(scale_.from, scale_.decimals), scale_.unit),
                          .to = with_unit(quiz::shown_number(scale_.to, scale_.decimals), scale_.unit),
                          .share = {}};
        if (const auto units = entered()) model.share = share_of(*units, scale_);
        return model;
    }
    [[nodiscard]] int count() const override { return 1; }
    [[nodiscard]] std::string_view check() const override { return "question.check"; }
    [[nodiscard]] Keys keyboard() const override { return Keys::slide; }

    [[nodiscard]] std::optional<quiz::Response> response() const override {
        const auto units = entered();
        if (!units) return std::nullopt;
        return quiz::Entered{*units};
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
            enter(now ? *now + adjust->by * scale_.step : middle);
        }
        if (std::holds_alternative<Activate>(intent)) return response();
        return std::nullopt;
    }

private:
    void enter(std::int64_t units) {
        field_.set(quiz::shown_number(std::clamp(units, scale_.from, scale_.to), scale_.decimals));
    }

    [[nodiscard]] std::optional<std::int64_t> entered() const {
        const auto units = units_in(field_.text(), scale_);
        return units && *units >= scale_.from && *units <= scale_.to ? units : std::nullopt;
    }

    [[nodiscard]] std::string problem() const {
        if (field_.text().empty() || entered()) return {};
        if (!units_in(field_.text(), scale_)) {
            return scale_.decimals == 0 ? words_.text("question.no_whole_number")
                                        : words_.plural("question.no_number", scale_.decimals);
        }
        return words_.text("question.off_the_scale",
                           {{"from", quiz::shown_number(scale_.from, scale_.decimals)},
                            {"to", with_unit(quiz::shown_number(scale_.to, scale_.decimals), scale_.unit)}});
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
    const auto shown = [&](std::int64_t units) {
        return with_unit(quiz::shown_number(units, scale.decimals), scale.unit);
    };
    MarkedNumber model{.from = shown(scale.from),
                       .to = shown(scale.to),
                       .low = share_of(interaction.low, scale),
                       .high = share_of(interaction.high, scale),
                       .yours = {},
                       .right_text = words.text("reveal.right_number", {{"number", quiz::key_text(interaction)}}),
                       .yours_text = {}};
    if (const auto* entered = given<quiz::Entered>(reveal)) {
        model.yours = share_of(entered->units, scale);
        model.yours_text = words.text("reveal.your_number", {{"number", shown(entered->units)}});
        const bool right = entered->units >= interaction.low && entered->units <= interaction.high;
        const bool some = reveal.judgement && reveal.judgement->award.credit != Fraction::zero();
        model.mark = right ? Mark::right : some ? Mark::missed : Mark::wrong;
    }
    return model;
}

} // namespace chelate::screens
