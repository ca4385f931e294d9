// Searching what the pack knows: facts, claims, mechanisms, misconceptions and words, each with its sources.
#pragma once

#include "game/app/lookup.hpp"
#include "game/app/screens/knowledge_screen.hpp"
#include "game/app/ways/field.hpp"

namespace chelate::app {

class SearchScreen final : public KnowledgeScreen {
public:
    explicit SearchScreen(Context& context);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> footer() const override;
    Transition handle(const Intent& intent) override;

private:
    [[nodiscard]] std::vector<ChipRow> chips() const override;
    void choose(int row, int option) override;
    [[nodiscard]] std::vector<KnownRow> rows() const override;
    [[nodiscard]] std::vector<ItemId> items(std::optional<int> row) const override;
    void search();
    /// The claim of the focused row whose grade can be looked into; empty: none.
    [[nodiscard]] content::ClaimId graded() const;

    std::vector<Entry> entries_;
    Field query_;
    int kind_ = 0;                    ///< 0: all, else an EntryKind + 1
    std::vector<const Entry*> found_; ///< of the kind
};

} // namespace chelate::app
