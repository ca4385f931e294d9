// The shared part of the screens that show knowledge: rows that each open to their sources.
#pragma once

#include <optional>

#include "game/screens/presenter/presenter.hpp"
#include "game/session/rounds.hpp"

namespace chelate::screens {

/// Starts a round of questions about these items, or says that there are none.
[[nodiscard]] Effects ask_about(std::vector<ItemId> items, const session::Rounds& rounds, const text::Language& words);

class KnowledgeScreen : public Presenter {
public:
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Effects handle(const Intent& intent) override;

protected:
    /// Both must outlive it.
    KnowledgeScreen(const text::Language& words, const session::Rounds& rounds) : words_(words), rounds_(rounds) {}

    /// Returns the rows of options above the rows of knowledge.
    [[nodiscard]] virtual std::vector<ChipRow> chips() const = 0;
    /// Chooses an option, which may change the rows. @pre row and option exist
    virtual void choose(int row, int option) = 0;
    [[nodiscard]] virtual std::vector<KnownRow> rows() const = 0;
    /// Returns the items that questions about a row exercise. Empty: there are no questions.
    /// @param row  nothing: all rows
    [[nodiscard]] virtual std::vector<ItemId> items(std::optional<int> row) const = 0;

    /// Returns what pressing a row does. Nothing: the row opens and shows its sources.
    virtual std::optional<Effects> open_elsewhere(int) { return std::nullopt; }

    /// Returns a page with the options, the rows, the focus and the open row. Each screen adds its own title and texts.
    [[nodiscard]] KnowledgeModel page() const;
    [[nodiscard]] std::optional<int> focused_row() const;
    /// Closes the open row and moves the focus to a row that exists. Called after the rows have changed.
    void renew();

    const text::Language& words_;
    int focus_ = 0;

private:
    /// Returns what Enter does on a row of knowledge, as a key of the language file.
    [[nodiscard]] virtual std::string_view opens() const { return "does.sources"; }
    [[nodiscard]] int chip_count() const;
    [[nodiscard]] int count() const { return chip_count() + static_cast<int>(rows().size()); }
    Effects press(int index);
    Effects ask();

    const session::Rounds& rounds_;
    std::optional<int> open_; ///< the row whose sources are shown
};

} // namespace chelate::screens
