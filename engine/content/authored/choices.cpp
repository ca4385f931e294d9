// Reads choices: one is right, or several, or none in a poll. Each wrong choice says why it is wrong.
#include <algorithm>

#include "engine/base/text.hpp"
#include "engine/content/authored/authored.hpp"

namespace chelate::content {
namespace {

const std::vector<std::string>& words_of(const auto& table) {
    static const std::vector<std::string> words(table.begin(), table.end());
    return words;
}

/// Reads a coordinate from 0 to `end`.
int place(json::ObjectReader& reader, std::string_view key, int end) {
    return static_cast<int>(reader.integer(key, 0, end).value_or(0));
}

/// Reads a place on a picture. If the picture's size could not be read, the largest allowed size is the limit.
void read_spot(json::ObjectReader& reader, const Diagram& picture, Spot& spot) {
    spot.x = place(reader, "x", picture.width > 0 ? picture.width : longest_side);
    spot.y = place(reader, "y", picture.height > 0 ? picture.height : longest_side);
}

bool read_shape(const AuthoredReading& reading, const json::Value& value, Diagram& picture) {
    json::ObjectReader reader(reading.document, value, "a shape", reading.draft.problems);
    DiagramShape shape;
    shape.form = static_cast<ShapeForm>(reader.word("shape", words_of(shape_forms)).value_or(0));
    shape.tone = static_cast<Tone>(reader.optional_word("tone", words_of(tones)).value_or(0));
    Spot from;
    read_spot(reader, picture, from);
    shape.x = from.x;
    shape.y = from.y;
    if (shape.form != ShapeForm::label) {
        shape.to_x = place(reader, "to_x", picture.width);
        shape.to_y = place(reader, "to_y", picture.height);
        const bool spans = shape.form == ShapeForm::box || shape.form == ShapeForm::round;
        if (reader.ok() && spans && (shape.to_x <= shape.x || shape.to_y <= shape.y)) {
            reader.report("to_x", "empty-range", "a box spans from its upper left corner to its lower right one");
        }
        assign(shape.text, reader.optional_string("text", 60));
    } else {
        assign(shape.text, reader.string("text", 60));
    }
    reader.finish();
    picture.shapes.push_back(std::move(shape));
    return reader.ok();
}

/// Reads the picture of a question. @return whether it was read without problems
bool read_picture(const AuthoredReading& reading, Diagram& picture) {
    const auto object = reading.reader.object("picture", true);
    if (!object) return true;
    json::ObjectReader reader(reading.document, *object, "a picture", reading.draft.problems);
    picture.width = static_cast<int>(reader.integer("width", 10, longest_side).value_or(0));
    picture.height = static_cast<int>(reader.integer("height", 10, longest_side).value_or(0));
    bool sound = true;
    if (const auto list = reader.array("shapes", true); list && reader.ok()) {
        if (list->size() == 0 || list->size() > most_shapes) {
            reader.report("shapes", "shape-count",
                          "a picture has 1 to " + std::to_string(most_shapes) + " shapes, not " +
                              std::to_string(list->size()));
        } else {
            for (auto value = list->first(); value; value = value->next())
                sound = read_shape(reading, *value, picture) && sound;
        }
    }
    reader.finish();
    return reader.ok() && sound;
}

/// Reads one choice. @return whether it was read without problems
bool read_choice(const AuthoredReading& reading, const json::Value& value, Choices& choices) {
    const auto right = value.find("right");
    const bool is_right = right && right->kind() == json::Kind::boolean && right->as_bool();
    const bool polled = !reading.row.is_marked;
    json::ObjectReader reader(reading.document, value,
                              polled     ? "a choice of a poll"
                              : is_right ? "a right choice"
                                         : "a wrong choice",
                              reading.draft.problems);
    AuthoredChoice choice;
    if (reading.row.of_subjects) assign(choice.subject, reader.string("subject"));
    else assign(choice.text, reader.string("text"));
    if (reading.row.on_picture) read_spot(reader, choices.picture, choice.spot);
    if (!polled) choice.right = reader.optional_boolean("right").value_or(false);
    if (!polled && !is_right) {
        assign(choice.why, reading.unsourced ? reader.optional_string("why") : reader.string("why"));
        assign(choice.misconception, reader.optional_string("misconception"));
        assign(choice.refuted_by_fact, reader.optional_string("fact"));
        assign(choice.refuted_by_claim, reader.optional_string("claim"));
        const int reasons =
            (reader.has("misconception") ? 1 : 0) + (reader.has("fact") ? 1 : 0) + (reader.has("claim") ? 1 : 0);
        if (reasons != 1 && !(reading.unsourced && reasons == 0)) {
            reader.report("", "wrong-choice-reason",
                          "a wrong choice names one 'misconception', 'fact' or 'claim' that makes it wrong, not " +
                              std::to_string(reasons));
        }
    }
    const bool image_sound = read_image(reading.draft, reading.document, reader, choice.image);
    read_reserved(reader);
    reader.finish();
    choices.choices.push_back(std::move(choice));
    return reader.ok() && image_sound;
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
                          "exactly one choice is right, not " +
                              (right == 0 ? std::string("none") : std::to_string(right)));
}

} // namespace

bool read(const AuthoredReading& reading, Choices& choices) {
    choices.shuffle = reading.row.of_subjects || reading.reader.optional_boolean("shuffle").value_or(true);
    const bool picture_sound = !reading.row.on_picture || read_picture(reading, choices.picture);
    const auto list = reading.reader.array("choices", true);
    if (!list || !has_wanted_count(reading, "choices", list->size(), "choice-count", "choices")) return picture_sound;
    bool sound = picture_sound;
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
