#include "game/screens/settings/import_file.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "engine/base/folders.hpp"
#include "engine/base/text.hpp"
#include "game/session/game.hpp"
#include "game/session/pack_import.hpp"
#include "game/wording/import_words.hpp"

namespace chelate::screens {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_listed = 8;
constexpr std::size_t most_reasons = 8;        ///< groups of notes on the page
constexpr std::size_t longest_shown_file = 60; ///< graphemes

std::string shown_file(const fs::path& file) {
    return shortened(tidied(showable_line(file.filename().string())), longest_shown_file);
}

/// Returns the path that a person means, with "~" as their home.
fs::path path_of(const std::string& typed) {
    std::string path = tidied(typed);
    if (path.size() > 1 && (path.front() == '"' || path.front() == '\'') && path.back() == path.front())
        path = path.substr(1, path.size() - 2); // as a terminal quotes a path with spaces
    const auto home = process_environment()("HOME");
    if (home && (path == "~" || path.starts_with("~/"))) return *home + path.substr(1);
    return path;
}

DialogModel list_of(const text::Language& words, const std::vector<fs::path>& files) {
    DialogModel model{.title = words.text("import_file.title"),
                      .text = words.text(files.empty() ? "import_file.none" : "import_file.text"),
                      .buttons = {},
                      .list = true};
    for (const fs::path& file : files) {
        model.buttons.push_back({words.text("import_file.in_folder",
                                            {{"file", shown_file(file)}, {"folder", shown_file(file.parent_path())}}),
                                 {},
                                 false});
    }
    model.buttons.push_back({words.text("import_file.type_path"), {}, false});
    model.buttons.push_back({words.text("players.back"), {}, false});
    return model;
}

std::string summary_of(const text::Language& words, const session::QuestionFile& file) {
    const auto number = [&](std::size_t count) { return words.number(static_cast<std::int64_t>(count)); };
    std::string text =
        words.plural("import_file.summary", static_cast<std::int64_t>(file.summary.kept),
                     {{"changed", number(file.summary.repaired)}, {"left_out", number(file.summary.left_out)}});
    const auto& groups = file.summary.groups;
    for (std::size_t i = 0; i < std::min(most_reasons, groups.size()); ++i)
        text += "\n" + wording::import_group_line(words, groups[i]);
    if (groups.size() > most_reasons)
        text +=
            "\n" + words.plural("import_file.more_reasons", static_cast<std::int64_t>(groups.size() - most_reasons));
    return text;
}

std::string summary_of(const text::Language& words, const session::GivenPack& pack) {
    std::string text = words.plural("import_file.pack", static_cast<std::int64_t>(pack.questions),
                                    {{"name", shortened(tidied(showable_line(pack.name)), longest_shown_file)}});
    if (pack.problems > 0)
        text += "\n" + words.plural("import_file.pack_problems", static_cast<std::int64_t>(pack.problems));
    return text;
}

} // namespace

ImportFileOverlay::ImportFileOverlay(const text::Language& words)
    : ImportFileOverlay(words, session::importable_files(process_environment(), most_listed)) {}

ImportFileOverlay::ImportFileOverlay(const text::Language& words, std::vector<fs::path> files)
    : Dialog(words, list_of(words, files)), files_(std::move(files)) {}

Effects ImportFileOverlay::press(int index) {
    if (index == static_cast<int>(files_.size())) return ShowOver{ShowImportPath{}};
    return ShowOver{ShowImportSummary{files_.at(static_cast<std::size_t>(index))}};
}

ScreenModel ImportPathOverlay::model() const {
    return NameModel{.title = words_.text("import_file.title"),
                     .about = words_.text("import_file.path_about"),
                     .text = text_,
                     .problem = problem_,
                     .ok = words_.text("import_file.path_ok"),
                     .cancel = words_.text("players.back")};
}

std::vector<KeyHint> ImportPathOverlay::hints() const {
    return {{words_.text("key.enter"), words_.text("does.do_it")}};
}

std::vector<Action> ImportPathOverlay::actions() const { return {on(ActionId::back, &ImportPathOverlay::leave)}; }

Effects ImportPathOverlay::leave() {
    if (text_.empty() || text_ == found_) return Close{};
    return ShowOver{ShowUnsaved{words_.text("unsaved.path_title"), {}}};
}

Effects ImportPathOverlay::accept() {
    std::error_code error;
    const fs::path path = path_of(text_);
    if (path.empty()) return {};
    if (!fs::is_regular_file(path, error)) {
        problem_ = words_.text(fs::exists(path, error) ? "import_file.no_file" : "import_file.not_there",
                               {{"path", showable_line(path.string())}});
        return {};
    }
    found_ = text_;
    return ShowOver{ShowImportSummary{path}};
}

ImportSummaryOverlay::ImportSummaryOverlay(const text::Language& words, const session::Game& game, const fs::path& file)
    : ImportSummaryOverlay(words, game, read(words, game, file)) {}

ImportSummaryOverlay::ImportSummaryOverlay(const text::Language& words, const session::Game& game, Read read)
    : Dialog(words, std::move(read.page)), game_(game), preview_(std::move(read.preview)) {}

ImportSummaryOverlay::Read ImportSummaryOverlay::read(const text::Language& words, const session::Game& game,
                                                      const fs::path& file) {
    DialogModel page{.title = shown_file(file), .text = {}, .buttons = {}, .list = false};
    auto preview = session::preview_import(file, game.files().folder());
    if (!preview) {
        page.text = wording::import_error(words, preview.error());
        page.buttons = {{words.text("players.back"), {}, true}};
        return {std::move(page), nullptr};
    }
    page.text = std::visit([&](const auto& content) { return summary_of(words, content); }, preview->content);
    const auto* questions = std::get_if<session::QuestionFile>(&preview->content);
    if (questions != nullptr && questions->summary.kept == 0) {
        page.buttons = {{words.text("players.back"), {}, true}};
        return {std::move(page), nullptr};
    }
    page.buttons = {{words.text("import_file.add"), {}, true}, {words.text("players.back"), {}, false}};
    return {std::move(page), std::make_shared<const session::ImportPreview>(std::move(*preview))};
}

Effects ImportSummaryOverlay::press(int) {
    if (is_added_)
        return Submit{session::ChoosePack{*game_.added_pack()}, [this](const Result<void>& chosen) -> Effects {
                          if (chosen) return Show{ShowHome{}};
                          say(words_.sentence(chosen.error()));
                          return {};
                      }};
    const std::string about = words_.text("import.about", {{"file", shown_file(preview_->file)}});
    return Submit{session::AddPack{preview_, about}, [this](const Result<void>& added) -> Effects {
                      if (added) tell_added();
                      else say(words_.sentence(added.error()));
                      return {};
                  }};
}

void ImportSummaryOverlay::tell_added() {
    const auto added = game_.added_pack();
    if (!added) return say(words_.text("import_file.added_unlisted"));
    is_added_ = true;
    ask({.title = words_.text("import_file.added"),
         .text = words_.text("import_file.added_text", {{"name", game_.packs()[*added].name}}),
         .buttons = {{words_.text("import_file.play"), {}, true}, {words_.text("import_file.later"), {}, false}}});
}

} // namespace chelate::screens
