#include <algorithm>
#include <cmath>
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

/// Where the picture of a question is: beside everything, or between the prompt and the answers.
struct Picture {
    Vec size;
    bool beside = false;
};

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

/// Finds the place of a picture where the answers stay on the screen, and its size there.
/// @param check  height of the button below the answers
Picture place_picture(Context& context, const screens::QuestionModel& model, const Rect& rest, float check) {
    Picture out;
    if (!has_picture(model)) return out;
    const float gap = context.px(3);
    const auto height_without = [&](float width) {
        return lay_out_prompt(context, model, width).height(context) + answers_height(context, model, width) +
               draw_panels(context, model.panels, {}, width, false) + 2 * gap + context.px(2);
    };
    const float spare = rest.h - height_without(rest.w);
    const float column = std::round(rest.w * 0.36F);
    const Vec above = picture_size(context, model, {rest.w, std::max(spare - gap, 4 * context.em())});
    const Vec beside = picture_size(context, model, {column, rest.h - check - gap});
    const bool fits = rest.w - column - gap >= 28 * context.em() && height_without(rest.w - column - gap) <= rest.h;
    out.beside = fits && beside.x * beside.y > above.x * above.y;
    out.size = out.beside ? beside : above;
    return out;
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
        // Where the button does not fit beside the answer, it takes height from it.
        if (rect.x - context.px(3) < rest.x + width) rest.h -= check_size.y + context.px(3);
        button(context, check, rect, focus_light(context, "question", model.check_focus, model.focus));
        context.hit(rect, model.check_focus);
    }
    const Picture picture = place_picture(context, model, rest, check_size.y);
    if (picture.beside) {
        draw_picture(context, model,
                     {std::round(rest.right() - picture.size.x), rest.y, picture.size.x, picture.size.y});
        rest.w -= std::round(rest.w * 0.36F) + context.px(3);
    }
    PromptBlock prompt = lay_out_prompt(context, model, rest.w);
    const float between = context.px(3);
    const float panels = draw_panels(context, model.panels, {}, rest.w, false);
    const float pictured = has_picture(model) && !picture.beside ? picture.size.y + between : 0;
    const float above = (panels > 0 ? panels + between : 0) + pictured;
    const float wanted = above + answers_height(context, model, rest.w);
    const auto leaves = [&](float space) {
        return rest.h - prompt.height(context) - between >= std::min(wanted, space);
    };
    // A prompt that leaves no space for what is above the choices and two lines of them is written smaller. It is
    // pinned unless not even two lines of choices have space.
    const float two_lines = 6 * context.em();
    if (!leaves(above + two_lines)) prompt = lay_out_prompt(context, model, rest.w, Type::body);
    const bool pinned = leaves(two_lines);
    const float prompt_height = prompt.height(context);
    const float spare = std::max(0.0F, rest.h - prompt_height - between - wanted - context.px(2));
    const float lower = std::round(std::min(spare * 0.18F, context.px(6)));
    Rect view = rest;
    if (pinned) {
        const float below = prompt.draw(context, {rest.x, rest.y + lower});
        view = {rest.x, below + context.px(1), rest.w, rest.bottom() - below - context.px(1)};
    }
    ScrollBody body(context, view, "question/" + std::to_string(context.state.screen_id), model.focus);
    float y = body.top() + between - context.px(1);
    if (!pinned) y = prompt.draw(context, {rest.x, body.top()}) + between;
    const float space = view.bottom() - (view.y + between) - context.px(1);
    if (pictured > 0) draw_picture(context, model, {rest.x, std::round(y), picture.size.x, picture.size.y});
    draw_panels(context, model.panels, {rest.x, y + pictured}, rest.w, true);
    y += above;
    const AnswerPlace place{{rest.x, y}, rest.w, (pinned ? space : wanted) - above, model.focus};
    y = std::visit([&](const auto& answer) { return draw_answer(context, answer, place, body); }, model.answer);
    body.end(y + context.px(2));
}

} // namespace chelate::window
