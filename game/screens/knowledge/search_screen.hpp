// Searching what the pack knows: facts, claims, mechanisms, misconceptions and words, each with its sources.
#pragma once

#include "game/screens/interactions/field.hpp"
#include "game/screens/knowledge/knowledge_screen.hpp"
#include "game/wording/lookup.hpp"

namespace chelate::screens {

class SearchScreen final : public KnowledgeScreen {
public:
    explicit SearchScreen(Context& context);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Transition handle(const Intent& intent) override;

private:
    [[nodiscard]] std::vector<ChipRow> chips() const override;
    void choose(int row, int option) override;
    [[nodiscard]] std::vector<KnownRow> rows() const override;
    [[nodiscard]] std::vector<ItemId> items(std::optional<int> row) const override;
    void search();
    Transition weigh() { return Push{ShowWeighing{graded()}}; }
    /// The claim of the focused row whose grade can be looked into; empty: none.
    [[nodiscard]] content::ClaimId graded() const;

    std::vector<wording::Entry> entries_;
    Field query_;
    int kind_ = 0;                             ///< 0: all, else an EntryKind + 1
    std::vector<const wording::Entry*> found_; ///< of the kind
};

} // namespace chelate::screens
