// A language made for tests from English: every text has accents, is in brackets and is 40 % longer. A text that does
// not come from the language file has no accents, and a text that is cut has lost a bracket.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <string_view>

#include "engine/base/folders.hpp"
#include "engine/base/text.hpp"
#include "engine/json/writer.hpp"
#include "engine/text/languages.hpp"
#include "tests/support/folder.hpp"

namespace chelate::test {

/// Returns a text in the pseudo-language. Placeholders stay as they are.
inline std::string pseudo_text(std::string_view english) {
    static const std::map<char, std::string_view> accented{{'a', "á"}, {'e', "é"}, {'i', "í"}, {'o', "ó"},
                                                           {'u', "ú"}, {'y', "ý"}, {'A', "Á"}, {'E', "É"},
                                                           {'I', "Í"}, {'O', "Ó"}, {'U', "Ú"}, {'Y', "Ý"}};
    std::string pseudo = "[";
    bool in_placeholder = false;
    for (const char c : english) {
        in_placeholder = c == '{' || (in_placeholder && c != '}');
        const auto accent = accented.find(c);
        if (in_placeholder || accent == accented.end()) pseudo += c;
        else pseudo += accent->second;
    }
    constexpr std::string_view filler = " lóngér";
    for (std::size_t added = code_points(english) * 2 / 5; added > 0; added -= std::min(added, code_points(filler)))
        pseudo += filler;
    return pseudo + "]";
}

/// Writes the language file of the pseudo-language.
inline void write_pseudo_language(const std::filesystem::path& file, const text::Language& english) {
    json::Writer out;
    out.begin_object().member("language", pseudo_text(english.name()));
    out.key("plurals").begin_object().member("one", "i = 1").end_object();
    out.key("numbers").begin_object().member("group", "\u00a0").member("decimal", ",").end_object();
    for (const auto& [key, message] : english.messages()) {
        if (message.forms.empty()) {
            out.member(key, pseudo_text(message.other));
            continue;
        }
        out.key(key).begin_object();
        for (const auto& [form, text] : message.forms)
            out.member(text::plural_form_names[static_cast<std::size_t>(form)], pseudo_text(text));
        out.member("other", pseudo_text(message.other)).end_object();
    }
    out.end_object();
    REQUIRE(write_file(file, out.text()).has_value());
}

/// Returns the pseudo-language, read from its file.
inline const text::Language& pseudo_language() {
    static const text::Language language = [] {
        const Folder folder;
        const auto english = text::load_language(CHELATE_SOURCE_DIR "/assets/i18n", std::string(text::english)).value();
        write_pseudo_language(folder.path / "xx.json", english);
        auto read = text::Language::load(folder.path / "xx.json");
        REQUIRE_MESSAGE(read.has_value(), english.sentence(read ? Error{} : read.error()));
        CHECK(text::find_gaps(*read, english).empty());
        return std::move(*read);
    }();
    return language;
}

} // namespace chelate::test
