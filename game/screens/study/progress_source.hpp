// What every page of progress is made from, looked up once. Private to this folder.
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
#include "game/session/study.hpp"

namespace chelate::screens {

struct Known {
    /// @param source  must outlive it  @pre something is remembered
    explicit Known(const ProgressSource& source)
        : pack(source.pack),
          words(source.words),
          study(source.study),
          history(source.history),
          learner(*source.study.learner()),
          settings(source.study.settings()),
          today(source.study.today()) {
        if (const session::StudyBook* book = study.book()) learnables = &book->learnables();
    }

    [[nodiscard]] std::string percent(double share) const {
        return words.text("settings.text.percent", {{"percent", words.number(std::llround(share * 100))}});
    }
    [[nodiscard]] double chance(const memory::MemoryRecord& record, int day) const {
        return learner.fsrs().retrievability(std::max(0, day - record.last_day), record.state.stability);
    }
    /// Returns whether the last answer was wrong and is of today. The answer was shown then, so memory counts it as
    /// just learned, but a person would not believe a chance of 100 %.
    [[nodiscard]] bool missed_today(const memory::MemoryRecord& record) const {
        return record.last_rating == memory::Rating::again && record.last_day == today;
    }
    [[nodiscard]] int due(const ItemId& item, const memory::MemoryRecord& record) const {
        return study::due_day(item, record, learner.fsrs(), settings);
    }
    [[nodiscard]] std::string name(const ItemId& item) const { return capitalised(item_name(pack, words, item)); }

    /// Returns how often something was asked and missed, for example "asked 3 times, missed once".
    [[nodiscard]] std::string asked(const memory::MemoryRecord& record) const {
        return words.plural("know.asked", record.reviews,
                            {{"missed", record.misses == 0 ? words.text("know.never_missed")
                                                           : words.plural("know.missed", record.misses)}});
    }

    const content::Pack& pack;
    const text::Language& words;
    const session::Study& study;
    const session::History& history;
    const study::LearnerModel& learner;
    const store::StudySettings& settings;
    int today;
    static inline const std::vector<study::Learnable> nothing{}; ///< for a pack that asks nothing
    const std::vector<study::Learnable>* learnables = &nothing;
};

inline void add(ProgressPage& page, KnownRow row, std::vector<ItemId> items = {}) {
    page.rows.push_back(std::move(row));
    page.items.push_back(std::move(items));
}

// One function for each ProgressView.
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
