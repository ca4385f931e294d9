// Decides whether a round's pool allows a question.
#pragma once

#include <string_view>
#include <vector>

#include "engine/content/pack.hpp"
#include "engine/quiz/listed.hpp"
#include "engine/quiz/question.hpp"

namespace chelate::quiz {

/// Returns the item that stands for a question itself, "question:PACK/ID". Authors use the same short ids in many
/// packs, so the pack is part of the name. @param pack  id of its pack
[[nodiscard]] ItemId own_item(const Question& question, std::string_view pack);

/// Decides about many questions for one pool. It looks lists up quickly, however long they are.
class PoolFilter {
public:
    /// @param pool  must outlive the filter
    explicit PoolFilter(const content::Pool& pool);

    /// Returns whether the pool lets every question pass.
    [[nodiscard]] bool passes_all() const { return pool_.empty(); }
    /// Returns whether the pool wants the question's topic, kind, subjects, mechanisms and exercised items, and
    /// excludes none of them. It ignores the difficulty, because that of a made question depends on its other options.
    [[nodiscard]] bool is_about(const content::Pack& pack, const Question& question) const;
    [[nodiscard]] bool has_wanted_difficulty(const Question& question) const;

private:
    const content::Pool& pool_;
    Listed<content::TopicId> topics_;
    Listed<content::SubjectId> subjects_;
    Listed<content::MechanismId> mechanisms_;
};

/// Returns the knowledge that the question exercises: its facts, then its claims, then its mechanisms, then its
/// predictions.
[[nodiscard]] std::vector<ItemId> items_of(const Question& question);

/// Returns what an answer to the question is remembered by, as totals and pools name it: the knowledge it exercises. A
/// question that exercises none is remembered by its own item; polls and cards by none. @param pack  id of its pack
[[nodiscard]] std::vector<ItemId> remembered_items(const Question& question, std::string_view pack);

/// Returns the subjects that the question compares or is about, each once: those of its facts, claims and mechanisms.
[[nodiscard]] std::vector<content::SubjectId> subjects_of(const content::Pack& pack, const Question& question);

} // namespace chelate::quiz
