// The pictures of a workshop, and the list of its scenes.
#pragma once

#include <functional>
#include <memory>

#include "engine/quiz/scene_question.hpp"
#include "game/screens/interactions/tally_entry.hpp"
#include "game/screens/presenter/presenter.hpp"
#include "game/screens/workshop/workshop_source.hpp"

namespace chelate::screens {

/// Shows one picture of the running workshop. Each picture is a screen of its own.
class WorkshopScreen final : public Presenter {
public:
    /// @pre a workshop of this pack is running
    explicit WorkshopScreen(const WorkshopSource& source);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Effects handle(const Intent& intent) override;
    [[nodiscard]] bool is_for_projector() const override { return true; }
    [[nodiscard]] bool keeps_time() const override { return true; }
    [[nodiscard]] std::optional<HostModel> host() const override;

private:
    /// Returns what the workshop shows now. It changes when hands are counted while this screen is there.
    [[nodiscard]] const quiz::WorkshopView& shown() const { return source_.workshop.view().value(); }
    [[nodiscard]] const content::Script& script() const;
    [[nodiscard]] const content::Scene& scene() const { return script().scenes.at(shown().scene); }
    /// Returns the hands that are recorded for the question; empty: none.
    [[nodiscard]] std::vector<std::uint16_t> recorded_hands() const;
    [[nodiscard]] HandLimit limit() const { return hand_limit(source_.words, 0, source_.files.holder().people); }
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

    Effects go_on();
    Effects go_back();
    Effects undo();
    Effects redo();
    Effects blank();
    Effects print();
    Effects export_votes();
    Effects show_scenes();
    /// Returns whether hands were entered that are not recorded yet.
    [[nodiscard]] bool has_new_count() const;
    /// Records the hands that were entered, if they are new. @param next  called once they are recorded
    [[nodiscard]] Effects after_count(std::function<Effects()> next) const;

    WorkshopSource source_;
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
    /// @pre a workshop of this pack is running
    explicit ScenesScreen(const WorkshopSource& source);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Effects handle(const Intent& intent) override;
    [[nodiscard]] bool is_for_projector() const override { return true; }

private:
    Effects jump(int scene);
    Effects back();
    Effects print();
    Effects export_votes();

    [[nodiscard]] const quiz::WorkshopView& shown() const { return source_.workshop.view().value(); }
    [[nodiscard]] const content::Script& script() const;

    WorkshopSource source_;
    int focus_;
};

/// Shows the first links of a chain. With the last one comes how well it is established.
void unfold(const text::Language& words, const content::Mechanism& mechanism, std::size_t links, SceneModel& model);
/// Shows what the sources say about a statement: the claim that was checked and its verdict, in place of an answer.
void say_evidence(const content::Pack& pack, const text::Language& words, const content::ClaimId& claim,
                  RevealModel& model);

/// Returns a length of time in whole or half minutes: "1.5 min".
[[nodiscard]] std::string minutes_text(const text::Language& words, Millis length);

} // namespace chelate::screens
