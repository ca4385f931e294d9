#include "game/screens/knowledge/tested_screen.hpp"

#include <algorithm>
#include <cmath>
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

/// What was given, as far as it was said.
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
    // As many digits as such a figure is worth.
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

TestedScreen::TestedScreen(Context& context) : KnowledgeScreen(context) {
    for (const content::Topic& topic : context.game.pack().topics) {
        topics_.push_back(topic.id);
        topic_ = topics_.size() - 1;
        if (claims().empty()) topics_.pop_back();
    }
    topic_ = 0;
}

std::vector<const content::Claim*> TestedScreen::claims() const {
    std::vector<const content::Claim*> found;
    if (topic_ >= topics_.size()) return found;
    for (const auto& [id, claim] : context_.game.pack().claims) {
        if (claim.topic == topics_[topic_] && claim.grade && !claim.grade->studies.empty()) found.push_back(&claim);
    }
    return found;
}

std::vector<ChipRow> TestedScreen::chips() const {
    ChipRow row;
    for (const content::TopicId& topic : topics_)
        row.options.push_back(wording::topic_name(context_.game.pack(), topic));
    row.chosen = {static_cast<int>(topic_)};
    return {row};
}

void TestedScreen::choose(int, int option) { topic_ = static_cast<std::size_t>(option); }

std::vector<KnownRow> TestedScreen::rows() const {
    const auto& words = context_.words;
    const content::Pack& pack = context_.game.pack();
    std::vector<KnownRow> rows;
    for (const content::Claim* claim : claims()) {
        const content::Grade& grade = *claim->grade;
        KnownRow row;
        row.title = grade.question;
        std::set<std::string> tested;
        std::vector<content::SourceId> sources;
        std::int64_t people = 0;
        for (const content::StudyId& id : grade.studies) {
            const content::Study& study = pack.studies.at(id);
            const std::string given = tested_in(pack, words, study);
            tested.insert(given);
            // A review counts the people of its trials once more.
            if (study.people && !content::is_review(study.design)) people += *study.people;
            if (std::find(sources.begin(), sources.end(), study.source) == sources.end())
                sources.push_back(study.source);
            std::string line = words.text("tested.study", {{"design", words.text("design." + word_of(study.design))},
                                                           {"tested", given},
                                                           {"whom", study.population},
                                                           {"found", effect_text(words, study)},
                                                           {"outcome", study.outcome}});
            if (study.people) line += " " + words.plural("tested.people", *study.people);
            if (!study.comparator.empty())
                line += " " + words.text("tested.beside", {{"comparator", study.comparator}});
            row.details.push_back(std::move(line));
        }
        std::string given;
        for (const std::string& name : tested) given += (given.empty() ? "" : "; ") + name;
        row.cells = {
            {{}, given, words.text("tested.what")},
            {{},
             people > 0 ? words.plural("tested.people_in", people,
                                       {{"studies", words.plural("tested.studies",
                                                                 static_cast<std::int64_t>(grade.studies.size()))}})
                        : words.plural("tested.studies", static_cast<std::int64_t>(grade.studies.size())),
             words.text("tested.whom")},
            {{}, words.text("size." + wording::word_of(grade.size) + ".meaning"), words.text("tested.found")},
            {{}, words.text("certainty." + wording::word_of(grade.certainty)), words.text("tested.certainty")}};
        row.details.insert(row.details.begin(), claim->explanation);
        for (const Badge& badge : wording::grade_badges(words, grade.certainty, grade.size, grade.applies_to)) {
            row.details.push_back(words.text(
                "hostwindow.badge", {{"label", badge.label}, {"value", badge.value}, {"meaning", badge.meaning}}));
        }
        row.details.push_back(words.text(compares(pack, grade.studies) ? "tested.compared" : "tested.nobody_compared"));
        row.sources = wording::citations(pack, sources);
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
    const auto& words = context_.words;
    KnowledgeModel model = page();
    model.title = words.text("tested.title");
    model.caveat = words.text("tested.caveat");
    model.last_line = context_.game.pack().disclaimer;
    return model;
}

} // namespace chelate::screens
