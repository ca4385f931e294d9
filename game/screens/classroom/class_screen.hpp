// What a room sees while a lesson runs, and what its host can do: prompt, choices, answers, reveal, standings.
#pragma once

#include "game/screens/classroom/lesson.hpp"
#include "game/screens/interactions/answer_entry.hpp"
#include "game/screens/interactions/tally_entry.hpp"
#include "game/screens/solo/reveal_screen.hpp"

namespace chelate::screens {

/// One stage of a question; every other stage is another screen.
class ClassScreen final : public Presenter {
public:
    ClassScreen(Context& context, ShowClass request);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    [[nodiscard]] std::vector<KeyHint> all_hints() const override;
    Transition handle(const Intent& intent) override;
    Transition tick() override;
    [[nodiscard]] bool is_for_projector() const override { return true; }
    [[nodiscard]] bool watches_buttons() const override;
    [[nodiscard]] std::optional<HostModel> host() const override;
    /// Choices come after the time to read; who pressed too early waits.
    [[nodiscard]] bool keeps_time() const override {
        return is_open() && (request_.stage == Stage::prompt || watches_buttons());
    }

private:
    [[nodiscard]] const quiz::SessionState& state() const { return context_.game.run().history().state; }
    [[nodiscard]] const quiz::QuestionRecord& asked() const { return state().asked.back(); }
    [[nodiscard]] quiz::ResponseMode response_mode() const { return state().plan.rules.response_mode; }
    [[nodiscard]] bool counts_hands() const;
    /// Who may answer now: whose turn it is, who pressed.
    [[nodiscard]] std::optional<quiz::PlayerId> answering() const;
    [[nodiscard]] bool is_open() const { return state().phase == quiz::Phase::asked; }

    [[nodiscard]] QuestionModel question_model() const;
    [[nodiscard]] RevealModel shown_reveal() const;
    [[nodiscard]] StandingsModel standings_model() const;
    [[nodiscard]] TeamStrip strip() const;
    [[nodiscard]] std::string state_word() const;
    void say_of_teams(std::vector<TeamModel>& teams) const;
    [[nodiscard]] AnswerModel choices_shown() const;
    [[nodiscard]] AnswerModel spread() const;

    Transition go_on();
    Transition step_back();
    Transition redo();
    Transition pass() { return submit(quiz::PassQuestion{*answering()}); }
    Transition blank();
    Transition go_back();
    /// Whether hands of a team are being counted now.
    [[nodiscard]] bool is_counting() const;
    Transition submit(quiz::CommandBody command);
    Transition correct(const quiz::Response& right);
    Transition take_tally();
    void prepare();

    Context& context_;
    ShowClass request_;
    quiz::View view_;
    std::optional<AnswerEntry> entry_; ///< while somebody answers, or the host gives another key
    std::vector<TallyEntry> tally_;    ///< by team
    std::vector<std::size_t> counted_; ///< seats whose hands are counted, in order
    std::size_t team_ = 0;             ///< whose hands are counted now, index of counted_
    int focus_ = 0;
    std::string notice_;
    bool blank_ = false;
    bool sources_open_ = false;
};

/// What is told to a room of a question that nobody in particular has answered: how many hands were right.
void say_verdict(const Context& context, const quiz::View& view, RevealModel& model);
/// The choices of a reveal as a room knows them, with the hands for each.
void say_choices(const Context& context, const quiz::View& view, RevealModel& model);

/// Where a lesson stands: the room's next picture, or the report when it is over. Asks the next question when one is
/// due.
[[nodiscard]] Transition continue_class(Context& context);

/// Undo or Redo, as far as there is something to see, and where the lesson stands then.
[[nodiscard]] Transition retrace(Context& context, const quiz::CommandBody& step);

} // namespace chelate::screens
