#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <stdlib.h>

#include "engine/quiz/pool.hpp"
#include "game/app/html.hpp"
#include "game/app/papers.hpp"
#include "game/app/ways/ways.hpp"
#include "tests/app/program.hpp"

using namespace chelate;
using namespace chelate::app;
using namespace chelate::test;

namespace {

const quiz::SessionState& state(SessionPlan& session_plan) { return session_plan.game.run().history().state; }

content::Round own(int count = 10) {
    content::Round round;
    round.id = content::RoundId{own_round};
    round.count = count;
    return round;
}

void start(SessionPlan& session_plan, const content::Round& round, std::uint64_t seed = 5) {
    REQUIRE(session_plan.game.play_as("Ada").has_value());
    REQUIRE(session_plan.game.start(round, seed, quiz::SessionId{"own-" + std::to_string(++session_plan.sessions)})
                .has_value());
}

/// Answers the open question and goes on.
void answer(SessionPlan& session_plan, bool right) {
    const quiz::QuestionRecord asked = state(session_plan).asked.back();
    const auto response = right ? quiz::key_response(*asked.question, asked.display_order)
                                : quiz::wrong_response(*asked.question, asked.display_order);
    REQUIRE(session_plan.game.run().submit(quiz::SubmitAnswer{session_plan.game.seat(), response}).has_value());
    REQUIRE(session_plan.game.run().advance().has_value());
}

std::string content_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_SUITE("app/rounds") {
    TEST_CASE("five minutes end on time: the open question counts for nothing, the rest is kept") {
        SessionPlan session_plan;
        content::Round round = own();
        round.minutes = 5;
        start(session_plan, round);
        REQUIRE(session_plan.game.run().advance().has_value());
        for (int i = 0; i < 9; ++i) {
            session_plan.clock.advance({30000});
            answer(session_plan, true);
        }
        session_plan.clock.advance({29999});
        CHECK_FALSE(session_plan.game.run().tick());
        session_plan.clock.advance({1});
        const quiz::QuestionRecord asked = state(session_plan).asked.back();
        CHECK_FALSE(session_plan.game.run()
                        .submit(quiz::SubmitAnswer{session_plan.game.seat(),
                                                   quiz::key_response(*asked.question, asked.display_order)})
                        .has_value());
        CHECK(session_plan.game.run().tick());
        CHECK(state(session_plan).phase == quiz::Phase::finished);
        CHECK(state(session_plan).asked.back().voided);
        CHECK(state(session_plan).scores[0].asked == 9);
        CHECK(state(session_plan).scores[0].right == 9);
        REQUIRE(session_plan.game.history().empty()); // told when the round is left
        session_plan.game.leave();
        REQUIRE(session_plan.game.history().size() == 1);
        CHECK(session_plan.game.history()[0].complete);
    }

    TEST_CASE("the bell does not ring while a reveal is read, and the next question is the end") {
        SessionPlan session_plan;
        content::Round round = own();
        round.minutes = 1;
        start(session_plan, round);
        REQUIRE(session_plan.game.run().advance().has_value());
        const quiz::QuestionRecord asked = state(session_plan).asked.back();
        REQUIRE(session_plan.game.run()
                    .submit(quiz::SubmitAnswer{session_plan.game.seat(),
                                               quiz::key_response(*asked.question, asked.display_order)})
                    .has_value());
        session_plan.clock.advance({90000});
        CHECK_FALSE(session_plan.game.run().tick());
        CHECK(state(session_plan).phase == quiz::Phase::revealed);
        REQUIRE(session_plan.game.run().advance().has_value());
        CHECK(state(session_plan).phase == quiz::Phase::finished);
    }

    TEST_CASE("played again after its mistakes, a round that a bell ends still ends by it") {
        SessionPlan session_plan;
        content::Round round = own();
        round.minutes = 5;
        start(session_plan, round);
        REQUIRE(session_plan.game.run().advance().has_value());
        answer(session_plan, false);
        REQUIRE(session_plan.game.run().submit(quiz::FinishSession{}).has_value());
        session_plan.game.play_mistakes(quiz::SessionId{"mistakes"});
        CHECK(state(session_plan).plan.planned == 1);
        REQUIRE(session_plan.game.start_again(3, quiz::SessionId{"again"}).has_value());
        CHECK(state(session_plan).plan.rules.bell == Millis{300000});
        CHECK(state(session_plan).plan.planned > 40);
    }

    TEST_CASE("a clock runs after the time to read, and closes the question without a penalty") {
        SessionPlan session_plan;
        content::Round round = own();
        round.seconds = 15;
        start(session_plan, round);
        REQUIRE(session_plan.game.run().advance().has_value());
        const quiz::QuestionTime time = *session_plan.game.view().question->time;
        CHECK(time.all - time.reading == Millis{15000});
        CHECK(time.reading.count > 1000);
        session_plan.clock.advance(time.all);
        CHECK_FALSE(session_plan.game.run().tick());
        session_plan.clock.advance({1});
        CHECK(session_plan.game.run().tick());
        CHECK(state(session_plan).phase == quiz::Phase::revealed);
        CHECK(state(session_plan).scores[0].points.count == 0);
        CHECK(state(session_plan).scores[0].asked == 1);
    }

    TEST_CASE("the screen shows the clock, whole while the question is read, and goes to the reveal when it is over") {
        SessionPlan session_plan;
        App app = session_plan.open();
        app.handle(Press{corner_of(app, "home.own_round")});
        REQUIRE(shows<SettingsModel>(app));
        const auto rows = top<SettingsModel>(app).rows;
        const auto row = std::find_if(rows.begin(), rows.end(),
                                      [](const SettingRow& one) { return one.name == words().text("own.clock"); });
        app.handle(SetOption{static_cast<int>(row - rows.begin()), 1});
        app.handle(Press{static_cast<int>(rows.size())});
        REQUIRE(shows<QuestionModel>(app));
        CHECK(top<QuestionModel>(app).clock->share == 1.0);
        const quiz::QuestionTime time = *session_plan.game.view().question->time;
        session_plan.clock.advance(time.reading);
        app.tick();
        CHECK(top<QuestionModel>(app).clock->share == 1.0);
        session_plan.clock.advance({7500});
        app.tick();
        CHECK(top<QuestionModel>(app).clock->share == doctest::Approx(0.5));
        session_plan.clock.advance({7501});
        app.tick();
        CHECK(shows<RevealModel>(app));
    }

    TEST_CASE("a pool lets through its topic, subject, mechanism, kind and difficulty, and nothing else") {
        SessionPlan session_plan;
        const content::Pack& pack = session_plan.game.pack();
        const auto all_of = [&](const content::Round& round, auto fits) {
            start(session_plan, round);
            REQUIRE(state(session_plan).plan.planned > 0);
            while (session_plan.game.run().advance() && state(session_plan).phase == quiz::Phase::asked) {
                const quiz::Question& question = *state(session_plan).asked.back().question;
                CAPTURE(question.id);
                CHECK(fits(question));
                REQUIRE(session_plan.game.run().submit(quiz::CloseQuestion{}).has_value());
            }
        };
        content::Round round = own(40);
        round.pool.topics = {pack.topics.front().id};
        all_of(round, [&](const quiz::Question& question) { return question.topic == pack.topics.front().id; });
        round.pool = {};
        round.pool.subjects = {pack.subjects.begin()->first};
        all_of(round, [&](const quiz::Question& question) {
            const auto subjects = quiz::subjects_of(pack, question);
            return std::find(subjects.begin(), subjects.end(), pack.subjects.begin()->first) != subjects.end();
        });
        round.pool = {};
        round.pool.kinds = {content::Kind::order, content::Kind::match};
        all_of(round, [](const quiz::Question& question) {
            return question.kind == content::Kind::order || question.kind == content::Kind::match;
        });
        for (const int difficulty : {1, 2, 3}) {
            round.pool = {};
            round.pool.difficulties = {difficulty};
            all_of(round, [&](const quiz::Question& question) { return question.difficulty == difficulty; });
        }
        round.pool = {};
        round.pool.mechanisms = {pack.mechanisms.begin()->first};
        all_of(round, [&](const quiz::Question& question) {
            return question.mechanisms == round.pool.mechanisms || !question.claims.empty();
        });
    }

    TEST_CASE("interleaved, no topic comes twice running while there is another") {
        SessionPlan session_plan;
        content::Round round = own(40);
        round.mixing = content::Mixing::interleaved;
        start(session_plan, round);
        int repeats = 0;
        content::TopicId last;
        while (session_plan.game.run().advance() && state(session_plan).phase == quiz::Phase::asked) {
            repeats += state(session_plan).asked.back().question->topic == last ? 1 : 0;
            last = state(session_plan).asked.back().question->topic;
            REQUIRE(session_plan.game.run().submit(quiz::CloseQuestion{}).has_value());
        }
        CHECK(state(session_plan).asked.size() == 40);
        CHECK(repeats == 0);
    }

    TEST_CASE("only what was missed: what was wrong comes back, what was right does not") {
        SessionPlan session_plan;
        content::Round round = own(6);
        start(session_plan, round);
        REQUIRE(session_plan.game.run().advance().has_value());
        std::set<ItemId> missed;
        for (int i = 0; i < 6; ++i) {
            const auto items = quiz::items_of(*state(session_plan).asked.back().question);
            if (i % 2 == 0) missed.insert(items.begin(), items.end());
            answer(session_plan, i % 2 != 0);
        }
        session_plan.game.leave();
        for (const ItemId& item : session_plan.game.missed()) CHECK(missed.contains(item));
        REQUIRE_FALSE(session_plan.game.missed().empty());
        round.pool.items = session_plan.game.missed();
        start(session_plan, round, 9);
        while (session_plan.game.run().advance() && state(session_plan).phase == quiz::Phase::asked) {
            const auto items = quiz::items_of(*state(session_plan).asked.back().question);
            CHECK(std::any_of(items.begin(), items.end(), [&](const ItemId& item) { return missed.contains(item); }));
            REQUIRE(session_plan.game.run().submit(quiz::CloseQuestion{}).has_value());
        }
    }

    TEST_CASE(
        "a round of one's own that was left is taken up where it was, and played again it is the same kind of round") {
        SessionPlan session_plan;
        content::Round round = own(4);
        round.pool.kinds = {content::Kind::compare};
        start(session_plan, round);
        REQUIRE(session_plan.game.run().advance().has_value());
        answer(session_plan, true);
        const quiz::SessionState left = state(session_plan);
        session_plan.game.leave();
        REQUIRE(session_plan.game.interrupted().has_value());
        session_plan.game.resume();
        CHECK(state(session_plan).asked == left.asked);
        while (state(session_plan).phase == quiz::Phase::asked) answer(session_plan, true);
        CHECK(state(session_plan).asked.size() == 4);
        REQUIRE(session_plan.game.start_again(77, quiz::SessionId{"again"}).has_value());
        CHECK(state(session_plan).plan.planned == 4);
        REQUIRE(session_plan.game.run().advance().has_value());
        CHECK(state(session_plan).asked.back().question->kind == content::Kind::compare);
    }

    TEST_CASE("any round can be ended early; what was answered is kept") {
        SessionPlan session_plan;
        App app = session_plan.open({.round = content::RoundId{"which-has-more"}, .seed = 3});
        app.handle(Choose{1});
        app.handle(Activate{});
        REQUIRE(shows<QuestionModel>(app));
        app.handle(EndRound{});
        REQUIRE(shows<DialogModel>(app));
        app.handle(Back{});
        REQUIRE(shows<QuestionModel>(app));
        app.handle(EndRound{});
        app.handle(Activate{});
        REQUIRE(shows<ResultModel>(app));
        CHECK(state(session_plan).scores[0].asked == 1);
        app.handle(Back{});
        CHECK_FALSE(session_plan.game.interrupted().has_value());
        CHECK(session_plan.game.history().size() == 1);
    }

    TEST_CASE("a question or what it asks about is set aside, and comes back when wanted") {
        SessionPlan session_plan;
        App app = session_plan.open({.round = content::RoundId{"which-has-more"}, .seed = 3});
        app.handle(Choose{1});
        const quiz::Question question = *state(session_plan).asked.back().question;
        app.handle(ReportWrong{});
        REQUIRE(shows<DialogModel>(app));
        app.handle(Choose{3}); // what it asks about
        app.handle(Back{});
        CHECK(session_plan.game.suspended().size() == quiz::items_of(question).size());
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            REQUIRE(
                session_plan.game
                    .start(content::RoundId{"which-has-more"}, seed, quiz::SessionId{"later-" + std::to_string(seed)})
                    .has_value());
            while (session_plan.game.run().advance() && state(session_plan).phase == quiz::Phase::asked) {
                for (const ItemId& item : quiz::items_of(*state(session_plan).asked.back().question)) {
                    CHECK_FALSE(session_plan.game.suspended().contains(item));
                }
                REQUIRE(session_plan.game.run().submit(quiz::CloseQuestion{}).has_value());
            }
        }
        session_plan.game.resume_suspended();
        CHECK(session_plan.game.suspended().empty());
    }

