// Whether a question is one of those a round's pool lets pass.
#pragma once

#include "engine/content/pack.hpp"
#include "engine/quiz/question.hpp"

namespace chelate::quiz {

/// Returns the item by which a pool names the question itself.
[[nodiscard]] ItemId own_item(const Question& question);

/// Whether its topic, kind, subjects, mechanisms and what it exercises are wanted, and nothing of it is left out. The
/// difficulty is another question: of
/// a made one it depends on what it is asked with.
[[nodiscard]] bool is_about(const content::Pack& pack, const content::Pool& pool, const Question& question);

[[nodiscard]] bool has_wanted_difficulty(const content::Pool& pool, const Question& question);

/// Returns what it exercises, as totals and pools name it: its facts, then its claims, then its mechanisms.
[[nodiscard]] std::vector<ItemId> items_of(const Question& question);

/// The things it compares or speaks of, each once: those of its facts, claims and mechanisms.
[[nodiscard]] std::vector<content::SubjectId> subjects_of(const content::Pack& pack, const Question& question);

} // namespace chelate::quiz
