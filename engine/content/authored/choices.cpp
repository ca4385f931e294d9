// Choices: one of them right, or several, or none in a poll; each wrong one says why.
#include <algorithm>

#include "engine/base/text.hpp"
#include "engine/content/authored/authored.hpp"

namespace chelate::content {
namespace {

/// @return whether the choice was read well
bool read_choice(const AuthoredReading& reading, const json::Value& value, Choices& choices) {
    const auto right = value.find("right");
    const bool is_right = right && right->kind() == json::Kind::boolean && right->as_bool();
    const bool polled = !reading.row.is_marked;
    json::ObjectReader reader(reading.document, value, polled ? "a choice of a poll" : is_right ? "a right choice" : "a wrong choice", reading.draft.problems);
    AuthoredChoice choice;
    if (reading.row.of_subjects) assign(choice.subject, reader.string("subject"));
    else assign(choice.text, reader.string("text"));
    if (!polled) choice.right = reader.optional_boolean("right").value_or(false);
    if (!polled && !is_right) {
        assign(choice.why, reader.string("why"));
        assign(choice.misconception, reader.optional_string("misconception"));
        assign(choice.refuted_by_fact, reader.optional_string("fact"));
        assign(choice.refuted_by_claim, reader.optional_string("claim"));
        const int reasons = (reader.has("misconception") ? 1 : 0) + (reader.has("fact") ? 1 : 0) + (reader.has("claim") ? 1 : 0);
        if (reasons != 1) {
            reader.report("", "wrong-choice-reason",
                          "a wrong choice names one 'misconception', 'fact' or 'claim' that makes it wrong, not " +
                              std::to_string(reasons));
        }
    }
    read_reserved(reader);
    reader.finish();
    choices.choices.push_back(std::move(choice));
    return reader.ok();
}

void check_right_ones(const AuthoredReading& reading, const Choices& choices) {
    const auto right = std::count_if(choices.choices.begin(), choices.choices.end(),
                                     [](const AuthoredChoice& choice) { return choice.right; });
    if (reading.row.several ? right >= 1 : right == 1) return;
    if (reading.row.several) {
        reading.reader.report("choices", "no-right-choice", "at least one choice is right, not none");
        return;
    }
    reading.reader.report("choices", "one-right-choice",
                          "exactly one choice is right, not " + (right == 0 ? std::string("none") : std::to_string(right)));
}

} // namespace

bool read(const AuthoredReading& reading, Choices& choices) {
    choices.shuffle = reading.row.of_subjects || reading.reader.optional_boolean("shuffle").value_or(true);
    const auto list = reading.reader.array("choices", true);
    if (!list || !has_wanted_count(reading, "choices", list->size(), "choice-count", "choices")) return true;
    bool sound = true;
    std::vector<std::size_t> offsets;
    std::vector<std::string> texts;
    for (auto value = list->first(); value; value = value->next()) {
        sound = read_choice(reading, *value, choices) && sound;
        const AuthoredChoice& choice = choices.choices.back();
        offsets.push_back(value->offset());
        texts.push_back(reading.row.of_subjects ? choice.subject.value : folded(choice.text));
    }
    if (reading.row.is_marked) check_right_ones(reading, choices);
    report_equals(reading, texts, offsets, "equal-choices", "this choice reads like one before it");
    return sound;
}

} // namespace chelate::content
