// Measures how the work grows with a pack: each task at a quarter, at half and at all of a large pack, and the peak
// memory of it all. Work in proportion takes four times as long for four times the pack.
//
//   growth_bench          a pack of 5,000 facts, 400 scenes, 20,000 equal names, 1,500 undos
//   growth_bench 0.1      a tenth of that
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "engine/content/reader.hpp"
#include "engine/content/wording_rules.hpp"
#include "engine/quiz/maker.hpp"
#include "engine/quiz/validation.hpp"
#include "engine/study/study_queue.hpp"
#include "engine/text/languages.hpp"
#include "game/lint/lint.hpp"
#include "game/print/handout.hpp"
#include "game/session/workshop.hpp"
#include "game/wording/lookup.hpp"
#include "tests/bench/baseline.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/large_pack.hpp"

namespace {

using namespace chelate;
namespace fs = std::filesystem;

constexpr std::size_t facts = 5000;
constexpr std::size_t scenes = 400;
constexpr std::size_t names = 20'000;
constexpr std::size_t undos = 1500;
constexpr int questions = 600;
constexpr std::size_t steps[] = {4, 2, 1}; ///< divisors of the sizes

std::size_t used = 0; ///< what tasks return is added here, so that the compiler optimises nothing away

/// Returns the most memory this process has used so far, in kB (VmHWM of proc(5)).
long peak_kb() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) return std::strtol(line.c_str() + 6, nullptr, 10);
    }
    return 0;
}

/// Runs a task at three sizes. Prints its seconds, how many times longer twice and four times the size took, and its
/// cost in kibibytes hashed.
void measure(const char* task, std::size_t size,
             const std::function<std::function<std::size_t()>(std::size_t)>& task_of) {
    double seconds[3] = {};
    double kibibytes = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto work = task_of(size / steps[i]);
        const auto took = bench::beside_hashing([&] { used += work(); });
        seconds[i] = took.seconds;
        kibibytes = took.kibibytes_each(static_cast<double>(size));
    }
    std::printf("{\"bench\":\"growth\",\"task\":\"%s\",\"size\":%zu,\"seconds\":[%.4f,%.4f,%.4f],\"twice\":%.2f,"
                "\"four_times\":%.2f,\"kibibytes_each\":%.2f,\"peak_mb\":%ld}\n",
                task, size, seconds[0], seconds[1], seconds[2], seconds[1] / std::max(1e-6, seconds[0]),
                seconds[2] / std::max(1e-6, seconds[0]), kibibytes, peak_kb() / 1024);
    std::fflush(stdout);
}

/// Returns a large pack with every template on facts, and a round for each.
content::Pack asking_pack(std::size_t count) {
    content::Pack pack = test::pack_of_values(test::rising(count));
    for (const content::TemplateRow& row : content::template_kinds) {
        if (row.draws == content::Draws::facts) test::add_template(pack, row.kind);
    }
    return pack;
}

/// Adds one script with so many scenes, each of which asks a template or compares everything.
void add_scenes(content::Pack& pack, std::size_t count) {
    content::Script script;
    script.id = content::ScriptId{"script"};
    for (std::size_t i = 0; i < count; ++i) {
        content::Scene scene;
        scene.title = "Scene " + std::to_string(i);
        if (i % 2 == 0) scene.body = content::QuestionScene{{}, content::TemplateId{"compare"}};
        else scene.body = content::ChainScene{content::MechanismId{"m"}};
        script.scenes.push_back(std::move(scene));
    }
    content::Mechanism mechanism;
    mechanism.id = content::MechanismId{"m"};
    for (int i = 0; i < 8; ++i) mechanism.steps.push_back({"step", "step"});
    pack.mechanisms.emplace(mechanism.id, std::move(mechanism));
    pack.scripts.push_back(std::move(script));
}

