#include "game/screens/knowledge/tested_screen.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "engine/base/text.hpp"
#include "game/wording/lookup.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

std::string word_of(content::Design design) {
    using content::Design;
    switch (design) {
    case Design::rct: return "rct";
    case Design::crossover_rct: return "crossover";
    case Design::meta_analysis: return "meta";
    case Design::systematic_review: return "review";
    case Design::non_randomised: return "non_randomised";
    case Design::cohort: return "cohort";
    case Design::cross_sectional: return "cross_sectional";
    case Design::case_series: return "cases";
    case Design::animal: return "animals";
    case Design::in_vitro: return "in_vitro";
    }
    return {};
}

std::string word_of(content::Direction direction) {
    switch (direction) {
    case content::Direction::favours: return "favours";
    case content::Direction::against: return "against";
    case content::Direction::no_difference: return "no_difference";
    case content::Direction::mixed: return "mixed";
    }
    return {};
}

/// Returns the names of what was tested, or what the study says about it.
std::string tested_in(const content::Pack& pack, const text::Language& words, const content::Study& study) {
    std::string names;
    for (const content::SubjectId& id : study.tested) {
        const auto subject = pack.subjects.find(id);
        if (subject != pack.subjects.end()) names += (names.empty() ? "" : ", ") + subject->second.short_name;
    }
    if (!names.empty()) return names;
    switch (study.tested_as) {
    case content::Tested::intake: return words.text("tested.intake");
    case content::Tested::level: return words.text("tested.level");
    case content::Tested::other: return words.text("tested.other");
    case content::Tested::unrelated: return words.text("tested.unrelated");
    default: return words.text("tested.unstated");
    }
}

std::string effect_text(const text::Language& words, const content::Study& study) {
    if (!study.effect) return words.text("tested." + word_of(study.direction));
    // About 3 significant digits; effects are rarely known more precisely.
    const auto number = [&](double value) {
        return words.number_with_decimals(value, std::abs(value) >= 100 ? 0 : std::abs(value) >= 10 ? 1 : 2);
    };
    const content::Effect& effect = *study.effect;
    if (effect.low && effect.high) {
        return words.text("tested.effect_range", {{"found", words.text("tested." + word_of(study.direction))},
                                                  {"size", number(effect.size)},
                                                  {"unit", effect.unit},
                                                  {"low", number(*effect.low)},
                                                  {"high", number(*effect.high)}});
    }
    return words.text("tested.effect", {{"found", words.text("tested." + word_of(study.direction))},
                                        {"size", number(effect.size)},
                                        {"unit", effect.unit}});
}

} // namespace

bool compares(const content::Pack& pack, const std::vector<content::StudyId>& studies) {
    for (const content::StudyId& id : studies) {
        const content::Study& study = pack.studies.at(id);
        const std::string against = folded(study.comparator);
        for (const auto& [subject, known] : pack.subjects) {
            const bool given = std::find(study.tested.begin(), study.tested.end(), subject) != study.tested.end();
            if (!given && known.slot > 0 && against.find(folded(known.short_name)) != std::string::npos &&
                !study.tested.empty())
                return true;
        }
    }
    return false;
}

bool has_tested(const content::Pack& pack) {
    return std::any_of(pack.claims.begin(), pack.claims.end(),
                       [](const auto& entry) { return entry.second.grade && !entry.second.grade->studies.empty(); });
}

TestedScreen::TestedScreen(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds)
    : KnowledgeScreen(words, rounds), pack_(pack) {
    for (const content::Topic& topic : pack.topics) {
        topics_.push_back(topic.id);
        topic_ = topics_.size() - 1;
        if (claims().empty()) topics_.pop_back();
    }
    topic_ = 0;
}

