// Rows of what is known, each of which opens to its sources: what comparing and searching share.
#pragma once

#include <optional>

#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

class KnowledgeScreen : public Presenter {
public:
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Transition handle(const Intent& intent) override;

protected:
    explicit KnowledgeScreen(Context& context) : context_(context) {}

    /// Rows of options above the rows of knowledge.
    [[nodiscard]] virtual std::vector<ChipRow> chips() const = 0;
    /// Chooses an option; both are there. The rows may be others then.
    virtual void choose(int row, int option) = 0;
    [[nodiscard]] virtual std::vector<KnownRow> rows() const = 0;
    /// What a question on a row, or on all of them, would exercise; empty: nothing can be asked.
    [[nodiscard]] virtual std::vector<ItemId> items(std::optional<int> row) const = 0;

    /// Where a row leads, when it does not open in its place.
    virtual std::optional<Transition> open_elsewhere(int) { return std::nullopt; }

    /// Options and rows with the focus and the open row; title and the rest are the screen's own.
    [[nodiscard]] KnowledgeModel page() const;
    [[nodiscard]] std::optional<int> focused_row() const;
    /// Other rows: nothing is open any more, and the focus stays among what is there.
    void renew();

    Context& context_;
    int focus_ = 0;

private:
    /// What Enter does on a row of knowledge: key of the language file.
    [[nodiscard]] virtual std::string_view opens() const { return "does.sources"; }
    [[nodiscard]] int chip_count() const;
    [[nodiscard]] int count() const { return chip_count() + static_cast<int>(rows().size()); }
    Transition press(int index);
    Transition ask();

    std::optional<int> open_; ///< the row whose sources are shown
};

} // namespace chelate::screens
