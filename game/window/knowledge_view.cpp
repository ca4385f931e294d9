// Draws the screens for comparing and searching: rows of options, then rows of what is known. Each row opens to show
// its sources.
#include <algorithm>
#include <cmath>

#include "game/window/chart_view.hpp"
#include "game/window/chip_row.hpp"
#include "game/window/interactions/interactions.hpp"
#include "game/window/pieces.hpp"
#include "game/window/views.hpp"

namespace chelate::window {
namespace {

constexpr int page_line_characters = 90;

// Draws a row, or only measures it.
class RowDrawing {
public:
    RowDrawing(Context& context, const screens::KnownRow& row, const std::string& sources_heading, Vec at, float width,
               bool visible)
        : context_(context),
          row_(row),
          sources_heading_(sources_heading),
          at_(at),
          width_(width),
          visible_(visible),
          pad_(context.px(context.theme().length.padding) * 0.8F) {}

    // Returns the height.
    float draw() {
        y_ = at_.y + pad_;
        head();
        if (row_.cells.size() > 1) columns();
        if (row_.bar) bar();
        if (!row_.parts.empty()) parts();
        if (row_.open) inside();
        return y_ + pad_ - at_.y;
    }

private:
    [[nodiscard]] float left() const { return at_.x + pad_; }
    [[nodiscard]] float inner() const { return width_ - 2 * pad_; }

    float text(std::string_view words, TextStyle style, Vec at, float width, Rgba colour) {
        const TextBlock block = context_.canvas.lay_out(words, style, width, page_line_characters);
        if (visible_) context_.paint().text(block, at, colour);
        return block.height();
    }

    void head() {
        const stage::Colours& c = context_.colour();
        const float emblem = row_.look ? small_emblem_width(context_, *row_.look) + pad_ * 0.7F : 0;
        const bool beside = row_.cells.size() == 1;
        const TextBlock value =
            beside ? context_.canvas.lay_out(row_.cells[0].text, {Type::body, Weight::semibold}, inner() * 0.6F)
                   : TextBlock{};
        // A long text beside a title would squeeze both, so it goes below.
        const bool fits = beside && value.lines.size() <= 1 && value.width < inner() * 0.4F;
        const float space = inner() - emblem - (fits ? value.width + pad_ : 0);
        const TextBlock title =
            context_.canvas.lay_out(row_.title, {Type::body, Weight::semibold}, space, page_line_characters);
        if (visible_) {
            if (row_.look) small_emblem(context_, *row_.look, {left(), y_ + context_.em() * 0.69F});
            context_.paint().text(title, {left() + emblem, y_}, c.text);
            if (fits)
                context_.paint().text(value, {left() + inner() - value.width, y_},
                                      row_.no_data ? c.text_quiet : c.text);
        }
        y_ += title.height();
        if (beside && !fits)
            y_ += text(row_.cells[0].text, {Type::body}, {left() + emblem, y_}, inner() - emblem, c.text);
        if (!row_.about.empty())
            y_ += text(row_.about, {Type::caption}, {left() + emblem, y_}, inner() - emblem, c.text_quiet);
    }

    void columns() {
        const stage::Colours& c = context_.colour();
        const float gap = pad_;
        const auto count = static_cast<float>(row_.cells.size());
        const float column = (inner() - gap * (count - 1)) / count;
        y_ += context_.px(0.75F);
        float tallest = 0;
        for (std::size_t i = 0; i < row_.cells.size(); ++i) {
            const screens::KnownCell& cell = row_.cells[i];
            const float x = left() + static_cast<float>(i) * (column + gap);
            const float emblem = cell.look ? small_emblem_width(context_, *cell.look) + pad_ * 0.7F : 0;
            if (visible_ && cell.look) small_emblem(context_, *cell.look, {x, y_ + context_.em(Type::caption) * 0.69F});
            float height =
                text(cell.about, {Type::caption, Weight::semibold}, {x + emblem, y_}, column - emblem, c.text_quiet);
            height += text(cell.text, {Type::body}, {x, y_ + height}, column, c.text);
            tallest = std::max(tallest, height);
        }
        y_ += tallest;
    }

