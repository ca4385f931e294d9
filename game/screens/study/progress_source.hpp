// What every page of progress is made from. Private to this folder.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/text.hpp"
#include "engine/content/pack.hpp"
#include "engine/study/plan.hpp"
#include "game/screens/study/memory_words.hpp"
#include "game/screens/study/progress_screen.hpp"
#include "game/session/study_book.hpp"

namespace chelate::screens {

/// What every page is made from.
struct Known {
    explicit Known(const Context& context_in)
        : context(context_in),
          words(context_in.words),
          pack(context_in.game.pack()),
          learner(*context_in.game.learner()),
          settings(context_in.game.study_settings()),
          today(context_in.game.today()) {
        if (const session::StudyBook* book = context.game.study_book()) learnables = &book->learnables();
    }

    [[nodiscard]] std::string percent(double share) const {
        return words.text("settings.text.percent", {{"percent", words.number(std::llround(share * 100))}});
    }
    [[nodiscard]] double chance(const memory::MemoryRecord& record, int day) const {
        return learner.fsrs().retrievability(std::max(0, day - record.last_day), record.state.stability);
    }
    [[nodiscard]] int due(const ItemId& item, const memory::MemoryRecord& record) const {
        return study::due_day(item, record, learner.fsrs(), settings);
    }
    [[nodiscard]] std::string name(const ItemId& item) const { return capitalised(item_name(pack, words, item)); }

    const Context& context;
    const text::Language& words;
    const content::Pack& pack;
    const study::LearnerModel& learner;
    store::StudySettings settings;
    int today;
    static inline const std::vector<study::Learnable> nothing{};
    const std::vector<study::Learnable>* learnables = &nothing;
};

inline void add(ProgressPage& page, KnownRow row, std::vector<ItemId> items = {}) {
    page.rows.push_back(std::move(row));
    page.items.push_back(std::move(items));
}

// One function for each page; progress_screen.hpp says what each shows.
[[nodiscard]] ProgressPage today_page(const Known& known);
[[nodiscard]] ProgressPage topics_page(const Known& known);
[[nodiscard]] ProgressPage subjects_page(const Known& known);
[[nodiscard]] ProgressPage forecast_page(const Known& known);
[[nodiscard]] ProgressPage calendar_page(const Known& known);
[[nodiscard]] ProgressPage memories_page(const Known& known);
[[nodiscard]] ProgressPage confidence_page(const Known& known);
[[nodiscard]] ProgressPage confused_page(const Known& known);
[[nodiscard]] ProgressPage history_page(const Known& known);

} // namespace chelate::screens
