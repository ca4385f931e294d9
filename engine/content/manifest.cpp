#include <algorithm>

#include "engine/content/draft.hpp"
#include "engine/content/health_rules.hpp"

namespace chelate::content {
namespace {

constexpr std::int64_t newest_format = 1;
constexpr std::size_t max_files = 256;

/// Returns whether a text is a language tag such as "en", "pt-BR" or "zh-Hant": the part of BCP 47 that packs need, a
/// language followed by subtags.
bool is_language(std::string_view tag) {
    const auto letters = [](std::string_view part, std::size_t low, std::size_t high, bool with_more) {
        return part.size() >= low && part.size() <= high && std::all_of(part.begin(), part.end(), [&](char c) {
                   return (c >= 'a' && c <= 'z') || (with_more && ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')));
               });
    };
    const std::size_t dash = tag.find('-');
    if (!letters(tag.substr(0, dash), 2, 3, false)) return false;
    if (dash == std::string_view::npos) return true;
    for (tag.remove_prefix(dash + 1);;) {
        const std::size_t next = tag.find('-');
        if (!letters(tag.substr(0, next), 2, 8, true)) return false;
        if (next == std::string_view::npos) return true;
        tag.remove_prefix(next + 1);
    }
}

/// Returns whether this program can read the pack's format. For a newer format this is the only problem reported.
bool check_format(json::ObjectReader& reader, const json::Document& manifest) {
    const auto format = manifest.root().find("format");
    if (format && format->kind() == json::Kind::integer && format->as_integer() > newest_format) {
        reader.report("format", "newer-format",
                      "the pack has format " + std::to_string(format->as_integer()) + "; this program reads format " +
                          std::to_string(newest_format) + " and older");
        return false;
    }
    return true;
}

/// Reads the words for places among steps. Each has a default, and names the steps that it lies between.
void read_step_words(json::ObjectReader& reader, Words& words) {
    const auto read = [&](std::string_view key, std::string& word, bool with_next) {
        if (!reader.has(key)) return;
        assign(word, reader.string(key, longest_word));
        for (const std::string_view needed : {"{step}", "{next}"}) {
            if (reader.ok() && word.find(needed) == std::string::npos && (with_next || needed == "{step}")) {
                reader.report(key, "missing-placeholder",
                              json::in_quotes(key) + " must contain " + std::string(needed));
            }
        }
    };
    read("before", words.before_step, false);
    read("between", words.between_steps, true);
    read("after", words.after_step, false);
    read("both", words.both_steps, true);
}

/// Reads a word with its meaning: a text, or an object that also says what the word means.
void read_word_with_meaning(Draft& draft, const json::Document& manifest, json::ObjectReader& words_reader,
                            std::string_view key, std::string_view what, std::string& word, std::string& meaning) {
    const auto value = words_reader.any(key);
    if (!value || value->kind() != json::Kind::object) {
        assign(word, words_reader.string(key, longest_word));
        return;
    }
    json::ObjectReader reader(manifest, *value, what, draft.problems);
    assign(word, reader.string("word", longest_word));
    assign(meaning, reader.string("means", longest_meaning));
    reader.finish();
    if (!reader.ok()) word.clear();
}

/// Reads the words of a pack. @return false when a duplicate key makes them unreliable; has_all detects missing words
bool read_words(Draft& draft, const json::Document& manifest, const json::Value& value) {
    static constexpr std::string_view verdicts[] = {"supported", "mixed", "weak", "contradicted", "traditional"};
    json::ObjectReader reader(manifest, value, "the words of a pack", draft.problems);
    Words& words = draft.pack.words;
    assign(words.true_word, reader.string("true", longest_word));
    assign(words.false_word, reader.string("false", longest_word));
    if (reader.has("thousands")) assign(words.thousands, reader.string("thousands", 1));
    for (std::size_t i = 0; i < std::size(verdicts); ++i) {
        read_word_with_meaning(draft, manifest, reader, verdicts[i], "a verdict", words.verdicts[i],
                               words.verdict_meanings[i]);
    }
    static constexpr std::string_view places[] = {"people", "animals", "cells", "chemistry", "rule"};
    for (std::size_t i = 0; i < std::size(places); ++i) {
        if (!reader.has(places[i])) continue;
        read_word_with_meaning(draft, manifest, reader, places[i], "a kind of evidence", words.seen_in[i],
                               words.seen_in_meanings[i]);
    }
    read_step_words(reader, words);
    for (const auto& [key, word] :
         {std::pair{"up", &words.goes_up}, {"down", &words.goes_down}, {"same", &words.stays_same}}) {
        if (reader.has(key)) assign(*word, reader.string(key, longest_word));
    }
    reader.finish();
    return !manifest.is_damaged(value);
}

void read_topic(Draft& draft, const json::Document& manifest, const json::Value& value) {
    json::ObjectReader reader(manifest, value, name_of(EntryKind::topic), draft.problems);
    Topic topic;
    topic.id.value = take_id(draft, reader, EntryKind::topic);
    assign(topic.name, reader.string("name", longest_name));
    topic.is_basic = reader.optional_boolean("basic").value_or(false);
    read_reserved(reader);
    if (keep(draft, reader, EntryKind::topic, topic.id.value)) draft.pack.topics.push_back(std::move(topic));
}

/// Reads the display name of a group of subjects.
void read_group(Draft& draft, const json::Document& manifest, const json::Value& value) {
    json::ObjectReader reader(manifest, value, "a group", draft.problems);
    const auto group = reader.string("group", longest_name);
    const auto name = reader.string("name", longest_word);
    reader.finish();
    if (group && name && reader.ok()) draft.pack.group_names.emplace(*group, *name);
}

/// Reads the sets of rules that the pack is checked against. @return false when one of them cannot be checked
bool read_rules(json::ObjectReader& reader, Pack& pack) {
    if (!reader.has("rules")) return true;
    std::vector<std::size_t> offsets;
    const std::vector<std::string> words = reader.strings("rules", false, &offsets);
    bool sound = reader.array("rules", false).has_value();
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] != "health") {
            reader.report_at(offsets[i], "unknown-word", json::in_quotes(words[i]) + " is not 'health'");
            sound = false;
        } else if (!pack.language.empty() && !is_english(pack.language)) {
            reader.report_at(offsets[i], "rules-language",
                             "the rules 'health' can check texts in English only, and the pack's language is " +
                                 json::in_quotes(pack.language));
            sound = false;
        } else {
            pack.rules.push_back(RuleSet::health);
        }
    }
    return sound;
}

