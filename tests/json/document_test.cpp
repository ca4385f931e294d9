#include "engine/json/document.hpp"

#include <doctest/doctest.h>

using namespace chelate::json;

namespace {

std::vector<Problem> problems_of(std::string text) {
    std::vector<Problem> problems;
    const auto document = Document::parse("f.json", std::move(text), problems);
    return problems;
}

/// Returns "code line:column" of the only problem.
std::string verdict(std::string text) {
    const auto problems = problems_of(std::move(text));
    if (problems.empty()) return "fine";
    CHECK(problems.size() == 1);
    const Problem& first = problems.front();
    return first.code + ' ' + std::to_string(first.at.line) + ':' + std::to_string(first.at.column);
}

std::string repeated(std::string_view piece, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += piece;
    return text;
}

} // namespace

TEST_SUITE("json/document") {
    TEST_CASE("every value knows its kind, its content and its place") {
        const std::string text = R"({ "a" : [1, -2.5 , "x\ny", true,false ,null], "b":{"c":  "plain"} , "d": 1e2})";
        std::vector<Problem> problems;
        const auto document = Document::parse("f.json", text, problems);
        REQUIRE(document);
        CHECK(problems.empty());
        const Value root = document->root();
        CHECK(root.kind() == Kind::object);
        CHECK(root.size() == 3);
        CHECK(root.offset() == 0);
        const Value a = root.find("a").value();
        CHECK(a.key() == "a");
        CHECK(a.key_offset() == text.find("\"a\""));
        CHECK(a.offset() == text.find('['));
        REQUIRE(a.size() == 6);
        Value element = a.first().value();
        CHECK(element.as_integer() == 1);
        CHECK(element.as_number() == 1.0);
        element = element.next().value();
        CHECK(element.kind() == Kind::number);
        CHECK(element.as_number() == -2.5);
        CHECK(element.offset() == text.find("-2.5"));
        element = element.next().value();
        CHECK(element.as_string() == "x\ny");
        CHECK(element.offset() == text.find("\"x"));
        element = element.next().value();
        CHECK(element.as_bool());
        element = element.next().value();
        CHECK(element.offset() == text.find("false"));
        element = element.next().value();
        CHECK(element.kind() == Kind::null);
        CHECK_FALSE(element.next());
        const Value c = root.find("b")->find("c").value();
        CHECK(c.as_string() == "plain");
        CHECK(c.offset() == text.find("\"plain"));
        CHECK(root.find("d")->as_number() == 100.0);
        CHECK_FALSE(root.find("e"));
        CHECK_FALSE(a.find("e"));
        CHECK(c.size() == 0);
    }

    TEST_CASE("places are right without any white space and with every kind of it") {
        std::vector<Problem> problems;
        const std::string dense = R"([[],{},"",0,[[1]],{"k":{}}])";
        const auto document = Document::parse("f.json", dense, problems);
        REQUIRE(document);
        std::vector<std::size_t> offsets;
        for (auto value = document->root().first(); value; value = value->next()) offsets.push_back(value->offset());
        CHECK(offsets == std::vector<std::size_t>{1, 4, 7, 10, 12, 18});

        const std::string loose = "\r\n[\t\n1 ,\r\n\t\"a\" ]\n";
        const auto spaced = Document::parse("f.json", loose, problems);
        REQUIRE(spaced);
        CHECK(spaced->root().offset() == 2);
        CHECK(spaced->root().first()->offset() == loose.find('1'));
        CHECK(spaced->root().first()->next()->offset() == loose.find('"'));
    }

    TEST_CASE("a string with escapes is read as what it means, one without stays in the text") {
        std::vector<Problem> problems;
        const auto document = Document::parse("f.json", R"(["\u00e9\ud83d\ude42\\\"\/", "é🙂"])", problems);
        REQUIRE(document);
        CHECK(document->root().first()->as_string() == "é🙂\\\"/");
        const std::string_view plain = document->root().first()->next()->as_string();
        CHECK(plain == "é🙂");
        CHECK(plain.data() >= document->text().data());
        CHECK(plain.data() < document->text().data() + document->text().size());
    }

    TEST_CASE("strings stay readable when the document moves, however short the text") {
        std::vector<Problem> problems;
        auto first = Document::parse("f.json", R"({"k":"\n"})", problems);
        REQUIRE(first);
        const Document moved = std::move(*first);
        first.reset();
        CHECK(moved.root().find("k")->as_string() == "\n");
        CHECK(moved.root().first()->key() == "k");
    }

    TEST_CASE("a byte order mark is skipped and takes no column") {
        CHECK(verdict("\xEF\xBB\xBF{}") == "fine");
        CHECK(verdict("\xEF\xBB\xBF[x]") == "syntax 1:2");
        CHECK(verdict("\xEF\xBB\xBF") == "syntax 1:1");
    }

    TEST_CASE("what is no JSON is refused at the place where it stops being JSON") {
        struct Row {
            std::string_view name;
            std::string text;
            std::string expected;
        };
        const Row rows[] = {
            {"empty", "", "syntax 1:1"},
            {"white space only", " \n\t ", "syntax 2:3"},
            {"garbage after the value", "{}\nx", "syntax 2:1"},
            {"a second value", "1 2", "syntax 1:3"},
            {"trailing comma in an array", "[1,\n]", "syntax 2:1"},
            {"trailing comma in an object", "{\"a\":1,}", "syntax 1:8"},
            {"line comment", "{ // x\n}", "syntax 1:3"},
            {"block comment", "[1, /* x */ 2]", "syntax 1:5"},
            {"single quotes", "{'a':1}", "syntax 1:2"},
            {"NaN", "[NaN]", "syntax 1:2"},
            {"Infinity", "[-Infinity]", "syntax 1:2"},
            {"missing colon", "{\"a\" 1}", "syntax 1:5"},
            {"missing comma", "{\"a\":1\n \"b\":2}", "syntax 1:7"},
            {"missing value", "{\"a\":}", "syntax 1:6"},
            {"unquoted key", "{a:1}", "syntax 1:2"},
            {"two commas", "[1,,2]", "syntax 1:4"},
            {"leading zero", "[01]", "syntax 1:2"},
            {"leading plus", "[+1]", "syntax 1:2"},
            {"half a number", "[1.]", "syntax 1:2"},
            {"hexadecimal", "[0x1]", "syntax 1:2"},
            {"wrong bracket", "[1}", "syntax 1:3"},
            {"never closed", "{\"a\": [1, 2", "syntax 1:12"},
            {"string never closed", "[\"abc", "syntax 1:2"},
            {"line break in a string", "[\"ab\nc\"]", "syntax 1:5"},
            {"tab in a string", "[\"ab\tc\"]", "syntax 1:5"},
            {"unknown escape", R"(["a\q"])", "syntax 1:4"},
            {"short \\u", R"(["\u12"])", "syntax 1:3"},
            {"lone high surrogate", R"(["\ud800"])", "syntax 1:3"},
            {"lone low surrogate", R"(["x\udc00"])", "syntax 1:4"},
            {"wrong capitals", "[True]", "syntax 1:2"},
            {"columns are code points", "[\"é🙂\", x]", "syntax 1:8"},
        };
        for (const Row& row : rows) {
            CAPTURE(row.name);
            CHECK(verdict(row.text) == row.expected);
        }
    }

    TEST_CASE("a file of another program is named, and what to do with it") {
        const auto message = [](std::string bytes) {
            const auto problems = problems_of(std::move(bytes));
            REQUIRE(problems.size() == 1);
            CHECK(problems.front().code == "not-json");
            return problems.front().message;
        };
        CHECK(message("PK\x03\x04 word/document.xml").starts_with("this is a Word file"));
        CHECK(message("PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text")
                  .starts_with("this is an OpenDocument text"));
        CHECK(message("PK\x03\x04 xl/workbook.xml").starts_with("this is an Excel file"));
        CHECK(message("PK\x03\x04 facts.json").starts_with("this is a zip archive"));
        CHECK(message("PK\x03\x04 collection.anki21").starts_with("this is a zip archive"));
        CHECK(message("PK\x03\x04 ppt/slides").starts_with("this is a presentation"));
        CHECK(message("SQLite format 3").starts_with("this is a database"));
        CHECK(message("\x1F\x8B").starts_with("this is a compressed archive"));
        CHECK(message("{\\rtf1 facts}").starts_with("this is an RTF document"));
        CHECK(message("%PDF-1.7\n\xFF").starts_with("this is a PDF file"));
        CHECK(message("\xEF\xBB\xBF<!doctype html>").starts_with("this is a web page"));
    }

    TEST_CASE("bytes that are no UTF-8 are located") {
        CHECK(verdict("[\"a\xFF\"]") == "bad-utf8 1:4");
        CHECK(verdict("[\n\"\xC0\xAF\"]") == "bad-utf8 2:2");
        CHECK(verdict("[\"\xED\xA0\x80\"]") == "bad-utf8 1:3");
        CHECK(verdict("[\"\xE2\x82") == "bad-utf8 1:3");
        CHECK(verdict(std::string("\xFF\xFE[\0]\0", 6)) == "bad-utf8 1:1");
        CHECK(problems_of("\xFE\xFF").front().message == "this is UTF-16; save the file as UTF-8");
    }

    TEST_CASE("a NUL byte is refused wherever it stands") {
        CHECK(verdict(std::string("{\"a\":1}\0{\"evil\":2}", 18)) == "nul-byte 1:8");
        CHECK(verdict(std::string("[\"a\0b\"]", 7)) == "nul-byte 1:4");
        CHECK(verdict(std::string("\0", 1)) == "nul-byte 1:1");
        CHECK(verdict(std::string("[\0", 2)) == "nul-byte 1:2"); // UTF-16 without a byte order mark
    }

    TEST_CASE("depth and size have limits that hold exactly") {
        const int depth = static_cast<int>(max_depth);
        CHECK(verdict(repeated("[", depth) + repeated("]", depth)) == "fine");
        CHECK(verdict(repeated("[", depth + 1) + repeated("]", depth + 1)) == "too-deep 1:65");
        CHECK(verdict(repeated("{\"a\":", 100'000)) == "too-deep 1:321");
        CHECK(verdict(repeated("[", 1'000'000)) == "too-deep 1:65");
        std::string text = "[\"" + std::string(max_bytes - 4, 'x') + "\"]";
        REQUIRE(text.size() == max_bytes);
        CHECK(verdict(text) == "fine");
        CHECK(verdict(text + " ") == "too-large 1:1");
        CHECK(problems_of(text + " ").front().source_line.empty());
    }

    TEST_CASE("a number that cannot be kept exactly is refused, never wrapped") {
        CHECK(verdict("[2147483648]") == "fine");
        CHECK(verdict("[9223372036854775807, -9223372036854775808]") == "fine");
        CHECK(verdict("[9223372036854775808]") == "number-range 1:2");
        CHECK(verdict("[1,18446744073709551615]") == "number-range 1:4");
        CHECK(verdict("[18446744073709551616]") == "number-range 1:2");
        CHECK(verdict("[-9223372036854775809]") == "number-range 1:2");
        CHECK(verdict("[1e400]") == "number-range 1:2");
        CHECK(verdict("[1e-400]") == "fine");
    }

    TEST_CASE("a repeated key is reported, the first value stays and the object is marked") {
        std::vector<Problem> problems;
        const auto document = Document::parse("f.json", R"([{"a":1,"b":2,"a":3},{"a":{"a":1}}])", problems);
        REQUIRE(document);
        REQUIRE(problems.size() == 1);
        CHECK(problems.front().code == "duplicate-key");
        CHECK(problems.front().at == Position{1, 15});
        const Value first = document->root().first().value();
        CHECK(first.find("a")->as_integer() == 1);
        CHECK(document->is_damaged(first));
        CHECK_FALSE(document->is_damaged(*first.next()));
        CHECK_FALSE(document->is_damaged(document->root()));
    }

    TEST_CASE("a repeated key written with an escape is still repeated") {
        CHECK(verdict(R"({"a":1,"\u0061":2})") == "duplicate-key 1:8");
    }

    TEST_CASE("repeated keys are found among very many, quickly, and reported a hundred times at most") {
        std::string text = "{";
        for (int i = 0; i < 40'000; ++i) text += "\"k" + std::to_string(i) + "\":0,";
        CHECK(verdict(text + "\"k39999\":1}").starts_with("duplicate-key"));
        CHECK(verdict(text + "\"z\":1}") == "fine");
        CHECK(problems_of("{" + repeated("\"a\":1,", 1000) + "\"b\":1}").size() == 100);
    }

    TEST_CASE("any value may be the root") {
        for (const char* text : {"[]", "{}", "1", "\"x\"", "true", "null", "-0", "1.5"}) {
            CAPTURE(text);
            CHECK(verdict(text) == "fine");
        }
    }
}
