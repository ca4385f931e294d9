#include "engine/content/draft.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace chelate::content {
namespace {

constexpr std::size_t longest_id = 80;
constexpr std::size_t most_places_told = 100; ///< each takes a pass over a file

bool is_id_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

} // namespace

std::string_view name_of(EntryKind kind) {
    switch (kind) {
    case EntryKind::topic: return "a topic";
    case EntryKind::source: return "a source";
    case EntryKind::subject: return "a subject";
    case EntryKind::attribute: return "an attribute";
    case EntryKind::fact: return "a fact";
    case EntryKind::mechanism: return "a mechanism";
    case EntryKind::claim: return "a claim";
    case EntryKind::misconception: return "a misconception";
    case EntryKind::question: return "a question";
    case EntryKind::template_: return "a template";
    case EntryKind::round: return "a round";
    case EntryKind::study: return "a study";
    case EntryKind::conflict: return "a conflict";
    case EntryKind::breathing: return "a breathing pattern";
    case EntryKind::script: return "a script";
    case EntryKind::glossary: return "a word";
    case EntryKind::model: return "a model";
    }
    return "";
}

std::string item_name(EntryKind kind, std::string_view id) {
    const std::string_view name = name_of(kind);
    return std::string(name.substr(name.find(' ') + 1)) + ':' + std::string(id);
}

void name_problems(Draft& draft, std::size_t from, EntryKind kind, const json::Value& item) {
    if (from == draft.problems.size()) return;
    const auto id = item.find("id");
    if (!id || id->kind() != json::Kind::string) return;
    for (std::size_t i = from; i < draft.problems.size(); ++i)
        draft.problems[i].item = item_name(kind, id->as_string());
}

bool is_id(std::string_view text) {
    if (text.empty() || text.size() > longest_id || !is_id_letter(text.front())) return false;
    const auto fits = [](char c) { return is_id_letter(c) || c == '_' || c == '-' || c == '.' || c == '/'; };
    return std::all_of(text.begin(), text.end(), fits) && text.find("..") == std::string_view::npos &&
           text.find("//") == std::string_view::npos;
}

bool is_inside_path(std::string_view path) {
    if (path.empty() || path.size() > 255 || path.find_first_of("\\:\0", 0, 3) != std::string_view::npos) return false;
    while (true) {
        const std::size_t slash = path.find('/');
        const std::string_view part = path.substr(0, slash);
        if (part.empty() || part == "." || part == "..") return false;
        if (slash == std::string_view::npos) return true;
        path.remove_prefix(slash + 1);
    }
}

std::string take_id(Draft& draft, json::ObjectReader& reader, EntryKind kind) {
    const auto id = reader.string("id");
    if (!id) return {};
    if (!is_id(*id)) {
        reader.report("id", "bad-id",
                      json::in_quotes(*id) +
                          " is no id: lowercase letters, digits, '_', '-', '.' and '/', at most 80, beginning with a "
                          "letter or digit, no '..' or '//'");
        // What names this id depends on an item that is left out. It does not name something that is not there.
        draft.entries_of(kind).try_emplace(*id, Entry{draft.file, static_cast<std::uint32_t>(reader.offset()), true});
        return {};
    }
    const Entry entry{draft.file, static_cast<std::uint32_t>(reader.offset()), false};
    const auto [taken, is_new] = draft.entries_of(kind).try_emplace(*id, entry);
    if (is_new) return *id;
    const std::size_t problems_before = draft.problems.size();
    reader.report("id", "duplicate-id",
                  json::in_quotes(*id) + " is already the id of " + std::string(name_of(kind)) + " in " +
                      draft.files[taken->second.file].shown);
    if (draft.problems.size() > problems_before && draft.places_to_tell.size() < most_places_told)
        draft.places_to_tell.push_back({problems_before, taken->second.file, taken->second.offset});
    return {};
}

bool keep(Draft& draft, json::ObjectReader& reader, EntryKind kind, const std::string& id, bool parts_sound) {
    reader.finish();
    if (reader.ok() && parts_sound && !id.empty()) return true;
    ++draft.left_out;
    if (!id.empty()) draft.entries_of(kind).at(id).left_out = true;
    return false;
}

void read_reserved(json::ObjectReader& reader, bool with_derived) {
    reader.optional_string("hint");
    // Questions, choices and subjects have read theirs with read_image; elsewhere an image has no effect.
    const auto value = reader.any("image");
    if (value && value->kind() != json::Kind::object) {
        const auto image = reader.optional_string("image");
        if (image && !is_inside_path(*image))
            reader.report("image", "bad-path", json::in_quotes(*image) + " is no path inside the pack");
    }
    const auto formerly = reader.any("formerly");
    if (formerly && formerly->kind() == json::Kind::array) (void)reader.strings("formerly", false);
    else if (formerly) reader.optional_string("formerly");
    if (with_derived) reader.any("derived");
    reader.optional_string("lang");
}

