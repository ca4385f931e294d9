// The one file that knows the people of a class: their names, teams and what they use. Nothing of it goes into
// journals,
// recordings or logs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/quiz/session.hpp"

namespace chelate::session {

inline constexpr int most_teams = 12; ///< as many as there are looks

struct Team {
    quiz::PlayerId id;    ///< "t1": all that a journal knows of it
    std::string name{};   ///< empty: the made-up one of its place
    int slot = 1;         ///< its colour, 1..12
    std::string shape{};  ///< one of content::shapes()
    std::string button{}; ///< of its buzzer, as stage::Buttons names it
    std::vector<std::string> members{};
    bool operator==(const Team&) const = default;
};

/// A class with what it used last.
struct ClassProfile {
    std::string name;
    std::vector<Team> teams{};
    quiz::ResponseMode response_mode = quiz::ResponseMode::turns;
    bool together = false; ///< the room against a goal, not teams against each other
    int seconds = 0;       ///< for a question; 0: no clock
    bool speed = false;
    bool asks_confidence = false;
    bool standings = true; ///< shown after each question
    std::string lesson{};  ///< name of what it played last
    bool operator==(const ClassProfile&) const = default;
};

/// Questions of a round that a host has picked and kept.
struct KeptLesson {
    std::string name;
    std::string pack;
    content::RoundId round;
    std::uint64_t seed = 0;
    std::vector<std::uint32_t> question_indices{};
    bool operator==(const KeptLesson&) const = default;
};

struct ClassFile {
    std::vector<ClassProfile> classes{}; ///< the one that played last comes first
    std::vector<KeptLesson> lessons{};
    bool operator==(const ClassFile&) const = default;
};

/// A team of this place, 0 and up, with its own look, button and no names.
[[nodiscard]] Team new_team(int place);

/// Reads classes.json of a data folder. A missing file gives nothing; one that cannot be read is kept as
/// classes.json.broken and gives nothing too.
[[nodiscard]] ClassFile load_classes(const std::filesystem::path& data_folder, std::vector<Error>* told = nullptr);
/// Errors as write_file.
[[nodiscard]] Result<void> save_classes(const std::filesystem::path& data_folder, const ClassFile& file);

/// Deals names that were typed or pasted over teams. A line is a name; one that ends with a colon begins a team of that
/// name. Without such lines names are dealt in turn over as many teams as there are. Names are tidied, empty ones and
/// what
/// is no text left out, at most 40 characters each.
void deal_names(std::string_view typed, std::vector<Team>& teams);
/// The names as they would be typed.
[[nodiscard]] std::string typed_names(const std::vector<Team>& teams);

} // namespace chelate::session
