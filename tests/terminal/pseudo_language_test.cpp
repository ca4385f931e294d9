// Tests with a pseudo-language that every text on every screen comes from the language file or from the pack.
#include "tests/support/pseudo_language.hpp"

#include <cctype>
#include <fstream>
#include <set>
#include <sstream>

#include "game/terminal/show_screen.hpp"
#include "tests/screens/walk.hpp"

using namespace chelate;
using namespace chelate::test;

namespace {

bool is_letter(unsigned char byte) { return std::isalpha(byte) != 0 || byte >= 0x80; }

/// Returns the words of a text that have a vowel and no accent, in small letters. The pseudo-language has none.
std::set<std::string> plain_words(std::string_view text) {
    std::set<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_letter(static_cast<unsigned char>(text[end]))) ++end;
        std::string word(text.substr(at, end - at));
        for (char& c : word) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        const bool plain = std::all_of(word.begin(), word.end(), [](unsigned char c) { return c < 0x80; });
        if (word.size() > 1 && plain && word.find_first_of("aeiouy") != std::string::npos) words.insert(word);
        at = std::max(end, at + 1);
    }
    return words;
}

/// Returns the words of the shipped pack, of actions as they are typed in every language, and of what the walk types.
std::set<std::string> words_of_content() {
    std::set<std::string> words{"ada", "eve", "chelate", "test"};
    for (const screens::ActionRow& row : screens::action_table) words.merge(plain_words(row.name));
    const auto folder = content::default_pack_folder(CHELATE_SOURCE_DIR "/content").value();
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".json") continue;
        std::ostringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        words.merge(plain_words(text.str()));
    }
    return words;
}

} // namespace

TEST_SUITE("terminal/pseudo_language") {
    TEST_CASE("a text is accented and longer, and keeps its placeholders") {
        CHECK(pseudo_text("Hi {name}!") == "[Hí {name}! lóngér]");
        CHECK(pseudo_language().plural("home.due", 1234).find("1\u00a0234") != std::string::npos);
    }

    TEST_CASE("no screen shows a text that is neither in the language file nor in the pack") {
        const std::set<std::string> known = words_of_content();
        std::set<std::size_t> kinds;
        std::set<std::string> foreign;
        std::size_t shown = 0;
        walk(pseudo_language(), 40, [&](const screens::UiModel& ui, const session::Game& game) {
            std::ostringstream out;
            terminal::show_screen({out, pseudo_language()}, ui.screens.back());
            out << terminal::prompt_of(pseudo_language(), ui.screens.back()) << '\n';
            for (const screens::KeyHint& hint : ui.footer) out << hint.key << ' ' << hint.action << '\n';
            kinds.insert(ui.screens.back().index());
            ++shown;
            std::istringstream lines(out.str());
            for (std::string line; std::getline(lines, line);) {
                for (const std::string& word : plain_words(line)) {
                    if (!known.contains(word) && word != game.prepared_exit_word() && foreign.insert(word).second)
                        FAIL_CHECK("'" << word << "' is not translated: " << line);
                }
            }
        });
        CHECK(shown > 1000);
        CHECK(kinds.size() >= std::variant_size_v<screens::ScreenModel> - 1); // not always the blank screen
    }
}
