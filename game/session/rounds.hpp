// The round under way, with those that were left before: how one is started, played on, left and resumed.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/content/pack.hpp"
#include "engine/quiz/item_analysis.hpp"
#include "engine/runner/runner.hpp"
#include "game/session/history.hpp"
#include "game/session/randomness.hpp"
#include "game/session/study.hpp"

namespace chelate::session {

/// The id of a round that its player put together; no pack can have it.
inline constexpr const char* own_round_id = "*own";

/// What a round in front of a class needs: who plays, how they answer and are marked, and which questions it asks.
struct Lesson {
    std::vector<quiz::Participant> participants{};
    quiz::Rules rules{};
    std::vector<std::uint32_t> question_indices{}; ///< see quiz::SessionPlan
    bool rehearsal = false;                        ///< nothing of it is saved
};

/// What there is to say of a round that was left and can be resumed.
struct InterruptedRound {
    content::RoundId round;
    int asked = 0;   ///< questions asked so far
    int planned = 0; ///< questions of the whole round; in a study round an estimate
    bool is_study_round = false;
    bool is_between = false; ///< the next question is not asked yet
};

class Rounds {
public:
    /// All of them must outlive it.
    Rounds(const content::Pack& pack, const runner::Clock& clock, Archive& archive, Players& players, Study& study,
           History& history, Randomness randomness);

    // The round under way.

    [[nodiscard]] bool playing() const { return runner_ != nullptr; }
    /// Returns whether a class plays it.
    [[nodiscard]] bool is_lesson() const { return players_.is_classroom(); }
    /// Returns what the player may see now; for a class, what its host may. @pre playing
    [[nodiscard]] quiz::View view() const;
    /// Returns the same with an earlier question in place of the last. @param number  1-based  @pre playing
    [[nodiscard]] quiz::View look_back(int number) const;
    /// Returns the revealed questions, as the player or the host may see them. @pre playing
    [[nodiscard]] std::vector<quiz::RevealedQuestion> revealed() const;
    /// Returns an analysis of each question that counted, and of each topic. @pre playing
    [[nodiscard]] std::vector<quiz::QuestionAnalysis> question_analysis() const;
    [[nodiscard]] std::vector<quiz::TopicAnalysis> topic_analysis() const;
    /// Returns how many questions that count have been this team's turn, with the open one. @pre playing
    [[nodiscard]] int turns_of(const quiz::PlayerId& team) const;
    /// Returns the last question with its key, for what the host alone sees; null before the first. @pre playing
    [[nodiscard]] const quiz::Question* question_with_key() const;
    /// Returns whether the player is asked how sure they are of an answer to the open question, and what becomes of it.
    /// Where it is only noted, nobody is asked at the first meeting: one cannot be sure of what one never met.
    /// @pre a question is open
    [[nodiscard]] quiz::ConfidenceUse confidence_wanted() const;
    /// Returns whether the player studies and has never said how sure they are, so that the question is new to them.
    /// @pre a question is open
    [[nodiscard]] bool confidence_is_new() const;
    /// Returns the next question, for what the host alone sees; nothing when there is none. @pre playing
    [[nodiscard]] std::optional<quiz::Question> coming() const { return runner_->coming(); }
    /// Returns the plan that the round follows. @pre playing
    [[nodiscard]] const quiz::SessionPlan& plan() const { return runner_->history().state.plan; }
    /// Returns the round's active time. @pre playing
    [[nodiscard]] Millis now() const { return runner_->now(); }
    /// Returns whether another question follows this one. @pre playing
    [[nodiscard]] bool has_next() const { return runner_->coming().has_value(); }
    /// Returns whether all that happened is on disk. @pre playing
    [[nodiscard]] bool is_saved() const { return runner_->saved(); }
    /// Returns whether anything of it is saved at all; nothing is in a rehearsal. @pre playing
    [[nodiscard]] bool keeps_journal() const { return runner_->keeps_journal(); }
    /// Returns whether time matters now: a question is open that has a clock, or the round has a bell.
    [[nodiscard]] bool has_time() const;
    /// Returns why something of this or an earlier round is not saved.
    [[nodiscard]] std::optional<Error> trouble() const;
    /// Returns the interrupted round of this player that can be resumed.
    [[nodiscard]] const std::optional<InterruptedRound>& interrupted() const { return interrupted_round_; }
    /// Returns how many different questions a round has under a seed.
    [[nodiscard]] std::size_t questions_in(const content::Round& round, std::uint64_t seed) const;
    /// Returns how many questions a round asks this player: what its author wants, or fewer if there are fewer
    /// without those that the player suspended. 0: a round with a bell has no number of questions.
    [[nodiscard]] int length_of(const content::Round& round) const;

