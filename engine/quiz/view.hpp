// What a person may see of a session now. Before the reveal, nothing in a view depends on the key.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/quiz/session.hpp"

namespace chelate::quiz {

/// Who is looking: a player, the host's own screen, or the screen that everyone sees.
enum class Role : std::uint8_t { player, host, everyone };
struct Audience {
    Role role = Role::everyone;
    PlayerId player{}; ///< only for Role::player
};

/// A question as it is shown, without its key.
struct QuestionView {
    int number = 0; ///< 1-based
    Kind kind = Kind::single;
    content::TopicId topic;
    std::string prompt;
    std::vector<Panel> panels;
    content::Image image{};
    /// Where the question is about the steps of a mechanism: which one. Its first picture gives nothing away.
    content::MechanismId mechanism{};
    AnswerView answer; ///< what there is to choose, arrange and so on
    /// the looking player's own time, with their time factor; for other roles without a factor
    std::optional<QuestionTime> time{};
    Millis asked_at{};                  ///< session-active time
    std::vector<bool> answered;         ///< by seat
    std::optional<Response> response{}; ///< the looking player's own
    std::optional<Response> first{};    ///< the looking player's first answer, if it did not earn full credit
    int hints_there = 0;                ///< how many hints may be taken in all
    std::vector<std::string> hints{};   ///< those that the looking player has taken
    std::optional<PlayerId> turn{};     ///< whose question it is, in a round with turns
    Buzzers buzzers{};
    bool marked = false;                          ///< false: nothing here is right or wrong
    bool voided = false;                          ///< it counts for nobody
    bool untouched = false;                       ///< nothing has happened since it was asked
    std::vector<bool> awaited{};                  ///< by seat: whose answer is still open; see is_awaited
    std::vector<Millis> more_time{};              ///< by seat: time given by the host
    std::vector<std::optional<Response>> given{}; ///< only for the host: every answer, by seat
    bool operator==(const QuestionView&) const = default;
};

/// Everything that is shown once a question is over.
struct RevealView {
    QuestionRef question;
    Order display_order;
    bool voided = false;
    bool corrected = false;                            ///< a host has changed its key
    std::optional<Judgement> judgement{};              ///< the looking player's own
    std::vector<std::optional<Judgement>> everybody{}; ///< by seat; not for players
    bool operator==(const RevealView&) const = default;
};

/// A revealed question of the session with its number.
struct RevealedQuestion {
    int number = 0; ///< 1-based
    std::optional<PlayerId> turn{};
    RevealView reveal;
    bool operator==(const RevealedQuestion&) const = default;
};

struct Standing {
    PlayerId player;
    std::string name;
    Score score;
    bool gone = false;
    bool operator==(const Standing&) const = default;
};

/// What a workshop shows. There is no key in it: what a scene asks follows from the pack and the seed.
struct WorkshopView {
    content::ScriptId script;
    std::size_t scene = 0;
    int step = 0;
    VoteCounts votes{};
    bool operator==(const WorkshopView&) const = default;
};

struct View {
    Phase phase = Phase::not_started;
    bool paused = false;
    content::RoundId round;
    int planned = 0;
    std::optional<StudyRound> study_round{};
    Rules rules;
    bool can_undo = false;                  ///< there is a step to take back
    bool can_redo = false;                  ///< there is an undone step to bring back
    std::optional<WorkshopView> workshop{}; ///< only in a workshop
    std::optional<QuestionView> question{}; ///< the open question, or the last one
    std::optional<RevealView> reveal{};     ///< only when the question has been revealed
    std::vector<Standing> standings;        ///< by seat; they do not include the open question
    std::vector<Adjustment> adjustments{};  ///< points that the host gave or took, in their order
    bool operator==(const View&) const = default;
};

/// Returns a question with its options in that order, without anything from a session.
[[nodiscard]] QuestionView show(const Question& question, const Order& display_order);

/// Returns what an audience sees. It never fails: an unknown player sees what everyone sees of the question.
[[nodiscard]] View project(const SessionHistory& history, const Audience& audience);

/// Returns the same view with an earlier question in place of the last one. @param number  1-based number of a
/// question that was asked
[[nodiscard]] View look_back(const SessionHistory& history, const Audience& audience, int number);

/// Returns all questions that have been revealed, in the order in which they were asked, as an audience sees them.
[[nodiscard]] std::vector<RevealedQuestion> revealed_questions(const SessionHistory& history, const Audience& audience);

} // namespace chelate::quiz
