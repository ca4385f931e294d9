#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "engine/quiz/pool.hpp"
#include "game/print/html.hpp"
#include "game/screens/interactions/interactions.hpp"
#include "game/screens/solo/round_exports.hpp"
#include "tests/screens/test_program.hpp"

using namespace chelate;
using namespace chelate::screens;
using namespace chelate::test;

namespace {

content::Round own(int count = 10) {
    content::Round round;
    round.id = content::RoundId{session::own_round_id};
    round.count = count;
    return round;
}

void start(TestProgram& program, const content::Round& round, std::uint64_t seed = 5) {
    REQUIRE(program.game.submit(session::PlayAs{"Ada"}).has_value());
    REQUIRE(program.game.rounds().start(round, seed).has_value());
}

/// Answers the open question and goes on.
void answer(TestProgram& program, bool right) {
    const quiz::QuestionRecord asked = state(program).asked.back();
    const auto response = right ? quiz::key_response(*asked.question, asked.display_order)
                                : quiz::wrong_response(*asked.question, asked.display_order);
    REQUIRE(program.game.rounds()
                .runner()
                .submit(quiz::SubmitAnswer{program.game.players().current().seat, response})
                .has_value());
    REQUIRE(program.game.rounds().runner().advance().has_value());
}

std::string content_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Returns a text as a page of HTML has it.
std::string printed(const std::string& text) {
    pugi::xml_document document;
    print::add(document, "p", text);
    std::ostringstream out;
    document.save(out, "", pugi::format_raw | pugi::format_no_declaration);
    return out.str().substr(3, out.str().size() - 7); // without <p> and </p>
}

} // namespace

