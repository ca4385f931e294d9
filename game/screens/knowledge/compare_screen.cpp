#include "game/screens/knowledge/compare_screen.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/base/text.hpp"
#include "game/wording/lookup.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

void add_details(const content::Pack& pack, const content::Fact& fact, KnownRow& row) {
    if (!fact.of.empty()) row.details.push_back(fact.of);
    if (!fact.note.empty()) row.details.push_back(fact.note);
    for (std::string& cited : wording::citations(pack, fact.sources)) row.sources.push_back(std::move(cited));
}

/// Returns the groups with facts about two subjects or more, in the author's order.
std::vector<std::string> compared_groups(const content::Pack& pack) {
    std::map<std::string, std::set<content::SubjectId>> compared;
    for (const auto& [id, fact] : pack.facts) compared[pack.subjects.at(fact.subject).group].insert(fact.subject);
    std::vector<std::string> groups;
    for (const content::Subject* subject : content::in_authors_order(pack.subjects)) {
        const auto found = compared.find(subject->group);
        if (found == compared.end() || found->second.size() < 2) continue;
        groups.push_back(subject->group);
        compared.erase(found);
    }
    return groups;
}

/// The axis of a set of bars. It includes zero and every value.
struct Axis {
    double low = 0;
    double high = 0;
    void include(double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    [[nodiscard]] double at(double value) const { return (value - low) / (high - low); }
};

} // namespace

bool has_comparison(const content::Pack& pack) { return !compared_groups(pack).empty(); }

CompareScreen::CompareScreen(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds)
    : KnowledgeScreen(words, rounds), pack_(pack) {
    groups_ = compared_groups(pack);
    // Subjects with a colour of their own are the main theme of a pack, so their groups come first.
    std::stable_partition(groups_.begin(), groups_.end(), [&](const std::string& group) {
        return std::any_of(pack.subjects.begin(), pack.subjects.end(),
                           [&](const auto& entry) { return entry.second.group == group && entry.second.slot > 0; });
    });
    enter_group(0);
}

