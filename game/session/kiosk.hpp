// A kiosk: visitors play alone, nothing of them is saved, and a show runs while nobody plays.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/units.hpp"
#include "engine/content/pack.hpp"
#include "engine/quiz/question.hpp"
#include "game/session/settings.hpp"

namespace chelate::session {

/// Simulated players: how many there are, and how many of a hundred of their answers are right.
inline constexpr int simulated_players = 20;
inline constexpr int simulated_right_percent = 60;

/// How long typing the exit word may take. Visitors who press keys for minutes must not end kiosk mode by chance.
inline constexpr Millis exit_word_time{5000};

/// A question of the show, and what the simulated players pick.
struct SimulatedQuestion {
    quiz::QuestionRef question;
    quiz::Order display_order;
    std::vector<std::uint8_t> picks; ///< positions on the screen, one for each player
};

class Kiosk {
public:
    Kiosk(content::Script script, std::string exit_word, bool ends_program, Settings before)
        : script_(std::move(script)),
          exit_word_(std::move(exit_word)),
          ends_program_(ends_program),
          before_(std::move(before)) {}

    /// Returns the script of the show that runs while nobody plays.
    [[nodiscard]] const content::Script& script() const { return script_; }
    /// Returns whether leaving the kiosk ends the program.
    [[nodiscard]] bool ends_program() const { return ends_program_; }
    /// Returns the host's settings.
    [[nodiscard]] const Settings& settings_before() const { return before_; }
    /// Returns the seed of the show.
    [[nodiscard]] std::uint64_t seed() const { return seed_; }
    /// Returns the question of a scene of the script, as this seed makes it; nothing when the scene asks none, or one
    /// that cannot be answered by a show of hands. @param pack  the pack of the script
    [[nodiscard]] std::optional<SimulatedQuestion> question_of(const content::Pack& pack, std::size_t scene) const;
    /// Returns for how long nobody has done anything. @param now  steady time
    [[nodiscard]] Millis idle(Millis now) const { return now - last_activity_; }

    /// Notes that somebody has done something now. @param now  steady time
    void touch(Millis now) { last_activity_ = now; }
    /// Takes a typed character; 0 is a key that types none. Returns whether what was typed ends with the exit word,
    /// and the word was typed within exit_word_time. @param now  steady time
    bool type(char32_t typed, Millis now);
    /// Forgets what was typed.
    void forget_typed() { typed_.clear(); }
    /// Starts its show again. @param seed  of the show
    void restart(std::uint64_t seed) { seed_ = seed; }

private:
    content::Script script_;
    std::string exit_word_;
    bool ends_program_;
    Settings before_;
    struct TypedCharacter {
        char character;
        Millis at; ///< steady time
    };
    std::vector<TypedCharacter> typed_; ///< the last characters, as many as the exit word has
    Millis last_activity_{};
    std::uint64_t seed_ = 0;
};

/// Returns a word that nobody guesses and that is easy to type.
[[nodiscard]] std::string new_exit_word(std::uint64_t seed);
/// Returns the script that a kiosk shows for a pack without scripts: its name, questions of its first round, its
/// mechanisms.
[[nodiscard]] content::Script default_script(const content::Pack& pack);

} // namespace chelate::session
