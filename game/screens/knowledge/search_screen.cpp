#include "game/screens/knowledge/search_screen.hpp"

#include <algorithm>

#include "engine/base/text.hpp"
#include "game/screens/presenter/round_header.hpp"

namespace chelate::screens {

namespace {

constexpr std::size_t longest_query = 60;
constexpr std::size_t most_rows = 40; ///< nobody reads more; the page says how many were found

std::string name_of(const text::Language& words, wording::EntryKind kind) {
    switch (kind) {
    case wording::EntryKind::claim: return words.text("search.claims");
    case wording::EntryKind::fact: return words.text("search.facts");
    case wording::EntryKind::mechanism: return words.text("search.mechanisms");
    case wording::EntryKind::misconception: return words.text("search.misconceptions");
    case wording::EntryKind::conflict: return words.text("search.conflicts");
    case wording::EntryKind::subject: return words.text("search.subjects");
    case wording::EntryKind::word: return words.text("search.words");
    case wording::EntryKind::question: return words.text("search.questions");
    }
    return {};
}

} // namespace

SearchScreen::SearchScreen(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds)
    : KnowledgeScreen(words, rounds), pack_(pack), entries_(wording::entries_of(pack, words)), query_(longest_query) {
    for (const wording::Entry& entry : entries_) {
        if (std::find(kinds_.begin(), kinds_.end(), entry.kind) == kinds_.end()) kinds_.push_back(entry.kind);
    }
    std::sort(kinds_.begin(), kinds_.end());
    search();
}

void SearchScreen::search() {
    found_ = wording::found_in(entries_, query_.text());
    if (kind_ > 0) {
        const wording::EntryKind wanted = kinds_.at(static_cast<std::size_t>(kind_) - 1);
        std::erase_if(found_, [&](const wording::Entry* entry) { return entry->kind != wanted; });
    }
    renew();
}

std::vector<ChipRow> SearchScreen::chips() const {
    ChipRow row{words_.text("search.kind"), {words_.text("search.all")}, {kind_}};
    for (const wording::EntryKind kind : kinds_) row.options.push_back(name_of(words_, kind));
    return {row};
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
                        .image = image_of(entry.image, pack_),
                        .sources = entry.sources});
    }
    return rows;
}

std::vector<ItemId> SearchScreen::items(std::optional<int> row) const {
    if (!row || *row >= static_cast<int>(found_.size())) return {};
    return found_[static_cast<std::size_t>(*row)]->items;
}

std::optional<Effects> SearchScreen::open_elsewhere(int row) {
    const content::MechanismId& drawn = found_[static_cast<std::size_t>(row)]->drawn;
    if (drawn.empty()) return std::nullopt;
    return Effects{ShowOver{ShowMechanism{drawn}}};
}

content::ClaimId SearchScreen::graded() const {
    const auto row = focused_row();
    return row && *row < static_cast<int>(found_.size()) ? found_[static_cast<std::size_t>(*row)]->graded
                                                         : content::ClaimId{};
}

ScreenModel SearchScreen::model() const {
    KnowledgeModel model = page();
    model.title = words_.text("search.title");
    model.field = query_.model({});
    const auto count = static_cast<std::int64_t>(found_.size());
    model.caveat = count > 0 ? words_.plural("search.found", count) : words_.text("search.nothing");
    return model;
}

std::vector<KeyHint> SearchScreen::hints() const {
    std::vector<KeyHint> hints = KnowledgeScreen::hints();
    hints.insert(hints.begin(), {words_.text("key.letters"), words_.text("does.search")});
    return hints;
}

std::vector<Action> SearchScreen::actions() const {
    std::vector<Action> rows = KnowledgeScreen::actions();
    rows.insert(rows.begin() + 1, on(ActionId::weigh, &SearchScreen::weigh).when(!graded().empty()));
    return rows;
}

Effects SearchScreen::handle(const Intent& intent) {
    if (const auto* typed = std::get_if<TypeText>(&intent)) {
        query_.type(typed->text);
        search();
        return {};
    }
    if (const auto* edit = std::get_if<EditText>(&intent)) {
        query_.edit(edit->edit);
        search();
        return {};
    }
    return KnowledgeScreen::handle(intent);
}

} // namespace chelate::screens
