#include "engine/content/health_rules.hpp"

#include <algorithm>
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

Pattern compiled(const std::string& pattern) { return Pattern::compile(pattern).value(); }

std::vector<Pattern> all_compiled(const std::vector<std::string>& patterns) {
    std::vector<Pattern> all;
    for (const std::string& pattern : patterns) all.push_back(compiled(pattern));
    return all;
}

/// Returns the patterns of sentences that tell a person to take an amount.
std::vector<std::string> amount_statements() {
    const std::string ordered = "(?:^|\\b(?:should|must|ought to|need to|have to|please|just|simply|always|you can|"
                                "you could|you may|you might|better) )";
    const std::string clause = "(?:[,;:–—(“\"‘]\\s*|\\b(?:and|or|then|also|to|can|may|will|would|you|we|daily|now) )";
    const std::string takes =
        "(?:take|swallow|chew|ingest|inject|start with|begin with|aim for|stick to|suppl\\w+ with)";
    const std::string uses = "(?:use|have|drink|eat|try|go for|get|consume|give (?:\\w+ )+|increase (?:\\w+ )*to)";
    const std::string gap = "\\s?[^.;:]{0,25}?\\b";
    return {ordered + takes + "\\b[^.;]*\\b" + amount,
            clause + takes + gap + amount,
            ordered + uses + gap + amount,
            amount + "[^.;]*\\b(?:should|must|can|may|ought to|is to|are to|has to|needs? to) be "
                     "(?:taken|swallowed|used|given)",
            "\\b(?:I|we|doctors|physicians|experts|pharmacists|dietitians|nutritionists)(?: \\w+){0,2} "
            "(?:recommend|advise|suggest|prescribe)\\b[^.;]*\\b" +
                amount,
            "\\b(?:ideal|optimal|optimum|best|right|correct|proper|safe|recommended|starting) (?:\\w+ )?"
            "(?:dose|dosage|amount)\\b[^.;]*(?: is| are|:| of) (?:about |around )?" +
                amount,
            amount + "[^.;]{0,40}\\b(?:is|are|will be) (?:ideal|best|right for|recommended|advised|fine|all you need|"
                     "what you need|(?:enough|plenty|sufficient) (?:for|a day|each|every))\\b",
            amount + " (?:a day|daily|per day|every day|each day|a night)[^.;]{0,30} (?:is|are) "
                     "(?:enough|plenty|sufficient)\\b",
            "\\b(?:you|your body) needs? [^.;]{0,25}\\b" + amount,
            "\\b(?:your|daily|adult) (?:dose|dosage)(?: is|:) (?:about |around )?" + amount};
}

const std::string amount_denials =
    denial_of("(?:take|taken|swallow|use|used|have|drink|chew|start with|begin with|aim|get|consume|give|given|"
              "recommend|advise|suggest|prescribe|dose|dosage|amount|enough|need)") +
    "|\\b(?:had|were|was|asked|told|those|people) to take\\b|"
    "\\btake (?:part|place|away|longer|hours|days|weeks|months|years|time|into|note|care)\\b";

const std::string pregnant = "\\b(?:pregnan\\w*|expectant|expecting (?:a baby|mothers?|women)|mothers?-to-be|unborn|"
                             "f(?:o)?etus|(?:the|your) baby|breast-?feed\\w*|nursing (?:mothers?|women))";

/// Returns the patterns of sentences that say something about pregnancy.
std::vector<std::string> pregnancy_statements(const std::string& said) {
    return {said + "[^.;]*" + pregnant, pregnant + "[^.;]*" + said};
}

const std::string safe = "\\b(?:safe|safely|safest|harmless|harmlessly|risk-free|free of (?:risks?|danger)|"
                         "(?:fine|okay|ok|all right|suitable) (?:in|during|for|while|throughout))\\b";
const std::string safe_denials =
    denial_of("(?:safe|safely|safest|harmless|harmlessly|risk-free|free of|fine|okay|ok|all right|suitable)\\b") +
    "|\\b(?:what|which|how|if it) is safe|\\bsafe (?:upper|limits?|levels?|maximum)";

// This promise looks like a denial itself, so only a doubt about it lets a sentence pass.
const std::string no_risk = "\\b(?:poses? no \\w+|(?:no|without(?: any)?) (?:known )?(?:risks?|dangers?|harm|worry|"
                            "concerns?)|not (?:harmful|dangerous|risky)|(?:does|do) no harm)\\b";
const std::string no_risk_denials =
    "\\b(?:whether|nobody|unclear|unknown|not (?:shown|known|proven|clear|tested|studied)|(?:no|cannot|does not|do not|"
    "did not) (?:trial|study|studies|source|evidence|proof|review|show|say|prove|mean)\\w*)\\b";

const std::vector<std::string> cure_statements{
    "\\b(?:cures?|treats|heals)\\b",
    "\\b(?:can|could|may|might|will|would|should|helps?|able|used|works?|to) (?:also |even |really |to |be used to )*"
    "(?:cure|treat|heal)\\b|\\b(?:used|good|great|effective|suited) (?:for|in|at) (?:curing|treating|healing)\\b",
    "\\b(?:is|are|as|offers?|provides?|makes?) (?:\\w+ ){0,4}(?:remedy|treatment|therapy|antidote) (?:for|against)\\b|"
    "\\b(?:effective|proven|natural|good|best|great|safe|powerful) (?:\\w+ )?(?:remedy|treatment|therapy) "
    "(?:for|of|against)\\b",
    "\\b(?:is|are|be|gets?) (?:cured|healed|treated) (?:by|with)\\b"};
const std::string cure_denials =
    denial_of("(?:cur(?:es?|ed|ing)|treat(?:s|ed|ing|ment)?|heal(?:s|ed|ing)?|remedy|therapy|antidote)\\b") +
    "|\\btreats? [^.;]*\\b(?:as|like|alike|equally|the same|differently|fairly)\\b|"
    "\\b(?:sweet|salty|tasty)(?: \\w+)? treats\\b";

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

HealthRules::HealthRules() {
    kinds_.push_back({"health-amount", "it tells a person to take an amount", compiled(amount),
                      all_compiled(amount_statements()), compiled(amount_denials)});
    const std::string safety = "it says that something is safe in pregnancy";
    kinds_.push_back({"health-pregnancy", safety, compiled(pregnant), all_compiled(pregnancy_statements(safe)),
                      compiled(safe_denials)});
    kinds_.push_back({"health-pregnancy", safety, compiled(pregnant), all_compiled(pregnancy_statements(no_risk)),
                      compiled(no_risk_denials)});
    kinds_.push_back({"health-cure", "it says that something cures or treats",
                      compiled("cur(?:e|ing)|treat|heal|remedy|therapy|antidote"), all_compiled(cure_statements),
                      compiled(cure_denials)});
}

std::optional<HealthProblem> HealthRules::problem_of(const PackText& text) const {
    if (text.role == Role::refuted || text.role == Role::cited) return std::nullopt;
    for (std::string& sentence : sentences_of(text.text)) {
        if (sentence.back() == '?') continue;
        const std::string plain = without_emphasis(sentence);
        for (const Kind& kind : kinds_) {
            if (!kind.topic.is_in(plain)) continue;
            const bool stated = std::any_of(kind.statements.begin(), kind.statements.end(),
                                            [&](const Pattern& statement) { return statement.is_in(plain); });
            if (stated && !kind.denial.is_in(plain)) return HealthProblem{kind.code, kind.why, std::move(sentence)};
        }
    }
    return std::nullopt;
}

} // namespace chelate::content
