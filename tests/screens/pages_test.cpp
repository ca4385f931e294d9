// The pages of progress: what each chart and its rows say, and that looking at them changes nothing.
#include <numeric>

#include "game/screens/study/progress_screen.hpp"
#include "tests/screens/test_program.hpp"

using namespace chelate;
using namespace chelate::screens;
using namespace chelate::test;

namespace {

/// A person who has studied on some evenings and missed the first question of each.
struct Evenings {
    TestProgram program;

    explicit Evenings(int evenings) {
        for (int i = 0; i < evenings; ++i) {
            App app = program.open();
            app.handle(Activate{});
            if (shows<QuestionModel>(app)) {
                answer(app, program.game, false);
                play_out(app, program.game, true);
            }
            program.clock.advance(a_day);
        }
    }
};

/// Opens the pages of progress from home.
void look(App& app) {
    const auto& home = top<HomeModel>(app);
    REQUIRE_FALSE(home.progress.empty());
    app.handle(Press{home.resume ? 1 : 0});
}

const KnowledgeModel& page(App& app, ProgressView view) {
    app.handle(Press{static_cast<int>(view)});
    return top<KnowledgeModel>(app);
}

} // namespace

TEST_SUITE("screens/pages") {
    TEST_CASE("nothing leads to progress before there is some; from the first answer on every page says something") {
        TestProgram program;
        App app = program.open();
        CHECK(top<HomeModel>(app).progress.empty());
        app.handle(Activate{});
        answer(app, program.game, true);
        app.handle(Act{ActionId::back});
        look(app);
        for (int view = 0; view < progress_views; ++view) {
            CAPTURE(view);
            const auto& model = page(app, static_cast<ProgressView>(view));
            CHECK_FALSE(model.title.empty());
            CHECK_FALSE(model.caveat.empty());
            CHECK(model.chips.front().chosen == std::vector<int>{view});
        }
        CHECK(page(app, ProgressView::history).rows.empty());
        CHECK(page(app, ProgressView::memories).rows.size() >= 1);
        CHECK(page(app, ProgressView::topics).rows.front().about.find("new") != std::string::npos);
        app.handle(Act{ActionId::back});
        CHECK(shows<HomeModel>(app));
    }

    TEST_CASE("today: what is due and why, and how long it takes") {
        Evenings somebody(3);
        App app = somebody.program.open();
        const auto plan = somebody.program.game.study().day_plan();
        REQUIRE(plan.has_value());
        REQUIRE_FALSE(plan->due.empty());
        look(app);
        const auto& model = page(app, ProgressView::today);
        CHECK(model.rows.size() == plan->due.size() + plan->fresh.size());
        for (const KnownRow& row : model.rows) {
            CHECK_FALSE(row.about.empty());
            CHECK_FALSE(row.cells.front().text.empty());
        }
        CHECK(model.caveat.find(" min.") != std::string::npos);
        CHECK(std::any_of(model.rows.begin(), model.rows.end(),
                          [](const KnownRow& row) { return row.about.find("is down to") != std::string::npos; }));
        CHECK(std::any_of(model.rows.begin(), model.rows.end(),
                          [](const KnownRow& row) { return row.about.find("seen it yet") != std::string::npos; }));
    }

    TEST_CASE("mastery: the parts of every bar are all of it, and the words say the same numbers") {
        Evenings somebody(4);
        App app = somebody.program.open();
        look(app);
        for (const ProgressView view : {ProgressView::topics, ProgressView::subjects}) {
            const auto& model = page(app, view);
            REQUIRE_FALSE(model.rows.empty());
            CHECK(model.legend.size() == 4);
            bool learning = false;
            for (const KnownRow& row : model.rows) {
                const double whole = std::accumulate(row.parts.begin(), row.parts.end(), 0.0,
                                                     [](double sum, const BarPart& part) { return sum + part.share; });
                CHECK(whole == doctest::Approx(1));
                learning = learning || row.about.find("learning") != std::string::npos;
            }
            CHECK(learning);
        }
        CHECK(page(app, ProgressView::subjects).rows.front().look.has_value()); // what the pack is about comes first
    }

    TEST_CASE("forecast and calendar: each mark of the chart has its words, and its row says the same") {
        Evenings somebody(5);
        App app = somebody.program.open();
        look(app);
        const KnowledgeModel forecast = page(app, ProgressView::forecast);
        REQUIRE(forecast.chart.has_value());
        CHECK(forecast.chart->points.size() == 30);
        CHECK(forecast.chart->points.front().now);
        for (const ChartPoint& point : forecast.chart->points) {
            CHECK_FALSE(point.text.empty());
            CHECK((point.row >= 0) == (point.value > 0));
            if (point.row >= 0)
                CHECK(point.text.find(forecast.rows.at(static_cast<std::size_t>(point.row)).cells.front().text) !=
                      std::string::npos);
        }
        const KnowledgeModel year = page(app, ProgressView::calendar);
        REQUIRE(year.chart.has_value());
        CHECK(year.chart->kind == ChartKind::days);
        CHECK(year.chart->points.size() > 52 * 7);
        CHECK(year.chart->points.size() <= 53 * 7);
        CHECK(year.chart->points.back().now);
        const auto studied = std::count_if(year.chart->points.begin(), year.chart->points.end(),
                                           [](const ChartPoint& point) { return point.value > 0; });
        CHECK(studied == 5);
        CHECK(year.caveat.find("5 days") != std::string::npos);
        std::size_t lines = 0;
        for (const KnownRow& row : year.rows) lines += row.details.size();
        CHECK(lines == 5);
    }

    TEST_CASE("memories: the weakest first, the curve is that of the row, falls, and shows today and the next time") {
        Evenings somebody(3);
        App app = somebody.program.open();
        look(app);
        REQUIRE(page(app, ProgressView::memories).rows.size() > 10);
        const auto& rows = top<KnowledgeModel>(app).rows;
        CHECK(std::is_sorted(rows.begin(), rows.end(),
                             [](const KnownRow& a, const KnownRow& b) { return a.bar->to < b.bar->to; }));
        const ChartModel first = *top<KnowledgeModel>(app).chart;
        app.handle(FocusOn{progress_views + static_cast<int>(rows.size()) - 1});
        const ChartModel last = *top<KnowledgeModel>(app).chart;
        CHECK(first != last);
        for (const ChartModel& curve : {first, last}) {
            CHECK(curve.kind == ChartKind::line);
            CHECK(curve.goal == doctest::Approx(0.9));
            CHECK(std::is_sorted(curve.points.begin(), curve.points.end(),
                                 [](const ChartPoint& a, const ChartPoint& b) { return a.x < b.x; }));
            CHECK(std::is_sorted(curve.points.rbegin(), curve.points.rend(),
                                 [](const ChartPoint& a, const ChartPoint& b) { return a.value < b.value; }));
            CHECK(std::count_if(curve.points.begin(), curve.points.end(),
                                [](const ChartPoint& point) { return point.now; }) == 1);
            for (const ChartPoint& point : curve.points) CHECK(point.x <= 1);
        }
        app.handle(Activate{});
        const KnownRow& open = top<KnowledgeModel>(app).rows.back();
        REQUIRE(open.open);
        CHECK(open.details.size() >= 3);
        CHECK(open.details.back().find("Next question") != std::string::npos);
        // F5 asks about it.
        app.handle(Act{ActionId::ask_about});
        CHECK((shows<QuestionModel>(app) || shows<DialogModel>(app)));
    }

    TEST_CASE("memories: what was missed today shows no chance, because just having read the answer proves nothing") {
        TestProgram program;
        App app = program.open();
        app.handle(Activate{});
        answer(app, program.game, false);
        app.handle(Act{ActionId::back});
        look(app);
        const KnowledgeModel model = page(app, ProgressView::memories);
        REQUIRE_FALSE(model.rows.empty());
        for (const KnownRow& row : model.rows) CHECK(row.cells.front().text == words().text("know.missed_today"));
        const auto now = std::find_if(model.chart->points.begin(), model.chart->points.end(),
                                      [](const ChartPoint& point) { return point.now; });
        REQUIRE(now != model.chart->points.end());
        CHECK(now->text.starts_with("Today: missed"));
    }

    TEST_CASE("sureness: too few answers are said to be too few, and nobody is judged by them") {
        Evenings few(1);
        App app = few.program.open();
        look(app);
        const auto& model = page(app, ProgressView::confidence);
        REQUIRE(model.rows.size() == 3);
        CHECK(model.rows[2].cells.front().text.find("too few answers to judge") != std::string::npos);
        CHECK(model.rows[2].about.find("You ") == std::string::npos);
        CHECK(model.rows[0].cells.front().text == words().text("know.no_answers"));
        REQUIRE(model.chart.has_value());
        for (const ChartPoint& point : model.chart->points) CHECK(point.fair.has_value());

        Evenings many(5);
        App later = many.program.open();
        look(later);
        CHECK(page(later, ProgressView::confidence).rows[2].cells.front().text.find("too few") == std::string::npos);
        CHECK(top<KnowledgeModel>(later).rows[2].about.find("You ") != std::string::npos);
    }

    TEST_CASE("history: each round as it was, and back to the list") {
        Evenings somebody(2);
        App app = somebody.program.open();
        look(app);
        const auto& model = page(app, ProgressView::history);
        REQUIRE(model.rows.size() == somebody.program.game.history().rounds().size());
        REQUIRE(model.rows.size() == 2);
        app.handle(Press{progress_views});
        REQUIRE(shows<RevealModel>(app));
        CHECK(top<RevealModel>(app).saved);
        const std::string first = top<RevealModel>(app).prompt;
        app.handle(Adjust{-1, 1});
        CHECK(top<RevealModel>(app).prompt != first);
        app.handle(Act{ActionId::back});
        CHECK(shows<KnowledgeModel>(app));
        app.handle(Act{ActionId::back});
        REQUIRE(shows<HomeModel>(app));
        CHECK(somebody.program.game.history().rounds().size() == 2);
        CHECK_FALSE(somebody.program.game.rounds().interrupted().has_value());
    }

    TEST_CASE("what was mixed up stands there with how often") {
        TestProgram program;
        for (int evening = 0; evening < 4; ++evening) {
            App app = program.open();
            app.handle(Activate{});
            play_out(app, program.game, evening > 1);
            program.clock.advance(a_day);
        }
        App app = program.open();
        look(app);
        const auto& model = page(app, ProgressView::confused);
        int pairs = 0;
        for (const auto& [item, trace] : program.game.study().learner()->records())
            pairs += item.kind == ItemKind::pair && trace.misses > 0 ? 1 : 0;
        CHECK(static_cast<int>(model.rows.size()) == pairs);
        for (const KnownRow& row : model.rows) CHECK(row.cells.front().text.find("missed") != std::string::npos);
    }

    TEST_CASE("looking changes no memory") {
        Evenings somebody(3);
        App app = somebody.program.open();
        const study::MemoryRecords before = somebody.program.game.study().learner()->records();
        look(app);
        for (int view = 0; view < progress_views; ++view) {
            (void)page(app, static_cast<ProgressView>(view));
            app.handle(Press{progress_views});
            if (shows<RevealModel>(app)) app.handle(Act{ActionId::back});
        }
        CHECK(somebody.program.game.study().learner()->records() == before);
    }
}
