// Tests the cards that a class holds up.
#include "game/print/answer_cards.hpp"

#include "tests/print/samples.hpp"

using namespace chelate;
using namespace chelate::test;

TEST_SUITE("print/answer_cards") {
    TEST_CASE("four cards have a letter, a shape and a colour each") {
        const print::Document cards = print::make_answer_cards("de", words(), ".card {}");
        CHECK(cards.folder == "sheets");
        CHECK(cards.name == "cards");
        CHECK(cards.ending == ".html");
        CHECK(contains(cards.text, "<html lang=\"de\">"));
        CHECK(contains(cards.text, "\n.card {}/*"));
        std::size_t before = 0;
        for (const char* mark : {">A<", "<circle", ">B<", "<rect", ">C<", "<polygon", ">D<"}) {
            CHECK(position(cards.text, mark) > before);
            before = position(cards.text, mark);
        }
        for (const char* colour : {"#1f4e9e", "#f0b429", "#b3261e", "#2f7d4f"}) CHECK(contains(cards.text, colour));
        check_fetches_nothing(cards.text);
    }
}
