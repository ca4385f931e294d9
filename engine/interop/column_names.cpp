// Understands the names of columns and of types of questions in tables.
#include <algorithm>
#include <array>
#include <charconv>

#include "engine/base/text.hpp"
#include "engine/interop/collector.hpp"
#include "engine/interop/table_header.hpp"

namespace chelate::interop {
namespace {

using Names = std::vector<std::string_view>;

struct NamedRole {
    ColumnRole role;
    Names names;
};

/// The names of columns, folded and with words separated by blanks. Those of other languages are the most common ones.
const std::vector<NamedRole>& named_roles() {
    static const std::vector<NamedRole> roles{
        {ColumnRole::question,
         {"question",
          "questions",
          "question text",
          "question title",
          "question stem",
          "questiontext",
          "stem",
          "prompt",
          "front",
          "term",
          "q",
          "the question",
          "quiz question",
          "frage",
          "fragen",
          "fragetext",
          "pregunta",
          "question de quiz",
          "domanda",
          "pergunta",
          "vraag",
          "pytanie",
          "fraga",
          "sporgsmal",
          "spørgsmal",
          "spørsmal",
          "kysymys",
          "otazka"}},
        {ColumnRole::answer,
         {"answer",
          "answers",
          "correct",
          "correct answer",
          "correct answers",
          "correct option",
          "correct options",
          "correct choice",
          "correct choices",
          "correct response",
          "right answer",
          "right answers",
          "right option",
          "right",
          "key",
          "answer key",
          "solution",
          "back",
          "definition",
          "response",
          "correct index",
          "answer index",
          "correct answer index",
          "correct option index",
          "correct choice index",
          "index of correct answer",
          "correct answer number",
          "correct option number",
          "answer number",
          "correct number",
          "correct letter",
          "antwort",
          "richtige antwort",
          "richtig",
          "losung",
          "respuesta",
          "respuesta correcta",
          "reponse",
          "bonne reponse",
          "reponse correcte",
          "risposta",
          "risposta corretta",
          "resposta",
          "resposta correta",
          "antwoord",
          "juiste antwoord",
          "odpowiedz",
          "svar",
          "ratt svar",
          "vastaus",
          "odpoved"}},
        {ColumnRole::choice_list,
         {"choices", "options", "answer choices", "answer options", "possible answers", "alternatives"}},
        {ColumnRole::wrong_list,
         {"incorrect answers", "wrong answers", "distractors", "incorrect options", "wrong options",
          "falsche antworten"}},
        {ColumnRole::explanation,
         {"explanation",
          "answer explanation",
          "rationale",
          "feedback",
          "general feedback",
          "explain",
          "reason",
          "justification",
          "explanation of answer",
          "correct answer explanation",
          "erklarung",
          "explicacion",
          "explication",
          "spiegazione",
          "explicacao",
          "uitleg",
          "comment",
          "comments",
          "note",
          "notes"}},
        {ColumnRole::topic,
         {"topic", "category", "subject", "chapter", "deck", "section", "unit", "module", "thema", "kategorie",
          "categoria", "categorie", "tema"}},
        {ColumnRole::tags, {"tags", "tag", "label", "labels", "keywords"}},
        {ColumnRole::source, {"source", "sources", "reference", "references", "citation", "quelle"}},
        {ColumnRole::kind, {"type", "question type", "kind", "fragetyp", "tipo"}},
        {ColumnRole::media,
         {"image",        "image link", "image url",  "question image", "picture",    "picture url", "photo",
          "media",        "media link", "media url",  "video",          "video link", "video url",   "youtube",
          "youtube link", "audio",      "audio link", "sound",          "link",       "url",         "bild"}},
        {ColumnRole::unused,
         {"time limit",
          "time",
          "time in seconds",
          "seconds",
          "timer",
          "duration",
          "points",
          "point",
          "score",
          "mark",
          "marks",
          "weight",
          "question number",
          "number",
          "no",
          "nr",
          "num",
          "id",
          "question id",
          "uuid",
          "guid",
          "difficulty",
          "level",
          "difficulty level",
          "note type",
          "notetype",
          "created",
          "author",
          "date",
          "created at",
          "updated at",
          "language",
          "status",
          "penalty",
          "shuffle",
          "grade",
          "bloom",
          "standard",
          "zeit",
          "punkte",
          "nummer"}}};
    return roles;
}

constexpr std::array<std::string_view, 17> choice_words{
    "option",          "answer",        "choice",        "opt",      "alternative", "response",
    "possible answer", "answer option", "answer choice", "ans",      "antwort",     "antwortmoglichkeit",
    "opcion",          "respuesta",     "reponse",       "risposta", "resposta"};
constexpr std::array<std::string_view, 17> wrong_words{
    "incorrect answer", "incorrect",    "wrong answer",     "wrong",
    "distractor",       "distracter",   "incorrect option", "incorrect choice",
    "wrong option",     "wrong choice", "false answer",     "decoy",
    "falsche antwort",  "falsch",       "mauvaise reponse", "respuesta incorrecta",
    "foute antwoord"};

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
/// Returns a name in words: "correctAnswer", "Correct_Answer(s)" and "Correct answer - choose one" are all "correct
/// answer".
std::string words_of(std::string_view name) {
    std::string spaced;
    name = name.substr(0, 200);
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        const char before = i > 0 ? name[i - 1] : ' ';
        if ((is_upper(c) && is_lower(before)) || (is_ascii_digit(c) && (is_lower(before) || is_upper(before))))
            spaced += ' ';
        if (c == '#') spaced += " number ";
        else spaced += c == '_' || c == '.' || c == ':' || c == '*' || c == '/' || c == '?' ? ' ' : c;
    }
    std::string words = folded(valid_utf8(spaced));
    for (const std::string_view plural : {"(s)", "(en)", "(es)"}) {
        if (const std::size_t at = words.find(plural); at != std::string::npos) words.erase(at, plural.size());
    }
    words.resize(std::min(
        {words.find('('), words.find('['), words.find(" - "), words.find(" – "), words.find(" — "), words.size()}));
    std::replace(words.begin(), words.end(), '-', ' ');
    return tidied(words);
}

/// Reads the number or the letter at the end of a name such as "option 2" or "option b".
bool read_number(std::string_view rest, Column& column) {
    rest = trimmed(rest);
    if (rest.starts_with("number ")) rest = trimmed(rest.substr(7));
    if (rest.size() == 1 && rest.front() >= 'a' && rest.front() <= 'i') {
        column.number = rest.front() - 'a' + 1;
        column.is_lettered = true;
        return true;
    }
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), column.number);
    if (error == std::errc() && end == rest.data() + rest.size() && column.number >= 0 && column.number <= 99)
        return true;
    column.number = -1;
    return false;
}