/// Writes a pack of so many facts into a folder.
void write_pack(const fs::path& folder, std::size_t count) {
    fs::create_directories(folder);
    std::string files;
    for (std::size_t first = 0; first < count; first += 1000) {
        const std::string name = "part" + std::to_string(first) + ".json";
        files += ", \"" + name + "\"";
        std::ofstream out(folder / name);
        const std::size_t end = std::min(count, first + 1000);
        const auto each = [&](const char* list, const auto& item) {
            out << '"' << list << "\": [";
            for (std::size_t i = first; i < end; ++i) out << (i == first ? "\n" : ",\n") << item(std::to_string(i));
            out << "]";
        };
        out << "{";
        each("subjects", [](const std::string& n) {
            return R"({"id": "s)" + n + R"(", "group": "g", "name": "thing )" + n + R"(", "short": "t)" + n + "\"}";
        });
        out << ", ";
        each("facts", [](const std::string& n) {
            return R"({"id": "s)" + n + R"(.v", "subject": "s)" + n +
                   R"(", "attribute": "v", "topic": "t", "value": )" + n + R"(, "askable": true, "sources": ["src)" +
                   n + "\"]}";
        });
        out << ", ";
        each("sources", [](const std::string& n) {
            return R"({"id": "src)" + n + R"(", "kind": "reference", "authors": "A", "title": "Book )" + n +
                   R"(", "checked": "whole"})";
        });
        out << ", ";
        each("claims", [](const std::string& n) {
            return R"({"id": "c)" + n + R"(", "statement": "The thing with the number )" + n +
                   R"( is one of many things.", "topic": "t", "verdict": "supported", "seen_in": "people",)" +
                   R"( "explanation": "It is.", "askable": true, "subjects": ["s)" + n + R"("], "sources": ["src)" + n +
                   "\"]}";
        });
        out << "}";
    }
    std::ofstream(folder / "asking.json")
        << R"({"attributes": [{"id": "v", "name": "v", "type": "number"}], "templates": [)"
        << R"({"id": "a", "kind": "compare", "prompt": "{a} or {b}?", "attribute": "v", "group": "g", "most": true, "explanation": "{winner}."},)"
        << R"({"id": "b", "kind": "subject-for-value", "prompt": "Whose {value}?", "attribute": "v", "group": "g", "explanation": "{subject}."},)"
        << R"({"id": "c", "kind": "true-false", "prompt": "{statement}"}],)"
        << R"("rounds": [{"id": "r", "name": "R", "about": "A.", "count": 10, "templates": ["a", "b", "c"]}]})";
    std::ofstream(folder / "pack.json")
        << R"({"format": 1, "id": "p", "name": "P", "version": "1", "language": "en", "about": "A.", "disclaimer": "D.",)"
        << R"("words": {"true": "T", "false": "F", "supported": "S", "mixed": "M", "weak": "W", "contradicted": "C",)"
        << R"("traditional": "T"}, "topics": [{"id": "t", "name": "T"}], "files": ["asking.json")" << files << "]}";
}

