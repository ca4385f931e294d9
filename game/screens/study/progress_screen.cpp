#include "game/screens/study/progress_screen.hpp"

#include "game/screens/study/memory_words.hpp"
#include "game/session/study_book.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

ProgressScreen::ProgressScreen(Context& context) : KnowledgeScreen(context) {
    if (context.game.learner() != nullptr) page_ = progress_page(context, view_);
}

std::vector<ChipRow> ProgressScreen::chips() const {
    const auto& words = context_.words;
    return {{words.text("know.page"),
             {words.text("know.today"), words.text("know.topics"), words.text("know.subjects"),
              words.text("know.forecast"), words.text("know.memories"), words.text("know.calendar"),
              words.text("know.sureness"), words.text("know.confused"), words.text("know.history")},
             {static_cast<int>(view_)}}};
}

void ProgressScreen::choose(int, int option) {
    view_ = static_cast<ProgressView>(option);
    if (context_.game.learner() != nullptr) page_ = progress_page(context_, view_);
}

std::vector<ItemId> ProgressScreen::items(std::optional<int> row) const {
    std::vector<ItemId> all;
    for (std::size_t i = 0; i < page_.items.size(); ++i) {
        if (row && static_cast<std::size_t>(*row) != i) continue;
        for (const ItemId& item : page_.items[i]) {
            // Of a pair both things are asked.
            const auto facts = facts_of_pair(context_.game.pack(), item);
            if (facts.empty()) all.push_back(item);
            else all.insert(all.end(), facts.begin(), facts.end());
        }
    }
    return all;
}

std::optional<Transition> ProgressScreen::open_elsewhere(int row) {
    if (static_cast<std::size_t>(row) >= page_.sessions.size()) return std::nullopt;
    if (const auto shown = context_.game.view_finished(page_.sessions[static_cast<std::size_t>(row)]); !shown) {
        return Push{ShowMessage{context_.words.text("know.title"), context_.words.sentence(shown.error())}};
    }
    return Push{ShowReview{}};
}

ScreenModel ProgressScreen::model() const {
    const auto& words = context_.words;
    KnowledgeModel model = page();
    model.title = words.text("know.title");
    model.pages = true;
    model.caveat = context_.game.learner() != nullptr ? page_.caveat : words.text("know.nothing_kept");
    model.last_line = page_.last_line;
    model.legend = page_.legend;
    model.chart = page_.chart;
    // The curve is that of the row one is at.
    const auto row = static_cast<std::size_t>(focused_row().value_or(0));
    if (view_ == ProgressView::memories && row < page_.items.size()) {
        const ItemId& item = page_.items[row].front();
        model.chart = memory_curve(context_, item);
        if (model.rows[row].open) {
            const session::StudyBook* book = context_.game.study_book();
            const auto next = book != nullptr ? book->question_on(item, *context_.game.learner(),
                                                                  static_cast<std::uint64_t>(context_.game.today()))
                                              : std::nullopt;
            if (next)
                model.rows[row].details.push_back(
                    words.text("know.asked_next", {{"prompt", wording::one_line(next->prompt)}}));
        }
    }
    return model;
}

} // namespace chelate::screens