    TEST_CASE("players are switched, renamed and removed, each with progress of their own") {
        SessionPlan session_plan;
        start(session_plan, own(2));
        REQUIRE(session_plan.game.run().advance().has_value());
        answer(session_plan, true);
        answer(session_plan, true);
        session_plan.game.leave();
        CHECK(session_plan.game.history().size() == 1);
        REQUIRE(session_plan.game.play_as("Ben").has_value());
        CHECK(session_plan.game.history().empty());
        CHECK(session_plan.game.rename_player("ada").error().code == "name-taken");
        CHECK(session_plan.game.rename_player("").error().code == "name-empty");
        REQUIRE(session_plan.game.rename_player("Benedict").has_value());
        CHECK(session_plan.game.player() == "Benedict");
        REQUIRE(session_plan.game.play_as("Ada").has_value());
        CHECK(session_plan.game.history().size() == 1);
        App app = session_plan.open();
        app.handle(Press{corner_of(app, "home.players")});
        const auto& dialog = top<DialogModel>(app);
        REQUIRE(dialog.buttons.size() == 5); // Benedict, somebody else, rename, remove, back
        app.handle(Press{3});
        CHECK(top<DialogModel>(app).focus == 1); // keeping them has the focus
        app.handle(Press{0});
        REQUIRE(shows<HomeModel>(app));
        CHECK(session_plan.game.players() == std::vector<std::string>{"Benedict"});
        CHECK(session_plan.settings.profile == "Benedict");
        REQUIRE(session_plan.game.play_as("Ada").has_value());
        CHECK(session_plan.game.history().empty());
    }

