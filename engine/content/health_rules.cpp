#include "engine/content/health_rules.hpp"

#include <array>

#include "engine/base/text.hpp"

namespace chelate::content {
namespace {

// The patterns are put together from these parts. Text is in lower case when a denial is looked for.

const std::string number =
    "(?:\\d[\\d.,]*|half an?|an?|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?: or (?:two|three|four))?"
    "(?:[ -](?:hundred|thousand))?|hundreds of|several|some)";
const std::string unit =
    "(?:(?:m|µ|μ|mc|k)?g|mL|IU|milligrams?|micrograms?|grams?|units?|capsules?|tablets?|pills?|drops?|"
    "(?:tea|table)?spoons?|(?:tea|table)?spoonfuls?|scoops?|sachets?|gumm(?:y|ies)|doses?)\\b";
const std::string amount = number + "(?: ?(?:–|-|to|or) ?\\d[\\d.,]*)?[\\s\\x{a0}\\x{202f}-]?" + unit;

/// Returns the pattern of sentences that deny a statement: "does not", "no trial, review or guideline shows that it",
/// "that it ... is not shown". A denial comes before the statement in the same clause, so that "take 400 mg, not 800"
/// is none.
/// @param statement  the words that state it, without the amount or condition
std::string denial_of(const std::string& statement) {
    const std::string before = "\\b(?:not|never|no|nobody|none|nothing|neither|nor|cannot|without|whether|hardly|"
                               "\\w+n[’']t|fails? to|failed to|far from|instead of|rather than|unlikely to|asks?|avoid|"
                               "myth that)\\b[^.;,:]*\\b" +
                               statement;
    const std::string in_list = "\\b(?:no|none|nobody|neither|nothing)\\b[^.;:]*\\b(?:shows?|shown|says?|said|found|"
                                "finds?|proves?|proven|tells?|states?|tested|suggests?|evidence|knows?|known)\\b"
                                "[^.;:]*\\b" +
                                statement;
    const std::string after = "\\b(?:that|whether|claims?|idea|belief)\\b[^.;:]*\\b" + statement +
                              "[^.;:]*\\b(?:is|are|was|were|has|have|been|remains?|stays?) "
                              "(?:not|never|no|un\\w+|wrong|false|open|a myth|another question)\\b";
    return before + "|" + in_list + "|" + after;
}

class RuleBook {
public:
    RuleBook() {
        add_amounts();
        add_pregnancy();
        add_cures();
    }
    std::vector<WordingRule> rules;

private:
    /// Compiles a pattern of this file.
    static Pattern compiled(const std::string& pattern) { return Pattern::compile(pattern).value(); }

    void add(const char* id, const char* why, const std::string& pattern, const Pattern& unless) {
        rules.push_back({id, why, compiled(pattern), unless});
    }

    /// Adds the rules on telling a person to take an amount.
    void add_amounts() {
        const Pattern unless = compiled(
            denial_of("(?:take|taken|swallow|use|used|have|drink|chew|start with|begin with|aim|get|consume|give|given|"
                      "recommend|advise|suggest|prescribe|dose|dosage|amount|enough|need)") +
            "|\\b(?:had|were|was|asked|told|those|people) to take\\b");
        const auto add_one = [&](const std::string& pattern) {
            add("health-amount", "it tells a person to take an amount", pattern, unless);
        };
        const std::string ordered = "(?:^|\\b(?:should|must|ought to|need to|have to|please|just|simply|always|you can|"
                                    "you could|you may|you might|better) )";
        const std::string clause =
            "(?:[,;:–—(“\"‘]\\s*|\\b(?:and|or|then|also|to|can|may|will|would|you|we|daily|now) )";
        const std::string takes =
            "(?:take|swallow|chew|ingest|inject|start with|begin with|aim for|stick to|suppl\\w+ with)";
        const std::string uses = "(?:use|have|drink|eat|try|go for|get|consume|give (?:\\w+ )+|increase (?:\\w+ )*to)";
        const std::string gap = "\\s?[^.;:]{0,25}?\\b";
        add_one("(?:" + ordered + "|" + clause + ")" + takes + gap + amount);
        add_one(ordered + uses + gap + amount);
        add_one(amount + "[^.;]*\\b(?:should|must|can|may|ought to|is to|are to|has to|needs? to) be "
                         "(?:taken|swallowed|used|given)");
        add_one("\\b(?:I|we|doctors|physicians|experts|pharmacists|dietitians|nutritionists)(?: \\w+){0,2} "
                "(?:recommend|advise|suggest|prescribe)\\b[^.;]*\\b" +
                amount);
        add_one("\\b(?:ideal|optimal|optimum|best|right|correct|proper|safe|recommended|starting) (?:\\w+ )?"
                "(?:dose|dosage|amount)\\b[^.;]*(?: is| are|:| of) (?:about |around )?" +
                amount);
        add_one(amount + "[^.;]{0,40}\\b(?:is|are|will be) (?:ideal|best|right for|recommended|advised|fine|"
                         "all you need|what you need|(?:enough|plenty|sufficient) (?:for|a day|each|every))\\b");
        add_one(amount + " (?:a day|daily|per day|every day|each day|a night)[^.;]{0,30} (?:is|are) "
                         "(?:enough|plenty|sufficient)\\b");
        add_one("\\b(?:you|your body) needs? [^.;]{0,25}\\b" + amount);
    }