TEST_SUITE("screens/rounds") {
    TEST_CASE("five minutes end on time: the open question counts for nothing, the rest is kept") {
        TestProgram program;
        content::Round round = own();
        round.minutes = 5;
        start(program, round);
        REQUIRE(program.game.rounds().runner().advance().has_value());
        for (int i = 0; i < 9; ++i) {
            program.clock.advance({30000});
            answer(program, true);
        }
        program.clock.advance({29999});
        CHECK_FALSE(program.game.rounds().runner().tick());
        program.clock.advance({1});
        const quiz::QuestionRecord asked = state(program).asked.back();
        CHECK_FALSE(program.game.rounds()
                        .runner()
                        .submit(quiz::SubmitAnswer{program.game.players().current().seat,
                                                   quiz::key_response(*asked.question, asked.display_order)})
                        .has_value());
        CHECK(program.game.rounds().runner().tick());
        CHECK(state(program).phase == quiz::Phase::finished);
        CHECK(state(program).asked.back().voided);
        CHECK(state(program).scores[0].asked == 9);
        CHECK(state(program).scores[0].right == 9);
        REQUIRE(program.game.history().rounds().empty()); // it is saved when the round is left
        program.game.rounds().leave();
        REQUIRE(program.game.history().rounds().size() == 1);
        CHECK(program.game.history().rounds()[0].complete);
    }

    TEST_CASE("the bell does not ring while a reveal is read, and the next question is the end") {
        TestProgram program;
        content::Round round = own();
        round.minutes = 1;
        start(program, round);
        REQUIRE(program.game.rounds().runner().advance().has_value());
        const quiz::QuestionRecord asked = state(program).asked.back();
        REQUIRE(program.game.rounds()
                    .runner()
                    .submit(quiz::SubmitAnswer{program.game.players().current().seat,
                                               quiz::key_response(*asked.question, asked.display_order)})
                    .has_value());
        program.clock.advance({90000});
        CHECK_FALSE(program.game.rounds().runner().tick());
        CHECK(state(program).phase == quiz::Phase::revealed);
        REQUIRE(program.game.rounds().runner().advance().has_value());
        CHECK(state(program).phase == quiz::Phase::finished);
    }

    TEST_CASE("played again after its mistakes, a round that a bell ends still ends by it") {
        TestProgram program;
        content::Round round = own();
        round.minutes = 5;
        start(program, round);
        REQUIRE(program.game.rounds().runner().advance().has_value());
        answer(program, false);
        REQUIRE(program.game.rounds().runner().submit(quiz::FinishSession{}).has_value());
        program.game.rounds().play_mistakes();
        CHECK(state(program).plan.planned == 1);
        program.seed = 3;
        REQUIRE(program.game.rounds().start_again().has_value());
        CHECK(state(program).plan.rules.bell == Millis{300000});
        CHECK(state(program).plan.planned > 40);
    }

    TEST_CASE("a clock runs after the time to read, and closes the question without a penalty") {
        TestProgram program;
        content::Round round = own();
        round.seconds = 15;
        start(program, round);
        REQUIRE(program.game.rounds().runner().advance().has_value());
        const quiz::QuestionTime time = *program.game.rounds().view().question->time;
        CHECK(time.all - time.reading == Millis{15000});
        CHECK(time.reading.count > 1000);
        program.clock.advance(time.all);
        CHECK_FALSE(program.game.rounds().runner().tick());
        program.clock.advance({1});
        CHECK(program.game.rounds().runner().tick());
        CHECK(state(program).phase == quiz::Phase::revealed);
        CHECK(state(program).scores[0].points.count == 0);
        CHECK(state(program).scores[0].asked == 1);
    }

    TEST_CASE("the screen shows the clock, whole while the question is read, and goes to the reveal when it is over") {
        TestProgram program;
        App app = program.open();
        app.handle(Press{corner_of(app, "home.own_round")});
        REQUIRE(shows<SettingsModel>(app));
        const auto rows = top<SettingsModel>(app).rows;
        const auto row = std::find_if(rows.begin(), rows.end(),
                                      [](const SettingRow& one) { return one.name == words().text("own.clock"); });
        app.handle(SetOption{static_cast<int>(row - rows.begin()), 1});
        app.handle(Press{static_cast<int>(rows.size())});
        REQUIRE(shows<QuestionModel>(app));
        CHECK(top<QuestionModel>(app).clock->share == 1.0);
        const quiz::QuestionTime time = *program.game.rounds().view().question->time;
        program.clock.advance(time.reading);
        app.tick();
        CHECK(top<QuestionModel>(app).clock->share == 1.0);
        program.clock.advance({7500});
        app.tick();
        CHECK(top<QuestionModel>(app).clock->share == doctest::Approx(0.5));
        program.clock.advance({7501});
        app.tick();
        CHECK(top<RevealModel>(app).verdict == words().text("reveal.time_up"));
    }

    TEST_CASE("the tile of a round shows how many questions it asks, all of them statements or not") {
        content::Pack pack = shipped_pack();
        content::Round round;
        round.id = content::RoundId{"statements"};
        round.name = "Statements";
        round.count = 10;
        for (int i = 0; i < 6; ++i) {
            content::AuthoredQuestion question;
            question.id = content::QuestionId{"statement-" + std::to_string(i)};
            question.kind = content::Kind::true_false;
            question.topic = pack.topics.front().id;
            question.prompt = "Statement " + std::to_string(i) + ".";
            question.authored = content::Statement{true};
            round.questions.push_back(question.id);
            pack.questions.emplace(question.id, question);
        }
        pack.rounds.insert(pack.rounds.begin(), round);
        TestProgram program({.store = store::Store::in_memory().value()}, {}, pack);
        App app = program.open();
        CHECK(top<HomeModel>(app).rounds[0].detail == words().plural("own.questions", 6));
        app.handle(Choose{1});
        REQUIRE(shows<QuestionModel>(app));
        CHECK(state(program).plan.planned == 6);
    }

    TEST_CASE("Esc on the home screen asks, and only its first button ends the program") {
        TestProgram program;
        App app = program.open();
        for (const Intent& stays : {Intent{Act{ActionId::back}}, Intent{Activate{}}}) {
            app.handle(Act{ActionId::back});
            REQUIRE(shows<DialogModel>(app));
            app.handle(stays);
            CHECK(shows<HomeModel>(app));
            CHECK_FALSE(app.wants_to_leave());
        }
        app.handle(Act{ActionId::back});
        app.handle(Choose{1});
        CHECK(app.wants_to_leave());
        App other = program.open();
        other.handle(Act{ActionId::quit}); // the cross of the window
        CHECK(other.wants_to_leave());
    }

    TEST_CASE("an answer submitted too early points to what is missing") {
        content::Pack pack = shipped_pack();
        content::Round round;
        round.id = content::RoundId{"pairs"};
        content::AuthoredQuestion question;
        question.id = content::QuestionId{"pairs"};
        question.kind = content::Kind::match;
        question.topic = pack.topics.front().id;
        question.prompt = "Match them.";
        question.authored = content::Pairs{{{"one", "I"}, {"two", "II"}, {"three", "III"}}, {}};
        pack.questions.emplace(question.id, question);
        round.questions = {question.id};
        pack.rounds.insert(pack.rounds.begin(), round);
        TestProgram program({.store = store::Store::in_memory().value()}, {}, pack);
        App app = program.open();
        app.handle(Choose{1});
        const auto answer = [&] { return std::get<AssignModel>(top<QuestionModel>(app).answer); };
        app.handle(MoveItem{0, 3}); // an item dragged to a target
        CHECK(answer().given == std::vector<int>{0, -1, -1});
        app.handle(MoveItem{5, 2}); // a target dragged to an item
        CHECK(answer().given == std::vector<int>{0, -1, 2});
        app.handle(MoveItem{0, 1}); // two items have nothing to do with each other
        app.handle(MoveItem{3, 4});
        CHECK(answer().given == std::vector<int>{0, -1, 2});
        app.handle(Press{top<QuestionModel>(app).check_focus});
        REQUIRE(shows<QuestionModel>(app));
        CHECK(top<QuestionModel>(app).focus == 1);
        CHECK(top<QuestionModel>(app).notice ==
              words().text("question.missing_target", {{"item", answer().items[1].text}}));
        app.handle(Choose{2});
        CHECK(top<QuestionModel>(app).notice.empty());
        app.handle(Press{top<QuestionModel>(app).check_focus});
        CHECK(shows<RevealModel>(app));
    }

    TEST_CASE("a pool lets through its topic, subject, mechanism, kind and difficulty, and nothing else") {
        TestProgram program;
        const content::Pack& pack = program.game.pack();
        const auto all_of = [&](const content::Round& round, auto fits) {
            start(program, round);
            REQUIRE(state(program).plan.planned > 0);
            while (program.game.rounds().runner().advance() && state(program).phase == quiz::Phase::asked) {
                const quiz::Question& question = *state(program).asked.back().question;
                CAPTURE(question.id);
                CHECK(fits(question));
                REQUIRE(program.game.rounds().runner().submit(quiz::CloseQuestion{}).has_value());
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

    TEST_CASE("the reveal shows an order as it was given, after every way to move an item") {
        content::Round round = own(6);
        round.pool.kinds = {content::Kind::order};
        content::Pack pack = shipped_pack();
        pack.rounds.insert(pack.rounds.begin(), round);
        TestProgram program({.store = store::Store::in_memory().value()}, {}, pack);
        App app = program.open();
        app.handle(Choose{1});
        for (int number = 0; number < 6; ++number) {
            REQUIRE(shows<QuestionModel>(app));
            const auto order = [&] {
                std::vector<std::string> texts;
                for (const ChoiceCard& card : std::get<OrderModel>(top<QuestionModel>(app).answer).items)
                    texts.push_back(card.text);
                return texts;
            };
            std::vector<std::string> wanted = order();
            const int last = static_cast<int>(wanted.size()) - 1;
            const auto move = [&](int from, int to) {
                const std::string text = wanted[static_cast<std::size_t>(from)];
                wanted.erase(wanted.begin() + from);
                wanted.insert(wanted.begin() + to, text);
            };
            app.handle(FocusOn{0}); // a digit
            app.handle(Choose{last + 1});
            move(0, last);
            app.handle(MoveItem{last, 1}); // the pointer
            move(last, 1);
            app.handle(FocusOn{last}); // picked up and carried
            app.handle(Hold{});
            app.handle(MoveFocus{-1});
            app.handle(Hold{});
            move(last, last - 1);
            REQUIRE(order() == wanted);
            app.handle(Activate{});
            REQUIRE(shows<RevealModel>(app));
            std::vector<std::string> told;
            for (const MarkedChoice& place : std::get<MarkedOrder>(top<RevealModel>(app).answer).yours)
                told.push_back(place.card.text);
            CHECK(told == wanted);
            app.handle(Activate{});
        }
    }

    TEST_CASE("interleaved, no topic comes twice running while there is another") {
        TestProgram program;
        content::Round round = own(40);
        round.mixing = content::Mixing::interleaved;
        start(program, round);
        int repeats = 0;
        content::TopicId last;
        while (program.game.rounds().runner().advance() && state(program).phase == quiz::Phase::asked) {
            repeats += state(program).asked.back().question->topic == last ? 1 : 0;
            last = state(program).asked.back().question->topic;
            REQUIRE(program.game.rounds().runner().submit(quiz::CloseQuestion{}).has_value());
        }
        CHECK(state(program).asked.size() == 40);
        CHECK(repeats == 0);
    }

    TEST_CASE("only what was missed: what was wrong comes back, what was right does not") {
        TestProgram program;
        content::Round round = own(6);
        start(program, round);
        REQUIRE(program.game.rounds().runner().advance().has_value());
        std::set<ItemId> missed;
        for (int i = 0; i < 6; ++i) {
            const auto items = quiz::items_of(*state(program).asked.back().question);
            if (i % 2 == 0) missed.insert(items.begin(), items.end());
            answer(program, i % 2 != 0);
        }
        program.game.rounds().leave();
        for (const ItemId& item : program.game.history().missed()) CHECK(missed.contains(item));
        REQUIRE_FALSE(program.game.history().missed().empty());
        round.pool.items = program.game.history().missed();
        start(program, round, 9);
        while (program.game.rounds().runner().advance() && state(program).phase == quiz::Phase::asked) {
            const auto items = quiz::items_of(*state(program).asked.back().question);
            CHECK(std::any_of(items.begin(), items.end(), [&](const ItemId& item) { return missed.contains(item); }));
            REQUIRE(program.game.rounds().runner().submit(quiz::CloseQuestion{}).has_value());
        }
    }

    TEST_CASE(
        "a round of one's own that was left is taken up where it was, and played again it is the same kind of round") {
        TestProgram program;
        content::Round round = own(4);
        round.pool.kinds = {content::Kind::compare};
        start(program, round);
        REQUIRE(program.game.rounds().runner().advance().has_value());
        answer(program, true);
        const quiz::SessionState left = state(program);
        program.game.rounds().leave();
        REQUIRE(program.game.rounds().interrupted().has_value());
        program.game.rounds().resume();
        CHECK(state(program).asked == left.asked);
        while (state(program).phase == quiz::Phase::asked) answer(program, true);
        CHECK(state(program).asked.size() == 4);
        program.seed = 77;
        REQUIRE(program.game.rounds().start_again().has_value());
        CHECK(state(program).plan.planned == 4);
        REQUIRE(program.game.rounds().runner().advance().has_value());
        CHECK(state(program).asked.back().question->kind == content::Kind::compare);
    }

    TEST_CASE("any round can be ended early; what was answered is kept") {
        TestProgram program;
        App app = program.open({.round = content::RoundId{"which-has-more"}, .seed = 3});
        app.handle(Choose{1});
        app.handle(Activate{});
        REQUIRE(shows<QuestionModel>(app));
        app.handle(Act{ActionId::end_round});
        REQUIRE(shows<DialogModel>(app));
        app.handle(Act{ActionId::back});
        REQUIRE(shows<QuestionModel>(app));
        app.handle(Act{ActionId::end_round});
        app.handle(Activate{});
        REQUIRE(shows<ResultModel>(app));
        CHECK(state(program).scores[0].asked == 1);
        app.handle(Act{ActionId::back});
        CHECK_FALSE(program.game.rounds().interrupted().has_value());
        CHECK(program.game.history().rounds().size() == 1);
    }

    TEST_CASE("a question or what it asks about is set aside, and comes back when wanted") {
        TestProgram program;
        App app = program.open({.round = content::RoundId{"which-has-more"}, .seed = 3});
        app.handle(Choose{1});
        const quiz::Question question = *state(program).asked.back().question;
        app.handle(Act{ActionId::report});
        REQUIRE(shows<DialogModel>(app));
        app.handle(Choose{3}); // what it asks about
        app.handle(Act{ActionId::back});
        CHECK(program.game.study().suspended().size() == quiz::items_of(question).size());
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            REQUIRE(program.game.rounds().start(content::RoundId{"which-has-more"}, seed).has_value());
            while (program.game.rounds().runner().advance() && state(program).phase == quiz::Phase::asked) {
                for (const ItemId& item : quiz::items_of(*state(program).asked.back().question)) {
                    CHECK_FALSE(program.game.study().suspended().contains(item));
                }
                REQUIRE(program.game.rounds().runner().submit(quiz::CloseQuestion{}).has_value());
            }
        }
        program.game.study().resume_suspended();
        CHECK(program.game.study().suspended().empty());
    }

    TEST_CASE("players are switched, renamed and removed, each with progress of their own") {
        TestProgram program;
        start(program, own(2));
        REQUIRE(program.game.rounds().runner().advance().has_value());
        answer(program, true);
        answer(program, true);
        program.game.rounds().leave();
        CHECK(program.game.history().rounds().size() == 1);
        REQUIRE(program.game.submit(session::PlayAs{"Ben"}).has_value());
        CHECK(program.game.history().rounds().empty());
        CHECK(program.game.submit(session::RenamePlayer{"ada"}).error().code == "name-taken");
        CHECK(program.game.submit(session::RenamePlayer{""}).error().code == "name-empty");
        REQUIRE(program.game.submit(session::RenamePlayer{"Benedict"}).has_value());
        CHECK(program.game.players().name() == "Benedict");
        REQUIRE(program.game.submit(session::PlayAs{"Ada"}).has_value());
        CHECK(program.game.history().rounds().size() == 1);
        App app = program.open();
        app.handle(Press{corner_of(app, "home.players")});
        const auto& dialog = top<DialogModel>(app);
        REQUIRE(dialog.buttons.size() == 5); // Benedict, somebody else, rename, remove, back
        app.handle(Press{3});
        CHECK(top<DialogModel>(app).focus == 1); // the focus is on keeping them
        app.handle(Press{0});
        REQUIRE(shows<HomeModel>(app));
        CHECK(program.game.players().names() == std::vector<std::string>{"Benedict"});
        CHECK(program.game.files().settings().profile == "Benedict");
        REQUIRE(program.game.submit(session::PlayAs{"Ada"}).has_value());
        CHECK(program.game.history().rounds().empty());
    }

    TEST_CASE("a round is looked back at, question by question, and printed") {
        TestProgram program;
        REQUIRE(program.game.submit(session::PlayAs{"Ada"}).has_value());
        const content::Round* round = program.game.pack().find_round(content::RoundId{"meet-the-four-forms"});
        REQUIRE(round != nullptr);
        REQUIRE(program.game.rounds().start(*round, 4).has_value());
        std::vector<quiz::QuestionRecord> questions;
        while (program.game.rounds().runner().advance() && state(program).phase == quiz::Phase::asked) {
            questions.push_back(state(program).asked.back());
            REQUIRE(program.game.rounds().runner().submit(quiz::CloseQuestion{}).has_value());
        }
        const std::string html = round_sheet(program.game.pack(), words(), program.game.rounds(), {}).text;
        const std::size_t answers = html.find("class=\"answers\"");
        REQUIRE(answers != std::string::npos);
        for (const quiz::QuestionRecord& asked : questions) {
            CHECK(html.find(printed(asked.question->prompt)) < answers);
            for (const quiz::Citation& source : asked.question->sources)
                CHECK(html.find(printed(source.text)) > answers);
        }
        for (std::size_t number = 1; number <= questions.size(); ++number) {
            const quiz::View view =
                quiz::look_back(program.game.rounds().runner().history(),
                                {quiz::Role::player, program.game.players().current().seat}, static_cast<int>(number));
            REQUIRE(view.reveal.has_value());
            CHECK(view.reveal->question == questions[number - 1].question);
            CHECK(view.reveal->display_order == questions[number - 1].display_order);
            CHECK(view.question->number == static_cast<int>(number));
        }
    }

    TEST_CASE("a report is saved in the data folder and its path is shown; without a folder a sentence says so") {
        const auto report_it = [](App& app, TestProgram& program) {
            app.handle(Choose{1});
            answer(app, program.game, false);
            REQUIRE(shows<RevealModel>(app));
            app.handle(Act{ActionId::report});
            app.handle(Press{0});
            return top<DialogModel>(app).text;
        };
        const Folder folder;
        TestProgram program(folder);
        App app = program.open();
        const std::string said = report_it(app, program);
        const quiz::Question question = *state(program).asked.front().question;
        const print::Document report =
            question_report(program.game.pack(), words(), program.game.rounds(), "chelate test", 1);
        for (const std::string& part : {question.id, question.prompt, question.explanation, quiz::key_text(question)})
            CHECK(report.text.find(part) != std::string::npos);
        for (const quiz::Citation& source : question.sources)
            CHECK(report.text.find(source.id.value) != std::string::npos);
        const std::filesystem::directory_iterator saved(folder.path / "reports");
        REQUIRE(saved != std::filesystem::directory_iterator());
        CHECK(said == words().text("wrong.reported", {{"path", saved->path().string()}}));
        CHECK(content_of(saved->path()) == report.text);

        TestProgram without_folder;
        App other = without_folder.open();
        CHECK(report_it(other, without_folder) == words().sentence(Error{"not-kept"}));
    }
}
