#include "game/screens/presenter/figure_player.hpp"

#include <algorithm>

#include "game/wording/figure_words.hpp"

namespace chelate::screens {

FigureModel still_figure(const content::Figure& figure, std::size_t step, bool labels) {
    FigureModel model{&figure, figure::no_variant, step, figure::seconds_of(figure, {}, step)};
    model.labels = labels;
    return model;
}

FigureModel first_picture(const content::Pack& pack, const content::MechanismId& mechanism) {
    const auto found = pack.mechanisms.find(mechanism);
    if (found == pack.mechanisms.end() || !found->second.figure) return {};
    return still_figure(found->second.figure, 0, false);
}

FigureModel played_figure(const content::Pack& pack, const content::MechanismId& mechanism) {
    FigureModel model = first_picture(pack, mechanism);
    if (model.figure == nullptr) return model;
    model.step = model.figure->steps.size();
    model.play_from = 1;
    model.labels = true;
    return model;
}

double FigurePlayer::length() const { return figure::seconds_of(figure_, {variant_}, step_); }

double FigurePlayer::seconds() const {
    if (!playing_) return std::min(kept_, length());
    const double passed = static_cast<double>((clock_.steady() - began_).count) / 1000;
    return std::min(half_speed_ ? passed / 2 : passed, length());
}

void FigurePlayer::begin(std::size_t step, double at) {
    step_ = std::min(step, steps());
    kept_ = at;
    began_ = clock_.steady() - Millis{static_cast<std::int64_t>(at * 1000 * (half_speed_ ? 2 : 1))};
}

void FigurePlayer::play() {
    const double at = seconds(); // before time goes on again
    one_step_ = false;
    playing_ = true;
    if (at < length()) begin(step_, at);
    else begin(step_ >= steps() ? 1 : step_ + 1);
}

void FigurePlayer::pause() {
    kept_ = seconds();
    playing_ = false;
}

void FigurePlayer::play_step(std::size_t step) {
    begin(step);
    one_step_ = true;
    playing_ = step_ > 0;
}

void FigurePlayer::rest_at(std::size_t step) {
    playing_ = false;
    begin(step);
    kept_ = length();
}

void FigurePlayer::set_variant(std::size_t variant) {
    variant_ = variant;
    begin(step_);
    if (!playing_) kept_ = length();
}

void FigurePlayer::set_half_speed(bool half) {
    const double at = seconds();
    half_speed_ = half;
    begin(step_, at);
}

void FigurePlayer::tick() {
    if (!playing_ || seconds() < length()) return;
    if (one_step_ || step_ >= steps()) return rest_at(step_);
    begin(step_ + 1);
}

FigureModel FigurePlayer::model() const {
    FigureModel model{&figure_, variant_, step_, seconds(), playing_};
    if (!figure_.gauges.empty())
        model.gauges = wording::gauge_texts(words_, figure_, figure::readings_of(figure_, {variant_}, step_));
    return model;
}

} // namespace chelate::screens