    TEST_CASE("a round is looked back at, question by question, and printed") {
        SessionPlan session_plan;
        REQUIRE(session_plan.game.play_as("Ada").has_value());
        const content::Round* round = session_plan.game.pack().find_round(content::RoundId{"meet-the-four-forms"});
        REQUIRE(round != nullptr);
        REQUIRE(session_plan.game.start(*round, 4, quiz::SessionId{"to-look-at"}).has_value());
        std::vector<SheetQuestion> questions;
        while (session_plan.game.run().advance() && state(session_plan).phase == quiz::Phase::asked) {
            questions.push_back(
                {state(session_plan).asked.back().question, state(session_plan).asked.back().display_order});
            REQUIRE(session_plan.game.run().submit(quiz::CloseQuestion{}).has_value());
        }
        const std::string html = sheet_html(session_plan.game.pack(), words(), "A <round> & more", questions);
        CHECK(html.find("A &lt;round&gt; &amp; more") != std::string::npos);
        CHECK(html.find("<round>") == std::string::npos);
        const std::size_t answers = html.find("class=\"answers\"");
        REQUIRE(answers != std::string::npos);
        for (const SheetQuestion& asked : questions) {
            for (const quiz::Citation& source : asked.question->sources)
                CHECK(html.find(html_text(source.text)) > answers);
        }
        for (std::size_t number = 1; number <= questions.size(); ++number) {
            const quiz::View view =
                quiz::look_back(session_plan.game.run().history(), {quiz::Role::player, session_plan.game.seat()},
                                static_cast<int>(number));
            REQUIRE(view.reveal.has_value());
            CHECK(view.reveal->question == questions[number - 1].question);
            CHECK(view.reveal->display_order == questions[number - 1].shown);
            CHECK(view.question->number == static_cast<int>(number));
        }
    }

