#include "game/screens/knowledge/model_screen.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "engine/base/text.hpp"
#include "engine/quiz/typed_number.hpp"
#include "game/screens/interactions/typed_number.hpp"
#include "game/screens/presenter/requests.hpp"
#include "game/wording/lookup.hpp"

namespace chelate::screens {

using content::Change;
using content::change_between;

namespace {

constexpr std::size_t longest_typed = 60; ///< with all its decimals and its unit
constexpr int samples_of_curve = 121;     ///< a step of the curve is then under a hundredth of its width
constexpr double nudge = 0.2;             ///< share of the valid range that a prediction by an arrow key is about

/// Returns the smallest of 1, 2 and 5 times a power of ten that is not below a number. @pre number > 0
double round_above(double number) {
    const double power = std::pow(10.0, std::floor(std::log10(number)));
    for (const double digit : {1.0, 2.0, 5.0}) {
        if (digit * power >= number * (1 - 1e-9)) return digit * power;
    }
    return 10 * power;
}

Span span_in(const content::Interval& part, const content::Interval& whole) {
    const double width = whole.to - whole.from;
    return {(part.from - whole.from) / width, (part.to - whole.from) / width};
}

} // namespace

ModelScreen::ModelScreen(const content::Pack& pack, const text::Language& words)
    : pack_(pack), words_(words), models_(content::in_authors_order(pack.models)), typed_(longest_typed) {
    choose_model(0);
}

void ModelScreen::choose_model(std::size_t model) {
    model_ = model;
    charted_ = current().plot_y;
    start_again();
    focus_ = frame().first_slider() + static_cast<int>(current().plot_x);
}

void ModelScreen::start_again() {
    inputs_ = starts_of(current());
    predicted_.assign(inputs_.size(), false);
    waiting_.reset();
    last_.reset();
    inputs_before_.reset();
    typed_.set({});
    chart(charted_);
}

void ModelScreen::chart(std::size_t output) {
    charted_ = output;
    axis_ = {std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    grow_axis();
}

void ModelScreen::grow_axis() {
    content::Interval wanted = axis_;
    for (const auto& outputs : samples()) {
        if (!outputs[charted_]) continue;
        wanted.from = std::min(wanted.from, *outputs[charted_]);
        wanted.to = std::max(wanted.to, *outputs[charted_]);
    }
    if (!(wanted.from <= wanted.to)) wanted = {0, 1};
    if (wanted.from >= 0) wanted.from = 0; // so that heights can be compared
    const double width = std::max(wanted.to - wanted.from, std::abs(wanted.to) * 1e-6);
    const double step = round_above((width > 0 ? width : 1) / 5);
    wanted.from = std::floor(wanted.from / step + 1e-9) * step;
    wanted.to = std::ceil(wanted.to / step - 1e-9) * step;
    if (wanted.to <= wanted.from) wanted.to = wanted.from + step;
    axis_ = wanted;
}

std::vector<std::vector<std::optional<double>>> ModelScreen::samples() const {
    const content::ModelInput& x = current().inputs[current().plot_x];
    std::vector<std::vector<std::optional<double>>> found;
    std::vector<double> inputs = inputs_;
    for (int i = 0; i < samples_of_curve; ++i) {
        const double share = static_cast<double>(i) / (samples_of_curve - 1);
        inputs[current().plot_x] = x.range.from + share * (x.range.to - x.range.from);
        found.push_back(outputs_of(current(), inputs));
    }
    return found;
}

std::optional<double> ModelScreen::charted_at(const std::vector<double>& inputs) const {
    return outputs_of(current(), inputs)[charted_];
}

void ModelScreen::change(std::size_t input, double to, bool is_nudge) {
    const content::ModelInput& changed = current().inputs[input];
    const double target = nearest_choice(changed, to);
    if (target == inputs_[input]) return;
    if (!predicted_[input]) {
        Waiting waiting{input, target};
        if (is_nudge) {
            const double far = std::max(changed.step, nudge * (changed.valid.to - changed.valid.from));
            const double way = target > inputs_[input] ? far : -far;
            waiting.to =
                nearest_choice(changed, std::clamp(inputs_[input] + way, changed.valid.from, changed.valid.to));
        }
        std::vector<double> after = inputs_;
        after[input] = waiting.to;
        // Where the model knows nothing there is nothing to predict.
        if (waiting.to != inputs_[input] && charted_at(inputs_) && charted_at(after)) {
            waiting_ = waiting;
            last_.reset();
            focus_ = frame().first_choice();
            return;
        }
    }
    inputs_before_ = inputs_;
    inputs_[input] = target;
    last_.reset();
    grow_axis();
}

void ModelScreen::predict(Change said) {
    const auto [input, to] = *waiting_;
    inputs_before_ = inputs_;
    const double before = *charted_at(inputs_);
    inputs_[input] = to;
    const double after = *charted_at(inputs_);
    Predicted made{said, change_between(before, after), shown_output(charted_, before), shown_output(charted_, after)};
    if (made.before == made.after) made.was = Change::same; // nobody can see the difference
    last_ = made;
    predicted_[input] = true;
    waiting_.reset();
    grow_axis();
    focus_ = frame().first_slider() + static_cast<int>(input);
}

std::optional<std::size_t> ModelScreen::focused_slider() const {
    const SimulationModel model = frame();
    if (!model.is_on_slider() || waiting_) return std::nullopt;
    return static_cast<std::size_t>(focus_ - model.first_slider());
}

quiz::Scale ModelScreen::scale_of(std::size_t input) const {
    const content::ModelInput& shown = current().inputs[input];
    const auto units = [&](double number) {
        return static_cast<std::int64_t>(std::llround(number * std::pow(10.0, shown.decimals)));
    };
    return {units(shown.range.from), units(shown.range.to), std::max<std::int64_t>(1, units(shown.step)),
            shown.decimals, shown.unit};
}

void ModelScreen::enter_typed(std::size_t input) {
    const auto number = quiz::read_number(typed_.text(), scale_of(input)).number;
    if (!number) return;
    typed_.set({});
    const int decimals = current().inputs[input].decimals + number->finer;
    change(input, static_cast<double>(number->units) / std::pow(10.0, decimals), false);
}

void ModelScreen::adjust(int by) {
    const auto input = focused_slider();
    if (!input) return;
    typed_.set({});
    change(*input, inputs_[*input] + by * current().inputs[*input].step, true);
}

void ModelScreen::press(int index) {
    const SimulationModel model = frame();
    if (index < 0 || index > model.reset_focus()) return;
    if (index < model.first_slider()) {
        choose_model(static_cast<std::size_t>(index));
        return;
    }
    focus_ = index;
    if (index >= model.first_choice() && index < model.first_result())
        predict(static_cast<Change>(index - model.first_choice()));
    else if (index >= model.first_result() && index < model.reset_focus() && !waiting_)
        chart(static_cast<std::size_t>(index - model.first_result()));
    else if (index == model.reset_focus()) {
        start_again();
        focus_ = frame().reset_focus();
    }
}

void ModelScreen::type_or_edit(const Intent& intent) {
    if (!focused_slider()) return;
    if (const auto* typed = std::get_if<TypeText>(&intent)) typed_.type(typed->text);
    if (const auto* edit = std::get_if<EditText>(&intent)) typed_.edit(edit->edit);
}

Effects ModelScreen::handle(const Intent& intent) {
    const int before = focus_;
    if (const auto* move = std::get_if<MoveFocus>(&intent)) {
        focus_ = walked(focus_, move->by, frame().reset_focus() + 1);
    } else if (const auto* focus = std::get_if<FocusOn>(&intent)) {
        if (focus->index >= 0 && focus->index <= frame().reset_focus()) focus_ = focus->index;
    } else if (const auto* pressed = std::get_if<Press>(&intent)) {
        press(pressed->index);
    } else if (const auto* choose = std::get_if<Choose>(&intent)) {
        if (waiting_ && choose->number >= 1 && choose->number <= 3) predict(static_cast<Change>(choose->number - 1));
    } else if (std::holds_alternative<Activate>(intent)) {
        if (const auto input = focused_slider()) enter_typed(*input);
        else press(focus_);
    } else if (const auto* adjusted = std::get_if<Adjust>(&intent)) {
        adjust(adjusted->by);
    } else if (const auto* slide = std::get_if<SlideTo>(&intent)) {
        if (const auto input = focused_slider()) {
            const content::Interval& range = current().inputs[*input].range;
            typed_.set({});
            change(*input, range.from + std::clamp(slide->share, 0.0, 1.0) * (range.to - range.from), false);
        }
    } else {
        type_or_edit(intent);
    }
    if (focus_ != before) typed_.set({}); // what was typed belongs to the slider that was left
    return {};
}

std::string ModelScreen::shown_input(std::size_t input, double number) const {
    const content::ModelInput& shown = current().inputs[input];
    return shown_quantity(number, shown.decimals, shown.unit, pack_.words);
}

std::string ModelScreen::shown_output(std::size_t output, std::optional<double> number) const {
    const content::ModelOutput& shown = current().outputs[output];
    return number ? shown_quantity(*number, shown.decimals, shown.unit, pack_.words) : words_.text("models.not_known");
}

SliderModel ModelScreen::slider(std::size_t input) const {
    const content::ModelInput& shown = current().inputs[input];
    const content::Interval& range = shown.range;
    SliderModel model{.name = capitalised(shown.name),
                      .value = shown_input(input, inputs_[input]),
                      .from = shown_input(input, range.from),
                      .to = shown_input(input, range.to),
                      .share = (inputs_[input] - range.from) / (range.to - range.from),
                      .usual = {},
                      .valid = span_in(shown.valid, range),
                      .field = {}};
    if (shown.usual) model.usual = span_in(*shown.usual, range);
    return model;
}

CurveModel ModelScreen::curve() const {
    const content::Model& shown = current();
    const content::ModelInput& x = shown.inputs[shown.plot_x];
    const auto y_of = [&](double number) { return (number - axis_.from) / (axis_.to - axis_.from); };
    CurveModel model{.heading = capitalised(shown.outputs[charted_].name),
                     .top = shown_output(charted_, axis_.to),
                     .bottom = shown_output(charted_, axis_.from),
                     .x_name = x.name,
                     .x_from = shown_input(shown.plot_x, x.range.from),
                     .x_to = shown_input(shown.plot_x, x.range.to)};
    // Before the first prediction the curve would tell what there is to predict.
    const bool is_shown = predicted_[shown.plot_x];
    if (!is_shown) model.hint = words_.text("models.curve_later", {{"input", x.name}});
    bool is_known = false;
    const auto all = samples();
    for (std::size_t i = 0; is_shown && i < all.size(); ++i) {
        const auto& number = all[i][charted_];
        if (number && !is_known) model.lines.emplace_back();
        if (number) model.lines.back().push_back({static_cast<double>(i) / (samples_of_curve - 1), y_of(*number)});
        is_known = number.has_value();
    }
    const auto point_at = [&](const std::vector<double>& inputs) -> std::optional<PlotPoint> {
        const auto number = charted_at(inputs);
        if (!number) return std::nullopt;
        const double share = (inputs[shown.plot_x] - x.range.from) / (x.range.to - x.range.from);
        return PlotPoint{share, std::clamp(y_of(*number), 0.0, 1.0)};
    };
    model.now = point_at(inputs_);
    if (inputs_before_) model.before = point_at(*inputs_before_);
    if (x.usual) {
        model.usual = span_in(*x.usual, x.range);
        model.usual_text = words_.text("models.usual", {{"from", shown_input(shown.plot_x, x.usual->from)},
                                                        {"to", shown_input(shown.plot_x, x.usual->to)}});
    }
    model.text = shown_input(shown.plot_x, inputs_[shown.plot_x]) + ": " + shown_output(charted_, charted_at(inputs_));
    return model;
}

void ModelScreen::show_prediction(SimulationModel& model) const {
    const std::string& output = current().outputs[charted_].name;
    if (waiting_) {
        const content::ModelInput& input = current().inputs[waiting_->input];
        model.ask = words_.text("models.ask", {{"input", input.name},
                                               {"from", shown_input(waiting_->input, inputs_[waiting_->input])},
                                               {"to", shown_input(waiting_->input, waiting_->to)},
                                               {"output", output}});
    } else if (last_) {
        model.mark = last_->is_right() ? Mark::right : Mark::wrong;
        model.outcome = words_.text(last_->is_right() ? "models.right" : "models.wrong",
                                    {{"output", output}, {"before", last_->before}, {"after", last_->after}});
    }
}

SimulationModel ModelScreen::frame() const {
    SimulationModel model;
    for (const content::Model* one : models_) model.models.options.push_back(one->name);
    model.models.chosen = {static_cast<int>(model_)};
    model.sliders.resize(current().inputs.size());
    model.results.resize(current().outputs.size());
    if (waiting_) {
        const std::array<const std::string*, 3> all{&pack_.words.goes_up, &pack_.words.goes_down,
                                                    &pack_.words.stays_same};
        for (std::size_t i = 0; i < all.size(); ++i) model.choices.push_back({std::to_string(i + 1), *all[i], {}});
    }
    model.focus = focus_;
    return model;
}

ScreenModel ModelScreen::model() const {
    const content::Model& shown = current();
    SimulationModel model = frame();
    model.title = words_.text("models.title");
    model.models.label = words_.text("models.choose");
    model.about = shown.about;
    for (std::size_t i = 0; i < shown.inputs.size(); ++i) model.sliders[i] = slider(i);
    if (const auto input = focused_slider(); input && !typed_.text().empty())
        model.sliders[*input].field = typed_.model(problem_of_number(words_, typed_.text(), scale_of(*input)));
    show_prediction(model);
    model.curve = curve();
    const auto outputs = outputs_of(shown, inputs_);
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        // While a prediction waits, the results are those from before the change, so they tell nothing.
        model.results[i] = {capitalised(shown.outputs[i].name), shown_output(i, outputs[i]), outputs[i].has_value(),
                            i == charted_};
    }
    model.reset = words_.text("models.reset");
    model.badges = {{words_.text("badge.seen_in"), shown.evidence, words_.text("models.evidence.meaning")}};
    model.leaves_out_heading = words_.text("models.leaves_out");
    model.leaves_out = shown.leaves_out;
    model.sources_heading = words_.text("lookup.sources");
    model.sources = wording::citations(pack_, shown.sources);
    return model;
}

std::vector<KeyHint> ModelScreen::hints() const {
    if (waiting_) return {{words_.text("key.digits_three"), words_.text("does.predict")}};
    if (focused_slider())
        return {{words_.text("key.left_right"), words_.text("does.change")},
                {words_.text("key.number_keys"), words_.text("does.type")},
                {words_.text("key.up_down"), words_.text("does.choose")}};
    return {{words_.text("key.arrows"), words_.text("does.choose")},
            {words_.text("key.enter"), words_.text("does.open")}};
}

std::vector<Action> ModelScreen::actions() const {
    return {on(ActionId::help), on(ActionId::back, Effects{Show{ShowHome{}}}, "does.back_home")};
}

} // namespace chelate::screens
