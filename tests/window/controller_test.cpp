#include <doctest/doctest.h>

#include "game/window/controller.hpp"
#include "game/window/scrolling.hpp"
#include "game/window/views.hpp"
#include "tests/window/bench.hpp"
#include "tests/window/samples.hpp"

using namespace chelate;
using stage::Key;
using stage::KeyDown;
using window::test::Bench;

namespace {

screens::ScreenModel sample(const std::string& name) {
    for (const samples::Sample& one : samples::all()) {
        if (one.name == name) return one.ui.screens.back();
    }
    FAIL("no such sample");
    return {};
}

screens::Intent only(const std::vector<screens::Intent>& intents) {
    REQUIRE(intents.size() == 1);
    return intents.front();
}

KeyDown key(Key which) { return {which, 0, false, false, false}; }

} // namespace

TEST_CASE("keys of a question choose, move, answer, hold, leave and explain") {
    Bench bench(sample("question"));
    CHECK(only(bench.take(KeyDown{Key::digit, 3, false, false, false})) == screens::Intent{screens::Choose{3}});
    CHECK(only(bench.take(key(Key::enter))) == screens::Intent{screens::Activate{}});
    CHECK(only(bench.take(key(Key::space))) == screens::Intent{screens::Hold{}});
    CHECK(only(bench.take(key(Key::escape))) == screens::Intent{screens::Act{screens::ActionId::back}});
    CHECK(only(bench.take(key(Key::f1))) == screens::Intent{screens::Act{screens::ActionId::help}});
    CHECK(only(bench.take(key(Key::tab))) == screens::Intent{screens::MoveFocus{1}});
    CHECK(only(bench.take(KeyDown{Key::tab, 0, true, false, false})) == screens::Intent{screens::MoveFocus{-1}});
    CHECK(only(bench.take(stage::Closed{})) == screens::Intent{screens::Act{screens::ActionId::quit}});
}

TEST_CASE("a key held down does not answer question after question") {
    Bench bench(sample("question"));
    for (const Key which : {Key::enter, Key::space, Key::escape, Key::digit}) {
        CHECK(bench.take(KeyDown{which, 1, false, false, true}).empty());
    }
}

TEST_CASE("a character that a held key repeats is a sign that somebody is there, and no letter of an exit word") {
    Bench bench(sample("question"));
    bench.ui.kiosk = true;
    const auto first = [&](const stage::Typed& typed) { return bench.take(typed).at(0); };
    CHECK(first({U'k', false}) == screens::Intent{screens::UserActivity{U'k'}});
    CHECK(first({U'k', true}) == screens::Intent{screens::UserActivity{}});
}

TEST_CASE("arrows go to the neighbour on the ui") {
    Bench bench(sample("question")); // two rows of two cards, with the focus on the second card
    CHECK(only(bench.take(key(Key::left))) == screens::Intent{screens::FocusOn{0}});
    CHECK(only(bench.take(key(Key::down))) == screens::Intent{screens::FocusOn{3}});
    CHECK(only(bench.take(key(Key::right))) == screens::Intent{screens::MoveFocus{1}});
}

TEST_CASE("a scale is slid by pointer and arrows, and takes digits as text") {
    Bench bench(sample("question_number"));
    REQUIRE(bench.state.sliders.size() == 1);
    const stage::Rect track = bench.state.sliders[0].track;
    const auto down = bench.take(stage::PointerDown{{track.x + track.w / 4, track.centre().y}});
    REQUIRE(std::holds_alternative<screens::SlideTo>(only(down)));
    CHECK(std::get<screens::SlideTo>(only(down)).share == doctest::Approx(0.25));
    CHECK(std::get<screens::SlideTo>(only(bench.take(stage::PointerMove{{track.right() + 500, 0}}))).share == 1);
    CHECK(bench.take(stage::PointerUp{{track.right() + 500, 0}}).empty());
    CHECK(bench.take(key(Key::digit)).empty());
    CHECK(only(bench.take(stage::Typed{U'7'})) == screens::Intent{screens::TypeText{"7"}});
    CHECK(only(bench.take(key(Key::left))) == screens::Intent{screens::Adjust{-1, -1}});
    CHECK(only(bench.take(key(Key::backspace))) == screens::Intent{screens::EditText{screens::Edit::backspace}});
    CHECK(only(bench.take(key(Key::enter))) == screens::Intent{screens::Activate{}});
}

