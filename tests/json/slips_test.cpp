// Tests what people are told about common slips: one sentence that says what to write, at the right place.
#include <doctest/doctest.h>

#include "engine/json/document.hpp"

using namespace chelate::json;

namespace {

struct SlipRow {
    std::string text;
    std::string told; ///< "line:column sentence"
};

void check_slips(const std::vector<SlipRow>& rows) {
    for (const SlipRow& row : rows) {
        CAPTURE(row.text);
        std::vector<Problem> problems;
        CHECK_FALSE(Document::parse("f.json", row.text, problems));
        REQUIRE(problems.size() == 1);
        const Problem& first = problems.front();
        CHECK(first.code == "syntax");
        CHECK(std::to_string(first.at.line) + ':' + std::to_string(first.at.column) + ' ' + first.message == row.told);
    }
}

const std::string comment_sentence =
    R"(JSON has no comments; write a key that begins with '//', such as "// note": "...")";
const std::string early_end_sentence =
    R"(the text ends at this quotation mark; if it belongs to the text, write \" in its place)";
const std::string curly_sentence = "use straight double quotes (\") around texts and keys, not curly ones";
const std::string curly_end_sentence = "this curly quotation mark does not end the text; write a straight one (\")";
const std::string dash_sentence = "write -5 with the hyphen of your keyboard; this is a longer dash";

} // namespace

