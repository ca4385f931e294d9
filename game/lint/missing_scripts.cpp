#include "game/lint/missing_scripts.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "engine/content/pack_texts.hpp"

namespace chelate::lint {

std::vector<const Script*> missing_scripts(const content::Pack& pack,
                                           const std::function<bool(std::string_view)>& can_show) {
    struct Used {
        const Script* script;
        std::set<std::string, std::less<>> letters;
    };
    // Each letter is asked about once, because asking means looking into font files.
    std::vector<Used> used;
    for (const content::PackText& text : content::texts_of(pack)) {
        for (const ScriptLetter& found : script_letters(text.text)) {
            const auto same = [&found](const Used& entry) { return entry.script == found.script; };
            auto entry = std::find_if(used.begin(), used.end(), same);
            if (entry == used.end()) entry = used.insert(used.end(), {found.script, {}});
            if (!entry->letters.contains(found.letter)) entry->letters.emplace(found.letter);
        }
    }
    std::vector<const Script*> missing;
    for (const Used& entry : used) {
        std::string letters;
        for (const std::string& letter : entry.letters) letters += letter;
        if (!can_show(letters)) missing.push_back(entry.script);
    }
    return missing;
}

} // namespace chelate::lint