    /// Adds the rules on promising safety in pregnancy.
    void add_pregnancy() {
        const std::string pregnant = "\\b(?:pregnan\\w*|expectant|expecting (?:a baby|mothers?|women)|mothers?-to-be|"
                                     "unborn|f(?:o)?etus|breast-?feed\\w*|nursing (?:mothers?|women))";
        const std::string safe = "\\b(?:safe|safely|safest|harmless|harmlessly|risk-free|free of (?:risks?|danger))\\b";
        const std::string no_risk =
            "\\b(?:poses? no \\w+|(?:no|without(?: any)?) (?:known )?(?:risks?|dangers?|harm|worry|"
            "concerns?)|not (?:harmful|dangerous|risky)|(?:does|do) no harm)\\b";
        const auto add_one = [&](const std::string& promise, const std::string& unless) {
            add("health-pregnancy", "it says that something is safe in pregnancy",
                promise + "[^.;]*" + pregnant + "|" + pregnant + "[^.;]*" + promise, compiled(unless));
        };
        add_one(safe, denial_of("(?:safe|safely|safest|harmless|harmlessly|risk-free|free of)\\b") +
                          "|\\b(?:what|which|how|if it) is safe|\\bsafe (?:upper|limits?|levels?|maximum)");
        // These promises look like denials themselves, so only a doubt about them lets a sentence pass.
        add_one(no_risk, "\\b(?:whether|nobody|unclear|unknown|not (?:shown|known|proven|clear|tested|studied)|"
                         "(?:no|cannot|does not|do not|did not) (?:trial|study|studies|source|evidence|proof|review|"
                         "show|say|prove|mean)\\w*)\\b");
    }

    /// Adds the rules on promising a cure.
    void add_cures() {
        const Pattern unless = compiled(
            denial_of("(?:cur(?:es?|ed|ing)|treat(?:s|ed|ing|ment)?|heal(?:s|ed|ing)?|remedy|therapy|antidote)\\b") +
            "|\\btreats? [^.;]*\\b(?:as|like|alike|equally|the same|differently|fairly)\\b|"
            "\\b(?:sweet|salty|tasty)(?: \\w+)? treats\\b");
        const auto add_one = [&](const std::string& pattern) {
            add("health-cure", "it says that something cures or treats", pattern, unless);
        };
        add_one("\\b(?:cures?|treats|heals)\\b");
        add_one("\\b(?:can|could|may|might|will|would|should|helps?|able|used|works?|to) (?:also |even |really |to |"
                "be used to )*(?:cure|treat|heal)\\b|\\b(?:used|good|great|effective|suited) (?:for|in|at) "
                "(?:curing|treating|healing)\\b");
        add_one("\\b(?:is|are|as|offers?|provides?|makes?) (?:\\w+ ){0,4}(?:remedy|treatment|therapy|antidote) "
                "(?:for|against)\\b|\\b(?:effective|proven|natural|good|best|great|safe|powerful) (?:\\w+ )?"
                "(?:remedy|treatment|therapy) (?:for|of|against)\\b");
        add_one("\\b(?:is|are|be|gets?) (?:cured|healed|treated) (?:by|with)\\b");
    }
};

/// Phrases that look like a denial and are none.
constexpr std::array<std::string_view, 12> no_denials{
    "not only",        "not just",    "not merely", "no doubt",        "without doubt",
    "without a doubt", "never fails", "never fail", "no side effects", "without side effects",
    "not expensive",   "no matter"};

/// Returns a sentence in lower case without phrases that look like a denial and are none.
std::string without_emphasis(std::string_view sentence) {
    std::string text = folded(sentence);
    for (const std::string_view phrase : no_denials) {
        for (std::size_t at = text.find(phrase); at != std::string::npos; at = text.find(phrase, at))
            text.erase(at, phrase.size());
    }
    return text;
}

} // namespace

bool is_english(std::string_view tag) { return tag == "en" || tag.starts_with("en-"); }

const std::vector<WordingRule>& health_rules() {
    static const RuleBook book;
    return book.rules;
}

std::optional<HealthProblem> health_problem_of(const PackText& text) {
    if (text.role == Role::refuted || text.role == Role::cited) return std::nullopt;
    for (std::string& sentence : sentences_of(text.text)) {
        if (sentence.back() == '?') continue;
        const std::string plain = without_emphasis(sentence);
        for (const WordingRule& rule : health_rules()) {
            if (rule.catches(plain)) return HealthProblem{&rule, std::move(sentence)};
        }
    }
    return std::nullopt;
}

} // namespace chelate::content
