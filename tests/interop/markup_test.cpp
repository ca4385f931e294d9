#include "engine/interop/markup.hpp"

#include <doctest/doctest.h>

using namespace chelate::interop;

namespace {

std::string html(std::string_view text) { return without_markup(text, TextFormat::html).text; }
std::string by_content(std::string_view text) { return without_markup(text, TextFormat::by_content).text; }

} // namespace

TEST_SUITE("interop/markup") {
    TEST_CASE("in HTML, only known tags are markup") {
        CHECK(html("<P CLASS=\"x\">a</P>") == "a\n");
        CHECK(html("vector<int> v, a<b and c>d, <iostream>") == "vector<int> v, a<b and c>d, <iostream>");
        CHECK(html("a<!-- no -->b<script>x<y</script>c<style>p</style>d") == "abcd");
        CHECK(html("<ul><li>a<li>b</ul>c") == "a\nb\nc");
        CHECK(html("<td>a</td><td>b</td>") == "a b ");
        CHECK(html("a<br><br/>b") == "a\n\nb");
        CHECK(html("1 < 2 <b>and</b> 3 > 2") == "1 < 2 and 3 > 2");
    }

    TEST_CASE("superscripts and subscripts") {
        CHECK(html("10<sup>3</sup> H<sub>2</sub>O x<sup>n+1</sup>") == "10³ H₂O xⁿ⁺¹");
        CHECK(html("x<sup>ab</sup> y<sub>max</sub>") == "x^(ab) y_(max)");
        CHECK(html("1<sup>st</sup>") == "1st");
        CHECK(html("2<sup>2<sup>3</sup></sup>") == "2^(2³)");
        CHECK(html("10<sup>−3") == "10⁻³");
    }

    TEST_CASE("entities") {
        CHECK(html("caf&eacute; &#8217; &#x2019; &amp;lt; &nope; &#0; &#xD800;") ==
              "café ’ ’ &lt; &nope; &#0; &#xD800;");
        CHECK(by_content("caf&eacute; don&#039;t") == "café don't");
        CHECK(by_content("What does &lt; mean? And &nbsp; too? AT&amp;T") ==
              "What does &lt; mean? And &nbsp; too? AT&amp;T");
        CHECK(by_content("<i>a</i> &lt; b") == "a < b");
    }

    TEST_CASE("without a mark, only what is surely HTML is markup") {
        CHECK(by_content("<p>One</p>") == "One\n");
        CHECK(by_content("Is <b>this</b> it?") == "Is this it?");
        CHECK(by_content("First.<br>Second") == "First.\nSecond");
        CHECK(by_content("<li>") == "<li>");
        CHECK(by_content("Which is bold, <b> or <i>?") == "Which is bold, <b> or <i>?");
        CHECK(by_content("What is between <b> and </b>?") == "What is between <b> and </b>?");
        CHECK(by_content("What does <br> do?") == "What does <br> do?");
        CHECK(by_content("pair<a, b> x; i<p>q") == "pair<a, b> x; i<p>q");
        CHECK(without_markup("<b>x</b>", TextFormat::plain).text == "<b>x</b>");
    }

    TEST_CASE("a lost picture is named") {
        const PlainText plain =
            without_markup("What is <img src=\"@@PLUGINFILE@@/a/cat.png\" alt='x'>?", TextFormat::by_content);
        CHECK(plain.text == "What is ?");
        CHECK(plain.lost == std::vector<std::string>{"cat.png"});
        CHECK(html("<img>") == "");
    }

    TEST_CASE("much markup takes time in proportion") {
        std::string tags;
        std::string opened;
        std::string styles;
        for (int i = 0; i < 200'000; ++i) {
            tags += "<a";
            opened += "<a b='";
            styles += "<script></x";
        }
        CHECK(html(tags) == tags);
        CHECK(html(opened).size() <= opened.size());
        CHECK(html(styles).size() <= styles.size());
        CHECK(html(std::string(500'000, '&')).size() == 500'000);
    }
}