TEST_CASE("each of several scales is slid by the pointer, and gets the focus") {
    Bench bench(sample("simulation"));
    REQUIRE(bench.state.sliders.size() == 2);
    const window::Slider second = bench.state.sliders[1];
    const auto down = bench.take(stage::PointerDown{second.track.centre()});
    REQUIRE(down.size() == 2);
    CHECK(down[0] == screens::Intent{screens::FocusOn{second.focus}});
    CHECK(std::get<screens::SlideTo>(down[1]).share == doctest::Approx(0.5));
    const auto move = bench.take(stage::PointerMove{{second.track.x - 100, 0}});
    CHECK(only(move) == screens::Intent{screens::SlideTo{0}});
}

TEST_CASE("a digit that chooses is not typed on the screen that follows") {
    Bench bench(sample("simulation_asks"));
    CHECK(only(bench.take(KeyDown{Key::digit, 1, false, false, false})) == screens::Intent{screens::Choose{1}});
    bench.ui.screens.back() = sample("simulation");
    CHECK(bench.take(stage::Typed{U'1'}).empty());
    CHECK(bench.take(KeyDown{Key::digit, 1, false, false, false}).empty());
    CHECK(only(bench.take(stage::Typed{U'1'})) == screens::Intent{screens::TypeText{"1"}});
}

TEST_CASE("a word is typed, blanks and foreign letters too, and its caret moves") {
    Bench bench(sample("question_text"));
    CHECK(bench.take(key(Key::space)).empty());
    CHECK(only(bench.take(stage::Typed{U' '})) == screens::Intent{screens::TypeText{" "}});
    CHECK(only(bench.take(stage::Typed{U'β'})) == screens::Intent{screens::TypeText{"β"}});
    CHECK(only(bench.take(stage::Typed{U'😀'})) == screens::Intent{screens::TypeText{"😀"}});
    CHECK(only(bench.take(key(Key::left))) == screens::Intent{screens::EditText{screens::Edit::left}});
    CHECK(only(bench.take(key(Key::home))) == screens::Intent{screens::EditText{screens::Edit::home}});
}

TEST_CASE("cards that are ticked and targets that are given answer a click") {
    for (const char* name : {"question_ticks", "question_pairs"}) {
        Bench bench(sample(name));
        const window::Hit hit = bench.state.hits.back();
        const int focus = hit.focus;
        const stage::Vec at = hit.area.centre();
        (void)bench.take(stage::PointerDown{at});
        CHECK(only(bench.take(stage::PointerUp{at})) == screens::Intent{screens::Press{focus}});
    }
}

TEST_CASE("arrows carry the item that is held") {
    Bench bench(sample("question_order_held"));
    CHECK(only(bench.take(key(Key::up))) == screens::Intent{screens::Carry{-1}});
    CHECK(only(bench.take(key(Key::down))) == screens::Intent{screens::Carry{1}});
}

TEST_CASE("the pointer brings the focus and a click presses") {
    Bench bench(sample("question"));
    const stage::Vec third = bench.middle_of(2);
    CHECK(only(bench.take(stage::PointerMove{third})) == screens::Intent{screens::FocusOn{2}});
    CHECK(bench.take(stage::PointerDown{third}).empty());
    CHECK(only(bench.take(stage::PointerUp{third})) == screens::Intent{screens::Press{2}});
    CHECK(bench.take(stage::PointerDown{third}).empty());
    CHECK(bench.take(stage::PointerUp{{2, 2}}).empty());
}

TEST_CASE("a hint of the footer does at a click what its key does") {
    Bench bench(sample("question"));
    bench.ui.footer = {{"1", "answer", std::nullopt},
                       {"F1", "keys", screens::ActionId::help},
                       {"Esc", "home", screens::ActionId::back}};
    bench.frames(1);
    REQUIRE(bench.state.clicks.size() == 2);
    CHECK(only(bench.take(stage::PointerDown{bench.state.clicks[0].area.centre()})) ==
          screens::Intent{screens::Act{screens::ActionId::help}});
    CHECK(only(bench.take(stage::PointerDown{bench.state.clicks[1].area.centre()})) ==
          screens::Intent{screens::Act{screens::ActionId::back}});
    CHECK(bench.take(stage::PointerUp{bench.state.clicks[1].area.centre()}).empty());
}

