#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "game/window/interactions/interactions.hpp"
#include "game/window/views.hpp"

namespace chelate::window {
namespace {

constexpr int prompt_characters = 60;

/// Topic, prompt, hints, notice and instruction, laid out for a width.
struct PromptBlock {
    TextBlock topic;
    TextBlock prompt;
    std::vector<TextBlock> hints;
    TextBlock notice;
    TextBlock instruction;
    [[nodiscard]] float height(const Context& context) const;
    /// Draws it and returns the y below.
    float draw(Context& context, Vec at) const;
};

float PromptBlock::height(const Context& context) const {
    float height = prompt.height();
    if (!topic.lines.empty()) height += topic.height() + context.px(1);
    for (const TextBlock& hint : hints) height += hint.height() + context.px(1);
    for (const TextBlock* block : {&notice, &instruction}) {
        if (!block->lines.empty()) height += block->height() + context.px(1);
    }
    return height;
}

float PromptBlock::draw(Context& context, Vec at) const {
    const stage::Colours& c = context.colour();
    if (!topic.lines.empty()) {
        context.paint().text(topic, at, c.text_quiet);
        at.y += topic.height() + context.px(1);
    }
    context.paint().text(prompt, at, c.text);
    at.y += prompt.height();
    const auto below = [&](const TextBlock& block, Rgba colour) {
        if (block.lines.empty()) return;
        at.y += context.px(1);
        context.paint().text(block, at, colour);
        at.y += block.height();
    };
    for (const TextBlock& hint : hints) below(hint, c.text);
    below(notice, c.text);
    below(instruction, c.text_quiet);
    return at.y;
}

/// Where the picture of a question is: between the prompt and the answers, beside the prompt, or beside everything.
struct Picture {
    enum class Place : std::uint8_t { between, beside_prompt, beside_all } place = Place::between;
    Vec size;
    [[nodiscard]] float area() const { return size.x * size.y; }
};

constexpr float picture_column = 0.36F; ///< of the width, for a picture beside something

bool has_picture(const screens::QuestionModel& model) { return model.image || model.figure.figure != nullptr; }

Vec picture_size(const Context& context, const screens::QuestionModel& model, Vec most) {
    return model.image ? image_size(context, *model.image, most) : figure_size(model.figure, most);
}

void draw_picture(Context& context, const screens::QuestionModel& model, const Rect& rect) {
    if (model.image) draw_image(context, *model.image, rect);
    else draw_figure(context, model.figure, rect);
}

float answers_height(const Context& context, const screens::QuestionModel& model, float width) {
    return std::visit([&](const auto& answer) { return answer_height(context, answer, width); }, model.answer);
}

PromptBlock lay_out_prompt(const Context& context, const screens::QuestionModel& model, float width,
                           Type type = Type::title) {
    PromptBlock out;
    out.topic = context.canvas.lay_out(model.topic, {Type::caption, Weight::semibold}, width);
    out.prompt = context.canvas.lay_out(model.prompt, {type, Weight::semibold}, width, prompt_characters, true);
    for (const std::string& hint : model.hints)
        out.hints.push_back(context.canvas.lay_out(hint, {Type::body}, width, prompt_characters));
    out.notice = context.canvas.lay_out(model.notice, {Type::body, Weight::semibold}, width);
    out.instruction = context.canvas.lay_out(model.instruction, {Type::body}, width);
    return out;
}

/// Finds the place where a picture pushes the answers least out of sight and, among equal ones, is largest.
Picture place_picture(Context& context, const screens::QuestionModel& model, const Rect& rest) {
    if (!has_picture(model)) return {};
    const float gap = context.px(3);
    const float least = 4 * context.em(); // so that it can be made out where the answers scroll anyway
    const float column = std::round(rest.w * picture_column);
    const float narrow = rest.w - column - gap;
    const auto prompt = [&](float width) { return lay_out_prompt(context, model, width).height(context); };
    // Returns the height that the answers leave for the prompt and a picture above them; negative where they scroll.
    const auto spare_above = [&](float width) {
        return rest.h - answers_height(context, model, width) - draw_panels(context, model.panels, {}, width, false) -
               2 * gap - context.px(2);
    };
    const float spare = spare_above(rest.w);
    const auto most = [&](float width, float height) {
        return picture_size(context, model, {width, std::max(height, least)});
    };
    const float wide_prompt = prompt(rest.w);
    Picture best{Picture::Place::between, most(rest.w, spare - wide_prompt - gap)};
    float best_overflow = wide_prompt + gap + best.size.y - spare;
    const auto consider = [&](const Picture& other, float overflow) {
        const float more = std::max(0.0F, overflow) - std::max(0.0F, best_overflow);
        if (more > 1 || (more > -1 && other.area() <= best.area())) return;
        best = other;
        best_overflow = overflow;
    };
    if (narrow < 18 * context.em()) return best;
    const float narrow_prompt = prompt(narrow);
    const float beside_prompt = std::max({spare, narrow_prompt, wide_prompt + gap + best.size.y});
    const Picture corner{Picture::Place::beside_prompt, most(column, beside_prompt)};
    consider(corner, std::max(narrow_prompt, corner.size.y) - spare);
    if (narrow >= 22 * context.em()) {
        const Picture beside{Picture::Place::beside_all, most(column, rest.h - gap)};
        consider(beside, narrow_prompt - spare_above(narrow));
    }
    return best;
}

} // namespace

void draw(const screens::QuestionModel& model, Context& context, const Rect& area) {
    const float head = header(context, area, model.round, model.counter, model.score, model.progress, model.clock);
    Rect rest{area.x, area.y + head + context.px(3), area.w, area.h - head - context.px(3)};
    if (model.strip) rest.h -= room_strip(context, *model.strip, rest);
    const screens::Button check{model.check, {}, true};
    const bool has_check = !model.check.empty();
    const float width =
        std::visit([&](const auto& answer) { return answer_width(context, answer, rest.w); }, model.answer);
    const Vec check_size = has_check ? button_size(context, check, area.w) : Vec{};
    if (has_check) {
        const Rect rect{area.right() - check_size.x, rest.bottom() - check_size.y - context.px(1), check_size.x,
                        check_size.y};
        // Where the button does not fit beside the answer, it takes height from it. A picture may be wider than both.
        if (has_picture(model) || rect.x - context.px(3) < rest.x + width) rest.h -= check_size.y + context.px(3);
        button(context, check, rect, focus_light(context, "question", model.check_focus, model.focus));
        context.hit(rect, model.check_focus);
    }
    const Picture picture = place_picture(context, model, rest);
    const bool in_corner = has_picture(model) && picture.place == Picture::Place::beside_prompt;
    const float between = context.px(3);
    const float beside_picture = rest.w - std::round(rest.w * picture_column) - between;
    const auto draw_at_right = [&](float y) {
        draw_picture(context, model,
                     {std::round(rest.right() - picture.size.x), std::round(y), picture.size.x, picture.size.y});
    };
    if (has_picture(model) && picture.place == Picture::Place::beside_all) {
        draw_at_right(rest.y);
        rest.w = beside_picture;
    }
    PromptBlock prompt = lay_out_prompt(context, model, in_corner ? beside_picture : rest.w);
    const float panels = draw_panels(context, model.panels, {}, rest.w, false);
    const bool is_between = has_picture(model) && picture.place == Picture::Place::between;
    const float pictured = is_between ? picture.size.y + between : 0;
    const float above = (panels > 0 ? panels + between : 0) + pictured;
    const float wanted = above + answers_height(context, model, rest.w);
    const auto height_of_prompt = [&] { return std::max(prompt.height(context), in_corner ? picture.size.y : 0); };
    const auto leaves = [&](float space) { return rest.h - height_of_prompt() - between >= std::min(wanted, space); };
    // A prompt that leaves no space for what is above the choices and two lines of them is written smaller. It is
    // pinned unless not even two lines of choices have space.
    const float two_lines = 6 * context.em();
    if (!leaves(above + two_lines))
        prompt = lay_out_prompt(context, model, in_corner ? beside_picture : rest.w, Type::body);
    const bool pinned = leaves(two_lines);
    const float prompt_height = height_of_prompt();
    const auto draw_prompt = [&](float y) {
        if (in_corner) draw_at_right(y);
        return std::max(prompt.draw(context, {rest.x, y}), in_corner ? y + picture.size.y : y);
    };
    const float spare = std::max(0.0F, rest.h - prompt_height - between - wanted - context.px(2));
    const float lower = std::round(std::min(spare * 0.18F, context.px(6)));
    Rect view = rest;
    if (pinned) {
        const float below = draw_prompt(rest.y + lower);
        view = {rest.x, below + context.px(1), rest.w, rest.bottom() - below - context.px(1)};
    }
    // What is asked next on the same screen, such as how sure a person is, starts at its beginning.
    const std::string key = "question/" + std::to_string(context.state.screen_id) + "/" + model.instruction;
    ScrollBody body(context, view, key, model.focus);
    float y = body.top() + between - context.px(1);
    if (!pinned) y = draw_prompt(body.top()) + between;
    const float space = view.bottom() - (view.y + between) - context.px(1);
    if (is_between) draw_picture(context, model, {rest.x, std::round(y), picture.size.x, picture.size.y});
    draw_panels(context, model.panels, {rest.x, y + pictured}, rest.w, true);
    y += above;
    const AnswerPlace place{{rest.x, y}, rest.w, (pinned ? space : wanted) - above, model.focus};
    y = std::visit([&](const auto& answer) { return draw_answer(context, answer, place, body); }, model.answer);
    body.end(y + context.px(2));
}

} // namespace chelate::window
