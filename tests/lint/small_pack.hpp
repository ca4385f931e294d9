// A sound pack in memory for the tests of lint, and what lint finds in it.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "game/lint/lint.hpp"

namespace chelate::lint {

/// Returns a file of the repository.
inline std::string source_file(const std::string& path) {
    std::ostringstream text;
    text << std::ifstream(std::string(CHELATE_SOURCE_DIR) + "/" + path, std::ios::binary).rdbuf();
    REQUIRE_FALSE(text.str().empty());
    return text.str();
}

/// Returns the rules of English.
inline LintBasis english() {
    LintBasis basis;
    const auto wrong = content::read_language_rules("en.json", source_file("assets/lint/en.json"), basis);
    CHECK(wrong.empty());
    return basis;
}

/// Returns a sound pack in memory, to be changed in one place.
inline content::Pack pack() {
    content::Pack pack;
    pack.id = "p";
    pack.name = "P";
    pack.language = "en";
    pack.topics = {{content::TopicId{"t"}, "T"}};
    content::Source source;
    source.id = content::SourceId{"s"};
    source.checked = content::Checked::abstract;
    pack.sources.emplace(source.id, source);
    source.id = content::SourceId{"hearsay"};
    source.checked = content::Checked::general_knowledge;
    pack.sources.emplace(source.id, source);
    content::Claim claim;
    claim.id = content::ClaimId{"c"};
    claim.statement = "Water is wet to the touch.";
    claim.explanation = "It is.";
    claim.topic = content::TopicId{"t"};
    claim.verdict = content::Verdict::supported;
    claim.askable = true;
    claim.sources = {content::SourceId{"s"}};
    pack.claims.emplace(claim.id, claim);
    content::AuthoredQuestion question;
    question.id = content::QuestionId{"q"};
    question.topic = content::TopicId{"t"};
    question.prompt = "What is water like?";
    question.explanation = "Wet.";
    question.difficulty = 1;
    question.exercises.claims = {content::ClaimId{"c"}};
    content::Choices choices;
    for (const char* text : {"Wet", "Dry", "Loud"}) {
        content::AuthoredChoice choice;
        choice.text = text;
        choice.right = choices.choices.empty();
        choices.choices.push_back(choice);
    }
    question.authored = choices;
    pack.questions.emplace(question.id, question);
    return pack;
}

inline content::Claim& claim_of(content::Pack& pack) { return pack.claims.begin()->second; }
inline content::AuthoredQuestion& question_of(content::Pack& pack) { return pack.questions.begin()->second; }
inline content::Choices& choices_of(content::Pack& pack) {
    return std::get<content::Choices>(question_of(pack).authored);
}

/// Returns the codes of what lint finds, without remarks.
inline std::vector<std::string> codes(const content::Pack& pack, const LintBasis& basis = english()) {
    std::vector<std::string> codes;
    for (const Finding& finding : lint(pack, basis, "2026-11-26")) {
        if (!finding.is_remark) codes.push_back(finding.code);
    }
    return codes;
}
using Codes = std::vector<std::string>;

} // namespace chelate::lint
