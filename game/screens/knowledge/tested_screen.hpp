// Shows by topic which research questions were tested, in whom, what was found and how certain that is. The screen
// never asks about a person's own symptoms. It does not rank or highlight anything.
#pragma once

#include "engine/content/pack.hpp"
#include "game/screens/knowledge/knowledge_screen.hpp"

namespace chelate::screens {

/// Returns whether the pack has a claim that is graded by its studies.
[[nodiscard]] bool has_tested(const content::Pack& pack);

class TestedScreen final : public KnowledgeScreen {
public:
    /// All of them must outlive it.
    TestedScreen(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds);

    [[nodiscard]] ScreenModel model() const override;

private:
    [[nodiscard]] std::vector<ChipRow> chips() const override;
    void choose(int row, int option) override;
    [[nodiscard]] std::vector<KnownRow> rows() const override;
    [[nodiscard]] std::vector<ItemId> items(std::optional<int> row) const override;

    /// Returns the claims of the topic whose grade is based on studies, in the order of the pack.
    [[nodiscard]] std::vector<const content::Claim*> claims() const;

    const content::Pack& pack_;
    std::vector<content::TopicId> topics_; ///< with at least one such claim
    std::size_t topic_ = 0;
};

/// Returns whether any of these studies compares two subjects that have a colour of their own.
[[nodiscard]] bool compares(const content::Pack& pack, const std::vector<content::StudyId>& studies);

} // namespace chelate::screens
