// Progress one can look at: what is due and why, how far somebody is, what comes when, how memory fades, how sure
// they should be.
// Every chart is a picture of the rows below it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "game/screens/knowledge/knowledge_screen.hpp"

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

/// Returns a page of progress. @pre something is remembered (see Game::learner)
[[nodiscard]] ProgressPage progress_page(const Context& context, ProgressView view);

/// How an item is forgotten from its last review on, with today and the next time marked. @param item that was met
[[nodiscard]] ChartModel memory_curve(const Context& context, const ItemId& item);

class ProgressScreen final : public KnowledgeScreen {
public:
    explicit ProgressScreen(Context& context);

    [[nodiscard]] ScreenModel model() const override;

private:
    [[nodiscard]] std::string_view opens() const override {
        return page_.sessions.empty() ? "does.more" : "does.look_back";
    }
    [[nodiscard]] std::vector<ChipRow> chips() const override;
    void choose(int row, int option) override;
    [[nodiscard]] std::vector<KnownRow> rows() const override { return page_.rows; }
    [[nodiscard]] std::vector<ItemId> items(std::optional<int> row) const override;
    std::optional<Transition> open_elsewhere(int row) override;

    ProgressView view_ = ProgressView::today;
    ProgressPage page_;
};

} // namespace chelate::screens
