// Compares subjects: all of a group by one attribute, as bars or as a table, or two of them by all attributes.
#pragma once

#include <array>

#include "game/screens/knowledge/knowledge_screen.hpp"

namespace chelate::screens {

/// Returns a row for each subject of a group by one attribute, greatest value first. Subjects without a value come
/// last.
/// @param bars  whether each row has a bar on an axis from zero to the greatest value
[[nodiscard]] std::vector<KnownRow> compared_rows(const content::Pack& pack, const text::Language& words,
                                                  const std::string& group, const content::AttributeId& attribute,
                                                  bool bars);

class CompareScreen final : public KnowledgeScreen {
public:
    explicit CompareScreen(Context& context);

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

    std::vector<std::string> groups_; ///< groups with at least two subjects that facts are known about
    std::size_t group_ = 0;
    std::vector<content::AttributeId> attributes_; ///< attributes of the group; numbers come first
    std::size_t attribute_ = 0;
    Look look_ = bars;
    std::array<std::size_t, 2> pair_{0, 1}; ///< face to face: indices of subjects
};

} // namespace chelate::screens