std::string read_review_date(json::ObjectReader& reader) {
    const auto date = reader.optional_string("review_by", 10);
    if (!date) return {};
    const auto digits = [&](std::size_t from, std::size_t count) {
        return date->size() == 10 && std::all_of(date->begin() + static_cast<std::ptrdiff_t>(from),
                                                 date->begin() + static_cast<std::ptrdiff_t>(from + count),
                                                 [](char c) { return c >= '0' && c <= '9'; });
    };
    const bool is_date = digits(0, 4) && digits(5, 2) && digits(8, 2) && (*date)[4] == '-' && (*date)[7] == '-' &&
                         date->substr(5, 2) >= "01" && date->substr(5, 2) <= "12" && date->substr(8) >= "01" &&
                         date->substr(8) <= "31";
    if (!is_date) reader.report("review_by", "bad-date", json::in_quotes(*date) + " is no date such as '2027-06-30'");
    return *date;
}

namespace {

bool is_at_most(json::ObjectReader& reader, std::string_view key, std::size_t count, std::size_t most) {
    if (count <= most) return true;
    reader.report(key, "out-of-range",
                  json::in_quotes(key) + " has at most " + std::to_string(most) + " entries, not " +
                      std::to_string(count));
    return false;
}

} // namespace

std::vector<std::string> read_texts(json::ObjectReader& reader, std::string_view key, std::size_t most) {
    const auto list = reader.array(key, false);
    if (!list || !is_at_most(reader, key, list->size(), most)) return {};
    return reader.strings(key, false);
}

std::optional<double> read_optional_number(json::ObjectReader& reader, std::string_view key, double most) {
    const auto number = reader.optional_number(key);
    if (number && !(std::abs(*number) <= most))
        reader.report(key, "out-of-range", json::in_quotes(key) + " is larger than anyone could read");
    return number;
}

std::vector<std::string> read_ids(json::ObjectReader& reader, std::string_view key, bool required) {
    const auto list = reader.array(key, required);
    if (!list) return {};
    if (required && list->size() == 0) {
        reader.report(key, "empty-list", json::in_quotes(key) + " must name at least one");
        return {};
    }
    if (!is_at_most(reader, key, list->size(), key == "sources" ? most_sources : most_ids)) return {};
    std::vector<std::size_t> offsets;
    std::vector<std::string> ids = reader.strings(key, true, &offsets);
    std::unordered_set<std::string_view> met;
    for (std::size_t i = 0; ids.size() > 1 && i < ids.size(); ++i) {
        if (met.insert(ids[i]).second) continue;
        reader.report_at(offsets[i], "repeated-id", json::in_quotes(ids[i]) + " is twice in this list");
        break;
    }
    return ids;
}

void read_items(Draft& draft, const json::Document& document) {
    json::ObjectReader reader(document, document.root(), "a content file", draft.problems);
    using Read = void (*)(Draft&, const json::Document&, const json::Value&);
    struct List {
        std::string_view key;
        EntryKind kind;
        Read read;
    };
    static constexpr List lists[] = {
        {"sources", EntryKind::source, read_source},
        {"subjects", EntryKind::subject, read_subject},
        {"attributes", EntryKind::attribute, read_attribute},
        {"facts", EntryKind::fact, read_fact},
        {"mechanisms", EntryKind::mechanism, read_mechanism},
        {"claims", EntryKind::claim, read_claim},
        {"misconceptions", EntryKind::misconception, read_misconception},
        {"questions", EntryKind::question, read_question},
        {"templates", EntryKind::template_, read_template},
        {"rounds", EntryKind::round, read_round},
        {"studies", EntryKind::study, read_study},
        {"conflicts", EntryKind::conflict, read_conflict},
        {"breathing", EntryKind::breathing, read_breathing},
        {"scripts", EntryKind::script, read_script},
        {"glossary", EntryKind::glossary, read_glossary_entry},
        {"models", EntryKind::model, read_model},
    };
    for (const List& known : lists) {
        const auto list = reader.array(known.key, false);
        if (!list) continue;
        // Large packs have many files, so the table doubles instead of growing a little with each file.
        auto& entries = draft.entries_of(known.kind);
        const std::size_t wanted = entries.size() + list->size();
        if (wanted > entries.bucket_count()) entries.reserve(2 * wanted);
        for (auto item = list->first(); item; item = item->next()) {
            const std::size_t problems_before = draft.problems.size();
            known.read(draft, document, *item);
            name_problems(draft, problems_before, known.kind, *item);
        }
    }
    reader.finish();
}

} // namespace chelate::content
