// What the screens of a class share: which lessons there are, what the teams are called, and what follows from a view.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "game/screens/model/classroom_model.hpp"
#include "game/screens/presenter/presenter.hpp"
#include "game/screens/presenter/services.hpp"
#include "game/session/local_files.hpp"
#include "game/session/rounds.hpp"

namespace chelate::screens {

/// A round, or questions that a host has kept, for a class to play.
struct LessonChoice {
    std::string name;
    content::Round round;
    std::optional<session::KeptLesson> kept{}; ///< nothing: questions are drawn
};
/// Returns every lesson there is. Rounds come first.
[[nodiscard]] std::vector<LessonChoice> lesson_choices(const content::Pack& pack, const session::ClassFile& classes);
/// Returns the command that plans a lesson for a class.
[[nodiscard]] session::PlanLesson planning_of(const LessonChoice& choice, const session::ClassProfile& profile);
/// Returns the command that starts the planned lesson. Its journal gets made-up names of the teams.
[[nodiscard]] session::StartLesson starting_of(const session::ClassProfile& profile, const text::Language& words,
                                               bool rehearsal);

/// Knows what the teams of the class that plays are called, and how they look.
class TeamNames {
public:
    /// All of them must outlive it.
    TeamNames(const session::LocalFiles& files, const text::Language& words, const ShownNames& shown_name)
        : files_(files), words_(words), shown_name_(shown_name) {}

    /// Returns the team of a participant. A team that the class file does not know gets the look of its number.
    [[nodiscard]] session::Team team_of(const quiz::PlayerId& id) const;
    [[nodiscard]] std::string name_of(const quiz::PlayerId& id) const;
    /// Returns the team and the one of its members who answers. @param turn  1-based
    [[nodiscard]] std::string name_with_member(const quiz::PlayerId& id, int turn) const;
    /// Returns every team with its points, for the strip.
    [[nodiscard]] std::vector<TeamModel> models_of(const quiz::View& view) const;

private:
    const session::LocalFiles& files_;
    const text::Language& words_;
    const ShownNames& shown_name_;
};

[[nodiscard]] Look look_of(const session::Team& team);

/// Replaces the numbers of choices by letters and shapes, which is how a class names them.
void letter(std::vector<ChoiceCard>& cards);

/// Returns whether the class sees the standings after each question.
[[nodiscard]] bool shows_standings(const session::LocalFiles& files);

/// Returns the seat of a participant.
[[nodiscard]] std::optional<std::size_t> seat_of(const quiz::View& view, const quiz::PlayerId& id);
/// Returns the number of questions asked so far.
[[nodiscard]] int asked_so_far(const quiz::View& view);
/// Returns the points by seat, to show later what a step has changed.
[[nodiscard]] std::vector<Points> points_by_seat(const quiz::View& view);
/// Returns whether the question waits for nobody any more.
[[nodiscard]] bool all_in(const quiz::View& view);
/// Returns whether the buzzers of the question are still shut. It is read first.
[[nodiscard]] bool waits_for_buzzers(const quiz::View& view);
/// Returns how many options a question has; 0: there is nothing to choose, arrange or assign.
[[nodiscard]] std::size_t option_count(const quiz::AnswerView& answer);

/// Returns how many hands each option got from all teams; empty when nobody raised a hand.
[[nodiscard]] std::vector<int> hands_of(const std::vector<std::optional<quiz::Response>>& given);
/// Returns how many chose each option, by hands or as a team.
[[nodiscard]] std::vector<int> chosen_of(const std::vector<std::optional<quiz::Response>>& given, std::size_t options);

/// Returns the share of all possible points that the class has, 0..1.
[[nodiscard]] Fraction reached(const quiz::View& view);

/// Shows where the lesson is now, or its report when it is over. It asks the next question when one is due.
/// @param rounds  must outlive the screen that asks; this is true of every function here that returns effects
[[nodiscard]] Effects continue_class(const session::Rounds& rounds);
/// Carries out a command to the lesson, and then shows where the lesson is, even if the command is refused.
[[nodiscard]] Effects continue_after(session::Command command, const session::Rounds& rounds);
/// Takes back a step, or brings one back, and then shows where the lesson is. Without such a step nothing happens.
[[nodiscard]] Effects retrace(bool forward, const session::Rounds& rounds);

} // namespace chelate::screens
