// Compares the subjects of a pack: by one attribute as bars or as a table, or two subjects side by side.
#pragma once

#include <array>

#include "engine/content/pack.hpp"
#include "game/screens/knowledge/knowledge_screen.hpp"

namespace chelate::screens {

/// Returns one row for each fact about an attribute of a group's subjects, the greatest value first. Subjects without a
/// fact come last. @param bars  whether each row has a bar, from zero to its value
[[nodiscard]] std::vector<KnownRow> compared_rows(const content::Pack& pack, const text::Language& words,
                                                  const std::string& group, const content::AttributeId& attribute,
                                                  bool bars);

/// Returns what is said below such rows: in a pack on health that more is not better, and what "no data" means where a
/// row has none. May be empty.
[[nodiscard]] std::string compared_last_line(const content::Pack& pack, const text::Language& words,
                                             const std::vector<KnownRow>& rows);

/// Returns whether the pack has facts about two subjects of one group, so that there is something to compare.
[[nodiscard]] bool has_comparison(const content::Pack& pack);

class CompareScreen final : public KnowledgeScreen {
public:
    /// All of them must outlive it.
    CompareScreen(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds);

    [[nodiscard]] ScreenModel model() const override;

private:
    enum Look { bars, table, face_to_face };

    [[nodiscard]] std::vector<ChipRow> chips() const override;
    void choose(int row, int option) override;
    [[nodiscard]] std::vector<KnownRow> rows() const override;
    [[nodiscard]] std::vector<ItemId> items(std::optional<int> row) const override;

    void enter_group(std::size_t group);
    [[nodiscard]] std::vector<const content::Subject*> subjects() const;
    [[nodiscard]] std::vector<KnownRow> rows_by_attribute() const;
    [[nodiscard]] std::vector<KnownRow> rows_by_subjects() const;

    const content::Pack& pack_;
    std::vector<std::string> groups_; ///< with at least two subjects to compare
    std::size_t group_ = 0;
    std::vector<content::AttributeId> attributes_; ///< of the group, numbers first
    std::size_t attribute_ = 0;
    Look look_ = bars;
    std::array<std::size_t, 2> pair_{0, 1}; ///< face to face: indices in subjects()
};

} // namespace chelate::screens
