#include "game/screens/knowledge/search_screen.hpp"

#include <algorithm>

#include "engine/base/text.hpp"

namespace chelate::screens {

namespace {

constexpr std::size_t longest_query = 60;
constexpr std::size_t most_rows = 40; ///< more than one reads; the count says how many there are

} // namespace

SearchScreen::SearchScreen(Context& context)
    : KnowledgeScreen(context),
      entries_(wording::entries_of(context.game.pack(), context.words)),
      query_(longest_query) {
    search();
}

void SearchScreen::search() {
    found_ = wording::found_in(entries_, query_.text());
    if (kind_ > 0)
        std::erase_if(found_, [&](const wording::Entry* entry) { return static_cast<int>(entry->kind) + 1 != kind_; });
    renew();
}

std::vector<ChipRow> SearchScreen::chips() const {
    const auto& words = context_.words;
    return {{words.text("search.kind"),
             {words.text("search.all"), words.text("search.claims"), words.text("search.facts"),
              words.text("search.mechanisms"), words.text("search.misconceptions"), words.text("search.conflicts"),
              words.text("search.words")},
             {kind_}}};
}

void SearchScreen::choose(int, int option) {
    kind_ = option;
    search();
}

std::vector<KnownRow> SearchScreen::rows() const {
    std::vector<KnownRow> rows;
    for (std::size_t i = 0; i < std::min(found_.size(), most_rows); ++i) {
        const wording::Entry& entry = *found_[i];
        rows.push_back({.title = capitalised(entry.title),
                        .about = entry.about,
                        .cells = {},
                        .details = entry.details,
                        .sources = entry.sources});
    }
    return rows;
}

std::vector<ItemId> SearchScreen::items(std::optional<int> row) const {
    if (!row || *row >= static_cast<int>(found_.size())) return {};
    return found_[static_cast<std::size_t>(*row)]->items;
}

content::ClaimId SearchScreen::graded() const {
    const auto row = focused_row();
    return row && *row < static_cast<int>(found_.size()) ? found_[static_cast<std::size_t>(*row)]->graded
                                                         : content::ClaimId{};
}

ScreenModel SearchScreen::model() const {
    const auto& words = context_.words;
    KnowledgeModel model = page();
    model.title = words.text("search.title");
    model.field = query_.model({});
    const auto count = static_cast<std::int64_t>(found_.size());
    model.caveat = count > 0 ? words.plural("search.found", count) : words.text("search.nothing");
    return model;
}

std::vector<KeyHint> SearchScreen::hints() const {
    std::vector<KeyHint> hints = KnowledgeScreen::hints();
    hints.insert(hints.begin(), {context_.words.text("key.letters"), context_.words.text("does.search")});
    return hints;
}

std::vector<Action> SearchScreen::actions() const {
    std::vector<Action> rows = KnowledgeScreen::actions();
    rows.insert(rows.begin() + 1, on(ActionId::weigh, &SearchScreen::weigh).when(!graded().empty()));
    return rows;
}

Transition SearchScreen::handle(const Intent& intent) {
    if (const auto* typed = std::get_if<TypeText>(&intent)) {
        query_.type(typed->text);
        search();
        return Stay{};
    }
    if (const auto* edit = std::get_if<EditText>(&intent)) {
        query_.edit(edit->edit);
        search();
        return Stay{};
    }
    return KnowledgeScreen::handle(intent);
}

} // namespace chelate::screens
