// What a workshop shows: one picture of its script after the other, and all its scenes to jump to.
#pragma once

#include <memory>

#include "engine/quiz/scene_question.hpp"
#include "game/screens/interactions/tally_entry.hpp"
#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

/// One picture; every other is another screen.
class WorkshopScreen final : public Presenter {
public:
    /// @pre a workshop of this pack is under way
    explicit WorkshopScreen(Context& context);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Transition handle(const Intent& intent) override;
    [[nodiscard]] bool is_for_projector() const override { return true; }
    [[nodiscard]] bool keeps_time() const override { return true; }
    [[nodiscard]] std::optional<HostModel> host() const override;

private:
    [[nodiscard]] session::Workshop& workshop() const { return *context_.workshop.under_way; }
    [[nodiscard]] const content::Script& script() const;
    [[nodiscard]] const content::Scene& scene() const { return script().scenes.at(workshop().scene); }
    [[nodiscard]] Millis used() const;
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
    Transition blank();
    Transition print();
    Transition export_votes();
    Transition show_scenes();
    void take_count();
    Transition move(bool (*step)(const content::Pack&, const content::Script&, session::Workshop&));

    Context& context_;
    Millis came_;                ///< steady time
    quiz::QuestionRef question_; ///< asked or voted on now; empty: none
    quiz::Order shown_{};
    std::size_t place_ = 0; ///< of its hands in this scene
    bool told_ = false;
    std::optional<TallyEntry> tally_;
    std::unique_ptr<Presenter> breathing_;
    int focus_ = 0;
    bool sources_open_ = false;
    bool blank_ = false;
};

/// All scenes of the workshop under way, with their minutes and notes.
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

    Context& context_;
    Millis came_; ///< steady time: a look at the list takes time too
    int focus_;
};

/// The first links of a chain; with the last one comes how well it is established.
void unfold(const text::Language& words, const content::Mechanism& mechanism, std::size_t links, SceneModel& model);
/// What the sources say of a statement: the claim that was checked and its verdict, in place of an answer.
void say_evidence(const Context& context, const content::ClaimId& claim, RevealModel& model);

/// A length of time in whole minutes or halves: "1.5 min".
[[nodiscard]] std::string minutes_text(const text::Language& words, Millis length);

} // namespace chelate::screens
