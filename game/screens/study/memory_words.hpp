// Words for what somebody remembers: what an item is called, how it was recalled, when it comes back.
#pragma once

#include <string>
#include <vector>

#include "engine/content/pack.hpp"
#include "engine/memory/review.hpp"
#include "engine/study/plan.hpp"
#include "engine/text/language.hpp"
#include "game/screens/presenter/context.hpp"

namespace chelate::screens {

/// A fact by its thing and attribute, a claim by what it says, a chain by its name, a pair by both and on what.
[[nodiscard]] std::string item_name(const content::Pack& pack, const text::Language& words, const ItemId& item);

/// "tomorrow", "in 5 days", "in 3 weeks", "in 4 months", "in 2 years". @param days 0 and less: "today"
[[nodiscard]] std::string when_text(const text::Language& words, int days);

/// "27 November", with the year where it is another one than today's. @param day days since 1970
[[nodiscard]] std::string day_text(const text::Language& words, int day, int today);

/// The things a pack compares that an item is about.
[[nodiscard]] std::vector<content::SubjectId> subjects_of_item(const content::Pack& pack, const ItemId& item);
/// What can be asked of the two things of a pair.
[[nodiscard]] std::vector<ItemId> facts_of_pair(const content::Pack& pack, const ItemId& item);

/// "12 come back, 10 are new". @param plan of a day that brings something
[[nodiscard]] std::string what_comes(const text::Language& words, const study::DayPlan& plan);
/// "Done for today. Tomorrow 12 come back." @param today a plan that is empty
[[nodiscard]] std::string done_text(const Context& context, const study::DayPlan& today);

/// How an item was recalled, and what that was worth: "full, and said to be a guess: hard".
[[nodiscard]] std::string recall_text(const text::Language& words, memory::Recall recall, memory::Rating rating);

/// What the answer to question `number` (1-based) of the round under way has left of each thing it asked, a line
/// each; empty
/// where nothing is remembered.
[[nodiscard]] std::vector<std::string> remembered_lines(const Context& context, int number);

/// When each thing of the round under way comes back, the soonest first, a line each; empty where nothing is
/// remembered.
[[nodiscard]] std::vector<std::string> return_lines(const Context& context);

} // namespace chelate::screens
