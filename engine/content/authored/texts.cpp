// Reads the accepted texts, the credit for each, and the names of other things.
#include "engine/base/text.hpp"
#include "engine/content/authored/authored.hpp"

namespace chelate::content {
namespace {

constexpr std::size_t longest_answer = 80;
constexpr std::size_t most_others = 500; ///< names of other things
constexpr std::size_t shortest_gap = 3;  ///< underscores

bool read_accepted(const AuthoredReading& reading, const json::Value& value, Texts& texts) {
    json::ObjectReader reader(reading.document, value, "an accepted text", reading.draft.problems);
    AcceptedText accepted;
    assign(accepted.text, reader.string("text", longest_answer));
    accepted.percent = static_cast<int>(reader.optional_integer("percent", 1, 100).value_or(100));
    read_reserved(reader);
    reader.finish();
    texts.accepted.push_back(std::move(accepted));
    return reader.ok();
}

} // namespace

bool read(const AuthoredReading& reading, Texts& texts) {
    texts.others = read_texts(reading.reader, "others", most_others);
    const auto list = reading.reader.array("accepted", true);
    if (!list || !has_wanted_count(reading, "accepted", list->size(), "text-count", "accepted texts")) return true;
    bool sound = true;
    bool full = false;
    std::vector<std::size_t> offsets;
    std::vector<std::string> folded_texts;
    for (auto value = list->first(); value; value = value->next()) {
        sound = read_accepted(reading, *value, texts) && sound;
        offsets.push_back(value->offset());
        folded_texts.push_back(folded(texts.accepted.back().text));
        full = full || texts.accepted.back().percent == 100;
    }
    report_equals(reading, folded_texts, offsets, "equal-choices", "this text reads like one before it");
    if (sound && !full) reading.reader.report("accepted", "no-right-choice", "one accepted text is worth 100 percent");
    return sound;
}

bool has_gap(std::string_view prompt) { return prompt.find(std::string(shortest_gap, '_')) != std::string_view::npos; }

bool read(const AuthoredReading&, ClaimVerdict&) { return true; }

bool read(const AuthoredReading&, Nothing&) { return true; }

} // namespace chelate::content
