// Whether a question is one of those a round's pool lets pass.
#pragma once

#include "engine/content/pack.hpp"
#include "engine/quiz/question.hpp"

namespace chelate::quiz {

/// How a pool names a question itself: "question:" and the id.
[[nodiscard]] std::string own_item(const Question& question);

/// Whether its topic, kind, subjects, mechanisms and what it exercises are wanted, and nothing of it is left out. The
/// difficulty is another question: of
/// a made one it depends on what it is asked with.
[[nodiscard]] bool is_about(const content::Pack& pack, const content::Pool& pool, const Question& question);

[[nodiscard]] bool has_wanted_difficulty(const content::Pool& pool, const Question& question);

/// What it exercises: "fact:", "claim:" or "mechanism:" and the id; how totals and pools name it.
[[nodiscard]] std::vector<std::string> items_of(const Question& question);

/// The things it compares or speaks of, each once: those of its facts, claims and mechanisms.
[[nodiscard]] std::vector<content::SubjectId> subjects_of(const content::Pack& pack, const Question& question);

} // namespace chelate::quiz