    /// Starts a round of the pack, or one that its player put together (own_round_id). A round under way is left
    /// first. @param seed  nothing: a new one is drawn  Errors: unknown-round {round, nearest}, nothing-to-ask {round}.
    Result<void> start(const content::Round& round, std::optional<std::uint64_t> seed = {});
    Result<void> start(const content::RoundId& round, std::optional<std::uint64_t> seed = {});
    /// Starts a study round for what is left of the day. @param practice  the weakest items first, due or not; the
    /// schedule stays as it is  Error: nothing-to-ask.
    Result<void> start_study(bool practice = false);
    /// Starts a round with a whole class. Errors: as start.
    Result<void> start_lesson(const content::Round& round, std::uint64_t seed, const Lesson& lesson);
    /// Starts the round under way, or just finished, from the beginning with new questions.
    Result<void> start_again();
    /// Starts the finished round once more with the questions that earned less than full credit. @pre there are some
    void play_mistakes();
    /// Resumes the interrupted round. @pre there is one
    void resume();
    /// Ends the interrupted round for good; what was answered stays.
    void abandon();
    /// Leaves the round under way. It is finished, or saved as interrupted; in memory while it cannot be saved.
    void leave();
    /// Opens a finished round again to look at. Errors: not-kept, those of the store.
    Result<void> view_finished(const quiz::SessionId& session);
    /// Goes on to what the player sees next: the next question, its reveal, or the result.
    void go_on();
    /// Asks the next question when one is due, so that the round stands at something to see.
    void settle();
    /// Passes a command to the round. Error: the rejection's name. @pre playing
    Result<void> submit(quiz::CommandBody command);
    /// Takes back a step of a lesson, or brings an undone step back, and goes on like this to a place that stands
    /// still: not between two questions, nor before the buzzers are open. Error: that of the first step.
    /// @pre playing
    Result<void> retrace(bool forward);
    /// Applies the passing of time. Returns whether anything happened. @pre playing
    bool tick() { return runner_->tick(); }
    /// Time stands still in a pause.
    void set_paused(bool paused);
    /// Records the next round that is started or resumed, and only that one.
    void record_next(runner::RecordLine line) { record_ = std::move(line); }

    // For the other parts of the session.

    /// @pre playing
    [[nodiscard]] runner::Runner& runner() { return *runner_; }
    /// Looks up what the player can resume: another player plays, or the pack has changed.
    void load();
    /// Tries again to save what is waiting.
    void save_again();
    /// Returns whether a round that was left is not saved yet. Its questions need the pack that it was played with.
    [[nodiscard]] bool has_unsaved() const { return !left_.empty(); }
    /// The player has another name.
    void rename_player(const std::string& before, const std::string& now);
    /// Drops what is not saved of a person who has been removed.
    void drop_unsaved(const std::string& person);
    /// Drops the round under way without a trace, with all that is not saved: the pack goes. It returns the state of
    /// the round under way.
    std::optional<quiz::SessionState> drop();
    /// Starts a dropped round again in the pack as it is now: the same seed, its earlier answers where they still fit,
    /// and the open question open. Errors: as start; then no round is under way.
    Result<void> restore(const quiz::SessionState& before);

private:
    /// A round that was left before all of it was saved, and whose it is.
    struct Left {
        PlayerKind kind = PlayerKind::person;
        std::string player;
        std::unique_ptr<runner::Runner> run;
    };

    [[nodiscard]] bool is_own(const Left& left) const {
        return left.player == players_.name() && left.kind == players_.current().kind;
    }
    [[nodiscard]] quiz::Audience audience() const;
    [[nodiscard]] runner::Journal journal();
    [[nodiscard]] bool can_resume(const quiz::SessionState& state) const;
    /// Returns the round of a plan, with everything that decides its questions.
    [[nodiscard]] Result<content::Round> round_of(const quiz::SessionPlan& plan) const;
    [[nodiscard]] Result<runner::QuestionSource> questions_of(const quiz::SessionPlan& plan) const;
    Result<void> begin(quiz::SessionPlan plan, std::vector<quiz::Participant> participants = {},
                       bool rehearsal = false);
    Result<void> begin_anew(quiz::SessionPlan plan);
    void begin_recording();
    void forget_interrupted() {
        interrupted_.reset();
        interrupted_round_.reset();
    }
    void save_left();

    const content::Pack& pack_;
    const runner::Clock& clock_;
    Archive& archive_;
    Players& players_;
    Study& study_;
    History& history_;
    Randomness randomness_;
    std::unique_ptr<runner::Runner> runner_;
    bool leaves_no_trace_ = false; ///< the round under way is a rehearsal, or of visitors
    std::optional<store::SuspendedSession> interrupted_;
    std::optional<InterruptedRound> interrupted_round_; ///< what it is
    std::vector<Left> left_;
    runner::RecordLine record_;
};

} // namespace chelate::session
