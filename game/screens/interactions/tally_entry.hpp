// Counting hands, choice by choice: what a host types or taps until they submit the count.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/content/pack.hpp"
#include "engine/text/language.hpp"
#include "game/screens/model/ui_model.hpp"

namespace chelate::screens {

/// How many hands there can be together, and why there can be no more.
struct HandLimit {
    int most = 0;
    std::string reason; ///< a whole sentence
};
/// Returns the limit for a team, a class or a workshop: the number of names, else the number that the host gave in the
/// setup, else the size of the largest class.
/// @param names, people  0: not known
[[nodiscard]] HandLimit hand_limit(const text::Language& words, std::size_t names, int people);

class TallyEntry {
public:
    /// @param known  hands that were counted before; empty: nothing was counted
    TallyEntry(std::size_t options, HandLimit limit, const std::vector<std::uint16_t>& known = {});

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
    /// Sets a count, but never raises it so far that there are more hands than people.
    void set(int option, int hands);
    void go_to(int option);

    std::vector<std::string> counts_;
    HandLimit limit_;
    int focus_ = 0;
    bool stopped_ = false;    ///< somebody wanted more hands at the focus than there are people
    bool types_anew_ = false; ///< the next digit replaces the count instead of following it
};

} // namespace chelate::screens
