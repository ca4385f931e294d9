// Imports files as people have them; each has a telling name in tests/interop/cases.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "engine/base/encoding.hpp"
#include "engine/interop/format.hpp"
#include "engine/interop/summary.hpp"
#include "tests/interop/imports.hpp"

using namespace chelate;
using namespace chelate::interop;
using namespace chelate::interop::test;
using Texts = std::vector<std::string>;

namespace {

std::string bytes_of_case(const char* name) {
    std::ifstream in(std::filesystem::path(CHELATE_SOURCE_DIR) / "tests/interop/cases" / name, std::ios::binary);
    REQUIRE(in.is_open());
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Reads a file as the program does, and checks the format that it is recognised as.
Import imported_case(const char* name, Format wanted) {
    const DecodedText decoded = decode_text(bytes_of_case(name));
    const auto format = recognise(decoded.text).best();
    REQUIRE(format.has_value());
    CHECK(*format == wanted);
    if (wanted == Format::gift) return read_gift(decoded.text);
    return wanted == Format::aiken ? read_aiken(decoded.text) : read_csv(decoded.text);
}

Texts prompts_of(const Import& import) {
    Texts prompts;
    for (const Imported& one : import.questions) prompts.push_back(one.question.prompt);
    return prompts;
}

const content::AuthoredQuestion& nth(const Import& import, std::size_t index) {
    REQUIRE(index < import.questions.size());
    return import.questions[index].question;
}

std::string typed_of(const content::AuthoredQuestion& question) {
    return written<content::Texts>(question).accepted.at(0).text;
}

} // namespace

TEST_SUITE("interop/cases") {
    TEST_CASE("Aiken in nine spellings") {
        const Import import = imported_case("aiken_spellings.txt", Format::aiken);
        CHECK(import.notes.empty());
        CHECK(prompts_of(import) == Texts{"Which animal barks?", "Which animal flies?", "Which animal swims?",
                                          "Which animal gallops?", "Which animal crawls?", "Which animal hops?",
                                          "Which animal sings?", "Which animal spins?", "Which are birds?"});
        CHECK(choices_of(nth(import, 0)) == Texts{"-Cat", "Dog", "-Cow"});
        CHECK(choices_of(nth(import, 3)) == Texts{"-Cat", "Horse"});
        CHECK(choices_of(nth(import, 4)) == Texts{"Snail", "-Hen"});
        CHECK(choices_of(nth(import, 5)) == Texts{"Frog", "-Cow"});
        CHECK(choices_of(nth(import, 7)) == Texts{"Spider", "-Cow"});
        CHECK(choices_of(nth(import, 8)) == Texts{"Hen", "Duck", "-Cow"});
    }

    TEST_CASE("Aiken with lines below the answers") {
        const Import import = imported_case("aiken_leftovers_join_next_question.txt", Format::aiken);
        CHECK(prompts_of(import) == Texts{"Which animal barks?", "Which animal flies?", "Which animal swims?"});
        CHECK(choices_of(nth(import, 0)) == Texts{"-Cat", "Dog"});
        CHECK(nth(import, 1).explanation == "Hens do fly a little.");
        CHECK(choices_of(nth(import, 2)) == Texts{"-Cat", "Fish"});
    }

    TEST_CASE("tables with choices in columns of many names") {
        for (const char* name :
             {"csv_choices_dropped_key_is_letter.csv", "csv_option_A_correct.csv", "csv_options_dropped.csv"}) {
            CAPTURE(name);
            const Import import = imported_case(name, Format::table);
            CHECK(import.notes.empty());
            CHECK(choices_of(nth(import, 0)) == Texts{"-Cat", "Dog", "-Cow", "-Hen"});
        }
        CHECK(choices_of(nth(imported_case("csv_options_dropped.csv", Format::table), 1)) ==
              Texts{"-Cat", "-Dog", "-Cow", "Hen"});
    }

    TEST_CASE("the templates of quiz programs, with titles above the header") {
        for (const char* name : {"csv_template_blooket.csv", "csv_template_kahoot.csv", "csv_template_wayground.csv"}) {
            CAPTURE(name);
            const Import import = imported_case(name, Format::table);
            CHECK(import.notes.empty());
            CHECK(choices_of(nth(import, 0)) == Texts{"-Cat", "Dog", "-Cow", "-Hen"});
            CHECK(nth(import, 0).kind == content::Kind::single);
            CHECK(choices_of(nth(import, 1)) == Texts{"-1", "2", "-3", "4"});
            CHECK(nth(import, 1).kind == content::Kind::multiple);
        }
        const Import wayground = imported_case("csv_template_wayground.csv", Format::table);
        CHECK(nth(wayground, 0).explanation == "Dogs bark.");
        CHECK(typed_of(nth(wayground, 2)) == "Oslo");
    }

    TEST_CASE("tables without a header, of Anki, of Excel, and in Windows-1252") {
        const Import sums = imported_case("csv_headerless.csv", Format::table);
        CHECK(prompts_of(sums) == Texts{"5+5", "1+1", "8+3"});
        CHECK(typed_of(nth(sums, 1)) == "2");
        CHECK(codes_of(sums) == Texts{"1 .no-header-two-columns"});
        const Import anki = imported_case("csv_anki.txt", Format::table);
        CHECK(typed_of(nth(anki, 0)) == "A dog");
        CHECK(typed_of(nth(anki, 1)) == "A bird\nor a bat");
        CHECK(anki.topics.at(0).name == "animals");
        CHECK(choices_of(nth(imported_case("csv_excel_sep_line.csv", Format::table), 0)) == Texts{"Hund", "-Katze"});
        CHECK(decode_text(bytes_of_case("csv_cp1252.csv")).encoding == TextEncoding::windows_1252);
        CHECK(choices_of(nth(imported_case("csv_cp1252.csv", Format::table), 0)) == Texts{"Mädchen", "-Bär"});
    }

    TEST_CASE("true and false in five spellings") {
        const Import import = imported_case("csv_true_false_words.csv", Format::table);
        CHECK(import.notes.empty());
        std::vector<bool> answers;
        for (const Imported& one : import.questions)
            answers.push_back(written<content::Statement>(one.question).answer);
        CHECK(answers == std::vector<bool>{true, false, false, true, false});
    }

    TEST_CASE("a row with more fields than the header is refused with its line") {
        const Import import = imported_case("csv_row_wider_than_header.csv", Format::table);
        CHECK(import.questions.empty());
        CHECK(codes_of(import) == Texts{"2 -row-too-wide"});
    }

    TEST_CASE("angle brackets that are no markup stay, and markup goes") {
        const Import import = imported_case("gift_angle_brackets_eaten.gift", Format::gift);
        CHECK(prompts_of(import) ==
              Texts{"What does vector<int> v hold?", "If a<b and c>d, what holds?", "Which tag makes a list item?",
                    "What does #include <iostream> bring?", "Java: List<String> or Map<K,V>?",
                    "What is the purpose of the <head> section?", "Which prints i?", "Which mail?",
                    "Which tag is bold: <b> or <i>?", "Code `<br>` does what?", "R: x <- 5 and y -> z?",
                    "Is 5 <6 and 7> 6?", "one two\na\nb\nWhich?", "First.\nSecond.\nThird\nFourth\nHead\nText",
                    "x² and H₂O and 10⁻³?", "’quote’ ’ … ° × α"});
        CHECK(choices_of(nth(import, 2)) == Texts{"<li>", "-<list>", "-<item>"});
        CHECK(choices_of(nth(import, 6)) == Texts{"for(i=0;i<n;i++){}", "-x"});
        CHECK(choices_of(nth(import, 7)) == Texts{"me <me@example.org>", "-you"});
        CHECK(choices_of(nth(import, 14)) == Texts{"10³", "-10⁻³"});
        CHECK(summarise(import).left_out == 2); // choices that marking cannot tell apart, and braces of a style sheet
    }

    TEST_CASE("superscripts, entities and blocks") {
        const Import import = imported_case("gift_sup_entities_blocks.gift", Format::gift);
        CHECK(prompts_of(import) == Texts{"10³ is how much?", "café ’x’ 5° ’?", "One.\nTwo.\nHead\nText\na\nb\n?"});
    }

    TEST_CASE("blank lines between braces, names in braces, and only true statements") {
        const Import blank = imported_case("gift_blank_line_leaves_card_with_answer.gift", Format::gift);
        CHECK(prompts_of(blank) == Texts{"Which animal barks?", "Which animal flies?"});
        CHECK(choices_of(nth(blank, 1)) == Texts{"Hen", "-Cow"});
        CHECK(imported_case("gift_names_in_braces.gift", Format::gift).topics.at(0).name == "{{count}}");
        CHECK(imported_case("gift_ten_true_statements.gift", Format::gift).questions.size() == 10);
    }

    TEST_CASE("no note has a control character") {
        const Import import = read_gift(bytes_of_case("gift_escape_in_remark.gift"));
        CHECK(codes_of(import) == Texts{"1 -no-number"});
        CHECK(import.notes[0].detail.find('\x1b') == std::string::npos);
    }

    TEST_CASE("files of other formats are recognised") {
        CHECK(unreadable_format(bytes_of_case("wrong_format_moodle.xml")) == "moodle-xml");
        CHECK(unreadable_format("%PDF-1.7") == "pdf");
        CHECK(unreadable_format("{\\rtf1 a}") == "rtf");
        CHECK(unreadable_format("[{\"question\": 1}]") == "json");
        CHECK(unreadable_format("{\"a\": 1}") == "json");
        CHECK(unreadable_format("<!DOCTYPE html><html>") == "html");
        CHECK(unreadable_format("<?xml version=\"1.0\"?><questestinterop>") == "qti");
        CHECK(unreadable_format("<?xml version=\"1.0\"?><a/>") == "xml");
        CHECK(unreadable_format(std::string("PK\x03\x04 word/document.xml")) == "docx");
        CHECK(unreadable_format(std::string("PK\x03\x04 xl/workbook.xml")) == "xlsx");
        CHECK(unreadable_format(std::string("PK\x03\x04 collection.anki21")) == "anki");
        CHECK(unreadable_format(std::string("a\0b", 3)) == "binary");
        CHECK(unreadable_format("[html]Q {T}").empty());
        CHECK(unreadable_format("{=a ~b}").empty());
        CHECK_FALSE(recognise(bytes_of_case("aiken_spellings.txt")).may_be(Format::gift));
        CHECK_FALSE(recognise(bytes_of_case("csv_options_dropped.csv")).may_be(Format::gift));
        CHECK_FALSE(recognise(bytes_of_case("gift_ten_true_statements.gift")).may_be(Format::aiken));
        CHECK_FALSE(recognise("Only text.\n\nMore text.\n").may_be(Format::gift));
        CHECK_FALSE(recognise("Only text.\n\nMore text.\n").best().has_value());
    }

    TEST_CASE("a summary has one entry for each reason") {
        std::string text;
        for (int i = 0; i < 10; ++i) text += "Q" + std::to_string(i) + " {#" + std::to_string(i) + "}\n\n";
        const ImportSummary summary = summarise(read_gift(text + "Essay {}\n\nMore {}\n"));
        CHECK(summary.kept == 10);
        CHECK(summary.repaired == 10);
        CHECK(summary.left_out == 2);
        REQUIRE(summary.groups.size() == 2);
        CHECK(summary.groups[0].code == "essay");
        CHECK(summary.groups[1].code == "scale-added");
        CHECK(summary.groups[1].count == 10);
        CHECK(summary.groups[1].lines == std::vector<std::size_t>{1, 3, 5});
    }

    TEST_CASE("ids of packs tell folders apart that have no Latin letters") {
        CHECK(pack_id_of("Pack of mine") == "pack-of-mine");
        CHECK(pack_id_of("Prüfung") == "prufung");
        CHECK(pack_id_of("考試") != pack_id_of("测验"));
        CHECK(pack_id_of("考試 2") != pack_id_of("测验 2"));
        CHECK(pack_id_of("考試") == pack_id_of("考試"));
        CHECK(pack_id_of("考試").starts_with("pack-"));
        CHECK_FALSE(pack_id_of("\xFF\xFE").empty());
        CHECK(pack_id_of(std::string(240, 'x') + "考").size() <= 60);
    }
}
