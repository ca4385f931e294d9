#include "engine/content/glossary.hpp"

#include <algorithm>

#include "engine/base/text.hpp"
#include "engine/content/draft.hpp"

namespace chelate::content {
namespace {

constexpr std::size_t most_spellings = 20;

/// Returns whether a character in UTF-8 belongs to a word: an ASCII letter or digit, or any other letter. Beyond ASCII,
/// the signs of Latin-1 and the general punctuation do not, such as a dash, a no-break space or a curly apostrophe.
bool is_of_word(std::string_view character) {
    if (character.size() == 1) {
        const char c = character.front();
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return !character.starts_with('\xC2') && !character.starts_with("\xE2\x80") && !character.starts_with("\xE2\x81");
}

/// Returns whether a word in `text` begins at `at`. What stands in quotation marks is what a question asks about, so it
/// does not count: its meaning would be the answer.
bool begins_word(std::string_view text, std::size_t at) {
    std::size_t before = at;
    while (before > 0 && (static_cast<unsigned char>(text[--before]) & 0xC0U) == 0x80U) {
    }
    const std::string_view character = text.substr(before, at - before);
    return character.empty() || (character != "“" && !is_of_word(character));
}

/// Returns whether a word in `text` ends before `end`.
bool ends_word(std::string_view text, std::size_t end) {
    std::size_t after = end;
    while (after < text.size() && (after == end || (static_cast<unsigned char>(text[after]) & 0xC0U) == 0x80U)) ++after;
    return after == end || !is_of_word(text.substr(end, after - end));
}

/// A spelling of an entry in a text.
struct Occurrence {
    std::size_t at = 0; ///< byte offset in the folded text
    std::size_t size = 0;
    const GlossaryEntry* entry = nullptr;
};

/// Appends every place where the spelling stands as a whole word. Both texts are folded.
void find_spelling(const std::string& text, const std::string& spelling, const GlossaryEntry& entry,
                   std::vector<Occurrence>& found) {
    for (std::size_t at = text.find(spelling); at != std::string::npos; at = text.find(spelling, at + 1)) {
        const std::size_t end = at + spelling.size();
        if (begins_word(text, at) && ends_word(text, end)) found.push_back({at, spelling.size(), &entry});
    }
}

} // namespace

std::vector<const GlossaryEntry*> words_in(std::string_view text, const std::vector<GlossaryEntry>& glossary) {
    const std::string searched = folded(text);
    std::vector<Occurrence> found;
    for (const GlossaryEntry& entry : glossary) {
        find_spelling(searched, folded(entry.word), entry, found);
        for (const std::string& spelling : entry.also) find_spelling(searched, folded(spelling), entry, found);
    }
    std::stable_sort(found.begin(), found.end(), [](const Occurrence& a, const Occurrence& b) {
        return a.at != b.at ? a.at < b.at : a.size > b.size;
    });
    std::vector<const GlossaryEntry*> words;
    std::size_t covered = 0; ///< end of the last spelling that counted
    for (const Occurrence& one : found) {
        if (one.at < covered) continue;
        covered = one.at + one.size;
        if (std::find(words.begin(), words.end(), one.entry) == words.end()) words.push_back(one.entry);
    }
    return words;
}

void read_glossary_entry(Draft& draft, const json::Document& document, const json::Value& value) {
    json::ObjectReader reader(document, value, name_of(EntryKind::glossary), draft.problems);
    GlossaryEntry entry;
    entry.id.value = take_id(draft, reader, EntryKind::glossary);
    assign(entry.word, reader.string("word", longest_short_name));
    entry.also = read_texts(reader, "also", most_spellings);
    assign(entry.meaning, reader.string("meaning", longest_meaning));
    assign_ids(entry.sources, reader, "sources", false);
    read_reserved(reader);
    if (keep(draft, reader, EntryKind::glossary, entry.id.value)) draft.pack.glossary.push_back(std::move(entry));
}

} // namespace chelate::content
