// Words for what a person remembers: the name of an item, how it was recalled, when it comes back.
#pragma once

#include <string>
#include <vector>

#include "engine/content/pack.hpp"
#include "engine/memory/review.hpp"
#include "engine/study/plan.hpp"
#include "engine/text/language.hpp"

namespace chelate::session {
class Rounds;
class Study;
} // namespace chelate::session

namespace chelate::screens {

/// Returns the name of an item: the subject and attribute of a fact, the statement of a claim or, where it does not
/// hold, its correction or the verdict on it, the name of a mechanism, the two subjects and the attribute of a pair,
/// the prompt of a question.
[[nodiscard]] std::string item_name(const content::Pack& pack, const text::Language& words, const ItemId& item);

/// Returns "tomorrow", "in 5 days", "in 3 weeks", "in 4 months" or "in 2 years". @param days  0 and less: "today"
[[nodiscard]] std::string when_text(const text::Language& words, int days);

/// Returns "27 November", with the year if it is not this year. @param day  days since 1970
[[nodiscard]] std::string day_text(const text::Language& words, int day, int today);

/// Returns the compared subjects that an item is about.
[[nodiscard]] std::vector<content::SubjectId> subjects_of_item(const content::Pack& pack, const ItemId& item);
/// Returns the facts that can be asked about the two subjects of a pair; empty for other items.
[[nodiscard]] std::vector<ItemId> facts_of_pair(const content::Pack& pack, const ItemId& item);

/// Returns what a day brings, for example "12 come back, 10 are new". @pre the plan is not empty
[[nodiscard]] std::string what_comes(const text::Language& words, const study::DayPlan& plan);
/// Returns, for example, "Done for today. Tomorrow 12 come back." @param today  a plan that is empty
[[nodiscard]] std::string done_text(const session::Study& study, const text::Language& words,
                                    const study::DayPlan& today);

/// Returns how an item was recalled and the rating it got, for example "full, and said to be a guess: hard".
[[nodiscard]] std::string recall_text(const text::Language& words, memory::Recall recall);

/// Returns how each item of a revealed question was recalled and when it comes back, a line each; empty when nothing
/// is remembered. @param number  of a question in the round under way, 1-based  @pre a round is under way
[[nodiscard]] std::vector<std::string> remembered_lines(const session::Study& study, const session::Rounds& rounds,
                                                        const content::Pack& pack, const text::Language& words,
                                                        int number);

/// Returns when each item of the round under way comes back, the soonest first, a line each; empty when nothing is
/// remembered. @pre a round is under way
[[nodiscard]] std::vector<std::string> return_lines(const session::Study& study, const session::Rounds& rounds,
                                                    const content::Pack& pack, const text::Language& words);

} // namespace chelate::screens
