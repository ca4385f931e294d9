// A line of text that is being typed. Several interactions use it.
#pragma once

#include <string>

#include "game/screens/model/ui_model.hpp"

namespace chelate::screens {

class Field {
public:
    /// @param longest  in characters; text that would make it longer is not taken
    explicit Field(std::size_t longest) : longest_(longest) {}

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] FieldModel model(std::string problem) const { return {text_, caret_, std::move(problem)}; }

    void set(std::string text);
    /// Inserts text at the caret, without its control characters.
    void type(std::string_view typed);
    void edit(Edit edit);

private:
    std::size_t longest_;
    std::string text_;
    std::size_t caret_ = 0; ///< in bytes, never inside a character
};

} // namespace chelate::screens
