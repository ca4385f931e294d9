// Searches everything in the pack: facts, claims, mechanisms, misconceptions and words, each with its sources.
#pragma once

#include "game/screens/interactions/field.hpp"
#include "game/screens/knowledge/knowledge_screen.hpp"
#include "game/wording/lookup.hpp"

namespace chelate::screens {

class SearchScreen final : public KnowledgeScreen {
public:
    /// All of them must outlive it.
    SearchScreen(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Effects handle(const Intent& intent) override;

private:
    [[nodiscard]] std::vector<ChipRow> chips() const override;
    void choose(int row, int option) override;
    [[nodiscard]] std::vector<KnownRow> rows() const override;
    [[nodiscard]] std::vector<ItemId> items(std::optional<int> row) const override;
    void search();
    Effects weigh() { return ShowOver{ShowWeighing{graded()}}; }
    std::optional<Effects> open_elsewhere(int row) override;
    /// Returns the claim of the focused row whose grade can be shown. Empty: there is none.
    [[nodiscard]] content::ClaimId graded() const;

    const content::Pack& pack_;
    std::vector<wording::Entry> entries_;
    Field query_;
    std::vector<wording::EntryKind> kinds_;    ///< those that the pack has
    int kind_ = 0;                             ///< 0: all kinds, otherwise an index in `kinds_` + 1
    std::vector<const wording::Entry*> found_; ///< entries of that kind that match the query
};

} // namespace chelate::screens
