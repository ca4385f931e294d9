#include "game/cli/verbs.hpp"

#include <map>
#include <ostream>

#include "engine/base/folders.hpp"
#include "engine/base/scripts.hpp"
#include "engine/base/text.hpp"
#include "engine/content/reader.hpp"
#include "engine/content/wording_rules.hpp"
#include "engine/json/writer.hpp"
#include "engine/quiz/maker.hpp"
#include "engine/quiz/pool.hpp"
#include "engine/runner/recording.hpp"
#include "game/cli/key_json.hpp"
#include "game/lint/missing_scripts.hpp"
#include "game/print/html.hpp"
#include "game/print/sheet.hpp"
#include "game/screens/interactions/interactions.hpp"
#include "game/session/installation.hpp"
#include "game/session/zipped_pack.hpp"

namespace chelate::cli {

namespace {

void write_problem(std::ostream& out, const json::Problem& problem) {
    json::Writer line;
    line.begin_object().member("type", "problem").member("file", problem.file);
    line.member("line", static_cast<std::int64_t>(problem.at.line))
        .member("column", static_cast<std::int64_t>(problem.at.column));
    line.member("code", problem.code).member("message", problem.message);
    if (!problem.item.empty()) line.member("item", problem.item);
    if (!problem.because.empty()) line.member("because", problem.because);
    out << line.end_object().text() << '\n';
}

/// Prints problems, the causes first. Unless `all`, what only follows from a cause is a number below it.
void print_problems(std::ostream& err, const std::vector<json::Problem>& problems, const text::Language& words,
                    bool all) {
    if (all) {
        for (const json::Problem& problem : problems) err << json::to_text(problem);
        return;
    }
    for (const json::Cause& cause : json::causes_of(problems)) {
        err << json::to_text(*cause.problem);
        if (cause.dependents == 0) continue;
        err << "  " << words.plural("problems.dependents", static_cast<std::int64_t>(cause.dependents)) << '\n';
    }
}

std::size_t items_in(const content::Pack& pack) {
    return pack.sources.size() + pack.subjects.size() + pack.attributes.size() + pack.facts.size() +
           pack.mechanisms.size() + pack.studies.size() + pack.claims.size() + pack.misconceptions.size() +
           pack.conflicts.size() + pack.models.size() + pack.questions.size() + pack.templates.size() +
           pack.rounds.size();
}

void write_question(std::ostream& out, int number, const quiz::Question& question, const quiz::Order& shown) {
    json::Writer line;
    line.begin_object().member("type", "question").member("number", number).member("id", question.id);
    line.member("kind", content::row_of(question.kind).name).member("prompt", question.prompt);
    line.key("panels").begin_array();
    for (const quiz::Panel& panel : question.panels) {
        line.begin_object().member("heading", panel.heading).member("text", panel.text);
        line.member("source", panel.source).member("numbered", panel.numbered).end_object();
    }
    line.end_array().key("choices").begin_array();
    for (const std::uint8_t option : shown) line.string(quiz::options_of(question.interaction)[option].text);
    line.end_array();
    write_answer_space(line, question.interaction);
    line.key("key").begin_array();
    if (quiz::is_marked(question))
        std::visit([&](const auto& key) { write_key(line, key); }, quiz::key_response(question, shown));
    line.end_array().member("answer", quiz::key_text(question));
    line.member("explanation", question.explanation).key("facts").begin_array();
    for (const ItemId& item : quiz::items_of(question)) line.string(item.to_text());
    line.end_array().key("sources").begin_array();
    for (const quiz::Citation& source : question.sources) line.string(source.text);
    out << line.end_array().end_object().text() << '\n';
}

void print_question(std::ostream& out, int number, const quiz::Question& question, const quiz::Order& shown,
                    const text::Language& words) {
    out << number << ". " << showable_line(question.prompt) << '\n';
    const auto picture = [&](const content::Image& image) {
        return image.empty() ? "" : " " + words.text("terminal.picture", {{"alt", showable_line(words_for(image))}});
    };
    if (!question.image.empty()) out << "  " << picture(question.image) << '\n';
    for (std::size_t p = 0; p < shown.size(); ++p) {
        const quiz::Option& option = quiz::options_of(question.interaction)[shown[p]];
        out << "   " << p + 1 << "  " << showable_line(option.text) << picture(option.image) << '\n';
    }
    out << "   " << words.text("questions.key", {{"key", quiz::key_text(question)}}) << '\n'
        << "   " << words.text("questions.facts") << ' ';
    std::string list;
    for (const ItemId& item : quiz::items_of(question)) list += (list.empty() ? "" : ", ") + item.to_text();
    out << list << '\n';
    for (const quiz::Citation& source : question.sources) out << "   – " << showable_line(source.text) << '\n';
}

} // namespace

void warn_of_missing_fonts(const content::Pack& pack, const screens::CanShow& can_show, bool as_json,
                           const text::Language& words, Streams to) {
    if (!can_show) return;
    for (const Script* script : lint::missing_scripts(pack, can_show)) {
        const std::string sentence =
            words.text("validate.missing_font", {{"script", words.text("script." + std::string(script->name))},
                                                 {"package", std::string(script->package)}});
        if (!as_json) {
            to.err << sentence << '\n';
            continue;
        }
        json::Writer line;
        line.begin_object().member("type", "warning").member("code", "missing-font");
        to.out << line.member("package", script->package).member("message", sentence).end_object().text() << '\n';
    }
}

int validate(const ValidateCommand& command, const text::Language& words, const screens::CanShow& can_show,
             Streams to) {
    bool all_fine = true;
    std::map<std::string, std::string> by_id; // where each id was first
    for (const std::string& given : command.paths) {
        std::filesystem::path folder = given;
        if (folder.filename() == "pack.json") folder = folder.has_parent_path() ? folder.parent_path() : ".";
        std::optional<session::UnpackedPack> unpacked;
        if (session::is_zip_file(folder)) {
            auto opened = session::UnpackedPack::open(folder);
            if (!opened) {
                to.err << "chelate: " << words.sentence(opened.error()) << '\n';
                all_fine = false;
                continue;
            }
            unpacked.emplace(std::move(*opened));
            folder = unpacked->folder();
        }
        content::Reading reading = content::read_pack(folder);
        // A pack's own rules of wording are not in its manifest, and are a file of it all the same.
        content::WordingRules rules;
        for (json::Problem& problem : content::read_pack_rules(folder, rules))
            reading.problems.push_back(std::move(problem));
        if (unpacked) unpacked->name_zip(reading.problems);
        const bool fine = reading.problems.empty();
        all_fine = all_fine && fine;
        const auto causes = static_cast<std::int64_t>(json::causes_of(reading.problems).size());
        if (reading.pack) {
            const auto [first, is_new] = by_id.try_emplace(reading.pack->id, given);
            if (!is_new)
                to.err << "chelate: "
                       << words.text("validate.shares_id", {{"one", showable_line(first->second)},
                                                            {"other", showable_line(given)},
                                                            {"id", first->first}})
                       << '\n';
        }
        const std::size_t items = reading.pack ? items_in(*reading.pack) : 0;
        if (reading.pack) warn_of_missing_fonts(*reading.pack, can_show, command.json, words, to);
        if (command.json) {
            for (const json::Problem& problem : reading.problems) write_problem(to.out, problem);
            json::Writer line;
            line.begin_object().member("type", "validation").member("path", given).member("fine", fine);
            line.member("refused", !reading.pack.has_value()).member("items", static_cast<std::int64_t>(items));
            line.member("problems", static_cast<std::int64_t>(reading.problems.size()));
            line.member("causes", causes);
            line.member("left_out", static_cast<std::int64_t>(reading.left_out));
            to.out << line.end_object().text() << '\n';
            continue;
        }
        print_problems(to.err, reading.problems, words, command.verbose);
        if (fine) {
            to.out << showable_line(given) << ": " << words.plural("validate.fine", static_cast<std::int64_t>(items))
                   << '\n';
        } else {
            const std::string key = reading.pack ? "validate.left_out" : "validate.refused";
            to.err << showable_line(given) << ": "
                   << words.plural(key, causes,
                                   {{"left_out", words.number(static_cast<std::int64_t>(reading.left_out))}})
                   << '\n';
        }
    }
    return all_fine ? 0 : 1;
}

int replay(const ReplayCommand& command, const text::Language& words, Streams to) {
    const auto text = read_file(command.file, runner::largest_recording);
    if (!text) {
        to.err << "chelate: " << words.sentence(text.error()) << '\n';
        return 1;
    }
    const auto replayed = runner::replay_recording(*text);
    if (!replayed) {
        to.err << "chelate: " << showable_line(command.file) << ": " << words.sentence(replayed.error()) << '\n';
        return 1;
    }
    if (const auto& difference = replayed->difference) {
        const std::string nothing = words.text("replay.nothing");
        to.err << "chelate: " << showable_line(command.file) << ':' << difference->line << ": "
               << words.text("replay.differs") << '\n'
               << "  " << words.text("replay.recorded") << ' '
               << (difference->recorded.empty() ? nothing : showable_line(difference->recorded)) << '\n'
               << "  " << words.text("replay.decided") << ' '
               << (difference->decided.empty() ? nothing : showable_line(difference->decided)) << '\n';
        return 1;
    }
    to.out << runner::session_result(replayed->history) << '\n';
    return 0;
}

std::optional<content::Pack> read_pack_aloud(const std::filesystem::path& folder, const text::Language& words,
                                             std::ostream& err, const std::filesystem::path& more) {
    content::Reading reading = content::read_pack(folder, more);
    print_problems(err, reading.problems, words, false);
    if (!reading.pack) {
        err << "chelate: " << words.text("pack.refused", {{"folder", folder.string()}}) << '\n';
    } else if (reading.left_out > 0) {
        err << "chelate: " << words.plural("pack.left_out", static_cast<std::int64_t>(reading.left_out)) << '\n';
    }
    return std::move(reading.pack);
}

int complain(const std::string& sentence, Streams to) {
    to.err << "chelate: " << sentence << '\n';
    return 1;
}

int with_pack(std::filesystem::path pack, const std::filesystem::path& content, const text::Language& words, Streams to,
              const std::function<int(const std::filesystem::path&)>& verb) {
    std::optional<session::UnpackedPack> unpacked;
    if (session::is_zip_file(pack)) {
        auto opened = session::UnpackedPack::open(pack);
        if (!opened) return complain(words.sentence(opened.error()), to);
        unpacked.emplace(std::move(*opened));
        pack = unpacked->folder();
    }
    if (pack.empty()) pack = content::default_pack_folder(content).value_or(content);
    return verb(pack);
}

std::string unknown_round(const content::Pack& pack, const std::string& round, const text::Language& words) {
    std::vector<std::string> known;
    std::string list;
    for (const content::Round& other : pack.rounds) {
        known.push_back(other.id.value);
        list += (list.empty() ? "" : ", ") + other.id.value;
    }
    if (const auto near = nearest(round, known))
        return words.text("round.unknown_near", {{"round", round}, {"nearest", *near}});
    return words.text("round.unknown", {{"round", round}, {"known", list}});
}

int print_questions(const QuestionsCommand& command, const std::filesystem::path& folder, const text::Language& words,
                    Streams to) {
    const auto pack = read_pack_aloud(folder, words, to.err);
    if (!pack) return 1;
    const content::Round* round = pack->find_round(content::RoundId{command.round});
    if (round == nullptr) {
        to.err << "chelate: " << unknown_round(*pack, command.round, words) << '\n';
        return 1;
    }
    auto maker = quiz::QuestionMaker::make(*pack, *round, command.seed);
    if (!maker) {
        to.err << "chelate: " << words.sentence(maker.error()) << '\n';
        return 1;
    }
    Rng rng{command.seed};
    if (command.sheet) {
        std::vector<print::SheetQuestion> questions;
        for (int i = 0; i < command.count; ++i) {
            quiz::QuestionRef question(maker->question(static_cast<std::size_t>(i)));
            quiz::Order shown = quiz::draw_display_order(*question, rng);
            questions.push_back({std::move(question), std::move(shown)});
        }
        to.out << print::make_sheet(*pack, words, round->name, questions,
                                    print::style_sheet(session::installation_root()))
                      .text;
        return 0;
    }
    for (int i = 0; i < command.count && to.out; ++i) {
        const quiz::Question question = maker->question(static_cast<std::size_t>(i));
        const quiz::Order shown = quiz::draw_display_order(question, rng);
        if (command.json) {
            write_question(to.out, i + 1, question, shown);
        } else {
            print_question(to.out, i + 1, question, shown, words);
        }
    }
    return 0;
}

} // namespace chelate::cli
