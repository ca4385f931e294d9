// Imports a file as a pack: asks which file, shows what would come of it, and adds the pack when the person agrees.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "game/screens/presenter/dialog.hpp"

namespace chelate::session {
class Game;
struct ImportPreview;
} // namespace chelate::session

namespace chelate::screens {

/// Lists files that can be imported, and offers to type the path of another.
class ImportFileOverlay final : public Dialog {
public:
    explicit ImportFileOverlay(const text::Language& words);

private:
    ImportFileOverlay(const text::Language& words, std::vector<std::filesystem::path> files);
    Effects press(int index) override;

    std::vector<std::filesystem::path> files_; ///< the listed ones
};

/// Asks for the path of a file.
class ImportPathOverlay final : public TextEntry {
public:
    explicit ImportPathOverlay(const text::Language& words) : words_(words) {}

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;

private:
    Effects accept() override;
    /// Closes it. Asks first when a path was typed that has led to no file.
    Effects leave() override;

    const text::Language& words_;
    std::string found_; ///< the last path that has led to a file
};

/// Says what would come of a file: what is kept, changed and left out, by reasons. Then adds the pack.
class ImportSummaryOverlay final : public Dialog {
public:
    /// @param game  must outlive it
    ImportSummaryOverlay(const text::Language& words, const session::Game& game, const std::filesystem::path& file);

private:
    using Preview = std::shared_ptr<const session::ImportPreview>;
    struct Read {
        DialogModel page;
        Preview preview; ///< null: there is nothing to add
    };
    [[nodiscard]] static Read read(const text::Language& words, const session::Game& game,
                                   const std::filesystem::path& file);
    ImportSummaryOverlay(const text::Language& words, const session::Game& game, Read read);
    Effects press(int index) override;
    /// Says that the pack is there, and offers to play it.
    void tell_added();

    const session::Game& game_;
    Preview preview_;
    bool is_added_ = false;
};

} // namespace chelate::screens