/// Returns the number of the first choice if a name such as "answer (0-based)" says it, else -1.
int stated_base(std::string_view name) {
    const std::string words = folded(name);
    for (const std::string_view zero : {"0-based", "zero-based", "zero based", "0 based", "from 0", "starting at 0"}) {
        if (words.find(zero) != std::string::npos) return 0;
    }
    for (const std::string_view one : {"1-based", "one-based", "one based", "1 based", "from 1", "starting at 1"}) {
        if (words.find(one) != std::string::npos) return 1;
    }
    return -1;
}

} // namespace

Column column_named(std::string_view name) {
    Column column;
    column.name = tidied(valid_utf8(name.substr(0, 200)));
    const std::string words = words_of(name);
    if (words.empty()) return column;
    for (const NamedRole& role : named_roles()) {
        if (std::find(role.names.begin(), role.names.end(), words) == role.names.end()) continue;
        column.role = role.role;
        column.is_index = role.role == ColumnRole::answer && words.find("index") != std::string::npos;
        const bool numbers = words.find("number") != std::string::npos || name.find('#') != std::string_view::npos;
        column.is_position = role.role == ColumnRole::answer && (column.is_index || numbers);
        if (column.role == ColumnRole::answer) column.stated_base = stated_base(column.name);
        return column;
    }
    const auto takes = [&](const auto& known_words, ColumnRole role) {
        for (const std::string_view word : known_words) {
            if (!words.starts_with(word)) continue;
            const bool is_bare = words.size() == word.size();
            if (is_bare && role != ColumnRole::wrong) continue;
            if (!is_bare && (words[word.size()] != ' ' || !read_number(words.substr(word.size()), column))) continue;
            column.role = role;
            return true;
        }
        return false;
    };
    if (takes(wrong_words, ColumnRole::wrong) || takes(choice_words, ColumnRole::choice)) return column;
    if (words.size() == 1 && read_number(words, column)) {
        column.role = column.is_lettered ? ColumnRole::choice : ColumnRole::unknown;
    }
    return column;
}

