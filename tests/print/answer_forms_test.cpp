// Tests the space for an answer on a printed sheet.
#include "game/print/answer_forms.hpp"

#include <sstream>

#include "tests/print/samples.hpp"

using namespace chelate;
using namespace chelate::test;

namespace {

template <class View>
std::string form(const View& view) {
    pugi::xml_document document;
    print::add_paper_form(document.append_child("form"), view);
    std::ostringstream out;
    document.save(out, "", pugi::format_raw | pugi::format_no_declaration);
    return out.str();
}

} // namespace

TEST_SUITE("print/answer_forms") {
    TEST_CASE("options are printed in their order, each with a box of the right kind") {
        const std::vector<quiz::OptionView> options{{"B < C", {}}, {"A", {}}};
        CHECK(contains(form(quiz::ChoiceView{options}), "<ul class=\"round\"><li>B &lt; C</li><li>A</li></ul>"));
        CHECK(contains(form(quiz::TickView{options}), "<ul class=\"square\"><li>B &lt; C</li><li>A</li></ul>"));
    }

    TEST_CASE("an order says what 1 means") {
        const std::string html = form(quiz::OrderView{{{"A", {}}, {"B", {}}}, "most & first", "least"});
        CHECK(position(html, "1 = most &amp; first") < position(html, "<ul class=\"wide\">"));
    }

    TEST_CASE("a picture is drawn with a numbered ring at each place and no word that tells the key") {
        const quiz::PointView view{{100,
                                    60,
                                    {{content::ShapeForm::box, content::Tone::quiet, 5, 25, 95, 35},
                                     {content::ShapeForm::arrow, content::Tone::plain, 50, 5, 50, 14},
                                     {content::ShapeForm::label, content::Tone::plain, 85, 30, 0, 0, "A <wall>"}}},
                                   {{50, 30}, {20, 30}},
                                   {{"The right place", {}}, {"The wrong place", {}}}};
        const std::string html = form(view);
        CHECK(contains(html, "<svg viewBox=\"0 0 100 60\">"));
        CHECK(contains(html, "A &lt;wall&gt;"));
        CHECK(contains(html, "<circle class=\"place\" cx=\"20\" cy=\"30\""));
        CHECK(contains(html, "<li>2</li>"));
        CHECK_FALSE(contains(html, "right place"));
    }
}
