// A small pack and questions made by hand, with characters that must be escaped.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "engine/content/pack.hpp"
#include "engine/quiz/question.hpp"
#include "engine/text/language.hpp"

namespace chelate::test {

inline const text::Language& words() {
    static const text::Language language = text::Language::load(CHELATE_SOURCE_DIR "/assets/i18n/en.json").value();
    return language;
}

inline content::Pack sample_pack() {
    content::Pack pack;
    pack.name = "Water & <salt>";
    pack.version = "1.2";
    pack.language = "en";
    pack.disclaimer = "This is no \"advice\".";
    pack.words.verdicts[static_cast<std::size_t>(content::Verdict::supported)] = "well supported";
    pack.topics = {{content::TopicId{"seas"}, "Seas & lakes"}};
    content::Source source;
    source.id = content::SourceId{"survey"};
    source.authors = "Doe";
    source.title = "A survey of <seas>";
    pack.sources.emplace(source.id, source);
    return pack;
}

/// Returns a question with three options, of which the second is right.
inline quiz::Question sample_question(std::string id = "saltiest") {
    quiz::Question question;
    question.id = std::move(id);
    question.topic = content::TopicId{"seas"};
    question.prompt = "Which <sea>\nis saltiest?";
    question.interaction = quiz::PickOne{{{"The <North> Sea"}, {"The Dead Sea"}, {"The Baltic Sea"}}, 1};
    question.explanation = "It has no outflow & much sun.";
    question.claims = {content::ClaimId{"dead-sea"}};
    question.sources = {{content::SourceId{"survey"}, "Doe. A survey of <seas>."}};
    return question;
}

/// Returns where a text begins in another. Fails when it is not there.
inline std::size_t position(const std::string& text, const std::string& part) {
    const std::size_t found = text.find(part);
    REQUIRE_MESSAGE(found != std::string::npos, "missing: ", part);
    return found;
}

inline bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// Checks that opening a page loads nothing from elsewhere and runs nothing.
inline void check_fetches_nothing(const std::string& page) {
    for (const char* reference : {"http", "src=", "href=", "url(", "@import", "<script", "<link", "<iframe"})
        CHECK_FALSE_MESSAGE(contains(page, reference), reference);
}

/// Returns the lines of a CSV table without quoted line breaks.
inline std::vector<std::string> lines_of(const std::string& table) {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    for (std::size_t end = 0; (end = table.find("\r\n", begin)) != std::string::npos; begin = end + 2)
        lines.push_back(table.substr(begin, end - begin));
    CHECK(begin == table.size()); // the last line has its end too
    return lines;
}

} // namespace chelate::test