TEST_CASE("an item dragged over another takes its place") {
    Bench bench(sample("question_order"));
    const stage::Vec first = bench.middle_of(0);
    const stage::Vec fourth = bench.middle_of(3);
    CHECK(bench.take(stage::PointerDown{first}).empty());
    CHECK(bench.take(stage::PointerMove{fourth}).empty());
    CHECK(bench.state.drag.active());
    bench.frames(1);
    CHECK(only(bench.take(stage::PointerUp{fourth})) == screens::Intent{screens::MoveItem{0, 3}});
    CHECK_FALSE(bench.state.drag.active());
}

TEST_CASE("while a name is typed digits and spaces are text") {
    Bench bench(sample("name"));
    CHECK(bench.take(KeyDown{Key::digit, 3, false, false, false}).empty());
    CHECK(bench.take(key(Key::space)).empty());
    CHECK(only(bench.take(key(Key::enter))) == screens::Intent{screens::Activate{}});
    CHECK(only(bench.take(key(Key::escape))) == screens::Intent{screens::Act{screens::ActionId::back}});
}

TEST_CASE("what is typed takes the place of the old name, which is selected, and is handed on") {
    Bench bench(sample("name"));
    bench.bridge->push(stage::Typed{U'x'});
    const auto out = bench.frames(3);
    REQUIRE_FALSE(out.empty());
    CHECK(out.front() == screens::Intent{screens::TypeName{"x"}});
}

TEST_CASE("the presenter's text replaces what is in the field") {
    Bench bench(sample("name"));
    bench.bridge->push(stage::Typed{U'x'});
    bench.frames(3);
    std::get<screens::NameModel>(bench.ui.screens.back()).text = "Kept";
    bench.frames(3);
    CHECK(bench.state.typed == "Kept");
}

TEST_CASE("a click on a picture goes to the nearest of its places, and beside it to none") {
    Bench bench(sample("question_point"));
    REQUIRE(bench.state.picture.has_value());
    const auto click = [&](stage::Vec at) {
        bench.take(stage::PointerDown{at});
        return bench.take(stage::PointerUp{at});
    };
    const stage::Vec second = bench.middle_of(1);
    CHECK(only(click(second)) == screens::Intent{screens::Press{1}});
    CHECK(only(click({bench.state.picture->x + 5, bench.state.picture->y + 5})) == screens::Intent{screens::Press{1}});
    CHECK(only(click({bench.state.picture->right() - 5, bench.state.picture->bottom() - 5})) ==
          screens::Intent{screens::Press{2}});
    CHECK(click({bench.state.picture->right() + 60, bench.state.picture->y + 20}).empty());
}

TEST_CASE("a scroll bar is taken hold of: its thumb stays under the pointer, its track brings it there") {
    Bench bench(sample("reveal_right"), {1024, 768}, 2);
    const auto held = std::find_if(bench.state.scrolls.begin(), bench.state.scrolls.end(), [](const auto& entry) {
        return entry.second.shown && entry.second.furthest() > 40;
    });
    REQUIRE(held != bench.state.scrolls.end());
    window::Scroll& scroll = held->second;
    REQUIRE(scroll.track.h > 0);
    const float x = scroll.track.centre().x;
    const auto offset = [&] { return scroll.offset.value(bench.now); };
    const float before = offset();
    const stage::Vec thumb{x, scroll.track.y + (scroll.track.h - scroll.thumb) * before / scroll.furthest() + 3};
    CHECK(bench.take(stage::PointerDown{thumb}).empty());
    bench.take(stage::PointerMove{{x, thumb.y + 30}});
    bench.frames(1);
    CHECK(offset() == doctest::Approx(std::min(scroll.furthest(),
                                               before + 30 * scroll.furthest() / (scroll.track.h - scroll.thumb)))
                          .epsilon(0.02));
    CHECK(bench.take(stage::PointerUp{{x, thumb.y + 30}}).empty());
    bench.take(stage::PointerMove{{x - 300, thumb.y}});
    bench.frames(1);
    const float after = offset();
    CHECK(bench.take(stage::PointerDown{{x, scroll.track.bottom() - 1}}).empty());
    bench.frames(1);
    CHECK(offset() > after);
    CHECK(offset() == doctest::Approx(scroll.furthest()));
    bench.take(stage::PointerMove{{x, -500}});
    bench.frames(1);
    CHECK(offset() == 0);
    bench.take(stage::PointerUp{{x, -500}});
}

