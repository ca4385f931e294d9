// Crediting: decides what one answer says about the memory of each item it exercised, by the rules of one table.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/memory/review.hpp"
#include "engine/quiz/session.hpp"

namespace chelate::study {

/// The rating for one kind of recall.
struct CreditRow {
    memory::Recall recall;
    memory::Rating rating;
};

/// The rules, one row for each Recall. "Sure" becomes Easy only when the answer was also faster than the person's own
/// median for that kind of question (see Speeds in learner_model.hpp). Nothing else earns Easy, since a wrong Easy is
/// costly.
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

/// Returns the rating for a recall.
/// @param fast  whether the answer was faster than the person's own median for its kind of question
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

/// Returns the item of two things that may be confused; their order does not matter. Its id is
/// "<attribute>:<one>+<other>", with the things sorted by id.
[[nodiscard]] ItemId pair_item(const content::AttributeId& attribute, const content::SubjectId& a,
                               const content::SubjectId& b);
/// Returns the attribute and things of a pair; nothing for any other item, and for an id not of that form.
[[nodiscard]] std::optional<SubjectPair> pair_of(const ItemId& item);

/// One item of a question, and how it was recalled in one answer.
struct Exercised {
    ItemId item;
    memory::Recall recall;
    bool operator==(const Exercised&) const = default;
};
/// Returns the items of a question and how this answer recalled each. The items are those it is remembered by (see
/// quiz::remembered_items), and the pairs of things it compares.
/// @param pack  id of its pack
/// @param display_order  the order of the options on the screen
/// @param hinted  whether a hint was used
[[nodiscard]] std::vector<Exercised> exercised(const quiz::Question& question, std::string_view pack,
                                               const quiz::Order& display_order, const quiz::Judgement& answer,
                                               bool hinted);

/// Returns whether the question has two options, one of them right. Half of those who know nothing get it right.
[[nodiscard]] bool is_two_way(const quiz::Question& question);

/// Returns the credit that someone who knows nothing earns on average, in thousandths: 250 for one of four options.
[[nodiscard]] int chance_of(const quiz::Question& question);

/// Returns the reviews of a session so far: those of every answer of this seat that counts (revealed, marked, not
/// voided), in order.
/// @param name  the session's name in the store
/// @param stamps  by index in the session's log; a review gets the stamp of the event that contains its answer
[[nodiscard]] std::vector<memory::Review> reviews_of(const quiz::SessionId& name, const quiz::SessionHistory& session,
                                                     std::size_t seat, std::span<const memory::Stamp> stamps);

} // namespace chelate::study