std::vector<const content::Claim*> TestedScreen::claims() const {
    std::vector<const content::Claim*> found;
    if (topic_ >= topics_.size()) return found;
    for (const auto& [id, claim] : pack_.claims) {
        if (claim.topic == topics_[topic_] && claim.grade && !claim.grade->studies.empty()) found.push_back(&claim);
    }
    return found;
}

std::vector<ChipRow> TestedScreen::chips() const {
    ChipRow row;
    for (const content::TopicId& topic : topics_) row.options.push_back(wording::topic_name(pack_, topic));
    row.chosen = {static_cast<int>(topic_)};
    return {row};
}

void TestedScreen::choose(int, int option) { topic_ = static_cast<std::size_t>(option); }

std::vector<KnownRow> TestedScreen::rows() const {
    std::vector<KnownRow> rows;
    for (const content::Claim* claim : claims()) {
        const content::Grade& grade = *claim->grade;
        KnownRow row;
        row.title = grade.question;
        std::set<std::string> tested;
        std::vector<content::SourceId> sources;
        std::int64_t most_in_review = 0;
        std::map<content::SourceId, std::int64_t> single; // a study can have several rows, one an outcome
        for (const content::StudyId& id : grade.studies) {
            const content::Study& study = pack_.studies.at(id);
            const std::string given = tested_in(pack_, words_, study);
            tested.insert(given);
            if (const std::int64_t count = study.people.value_or(0); content::is_review(study.design))
                most_in_review = std::max(most_in_review, count);
            else single[study.source] = std::max(single[study.source], count);
            if (std::find(sources.begin(), sources.end(), study.source) == sources.end())
                sources.push_back(study.source);
            std::string line = words_.text("tested.study", {{"design", words_.text("design." + word_of(study.design))},
                                                            {"tested", given},
                                                            {"whom", study.population},
                                                            {"found", effect_text(words_, study)},
                                                            {"outcome", study.outcome}});
            if (study.people) line += " " + words_.plural("tested.people", *study.people);
            if (!study.comparator.empty())
                line += " " + words_.text("tested.beside", {{"comparator", study.comparator}});
            row.details.push_back(std::move(line));
        }
        // A review counts the people of its trials again.
        std::int64_t people = 0;
        for (const auto& [source, count] : single) people += count;
        people = std::max(people, most_in_review);
        const std::string studies = words_.plural("tested.studies", static_cast<std::int64_t>(sources.size()));
        std::string given;
        for (const std::string& name : tested) given += (given.empty() ? "" : "; ") + name;
        row.cells = {
            {{}, given, words_.text("tested.what")},
            {{},
             people > 0 ? words_.plural("tested.people_in", people, {{"studies", studies}}) : studies,
             words_.text("tested.whom")},
            {{}, words_.text("size." + wording::word_of(grade.size) + ".meaning"), words_.text("tested.found")},
            {{}, words_.text("certainty." + wording::word_of(grade.certainty)), words_.text("tested.certainty")}};
        row.details.insert(row.details.begin(), claim->explanation);
        for (const Badge& badge : wording::grade_badges(words_, grade.certainty, grade.size, grade.applies_to)) {
            row.details.push_back(words_.text(
                "hostwindow.badge", {{"label", badge.label}, {"value", badge.value}, {"meaning", badge.meaning}}));
        }
        row.details.push_back(
            words_.text(compares(pack_, grade.studies) ? "tested.compared" : "tested.nobody_compared"));
        row.sources = wording::citations(pack_, sources);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<ItemId> TestedScreen::items(std::optional<int> row) const {
    std::vector<ItemId> items;
    const auto all = claims();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if ((!row || static_cast<std::size_t>(*row) == i) && all[i]->askable)
            items.push_back(content::item_of(all[i]->id));
    }
    return items;
}

ScreenModel TestedScreen::model() const {
    KnowledgeModel model = page();
    model.title = words_.text("tested.title");
    model.caveat = words_.text("tested.caveat");
    model.last_line = pack_.disclaimer;
    return model;
}

} // namespace chelate::screens