TEST_CASE("settings: arrows change the row, a click on an option sets it") {
    Bench bench(sample("settings"));
    CHECK(only(bench.take(key(Key::right))) == screens::Intent{screens::Adjust{-1, 1}});
    CHECK(only(bench.take(key(Key::down))) == screens::Intent{screens::MoveFocus{1}});
}

TEST_CASE("the focus is scrolled into view at 200 percent, and nothing moves afterwards") {
    for (int focus = 0; focus < 4; ++focus) {
        CAPTURE(focus);
        Bench bench(sample("question"), {1024, 768}, 2);
        std::get<screens::QuestionModel>(bench.ui.screens.back()).focus = focus;
        bench.frames(6);
        CHECK_FALSE(bench.moving);
        bool seen = false;
        for (const window::Hit& hit : bench.state.hits) {
            if (hit.focus == focus) seen = hit.area.h >= hit.place.h - 1;
        }
        CHECK(seen);
    }
}

TEST_CASE("a picture takes the space that the answers leave, and never theirs") {
    for (const char* name :
         {"question_image", "question_image_tall", "question_image_missing", "question_image_card"}) {
        for (const stage::Vec window : {stage::Vec{1024, 768}, stage::Vec{1280, 720}, stage::Vec{1920, 1080}}) {
            CAPTURE(name);
            CAPTURE(window.x);
            Bench bench(sample(name), window);
            // All answers are in view although nothing was scrolled.
            for (const window::Hit& hit : bench.state.hits) CHECK(hit.area.h >= hit.place.h - 1);
            std::vector<stage::Rect> pictures;
            for (const stage::Layer& layer : bench.layers)
                for (const stage::PlacedPicture& picture : layer.pictures) pictures.push_back(picture.rect);
            if (std::string(name) == "question_image_missing") {
                CHECK(pictures.empty());
                continue;
            }
            REQUIRE(pictures.size() == 1);
            const stage::Rect& picture = pictures.front();
            CHECK(picture.h >= 4 * bench.fonts.em(stage::Type::body) - 1);
            CHECK(picture.x >= 0);
            CHECK(picture.right() <= window.x);
            CHECK(picture.bottom() <= window.y);
            for (const window::Hit& hit : bench.state.hits) {
                const stage::Rect shared = picture.cut(hit.place);
                CHECK((shared.w <= 0 || shared.h <= 0));
            }
        }
    }
}

TEST_CASE("what is asked next on the same screen starts in view") {
    Bench bench(sample("question_number"), {1024, 768}, 2);
    auto& model = std::get<screens::QuestionModel>(bench.ui.screens.back());
    model.prompt = std::string(60, 'a') + " " + std::string(60, 'b') + " " + std::string(60, 'c');
    bench.frames(4);
    CHECK(window::scroll_by(bench.state, 10000, bench.now, 0));
    bench.frames(2);
    model.answer = screens::ChoiceModel{{{"1", "Guess", {}}, {"2", "I think so", {}}, {"3", "I'm sure", {}}}};
    model.instruction = "How sure are you?";
    model.check.clear();
    model.focus = 0;
    bench.frames(4);
    for (const window::Hit& hit : bench.state.hits) {
        if (hit.focus == 0) CHECK(hit.area.h >= hit.place.h - 1);
    }
}

TEST_CASE("a picture never covers the button, however wide it is") {
    auto model = std::get<screens::QuestionModel>(sample("question_image_card"));
    const std::string leaf = std::get<screens::QuestionModel>(sample("question_image")).image->path;
    for (const bool in_class : {false, true}) {
        for (const stage::Vec window : {stage::Vec{1024, 768}, stage::Vec{1280, 720}, stage::Vec{1280, 600}}) {
            CAPTURE(in_class);
            CAPTURE(window.x);
            model.image->path = leaf;
            Bench bench(Bench::ui_of(model), window, 1, in_class);
            REQUIRE(bench.state.hits.size() == 1);
            for (const stage::Layer& layer : bench.layers) {
                for (const stage::PlacedPicture& picture : layer.pictures) {
                    const stage::Rect shared = picture.rect.cut(bench.state.hits.front().place);
                    CHECK((shared.w <= 0 || shared.h <= 0));
                }
            }
        }
    }
}

