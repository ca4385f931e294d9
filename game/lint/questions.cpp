#include "game/lint/questions.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <variant>

#include "engine/base/text.hpp"
#include "engine/content/pack_texts.hpp"

namespace chelate::lint {

namespace {

constexpr double give_away_length = 1.6;     ///< how many times as long as every other choice a key may be
constexpr std::size_t short_text = 24;       ///< characters up to which a longer key gives nothing away
constexpr std::size_t fewest_for_places = 4; ///< questions in a fixed order needed to judge the place of the key
constexpr double chance_sized = 0.05;        ///< a difference that chance gives more often than this is no finding
constexpr std::size_t most_repeated = 2;     ///< choices that may share a reason

/// Returns the numbers in a text, each once. A comma between digits groups them.
std::set<double> values_in(std::string_view text) {
    std::set<double> values;
    const auto is_digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(at)) {
            ++at;
            continue;
        }
        std::string number;
        for (; at < text.size(); ++at) {
            const bool joins = (text[at] == '.' || text[at] == ',') && is_digit(at + 1);
            if (!is_digit(at) && !joins) break;
            if (text[at] != ',') number += text[at];
        }
        values.insert(std::strtod(number.c_str(), nullptr));
    }
    return values;
}

bool overlap(const std::set<double>& some, const std::set<double>& others) {
    return std::any_of(some.begin(), some.end(), [&](double value) { return others.contains(value); });
}

bool is_false(content::Verdict verdict) {
    return verdict == content::Verdict::weak || verdict == content::Verdict::contradicted;
}

class QuestionLinter {
public:
    QuestionLinter(const content::Pack& pack, const content::WordingRules& rules) : pack_(pack), rules_(rules) {}

    std::vector<Finding> run() && {
        give_aways();
        key_places();
        keys_in_prompts();
        cue_words();
        typed_certainty();
        order_cues();
        units();
        uncertain_statements();
        repeated_reasons();
        missing_hints();
        return std::move(findings_);
    }

private:
    Finding& find(std::string kind, const std::string& id, std::string code, std::string detail = {}) {
        return findings_.emplace_back(
            Finding{.kind = std::move(kind), .id = id, .code = std::move(code), .detail = std::move(detail)});
    }

    // -------------------------------------------------------------------------------- what gives a key away

    void give_aways() {
        for (const auto& [id, question] : pack_.questions) {
            const auto* authored = std::get_if<content::Choices>(&question.authored);
            if (authored == nullptr || !content::row_of(question.kind).is_marked) continue;
            std::size_t longest_key = 0;
            std::size_t longest_wrong = 0;
            bool absolute_keys = false;
            bool absolute_wrongs = true;
            std::set<bool> vowels;
            for (const content::AuthoredChoice& choice : authored->choices) {
                if (choice.text.empty()) return; // choices that are subjects have no texts of their own
                std::size_t& longest = choice.right ? longest_key : longest_wrong;
                longest = std::max(longest, code_points(choice.text));
                const bool absolute = rules_.absolute && rules_.absolute->is_in(choice.text);
                if (choice.right) absolute_keys = absolute_keys || absolute;
                else absolute_wrongs = absolute_wrongs && absolute;
                vowels.insert(std::string_view("aeiouAEIOU").find(choice.text.front()) != std::string_view::npos);
            }
            const bool long_key = longest_key > short_text && static_cast<double>(longest_key) >
                                                                  give_away_length * static_cast<double>(longest_wrong);
            if (long_key && question.kind != content::Kind::multiple) find("question", id.value, "key-is-longest");
            if (rules_.absolute && absolute_wrongs && !absolute_keys)
                find("question", id.value, "only-wrong-are-absolute");
            if (rules_.article && vowels.size() == 2 && rules_.article->is_in(question.prompt))
                find("question", id.value, "article-tells");
        }
    }

    /// Checks questions whose choices keep the author's order: the key must not always be in the same place.
    void key_places() {
        std::map<std::size_t, std::vector<std::string>> at;
        std::size_t fixed = 0;
        std::size_t statements = 0;
        std::size_t true_ones = 0;
        for (const auto& [id, question] : pack_.questions) {
            if (const auto* statement = std::get_if<content::Statement>(&question.authored)) {
                ++statements;
                true_ones += statement->answer ? 1 : 0;
            }
            const auto* authored = std::get_if<content::Choices>(&question.authored);
            if (authored == nullptr || authored->shuffle || !content::row_of(question.kind).is_marked) continue;
            ++fixed;
            for (std::size_t place = 0; place < authored->choices.size(); ++place) {
                if (authored->choices[place].right) at[place].push_back(id.value);
            }
        }
        for (const auto& [place, questions] : at) {
            if (fixed >= fewest_for_places && 3 * questions.size() > 2 * fixed)
                find("question", questions.front(), "key-in-one-place", std::to_string(place + 1));
        }
        if (statements >= 5 && (5 * true_ones > 4 * statements || 5 * true_ones < statements)) {
            find("pack", pack_.id, "true-too-often", std::to_string(true_ones) + " / " + std::to_string(statements));
        }
    }

