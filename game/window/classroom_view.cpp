// Draws what only a classroom sees: the strip of its teams, the standings and a blank screen.
#include <algorithm>
#include <cmath>

#include "game/window/pieces.hpp"
#include "game/window/views.hpp"

namespace chelate::window {
namespace {

struct TeamText {
    TextBlock name, points, word;
    float width = 0;
};

TeamText lay_out_team(const Context& context, const screens::TeamModel& team, bool named) {
    TeamText out;
    const float most = context.canvas.size.x * 0.5F;
    if (named) out.name = context.canvas.lay_out(team.name, {Type::body, Weight::semibold}, most);
    out.points = context.canvas.lay_out(team.points, {Type::body}, most);
    out.word = context.canvas.lay_out(team.word, {Type::caption}, most);
    const float between = named && !out.points.lines.empty() ? context.px(1.5F) : 0;
    out.width =
        context.em() * 1.3F + std::max(out.name.width + between + out.points.width, out.word.width) + context.px(3);
    return out;
}

// A row of teams for a given width. It shows names only where all of them have space.
struct TeamRows {
    std::vector<TeamText> teams;
    std::vector<Rect> places; ///< relative to the strip
    float height = 0;
    bool named = true;
};

TeamRows lay_out_teams(const Context& context, const std::vector<screens::TeamModel>& teams, float width) {
    TeamRows out;
    const float gap = context.px(1);
    for (const bool named : {true, false}) {
        out = {};
        out.named = named;
        float x = 0;
        float y = 0;
        const bool words =
            std::any_of(teams.begin(), teams.end(), [](const screens::TeamModel& team) { return !team.word.empty(); });
        const float line = context.em() * 1.38F;
        const float row = std::ceil(line + (words ? context.em(Type::caption) * 1.38F : 0) + context.px(0.5F));
        int rows = teams.empty() ? 0 : 1;
        for (const screens::TeamModel& team : teams) {
            TeamText text = lay_out_team(context, team, named);
            if (x > 0 && x + text.width > width) {
                x = 0;
                y += row + gap;
                ++rows;
            }
            out.places.push_back({x, y, text.width, row});
            x += text.width + gap;
            out.teams.push_back(std::move(text));
        }
        out.height = teams.empty() ? 0 : y + row;
        if (rows <= 1) break;
    }
    return out;
}

float standing_row(Context& context, const screens::StandingRow& row, const Rect& rect) {
    const stage::Colours& c = context.colour();
    const float pad = context.px(context.theme().length.padding);
    card(context, rect, 0);
    const float middle = rect.y + rect.h / 2;
    const TextBlock place = context.canvas.lay_out(row.place, {Type::title, Weight::semibold}, rect.w);
    const float column = context.em(Type::title) * 1.4F;
    context.paint().text(place, {rect.x + pad + (column - place.width) / 2, middle - place.height() / 2}, c.text_quiet);
    float x = rect.x + pad + column + pad;
    const float radius = context.em(Type::title) * 0.55F;
    emblem(context, row.look, {x + radius, middle}, radius);
    x += 2 * radius + pad;
    const TextBlock points = context.canvas.lay_out(row.points, {Type::title, Weight::semibold}, rect.w);
    const TextBlock change = context.canvas.lay_out(row.change, {Type::body}, rect.w);
    const float right = rect.right() - pad;
    context.paint().text(points, {right - points.width, middle - points.height() / 2}, c.text);
    float left = right - points.width;
    if (!change.lines.empty()) {
        left -= change.width + pad;
        context.paint().text(change, {left, middle - change.height() / 2}, c.text_quiet);
    }
    const TextBlock name = context.canvas.lay_out(row.name, {Type::title, Weight::semibold}, left - pad - x, 0, true);
    context.paint().text(name, {x, middle - name.height() / 2}, c.text);
    // The bar shows how far along this team is compared with the first.
    const float thick = std::max(2.0F, context.px(0.5F));
    const float arrive = context.canvas.reduced_motion ? 1 : context.entrance(0, context.theme().duration.count_up * 2);
    if (row.share > 0)
        context.paint().panel({rect.x + pad, rect.bottom() - thick - context.px(0.5F),
                               std::max(thick, (rect.w - 2 * pad) * static_cast<float>(row.share) * arrive), thick},
                              thick / 2, c.light, c.light);
    return rect.h;
}

void goal_ring(Context& context, const screens::GoalModel& goal, const Rect& area) {
    const stage::Colours& c = context.colour();
    const TextBlock text = context.canvas.lay_out(goal.text, {Type::title, Weight::semibold}, area.w, 40, true);
    const float radius =
        std::max(context.px(6), std::min(area.w / 2, (area.h - text.height() - context.px(4)) / 2) - context.px(3));
    const float pen = radius * 0.16F;
    const Vec centre{area.centre().x, area.y + radius + context.px(2)};
    const float arrive = context.canvas.reduced_motion ? 1 : context.entrance(0, context.theme().duration.count_up * 3);
    context.paint().ring(centre, radius, pen, 0, 1, c.sunken);
    context.paint().ring(centre, radius + pen / 2, std::max(1.0F, context.px(0.125F)), 0, 1, c.surface_edge);
    if (goal.share > 0)
        context.paint().ring(centre, radius, pen * 0.75F, 0, static_cast<float>(goal.share) * arrive, c.light);
    // The notch marks the goal.
    const float angle = static_cast<float>(goal.goal) * 2 * 3.14159265F;
    const Vec way{std::sin(angle), -std::cos(angle)};
    const std::array<Vec, 2> notch{centre + way * (radius - pen), centre + way * (radius + pen)};
    context.paint().line(notch, std::max(3.0F, pen * 0.3F), c.text);
    context.paint().text(text, {area.centre().x - text.width / 2, centre.y + radius + context.px(3)}, c.text, 0.5F);
}

} // namespace

float room_strip(Context& context, const screens::TeamStrip& strip, const Rect& area) {
    const stage::Colours& c = context.colour();
    const TextBlock state = context.canvas.lay_out(strip.state, {Type::body, Weight::semibold}, area.w);
    const TeamRows rows = lay_out_teams(context, strip.teams, area.w);
    const float between = state.lines.empty() || strip.teams.empty() ? 0 : context.px(0.75F);
    const float height = state.height() + between + rows.height;
    if (height <= 0) return 0;
    context.state.strip = Rect{area.x, area.bottom() - height, area.w, height};
    float y = area.bottom() - height;
    context.paint().text(state, {area.x, y}, c.text);
    y += state.height() + between;
    for (std::size_t i = 0; i < strip.teams.size(); ++i) {
        const screens::TeamModel& team = strip.teams[i];
        const TeamText& text = rows.teams[i];
        const Rect rect = rows.places[i].moved(area.x, y);
        const float radius = context.px(context.theme().length.radius_cap);
        if (team.lit) {
            context.paint().halo(rect, radius, context.px(context.theme().length.glow_blur) * 0.7F, c.light_glow);
            context.paint().panel(rect, radius, c.raised_top, c.raised_bottom);
            context.paint().outline(rect, radius, std::max(1.5F, context.px(context.theme().length.focus_edge)),
                                    c.light, c.light);
        } else {
            context.paint().panel(rect, radius, c.sunken, c.sunken);
            context.paint().outline(rect, radius, std::max(1.0F, context.px(context.theme().length.edge)),
                                    c.sunken_edge, c.sunken_edge);
        }
        const float line = context.em() * 1.38F;
        const float pad = context.px(1);
        emblem(context, team.look, {rect.x + pad + context.em() * 0.5F, rect.y + context.px(0.25F) + line / 2},
               context.em() * 0.5F);
        const float left = rect.x + pad + context.em() * 1.3F;
        const Rgba ink = team.quiet ? c.text_quiet : c.text;
        context.paint().text(text.name, {left, rect.y + context.px(0.25F)}, ink);
        const float points = left + text.name.width + (rows.named && !text.points.lines.empty() ? context.px(1.5F) : 0);
        context.paint().text(text.points, {points, rect.y + context.px(0.25F)}, ink);
        context.paint().text(text.word, {left, rect.y + context.px(0.25F) + line}, c.text_quiet);
    }
    return height + context.px(1.5F);
}

void draw(const screens::StandingsModel& model, Context& context, const Rect& area) {
    const stage::Colours& c = context.colour();
    const float head = header(context, area, model.round, model.counter, {}, model.progress);
    Rect rest{area.x, area.y + head + context.px(3), area.w, area.h - head - context.px(3)};
    rest.h -= room_strip(context, model.strip, rest);
    const screens::Button next{model.next, {}, true};
    const Vec size = button_size(context, next, rest.w);
    const Rect place{rest.right() - size.x, rest.bottom() - size.y - context.px(1), size.x, size.y};
    button(context, next, place, 1);
    context.hit(place, 0);
    rest.h -= size.y + context.px(2.5F);
    ScrollBody body(context, rest, "standings/" + std::to_string(context.state.screen_id), 0);
    float y = body.top();
    y += write(context, model.heading, {Type::title, Weight::semibold}, {rest.x, y}, rest.w, c.text) + context.px(2);
    if (model.goal) {
        const float height = std::max(context.em() * 8, rest.bottom() - y - context.px(1));
        goal_ring(context, *model.goal, {rest.x, y, rest.w, height});
        y += height;
    }
    const float row = context.em(Type::title) * 1.9F;
    for (const screens::StandingRow& one : model.rows)
        y += standing_row(context, one, {rest.x, y, rest.w, row}) + context.px(1.25F);
    if (!model.note.empty())
        y +=
            write(context, model.note, {Type::body}, {rest.x, y + context.px(1)}, rest.w, c.text_quiet) + context.px(1);
    body.end(y + context.px(1));
}

void draw(const screens::BlankModel&, Context& context, const Rect&) {
    const stage::Colours& c = context.colour();
    context.paint().panel({-4, -4, context.canvas.size.x + 8, context.canvas.size.y + 8}, 0, c.ground_top,
                          c.ground_top);
}

} // namespace chelate::window
