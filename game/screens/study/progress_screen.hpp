// The pages of progress: what is due and why, how well things are known, what comes when, how memory fades, and how
// well confidence fits the results. Every chart is a picture of the rows below it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "game/screens/knowledge/knowledge_screen.hpp"

namespace chelate::session {
class History;
class Rounds;
class Study;
} // namespace chelate::session

namespace chelate::screens {

/// What one page of progress shows.
struct ProgressPage {
    std::vector<KnownRow> rows{};
    std::vector<std::vector<ItemId>> items{}; ///< by row: what a question on it would exercise
    std::vector<quiz::SessionId> sessions{};  ///< by row, where rows are rounds to look back at
    std::optional<ChartModel> chart{};
    std::vector<std::pair<Filling, std::string>> legend{};
    std::string caveat{};
    std::string last_line{};
};

/// The pages in their order.
enum class ProgressView : std::uint8_t {
    today,
    topics,
    subjects,
    forecast,
    memories,
    calendar,
    confidence,
    confused,
    history
};
inline constexpr int progress_views = 9;

/// What the pages are made from. All of it must outlive them.
struct ProgressSource {
    const content::Pack& pack;
    const text::Language& words;
    const session::Study& study;
    const session::History& history;
};

/// Returns a page of progress. @pre something is remembered (see session::Study::learner)
[[nodiscard]] ProgressPage progress_page(const ProgressSource& source, ProgressView view);

/// Returns how an item is forgotten after its last review, with today and the next review marked. @param item  one
/// that has been reviewed  @pre something is remembered
[[nodiscard]] ChartModel memory_curve(const ProgressSource& source, const ItemId& item);

class ProgressScreen final : public KnowledgeScreen {
public:
    /// @param rounds  must outlive it
    ProgressScreen(const ProgressSource& source, const session::Rounds& rounds);

    [[nodiscard]] ScreenModel model() const override;

private:
    [[nodiscard]] std::string_view opens() const override {
        return page_.sessions.empty() ? "does.more" : "does.look_back";
    }
    [[nodiscard]] std::vector<ChipRow> chips() const override;
    void choose(int row, int option) override;
    [[nodiscard]] std::vector<KnownRow> rows() const override { return page_.rows; }
    [[nodiscard]] std::vector<ItemId> items(std::optional<int> row) const override;
    std::optional<Effects> open_elsewhere(int row) override;

    ProgressSource source_;
    ProgressView view_ = ProgressView::today;
    ProgressPage page_;
};

} // namespace chelate::screens
