// Counting hands, choice by choice: what a host types or taps until they submit the count.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/content/pack.hpp"
#include "engine/text/language.hpp"
#include "game/screens/model/ui_model.hpp"

namespace chelate::screens {

class TallyEntry {
public:
    /// @param known  hands that were counted before; empty: nothing was counted
    /// @param most  of all hands together; nothing: nobody knows how many people there are
    explicit TallyEntry(std::size_t options, const std::vector<std::uint16_t>& known = {},
                        std::optional<int> most = {});

    /// Takes an intent. Returns whether it submits the count.
    bool handle(const Intent& intent);
    /// Moves the focus back to the first choice.
    void begin_again() { focus_ = 0; }

    [[nodiscard]] bool nobody() const;
    [[nodiscard]] std::vector<std::uint16_t> hands() const;                          ///< by choice
    [[nodiscard]] const std::vector<std::string>& digits() const { return counts_; } ///< as they were typed
    /// Fills in the answer with its counts, the keys and the focus. The button comes after the choices.
    void show(QuestionModel& model, std::vector<ChoiceCard> choices) const;
    [[nodiscard]] static std::vector<KeyHint> keys(const text::Language& words);

private:
    [[nodiscard]] int options() const { return static_cast<int>(counts_.size()); }
    void add(int option, int by);
    /// Sets a count, but never so that there are more hands than people.
    void set(int option, int hands);
    void go_to(int option);

    std::vector<std::string> counts_;
    std::optional<int> most_;
    int focus_ = 0;
    bool types_anew_ = false; ///< the next digit replaces the count instead of following it
};

} // namespace chelate::screens
