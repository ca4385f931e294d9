#include "game/window/context.hpp"

#include <algorithm>
#include <cmath>

namespace chelate::window {

namespace {

Rect whole_pixels(const Rect& r) {
    const float x = std::round(r.x);
    const float y = std::round(r.y);
    return {x, y, std::round(r.right()) - x, std::round(r.bottom()) - y};
}

} // namespace

float Context::entrance(float delay, float duration) {
    const float t = (age() - delay) / duration;
    if (t >= 1) return 1;
    moving = true;
    return stage::ease_out(t);
}

float Context::glide(const std::string& key, float target, float duration) {
    const auto [place, fresh] = state.glides.try_emplace(key, stage::Glide(target));
    stage::Glide& value = place->second;
    if (!fresh) value.aim(target, canvas.now, duration);
    if (value.moving(canvas.now)) moving = true;
    return value.value(canvas.now);
}

void Context::hit(const Rect& area, int focus, bool can_drag) {
    if (!live) return;
    state.hits.push_back({clip_ ? area.cut(*clip_) : area, area, focus, can_drag});
}

void Context::draw_later() {
    if (later_.empty()) return;
    paint().lift();
    for (const auto& drawing : later_) drawing();
    later_.clear();
}

ScrollBody::ScrollBody(Context& context, const Rect& view, const std::string& key, int focus)
    : context_(context), scroll_(context.state.scrolls[key]), view_(whole_pixels(view)), focus_(focus) {
    scroll_.view = view_;
    scroll_.shown = true;
    scroll_.kept.reset();
    context_.draw_later();
    // Content that fits needs no clip, and its shadows may extend beyond the area.
    const bool fits = scroll_.content > 0 && scroll_.furthest() < 1;
    const float side = context_.px(context_.theme().length.margin);
    if (fits) {
        context_.paint().layer();
    } else {
        // Where no content is hidden beyond an edge, the glow of the outermost card may extend over it.
        const float offset = scroll_.offset.value(context_.canvas.now);
        const float above = offset < 1 ? side / 2 : 0;
        const float below = scroll_.furthest() - offset < 1 ? side / 2 : 0;
        context_.paint().layer(Rect{view_.x - side, view_.y - above, view_.w + 2 * side, view_.h + above + below});
    }
    context_.clip(view_);
}

float ScrollBody::top() const { return std::round(view_.y - scroll_.offset.value(context_.canvas.now)); }

void ScrollBody::focus_at(const Rect& place) { focused_ = place; }

void ScrollBody::keep_in_view(const Rect& place) {
    const Rect here = place.moved(0, -top());
    Rect& kept = scroll_.kept ? *scroll_.kept : scroll_.kept.emplace(here);
    const float first = std::min(kept.y, here.y);
    kept = {kept.x, first, kept.w, std::max(kept.bottom(), here.bottom()) - first};
}

void ScrollBody::unfold_at(const Rect& place, bool open) {
    if (open && !scroll_.opened && scroll_.content > 0) unfolded_ = place; // not when it was open on arrival
    scroll_.opened = open;
}

float ScrollBody::edge() const { return std::max(context_.px(context_.theme().length.gap * 1.5F), context_.em()); }

float ScrollBody::seen(const Rect& place, float target) const {
    const float from = place.y - top();
    const float to = from + place.h;
    if (to + edge() > target + view_.h) target = to + edge() - view_.h;
    if (from - edge() < target) target = from - edge();
    return std::clamp(target, 0.0F, scroll_.furthest());
}

void ScrollBody::end(float bottom) {
    const Seconds now = context_.canvas.now;
    const float duration = context_.canvas.reduced_motion ? 0 : context_.theme().duration.scroll;
    context_.draw_later();
    float content = bottom - top();
    // A scroll bar is not worthwhile when only the margin below the content would need it.
    if (content - view_.h < context_.px(context_.theme().length.gap)) content = std::min(content, view_.h);
    const bool first = scroll_.content == 0;
    if (content != scroll_.content) context_.moving = true;
    scroll_.content = content;
    float target = std::clamp(scroll_.offset.target(), 0.0F, scroll_.furthest());
    const bool as_placed = first || scroll_.offset.target() == scroll_.placed;
    if (scroll_.kept && as_placed) target = scroll_.placed = seen(scroll_.kept->moved(0, top()), target);
    if (focused_ && focus_ != scroll_.focus) {
        if (!context_.state.by_pointer || first) target = seen(*focused_, target);
        scroll_.focus = focus_;
    }
    if (unfolded_) target = seen(*unfolded_, target);
    if (target != scroll_.offset.target()) {
        scroll_.offset.aim(target, now, first ? 0 : duration);
        context_.moving = true;
    }
    if (scroll_.offset.moving(now)) context_.moving = true;
    context_.clip({});
    context_.paint().layer();
    scroll_.track = {};
    if (scroll_.furthest() < 1) return;
    dissolve_edges();
    const float width = std::round(context_.px(context_.theme().length.bar));
    const Rect track{view_.right() + 2 * width, view_.y, width, view_.h};
    const float length = std::max(width * 3, track.h * view_.h / scroll_.content);
    const float share = std::clamp(scroll_.offset.value(now) / scroll_.furthest(), 0.0F, 1.0F);
    const Rect thumb{track.x, track.y + (track.h - length) * share, width, length};
    // The bar is drawn thin, but the area that takes hold of it is wide.
    scroll_.track = Rect{track.x - 1.5F * width, track.y, 4 * width, track.h};
    scroll_.thumb = length;
    const stage::Colours& c = context_.colour();
    context_.paint().panel(track, width / 2, c.sunken, c.sunken);
    context_.paint().panel(thumb, width / 2, c.text_quiet, c.text_quiet);
}

// Fades content that continues beyond an edge instead of cutting it off.
void ScrollBody::dissolve_edges() {
    const float offset = scroll_.offset.value(context_.canvas.now);
    const float side = context_.px(context_.theme().length.margin) + 1;
    const float height = edge();
    const Rect wide = view_.inset(-side, 0);
    if (offset > 1) context_.paint().fade({wide.x, view_.y, wide.w, height * std::min(1.0F, offset / height)}, 1, 0);
    const float left = scroll_.furthest() - offset;
    const float below = height * std::min(1.0F, left / height);
    if (left > 1) context_.paint().fade({wide.x, view_.bottom() - below, wide.w, below}, 0, 1);
}

} // namespace chelate::window
