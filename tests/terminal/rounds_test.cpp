// Rounds that are played by typing.
#include <set>

#include "tests/support/campaign.hpp"
#include "tests/terminal/typist.hpp"

using namespace chelate;
using namespace chelate::screens;
using namespace chelate::test;

namespace {

Opening opening(const char* round, std::uint64_t seed = 5) { return {.round = content::RoundId{round}, .seed = seed}; }

const std::string not_understood = words().text("terminal.not_understood");
const std::string kept = words().text("terminal.kept");

} // namespace

TEST_SUITE("terminal/rounds") {
    TEST_CASE("every way to answer is played right and wrong") {
        std::set<std::size_t> seen;
        const Campaign items{"rounds typed right or wrong", shipped_pack().rounds.size() * 2};
        for (const std::uint64_t item : items) {
            const content::Round& round = shipped_pack().rounds[item / 2];
            const bool right = item % 2 == 0;
            CAPTURE(round.id.value);
            CAPTURE(right);
            if (round.minutes > 0) continue; // it has as many questions as fit the time, which stands still here
            TestTerminal terminal(opening(round.id.value.c_str(), 6));
            Answers answers{terminal, right};
            int lines = 0;
            const std::string shown = terminal.play([&]() -> std::optional<std::string> {
                if (++lines > 500 || shows<ResultModel>(terminal.app)) {
                    CHECK(terminal.state().phase == quiz::Phase::finished);
                    const quiz::Score& score = terminal.state().scores.at(0);
                    CHECK(score.asked > 0);
                    CHECK(score.right == (right ? score.asked : 0));
                    for (const auto& asked : terminal.state().asked) seen.insert(asked.question->interaction.index());
                    return std::nullopt;
                }
                return answers.next();
            });
            CHECK(lines <= 500);
            CHECK_FALSE(has(shown, not_understood));
            CHECK_FALSE(has(shown, kept));
        }
        if (!items.is_whole()) return;
        for (std::size_t kind = 0; kind < std::variant_size_v<quiz::Interaction>; ++kind) {
            CAPTURE(kind);
            CHECK(seen.contains(kind));
        }
    }

    TEST_CASE("a mistake shows what was right, and the result lists it") {
        TestTerminal terminal(opening("which-has-more"));
        Answers answers{terminal, false};
        const std::string shown = terminal.play([&] { return answers.next(); });
        CHECK(count_of(shown, words().text("reveal.right_answer")) + count_of(shown, words().text("reveal.missed")) +
                  count_of(shown, words().text("reveal.right_order")) >=
              10);
        CHECK(has(shown, words().text("result.mistakes")));
        CHECK(has(shown, "0 of 10 right"));
        CHECK(has(shown, words().text("saved.yes")));
    }

    TEST_CASE("a round that is left is called saved only when it is") {
        TestTerminal saving(opening("which-has-more"));
        CHECK(has(saving.play({"q"}), kept));
        TestTerminal locked(session::Progress{.why_not = Error{"store-locked", {{"path", "/x/progress.db"}}}},
                            opening("which-has-more"));
        const std::string shown = locked.play({"q"});
        CHECK_FALSE(has(shown, kept));
        CHECK(has(shown, words().text("terminal.not_kept")));
    }

    TEST_CASE("an order may be typed with or without blanks, and must have all of its items") {
        for (const char* typed : {"3 2 1", "321", "3,2,1"}) {
            TestTerminal terminal(opening("chain-of-events"));
            std::vector<std::string> before;
            int step = 0;
            terminal.play([&]() -> std::optional<std::string> {
                if (++step == 2) {
                    CHECK(shows<RevealModel>(terminal.app));
                    const auto& given = *terminal.state().asked.back().answers.at(0)->response;
                    const auto& positions = std::get<quiz::Arranged>(given).positions;
                    REQUIRE(positions.size() >= 3);
                    CHECK(positions[0] == 2);
                    CHECK(positions[1] == 1);
                    CHECK(positions[2] == 0);
                    return std::nullopt;
                }
                std::string line = typed;
                const auto& order = std::get<OrderModel>(top<QuestionModel>(terminal.app).answer);
                for (std::size_t i = 4; i <= order.items.size(); ++i) line += std::to_string(i);
                return line;
            });
        }
        TestTerminal terminal(opening("chain-of-events"));
        const std::string shown = terminal.play({"1 2", "1 1 2", "0", "1 2 x"});
        CHECK(count_of(shown, not_understood) == 4);
        CHECK_FALSE(has(shown, words().text("reveal.your_order")));
    }

    TEST_CASE("a hint is offered where there is one, and is shown once it is taken") {
        TestTerminal terminal(opening("why-do-they-disagree"));
        bool taken = false;
        Answers answers{terminal, true};
        const std::string offer = "h " + words().text("does.hint");
        terminal.play([&]() -> std::optional<std::string> {
            const std::string news = terminal.news();
            const auto* question = std::get_if<QuestionModel>(&terminal.app.ui().screens.back());
            if (question != nullptr && taken) {
                CHECK(has(news, question->hints.back()));
                CHECK_FALSE(has(news, offer));
                const auto& hints = terminal.state().asked.back().question->hints;
                const bool more = question->hints.size() < hints.size();
                CHECK(has(news, "h " + words().text("does.next_hint")) == more);
                return more ? std::optional<std::string>("h") : std::nullopt;
            }
            const auto& enabled = terminal.app.ui().enabled;
            const bool has_hint = std::find(enabled.begin(), enabled.end(), ActionId::hint) != enabled.end();
            CHECK(has(news, offer) == has_hint);
            if (!has_hint) return answers.next();
            taken = true;
            return "h";
        });
        CHECK(taken);
    }

    TEST_CASE("a question can be passed in rounds with passing only") {
        TestTerminal with(opening("gut-feeling"));
        Answers answers{with, true};
        bool passed = false;
        with.play([&]() -> std::optional<std::string> {
            if (passed) {
                CHECK(with.state().asked.back().answers.at(0)->passed);
                CHECK(has(with.news(), words().text("reveal.passed")));
                return std::nullopt;
            }
            const auto& enabled = with.app.ui().enabled;
            passed = std::find(enabled.begin(), enabled.end(), ActionId::pass) != enabled.end();
            return passed ? std::optional<std::string>("p") : answers.next();
        });
        CHECK(passed);
        TestTerminal without(opening("which-has-more"));
        const std::string shown = without.play({"p", "/pass", "pass"});
        CHECK(count_of(shown, not_understood) == 3);
        CHECK_FALSE(has(shown, "p " + words().text("does.pass")));
    }

    TEST_CASE("before saying how sure it is, an answer can be taken back") {
        TestTerminal terminal(opening("gut-feeling"));
        Answers answers{terminal, true};
        bool back = false;
        terminal.play([&]() -> std::optional<std::string> {
            const auto* question = std::get_if<QuestionModel>(&terminal.app.ui().screens.back());
            const bool sure = question != nullptr && question->instruction == words().text("question.how_sure");
            if (back) {
                CHECK(question != nullptr);
                CHECK_FALSE(sure);
                return std::nullopt;
            }
            if (!sure) return answers.next();
            CHECK(has(terminal.news(), "q " + words().text("does.change_answer")));
            back = true;
            return "q";
        });
        CHECK(back);
    }

    TEST_CASE("what is not understood is said, and the question waits") {
        TestTerminal terminal(opening("which-has-more"));
        const std::string shown = terminal.play({"x", "99", "", "/nothing", "\xFF\xFE", "s", "c", "1 1 1 1"});
        CHECK(count_of(shown, not_understood) == 8);
        CHECK(has(shown, kept));
        CHECK(count_of(shown, words().text("question.counter", {{"number", "1"}, {"of", "10"}})) == 1);
    }

    TEST_CASE("a number that cannot be taken is explained") {
        TestTerminal terminal(opening("gut-feeling"));
        Answers answers{terminal, true};
        int tried = 0;
        terminal.play([&]() -> std::optional<std::string> {
            const std::string news = terminal.news();
            const auto* question = std::get_if<QuestionModel>(&terminal.app.ui().screens.back());
            if (tried == 2) {
                CHECK(has(news, "99999999 is outside the scale from"));
                return std::nullopt;
            }
            if (tried == 1) {
                CHECK(has(news, "“many” is not a number"));
                ++tried;
                return "99999999";
            }
            if (question == nullptr || !std::holds_alternative<NumberModel>(question->answer)) return answers.next();
            ++tried;
            return "many";
        });
        CHECK(tried == 2);
    }

    TEST_CASE("a line that comes too late does not count") {
        TestTerminal terminal(opening("against-the-clock"));
        int step = 0;
        const std::string shown = terminal.play([&]() -> std::optional<std::string> {
            if (++step == 2) {
                CHECK(shows<RevealModel>(terminal.app));
                CHECK_FALSE(terminal.state().asked.back().answers.at(0)->response);
                return std::nullopt;
            }
            terminal.program.clock.advance({600000});
            return "1";
        });
        CHECK(has(shown, words().text("terminal.time_is_up")));
        CHECK(has(shown, words().text("terminal.clock", {{"time", ""}})));
    }

    TEST_CASE("q and the end of input keep the round, and c continues it at the same question") {
        for (const bool types_q : {true, false}) {
            Folder folder;
            std::string prompt;
            {
                TestTerminal first(store_in(folder), opening("what-do-the-sources-say"));
                Answers answers{first, true};
                int step = 0;
                first.one_round = true;
                const std::string shown = first.play([&]() -> std::optional<std::string> {
                    if (++step < 3) return answers.next();
                    prompt = top<QuestionModel>(first.app).prompt;
                    return types_q ? std::optional<std::string>("q") : std::nullopt;
                });
                CHECK(count_of(shown, kept) == 1);
                CHECK(first.app.wants_to_leave());
            }
            TestTerminal second(store_in(folder), {});
            int step = 0;
            const std::string shown = second.play([&]() -> std::optional<std::string> {
                if (++step == 1) return "c";
                CHECK(top<QuestionModel>(second.app).prompt == prompt);
                return std::nullopt;
            });
            CHECK(has(shown, "  c  " + words().text("home.continue")));
        }
    }

    TEST_CASE("the stop flag ends the program and keeps the round") {
        TestTerminal terminal(opening("which-has-more"));
        const std::string shown = terminal.play([&]() -> std::optional<std::string> {
            terminal.stop = true;
            return "1";
        });
        CHECK(has(shown, kept));
        CHECK(terminal.app.wants_to_leave());
        CHECK(terminal.program.game.rounds().interrupted().has_value());
    }

    TEST_CASE("e ends the round at once; its name asks first") {
        TestTerminal terminal(opening("which-has-more"));
        Answers answers{terminal, true};
        int step = 0;
        const std::string shown = terminal.play([&]() -> std::optional<std::string> {
            switch (++step) {
            case 1: return answers.next();
            case 2: return "";
            case 3: return "end-round";
            case 4: CHECK(shows<DialogModel>(terminal.app)); return "2";
            case 5: CHECK(shows<QuestionModel>(terminal.app)); return "e";
            default: CHECK(shows<ResultModel>(terminal.app)); return std::nullopt;
            }
        });
        CHECK(has(shown, "1 of 1 right"));
        CHECK_FALSE(has(shown, kept));
    }

    TEST_CASE("s shows the sources of a reveal, and Enter goes on") {
        TestTerminal terminal(opening("what-do-the-sources-say", 3));
        Answers answers{terminal, true};
        int step = 0;
        terminal.play([&]() -> std::optional<std::string> {
            const std::string news = terminal.news();
            switch (++step) {
            case 1: return answers.next();
            case 2: CHECK(has(news, words().text("terminal.after_reveal"))); return "s";
            case 3: CHECK(has(news, "  – ")); return "go on";
            case 4: CHECK(has(news, not_understood)); return "";
            default: CHECK(shows<QuestionModel>(terminal.app)); return std::nullopt;
            }
        });
        CHECK(step == 5);
    }

    TEST_CASE("after the result one can look back, question by question") {
        TestTerminal terminal(opening("which-has-more"));
        Answers answers{terminal, true};
        int step = 0;
        terminal.play([&]() -> std::optional<std::string> {
            if (auto line = step == 0 ? answers.next() : std::nullopt) return line;
            const auto counter = [&] { return top<RevealModel>(terminal.app).counter; };
            switch (++step) {
            case 1: {
                const auto& buttons = top<ResultModel>(terminal.app).buttons;
                for (std::size_t i = 0; i < buttons.size(); ++i) {
                    if (buttons[i].text == words().text("result.look_back")) return std::to_string(i + 1);
                }
                FAIL("nothing to look back with");
                return std::nullopt;
            }
            case 2: CHECK(has(counter(), "1 of 10")); return ">";
            case 3: CHECK(has(counter(), "2 of 10")); return "<";
            case 4: CHECK(has(counter(), "1 of 10")); return "b";
            default: CHECK(shows<ResultModel>(terminal.app)); return std::nullopt;
            }
        });
        CHECK(step == 5);
    }

    TEST_CASE("trouble with saving is said once for each cause") {
        Folder folder;
        TestTerminal terminal(store_in(folder), opening("which-has-more"));
        Answers answers{terminal, false};
        const FullDisk full(folder.path);
        const std::string shown = terminal.play([&] { return answers.next(); });
        CHECK(count_of(shown, "Progress is not being") == 1);
        CHECK(has(shown, words().text("saved.no")));
        CHECK(has(shown, "0 of 10 right"));
    }
}
