// What a class sees while a lesson runs, and what its host can do: prompt, choices, answers, reveal, standings.
#pragma once

#include "game/screens/classroom/lesson.hpp"
#include "game/screens/interactions/answer_entry.hpp"
#include "game/screens/interactions/tally_entry.hpp"
#include "game/screens/solo/reveal_screen.hpp"

namespace chelate::screens {

/// One stage of a question. Every other stage is another screen.
class ClassScreen final : public Presenter {
public:
    /// All of them must outlive it.
    ClassScreen(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds,
                const session::LocalFiles& files, TeamNames names, const Display& display, ShowClass request);

    Effects enter() override;
    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    [[nodiscard]] std::vector<KeyHint> all_hints() const override;
    Effects handle(const Intent& intent) override;
    /// Shows the choices after the time to read the question.
    Effects tick() override;
    [[nodiscard]] bool is_for_projector() const override { return true; }
    [[nodiscard]] bool watches_buttons() const override;
    [[nodiscard]] std::optional<HostModel> host() const override;
    /// Choices come after the time to read, and a team that pressed too early has to wait.
    [[nodiscard]] bool keeps_time() const override;

private:
    // An overlay can change the lesson, so a view is never kept. Each function takes the present one.

    [[nodiscard]] static bool is_open(const quiz::View& view) { return view.phase == quiz::Phase::asked; }
    [[nodiscard]] static bool counts_hands(const quiz::View& view);
    /// Returns who may answer now: the team whose turn it is, or the one that pressed.
    [[nodiscard]] static std::optional<quiz::PlayerId> answering(const quiz::View& view);
    /// Returns whether hands are being counted now.
    [[nodiscard]] bool is_counting(const quiz::View& view) const;
    [[nodiscard]] bool watches_buttons(const quiz::View& view) const;

    [[nodiscard]] QuestionModel question_model(const quiz::View& view) const;
    void show_answer(QuestionModel& model, const quiz::View& view) const;
    [[nodiscard]] RevealModel told(quiz::View view) const;
    [[nodiscard]] StandingsModel standings_model(const quiz::View& view) const;
    void rank(StandingsModel& model, const quiz::View& view) const;
    [[nodiscard]] TeamStrip strip(const quiz::View& view) const;
    [[nodiscard]] std::string state_word(const quiz::View& view) const;
    void say_of_teams(const quiz::View& view, std::vector<TeamModel>& teams) const;
    [[nodiscard]] AnswerModel choices_shown(const quiz::View& view) const;
    [[nodiscard]] AnswerModel spread(const quiz::View& view) const;
    [[nodiscard]] std::string counter(int number, const quiz::View& view) const;

    Effects go_on();
    Effects go_on_in_question(const quiz::View& view);
    Effects step_back();
    Effects redo() { return retrace(true, rounds_); }
    Effects pass();
    Effects blank();
    Effects go_back();
    Effects submit(quiz::CommandBody command);
    Effects correct(const quiz::Response& right);
    Effects take_tally(const quiz::View& view);
    Effects buzz(const PressButtons& pressed, const quiz::View& view);
    /// Takes an intent at the reveal. Returns whether it was about the sources.
    bool handle_sources(const Intent& intent, const quiz::View& view);
    /// Gets ready for the team that answers now.
    void prepare();

    const content::Pack& pack_;
    const text::Language& words_;
    const session::Rounds& rounds_;
    const session::LocalFiles& files_;
    TeamNames names_;
    const Display& display_;
    ShowClass request_;
    std::optional<AnswerEntry> entry_; ///< while somebody answers, or the host gives another key
    std::vector<TallyEntry> tally_;    ///< by team
    std::vector<std::size_t> counted_; ///< seats whose hands are counted, in order
    std::size_t team_ = 0;             ///< index in counted_ of the team whose hands are counted now
    int focus_ = 0;
    std::string notice_;
    bool blank_ = false;
    bool sources_open_ = false;
};

/// Says how many hands were right. It is for a question that nobody in particular has answered.
void say_verdict(const text::Language& words, const quiz::View& view, RevealModel& model);
/// Gives the choices of a reveal their letters, their shapes and the number of hands for each.
void say_choices(const text::Language& words, const quiz::View& view, RevealModel& model);

} // namespace chelate::screens
