#include "engine/text/language.hpp"

#include <doctest/doctest.h>

#include "engine/base/folders.hpp"
#include "tests/support/folder.hpp"

using namespace chelate;
using chelate::text::Language;
namespace fs = std::filesystem;

namespace {

/// Loads a language file with this content.
Result<Language> loaded(std::string_view content) {
    const test::Folder folder;
    const fs::path file = folder.path / "xx.json";
    REQUIRE(write_file(file, content).has_value());
    return Language::load(file);
}

std::string reason_of(std::string_view content) {
    const auto language = loaded(content);
    if (language) return "none";
    CHECK(language.error().code == "language-broken");
    REQUIRE(language.error().args.size() == 2);
    const std::string reason = language.error().args[1].second;
    const auto begin = reason.find("xx.json");
    return begin == std::string::npos ? reason : reason.substr(begin, reason.find('\n') - begin);
}

} // namespace

TEST_SUITE("text/language") {
    TEST_CASE("a text is found by its key and its placeholders are filled") {
        const Language words = loaded(R"({"hi":"Hello, {name}! {name}, {what}?","plain":"50 % {"})").value();
        CHECK(words.text("hi", {{"name", "Ada"}}) == "Hello, Ada! Ada, {what}?");
        CHECK(words.text("hi", {{"name", "{what}"}, {"what", "x"}}) == "Hello, {what}! {what}, x?");
        CHECK(words.text("plain") == "50 % {");
    }

    TEST_CASE("a key that is not there is shown in brackets") {
        const Language words = loaded("{}").value();
        CHECK(words.text("no.such.key") == "[no.such.key]");
        CHECK_FALSE(words.has("no.such.key"));
    }

    TEST_CASE("the plural form follows the count, which is written as the language does") {
        const Language words =
            loaded(
                R"({"plurals":{"one":"i = 1 and v = 0"},"points":{"one":"{count} point for {name}","other":"{count} points for {name}"},"same":"{count} sheep"})")
                .value();
        CHECK(words.plural("points", 1, {{"name", "Ada"}}) == "1 point for Ada");
        CHECK(words.plural("points", 0, {{"name", "Ada"}}) == "0 points for Ada");
        CHECK(words.plural("points", -1, {{"name", "Ada"}}) ==
              "−1 point for Ada"); // as in CLDR, the sign does not matter
        CHECK(words.plural("points", 12345, {{"name", "Ada"}}) == "12,345 points for Ada");
        CHECK(words.plural("same", 1) == "1 sheep");
        CHECK(words.text("points", {{"count", "1"}, {"name", "Ada"}}) == "1 point for Ada");
    }

    TEST_CASE("numbers are grouped by the language's separators") {
        const Language plain = loaded("{}").value();
        CHECK(plain.number(0) == "0");
        CHECK(plain.number(999) == "999");
        CHECK(plain.number(1000) == "1,000");
        CHECK(plain.number(-1234567) == "−1,234,567");
        CHECK(plain.number(INT64_MIN) == "−9,223,372,036,854,775,808");
        CHECK(plain.number_with_decimals(1234.5, 2) == "1,234.50");
        CHECK(plain.number_with_decimals(-0.001, 2) == "0.00");
        const Language other = loaded("{\"numbers\":{\"group\":\"\u00a0\",\"decimal\":\",\"}}").value();
        CHECK(other.number(12345) == "12\u00a0345");
        CHECK(other.number_with_decimals(-12345.678, 1) == "−12\u00a0345,7");
        CHECK(other.number_with_decimals(14, 0) == "14");
        CHECK(loaded(R"({"numbers":{"group":""}})").value().number(12345) == "12345");
    }

    TEST_CASE("an error's sentence is made from its code and arguments") {
        const Language words =
            loaded(R"({"error.file-missing":"{path} is not there.","error.unknown":"Trouble: {code}."})").value();
        CHECK(words.sentence({"file-missing", {{"path", "/x"}}}) == "/x is not there.");
        CHECK(words.sentence({"odd-thing", {}}) == "Trouble: odd-thing.");
        CHECK(loaded("{}").value().sentence({"odd-thing", {}}) == "odd-thing");
    }

    TEST_CASE("what an argument has that may not be shown, or would begin a line, does not get into a sentence") {
        const Language words =
            loaded(R"({"a": "{name}\nis {count}", "error.b": "No {path}.", "c": {"other": "{count} of {name}"}})")
                .value();
        CHECK(words.text("a", {{"name", "x\x1B]0;y\x07\nz"}, {"count", "\u202E1"}}) ==
              "x\uFFFD]0;y\uFFFD z\nis \uFFFD1");
        CHECK(words.sentence({"b", {{"path", "/tmp/\x9B\xFF\nchelate: all is lost"}}}) ==
              "No /tmp/\uFFFD\uFFFD chelate: all is lost.");
        CHECK(words.plural("c", 2, {{"name", "a\u2028b"}}) == "2 of a\uFFFDb");
    }

    TEST_CASE("all texts are known, without comments and what is no text") {
        const Language words = loaded(R"({"b":"x","// note":"y","a":{"one":"1","other":"2"},"numbers":{},)"
                                      R"("language":"Xhosa","plurals":{"one":"n = 0..1"}})")
                                   .value();
        CHECK(words.name() == "Xhosa");
        REQUIRE(words.messages().size() == 2);
        CHECK(words.messages().at("a").in(text::PluralForm::one) == "1");
        CHECK(words.messages().at("a").in(text::PluralForm::few) == "2");
        CHECK(words.messages().at("b").forms.empty());
        CHECK(loaded("{}").value().name().empty());
    }

    TEST_CASE("each number of things has the form that the language's rules say") {
        const Language polish =
            loaded("{\"plurals\":{\"one\":\"i = 1 and v = 0\","
                   "\"few\":\"v = 0 and i % 10 = 2..4 and i % 100 != 12..14\"},"
                   "\"numbers\":{\"group\":\"\u00a0\",\"decimal\":\",\",\"grouped_from_digits\":5},"
                   "\"points\":{\"one\":\"{count} punkt\",\"few\":\"{count} punkty\",\"other\":\"{count} punktów\"}}")
                .value();
        CHECK(polish.plural("points", 1) == "1 punkt");
        CHECK(polish.plural("points", 3) == "3 punkty");
        CHECK(polish.plural("points", 13) == "13 punktów");
        CHECK(polish.plural("points", 1022) == "1022 punkty");
        CHECK(polish.plural("points", 12345) == "12\u00a0345 punktów");
    }

    TEST_CASE("a text that a language lacks comes from the other one, in that one's form and numbers") {
        Language german = loaded(R"({"plurals":{"one":"i = 0"},"numbers":{"group":"."},"hi":"Hallo"})").value();
        german.fall_back_on(std::make_shared<const Language>(
            loaded(
                R"({"plurals":{"one":"i = 1"},"hi":"Hello","things":{"one":"{count} thing","other":"{count} things"},)"
                R"("error.odd":"Odd."})")
                .value()));
        CHECK(german.text("hi") == "Hallo");
        CHECK(german.plural("things", 1) == "1 thing");
        CHECK(german.plural("things", 0) == "0 things");
        CHECK(german.sentence({"odd", {}}) == "Odd.");
        CHECK(german.has("things"));
        CHECK(german.text("neither") == "[neither]");
    }

    TEST_CASE("a broken language file says where") {
        CHECK(reason_of("[]").ends_with("a language file must be an object in { }, not a list in [ ]"));
        CHECK(reason_of(R"({"a":1})") ==
              "xx.json:1:6: error[wrong-type]: 'a' of a language file must be a text in quotes, not a whole number");
        CHECK(reason_of(R"({"a":""})") == "xx.json:1:6: error[empty-text]: 'a' of a language file is empty");
        CHECK(reason_of(R"({"a":"x","a":"y"})") == "xx.json:1:10: error[duplicate-key]: 'a' is twice in this object");
        CHECK(reason_of(R"({"a":{"one":"x"}})") ==
              "xx.json:1:6: error[missing-key]: a text with plural forms needs the key 'other'");
        CHECK(reason_of(R"({"numbers":{"group":"long-one"}})").ends_with("a separator is one character or none"));
        CHECK(reason_of(R"({"a":{"one":"x","other":"y"}})").find("error[unknown-key]") != std::string::npos);
        CHECK(reason_of(R"({"plurals":{"one":"i is 1"}})") ==
              "xx.json:1:19: error[bad-plural-rule]: this is no plural rule as Unicode CLDR has them: i is 1");
        CHECK(reason_of(R"({"plurals":{"other":"i = 1"}})").find("error[unknown-key]") != std::string::npos);
        CHECK(reason_of("{").find("error[syntax]") != std::string::npos);
    }

    TEST_CASE("a language file that is not there is missing, a folder is broken") {
        CHECK(Language::load("/no/such/file.json").error().code == "file-missing");
        CHECK(Language::load("/").error().code == "language-broken");
    }
}