    void bar() {
        const stage::Colours& c = context_.colour();
        const float thick = std::round(std::max(6.0F, context_.px(1.25F)));
        y_ += context_.px(1);
        if (visible_) {
            const Rect track{left(), std::round(y_), inner(), thick};
            context_.paint().panel(track, thick / 2, c.sunken, c.sunken);
            context_.paint().outline(track, thick / 2, std::max(1.0F, context_.px(context_.theme().length.edge)),
                                     c.surface_edge, c.surface_edge);
            const auto from = static_cast<float>(row_.bar->from);
            const auto to = static_cast<float>(row_.bar->to);
            const Rgba ink = row_.look ? context_.theme().slot(row_.look->slot) : c.light;
            const float length = std::max(thick, track.w * (to - from));
            // A short bar of a negative number ends at zero too.
            const bool ends_at_zero = row_.zero && row_.bar->to <= *row_.zero;
            const Rect lit{ends_at_zero ? track.x + track.w * to - length : track.x + track.w * from, track.y, length,
                           thick};
            context_.paint().panel(lit, thick / 2, ink, ink);
            if (row_.zero) {
                const float pen = std::max(2.0F, context_.px(0.25F));
                const float x = std::round(track.x + track.w * static_cast<float>(*row_.zero) - pen / 2);
                context_.paint().panel({x, track.y - thick / 2, pen, 2 * thick}, 0, c.text_quiet, c.text_quiet);
            }
        }
        y_ += thick;
    }

    void parts() {
        const float thick = std::round(std::max(10.0F, context_.px(2)));
        y_ += context_.px(1);
        if (visible_) bar_of_parts(context_, row_.parts, {left(), std::round(y_), inner(), thick});
        y_ += thick;
    }

    void inside() {
        const stage::Colours& c = context_.colour();
        y_ += context_.px(1);
        if (row_.image) {
            const Vec size = image_size(context_, *row_.image, {inner(), context_.canvas.size.y * 0.3F});
            if (visible_) draw_image(context_, *row_.image, {left(), std::round(y_), size.x, size.y});
            y_ += size.y + context_.px(1);
        }
        for (const std::string& detail : row_.details)
            y_ += text(detail, {Type::body}, {left(), y_}, inner(), c.text) + context_.px(0.5F);
        if (row_.sources.empty()) return;
        y_ += context_.px(0.5F);
        y_ += text(sources_heading_, {Type::caption, Weight::semibold}, {left(), y_}, inner(), c.text_quiet);
        for (const std::string& source : row_.sources)
            y_ += text(source, {Type::caption}, {left(), y_}, inner(), c.text_quiet) + context_.px(0.5F);
    }

