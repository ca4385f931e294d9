// What was tested for something: by topic, each graded question with what was tested, in whom, what was found and how
// sure that is. Nobody's own trouble is asked about, nothing is ranked, nothing stands out.
#pragma once

#include "game/screens/knowledge/knowledge_screen.hpp"

namespace chelate::screens {

class TestedScreen final : public KnowledgeScreen {
public:
    explicit TestedScreen(Context& context);

    [[nodiscard]] ScreenModel model() const override;

private:
    [[nodiscard]] std::vector<ChipRow> chips() const override;
    void choose(int row, int option) override;
    [[nodiscard]] std::vector<KnownRow> rows() const override;
    [[nodiscard]] std::vector<ItemId> items(std::optional<int> row) const override;

    /// Claims of the topic whose grade rests on studies, in the order of the pack.
    [[nodiscard]] std::vector<const content::Claim*> claims() const;

    std::vector<content::TopicId> topics_; ///< that have such claims
    std::size_t topic_ = 0;
};

/// Whether any of these studies compares two of the compared things with each other.
[[nodiscard]] bool compares(const content::Pack& pack, const std::vector<content::StudyId>& studies);

} // namespace chelate::screens