    /// Returns the numbers of a key.
    static std::set<double> values_of(const content::Quantity& quantity) {
        return {quantity.low, quantity.high, (quantity.low + quantity.high) / 2};
    }
    static std::set<double> values_of(const content::Choices& choices, bool right) {
        std::set<double> values;
        for (const content::AuthoredChoice& choice : choices.choices) {
            if (choice.right == right) values.merge(values_in(choice.text));
        }
        return values;
    }
    static std::set<double> values_of(const content::Choices& choices) { return values_of(choices, true); }
    static std::set<double> values_of(const content::Texts& texts) {
        std::set<double> values;
        for (const content::AcceptedText& text : texts.accepted) values.merge(values_in(text.text));
        return values;
    }
    template <class WithoutNumbers>
    static std::set<double> values_of(const WithoutNumbers&) {
        return {};
    }

    void keys_in_prompts() {
        for (const auto& [id, question] : pack_.questions) {
            if (!content::row_of(question.kind).is_marked) continue;
            const std::set<double> key =
                std::visit([](const auto& authored) { return values_of(authored); }, question.authored);
            const std::set<double> prompt = values_in(question.prompt);
            if (!overlap(key, prompt)) continue;
            // A prompt that has numbers of wrong choices as well gives nothing away.
            const auto* choices = std::get_if<content::Choices>(&question.authored);
            if (choices == nullptr || !overlap(values_of(*choices, false), prompt))
                find("question", id.value, "key-in-prompt", question.prompt);
        }
    }

    // ------------------------------------------------------------------------------------------------- cue words

    /// Compares how often true and false claims that are asked have words that tell them apart.
    void cue_words() {
        int all_false = 0;
        int all_true = 0;
        for (const auto& [id, claim] : pack_.claims) {
            if (!claim.askable) continue;
            all_false += is_false(claim.verdict) ? 1 : 0;
            all_true += claim.verdict == content::Verdict::supported ? 1 : 0;
        }
        for (const content::WordingRule& cue : rules_.cues) {
            int false_with = 0;
            int true_with = 0;
            for (const auto& [id, claim] : pack_.claims) {
                if (!claim.askable || !cue.catches(claim.statement)) continue;
                false_with += is_false(claim.verdict) ? 1 : 0;
                true_with += claim.verdict == content::Verdict::supported ? 1 : 0;
            }
            // Shares a/b and c/d are compared as a*d and c*b, so that none is divided by zero.
            const int false_share = false_with * all_true;
            const int true_share = true_with * all_false;
            const bool unbalanced = std::max(false_share, true_share) > 2 * std::min(false_share, true_share);
            if (!unbalanced || chance_of_difference(false_with, all_false, true_with, all_true) >= chance_sized)
                continue;
            find("pack", pack_.id, "cue-word", cue.id).args = {{"false", std::to_string(false_with)},
                                                               {"all_false", std::to_string(all_false)},
                                                               {"true", std::to_string(true_with)},
                                                               {"all_true", std::to_string(all_true)}};
        }
    }

    // ------------------------------------------------------------------------------------ words about the evidence

    /// Finds a certainty in words. Grades are computed, and a text by hand does not change with them.
    void typed_certainty() {
        if (!rules_.certainty) return;
        for (const content::PackText& text : content::texts_of(pack_)) {
            const bool looked_at = text.kind == "claim" || text.kind == "fact" || text.kind == "question";
            if (!looked_at || text.role == content::Role::cited) continue;
            for (const std::string& sentence : content::sentences_of(text.text)) {
                if (rules_.certainty->catches(sentence)) find(text.kind, text.id, "typed-certainty", sentence);
            }
        }
    }

    void uncertain_statements() {
        if (!rules_.uncertain) return;
        std::set<content::ClaimId> in_questions;
        for (const auto& [id, question] : pack_.questions) {
            if (std::holds_alternative<content::ClaimVerdict>(question.authored))
                in_questions.insert(question.exercises.claims.begin(), question.exercises.claims.end());
        }
        for (const auto& [id, claim] : pack_.claims) {
            if ((claim.askable || in_questions.contains(id)) && rules_.uncertain->catches(claim.statement))
                find("claim", id.value, "uncertain-statement", claim.statement);
        }
    }

    // ---------------------------------------------------------------------------------------------- steps, units

    void order_cues() {
        if (!rules_.order_cue) return;
        for (const auto& [id, mechanism] : pack_.mechanisms) {
            if (!mechanism.askable) continue;
            for (const content::Step& step : mechanism.steps) {
                const bool in_text = rules_.order_cue->catches(step.text);
                if (in_text || rules_.order_cue->catches(step.short_text))
                    find("mechanism", id.value, "order-cue", in_text ? step.text : step.short_text);
            }
        }
        for (const auto& [id, question] : pack_.questions) {
            const auto* items = std::get_if<content::Items>(&question.authored);
            if (items == nullptr) continue;
            for (const std::string& item : items->items) {
                if (rules_.order_cue->catches(item)) find("question", id.value, "order-cue", item);
            }
        }
    }