    Context& context_;
    const screens::KnownRow& row_;
    const std::string& sources_heading_;
    Vec at_;
    float width_;
    bool visible_;
    float pad_;
    float y_ = 0;
};

void known_row(Context& context, const screens::KnownRow& row, const std::string& sources_heading, const Rect& rect,
               float light) {
    if (row.no_data && !row.open) sunken_card(context, rect);
    card(context, rect, light, light > 0 || row.no_data ? 0.0F : 1.0F);
    RowDrawing(context, row, sources_heading, {rect.x, rect.y}, rect.w, true).draw();
}

// Draws all rows of options; returns the y below.
float chip_rows(Context& context, const screens::KnowledgeModel& model, Vec at, float width, ScrollBody& body,
                bool folds) {
    int index = 0;
    for (const screens::ChipRow& row : model.chips) {
        at.y = chip_row(context, row, "knowledge", index, model.focus, at, width, body, folds) + context.px(1.25F);
        index += static_cast<int>(row.options.size());
    }
    return at.y;
}

int first_row(const screens::KnowledgeModel& model) {
    int index = 0;
    for (const screens::ChipRow& row : model.chips) index += static_cast<int>(row.options.size());
    return index;
}

// Draws the chart and what the fillings of bars mean; returns the y below.
float pictures(Context& context, const screens::KnowledgeModel& model, Vec at, float width) {
    float y = at.y;
    if (model.chart) {
        const float height = chart_height(context, *model.chart, width);
        draw_chart(context, *model.chart, {at.x, y, width, height}, model.focus - first_row(model));
        y += height + context.px(1);
    }
    if (!model.legend.empty()) y += draw_legend(context, model.legend, {at.x, y}, width, true) + context.px(1);
    return y;
}

float known_rows(Context& context, const screens::KnowledgeModel& model, Vec at, float width, ScrollBody& body) {
    const stage::Colours& c = context.colour();
    const float gap = context.px(context.theme().length.gap);
    float y = at.y;
    int index = first_row(model);
    if (!model.caveat.empty())
        y += write(context, model.caveat, {Type::caption}, {at.x, y}, width, c.text_quiet) + context.px(1);
    for (const screens::KnownRow& row : model.rows) {
        const float height = RowDrawing(context, row, model.sources_heading, {at.x, y}, width, false).draw();
        const Rect rect{at.x, y, width, height};
        const float light = focus_light(context, "knowledge", index, model.focus);
        known_row(context, row, model.sources_heading, rect, 0);
        if (light > 0)
            context.later(
                [&context, &row, &model, rect, light] { known_row(context, row, model.sources_heading, rect, light); });
        context.hit(rect, index);
        if (index == model.focus) body.focus_at(rect);
        y += height + gap;
        ++index;
    }
    if (!model.last_line.empty()) y += write(context, model.last_line, {Type::caption}, {at.x, y}, width, c.text_quiet);
    return y + context.px(2);
}

} // namespace

void draw(const screens::KnowledgeModel& model, Context& context, const Rect& area) {
    const stage::Colours& c = context.colour();
    float top = area.y +
                write(context, model.title, {Type::title, Weight::semibold}, {area.x, area.y}, area.w, c.text) +
                context.px(1);
    if (model.field) {
        const Rect field{area.x, top, std::min(area.w, context.em() * 30), field_height(context)};
        text_field(context, *model.field, field, 1);
        top = field.bottom() + context.px(1);
    }
    const Rect view{area.x, top, area.w, area.bottom() - top};
    const std::string key = "knowledge/" + std::to_string(context.state.screen_id);
    if (is_wide(context, view) && (model.chips.size() > 1 || model.pages)) {
        // The options stay in view beside the rows they choose.
        const float gutter = context.px(5);
        const float left = std::round((view.w - gutter) * (model.pages ? 0.2F : 0.36F));
        ScrollBody options(context, {view.x, view.y, left, view.h}, key + "/options", model.focus);
        options.end(chip_rows(context, model, {view.x, options.top() + context.px(0.5F)}, left, options, false));
        Rect right{view.x + left + gutter, view.y, view.w - left - gutter, view.h};
        // The chart stays in view too, as long as it leaves enough space for the rows.
        const float picture = model.chart ? chart_height(context, *model.chart, right.w) : 0;
        const bool stays = picture < right.h * 0.5F;
        if (stays) {
            const float below = pictures(context, model, {right.x, right.y}, right.w);
            right = {right.x, below, right.w, right.bottom() - below};
        }
        ScrollBody body(context, right, key + "/rows", model.focus);
        const float top_of_rows = body.top() + context.px(0.5F);
        body.end(known_rows(context, model,
                            {right.x, stays ? top_of_rows : pictures(context, model, {right.x, top_of_rows}, right.w)},
                            right.w, body));
        return;
    }
    ScrollBody body(context, view, key, model.focus);
    // With one below the other, unfolded options would push the rows far down.
    float y = chip_rows(context, model, {area.x, body.top() + context.px(0.5F)}, area.w, body,
                        model.chips.size() > 1 || model.pages);
    y = pictures(context, model, {area.x, y}, area.w);
    body.end(known_rows(context, model, {area.x, y}, area.w, body));
}

} // namespace chelate::window
