// Questions written by hand.
#include <algorithm>

#include "engine/base/text.hpp"
#include "engine/content/draft.hpp"

namespace chelate::content {
namespace {

constexpr std::size_t longest_label = 60;
constexpr std::size_t fewest_choices = 2;
constexpr std::size_t most_choices = 9; ///< the digit keys
constexpr std::size_t fewest_items = 3;
constexpr std::size_t most_items = 8;

const std::vector<std::string> kinds{"single", "true-false", "compare", "order"};

std::string_view name_of_question(AuthoredKind kind) {
    switch (kind) {
    case AuthoredKind::single: return "a question of kind 'single'";
    case AuthoredKind::true_false: return "a question of kind 'true-false'";
    case AuthoredKind::compare: return "a question of kind 'compare'";
    case AuthoredKind::order: return "a question of kind 'order'";
    }
    return "";
}

/// One question on its way into the draft, and whether all its parts are sound.
struct QuestionReader {
    Draft& draft;
    const json::Document& document;
    json::ObjectReader& reader;
    AuthoredQuestion& question;
    bool sound = true;

    void read_choice(const json::Value& value);
    void read_choices();
    void check_one_right();
    void check_different(const json::Value& list);
    void read_items();
    void read_by_kind();
    void read_exercises();
};

void QuestionReader::read_choice(const json::Value& value) {
    const auto right = value.find("right");
    const bool is_right = right && right->kind() == json::Kind::boolean && right->as_bool();
    json::ObjectReader choice_reader(document, value, is_right ? "a right choice" : "a wrong choice", draft.problems);
    AuthoredChoice choice;
    if (question.kind == AuthoredKind::compare) assign(choice.subject, choice_reader.string("subject"));
    else assign(choice.text, choice_reader.string("text"));
    choice.right = choice_reader.optional_boolean("right").value_or(false);
    if (!is_right) {
        assign(choice.why, choice_reader.string("why"));
        assign(choice.misconception, choice_reader.optional_string("misconception"));
        assign(choice.refuted_by_fact, choice_reader.optional_string("fact"));
        assign(choice.refuted_by_claim, choice_reader.optional_string("claim"));
        const int reasons = (choice_reader.has("misconception") ? 1 : 0) + (choice_reader.has("fact") ? 1 : 0) +
                            (choice_reader.has("claim") ? 1 : 0);
        if (reasons != 1) {
            choice_reader.report(
                "", "wrong-choice-reason",
                "a wrong choice names one 'misconception', 'fact' or 'claim' that makes it wrong, not " +
                    std::to_string(reasons));
        }
    }
    read_reserved(choice_reader);
    choice_reader.finish();
    sound = sound && choice_reader.ok();
    question.choices.push_back(std::move(choice));
}

void QuestionReader::check_one_right() {
    const auto right = std::count_if(question.choices.begin(), question.choices.end(),
                                     [](const AuthoredChoice& choice) { return choice.right; });
    if (right == 1) return;
    reader.report("choices", "one-right-choice",
                  "exactly one choice is right, not " + (right == 0 ? std::string("none") : std::to_string(right)));
}

/// No two choices may look alike to a person, nor name one subject twice.
void QuestionReader::check_different(const json::Value& list) {
    std::vector<std::string> seen;
    seen.reserve(question.choices.size());
    for (auto value = list.first(); value; value = value->next()) {
        const AuthoredChoice& choice = question.choices[seen.size()];
        seen.push_back(question.kind == AuthoredKind::compare ? choice.subject.value : folded(choice.text));
        const auto last = std::prev(seen.end());
        if (!last->empty() && std::find(seen.begin(), last, *last) != last) {
            reader.report_at(value->offset(), "equal-choices", "this choice reads like one before it");
        }
    }
}

void QuestionReader::read_choices() {
    const auto list = reader.array("choices", true);
    if (!list) return;
    const bool pair = question.kind == AuthoredKind::compare;
    const std::size_t fewest = pair ? 2 : fewest_choices;
    const std::size_t most = pair ? 2 : most_choices;
    if (list->size() < fewest || list->size() > most) {
        reader.report("choices", "choice-count",
                      std::string(name_of_question(question.kind)) + " has " +
                          (pair ? "2" : std::to_string(fewest) + " to " + std::to_string(most)) + " choices, not " +
                          std::to_string(list->size()));
        return;
    }
    question.choices.reserve(list->size());
    for (auto value = list->first(); value; value = value->next()) read_choice(*value);
    check_one_right();
    check_different(*list);
}

void QuestionReader::read_items() {
    std::vector<std::size_t> offsets;
    question.items = reader.strings("items", true, &offsets);
    const auto list = reader.array("items", false);
    if (list && (list->size() < fewest_items || list->size() > most_items)) {
        reader.report("items", "item-count",
                      "a question of kind 'order' has " + std::to_string(fewest_items) + " to " +
                          std::to_string(most_items) + " items, not " + std::to_string(list->size()));
        return;
    }
    std::vector<std::string> seen;
    for (const std::string& item : question.items) {
        seen.push_back(folded(item));
        if (std::find(seen.begin(), std::prev(seen.end()), seen.back()) != std::prev(seen.end())) {
            reader.report_at(offsets[seen.size() - 1], "equal-items", "this item reads like one before it");
        }
    }
}

void QuestionReader::read_by_kind() {
    switch (question.kind) {
    case AuthoredKind::single:
        read_choices();
        question.shuffle = reader.optional_boolean("shuffle").value_or(true);
        break;
    case AuthoredKind::compare: read_choices(); break;
    case AuthoredKind::true_false: question.answer = reader.boolean("answer").value_or(false); break;
    case AuthoredKind::order:
        read_items();
        assign(question.first_label, reader.optional_string("first_label", longest_label));
        assign(question.last_label, reader.optional_string("last_label", longest_label));
        break;
    }
}

/// What memory is kept for: a question that exercises nothing would never come back.
void QuestionReader::read_exercises() {
    assign_ids(question.exercises.facts, reader, "facts", false);
    assign_ids(question.exercises.claims, reader, "claims", false);
    assign_ids(question.exercises.mechanisms, reader, "mechanisms", false);
    const bool given = reader.has("facts") || reader.has("claims") || reader.has("mechanisms");
    if (!given || (question.exercises.empty() && reader.ok())) {
        reader.report("", "exercises-nothing", "a question names the facts, claims or mechanisms it exercises");
    }
}

} // namespace

void read_question(Draft& draft, const json::Document& document, const json::Value& value) {
    // The kind decides which keys there are, so the reader is told its name first.
    const auto kind_value = value.find("kind");
    const auto known = kind_value && kind_value->kind() == json::Kind::string
                           ? std::find(kinds.begin(), kinds.end(), kind_value->as_string())
                           : kinds.end();
    const bool kind_known = known != kinds.end();
    AuthoredQuestion question;
    if (kind_known) question.kind = static_cast<AuthoredKind>(known - kinds.begin());
    json::ObjectReader reader(document, value, kind_known ? name_of_question(question.kind) : "a question",
                              draft.problems);
    QuestionReader parts{draft, document, reader, question};

    question.id.value = take_id(draft, reader, ItemKind::question);
    (void)reader.word("kind", kinds);
    assign(question.topic, reader.string("topic"));
    assign(question.prompt, reader.string("prompt"));
    if (kind_known) parts.read_by_kind();
    assign(question.explanation, reader.string("explanation"));
    question.difficulty = static_cast<int>(reader.optional_integer("difficulty", 1, 3).value_or(2));
    parts.read_exercises();
    read_reserved(reader);
    // Of a question of unknown kind nobody can say which keys are wrong.
    if (!kind_known) reader.accept_rest();
    if (keep(draft, reader, ItemKind::question, question.id.value, parts.sound)) {
        draft.pack.questions.emplace(question.id, std::move(question));
    }
}

} // namespace chelate::content