std::vector<ListedFile> read_files(json::ObjectReader& reader) {
    std::vector<ListedFile> files;
    std::vector<std::size_t> offsets;
    const auto list = reader.array("files", true);
    if (!list) return files;
    if (list->size() == 0) reader.report("files", "empty-list", "'files' must name at least one");
    std::vector<std::string> paths = reader.strings("files", true, &offsets);
    if (paths.size() > max_files) {
        reader.report("files", "too-many-files",
                      "the pack lists " + std::to_string(paths.size()) + " files; at most " +
                          std::to_string(max_files) + " are read");
        return files;
    }
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const auto same = [&](const ListedFile& file) { return file.path == paths[i]; };
        const std::string shown = json::in_quotes(paths[i]);
        if (!is_inside_path(paths[i])) {
            reader.report_at(offsets[i], "bad-path", shown + " is no path inside the pack");
        } else if (paths[i] == "pack.json" || std::any_of(files.begin(), files.end(), same)) {
            reader.report_at(offsets[i], "duplicate-file", shown + " is read already");
        } else {
            files.push_back({std::move(paths[i]), offsets[i]});
        }
    }
    return files;
}

/// Returns whether a pack has every text that it requires. Faulty texts were left empty.
bool has_all(const Pack& pack) {
    const Words& words = pack.words;
    const auto full = [](const std::string& text) { return !text.empty(); };
    return full(pack.id) && full(pack.name) && full(pack.version) && full(pack.language) && full(pack.about) &&
           full(pack.disclaimer) && full(words.true_word) && full(words.false_word) &&
           std::all_of(std::begin(words.verdicts), std::end(words.verdicts), full);
}

} // namespace

std::optional<Manifest> read_manifest(Draft& draft, const json::Document& manifest) {
    json::ObjectReader reader(manifest, manifest.root(), "a manifest", draft.problems);
    if (!check_format(reader, manifest)) return std::nullopt;
    Pack& pack = draft.pack;
    const bool format_known = reader.integer("format", 1, newest_format).has_value();
    assign(pack.id, reader.string("id"));
    if (!pack.id.empty() && (!is_id(pack.id) || pack.id.find('/') != std::string::npos)) {
        reader.report(
            "id", "bad-id",
            json::in_quotes(pack.id) +
                " is no id of a pack: lowercase letters, digits, '_', '-' and '.', beginning with a letter or digit");
        pack.id.clear();
    }
    assign(pack.name, reader.string("name", longest_name));
    assign(pack.version, reader.string("version", longest_word));
    assign(pack.language, reader.string("language"));
    if (!pack.language.empty() && !is_language(pack.language)) {
        reader.report("language", "bad-language",
                      json::in_quotes(pack.language) + " is no language tag such as 'en' or 'pt-BR'");
        pack.language.clear();
    }
    assign(pack.about, reader.string("about"));
    assign(pack.disclaimer, reader.string("disclaimer"));
    pack.review_by = read_review_date(reader);
    pack.unsourced = reader.optional_boolean("unsourced").value_or(false);
    const bool rules_sound = read_rules(reader, pack);
    const auto words = reader.object("words", true);
    const bool words_sound = words && read_words(draft, manifest, *words);
    if (const auto topics = reader.array("topics", true)) {
        for (auto topic = topics->first(); topic; topic = topic->next()) {
            const std::size_t problems_before = draft.problems.size();
            read_topic(draft, manifest, *topic);
            name_problems(draft, problems_before, EntryKind::topic, *topic);
        }
    }
    if (const auto groups = reader.array("groups", false)) {
        for (auto group = groups->first(); group; group = group->next()) read_group(draft, manifest, *group);
    }
    if (const auto yardsticks = reader.array("yardsticks", false)) {
        for (auto one = yardsticks->first(); one; one = one->next()) read_yardstick(draft, manifest, *one);
    }
    Manifest read;
    const std::size_t problems_before = draft.problems.size();
    read.files = read_files(reader);
    read.is_complete = draft.problems.size() == problems_before;
    reader.finish();
    read.has_required =
        format_known && words_sound && rules_sound && has_all(pack) && !manifest.is_damaged(manifest.root());
    return read;
}

} // namespace chelate::content
