#include "game/wording/wording.hpp"

#include <algorithm>

namespace chelate::wording {

namespace {

/// Makes a badge from the text under `key` and its meaning under `key`.meaning.
Badge badge(const text::Language& words, std::string label, const std::string& key) {
    return {std::move(label), words.text(key), words.text(key + ".meaning")};
}

/// Returns what raised or lowered the points besides the answer itself, as in "50 % after help, +100 for your streak".
std::string terms_text(const text::Language& words, const quiz::Award& award) {
    std::string terms;
    const auto add = [&](std::string_view key, std::string name, std::int64_t value) {
        terms += (terms.empty() ? "" : ", ") + words.text(key, {{std::move(name), words.number(value)}});
    };
    if (award.help != Fraction::one()) add("award.help", "percent", rounded_product(100, award.help));
    if (award.speed != Fraction::one()) add("award.speed", "percent", rounded_product(100, award.speed));
    if (award.streak.count != 0) add("award.streak", "points", award.streak.count);
    return terms;
}

} // namespace

std::string word_of(content::Certainty certainty) {
    switch (certainty) {
    case content::Certainty::high: return "high";
    case content::Certainty::moderate: return "moderate";
    case content::Certainty::low: return "low";
    case content::Certainty::very_low: return "very_low";
    }
    return "";
}

std::string word_of(content::EffectSize size) {
    switch (size) {
    case content::EffectSize::large: return "large";
    case content::EffectSize::medium: return "medium";
    case content::EffectSize::small: return "small";
    case content::EffectSize::none: return "none";
    case content::EffectSize::harm: return "harm";
    case content::EffectSize::unknown: return "unknown";
    }
    return "";
}

std::string word_of(content::AppliesTo applies) {
    switch (applies) {
    case content::AppliesTo::this_form: return "this_form";
    case content::AppliesTo::another_form: return "another_form";
    case content::AppliesTo::in_general: return "in_general";
    case content::AppliesTo::no_form: return "no_form";
    }
    return "";
}

Look look_of(const content::Subject& subject) { return {subject.slot, subject.shape, subject.symbol}; }

std::optional<Look> look_of(const content::Pack& pack, const content::SubjectId& subject) {
    const auto found = pack.subjects.find(subject);
    if (found == pack.subjects.end() || found->second.slot == 0) return std::nullopt;
    return look_of(found->second);
}

std::string topic_name(const content::Pack& pack, const content::TopicId& topic) {
    const auto found =
        std::find_if(pack.topics.begin(), pack.topics.end(), [&](const content::Topic& t) { return t.id == topic; });
    return found == pack.topics.end() ? topic.value : found->name;
}

std::vector<Look> looks_of(const content::Pack& pack) {
    std::vector<Look> looks;
    for (const content::Subject* subject : content::in_authors_order(pack.subjects)) {
        if (subject->slot > 0) looks.push_back(look_of(*subject));
    }
    return looks;
}

std::string length_of(const text::Language& words, const content::Round& round, int questions) {
    return round.minutes > 0 ? words.plural("own.minutes", round.minutes) : words.plural("own.questions", questions);
}

std::string minutes_and_seconds(Millis time) {
    const std::int64_t seconds =
        (std::max<std::int64_t>(time.count, 0) + 999) / 1000; // rounded up, so that the last second is shown as 1
    const std::string rest = std::to_string(seconds % 60);
    return std::to_string(seconds / 60) + ":" + (rest.size() == 1 ? "0" : "") + rest;
}

Mark mark_of(const Fraction& credit) {
    if (credit == Fraction::one()) return Mark::right;
    return credit == Fraction::zero() ? Mark::wrong : Mark::missed;
}

std::string award_text(const text::Language& words, const quiz::Award& award) {
    text::Args args{{"points", words.number(award.points.count)}, {"possible", words.number(award.possible.count)}};
    const int factor = award.confidence_factor.value_or(0);
    if (award.confidence_factor && factor <= 0)
        return words.text(factor == 0    ? "award.guess_wrong"
                          : factor == -2 ? "award.think_so_wrong"
                                         : "award.sure_wrong",
                          args);
    if (award.confidence_factor) {
        args.emplace_back("confidence", words.text(factor == 1   ? "sure.guess"
                                                   : factor == 2 ? "sure.think_so"
                                                                 : "sure.sure"));
    }
    std::string text = words.text(award.confidence_factor ? "award.confident" : "award.points", args);
    if (std::string terms = award.credit == Fraction::zero() ? "" : terms_text(words, award); !terms.empty())
        text += words.text("award.terms", {{"terms", std::move(terms)}});
    return text;
}

std::string verdict_word(const text::Language& words, Mark mark) {
    switch (mark) {
    case Mark::right: return words.text("reveal.right");
    case Mark::missed: return words.text("reveal.partly");
    case Mark::none: return words.text("reveal.polled");
    case Mark::wrong: break;
    }
    return words.text("reveal.wrong");
}

std::vector<Badge> grade_badges(const text::Language& words, content::Certainty certainty, content::EffectSize size,
                                content::AppliesTo applies) {
    const auto one = [&](const std::string& label, const std::string& value) {
        Badge made = badge(words, words.text(label), value);
        made.symbol = words.text(value + ".symbol");
        return made;
    };
    // Studies that looked well and found no difference are evidence against, not only evidence.
    const bool against = size == content::EffectSize::none &&
                         (certainty == content::Certainty::high || certainty == content::Certainty::moderate);
    return {one("badge.certainty", against ? "certainty.against" : "certainty." + word_of(certainty)),
            one("badge.size", "size." + word_of(size)), one("badge.applies_to", "applies_to." + word_of(applies))};
}

std::vector<Badge> badges_of(const content::Pack& pack, const text::Language& words, const quiz::Evidence& evidence) {
    std::vector<Badge> badges;
    if (evidence.unsourced)
        badges.push_back({words.text("badge.source"), words.text("source.none"), words.text("source.none.meaning")});
    if (evidence.seen_in) {
        const auto place = static_cast<std::size_t>(*evidence.seen_in);
        const std::string& word = pack.words.seen_in[place];
        if (!word.empty()) badges.push_back({words.text("badge.seen_in"), word, pack.words.seen_in_meanings[place]});
    }
    if (!evidence.established.empty()) {
        badges.push_back(
            {words.text("badge.established"), evidence.established, words.text("badge.established.meaning")});
    }
    if (evidence.graded) {
        for (Badge& one : grade_badges(words, evidence.certainty, evidence.size, evidence.applies_to))
            badges.push_back(std::move(one));
    } else if (evidence.verdict && pack.grades) {
        badges.push_back(badge(words, words.text("badge.certainty"), "certainty.not_graded"));
        if (!evidence.not_graded.empty()) badges.back().meaning = evidence.not_graded;
    }
    return badges;
}

std::string badge_line(const text::Language& words, const Badge& badge) {
    if (badge.meaning.empty()) return badge.label + ": " + badge.value;
    return words.text("hostwindow.badge", {{"label", badge.label}, {"value", badge.value}, {"meaning", badge.meaning}});
}

std::string instruction_key(quiz::Kind kind) { return "kind." + std::string(content::row_of(kind).name); }

} // namespace chelate::wording