RowKind row_kind(std::string_view written) {
    struct Named {
        std::string_view name;
        RowKind kind;
    };
    static constexpr std::array names{Named{"multiple choice", RowKind::choice},
                                      Named{"multichoice", RowKind::choice},
                                      Named{"mc", RowKind::choice},
                                      Named{"mcq", RowKind::choice},
                                      Named{"single choice", RowKind::choice},
                                      Named{"single select", RowKind::choice},
                                      Named{"checkbox", RowKind::several},
                                      Named{"checkboxes", RowKind::several},
                                      Named{"multiple select", RowKind::several},
                                      Named{"multi select", RowKind::several},
                                      Named{"multiselect", RowKind::several},
                                      Named{"multiple response", RowKind::several},
                                      Named{"multiple answers", RowKind::several},
                                      Named{"multiple answer", RowKind::several},
                                      Named{"fill in the blank", RowKind::typed},
                                      Named{"fill in", RowKind::typed},
                                      Named{"fill in blank", RowKind::typed},
                                      Named{"short answer", RowKind::typed},
                                      Named{"typed", RowKind::typed},
                                      Named{"type answer", RowKind::typed},
                                      Named{"text input", RowKind::typed},
                                      Named{"identification", RowKind::typed},
                                      Named{"true false", RowKind::statement},
                                      Named{"truefalse", RowKind::statement},
                                      Named{"true or false", RowKind::statement},
                                      Named{"tf", RowKind::statement},
                                      Named{"boolean", RowKind::statement},
                                      Named{"open ended", RowKind::unreadable},
                                      Named{"essay", RowKind::unreadable},
                                      Named{"poll", RowKind::unreadable},
                                      Named{"survey", RowKind::unreadable},
                                      Named{"match", RowKind::unreadable},
                                      Named{"matching", RowKind::unreadable},
                                      Named{"order", RowKind::unreadable},
                                      Named{"ordering", RowKind::unreadable},
                                      Named{"reorder", RowKind::unreadable},
                                      Named{"sorting", RowKind::unreadable},
                                      Named{"draw", RowKind::unreadable},
                                      Named{"drawing", RowKind::unreadable},
                                      Named{"slide", RowKind::unreadable},
                                      Named{"word cloud", RowKind::unreadable},
                                      Named{"categorize", RowKind::unreadable},
                                      Named{"hotspot", RowKind::unreadable},
                                      Named{"puzzle", RowKind::unreadable}};
    std::string words = folded(valid_utf8(written.substr(0, 60)));
    std::replace_if(
        words.begin(), words.end(), [](char c) { return c == '-' || c == '_' || c == '/'; }, ' ');
    words = tidied(words);
    const auto known = std::find_if(names.begin(), names.end(), [&](const Named& one) { return one.name == words; });
    return known == names.end() ? RowKind::open : known->kind;
}

} // namespace chelate::interop
