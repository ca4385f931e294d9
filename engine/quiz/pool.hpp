// Decides whether a round's pool allows a question.
#pragma once

#include "engine/content/pack.hpp"
#include "engine/quiz/listed.hpp"
#include "engine/quiz/question.hpp"

namespace chelate::quiz {

/// Returns the item by which a pool names the question itself.
[[nodiscard]] ItemId own_item(const Question& question);

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

/// Returns what the question exercises, as totals and pools name it: its facts, then its claims, then its mechanisms.
[[nodiscard]] std::vector<ItemId> items_of(const Question& question);

/// Returns the subjects that the question compares or is about, each once: those of its facts, claims and mechanisms.
[[nodiscard]] std::vector<content::SubjectId> subjects_of(const content::Pack& pack, const Question& question);

} // namespace chelate::quiz
