// What somebody may see of a session now. Before the reveal nothing in a view depends on the key.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/quiz/session.hpp"

namespace chelate::quiz {

/// Who looks: a player, the host's own screen, or the picture the whole room sees.
enum class Role : std::uint8_t { player, host, everyone };
struct Audience {
    Role role = Role::everyone;
    PlayerId player{}; ///< for Role::player
};

/// A question as it is shown, without its key.
struct QuestionView {
    int number = 0; ///< 1-based
    Kind kind = Kind::single;
    content::TopicId topic;
    std::string prompt;
    std::vector<Panel> panels;
    AnswerView answer;                  ///< what there is to choose, arrange, ...
    std::optional<QuestionTime> time{}; ///< the player's own, with their time factor; for others the common one
    Millis asked_at{};                  ///< session-active time
    std::vector<bool> answered;         ///< by seat
    std::optional<Response> response{}; ///< the looking player's own
    std::optional<Response> first{};    ///< the looking player's first answer, which was not full
    bool has_hint = false;
    std::string hint{};             ///< once the looking player has taken it
    std::optional<PlayerId> turn{}; ///< whose question it is, where seats take turns
    Buzzers buzzers{};
    std::vector<std::optional<Response>> given{}; ///< for the host: everybody's, by seat
    bool operator==(const QuestionView&) const = default;
};

/// What is told once a question is over: all of it.
struct RevealView {
    QuestionRef question;
    Order display_order;
    bool voided = false;
    bool corrected = false;                            ///< a host has given it another key
    std::optional<Judgement> judgement{};              ///< the looking player's own
    std::vector<std::optional<Judgement>> everybody{}; ///< for the host and the room, by seat
    bool operator==(const RevealView&) const = default;
};

struct Standing {
    PlayerId player;
    std::string name;
    Score score;
    bool gone = false;
    bool operator==(const Standing&) const = default;
};

struct View {
    Phase phase = Phase::not_started;
    bool paused = false;
    content::RoundId round;
    int planned = 0;
    std::optional<StudyRound> study_round{};
    std::optional<QuestionView> question{}; ///< the open or the last one
    std::optional<RevealView> reveal{};     ///< only when it has been revealed
    std::vector<Standing> standings;        ///< by seat; the open question is not in them
    bool operator==(const View&) const = default;
};

/// A question with its options in that order, without anything of a session.
[[nodiscard]] QuestionView show(const Question& question, const Order& display_order);

/// The view for somebody. Never fails; an unknown player sees what the room sees.
[[nodiscard]] View project(const SessionHistory& history, const Audience& audience);

/// The same with an earlier question in place of the last one, for looking back. @param number 1-based, of one asked
[[nodiscard]] View look_back(const SessionHistory& history, const Audience& audience, int number);

} // namespace chelate::quiz
