// Tests how language files are found, loaded and compared.
#include "engine/text/languages.hpp"

#include <doctest/doctest.h>

#include "engine/base/folders.hpp"
#include "tests/support/folder.hpp"

using namespace chelate;
using namespace chelate::text;
using chelate::test::Folder;

namespace {

void write(const Folder& folder, const std::string& name, std::string_view content) {
    REQUIRE(write_file(folder.path / name, content).has_value());
}

} // namespace

TEST_SUITE("text/languages") {
    TEST_CASE("languages are found with their own names, English first") {
        const Folder folder;
        write(folder, "pt-BR.json", R"({"language":"Português"})");
        write(folder, "de.json", R"({"language":"Deutsch"})");
        write(folder, "en.json", R"({"language":"English"})");
        write(folder, "fr.json", "{"); // it can be chosen, and choosing it says what is wrong
        write(folder, "notes.txt", "");
        write(folder, "de old.json", "{}");
        CHECK(find_languages(folder.path) ==
              std::vector<FoundLanguage>{{"en", "English"}, {"de", "Deutsch"}, {"fr", "fr"}, {"pt-BR", "Português"}});
        CHECK(find_languages(folder.path / "none").empty());
    }

    TEST_CASE("a language takes what it lacks from English") {
        const Folder folder;
        write(folder, "en.json", R"({"a":"one","b":"two"})");
        write(folder, "de.json", R"({"a":"eins"})");
        const Language german = load_language(folder.path, "de").value();
        CHECK(german.text("a") == "eins");
        CHECK(german.text("b") == "two");
        CHECK(load_language(folder.path, "en").value().text("a") == "one");
    }

    TEST_CASE("a language that is not there, a broken one, and a tag that is none") {
        const Folder folder;
        write(folder, "en.json", "{}");
        write(folder, "de.json", "{");
        CHECK(load_language(folder.path, "de").error().code == "language-broken");
        for (const char* tag : {"fr", "", "../en", "en/en", ".", "en.json"})
            CHECK(load_language(folder.path, tag).error() == Error{"language-unknown", {{"tag", tag}}});
    }

    TEST_CASE("what a language lacks or has too much is named") {
        const Folder folder;
        write(folder, "en.json",
              R"({"plurals":{"one":"i = 1"},"fine":"{a}","gone":"x","lost":"{a} and {b}","odd":"x",)"
              R"("many":{"one":"one thing","other":"{count} things"},"short":{"one":"1","other":"{count}"}})");
        write(folder, "xx.json",
              R"({"plurals":{"one":"i = 1","few":"i = 2..4"},"fine":"«{a}»","lost":"{b}","odd":"{c}","extra":"x",)"
              R"("many":{"one":"e","few":"{count} f","other":"{count} o"},"short":{"one":"1","other":"{count}"}})");
        const auto gaps =
            find_gaps(Language::load(folder.path / "xx.json").value(), Language::load(folder.path / "en.json").value());
        CHECK(gaps == std::vector<LanguageGap>{{"extra", "unknown-text", ""},
                                               {"gone", "missing-text", ""},
                                               {"lost", "missing-placeholder", "a"},
                                               {"odd", "unknown-placeholder", "c"},
                                               {"short", "missing-form", "few"}});
    }

    TEST_CASE("every language that is shipped is complete") {
        const std::filesystem::path folder = CHELATE_SOURCE_DIR "/assets/i18n";
        const Language complete = load_language(folder, std::string(english)).value();
        for (const FoundLanguage& found : find_languages(folder)) {
            CAPTURE(found.tag);
            CHECK(found.name != found.tag);
            const auto language = Language::load(folder / (found.tag + ".json"));
            REQUIRE(language.has_value());
            for (const LanguageGap& gap : find_gaps(*language, complete))
                FAIL_CHECK(gap.code << ": " << gap.key << " " << gap.detail);
        }
    }
}
