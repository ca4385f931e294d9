// The pictures of a workshop, and the list of its scenes.
#pragma once

#include <memory>

#include "engine/quiz/scene_question.hpp"
#include "game/screens/interactions/tally_entry.hpp"
#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

/// Shows one picture of the running workshop. Each picture is a screen of its own.
class WorkshopScreen final : public Presenter {
public:
    /// @pre a workshop of this pack is running
    explicit WorkshopScreen(Context& context);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Transition handle(const Intent& intent) override;
    [[nodiscard]] bool is_for_projector() const override { return true; }
    [[nodiscard]] bool keeps_time() const override { return true; }
    [[nodiscard]] std::optional<HostModel> host() const override;

private:
    [[nodiscard]] session::WorkshopRun& run() const { return *context_.workshop_run; }
    [[nodiscard]] const content::Script& script() const;
    [[nodiscard]] const content::Scene& scene() const { return script().scenes.at(view_.scene); }
    [[nodiscard]] std::string counter() const;
    [[nodiscard]] double progress() const;
    [[nodiscard]] bool is_last() const;

    void prepare(const content::QuestionScene& asked);
    void prepare(const content::WallScene& wall);
    void prepare(const content::PauseScene& pause);
    void prepare(const content::WelcomeScene&) {}
    void prepare(const content::ChainScene&) {}
    void prepare(const content::ComparisonScene&) {}
    void prepare(const content::ClosingScene&) {}

    [[nodiscard]] SceneModel placard() const;
    [[nodiscard]] ScreenModel picture(const content::WelcomeScene&) const;
    [[nodiscard]] ScreenModel picture(const content::ChainScene& chain) const;
    [[nodiscard]] ScreenModel picture(const content::QuestionScene&) const;
    [[nodiscard]] ScreenModel picture(const content::WallScene& wall) const;
    [[nodiscard]] ScreenModel picture(const content::ComparisonScene& comparison) const;
    [[nodiscard]] ScreenModel picture(const content::PauseScene& pause) const;
    [[nodiscard]] ScreenModel picture(const content::ClosingScene&) const;
    [[nodiscard]] ScreenModel asked() const;
    [[nodiscard]] RevealModel told() const;

    Transition go_on();
    Transition go_back();
    Transition undo();
    Transition redo();
    Transition blank();
    Transition print();
    Transition export_votes();
    Transition show_scenes();
    /// Returns whether hands were entered that are not recorded yet.
    [[nodiscard]] bool has_new_count() const;
    /// Records the hands that were entered.
    void record_count();
    /// Shows another picture; stays when there is none.
    Transition show(const std::optional<quiz::ShowScene>& picture);

    Context& context_;
    quiz::WorkshopView view_;
    quiz::QuestionRef question_; ///< asked or voted on now; empty: none
    quiz::Order display_order_{};
    std::size_t place_ = 0; ///< of the vote within its scene
    bool told_ = false;     ///< the answer or the evidence is shown
    std::optional<TallyEntry> tally_;
    std::unique_ptr<Presenter> breathing_;
    int focus_ = 0;
    bool sources_open_ = false;
    bool blank_ = false;
};

/// Lists all scenes of the running workshop, with their minutes and notes, to jump to one.
class ScenesScreen final : public Presenter {
public:
    explicit ScenesScreen(Context& context);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Transition handle(const Intent& intent) override;
    [[nodiscard]] bool is_for_projector() const override { return true; }

private:
    Transition jump(int scene);
    Transition back();
    Transition print();
    Transition export_votes();

    [[nodiscard]] session::WorkshopRun& run() const { return *context_.workshop_run; }
    [[nodiscard]] const content::Script& script() const;

    Context& context_;
    int focus_;
};

/// Shows the first links of a chain. With the last one comes how well it is established.
void unfold(const text::Language& words, const content::Mechanism& mechanism, std::size_t links, SceneModel& model);
/// Shows what the sources say about a statement: the claim that was checked and its verdict, in place of an answer.
void say_evidence(const Context& context, const content::ClaimId& claim, RevealModel& model);

/// Returns a length of time in whole or half minutes: "1.5 min".
[[nodiscard]] std::string minutes_text(const text::Language& words, Millis length);

} // namespace chelate::screens