    TEST_CASE("a picture is drawn on paper, with a numbered ring at each place and no word that tells the key") {
        const quiz::PointView view{{100,
                                    60,
                                    {{content::ShapeForm::box, content::Tone::quiet, 5, 25, 95, 35},
                                     {content::ShapeForm::arrow, content::Tone::plain, 50, 5, 50, 14},
                                     {content::ShapeForm::label, content::Tone::plain, 85, 30, 0, 0, "A <wall>"}}},
                                   {{50, 30}, {20, 30}},
                                   {{"The right place", {}}, {"The wrong place", {}}}};
        std::ostringstream out;
        write_paper_form(out, view);
        const std::string html = out.str();
        CHECK(html.find("<svg viewBox=\"0 0 100 60\">") != std::string::npos);
        CHECK(html.find("A &lt;wall&gt;") != std::string::npos);
        CHECK(html.find("<circle class=\"place\" cx=\"20\" cy=\"30\"") != std::string::npos);
        CHECK(html.find("<li>2</li>") != std::string::npos);
        CHECK(html.find("right place") == std::string::npos);
    }

    TEST_CASE("sheets and reports are files in the data folder; without one a sentence says so") {
        std::string pattern = (std::filesystem::temp_directory_path() / "chelate_papers_XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        SessionPlan session_plan;
        start(session_plan, own(2));
        REQUIRE(session_plan.game.run().advance().has_value());
        answer(session_plan, false);
        const quiz::Question question = *state(session_plan).asked.front().question;
        Context context{.game = session_plan.game,
                        .words = words(),
                        .settings = session_plan.settings,
                        .save_settings = [] {},
                        .new_seed = [] { return std::uint64_t{1}; },
                        .new_session = [] { return quiz::SessionId{"x"}; },
                        .version = "chelate test",
                        .kept_in = pattern};
        const auto report = write_report(context, 1);
        REQUIRE(report.has_value());
        const std::string text = content_of(*report);
        for (const std::string& part : {question.id, question.prompt, question.explanation, quiz::key_text(question)})
            CHECK(text.find(part) != std::string::npos);
        for (const quiz::Citation& source : question.sources) CHECK(text.find(source.id.value) != std::string::npos);
        const auto second = write_report(context, 1);
        REQUIRE(second.has_value());
        CHECK(*second != *report); // the first may have been written into
        CHECK(content_of(*report) == text);
        const auto sheet = write_sheet(context);
        REQUIRE(sheet.has_value());
        CHECK(content_of(*sheet).starts_with("<!DOCTYPE html>"));
        context.kept_in.clear();
        CHECK(write_report(context, 1).error().code == "not-kept");
        std::filesystem::remove_all(pattern);
    }
}