TEST_CASE("a vote shows the picture of each choice, whether hands are counted or shown") {
    const auto question = std::get<screens::QuestionModel>(sample("question_image_choices"));
    const auto& cards = std::get<screens::ChoiceModel>(question.answer).choices;
    screens::SpreadModel spread;
    for (const screens::ChoiceCard& card : cards) spread.bars.push_back({card, 0.25, "5"});
    for (const screens::AnswerModel& answer :
         {screens::AnswerModel{screens::TallyModel{cards, std::vector<std::string>(cards.size(), "5")}},
          screens::AnswerModel{spread}}) {
        screens::QuestionModel model = question;
        model.answer = answer;
        Bench bench(Bench::ui_of(model), {1280, 1600}, 1, true);
        std::vector<stage::Rect> pictures;
        for (const stage::Layer& layer : bench.layers)
            for (const stage::PlacedPicture& picture : layer.pictures) pictures.push_back(picture.rect);
        CHECK(pictures.size() == 3); // the file of the fourth is missing, so its words are shown
        for (std::size_t i = 1; i < pictures.size(); ++i) CHECK(pictures[i - 1].cut(pictures[i]).h <= 0);
    }
}

TEST_CASE("what is right is in view when it is revealed, to one person and to a class") {
    for (const samples::Sample& one : samples::all()) {
        const auto* reveal = std::get_if<screens::RevealModel>(&one.ui.screens.back());
        if (reveal == nullptr) continue;
        for (const stage::Vec window : {stage::Vec{1024, 768}, stage::Vec{1280, 720}, stage::Vec{1920, 1080}}) {
            for (const auto& [scale, in_class] : {std::pair{1.0F, false}, {2.0F, false}, {1.0F, true}}) {
                CAPTURE(one.name);
                CAPTURE(window.x);
                CAPTURE(scale);
                CAPTURE(in_class);
                screens::RevealModel model = *reveal;
                model.focus = 1; // the button to go on
                if (in_class) model.strip = screens::TeamStrip{{{{}, "Otters", "0"}}, "Otters: your turn"};
                Bench bench(Bench::ui_of(model), window, scale, in_class);
                int kept = 0;
                for (const auto& [key, scroll] : bench.state.scrolls) {
                    if (!scroll.kept) continue;
                    ++kept;
                    const float top = scroll.kept->y - scroll.offset.target();
                    CHECK(top >= 0);
                    // A long list begins at the top.
                    if (scroll.kept->h <= scroll.view.h) CHECK(top + scroll.kept->h <= scroll.view.h);
                    else CHECK(top < scroll.view.h / 4);
                }
                CHECK(kept == 1);
            }
        }
    }
}

TEST_CASE("what is right stays where a person scrolled it") {
    screens::RevealModel model = std::get<screens::RevealModel>(sample("reveal_image"));
    model.strip = screens::TeamStrip{{{{}, "Otters", "0"}}, ""};
    model.prompt = std::string(400, 'a') + " " + std::string(400, 'b');
    Bench bench(Bench::ui_of(model), {1280, 720}, 1, true);
    window::Scroll& scroll = bench.state.scrolls.at("reveal/7/answers");
    REQUIRE(scroll.offset.target() > 10);
    CHECK(window::move_scroll(scroll, -10000, bench.now, 0));
    bench.frames(3);
    CHECK(scroll.offset.target() == 0);
}

TEST_CASE("every screen comes to rest at every size and scale") {
    for (const samples::Sample& one : samples::all()) {
        for (const stage::Vec window : {stage::Vec{1024, 768}, stage::Vec{480, 360}}) {
            for (const float scale : {1.0F, 2.0F}) {
                CAPTURE(one.name);
                CAPTURE(scale);
                CAPTURE(window.x);
                Bench bench(one.ui.screens.back(), window, scale);
                bench.frames(8);
                CHECK_FALSE(bench.moving);
            }
        }
    }
}

TEST_CASE("whatever can be clicked is large enough") {
    for (const samples::Sample& one : samples::all()) {
        Bench bench(one.ui.screens.back());
        for (const window::Hit& hit : bench.state.hits) {
            CAPTURE(one.name);
            CAPTURE(hit.focus);
            CHECK(hit.place.h >= 43.9F);
            CHECK(hit.place.w >= 43.9F);
        }
    }
}
