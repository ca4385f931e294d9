// One cycle of a round: the order in which its candidates are asked until nothing is left that would not repeat. Only
// the maker uses it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/quiz/key_balance.hpp"
#include "engine/quiz/templates/templates.hpp"

namespace chelate::quiz {

/// A source of questions: one template, or the round's authored questions when `recipe` is null.
struct CandidateSource {
    const content::Template* recipe = nullptr;
    std::vector<Candidate> candidates;
    std::size_t weight = 1;
    /// By candidate: numbers of the claims, mechanisms and predictions it asks. None of them is asked twice in a cycle.
    std::vector<std::vector<std::uint32_t>> items{};
    /// By candidate: numbers of the facts it asks. A fact that an explanation has stated is no longer a question, so
    /// at least one of them must be new in its cycle.
    std::vector<std::vector<std::uint32_t>> facts{};
    std::vector<std::uint32_t> topics{}; ///< by candidate: number of its topic
};

/// All sources of a round. They are the same under every seed.
struct CandidateSources {
    std::vector<CandidateSource> all;
    std::size_t items = 0; ///< number of claims, mechanisms, predictions and facts, which are numbered from 0
};

/// One candidate of one source.
struct CycleEntry {
    std::size_t source = 0;
    std::size_t candidate = 0;
};

/// Numbers claims, mechanisms, predictions and facts, so that a cycle can quickly mark them as used, and topics.
class Numbering {
public:
    [[nodiscard]] std::vector<std::uint32_t> of(const Candidate& candidate);
    [[nodiscard]] std::vector<std::uint32_t> facts_of(const Candidate& candidate);
    [[nodiscard]] std::uint32_t of(const content::TopicId& topic);
    /// Returns the number of claims, mechanisms, predictions and facts.
    [[nodiscard]] std::size_t count() const { return numbers_.size(); }

private:
    std::uint32_t number(const std::string& key);

    std::map<std::string, std::uint32_t> numbers_;
    std::map<content::TopicId, std::uint32_t> topics_;
};

/// Balances true and false statements in blocks of four, two of them true, in random order. Answering "true" every
/// time never pays, and any twenty in a row contain 8 to 12 true ones.
class TruthPattern {
public:
    [[nodiscard]] bool wanted(Rng& rng);
    void taken() { block_.pop_back(); }

private:
    std::vector<bool> block_;
};

/// One cycle, drawn only as far as needed. Each source's candidates come in random order, sources are mixed by
/// weight, and no entry repeats what was asked. A template of verdicts draws the key first, each key that the balance
/// allows equally likely, and then a candidate with that key. No template is asked twice in a row, nor more than twice
/// among eight questions, while another source has a question left. Questions that an author wrote are balanced as far
/// as possible, and the rest of them end the cycle: none is left out because of its key.
class Cycle {
public:
    /// @param sources  must outlive it
    Cycle(const CandidateSources& sources, content::Mixing mixing, Rng rng);

    /// Returns the entry at a place of the cycle, or nothing when the cycle ends before it.
    [[nodiscard]] std::optional<CycleEntry> at(std::size_t place);
    /// Draws the whole cycle and returns its length.
    [[nodiscard]] std::size_t length();

private:
    /// Candidates of a source that were not taken yet, in the order in which they come from the end. A template of
    /// verdicts has one lane for each key; any other source has one for all.
    struct Lane {
        std::optional<ScaleKey> key;
        std::vector<std::size_t> left;
    };
    /// How much the keys of questions on claims have to be balanced.
    enum class Balance : std::uint8_t { kept, restored_later, ignored };

    void deal(const CandidateSource& source);
    void take_authored_in_order();
    bool take_one();
    /// @param avoided  a topic that must not come now; nothing: any may
    bool take_one(Balance balance, std::optional<std::uint32_t> avoided);
    bool take_from(std::size_t source, Balance balance, std::optional<std::uint32_t> avoided);
    bool take_from(std::size_t source, Lane& lane, Balance balance, std::optional<std::uint32_t> avoided);
    /// Takes a question that an author wrote, whatever its key is.
    bool take_rest_of_authored();
    void take(CycleEntry entry);
    /// How recently a source was asked. A source that rests longer is preferred.
    enum class Rest : std::uint8_t { rested, often_asked, just_asked };
    [[nodiscard]] Rest rest_of(std::size_t source) const;
    /// @param open  not empty  @param waiting  templates that are open but not among these
    [[nodiscard]] std::size_t drawn_by_weight(const std::vector<std::size_t>& open, std::size_t waiting);
    [[nodiscard]] bool is_open(std::size_t source) const;
    [[nodiscard]] bool may_have(std::optional<ScaleKey> key, Balance balance);
    [[nodiscard]] bool repeats(CycleEntry entry) const;
    [[nodiscard]] const Candidate& candidate_of(CycleEntry entry) const {
        return (*sources_)[entry.source].candidates[entry.candidate];
    }
    [[nodiscard]] std::uint32_t topic_of(CycleEntry entry) const {
        return (*sources_)[entry.source].topics[entry.candidate];
    }

    const std::vector<CandidateSource>* sources_;
    bool interleaved_;
    Rng rng_;
    std::vector<std::vector<Lane>> lanes_; ///< by source
    std::vector<CycleEntry> entries_;
    std::vector<bool> used_; ///< by item
    TruthPattern truths_;
    KeyBalance balance_;
};

} // namespace chelate::quiz
