// An author saves a file while the pack is played.
#include "game/session/pack_watch.hpp"

#include <fstream>
#include <sstream>
#include <thread>

#include "tests/screens/test_program.hpp"

using namespace chelate;
using namespace chelate::screens;
using namespace chelate::test;
namespace fs = std::filesystem;

namespace {

/// A new pack, made from the files of `new-pack`.
struct OwnPack {
    Folder folder;

    OwnPack() {
        for (const char* file : {"knowledge.json", "questions.json"})
            fs::copy_file(fs::path(CHELATE_SOURCE_DIR) / "assets/new-pack" / file, folder.path / file);
        std::string manifest = text("/assets/new-pack/pack.json", CHELATE_SOURCE_DIR);
        const std::pair<const char*, const char*> values[] = {{"{{id}}", "own"},
                                                              {"{{title}}", "\"Own\""},
                                                              {"{{about}}", "\"About.\""},
                                                              {"{{unsourced}}", ""},
                                                              {"{{topics}}", R"([{"id": "angles", "name": "Angles"}])"},
                                                              {"{{files}}", R"(["knowledge.json", "questions.json"])"}};
        for (const auto& [mark, value] : values) manifest.replace(manifest.find(mark), std::string(mark).size(), value);
        write("pack.json", manifest);
        // A question with a fixed place comes first.
        replace("questions.json", "\"count\": 5,", "\"count\": 5, \"shuffled\": false,");
    }

    static std::string text(const std::string& file, const std::string& root) {
        std::ostringstream read;
        read << std::ifstream(root + file, std::ios::binary).rdbuf();
        return read.str();
    }
    void write(const std::string& file, const std::string& bytes) const {
        std::ofstream(folder.path / file, std::ios::binary) << bytes;
    }
    void replace(const std::string& file, const std::string& what, const std::string& with) const {
        std::string read = text("/" + file, folder.path.string());
        REQUIRE(read.find(what) != std::string::npos);
        read.replace(read.find(what), what.size(), with);
        write(file, read);
    }
    [[nodiscard]] content::Reading read() const { return content::read_pack(folder.path); }
};

/// An app that plays this pack. The test saves the pack when it wants.
struct PlayVerb {
    OwnPack pack;
    TestProgram program{session::Progress{}, {}, std::move(*pack.read().pack)};
    session::Game& game = program.game;
    bool saved = false;

    App open() {
        return program.open(
            {.round = content::RoundId{"first-round"}, .seed = 5, .watch = [this]() -> std::optional<content::Reading> {
                 if (!std::exchange(saved, false)) return std::nullopt;
                 return pack.read();
             }});
    }
};

} // namespace

