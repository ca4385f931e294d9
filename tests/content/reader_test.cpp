#include "engine/content/reader.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "engine/json/document.hpp"
#include "tests/content/small_pack.hpp"

using namespace chelate;
using namespace chelate::content;
using namespace chelate::test;
namespace fs = std::filesystem;

using Codes = std::vector<std::string>;

TEST_SUITE("content/reader") {
    TEST_CASE("a topic may be one of the basics") {
        const SmallPack small;
        CHECK_FALSE(small.read().pack->is_basic(TopicId{"u"}));
        small.replace(R"("name": "Other topic")", R"("name": "Other topic", "basic": true)");
        const Reading reading = small.read();
        REQUIRE_MESSAGE(reading.pack, text_of(reading));
        CHECK(reading.pack->is_basic(TopicId{"u"}));
        CHECK_FALSE(reading.pack->is_basic(TopicId{"t"}));
        CHECK_FALSE(reading.pack->is_basic(TopicId{"none"}));
    }

    TEST_CASE("a pack may word the places among steps, and names the steps there") {
        const SmallPack small;
        CHECK(small.read().pack->words.between_steps == "Between steps {step} and {next}");
        small.replace("\"true\":", "\"between\": \"Zwischen {step} und {next}\", \"true\":");
        CHECK(small.read().pack->words.between_steps == "Zwischen {step} und {next}");
        small.replace("{step} und {next}", "{step}");
        CHECK(codes_of(small.read()) == Codes{"missing-placeholder"});
    }

    TEST_CASE("a claim need not say what it is based on, and a pack may say what its words for that mean") {
        const SmallPack small;
        small.replace(R"("verdict": "weak", "seen_in": "people")", R"("verdict": "weak")");
        small.replace("\"true\":", R"("rule": {"word": "A standard", "means": "Set by an authority."}, "true":)");
        const Reading reading = small.read();
        REQUIRE_MESSAGE(reading.pack, text_of(reading));
        CHECK_MESSAGE(reading.problems.empty(), text_of(reading));
        CHECK_FALSE(reading.pack->claims.at(ClaimId{"e"}).seen_in);
        CHECK(reading.pack->claims.at(ClaimId{"d"}).seen_in == SeenIn::people);
        const auto rule = static_cast<std::size_t>(SeenIn::rule);
        CHECK(reading.pack->words.seen_in[rule] == "A standard");
        CHECK(reading.pack->words.seen_in_meanings[rule] == "Set by an authority.");
        CHECK(reading.pack->grades);
    }

    TEST_CASE("packs on other subjects are sound, and keep the author's order") {
        for (const char* folder : {"planets", "vocabulary"}) {
            const Reading reading = read_pack(CHELATE_SOURCE_DIR + (std::string("/tests/content/") + folder));
            REQUIRE_MESSAGE(reading.pack, text_of(reading));
            CHECK_MESSAGE(reading.problems.empty(), text_of(reading));
            CHECK_FALSE(reading.pack->grades);
        }
        const Reading planets = read_pack(CHELATE_SOURCE_DIR "/tests/content/planets");
        const auto subjects = in_authors_order(planets.pack->subjects);
        CHECK(subjects.front()->name == "Mercury");
        CHECK(subjects.back()->name == "Neptune");
    }

    TEST_CASE("the host's name is filled in only where a host has entered it") {
        const SmallPack small;
        const auto script = [&](const std::string& asks, const std::string& unsaid, const std::string& text) {
            small.write("../brought.json", R"({"scripts": [{"id": "w", "name": "W", "about": "A.",
                "interest": {"asks": ")" + asks +
                                               R"(", "none": "{holder} does not.", "some": "{holder} does.",
                             "unsaid": ")" + unsaid +
                                               R"("},
                "scenes": [{"kind": "welcome", "title": "Here", "minutes": 1, "text": ")" +
                                               text + R"("},
                           {"kind": "closing", "title": "There", "minutes": 1}]}]})");
            return codes_of(read_pack(small.folder(), small.folder() / "../brought.json"));
        };
        const Codes unknown{"unknown-placeholder"};
        CHECK(script("Sells", "Not said.", "Sets have braces: {1, 2}.").empty());
        CHECK(script("{holder} sells", "Not said.", "Hello.") == unknown);
        CHECK(script("Sells", "{holder} has not said.", "Hello.") == unknown);
        CHECK(script("Sells", "Not said.", "{holder} welcomes you.") == unknown);
    }

    TEST_CASE("a sound pack is read whole") {
        const SmallPack small;
        const Reading reading = small.read();
        REQUIRE_MESSAGE(reading.pack, text_of(reading));
        CHECK_MESSAGE(reading.problems.empty(), text_of(reading));
        CHECK(reading.left_out == 0);
        const Pack& pack = *reading.pack;
        CHECK(pack.id == "small");
        CHECK(pack.words.verdicts[3] == "C");
        CHECK(pack.group_names.at("g") == "Things");
        CHECK(pack.topics.size() == 2);
        CHECK(pack.topics[1].id == TopicId{"u"});

        const Source& source = pack.sources.at(SourceId{"s"});
        CHECK(source.kind == SourceKind::trial);
        CHECK(source.year == 1999);
        CHECK(source.doi == "10.1000/182");
        CHECK(source.checked == Checked::abstract);
        const Subject& subject = pack.subjects.at(SubjectId{"x"});
        CHECK(subject.slot == 1);
        CHECK(subject.shape == "circle");
        CHECK(subject.also == std::vector<std::string>{"magnesia"});
        CHECK(subject.compound == "pure magnesium oxide");
        CHECK(pack.attributes.at(AttributeId{"share"}).decimals == 1);
        CHECK_FALSE(pack.attributes.at(AttributeId{"taste"}).is_number);

        const Fact& fact = pack.facts.at(FactId{"x.share"});
        CHECK(fact.value == 60.3);
        CHECK(fact.askable);
        CHECK(fact.derived == Derivation::mass_share);
        CHECK(fact.element == "Mg");
        CHECK(fact.sources == std::vector<SourceId>{SourceId{"old"}});
        CHECK(pack.facts.at(FactId{"z.range"}).high == 2.5);
        CHECK(pack.facts.at(FactId{"y.taste"}).text == "sweet");
        CHECK_FALSE(pack.facts.at(FactId{"y.taste"}).askable);

        const Mechanism& mechanism = pack.mechanisms.at(MechanismId{"m"});
        CHECK(mechanism.steps[0].short_text == "one");
        CHECK(mechanism.steps[2].short_text == "three");
        const Claim& claim = pack.claims.at(ClaimId{"c"});
        CHECK(claim.verdict == Verdict::supported);
        CHECK(claim.twin->refutation == "It is wet.");
        CHECK(claim.grade->certainty == Certainty::very_low);
        CHECK(claim.grade->applies_to == AppliesTo::another_form);
        CHECK(pack.misconceptions.at(MisconceptionId{"w"}).claims == std::vector<ClaimId>{ClaimId{"c"}});
    }

    TEST_CASE("questions, templates and rounds are read with their defaults") {
        const SmallPack small;
        const Reading reading = small.read();
        REQUIRE(reading.pack);
        const Pack& pack = *reading.pack;
        const AuthoredQuestion& single = pack.questions.at(QuestionId{"q1"});
        const auto& choices = std::get<Choices>(single.authored);
        CHECK(choices.choices.size() == 3);
        CHECK(choices.choices[0].right);
        CHECK(choices.choices[1].misconception == MisconceptionId{"w"});
        CHECK(choices.choices[2].refuted_by_claim == ClaimId{"c"});
        CHECK_FALSE(choices.shuffle);
        CHECK(single.difficulty == 3);
        CHECK(std::get<Statement>(pack.questions.at(QuestionId{"q2"}).authored).answer);
        CHECK(pack.questions.at(QuestionId{"q2"}).difficulty == 2);
        CHECK(std::get<Choices>(pack.questions.at(QuestionId{"q3"}).authored).choices[1].subject == SubjectId{"y"});
        CHECK(std::get<Choices>(pack.questions.at(QuestionId{"q3"}).authored).choices[1].refuted_by_fact ==
              FactId{"y.share"});
        CHECK(std::get<Items>(pack.questions.at(QuestionId{"q4"}).authored).items ==
              std::vector<std::string>{"a", "b", "c"});
        CHECK_FALSE(pack.templates.at(TemplateId{"p1"}).greatest);
        CHECK(pack.templates.at(TemplateId{"p4"}).count == 6);
        CHECK(pack.templates.at(TemplateId{"p6"}).topics == std::vector<TopicId>{TopicId{"t"}});
        REQUIRE(pack.rounds.size() == 2);
        CHECK(pack.rounds[0].id == RoundId{"r2"}); // in the author's order, not sorted by id
        CHECK(pack.rounds[0].mixing == Mixing::fixed);
        CHECK(pack.rounds[1].mixing == Mixing::shuffled);
        REQUIRE(pack.find_round(RoundId{"r1"}) != nullptr);
        CHECK(pack.find_round(RoundId{"r1"})->templates.size() == 6);
        CHECK(pack.find_round(RoundId{"r3"}) == nullptr);
    }

    TEST_CASE("one bad question costs only itself, and a round goes on without it") {
        const SmallPack small;
        small.replace(R"("prompt": "Which?")", R"("promt": "Which?")");
        const Reading reading = small.read();
        REQUIRE(reading.pack);
        CHECK(codes_of(reading) == Codes{"missing-key", "unknown-key"});
        CHECK(reading.left_out == 1);
        CHECK(reading.pack->questions.size() == 3);
        CHECK(reading.pack->rounds[0].questions == std::vector<QuestionId>{QuestionId{"q4"}});
    }

    TEST_CASE("what depends on a faulty item is left out too, down to the last") {
        const SmallPack small;
        small.replace(R"("verdict": "supported")", R"("verdict": "suported")");
        const Reading reading = small.read();
        REQUIRE(reading.pack);
        // Without the claim, the misconception, the conflict, two questions and the templates that need it go too.
        CHECK(codes_of(reading).front() == "unknown-word");
        CHECK(reading.problems.size() == 8);
        CHECK(json::causes_of(reading.problems).size() == 1);
        CHECK(reading.left_out == 7);
        CHECK(reading.pack->misconceptions.empty());
        CHECK(reading.pack->conflicts.empty());
        CHECK(reading.pack->questions.size() == 2);
        CHECK(reading.pack->rounds.size() == 2);
    }

    TEST_CASE("a template on what claims rest on needs words for it, and a supported claim") {
        const auto with_template = [](const SmallPack& small) {
            small.replace("\"templates\": [",
                          "\"templates\": [{\"id\": \"seen\", \"kind\": \"seen-in\", \"prompt\": \"{statement}\"}, ");
        };
        const SmallPack wordless;
        with_template(wordless);
        CHECK(codes_of(wordless.read()) == Codes{"template-makes-nothing"});
        const SmallPack worded;
        with_template(worded);
        worded.replace("\"traditional\": \"T\"", "\"traditional\": \"T\", \"people\": \"P\", \"animals\": \"A\", "
                                                 "\"cells\": \"C\", \"chemistry\": \"Ch\", \"rule\": \"R\"");
        CHECK(codes_of(worded.read()).empty());
    }

    TEST_CASE("the second item of an id is the faulty one") {
        const SmallPack small;
        small.replace(R"({"id": "y", "group")", R"({"id": "x", "group")");
        const Reading reading = small.read();
        REQUIRE(reading.pack);
        CHECK(reading.problems.front().code == "duplicate-id");
        CHECK(reading.pack->subjects.at(SubjectId{"x"}).short_name == "oxide");
    }

    TEST_CASE("an id may be taken once in all files of a pack") {
        const SmallPack small;
        small.write("more/questions.json",
                    R"({"sources": [{"id": "s", "kind": "trial", "authors": "A", "checked": "whole"}]})");
        const Reading reading = small.read();
        CHECK(codes_of(reading) == Codes{"duplicate-id"});
        CHECK(reading.problems[0].message.find("items.json") != std::string::npos);
    }

    TEST_CASE("the same id may name a fact and a claim") {
        const SmallPack small;
        small.replace(R"("id": "z.range")", R"("id": "c")");
        CHECK(small.read().problems.empty());
    }

    TEST_CASE("causes come first, and each consequence names its cause") {
        const SmallPack small;
        small.replace("\"authors\": \"Able B\", ", "");
        const Reading reading = small.read();
        REQUIRE(reading.pack);
        REQUIRE(reading.problems.size() > 20);
        CHECK(reading.problems[0].code == "missing-key");
        CHECK(reading.problems[0].item == "source:s");
        for (std::size_t i = 1; i < reading.problems.size(); ++i) {
            CAPTURE(json::to_text(reading.problems[i]));
            CHECK(reading.problems[i].because == "source:s");
        }
        const auto causes = json::causes_of(reading.problems);
        REQUIRE(causes.size() == 1);
        CHECK(causes[0].dependents == reading.left_out - 1);
    }

    TEST_CASE("a claim need not say where it was seen, but then nothing asks for it") {
        const SmallPack small;
        small.replace("\"seen_in\": \"people\", ", "");
        const Reading reading = small.read();
        CHECK_MESSAGE(reading.problems.empty(), text_of(reading));
        CHECK_FALSE(reading.pack->claims.at(ClaimId{"c"}).seen_in);
    }

    TEST_CASE("what names an item with a bad id follows from that item") {
        const SmallPack small;
        small.replace(R"("id": "y", "group")", R"("id": "Y", "group")");
        small.replace(R"("subject": "y")", R"("subject": "Y")");
        const Reading reading = small.read();
        REQUIRE(reading.problems.size() > 1);
        CHECK(reading.problems[0].code == "bad-id");
        CHECK(std::any_of(reading.problems.begin(), reading.problems.end(), [](const json::Problem& problem) {
            return problem.code == "depends-on-left-out" && problem.because == "subject:Y";
        }));
    }

    TEST_CASE("a repeated id names the file and the line of the first") {
        const SmallPack small;
        small.replace(R"({"id": "y", "group")", R"({"id": "x", "group")");
        const std::string message = small.read().problems.front().message;
        CHECK_MESSAGE(message.find("items.json, line ") != std::string::npos, message);
    }

    TEST_CASE("a file that is not there gets the name that was meant") {
        const auto told = [](const std::string& listed, const std::string& there) {
            const SmallPack small;
            small.replace("\"items.json\"", "\"items.json\", \"" + listed + "\"");
            small.write(there, "{}");
            return small.read().problems.front().message;
        };
        CHECK(told("facts.json", "facts.json.txt") ==
              "there is no file 'facts.json' in this pack; there is 'facts.json.txt': remove '.txt' from its name");
        CHECK(told("facts.json", "Facts.json").ends_with("did you mean 'Facts.json'?"));
        CHECK(told("more/claims.json", "more/claim.json").ends_with("did you mean 'more/claim.json'?"));
        CHECK(told("zebras.json", "facts.json") == "there is no file 'zebras.json' in this pack");
    }

    TEST_CASE("a folder without a manifest is told where one is") {
        const SmallPack small;
        const std::string root = small.folder().parent_path().generic_string();
        CHECK(read_pack(root).problems.front().message ==
              "this folder has no pack.json; there is one in '" + root + "/pack'");
        CHECK(read_pack(root + "/pack/more").problems.front().message ==
              "this folder has no pack.json; there is one in '" + root + "/pack'");
        fs::rename(small.folder() / "pack.json", small.folder() / "Pack.json.txt");
        CHECK(small.read().problems.front().message ==
              "this folder has no pack.json; there is 'Pack.json.txt': remove '.txt' from its name");
    }

    TEST_CASE("problems of all files come sorted by file, line and column, causes before consequences") {
        const SmallPack small;
        small.replace(R"("kind": "trial")", R"("kind": "trail")");
        small.replace(R"("prompt": "Order?")", R"("prompt": "")");
        small.replace(R"("name": "Topic")", R"("nam": "Topic")");
        const Reading reading = small.read();
        CHECK(std::is_sorted(reading.problems.begin(), reading.problems.end(), [](const auto& a, const auto& b) {
            const bool a_follows = !a.because.empty();
            const bool b_follows = !b.because.empty();
            return std::tie(a_follows, a.file, a.at) < std::tie(b_follows, b.file, b.at);
        }));
        const auto causes = json::causes_of(reading.problems);
        CHECK(causes.front().problem->file.ends_with("pack/items.json"));
        CHECK(causes.back().problem->file.ends_with("pack/pack.json"));
    }

    TEST_CASE("a missing folder, a file and an empty folder are problems of the path as given") {
        const SmallPack small;
        const std::string path = small.folder().generic_string();
        const auto printed = [](const fs::path& folder) { return text_of(read_pack(folder)); };
        CHECK(printed(path + "/nowhere/") == path + "/nowhere: error[folder-missing]: there is no such folder\n");
        CHECK(printed(path + "/items.json") ==
              path + "/items.json: error[not-a-folder]: a pack is a folder, and this is none\n");
        fs::create_directory(path + "/empty");
        CHECK(printed(path + "/empty") == path +
                                              "/empty: error[no-manifest]: this folder has no pack.json; there is "
                                              "one in '" +
                                              path + "'\n");
        CHECK_FALSE(read_pack(path + "/empty").pack);
        CHECK_FALSE(read_pack("").pack);
    }

    TEST_CASE("a script that somebody brings along is checked against the pack, and known as brought") {
        const SmallPack small;
        const auto bring = [&](const std::string& scene) {
            small.write("../brought.json", R"({"scripts": [{"id": "w", "name": "W", "about": "A.",
                "interest": {"asks": "Sells", "none": "{holder} does not.", "some": "{holder} does.", "unsaid": "Not said."},
                "scenes": [{"kind": "welcome", "title": "Here", "minutes": 1}, )" +
                                               scene + R"({"kind": "closing", "title": "There", "minutes": 1.5}]}]})");
            return read_pack(small.folder(), small.folder() / "../brought.json");
        };
        const Reading fine = bring("");
        REQUIRE(fine.pack);
        REQUIRE_MESSAGE(fine.pack->scripts.size() == 1, text_of(fine));
        CHECK(fine.pack->scripts[0].brought);
        CHECK(fine.pack->scripts[0].length() == Millis{150000});
        const Reading astray =
            bring(R"({"kind": "chain", "title": "Nowhere", "minutes": 1, "mechanism": "nowhere"}, )");
        CHECK(codes_of(astray) == Codes{"dangling-reference"});
        CHECK(astray.problems.front().file.ends_with("brought.json"));
        CHECK(astray.pack->scripts.empty());
        const Reading missing = read_pack(small.folder(), small.folder() / "../missing.json");
        CHECK(codes_of(missing) == Codes{"file-missing"});
        CHECK_FALSE(missing.pack);
    }

    TEST_CASE("a sentence that is shown before the host has a name cannot contain it") {
        const SmallPack small;
        small.write("../brought.json", R"({"scripts": [{"id": "w", "name": "W", "about": "A.",
            "interest": {"asks": "Sells", "none": "N", "some": "S", "unsaid": "{holder} has not said."},
            "scenes": [{"kind": "welcome", "title": "Here", "minutes": 1},
                       {"kind": "closing", "title": "There", "minutes": 1}]}]})");
        CHECK(codes_of(read_pack(small.folder(), small.folder() / "../brought.json")) == Codes{"unknown-placeholder"});
    }

    TEST_CASE("a link may lead to another file of the pack but not out of it") {
        const SmallPack small;
        fs::rename(small.folder() / "items.json", small.folder() / "real.json");
        fs::create_symlink("real.json", small.folder() / "items.json");
        CHECK(small.read().problems.empty());

        fs::remove(small.folder() / "items.json");
        fs::rename(small.folder() / "real.json", small.folder().parent_path() / "outside.json");
        fs::create_symlink("../outside.json", small.folder() / "items.json");
        const Reading reading = small.read();
        CHECK_FALSE(reading.pack);
        REQUIRE(reading.problems.size() == 1);
        CHECK(json::to_text(reading.problems[0]) ==
              (small.folder() / "pack.json").generic_string() +
                  ":6:13: error[path-outside]: 'items.json' leads out of the pack's folder\n"
                  "    \"files\": [\"items.json\", \"more/questions.json\"]\n"
                  "              ^\n");
    }

    TEST_CASE("a folder whose name begins like the pack's is outside") {
        const SmallPack small;
        const fs::path sibling = small.folder().string() + "-more";
        fs::create_directory(sibling);
        fs::rename(small.folder() / "items.json", sibling / "items.json");
        fs::create_symlink(sibling / "items.json", small.folder() / "items.json");
        CHECK(codes_of(small.read()) == Codes{"path-outside"});
    }

    TEST_CASE("a pack may itself be reached by a link") {
        const SmallPack small;
        const fs::path link = small.folder().parent_path() / "link";
        fs::create_directory_symlink("pack", link);
        CHECK(read_pack(link).problems.empty());
    }

    TEST_CASE("a file of more than a mebibyte is refused, and so is a pack of more than 32") {
        const SmallPack small;
        const std::string filler(json::max_bytes - 20, ' ');
        small.write("items.json", "{" + filler + "}" + std::string(40, ' '));
        const Reading large = small.read();
        CHECK_FALSE(large.pack);
        CHECK(codes_of(large) == Codes{"too-large"});
        CHECK(large.problems[0].message == "'items.json' has more than 1048576 bytes, so split it");

        std::string files;
        for (int i = 0; i < 34; ++i) {
            small.write("f" + std::to_string(i) + ".json", "{" + filler + "}");
            files += (i == 0 ? "\"f" : ", \"f") + std::to_string(i) + ".json\"";
        }
        small.replace(R"("items.json", "more/questions.json")", files);
        const Reading many = small.read();
        CHECK_FALSE(many.pack);
        CHECK(many.problems.front().code == "too-large");
    }

    TEST_CASE("a thousand problems of one file are told, the rest counted") {
        const SmallPack small;
        std::string items = R"({"topics": 1, "sources": [)";
        for (int i = 0; i < 5000; ++i)
            items += std::string(i == 0 ? "" : ",") + "{\"id\": \"s" + std::to_string(i) + "\"}\n";
        small.write("items.json", items + "]}");
        const Reading reading = small.read();
        CHECK(reading.problems.size() < 1100);
        const auto last = std::find_if(reading.problems.begin(), reading.problems.end(),
                                       [](const json::Problem& p) { return p.code == "too-many-problems"; });
        REQUIRE(last != reading.problems.end());
        CHECK(last->message == "9001 more problems of this file are not told");
        CHECK(reading.left_out >= 5000);
    }

    TEST_CASE("when a file cannot be read nothing is said of what it may have held") {
        const SmallPack small;
        small.write("items.json", "{");
        const Reading reading = small.read();
        CHECK_FALSE(reading.pack);
        CHECK(codes_of(reading) == Codes{"syntax"});
    }

    TEST_CASE("all unreadable files are told at once") {
        const SmallPack small;
        small.write("items.json", "{");
        small.write("more/questions.json", "[1,]");
        CHECK(codes_of(small.read()) == Codes{"syntax", "syntax"});
    }

    TEST_CASE("a manifest that lacks a required text refuses the pack, an unknown key does not") {
        const SmallPack lacking;
        lacking.replace(R"("disclaimer": "None.",)", "");
        const Reading refused = lacking.read();
        CHECK_FALSE(refused.pack);
        CHECK(codes_of(refused) == Codes{"missing-key"});

        const SmallPack unknown;
        unknown.replace(R"("format": 1,)", R"("format": 1, "licence": "CC0",)");
        const Reading kept = unknown.read();
        CHECK(kept.pack);
        CHECK(codes_of(kept) == Codes{"unknown-key"});
    }

    TEST_CASE("the hash is the same for the same bytes and another for any other") {
        const SmallPack first;
        const SmallPack second;
        const std::string hash = first.read().pack.value().hash;
        CHECK(hash.size() == 32);
        CHECK(hash.find_first_not_of("0123456789abcdef") == std::string::npos);
        CHECK(second.read().pack.value().hash == hash);
        second.replace(R"("note": "N.")", R"("note": "M.")");
        CHECK(second.read().pack.value().hash != hash);
    }

    TEST_CASE("what no honest pack needs is refused with its place") {
        const auto list = [](std::size_t count, const std::string& prefix) {
            std::string text;
            for (std::size_t i = 0; i < count; ++i)
                text += (i == 0 ? "\"" : ", \"") + prefix + std::to_string(i) + "\"";
            return text;
        };
        const std::pair<std::string, std::string> spoilt[] = {
            {R"("value": 2,)", R"("value": 1e308,)"},
            {R"("value": 2,)", R"("value": -1e31,)"},
            {R"("also": ["magnesia"])", "\"also\": [" + list(101, "name ") + "]"},
            {R"("sources": ["old"])", "\"sources\": [" + list(101, "s") + "]"},
        };
        for (const auto& [what, with] : spoilt) {
            CAPTURE(with.substr(0, 40));
            const SmallPack small;
            small.replace(what, with);
            const Reading reading = small.read();
            const auto told = std::find_if(reading.problems.begin(), reading.problems.end(),
                                           [](const json::Problem& problem) { return problem.code == "out-of-range"; });
            REQUIRE(told != reading.problems.end());
            CHECK(told->at.line > 1);
            CHECK(told->message.size() > 20);
            CHECK(reading.left_out > 0);
        }
        const SmallPack enough;
        enough.replace(R"("also": ["magnesia"])", "\"also\": [" + list(100, "name ") + "]");
        CHECK(enough.read().problems.empty());
    }

    TEST_CASE("the hash of the small pack is pinned: recordings name packs by it") {
        const SmallPack small;
        CHECK(small.read().pack.value().hash == "b3b63bfc526f5140af76a50f4e944ee9");
    }

    TEST_CASE("the default pack is the one that default.json names") {
        const SmallPack small;
        const fs::path root = small.folder().parent_path();
        CHECK(default_pack_folder(root).error().code == "file-missing");
        const auto named = [&](std::string_view text) {
            std::ofstream(root / "default.json") << text;
            return default_pack_folder(root);
        };
        CHECK(named(R"({"pack": "pack"})").value() == root / "pack");
        for (const char* broken : {"", "{}", "[]", R"({"pack": 1})", R"({"pack": "../x"})", R"({"pack": "/x"})",
                                   R"({"pack": "a", "b": 1})"}) {
            CAPTURE(broken);
            const auto folder = named(broken);
            REQUIRE_FALSE(folder.has_value());
            CHECK(folder.error() == Error{"default-pack-broken", {{"path", (root / "default.json").string()}}});
        }
    }
}
