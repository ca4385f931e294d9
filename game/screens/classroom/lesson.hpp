// A lesson before and while it runs: which questions suit, who the teams are, what the room is told. Shared by the
// screens
// of a room.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "game/screens/model/classroom_model.hpp"
#include "game/screens/presenter/context.hpp"

namespace chelate::screens {

/// A round, or questions a host has kept, that a class can play.
struct LessonChoice {
    std::string name;
    content::Round round;
    const session::KeptLesson* kept = nullptr; ///< null: questions are drawn anew
};
/// Every one there is, rounds first. @pre the class file outlives it and is not changed
[[nodiscard]] std::vector<LessonChoice> lesson_choices(const Context& context);

/// Whether a room can answer a question in this way: hands and cards pick one option.
[[nodiscard]] bool suits(const quiz::Question& question, quiz::ResponseMode response_mode);

/// The questions of a lesson before it begins.
struct LessonPlan {
    content::Round round;
    std::uint64_t seed = 0;
    std::vector<std::uint32_t> question_indices{}; ///< which of the round's questions under this seed
    std::vector<quiz::Question> questions{};       ///< those
    std::uint32_t next = 0;                        ///< the first place that was not looked at yet
};
[[nodiscard]] LessonPlan plan_lesson(Context& context, const LessonChoice& choice, quiz::ResponseMode response_mode);
/// Puts another question of the round in place of one. False when there is no other.
bool swap_question(const Context& context, LessonPlan& plan, std::size_t index, quiz::ResponseMode response_mode);
/// How long it will take, by the length of its texts and how answers are taken.
[[nodiscard]] Millis time_to_expect(const LessonPlan& plan, quiz::ResponseMode response_mode);

/// Starts it with the class that is first in the file. Errors: as Game::start.
[[nodiscard]] Result<void> start_lesson(Context& context, const LessonPlan& plan, bool rehearsal);

/// How a class answers and is marked, as rules.
[[nodiscard]] quiz::Rules rules_of(const session::ClassProfile& room);

/// The team of a seat: its own name and look where the class file knows it, else the made-up ones of its place.
[[nodiscard]] session::Team team_of(const Context& context, const quiz::PlayerId& id);
[[nodiscard]] std::string team_name(const Context& context, const quiz::PlayerId& id);
[[nodiscard]] Look look_of(const session::Team& team);

/// Replaces the numbers of choices by letters and shapes, as a class calls them.
void letter(std::vector<ChoiceCard>& cards);

/// Every team with its points, as the strip shows them, without words.
[[nodiscard]] std::vector<TeamModel> teams_of(const Context& context, const quiz::View& view);

/// Points by seat, to show later what a step has changed.
[[nodiscard]] std::vector<Points> points_by_seat(const quiz::SessionState& state);
/// Whether nobody is waited for any more.
[[nodiscard]] bool all_in(const quiz::SessionState& state);

/// How many hands went up for each option, of all teams; empty when nobody raised any.
[[nodiscard]] std::vector<int> hands_of(const std::vector<std::optional<quiz::Response>>& given);
/// How many chose each option, by hands or by teams; empty when a question has no options to pick from.
[[nodiscard]] std::vector<int> chosen_of(const std::vector<std::optional<quiz::Response>>& given, std::size_t options);

/// What all have reached of what could be, 0..1.
[[nodiscard]] Fraction reached(const quiz::View& view);

} // namespace chelate::screens
