// Tests 40 ways in which a pack can be bad. The reader must refuse each pack, or leave out the faulty items, and
// report a problem with a code and a place. It must not crash, hang or accept a bad pack.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "tests/content/small_pack.hpp"
#include "tests/support/campaign.hpp"

using namespace chelate;
using namespace chelate::content;
using namespace chelate::test;
namespace fs = std::filesystem;

namespace {

/// What the reader does with a pack: refuses it, reads it without the faulty items, or reads all of it.
enum class Fate { refused, shorn, fine };

struct Row {
    std::string_view name;
    Fate fate;
    std::string_view code; ///< of a problem that must be reported; empty: no code is required
    std::function<void(const SmallPack&)> spoil;
};

std::function<void(const SmallPack&)> items(std::string text) {
    return [text = std::move(text)](const SmallPack& pack) { pack.write("items.json", text); };
}

std::function<void(const SmallPack&)> replaced(std::string what, std::string with) {
    return [what = std::move(what), with = std::move(with)](const SmallPack& pack) { pack.replace(what, with); };
}

std::function<void(const SmallPack&)> listed(std::string path) {
    return replaced("\"items.json\"", "\"items.json\", \"" + std::move(path) + "\"");
}

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

std::string with_nul(std::string_view before, std::string_view after) {
    std::string text(before);
    text += '\0';
    return text.append(after);
}

std::string choices(int count) {
    std::string text = R"({"text": "right", "right": true})";
    for (int i = 1; i < count; ++i)
        text += R"(, {"text": "wrong )" + std::to_string(i) + R"(", "why": "No.", "claim": "c"})";
    return text;
}

const std::string three_choices =
    R"({"text": "right", "right": true}, {"text": "wrong", "why": "No.", "misconception": "w"}, {"text": "worse", "right": false, "why": "No.", "claim": "c"})";
const std::string prompt = R"("prompt": "Which?")";

std::vector<Row> bytes_and_syntax() {
    return {
        {"1 empty file", Fate::refused, "syntax", items("")},
        {"2 white space only", Fate::refused, "syntax", items(" \n\t\n")},
        {"3 byte order mark", Fate::fine, "", items("\xEF\xBB\xBF" + small_text("items.json"))},
        {"4 UTF-16", Fate::refused, "bad-utf8", items(std::string("\xFF\xFE{\0}\0", 6))},
        {"4 UTF-16 without a mark", Fate::refused, "nul-byte", items(std::string("{\0}\0", 4))},
        {"5 byte FF", Fate::refused, "bad-utf8", replaced("On water", "On \xFFwater")},
        {"5 overlong C0 AF", Fate::refused, "bad-utf8", replaced("On water", "On \xC0\xAF")},
        {"5 surrogate ED A0 80", Fate::refused, "bad-utf8", replaced("On water", "On \xED\xA0\x80")},
        {"5 truncated E2 82", Fate::refused, "bad-utf8", replaced("On water", "On \xE2\x82")},
        {"6 lone surrogate", Fate::refused, "syntax", replaced("On water", "On \\ud800")},
        {"7 raw NUL in a string", Fate::refused, "nul-byte", replaced("On water", with_nul("On ", "water"))},
        {"7 escaped NUL in a string", Fate::shorn, "unshowable-text", replaced("On water", "On \\u0000water")},
        {"8 NUL and more after the end", Fate::refused, "nul-byte",
         items(with_nul(small_text("items.json"), "{\"evil\": 2}"))},
        {"9 garbage after the end", Fate::refused, "syntax", items(small_text("items.json") + "x")},
        {"10 trailing comma", Fate::refused, "syntax",
         replaced(R"("taste", "type": "text"})", R"("taste", "type": "text"},)")},
        {"11 comments", Fate::refused, "syntax", replaced("{\n  \"sources\"", "{ // the sources\n  \"sources\"")},
        {"12 single quotes", Fate::refused, "syntax", replaced("\"On water\"", "'On water'")},
        {"13 NaN", Fate::refused, "syntax", replaced("60.3", "NaN")},
        {"13 Infinity", Fate::refused, "syntax", replaced("60.3", "Infinity")},
        {"14 1e400", Fate::refused, "number-range", replaced("60.3", "1e400")},
        {"15 2^31", Fate::shorn, "out-of-range", replaced(R"("year": 1999)", R"("year": 2147483648)")},
        {"15 2^63", Fate::refused, "number-range", replaced(R"("year": 1999)", R"("year": 9223372036854775808)")},
        {"15 2^64", Fate::refused, "number-range", replaced(R"("year": 1999)", R"("year": 18446744073709551616)")},
        {"16 2.9 for a whole number", Fate::shorn, "wrong-type", replaced(R"("decimals": 1)", R"("decimals": 2.9)")},
        {"17 repeated key", Fate::shorn, "duplicate-key", replaced(R"("year": 1999)", R"("year": 1999, "year": 2000)")},
        {"17 repeated key of the manifest", Fate::refused, "duplicate-key",
         replaced(R"("version": "1")", R"("version": "1", "version": "2")")},
        {"18 a million brackets", Fate::refused, "too-deep", items(repeated("[", 1'000'000))},
        {"18 ten million brackets", Fate::refused, "too-large", items(repeated("[", 10'000'000))},
        {"19 100,000 nested objects", Fate::refused, "too-deep", items(repeated("{\"a\":", 100'000))},
        {"20 a mebibyte of '0,'", Fate::shorn, "wrong-type",
         items("{\"sources\": [" + repeated("0,", 500'000) + "0]}")},
        {"20 much more of '0,'", Fate::refused, "too-large", items("[" + repeated("0,", 20'000'000) + "0]")},
        {"21 one string of 50 MB", Fate::refused, "too-large",
         items("{\"x\": \"" + std::string(50'000'000, 'x') + "\"}")},
        {"21 one string of a mebibyte", Fate::shorn, "too-long", replaced("On water", std::string(1'000'000, 'x'))},
        {"23 an array at the top", Fate::shorn, "wrong-type", items("[]")},
        {"23 a number at the top", Fate::shorn, "wrong-type", items("1")},
        {"23 null at the top", Fate::shorn, "wrong-type", items("null")},
        {"23 an array for a manifest", Fate::refused, "wrong-type",
         [](const SmallPack& pack) { pack.write("pack.json", "[]"); }},
    };
}

std::vector<Row> ids_and_choices() {
    return {
        {"24 no format", Fate::refused, "missing-key", replaced(R"("format": 1, )", "")},
        {"24 unknown format", Fate::refused, "out-of-range", replaced(R"("format": 1)", R"("format": 0)")},
        {"24 newer format", Fate::refused, "newer-format", replaced(R"("format": 1)", R"("format": 1000)")},
        {"24 format in words", Fate::refused, "wrong-type", replaced(R"("format": 1)", R"("format": "1")")},
        {"25 missing id", Fate::shorn, "missing-key", replaced(R"("id": "q1", )", "")},
        {"26 repeated id", Fate::shorn, "duplicate-id", replaced(R"("id": "q2")", R"("id": "q1")")},
        {"26 id in capitals", Fate::shorn, "bad-id", replaced(R"("id": "q2")", R"("id": "Q1")")},
        {"26 id in another normal form", Fate::shorn, "bad-id", replaced(R"("id": "q2")", "\"id\": \"e\u0301\"")},
        {"27 id with a control character", Fate::shorn, "unshowable-text",
         replaced(R"("id": "q2")", R"("id": "q\u00072")")},
        {"27 id of 10 kB", Fate::shorn, "too-long",
         replaced(R"("id": "q2")", "\"id\": \"" + std::string(10'000, 'a') + '"')},
        {"27 id that climbs", Fate::shorn, "bad-id", replaced(R"("id": "q2")", R"("id": "../q2")")},
        {"27 empty id", Fate::shorn, "empty-text", replaced(R"("id": "q2")", R"("id": "")")},
        {"28 no right choice", Fate::shorn, "one-right-choice",
         replaced(R"({"text": "right", "right": true})", R"({"text": "right", "why": "No.", "claim": "c"})")},
        {"29 all right", Fate::shorn, "one-right-choice",
         replaced(three_choices, R"({"text": "a", "right": true}, {"text": "b", "right": true})")},
        {"30 right as a number", Fate::shorn, "wrong-type",
         replaced(R"("text": "right", "right": true)", R"("text": "right", "right": 1)")},
        {"30 right as an index", Fate::shorn, "unknown-key", replaced(prompt, prompt + R"(, "right": 4294967296)")},
        {"31 one choice", Fate::shorn, "choice-count", replaced(three_choices, choices(1))},
        {"31 a hundred choices", Fate::shorn, "choice-count", replaced(three_choices, choices(100))},
        {"31 no choices", Fate::shorn, "choice-count", replaced(three_choices, "")},
        {"31 equal choices after trimming and composing", Fate::shorn, "equal-choices",
         replaced(three_choices, "{\"text\": \"caf\u00e9\", \"right\": true}, {\"text\": \" Cafe\u0301 \", \"why\": "
                                 "\"No.\", \"claim\": \"c\"}")},
        {"32 empty prompt", Fate::shorn, "empty-text", replaced(prompt, R"("prompt": "")")},
        {"32 prompt of blanks", Fate::shorn, "empty-text", replaced(prompt, R"("prompt": " \n\t ")")},
        {"32 prompt of 20 kB", Fate::shorn, "too-long",
         replaced(prompt, "\"prompt\": \"" + std::string(20'000, 'x') + '"')},
    };
}

std::vector<Row> files_and_texts() {
    return {
        {"34 path that climbs", Fate::refused, "bad-path", listed("../../etc/passwd")},
        {"34 absolute path", Fate::refused, "bad-path", listed("/etc/passwd")},
        {"34 drive letter", Fate::refused, "bad-path", listed(R"(C:\\x)")},
        {"34 network path", Fate::refused, "bad-path", listed(R"(\\\\host\\x)")},
        {"34 address", Fate::refused, "bad-path", listed("file://x")},
        {"34 path that climbs later", Fate::refused, "bad-path", listed("sub/../../x")},
        {"34 NUL in a path", Fate::refused, "unshowable-text", listed("a\\u0000b")},
        {"34 image path that climbs", Fate::shorn, "bad-path", replaced("pictures/q2.svg", "../../etc/passwd")},
        {"34 link out of the pack", Fate::refused, "path-outside",
         [](const SmallPack& pack) {
             fs::create_symlink("/etc/passwd", pack.folder() / "link.json");
             pack.replace("\"items.json\"", "\"items.json\", \"link.json\"");
         }},
        {"34 folder link out of the pack", Fate::refused, "path-outside",
         [](const SmallPack& pack) {
             fs::create_directory_symlink("/etc", pack.folder() / "sub");
             pack.replace("\"items.json\"", "\"items.json\", \"sub/passwd\"");
         }},
        {"35 missing file", Fate::refused, "file-missing", listed("no.json")},
        {"35 a folder", Fate::refused, "file-not-read", listed("more")},
        {"35 a file as a folder", Fate::refused, "file-missing", listed("items.json/x")},
        {"35 a pipe", Fate::refused, "file-not-read",
         [](const SmallPack& pack) {
             REQUIRE(::mkfifo((pack.folder() / "pipe").c_str(), 0600) == 0);
             pack.replace("\"items.json\"", "\"items.json\", \"pipe\"");
         }},
        {"35 a device", Fate::refused, "path-outside",
         [](const SmallPack& pack) {
             fs::create_symlink("/dev/zero", pack.folder() / "zero");
             pack.replace("\"items.json\"", "\"items.json\", \"zero\"");
         }},
        {"35 links in a circle", Fate::refused, "file-not-read",
         [](const SmallPack& pack) {
             fs::create_symlink("loop", pack.folder() / "loop");
             pack.replace("\"items.json\"", "\"items.json\", \"loop\"");
         }},
        {"38 conversions and widget ids are just text", Fate::fine, "",
         replaced(prompt, R"("prompt": "%s%n ##id ###")")},
        {"38 tab", Fate::shorn, "unshowable-text", replaced(prompt, R"("prompt": "a\tb")")},
        {"38 direction override", Fate::shorn, "unshowable-text", replaced(prompt, "\"prompt\": \"a\u202Eb\"")},
        {"38 heaps of accents", Fate::shorn, "unshowable-text",
         replaced(prompt, "\"prompt\": \"a" + repeated("\u0301", 40) + "\"")},
        {"38 zero width only", Fate::shorn, "empty-text", replaced(prompt, "\"prompt\": \"\u200B\u200D\"")},
        {"39 unknown topic", Fate::shorn, "dangling-reference",
         replaced(R"("topic": "t", "prompt": "Which?")", R"("topic": "v", "prompt": "Which?")")},
        {"39 unknown source", Fate::shorn, "dangling-reference",
         replaced(R"("sources": ["web"])", R"("sources": ["wbe"])")},
        {"39 a kind in place of another", Fate::shorn, "dangling-reference",
         replaced(R"("facts": ["x.share"])", R"("facts": ["c"])")},
        {"40 no sources", Fate::shorn, "missing-key", replaced(R"(, "sources": ["web"])", "")},
        {"40 no language", Fate::refused, "bad-language",
         replaced(R"("language": "en")", R"("language": "the English language")")},
    };
}

/// Returns what is printed, with the folder called PACK. Only the first two problems are included.
std::string told(const SmallPack& pack, const Reading& reading) {
    std::string text;
    for (std::size_t i = 0; i < std::min<std::size_t>(2, reading.problems.size()); ++i)
        text += json::to_text(reading.problems[i]);
    if (reading.problems.size() > 2) text += "... " + std::to_string(reading.problems.size()) + " in all\n";
    const std::string folder = pack.folder().generic_string();
    for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder))
        text.replace(at, folder.size(), "PACK");
    return text + (reading.pack ? "read" : "refused") + ", left out: " + std::to_string(reading.left_out) + '\n';
}

const std::string exact_texts = std::string(CHELATE_SOURCE_DIR) + "/tests/content/bad_packs.txt";

/// Returns the exact text of each row; in the file it follows the line "== name".
const std::map<std::string, std::string>& expected_texts() {
    static const std::map<std::string, std::string> texts = [] {
        std::map<std::string, std::string> read;
        std::ifstream file(exact_texts, std::ios::binary);
        std::string* current = nullptr;
        for (std::string line; std::getline(file, line);) {
            if (line.starts_with("== ")) current = &read[line.substr(3)];
            else if (current != nullptr) *current += line + '\n';
        }
        return read;
    }();
    return texts;
}

void check(const Row& row) {
    CAPTURE(row.name);
    const SmallPack pack;
    row.spoil(pack);
    const Reading reading = pack.read();
    const std::string text = text_of(reading).substr(0, 4000);
    CAPTURE(text);
    CHECK(reading.pack.has_value() == (row.fate != Fate::refused));
    CHECK(reading.problems.empty() == (row.fate == Fate::fine));
    if (row.fate == Fate::fine) CHECK(reading.left_out == 0);
    // After an intended change, empty the file, run with CHELATE_WRITE_GOLDEN=1, and review the new text.
    if (std::getenv("CHELATE_WRITE_GOLDEN") != nullptr) {
        std::ofstream(exact_texts, std::ios::app | std::ios::binary) << "== " << row.name << '\n'
                                                                     << told(pack, reading);
    } else {
        const auto expected = expected_texts().find(std::string(row.name));
        REQUIRE(expected != expected_texts().end());
        CHECK(told(pack, reading) == expected->second);
    }
    const auto codes = codes_of(reading);
    if (!row.code.empty()) CHECK(std::find(codes.begin(), codes.end(), row.code) != codes.end());
    for (const json::Problem& problem : reading.problems) {
        CHECK_FALSE(problem.message.empty());
        CHECK(problem.file.starts_with(pack.folder().generic_string()));
        CHECK(json::to_text(problem).size() < 2000);
    }
}

} // namespace

TEST_SUITE("content/bad packs") {
    TEST_CASE("bytes and syntax that no pack may have") {
        for (const Row& row : bytes_and_syntax()) check(row);
    }

    TEST_CASE("ids and choices that no question may have") {
        for (const Row& row : ids_and_choices()) check(row);
    }

    TEST_CASE("paths and texts that no pack may have") {
        for (const Row& row : files_and_texts()) check(row);
    }

    TEST_CASE("22 a hundred thousand empty questions are each left out and not each told") {
        const SmallPack pack;
        std::string files;
        const std::string file = "{\"questions\": [" + repeated("{},", 33'000) + "{}]}";
        for (int i = 0; i < 3; ++i) {
            pack.write("q" + std::to_string(i) + ".json", file);
            files += ", \"q" + std::to_string(i) + ".json\"";
        }
        pack.replace("\"more/questions.json\"", "\"more/questions.json\"" + files);
        const Reading reading = pack.read();
        CHECK(reading.pack);
        CHECK(reading.left_out == 99'003);
        CHECK(reading.problems.size() == 3 * 1001);
    }

    // Replaces each value of a valid pack in turn, taking the replacements from a list of values of all types.
    TEST_CASE("33 a wrong type in any place is told and never read") {
        const char* const others[] = {"null", "true", "7",    "-1.5",   "\"word\"",
                                      "[]",   "{}",   "[[]]", "[null]", "{\"id\": 1}"};
        struct Value {
            const char* file;
            std::size_t begin;
        };
        std::vector<Value> values;
        for (const char* file : small_files) {
            const std::string text = small_text(file);
            for (std::size_t at = text.find(": "); at != std::string::npos; at = text.find(": ", at + 1))
                values.push_back({file, at + 2});
        }
        REQUIRE(values.size() > 250);
        for (const std::uint64_t number : chelate::test::Campaign{"values of a wrong type", values.size()}) {
            CAPTURE(number);
            const auto [file, begin] = values[number];
            const std::string text = small_text(file);
            std::size_t end = begin;
            int depth = 0;
            bool in_string = false;
            for (; end < text.size(); ++end) { // finds the end of the value that starts at `begin`
                const char c = text[end];
                if (c == '"') in_string = !in_string;
                if (in_string) continue;
                if (c == '[' || c == '{') ++depth;
                if ((c == ',' || c == ']' || c == '}') && depth == 0) break;
                if (c == ']' || c == '}') --depth;
            }
            const SmallPack pack;
            pack.write(file, text.substr(0, begin) + others[number % std::size(others)] + text.substr(end));
            const Reading reading = pack.read(); // must not crash; schema_test.py checks what it reports
            CHECK(text_of(reading).size() < 1'000'000);
        }
    }
}
