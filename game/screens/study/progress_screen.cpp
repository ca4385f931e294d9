#include "game/screens/study/progress_screen.hpp"

#include "engine/base/text.hpp"
#include "game/screens/study/memory_words.hpp"
#include "game/session/study.hpp"

namespace chelate::screens {

ProgressScreen::ProgressScreen(const ProgressSource& source, const session::Rounds& rounds)
    : KnowledgeScreen(source.words, rounds), source_(source) {
    if (source_.study.learner() != nullptr) page_ = progress_page(source_, view_);
}

std::vector<ChipRow> ProgressScreen::chips() const {
    const text::Language& words = source_.words;
    return {{words.text("know.page"),
             {words.text("know.today"), words.text("know.topics"), words.text("know.subjects"),
              words.text("know.forecast"), words.text("know.memories"), words.text("know.calendar"),
              words.text("know.sureness"), words.text("know.confused"), words.text("know.history")},
             {static_cast<int>(view_)}}};
}

void ProgressScreen::choose(int, int option) {
    view_ = static_cast<ProgressView>(option);
    if (source_.study.learner() != nullptr) page_ = progress_page(source_, view_);
}

std::vector<ItemId> ProgressScreen::items(std::optional<int> row) const {
    std::vector<ItemId> all;
    for (std::size_t i = 0; i < page_.items.size(); ++i) {
        if (row && static_cast<std::size_t>(*row) != i) continue;
        for (const ItemId& item : page_.items[i]) {
            // A pair stands for the facts of its two subjects.
            const auto facts = facts_of_pair(source_.pack, item);
            if (facts.empty()) all.push_back(item);
            else all.insert(all.end(), facts.begin(), facts.end());
        }
    }
    return all;
}

std::optional<Effects> ProgressScreen::open_elsewhere(int row) {
    if (static_cast<std::size_t>(row) >= page_.sessions.size()) return std::nullopt;
    return Submit{session::ViewFinished{page_.sessions[static_cast<std::size_t>(row)]},
                  [&words = source_.words](const Result<void>& shown) -> Effects {
                      if (!shown) return ShowOver{ShowMessage{words.text("know.title"), words.sentence(shown.error())}};
                      return ShowOver{ShowReview{}};
                  }};
}

ScreenModel ProgressScreen::model() const {
    const text::Language& words = source_.words;
    const study::LearnerModel* learner = source_.study.learner();
    KnowledgeModel model = page();
    model.title = words.text("know.title");
    model.pages = true;
    model.caveat = learner != nullptr ? page_.caveat : words.text("know.nothing_kept");
    model.last_line = page_.last_line;
    model.legend = page_.legend;
    model.chart = page_.chart;
    // The curve belongs to the focused row.
    const auto row = static_cast<std::size_t>(focused_row().value_or(0));
    if (learner != nullptr && view_ == ProgressView::memories && row < page_.items.size()) {
        const ItemId& item = page_.items[row].front();
        model.chart = memory_curve(source_, item);
        if (model.rows[row].open) {
            const session::StudyBook* book = source_.study.book();
            const auto next = book != nullptr
                                  ? book->question_on(item, *learner, static_cast<std::uint64_t>(source_.study.today()))
                                  : std::nullopt;
            if (next)
                model.rows[row].details.push_back(
                    words.text("know.asked_next", {{"prompt", showable_line(next->prompt)}}));
        }
    }
    return model;
}

} // namespace chelate::screens
