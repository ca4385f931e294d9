#include "game/screens/interactions/field.hpp"

#include "engine/base/text.hpp"

namespace chelate::screens {

namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Return where the character before a place begins, and where the character after it ends.
std::size_t before(const std::string& text, std::size_t at) {
    if (at == 0) return 0;
    --at;
    while (at > 0 && continues(text[at])) --at;
    return at;
}

std::size_t after(const std::string& text, std::size_t at) {
    if (at < text.size()) ++at;
    while (at < text.size() && continues(text[at])) ++at;
    return at;
}

} // namespace

void Field::set(std::string text) {
    text_ = std::move(text);
    caret_ = text_.size();
}

void Field::type(std::string_view typed) {
    if (first_invalid_utf8(typed)) return;
    std::string shown;
    for (const char byte : typed) {
        if (static_cast<unsigned char>(byte) >= ' ' && byte != '\x7F') shown += byte;
    }
    if (code_points(text_) + code_points(shown) > longest_) return;
    text_.insert(caret_, shown);
    caret_ += shown.size();
}

void Field::edit(Edit edit) {
    switch (edit) {
    case Edit::left: caret_ = before(text_, caret_); break;
    case Edit::right: caret_ = after(text_, caret_); break;
    case Edit::home: caret_ = 0; break;
    case Edit::end: caret_ = text_.size(); break;
    case Edit::erase: text_.erase(caret_, after(text_, caret_) - caret_); break;
    case Edit::backspace: {
        const std::size_t from = before(text_, caret_);
        text_.erase(from, caret_ - from);
        caret_ = from;
        break;
    }
    }
}

} // namespace chelate::screens
