#include "game/lint/lint.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <unordered_set>
#include <variant>

#include "engine/base/scripts.hpp"
#include "engine/base/text.hpp"
#include "engine/content/health_rules.hpp"
#include "engine/quiz/maker.hpp"
#include "engine/quiz/pool.hpp"
#include "game/lint/english.hpp"
#include "game/lint/facts.hpp"
#include "game/lint/figures.hpp"
#include "game/lint/missing_scripts.hpp"
#include "game/lint/questions.hpp"
#include "game/lint/rounds.hpp"

namespace chelate::lint {

namespace {

using content::PackText;
using content::Place;
using content::Role;

constexpr std::size_t longest_prompt = 140;
constexpr std::size_t longest_choice = 60;
constexpr double most_alike = 0.8;            ///< share of their words that two texts have in common
constexpr std::size_t fewest_words = 6;       ///< shortest text that is compared with others, in words
constexpr std::size_t most_compared = 100;    ///< earlier texts with which one text is compared
constexpr std::uint64_t seeds_for_reach = 10; ///< questions made of each candidate to see what it can ask
constexpr double hardest_to_read = 70;        ///< LIX (Björnsson 1968): above 60 is very difficult
constexpr std::size_t long_word = 7;          ///< letters; LIX counts words from this length as long
constexpr std::size_t words_for_reading = 25;

std::vector<std::string> words_in(const std::string& text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : folded(text)) {
        const bool letter = static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0;
        if (letter) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

/// Returns the words that contain a digit.
std::vector<std::string> numbers_in(const std::vector<std::string>& words) {
    std::vector<std::string> numbers;
    std::copy_if(words.begin(), words.end(), std::back_inserter(numbers),
                 [](const std::string& word) { return word.find_first_of("0123456789") != std::string::npos; });
    return numbers;
}

class Linter {
public:
    Linter(const content::Pack& pack, const LintBasis& basis, const std::string& today)
        : pack_(pack), basis_(basis), today_(today), texts_(content::texts_of(pack)) {}

    std::vector<Finding> run() && {
        sources();
        review_dates();
        lengths();
        near_duplicates();
        reading_level();
        models();
        reach();
        wording();
        health();
        style();
        for (Finding& finding : question_findings(pack_, basis_)) findings_.push_back(std::move(finding));
        for (Finding& finding : round_findings(pack_)) findings_.push_back(std::move(finding));
        for (Finding& finding : fact_findings(pack_, basis_)) findings_.push_back(std::move(finding));
        for (Finding& finding : figure_findings(pack_)) findings_.push_back(std::move(finding));
        names();
        images();
        looks();
        return std::move(findings_);
    }

private:
    void find(const std::string& kind, const std::string& id, std::string code, std::string detail = {},
              std::string sentence = {}) {
        findings_.push_back({kind, id, std::move(code), std::move(detail), std::move(sentence), {}, false});
    }
    void find(const PackText& text, std::string code, std::string detail = {}, std::string sentence = {}) {
        find(text.kind, text.id, std::move(code), std::move(detail), std::move(sentence));
    }

    // ------------------------------------------------------------------------------------------- sources and dates

    [[nodiscard]] bool is_read(const std::vector<content::SourceId>& sources) const {
        return std::any_of(sources.begin(), sources.end(), [&](const content::SourceId& id) {
            const content::Source& source = pack_.sources.at(id);
            return source.checked != content::Checked::general_knowledge || computed_from_.contains(id);
        });
    }

    /// Finds items that may be asked but rest on no source that somebody has read.
    void sources() {
        for (const auto& [id, fact] : pack_.facts) {
            if (fact.derived) computed_from_.insert(fact.sources.begin(), fact.sources.end());
        }
        for (const auto& [id, fact] : pack_.facts) {
            if (fact.askable && !is_read(fact.sources)) find("fact", id.value, "no-read-source");
        }
        for (const auto& [id, mechanism] : pack_.mechanisms) {
            if (mechanism.askable && !is_read(mechanism.sources)) find("mechanism", id.value, "no-read-source");
        }
        for (const auto& [id, claim] : pack_.claims) {
            if (claim.askable && !is_read(claim.sources)) find("claim", id.value, "no-read-source");
        }
        for (const auto& [id, question] : pack_.questions) {
            if (question.unsourced && content::row_of(question.kind).is_marked) find("question", id.value, "unsourced");
        }
    }

    void review_dates() {
        if (!pack_.review_by.empty() && pack_.review_by < today_)
            find("pack", pack_.id, "past-review", pack_.review_by);
        for (const auto& [id, fact] : pack_.facts) {
            if (!fact.review_by.empty() && fact.review_by < today_)
                find("fact", id.value, "past-review", fact.review_by);
        }
        for (const auto& [id, claim] : pack_.claims) {
            if (!claim.review_by.empty() && claim.review_by < today_)
                find("claim", id.value, "past-review", claim.review_by);
        }
    }

    // ------------------------------------------------------------------------------------------------- lengths

    void lengths() {
        for (const PackText& text : texts_) {
            const std::size_t length = code_points(text.text);
            if (text.place == Place::prompt && length > longest_prompt)
                find(text, "long-prompt", std::to_string(length));
            if (text.place == Place::choice && length > longest_choice)
                find(text, "long-choice", std::to_string(length));
        }
    }

    // --------------------------------------------------------------------------------------------- alike, readable

    /// Returns whether the first is a question about the second, a claim. Such a question repeats the claim on purpose.
    [[nodiscard]] bool asks_about(const PackText& question, const PackText& claim) const {
        if (question.kind != "question" || claim.kind != "claim") return false;
        const auto& claims = pack_.questions.at(content::QuestionId{question.id}).exercises.claims;
        return std::find(claims.begin(), claims.end(), content::ClaimId{claim.id}) != claims.end();
    }

    /// Finds texts that share most of their words. Only texts that share a rare word and have the same numbers are
    /// compared, and one text with only so many others, so that the work grows with the number of texts.
    void near_duplicates() {
        std::vector<const PackText*> texts;
        std::vector<std::vector<std::string>> words;
        std::map<std::string, std::size_t> frequency;
        for (const PackText& text : texts_) {
            if (text.place != Place::prompt || (text.kind != "question" && text.kind != "claim")) continue;
            std::vector<std::string> own = words_in(text.text);
            std::sort(own.begin(), own.end());
            own.erase(std::unique(own.begin(), own.end()), own.end());
            if (own.size() < fewest_words) continue;
            for (const std::string& word : own) ++frequency[word];
            texts.push_back(&text);
            words.push_back(std::move(own));
        }
        std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> by_word; // by numbers and word
        for (std::size_t i = 0; i < texts.size(); ++i) {
            std::vector<std::string> rarest = words[i];
            std::sort(rarest.begin(), rarest.end(), [&](const auto& a, const auto& b) {
                return std::pair(frequency[a], a) < std::pair(frequency[b], b);
            });
            const std::size_t kept =
                rarest.size() - static_cast<std::size_t>(most_alike * static_cast<double>(rarest.size())) + 1;
            std::set<std::size_t> candidates;
            std::string numbers; // what is asked, where numbers differ
            for (const std::string& number : numbers_in(words[i])) numbers += number + ' ';
            for (std::size_t w = 0; w < std::min(kept, rarest.size()); ++w) {
                std::vector<std::size_t>& before = by_word[{numbers, rarest[w]}];
                const std::size_t compared = std::min(before.size(), most_compared);
                candidates.insert(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(compared));
                before.push_back(i);
            }
            for (const std::size_t other : candidates) {
                if (asks_about(*texts[i], *texts[other]) || asks_about(*texts[other], *texts[i])) continue;
                if (texts[other]->kind == texts[i]->kind && texts[other]->id == texts[i]->id)
                    continue; // a claim and its twin differ in one thing on purpose
                std::vector<std::string> common;
                std::set_intersection(words[i].begin(), words[i].end(), words[other].begin(), words[other].end(),
                                      std::back_inserter(common));
                const double all = static_cast<double>(words[i].size() + words[other].size() - common.size());
                if (static_cast<double>(common.size()) / all >= most_alike)
                    find(*texts[i], "near-duplicate", texts[other]->kind + " " + texts[other]->id);
            }
        }
    }

    void reading_level() {
        for (const PackText& text : texts_) {
            if (text.role == Role::cited || text.place == Place::choice) continue;
            const std::vector<std::string> words = words_in(text.text);
            if (words.size() < words_for_reading) continue;
            const auto long_ones = std::count_if(
                words.begin(), words.end(), [](const std::string& word) { return code_points(word) >= long_word; });
            const auto sentences =
                static_cast<double>(std::max<std::size_t>(1, content::sentences_of(text.text).size()));
            const double lix = static_cast<double>(words.size()) / sentences +
                               100.0 * static_cast<double>(long_ones) / static_cast<double>(words.size());
            if (lix > hardest_to_read) find(text, "hard-to-read", std::to_string(static_cast<int>(lix)));
        }
    }

    // -------------------------------------------------------------------------------------------------------- reach

    /// Returns whether everything that may be asked is among the items.
    [[nodiscard]] bool reaches_all(const std::set<ItemId>& reached) const {
        const auto all_in = [&](const auto& known) {
            return std::all_of(known.begin(), known.end(), [&](const auto& one) {
                return !one.second.askable || reached.contains(content::item_of(one.first));
            });
        };
        return all_in(pack_.facts) && all_in(pack_.claims) && all_in(pack_.mechanisms);
    }

    // ------------------------------------------------------------------------------------------------------- models

    /// Returns which inputs an output depends on, directly or through earlier outputs.
    static std::set<std::size_t> inputs_of(const content::Model& model, std::size_t output) {
        std::set<std::size_t> found;
        for (const std::size_t name : model.outputs[output].compiled.used()) {
            if (name < model.inputs.size()) found.insert(name);
            else found.merge(inputs_of(model, name - model.inputs.size()));
        }
        return found;
    }

    void models() {
        for (const auto& [id, model] : pack_.models) {
            if (model.leaves_out.empty()) find("model", id.value, "leaves-nothing-out");
            std::set<std::size_t> used;
            for (std::size_t output = 0; output < model.outputs.size(); ++output) used.merge(inputs_of(model, output));
            for (std::size_t input = 0; input < model.inputs.size(); ++input) {
                if (!used.contains(input)) find("model", id.value, "input-without-effect", model.inputs[input].id);
            }
            if (!inputs_of(model, model.plot_y).contains(model.plot_x))
                find("model", id.value, "flat-plot", model.outputs[model.plot_y].id);
        }
    }

    /// Finds items that may be asked but never are, either by a written question or by any template over many seeds.
    void reach() {
        std::set<ItemId> reached;
        for (const auto& [id, question] : pack_.questions) {
            for (const auto& one : question.exercises.facts) reached.insert(content::item_of(one));
            for (const auto& one : question.exercises.claims) reached.insert(content::item_of(one));
            for (const auto& one : question.exercises.mechanisms) reached.insert(content::item_of(one));
        }
        content::Round round;
        round.id = content::RoundId{"all"};
        for (const auto& [id, made] : pack_.templates) round.templates.push_back(id);
        if (!round.templates.empty()) {
            if (const auto maker = quiz::QuestionMaker::make(pack_, round, 0)) {
                const std::size_t candidates = maker->candidates().size();
                // What a candidate leaves open, such as its distractors, is drawn anew with each seed.
                for (std::uint64_t seed = 0; seed < seeds_for_reach && !reaches_all(reached); ++seed) {
                    for (std::size_t i = 0; i < candidates; ++i) {
                        for (ItemId& item : quiz::items_of(maker->question_of(i, stream_of(i, seed).next())))
                            reached.insert(std::move(item));
                    }
                }
            }
        }
        const auto tell = [&](const std::string& kind, const auto& id) {
            if (!reached.contains(content::item_of(id))) find(kind, id.value, "never-asked");
        };
        for (const auto& [id, fact] : pack_.facts) {
            if (fact.askable) tell("fact", id);
        }
        for (const auto& [id, claim] : pack_.claims) {
            if (claim.askable) tell("claim", id);
        }
        for (const auto& [id, mechanism] : pack_.mechanisms) {
            if (mechanism.askable) tell("mechanism", id);
        }
    }

    // ------------------------------------------------------------------------------------------------------ wording

    void wording() {
        for (const PackText& text : texts_) {
            for (const std::string& sentence : content::sentences_of(text.text)) {
                if (basis_.strong && text.role == Role::stated && basis_.strong->is_in(sentence) && !carries(text))
                    find(text, "stronger-than-grade", sentence);
                for (const content::NeverRule& rule : basis_.never) {
                    const bool looked_at = text.role == Role::stated || (rule.asked_too && text.role == Role::asked) ||
                                           (rule.refuted_too && text.role == Role::refuted);
                    if (!looked_at || !rule.pattern.is_in(sentence) || (rule.unless && rule.unless->is_in(sentence)))
                        continue;
                    find(text, rule.id, sentence, rule.why);
                }
            }
        }
    }

    /// Returns whether a text may use strong words: only a claim of high certainty may.
    [[nodiscard]] bool carries(const PackText& text) const {
        if (text.kind != "claim") return false;
        const content::Claim& claim = pack_.claims.at(content::ClaimId{text.id});
        return claim.grade && claim.grade->certainty == content::Certainty::high;
    }

    /// Finds what a pack with rules on health would be refused for. The rules are in English.
    void health() {
        if (!content::is_english(pack_.language)) return;
        const content::HealthRules rules;
        for (const PackText& text : texts_) {
            if (const auto problem = rules.problem_of(text)) find(text, problem->code, problem->sentence, problem->why);
        }
    }

    void style() {
        for (const PackText& text : texts_) {
            if (text.role == Role::cited) continue;
            for (const StyleFinding& found : style_findings(text.text, TextPlace::pack, basis_)) {
                find(text, found.code, found.detail, found.better);
                findings_.back().is_remark = true;
            }
        }
    }

    void names() {
        if (basis_.unnamed.empty()) return;
        constexpr std::size_t longest_name = 6; // words
        const std::unordered_set<std::string> unnamed(basis_.unnamed.begin(), basis_.unnamed.end());
        for (const PackText& text : texts_) {
            const std::vector<std::string> words = words_in(text.text);
            for (std::size_t from = 0; from < words.size(); ++from) {
                std::string name;
                for (std::size_t length = 0; length < longest_name && from + length < words.size(); ++length) {
                    name += (length > 0 ? " " : "") + words[from + length];
                    if (unnamed.contains(content::fingerprint_of_name(name))) find(text, "unnamed", name);
                }
            }
        }
    }

    void images() {
        const auto check = [this](const char* kind, const std::string& id, const content::Image& image) {
            if (!image.file.empty() && image.alt.empty()) find(kind, id, "image-without-alt", image.file);
        };
        for (const auto& [id, subject] : pack_.subjects) check("subject", id.value, subject.image);
        for (const auto& [id, question] : pack_.questions) {
            check("question", id.value, question.image);
            const auto* choices = std::get_if<content::Choices>(&question.authored);
            if (choices == nullptr) continue;
            for (const content::AuthoredChoice& choice : choices->choices) check("question", id.value, choice.image);
        }
    }

    void looks() {
        for (const PackText& text : texts_) {
            if (basis_.undrawable) {
                for (const char32_t sign : basis_.undrawable(text.text)) {
                    if (script_of(sign) != nullptr) continue; // said once for the whole pack
                    std::ostringstream code;
                    code << "U+" << std::hex << std::uppercase << static_cast<std::uint32_t>(sign);
                    find(text, "no-glyph", code.str());
                }
            }
            if (basis_.too_large && basis_.too_large(text.text, text.place)) find(text, "does-not-fit", text.text);
        }
        if (!basis_.undrawable) return;
        const auto can_show = [this](std::string_view letters) { return basis_.undrawable(letters).empty(); };
        for (const Script* script : missing_scripts(pack_, can_show)) {
            findings_.push_back({.kind = "pack",
                                 .id = pack_.id,
                                 .code = "missing-font",
                                 .detail = std::string(script->name),
                                 .args = {{"package", std::string(script->package)}}});
        }
    }

    const content::Pack& pack_;
    const LintBasis& basis_;
    const std::string& today_;
    std::vector<PackText> texts_;
    /// Sources of facts that the program computes again. These need nobody to have read them.
    std::set<content::SourceId> computed_from_;
    std::vector<Finding> findings_;
};

} // namespace

std::vector<Finding> lint(const content::Pack& pack, const LintBasis& basis, const std::string& today) {
    return Linter(pack, basis, today).run();
}

} // namespace chelate::lint
