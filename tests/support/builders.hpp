// Builds values for tests. They are complete by default, so a test states only what it is about.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "engine/quiz/session.hpp"

namespace chelate::test {

/// Returns a single-choice question with `options` options; by default the first one is right.
inline quiz::Question a_question(std::size_t options = 4, std::uint8_t key = 0) {
    quiz::PickOne interaction;
    for (std::size_t i = 0; i < options; ++i)
        interaction.options.push_back({"option " + std::to_string(i), {}, "why " + std::to_string(i)});
    interaction.key = key;
    quiz::Question question;
    question.id = "q/pick";
    question.topic = content::TopicId{"basics"};
    question.prompt = "Which one?";
    question.interaction = std::move(interaction);
    question.explanation = "Because of the key.";
    question.claims = {content::ClaimId{"c1"}};
    question.sources = {{content::SourceId{"s1"}, "Author, Title, 2020"}};
    return question;
}

/// Returns an ordering question with `items` items.
inline quiz::Question an_order_question(std::size_t items = 4) {
    quiz::PutInOrder interaction{{}, "first", "last"};
    for (std::size_t i = 0; i < items; ++i) interaction.items.push_back({"item " + std::to_string(i), {}, {}});
    quiz::Question question = a_question();
    question.id = "q/order";
    question.kind = quiz::Kind::order;
    question.interaction = std::move(interaction);
    return question;
}

inline const quiz::PlayerId ada{"ada"};
inline const quiz::PlayerId ben{"ben"};

inline quiz::SessionPlan a_program(int planned = 3, quiz::Rules rules = {}) {
    return {.pack = "pack",
            .pack_hash = "00",
            .round = content::RoundId{"round"},
            .seed = 7,
            .planned = planned,
            .rules = rules};
}

/// Runs a session as a specification: given earlier commands, when a command, then events or a rejection.
class Script {
public:
    explicit Script(std::vector<quiz::Participant> players = {{ada, "Ada"}}, quiz::SessionPlan plan = a_program()) {
        must(quiz::StartSession{quiz::SessionId{"s"}, quiz::SessionPlanRef(std::move(plan)), std::move(players)});
    }

    /// Sends a command `later` milliseconds after the last one. Applies its events when it is accepted.
    tl::expected<std::vector<quiz::Event>, quiz::Rejection> when(quiz::CommandBody interaction,
                                                                 std::int64_t later = 1000) {
        at = at + Millis{later};
        const quiz::Command command{at, std::move(interaction)};
        auto events = quiz::decide(history, command);
        if (events) {
            for (const quiz::Event& event : *events) history = quiz::evolve(std::move(history), event);
        }
        return events;
    }

    /// Sends a command that is part of a test's setup. Throws when it is refused.
    Script& must(quiz::CommandBody interaction, std::int64_t later = 1000) {
        if (const auto events = when(std::move(interaction), later); !events) {
            throw std::runtime_error("refused: " + std::string(quiz::to_string(events.error())));
        }
        return *this;
    }

    Script& ask(quiz::Question question = a_question()) {
        return must(quiz::AskQuestion{quiz::QuestionRef(std::move(question))});
    }

    /// Returns the answer to the open question that earns full credit.
    [[nodiscard]] quiz::Response key() const {
        const quiz::QuestionRecord& asked = history.state.asked.back();
        return quiz::key_response(*asked.question, asked.display_order);
    }
    /// Returns a valid answer to the open question that earns nothing.
    [[nodiscard]] quiz::Response wrong() const {
        const quiz::QuestionRecord& asked = history.state.asked.back();
        return quiz::wrong_response(*asked.question, asked.display_order);
    }

    quiz::SessionHistory history;
    Millis at{};
};

/// Returns why a command was refused. It throws when the command was not refused.
template <class Decision>
quiz::Rejection refused(const Decision& decision) {
    if (decision.has_value()) throw std::logic_error("the command was not refused");
    return decision.error();
}

} // namespace chelate::test