TEST_SUITE("json/slips") {
    TEST_CASE("a number as people write it is answered with the number as JSON writes it") {
        check_slips({
            {R"({"a": 57,9})", "1:7 write 57.9, with a point instead of the comma"},
            {R"({"a": 57,9, "b": 1})", "1:7 write 57.9, with a point instead of the comma"},
            {R"({"a": 0,125})", "1:7 write 0.125, with a point instead of the comma"},
            {R"({"a": 12,104})",
             "1:7 write 12104, with nothing between the thousands (or 12.104 if the comma is a decimal one)"},
            {R"({"a": 1,234,567})", "1:7 write 1234567, with nothing between the thousands"},
            {R"({"a": 12 104})", "1:7 write 12104, with nothing between the thousands"},
            {R"({"a": 12'104})", "1:7 write 12104, with nothing between the thousands"},
            {R"({"a": 12.104.000})", "1:7 write 12104000, with nothing between the thousands"},
            {R"({"a": 007})", "1:7 write 7, without a zero in front"},
            {R"({"a": +5})", "1:7 write 5, without the plus sign"},
            {R"({"a": .5})", "1:7 write 0.5, with a digit in front of the point"},
            {R"({"a": 5.})", "1:7 write 5, without the point"},
            {R"({"a": 5-10})", R"(1:7 write a range as two keys: "low": 5, "high": 10)"},
            {R"({"a": 3 x 10^5})", "1:7 write a power of ten like 1.5e6"},
            {R"({"a": 2027-06-30})", "1:7 put this text in double quotes; it is not one number"},
            {R"({"a": 1.2.3})", "1:7 this is not one number; write digits with at most one point"},
            {"{\"a\": \u22125}", "1:7 " + dash_sentence},
            {"{\"a\": \u20135}", "1:7 " + dash_sentence},
        });
    }

    TEST_CASE("a unit belongs in the attribute") {
        check_slips({
            {R"({"a": 12104%})", "1:7 write 12104; the unit '%' belongs in the attribute"},
            {"{\"a\": 464 \u00b0C}", "1:7 write 464; the unit '\u00b0C' belongs in the attribute"},
            {R"({"a": 5 km/s, "b": 1})", "1:7 write 5; the unit 'km/s' belongs in the attribute"},
            {R"([1,2 kg])", "1:4 write 2; the unit 'kg' belongs in the attribute"},
        });
    }

    TEST_CASE("a word of another language gets the word of JSON") {
        check_slips({
            {R"({"a": True})", "1:7 write true, in small letters"},
            {R"({"a": FALSE})", "1:7 write false, in small letters"},
            {R"({"a": yes})", "1:7 write true"},
            {R"({"a": None})", "1:7 'None' is not a value here; leave out the key if it has none"},
            {R"({"a": NaN})", "1:7 'NaN' is not a number; write the number, or leave out this item"},
            {R"({"a": -Infinity})", "1:7 'Infinity' is not a number; write the number, or leave out this item"},
            {R"({"a": cube})", "1:7 put this text in double quotes; it begins with 'cube'"},
            {R"({a: 1})", "1:2 put the key 'a' in double quotes"},
        });
    }

    TEST_CASE("a quotation mark inside a text is found where it is") {
        check_slips({
            {R"({"a": "He said "no" to it."})", "1:16 " + early_end_sentence},
            {R"({"a": "the "cube""})", "1:12 " + early_end_sentence},
            {R"({"a": ""Cube" is a word"})", "1:8 " + early_end_sentence},
            {R"({"a": "the ""cube"" is"})", "1:12 " + early_end_sentence},
            {R"({"a": "Hamlet", a play"})", "1:14 " + early_end_sentence},
            {R"({"a": ["He said "no"", "c"]})", "1:17 " + early_end_sentence},
            {R"({"a": "word""})", "1:13 this quotation mark is one too many; remove it"},
        });
    }

    TEST_CASE("quotation marks that are not straight double ones are named") {
        check_slips({
            {"{\u201ca\u201d: 5}", "1:2 " + curly_sentence},
            {"{\"a\": \u201cx\u201d}", "1:7 " + curly_sentence},
            {"{\"a\u201d: 5}", "1:4 " + curly_end_sentence},
            {"{\"a\u201d: \"x\"}", "1:4 " + curly_end_sentence},
            {"{\"a\": \"x\u201d,\n\"b\": 1}", "1:9 " + curly_end_sentence},
            {"{'a': 1}", "1:2 use straight double quotes (\") around texts and keys, not single ones"},
        });
    }

    TEST_CASE("a missing comma is told where it belongs, between items as inside one") {
        check_slips({
            {"{\"a\":1\n \"b\":2}", "1:7 a comma is missing here"},
            {"{\"a\":\"x\"\n \"b\":2}", "1:9 a comma is missing here"},
            {"[{\"a\":1}\n {\"b\":2}]", "1:9 a comma is missing here"},
            {"[\"a\" \"b\"]", "1:5 a comma is missing here"},
            {"[1 2]", "1:3 a comma is missing here"},
            {"[100 200]", "1:5 a comma is missing here"},
            {"{\"a\":1;\"b\":2}", "1:7 write a comma, not a semicolon"},
            {"[1,,2]", "1:4 there is one comma too many; remove it"},
            {"{\"a\" 1}", "1:5 a colon is missing here"},
            {"{\"a\"= 1}", "1:5 write a colon, not an equals sign"},
        });
    }

    TEST_CASE("comments, tabs and wrong brackets get the sentence with the mend") {
        check_slips({
            {"{\"a\": 1 // x\n}", "1:9 " + comment_sentence},
            {"{\"a\": 1, # x\n}", "1:10 " + comment_sentence},
            {"{\"a\": \"b\tc\"}", "1:9 a text cannot contain a tab; write a space instead"},
            {"[1}", "1:3 a list ends with ']', not '}'; a bracket is missing or is the wrong one"},
            {"{\"a\":1]", "1:7 an object ends with '}', not ']'; a bracket is missing or is the wrong one"},
        });
    }

    TEST_CASE("a tab that is written as an escape gets the same advice") {
        std::vector<Problem> problems;
        const auto document = Document::parse("f.json", R"({"a": "b\tc"})", problems);
        REQUIRE(document);
        ObjectReader reader(*document, document->root(), "a fact", problems);
        CHECK_FALSE(reader.string("a"));
        REQUIRE(problems.size() == 1);
        CHECK(problems.front().message == "'a' of a fact contains a tab; write a space instead");
    }
}
