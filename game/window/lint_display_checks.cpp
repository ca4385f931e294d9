#include "game/window/lint_display_checks.hpp"

#include <memory>

#include "engine/stage/canvas.hpp"
#include "engine/stage/text_layout.hpp"

namespace chelate::window {

namespace {

constexpr stage::Vec smallest_window{1024, 768};
constexpr float largest_text = 2;
constexpr std::size_t most_prompt_lines = 6;
constexpr std::size_t most_choice_lines = 4;
constexpr float beside_a_choice = 14; ///< grid units for a card's padding, its number and what is at its end

class Eyes {
public:
    Eyes(stage::Fonts fonts, stage::Theme theme)
        : fonts_(std::move(fonts)),
          theme_(std::move(theme)),
          measure_(stage::Measure::of(smallest_window, theme_, largest_text)) {
        fonts_.build(measure_.em);
    }

    [[nodiscard]] std::vector<char32_t> undrawable(std::string_view text) const { return fonts_.undrawable(text); }

    /// Returns whether a text has a word that must be broken, or more lines than a person reads at once.
    [[nodiscard]] bool is_too_large(std::string_view text, content::Place place) const {
        const bool prompt = place == content::Place::prompt;
        const stage::TextStyle style = prompt ? stage::TextStyle{stage::Type::title, stage::Weight::semibold}
                                              : stage::TextStyle{stage::Type::body, stage::Weight::regular};
        float width = smallest_window.x - 2 * theme_.length.margin * measure_.unit;
        if (place == content::Place::choice) width -= beside_a_choice * measure_.unit;
        for (std::size_t from = 0; from < text.size();) {
            const std::size_t end = std::min(text.find_first_of(" \n", from), text.size());
            if (stage::text_width(fonts_, text.substr(from, end - from), style) > width) return true;
            from = end + 1;
        }
        if (place == content::Place::prose) return false; // prose scrolls
        const stage::Setting setting{.max_width = width,
                                     .leading = prompt ? theme_.type.leading_tight : theme_.type.leading};
        return stage::lay_out(fonts_, text, style, setting).lines.size() >
               (prompt ? most_prompt_lines : most_choice_lines);
    }

private:
    stage::Fonts fonts_;
    stage::Theme theme_;
    stage::Measure measure_;
};

} // namespace

lint::LintBasis lint_display_checks(const std::filesystem::path& themes) {
    auto fonts = stage::Fonts::open();
    auto theme = stage::load_theme(themes, "dark");
    if (!fonts || !theme) return {};
    const auto shared = std::make_shared<const Eyes>(std::move(*fonts), std::move(*theme));
    lint::LintBasis basis;
    basis.undrawable = [shared](std::string_view text) { return shared->undrawable(text); };
    basis.too_large = [shared](std::string_view text, content::Place place) {
        return shared->is_too_large(text, place);
    };
    return basis;
}

} // namespace chelate::window
