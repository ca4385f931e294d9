// The file of classes: names, teams and what they last used. It is the only file that has these names; journals,
// recordings and logs never do.
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
    quiz::PlayerId id;    ///< such as "t1"; journals have nothing else of it
    std::string name{};   ///< empty: the default name of its slot
    int slot = 1;         ///< its colour and place among the teams, 1..12
    std::string shape{};  ///< one of content::shapes()
    std::string button{}; ///< of its buzzer, as stage::Buttons names it
    std::vector<std::string> members{};
    bool operator==(const Team&) const = default;
};

/// A class, with the choices it last played with.
struct ClassProfile {
    std::string name;
    std::vector<Team> teams{};
    quiz::ResponseMode response_mode = quiz::ResponseMode::turns;
    bool together = false; ///< the class plays for a goal, not team against team
    int seconds = 0;       ///< to answer a question; 0: no clock
    bool speed = false;
    bool asks_confidence = false;
    bool standings = true; ///< whether they are shown after each question
    std::string lesson{};  ///< name of the round or saved lesson it last played
    int people = 0;        ///< in each team that has no names; 0: not known
    bool operator==(const ClassProfile&) const = default;
};

/// Questions of a round that a host has picked and saved.
struct KeptLesson {
    std::string name;
    std::string pack;
    content::RoundId round;
    std::uint64_t seed = 0;
    std::vector<std::uint32_t> question_indices{};
    bool operator==(const KeptLesson&) const = default;
};

struct ClassFile {
    std::vector<ClassProfile> classes{}; ///< the one that played last is the first
    std::vector<KeptLesson> lessons{};
    bool operator==(const ClassFile&) const = default;
};

/// Returns a team without names, with the look and the buzzer of its place. @param place  0 and up
[[nodiscard]] Team new_team(int place);

/// Reads classes.json of a data folder. A missing file gives no classes. A file that cannot be read is renamed to
/// classes.json.broken and gives no classes either. @param told  see local_json::load
[[nodiscard]] ClassFile load_classes(const std::filesystem::path& data_folder, std::vector<Error>* told = nullptr);
/// Errors as write_file.
[[nodiscard]] Result<void> save_classes(const std::filesystem::path& data_folder, const ClassFile& file);

/// Puts typed or pasted names into teams. Each line is a name; a line that ends with a colon starts a team of that
/// name. Without such lines the names go to the teams in turn. Names are tidied and cut at 40 characters. Empty lines
/// and lines that are not valid text are left out.
void deal_names(std::string_view typed, std::vector<Team>& teams);
/// Returns the names as somebody would type them.
[[nodiscard]] std::string typed_names(const std::vector<Team>& teams);

} // namespace chelate::session