    /// Returns whether a text contains a word that is not part of a longer one.
    static bool has_word(const std::string& text, const std::string& word) {
        const auto is_letter = [&](std::size_t at) {
            return at < text.size() && std::isalpha(static_cast<unsigned char>(text[at])) != 0;
        };
        for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
            if ((at == 0 || !is_letter(at - 1)) && !is_letter(at + word.size())) return true;
        }
        return false;
    }

    /// Returns whether a prompt names a unit: each word of it, or the words that the language has for it.
    [[nodiscard]] bool names_unit(const std::string& prompt, const std::string& unit) const {
        bool all = true;
        for (std::size_t from = 0; all && from < unit.size();) {
            const std::size_t end = std::min(unit.find(' ', from), unit.size());
            all = has_word(prompt, unit.substr(from, end - from));
            from = end + 1;
        }
        if (all) return true;
        return std::any_of(rules_.units.begin(), rules_.units.end(),
                           [&](const auto& worded) { return worded.first == unit && worded.second.is_in(prompt); });
    }

    void units() {
        for (const auto& [id, question] : pack_.questions) {
            const auto* quantity = std::get_if<content::Quantity>(&question.authored);
            if (quantity != nullptr && !quantity->unit.empty() && !names_unit(question.prompt, quantity->unit))
                find("question", id.value, "no-unit", quantity->unit);
        }
        for (const auto& [id, made] : pack_.templates) {
            const bool estimate = made.kind == content::TemplateKind::estimate;
            if (!estimate && made.kind != content::TemplateKind::convert) continue;
            const auto attribute = pack_.attributes.find(made.attribute);
            const std::string& unit =
                !estimate || attribute == pack_.attributes.end() ? made.unit : attribute->second.unit;
            // A unit that stands beside the given amount says nothing about the unit of the answer.
            std::string prompt = made.prompt;
            if (const std::size_t given = prompt.find("{amount} " + unit); given != std::string::npos && !unit.empty())
                prompt.erase(given, ("{amount} " + unit).size());
            if (!unit.empty() && !names_unit(prompt, unit)) find("template", id.value, "no-unit", unit);
        }
    }

    // ---------------------------------------------------------------------------------------------- reasons, hints

    void repeated_reasons() {
        std::map<std::string, std::vector<std::string>> questions; // by reason
        std::map<std::string, std::string> written;
        for (const auto& [id, question] : pack_.questions) {
            const auto* authored = std::get_if<content::Choices>(&question.authored);
            if (authored == nullptr) continue;
            for (const content::AuthoredChoice& choice : authored->choices) {
                if (choice.why.empty()) continue;
                const std::string reason = folded(choice.why);
                questions[reason].push_back(id.value);
                written.emplace(reason, choice.why);
            }
        }
        for (const auto& [reason, at] : questions) {
            if (at.size() <= most_repeated) continue;
            std::string others;
            const std::set<std::string> each(at.begin(), at.end());
            for (const std::string& id : each) others += (others.empty() ? "" : ", ") + id;
            find("question", at.front(), "repeated-why", written.at(reason)).args = {
                {"count", std::to_string(at.size())}, {"questions", others}};
        }
    }

    void missing_hints() {
        for (const auto& [id, question] : pack_.questions) {
            // A hint at a statement would tell whether it is true.
            if (question.difficulty < 2 || !question.hints.empty() || question.kind == content::Kind::true_false ||
                !content::row_of(question.kind).is_marked)
                continue;
            find("question", id.value, "no-hint", std::to_string(question.difficulty)).is_remark = true;
        }
    }

    const content::Pack& pack_;
    const content::WordingRules& rules_;
    std::vector<Finding> findings_;
};

/// Returns the logarithm of the number of ways to choose `some` of `all`.
double log_choose(int all, int some) {
    return std::lgamma(all + 1.0) - std::lgamma(some + 1.0) - std::lgamma(all - some + 1.0);
}

} // namespace

double chance_of_difference(int few, int all, int others, int all_others) {
    const int with = few + others;
    const auto chance_of = [&](int count) {
        return std::exp(log_choose(all, count) + log_choose(all_others, with - count) -
                        log_choose(all + all_others, with));
    };
    const double seen = chance_of(few);
    double chance = 0;
    for (int count = std::max(0, with - all_others); count <= std::min(all, with); ++count) {
        const double one = chance_of(count);
        if (one <= seen * (1 + 1e-9)) chance += one;
    }
    return std::min(chance, 1.0);
}

std::vector<Finding> question_findings(const content::Pack& pack, const content::WordingRules& rules) {
    return QuestionLinter(pack, rules).run();
}

} // namespace chelate::lint