void CompareScreen::enter_group(std::size_t group) {
    group_ = group;
    attribute_ = 0;
    pair_ = {0, 1};
    attributes_.clear();
    if (groups_.empty()) return;
    // The author's order, but numbers first, and last what is known of one subject only: a single bar compares nothing.
    std::map<content::AttributeId, std::set<content::SubjectId>> known;
    for (const auto& [id, fact] : pack_.facts) {
        if (pack_.subjects.at(fact.subject).group != groups_[group_]) continue;
        known[fact.attribute].insert(fact.subject);
    }
    for (const content::Attribute* attribute : content::in_authors_order(pack_.attributes)) {
        if (known.contains(attribute->id)) attributes_.push_back(attribute->id);
    }
    const auto rank = [&](const content::AttributeId& id) {
        return std::pair(!pack_.attributes.at(id).is_number, known[id].size() < 2);
    };
    std::stable_sort(attributes_.begin(), attributes_.end(),
                     [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
}

std::vector<const content::Subject*> CompareScreen::subjects() const {
    std::vector<const content::Subject*> found;
    if (groups_.empty()) return found;
    for (const content::Subject* subject : content::in_authors_order(pack_.subjects)) {
        if (subject->group == groups_[group_]) found.push_back(subject);
    }
    return found;
}

std::vector<ChipRow> CompareScreen::chips() const {
    std::vector<ChipRow> rows;
    ChipRow groups{words_.text("compare.group"), {}, {static_cast<int>(group_)}};
    for (const std::string& group : groups_) {
        if (const auto named = pack_.group_names.find(group); named != pack_.group_names.end()) {
            groups.options.push_back(named->second);
            continue;
        }
        // A group without a name is called after its first two subjects.
        std::string name;
        int named = 0;
        for (const content::Subject* subject : content::in_authors_order(pack_.subjects)) {
            if (subject->group != group || named == 2) continue;
            name += (named++ > 0 ? ", " : "") + subject->short_name;
        }
        groups.options.push_back(name + ", …");
    }
    rows.push_back(std::move(groups));
    rows.push_back({words_.text("compare.look"),
                    {words_.text("compare.bars"), words_.text("compare.table"), words_.text("compare.face_to_face")},
                    {static_cast<int>(look_)}});
    if (look_ == face_to_face) {
        ChipRow pair{words_.text("compare.pair"), {}, {static_cast<int>(pair_[0]), static_cast<int>(pair_[1])}};
        for (const content::Subject* subject : subjects()) pair.options.push_back(subject->short_name);
        rows.push_back(std::move(pair));
    } else {
        ChipRow attributes{words_.text("compare.attribute"), {}, {static_cast<int>(attribute_)}};
        for (const auto& id : attributes_) attributes.options.push_back(pack_.attributes.at(id).name);
        rows.push_back(std::move(attributes));
    }
    return rows;
}

void CompareScreen::choose(int row, int option) {
    const auto chosen = static_cast<std::size_t>(option);
    switch (row) {
    case 0: enter_group(chosen); break;
    case 1: look_ = static_cast<Look>(option); break;
    default:
        if (look_ != face_to_face) {
            attribute_ = chosen;
        } else if (chosen != pair_[0] && chosen != pair_[1]) {
            pair_ = {pair_[1], chosen}; // replaces the subject that was chosen earlier
        }
    }
}

std::vector<KnownRow> compared_rows(const content::Pack& pack, const text::Language& words, const std::string& group,
                                    const content::AttributeId& attribute, bool bars) {
    const auto compared = wording::compared_facts(pack, group, attribute);
    Axis axis;
    for (const auto& [subject, fact] : compared) {
        if (fact == nullptr) continue;
        axis.include(fact->low.value_or(0));
        axis.include(fact->high.value_or(fact->value.value_or(0)));
    }
    std::vector<KnownRow> rows;
    for (const auto& [subject, fact] : compared) {
        KnownRow row{.look = wording::look_of(pack, subject->id), .title = capitalised(subject->short_name)};
        if (fact == nullptr) {
            row.cells = {{{}, words.text("compare.no_data"), {}}};
            row.no_data = true;
        } else {
            row.cells = {{{}, wording::value_text(pack, *fact), {}}};
            if (fact->text.empty()) row.about = fact->of;
            add_details(pack, *fact, row);
            if (bars && fact->text.empty() && axis.low < axis.high) {
                const double value = fact->value.value_or(0);
                row.bar = Span{axis.at(fact->low.value_or(std::min(0.0, value))),
                               axis.at(fact->high.value_or(std::max(0.0, value)))};
                if (axis.low < 0) row.zero = axis.at(0);
            }
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string compared_last_line(const content::Pack& pack, const text::Language& words,
                               const std::vector<KnownRow>& rows) {
    const bool on_health =
        std::find(pack.rules.begin(), pack.rules.end(), content::RuleSet::health) != pack.rules.end();
    const bool has_gaps = std::any_of(rows.begin(), rows.end(), [](const KnownRow& row) { return row.no_data; });
    std::string line = on_health ? words.text("compare.not_better") : "";
    if (has_gaps) line += (line.empty() ? "" : " ") + words.text("compare.no_data_means");
    return line;
}

std::vector<KnownRow> CompareScreen::rows_by_attribute() const {
    if (attributes_.empty()) return {};
    return compared_rows(pack_, words_, groups_[group_], attributes_[attribute_], look_ == bars);
}

std::vector<KnownRow> CompareScreen::rows_by_subjects() const {
    const auto compared = subjects();
    std::vector<KnownRow> rows;
    if (compared.size() < 2) return rows;
    for (const auto& attribute : attributes_) {
        KnownRow row{.title = pack_.attributes.at(attribute).name, .cells = {}};
        bool any = false;
        for (const std::size_t index : pair_) {
            const content::Subject& subject = *compared.at(index);
            KnownCell cell{wording::look_of(pack_, subject.id), {}, capitalised(subject.short_name)};
            for (const content::Fact* fact : wording::facts_of(pack_, subject.id, attribute)) {
                cell.text += (cell.text.empty() ? "" : "\n") + wording::value_text(pack_, *fact);
                add_details(pack_, *fact, row);
                any = true;
            }
            if (cell.text.empty()) cell.text = words_.text("compare.no_data");
            row.cells.push_back(std::move(cell));
        }
        row.no_data = !any;
        if (any) rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<KnownRow> CompareScreen::rows() const {
    return look_ == face_to_face ? rows_by_subjects() : rows_by_attribute();
}

std::vector<ItemId> CompareScreen::items(std::optional<int>) const {
    const auto compared = subjects();
    const auto is_shown = [&](const content::Fact& fact) {
        if (look_ == face_to_face) {
            return compared.size() > 1 &&
                   (fact.subject == compared.at(pair_[0])->id || fact.subject == compared.at(pair_[1])->id);
        }
        return !attributes_.empty() && fact.attribute == attributes_[attribute_] &&
               pack_.subjects.at(fact.subject).group == groups_[group_];
    };
    std::vector<ItemId> found;
    for (const auto& [id, fact] : pack_.facts) {
        if (fact.askable && is_shown(fact)) found.push_back(content::item_of(id));
    }
    return found;
}

ScreenModel CompareScreen::model() const {
    KnowledgeModel model = page();
    model.title = words_.text("compare.title");
    if (look_ != face_to_face && !attributes_.empty())
        model.caveat = pack_.attributes.at(attributes_[attribute_]).caveat;
    model.last_line = compared_last_line(pack_, words_, model.rows);
    return model;
}

} // namespace chelate::screens
