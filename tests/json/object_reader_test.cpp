#include "engine/json/document.hpp"

#include <doctest/doctest.h>

using namespace chelate::json;

namespace {

/// Reads the object `text` with `read` and returns the printed problems without their excerpts.
template <class Read>
std::vector<std::string> problems_of(std::string text, Read read) {
    std::vector<Problem> problems;
    const auto document = Document::parse("f.json", std::move(text), problems);
    REQUIRE(document);
    ObjectReader reader(*document, document->root(), "a question", problems);
    read(reader);
    CHECK(reader.ok() == problems.empty());
    std::vector<std::string> lines;
    for (const Problem& problem : problems) {
        const std::string line = to_text(problem);
        lines.push_back(line.substr(0, line.find('\n')));
    }
    return lines;
}

using Lines = std::vector<std::string>;
const std::vector<std::string> kinds{"single", "order", "compare"};

} // namespace

TEST_SUITE("json/object reader") {
    TEST_CASE("an object that is as it should be is read without a word") {
        const auto lines = problems_of(
            R"({"id":"a","n":3,"x":1.5,"whole":2,"b":true,"kind":"order","list":["p","q"],"// note":1,"o":{},"r":[]})",
            [](ObjectReader& reader) {
                CHECK(reader.string("id") == "a");
                CHECK(reader.integer("n", 1, 3) == 3);
                CHECK(reader.number("x") == 1.5);
                CHECK(reader.number("whole") == 2.0);
                CHECK(reader.boolean("b") == true);
                CHECK(reader.word("kind", kinds) == 1);
                std::vector<std::size_t> offsets;
                CHECK(reader.strings("list", true, &offsets) == std::vector<std::string>{"p", "q"});
                CHECK(offsets.size() == 2);
                CHECK(reader.object("o", true));
                CHECK(reader.any("r"));
                CHECK_FALSE(reader.optional_string("absent"));
                CHECK_FALSE(reader.optional_integer("absent2", 0, 1));
                CHECK_FALSE(reader.optional_number("absent3"));
                CHECK_FALSE(reader.optional_boolean("absent4"));
                CHECK_FALSE(reader.optional_word("absent5", kinds));
                CHECK(reader.strings("absent6", false).empty());
                CHECK_FALSE(reader.array("absent7", false));
                reader.finish();
            });
        CHECK(lines == Lines{});
    }

    TEST_CASE("all problems of an object are found at once") {
        const auto lines =
            problems_of(R"({"prompt":"","anwser":1,"difficulty":9,"kind":"singel"})", [](ObjectReader& reader) {
                reader.string("id");
                reader.string("prompt");
                reader.optional_string("answer");
                reader.optional_integer("difficulty", 1, 3);
                reader.word("kind", kinds);
                reader.finish();
            });
        CHECK(lines ==
              Lines{
                  "f.json:1:1: error[missing-key]: a question needs the key 'id'",
                  "f.json:1:11: error[empty-text]: 'prompt' of a question is empty",
                  "f.json:1:38: error[out-of-range]: 'difficulty' of a question must be 1 to 3, not 9",
                  "f.json:1:47: error[unknown-word]: 'singel' is not a word for 'kind' of a question; did you mean "
                  "'single'?",
                  "f.json:1:14: error[unknown-key]: 'anwser' is not a key of a question; did you mean 'answer'?",
              });
    }

    TEST_CASE("each kind of value in the place of another is a wrong type at the value") {
        const char* const values[] = {"null", "true", "1", "1.5", "\"s\"", "[]", "{}"};
        for (const std::string value : values) {
            CAPTURE(value);
            const auto lines = problems_of("{\"k\": " + value + "}", [&](ObjectReader& reader) {
                CHECK(reader.optional_string("k").has_value() == (value == "\"s\""));
                CHECK(reader.optional_integer("k", 0, 9).has_value() == (value == "1"));
                CHECK(reader.optional_number("k").has_value() == (value == "1" || value == "1.5"));
                CHECK(reader.optional_boolean("k").has_value() == (value == "true"));
                CHECK(reader.array("k", false).has_value() == (value == "[]"));
                CHECK(reader.object("k", false).has_value() == (value == "{}"));
            });
            CHECK(lines.size() == (value == "null" ? 6 : value == "1" ? 4 : 5));
            for (const std::string& line : lines)
                CHECK(line.starts_with("f.json:1:7: error[wrong-type]: 'k' of a question must be "));
        }
    }

    TEST_CASE("a fraction is no whole number and a large one does not wrap") {
        const auto lines = problems_of(R"({"a":2.9,"b":4294967297,"c":-1,"d":2.0})", [](ObjectReader& reader) {
            CHECK_FALSE(reader.integer("a", 0, 9));
            CHECK_FALSE(reader.integer("b", 0, 9));
            CHECK_FALSE(reader.integer("c", 0, 9));
            CHECK_FALSE(reader.integer("d", 0, 9));
        });
        CHECK(lines.size() == 4);
    }

    TEST_CASE("a wrong word without a near one is told the words there are") {
        const auto lines = problems_of(R"({"kind":"essay"})", [](ObjectReader& reader) { reader.word("kind", kinds); });
        CHECK(lines ==
              Lines{"f.json:1:9: error[unknown-word]: 'essay' is not a word for 'kind' of a question; it is one of: "
                    "single, order, compare"});
    }

    TEST_CASE("text is measured in characters and may not hide anything") {
        const auto lines = problems_of("{\"a\":\"\u00e9\u00e9\u00e9\",\"b\":\"\u00e9\u00e9\u00e9\u00e9\",\"c\":"
                                       "\"x\u202ey\",\"d\":\"\\u0000\",\"e\":\"\u200b\",\"f\":\"%s ##x\"}",
                                       [](ObjectReader& reader) {
                                           CHECK(reader.string("a", 3));
                                           CHECK_FALSE(reader.string("b", 3));
                                           CHECK_FALSE(reader.string("c"));
                                           CHECK_FALSE(reader.string("d"));
                                           CHECK_FALSE(reader.string("e"));
                                           CHECK(reader.string("f"));
                                       });
        CHECK(
            lines ==
            Lines{
                "f.json:1:16: error[too-long]: 'b' of a question has 4 characters; at most 3 are allowed",
                "f.json:1:27: error[unshowable-text]: 'c' of a question contains U+202E, which cannot be shown safely; "
                "remove it",
                "f.json:1:37: error[empty-text]: 'd' of a question is empty",
                "f.json:1:50: error[empty-text]: 'e' of a question is empty",
            });
    }

    TEST_CASE("the elements of a list of strings are checked one by one") {
        const auto lines = problems_of(R"({"list":["a",1,"",null,"b"]})", [](ObjectReader& reader) {
            CHECK(reader.strings("list", true) == std::vector<std::string>{"a", "b"});
        });
        CHECK(
            lines ==
            Lines{
                "f.json:1:14: error[wrong-type]: an element of 'list' of a question must be a text in quotes, not a "
                "whole number",
                "f.json:1:16: error[empty-text]: 'list' of a question is empty",
                "f.json:1:19: error[wrong-type]: an element of 'list' of a question must be a text in quotes, not null",
            });
    }

    TEST_CASE("an element that is no object says so once") {
        const auto lines = problems_of("[1]", [](ObjectReader& reader) {
            reader.string("id");
            reader.finish();
        });
        CHECK(lines == Lines{"f.json:1:1: error[wrong-type]: a question must be an object in { }, not a list in [ ]"});
    }

    TEST_CASE("an object with a repeated key is not ok though nothing more is said") {
        std::vector<Problem> problems;
        const auto document = Document::parse("f.json", R"({"a":1,"a":2})", problems);
        REQUIRE(document);
        ObjectReader reader(*document, document->root(), "a question", problems);
        CHECK(reader.integer("a", 0, 9) == 1);
        reader.finish();
        CHECK_FALSE(reader.ok());
        CHECK(problems.size() == 1);
    }

    TEST_CASE("thousands of unknown keys are counted, not listed") {
        std::string text = "{\"a\":1";
        for (int i = 0; i < 5000; ++i) text += ",\"zz" + std::to_string(i) + "\":0";
        const auto lines = problems_of(text + "}", [](ObjectReader& reader) {
            reader.integer("a", 0, 9);
            reader.finish();
        });
        REQUIRE(lines.size() == 21);
        CHECK(lines.back() == "f.json:1:1: error[unknown-key]: 4980 more keys are not keys of a question");
    }

    TEST_CASE("a report is at the key's value, or at the object when there is no such key") {
        const auto lines = problems_of(R"({"a": 1})", [](ObjectReader& reader) {
            reader.integer("a", 0, 1);
            reader.report("a", "some-code", "one thing");
            reader.report("b", "some-code", "another");
            reader.finish();
        });
        CHECK(lines == Lines{"f.json:1:7: error[some-code]: one thing", "f.json:1:1: error[some-code]: another"});
    }
}