TEST_SUITE("screens/watch") {
    TEST_CASE("what is saved is played at the same place, with what was answered") {
        PlayVerb playing;
        App app = playing.open();
        REQUIRE(shows<QuestionModel>(app));
        const std::string first = top<QuestionModel>(app).prompt;
        CHECK(first.starts_with("A polygon gets one side more."));
        app.handle(Choose{1});
        REQUIRE(shows<RevealModel>(app));
        app.handle(Activate{});
        REQUIRE(shows<QuestionModel>(app));
        const QuestionModel second = top<QuestionModel>(app);
        const auto answered = playing.game.rounds().runner().history().state.asked[0].answers[0]->response;

        app.tick(); // the author has saved nothing
        CHECK(top<QuestionModel>(app) == second);
        playing.pack.replace("questions.json", "A polygon gets one side more.", "A polygon grows by one side.");
        playing.saved = true;
        app.tick();
        REQUIRE(shows<QuestionModel>(app));
        CHECK(top<QuestionModel>(app).counter == second.counter);
        CHECK(top<QuestionModel>(app).prompt == second.prompt);
        const quiz::SessionState& state = playing.game.rounds().runner().history().state;
        CHECK(state.asked[0].question->prompt.starts_with("A polygon grows by one side."));
        CHECK(state.asked[0].answers[0]->response == answered);
    }

    TEST_CASE("an open question is shown as it is written now, a reveal too") {
        PlayVerb playing;
        App app = playing.open();
        playing.pack.replace("questions.json", "A polygon gets one side more.", "A polygon grows by one side.");
        playing.saved = true;
        app.tick();
        CHECK(top<QuestionModel>(app).prompt.starts_with("A polygon grows by one side."));
        app.handle(Choose{1});
        REQUIRE(shows<RevealModel>(app));
        playing.pack.replace("questions.json", "Each further side adds a triangle, and", "One side, one triangle, and");
        playing.saved = true;
        app.tick();
        REQUIRE(shows<RevealModel>(app));
        CHECK(top<RevealModel>(app).why.starts_with("One side, one triangle, and"));
    }

    TEST_CASE("problems stand over the screen with file and line; a refused pack leaves the previous version") {
        PlayVerb playing;
        App app = playing.open();
        playing.pack.replace("questions.json", "\"right\": true", "\"rihgt\": true");
        playing.saved = true;
        app.tick();
        REQUIRE(shows<DialogModel>(app));
        CHECK(top<DialogModel>(app).text.find("questions.json, line ") != std::string::npos);
        CHECK(top<DialogModel>(app).text.find("[unknown-key]") != std::string::npos);
        playing.pack.replace("questions.json", "\"rihgt\": true", "\"right\": true");
        playing.saved = true;
        app.tick();
        CHECK(shows<QuestionModel>(app)); // the problem is solved: the overlay closes by itself
        playing.pack.replace("questions.json", "{\n  \"questions\"", "{\n  questions");
        playing.saved = true;
        app.tick();
        REQUIRE(shows<DialogModel>(app));
        CHECK(top<DialogModel>(app).title.find("previous version") != std::string::npos);
        CHECK(playing.game.pack().questions.size() == 1);
        app.handle(Activate{});
        REQUIRE(shows<QuestionModel>(app));
    }

    TEST_CASE("the cause of many problems is shown alone, with how many items depend on it") {
        PlayVerb playing;
        App app = playing.open();
        playing.pack.replace("knowledge.json", "\"authors\": \"Euclid\", ", "");
        playing.saved = true;
        app.tick();
        REQUIRE(shows<DialogModel>(app));
        const DialogModel told = top<DialogModel>(app);
        CHECK(told.title.find("1 problem") != std::string::npos);
        CHECK(told.text.find("[missing-key]\nand 17 items that depend on it") != std::string::npos);
        CHECK(told.text.find("depends-on-left-out") == std::string::npos);
    }

    TEST_CASE("a round that is gone leads home, with a sentence") {
        PlayVerb playing;
        App app = playing.open();
        playing.pack.replace("questions.json", "\"id\": \"first-round\"", "\"id\": \"other-round\"");
        playing.saved = true;
        app.tick();
        REQUIRE(shows<DialogModel>(app));
        app.handle(Activate{});
        CHECK(shows<HomeModel>(app));
    }

    TEST_CASE("the watch tells each saving once, when the files stand still") {
        const OwnPack pack;
        session::PackWatch watch(pack.folder.path);
        const auto within = [&](int looks) {
            std::optional<content::Reading> reading;
            for (int i = 0; i < looks && !reading; ++i) {
                std::this_thread::sleep_for(std::chrono::milliseconds(50));
                reading = watch.changed();
            }
            return reading;
        };
        CHECK_FALSE(within(12).has_value());
        pack.replace("questions.json", "A polygon gets one side more.", "A polygon gets one more side, and one only.");
        const auto reading = within(60);
        REQUIRE(reading.has_value());
        REQUIRE(reading->pack.has_value());
        CHECK(
            reading->pack->questions.begin()->second.prompt.starts_with("A polygon gets one more side, and one only."));
        CHECK_FALSE(within(12).has_value());
        pack.write("gate.svg", "<svg/>"); // a drawing of a figure is saved like any other file
        CHECK(within(60).has_value());
    }
}