void measure_reading(std::size_t size) {
    std::string name = (fs::temp_directory_path() / "chelate-bench-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) std::exit(1);
    const auto folder_of = [&](std::size_t count) { return fs::path(name) / std::to_string(count); };
    for (const std::size_t step : steps) write_pack(folder_of(size / step), size / step);
    measure("read a pack", size, [&](std::size_t count) {
        return [path = folder_of(count)] { return content::read_pack(path).pack.value().facts.size(); };
    });
    measure("lint a pack", size, [&](std::size_t count) {
        return
            [pack = *content::read_pack(folder_of(count)).pack] { return lint::lint(pack, {}, "2026-11-30").size(); };
    });
    const text::Language words = text::load_language(CHELATE_SOURCE_DIR "/assets/i18n", "en").value();
    measure("look up in a pack", size, [&](std::size_t count) {
        return [pack = *content::read_pack(folder_of(count)).pack, &words] {
            const auto entries = wording::entries_of(pack, words);
            return wording::found_in(entries, "thing number 7").size() +
                   wording::compared_facts(pack, "g", content::AttributeId{"v"}).size();
        };
    });
    fs::remove_all(name);
}

void measure_asking(std::size_t size) {
    measure("make the first question of each round", size, [](std::size_t count) {
        return [pack = asking_pack(count)] {
            std::size_t made = 0;
            for (const content::Round& round : pack.rounds)
                made += quiz::QuestionMaker::make(pack, round, 1).value().question(0).prompt.size();
            return made;
        };
    });
    measure("make 600 questions of each round", size, [](std::size_t count) {
        return [pack = asking_pack(count)] {
            std::size_t made = 0;
            for (const content::Round& round : pack.rounds) {
                auto maker = quiz::QuestionMaker::make(pack, round, 1).value();
                for (std::size_t i = 0; i < questions; ++i) made += maker.question(i).prompt.size();
            }
            return made;
        };
    });
    measure("ask everything but what is suspended", size, [](std::size_t count) {
        return [pack = asking_pack(count)] {
            content::Round round;
            for (const auto& [id, fact] : pack.facts) {
                if (round.pool.excluded_items.size() < pack.facts.size() / 2)
                    round.pool.excluded_items.add(content::item_of(id));
                round.pool.subjects.push_back(fact.subject);
            }
            return quiz::QuestionMaker::make(pack, round, 1).value().different();
        };
    });
    measure("choose 200 questions of a day of study", size, [](std::size_t count) {
        return [pack = asking_pack(count), count] {
            const auto candidates = quiz::QuestionMaker::make(pack, content::Round{}, 1).value().candidates();
            study::DayPlan plan;
            for (const study::Learnable& learnable : study::learnables_of(candidates))
                plan.due.push_back({learnable.item, 0, 0.5, false});
            plan.due.resize(std::min(plan.due.size(), count));
            const study::StudyQueue queue(candidates, plan, study::LearnerModel{}, 1);
            test::Script script({{test::ada, "Ada"}}, test::a_program(300));
            for (std::size_t i = 0; i < 200; ++i) {
                const auto next = queue.next(script.history.state);
                if (!next) break;
                script.ask();
                script.must(quiz::SubmitAnswer{test::ada, script.wrong()});
            }
            return static_cast<std::size_t>(queue.expected());
        };
    });
}

void measure_workshop(std::size_t size, std::size_t pack_size) {
    measure("open a workshop and each of its scenes", size, [=](std::size_t count) {
        content::Pack pack = asking_pack(pack_size);
        add_scenes(pack, count);
        return [pack = std::move(pack)] {
            const content::Script& script = pack.scripts.front();
            std::size_t opened = session::workshop_plan(pack, script).steps.size() +
                                 content::sources_of(script, pack).size() + content::statements_of(script).size();
            for (std::size_t i = 0; i < script.scenes.size(); ++i) {
                if (const auto* asked = std::get_if<content::QuestionScene>(&script.scenes[i].body))
                    opened += session::scene_question(pack, *asked, 1, i).has_value() ? 1 : 0;
            }
            return opened;
        };
    });
}

void measure_names(std::size_t size) {
    measure("look up among equal names", size, [](std::size_t count) {
        content::Pack pack = test::pack_of_values(test::rising(count));
        for (auto& [id, subject] : pack.subjects) subject.name = "Equal name";
        const content::Round& round = test::add_template(pack, content::TemplateKind::name_for_value);
        return [pack, round] {
            auto maker = quiz::QuestionMaker::make(pack, round, 1).value();
            std::size_t right = 0;
            for (std::size_t i = 0; i < 50; ++i) {
                const quiz::Question question = maker.question(i);
                right += quiz::credit_of(quiz::Response{quiz::Written{"equal nane"}}, question, {}) == Fraction::one()
                             ? 1
                             : 0;
            }
            const text::Language words = text::load_language(CHELATE_SOURCE_DIR "/assets/i18n", "en").value();
            return right + wording::found_in(wording::entries_of(pack, words), "equal").size();
        };
    });
}

/// Folds a session as it is read from outside: each event is validated before. All its steps are undone in a row.
void measure_undos(std::size_t size) {
    measure("replay undos", size, [](std::size_t count) {
        test::Script script({{test::ada, "Ada"}}, test::a_program(50));
        script.ask().must(quiz::CloseQuestion{});
        for (std::size_t i = 0; i < count; ++i) script.must(quiz::AdjustPoints{test::ada, {50}});
        for (std::size_t i = 0; i < count; ++i) script.must(quiz::Undo{});
        return [log = script.history.log] {
            quiz::ValidatedFold fold;
            for (const quiz::Event& event : log) (void)fold.add(event);
            return std::move(fold).take().log.size();
        };
    });
}

} // namespace

int main(int count, char** arguments) {
    const double scale = count > 1 ? std::atof(arguments[1]) : 1;
    const auto scaled = [&](std::size_t size) {
        return static_cast<std::size_t>(std::max(40.0, std::round(static_cast<double>(size) * scale)));
    };
    measure_reading(scaled(facts));
    measure_asking(scaled(facts));
    measure_workshop(scaled(scenes), scaled(facts));
    measure_names(scaled(names));
    measure_undos(scaled(undos));
    std::printf("{\"bench\":\"growth_peak\",\"peak_mb\":%ld,\"used\":%zu}\n", peak_kb() / 1024, used);
    return 0;
}
