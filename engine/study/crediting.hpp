// Crediting: what one answer says about the memory of each item it exercised. One table holds the rule.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "engine/memory/review.hpp"
#include "engine/quiz/session.hpp"

namespace chelate::study {

struct CreditRow {
    memory::Recall recall;
    memory::Rating rating;
};

/// The rule, row by row. "Sure" becomes Easy only when the answer also came faster than the person's own median for
/// that
/// kind of question (see Ledger); false Easy is costly, so nothing else earns it.
inline constexpr std::array credit_table{
    CreditRow{memory::Recall::wrong, memory::Rating::again},
    CreditRow{memory::Recall::wrong_pair, memory::Rating::again},
    CreditRow{memory::Recall::partly, memory::Rating::hard},
    CreditRow{memory::Recall::helped, memory::Rating::hard},
    CreditRow{memory::Recall::guessed, memory::Rating::hard},
    CreditRow{memory::Recall::guessed_then_wrong, memory::Rating::hard},
    CreditRow{memory::Recall::right, memory::Rating::good},
    CreditRow{memory::Recall::sure, memory::Rating::good},
};
static_assert(credit_table.size() == memory::recall_names.size());

/// @param fast the answer came faster than the person's own median for its kind
[[nodiscard]] constexpr memory::Rating rating_of(memory::Recall recall, bool fast) {
    if (recall == memory::Recall::sure && fast) return memory::Rating::easy;
    return credit_table[static_cast<std::size_t>(recall)].rating;
}

/// Two things that may be confused on an attribute.
struct SubjectPair {
    content::AttributeId attribute;
    content::SubjectId one;
    content::SubjectId other;
};

/// Returns the item of two things that may be confused, whichever comes first. Its id is "<attribute>:<one>+<other>",
/// the things in the order of their ids.
[[nodiscard]] ItemId pair_item(const content::AttributeId& attribute, const content::SubjectId& a,
                               const content::SubjectId& b);
/// Returns what a pair is of; nothing for any other item, and for an id that is not of that form.
[[nodiscard]] std::optional<SubjectPair> pair_of(const ItemId& item);

/// A question's items with whether each was recalled in this response: its facts, claims and mechanisms, and the
/// pairs it
/// sets against each other. @param shown the order of its options on the screen
struct Exercised {
    ItemId item;
    memory::Recall recall;
    bool operator==(const Exercised&) const = default;
};
[[nodiscard]] std::vector<Exercised> exercised(const quiz::Question& question, const quiz::Order& display_order,
                                               const quiz::Judgement& answer, bool hinted);

/// Whether there are two answers, one of them right: half of those who know nothing are right.
[[nodiscard]] bool is_two_way(const quiz::Question& question);

/// The credit that somebody who knows nothing earns in the mean, in thousandths: 250 where one of four is picked.
[[nodiscard]] int chance_of(const quiz::Question& question);

/// What a session says so far: every answer of this seat that counts (revealed, marked, not voided), in order.
/// @param name under which the session is kept @param stamps by index in the session's log; of the event that holds
/// an answer the stamp is the review's
[[nodiscard]] std::vector<memory::Review> reviews_of(const quiz::SessionId& name, const quiz::SessionHistory& session,
                                                     std::size_t seat, std::span<const memory::Stamp> stamps);

} // namespace chelate::study
