// Reads study rows and yardsticks, and computes the grades that are based on them.
#include "engine/content/studies.hpp"

#include <algorithm>
#include <cmath>

#include "engine/content/draft.hpp"
#include "engine/content/grading.hpp"

namespace chelate::content {
namespace {

constexpr std::int64_t most_people = 100'000'000;
constexpr double most_weeks = 5200;
constexpr std::size_t most_arms = 12;
constexpr double largest_effect = 1e9;

const std::vector<std::string> designs{
    "rct",         "crossover-rct", "meta-analysis", "systematic-review", "non-randomised", "cohort", "cross-sectional",
    "case-series", "animal",        "in-vitro"};
const std::vector<std::string> tested_words{"one", "several", "unstated", "other", "intake", "level", "unrelated"};
const std::vector<std::string> directions{"favours", "against", "no-difference", "mixed"};
const std::vector<std::string> risks{"low", "some", "high", "unknown"};
const std::vector<std::string> moneys{"yes", "no", "unknown"};
const std::vector<std::string> pools_words{"trials", "observational", "mixed"};

std::optional<Effect> read_effect(Draft& draft, const json::Document& document, json::ObjectReader& study,
                                  bool& sound) {
    const auto value = study.object("effect", false);
    if (!value) return std::nullopt;
    json::ObjectReader reader(document, *value, "an effect", draft.problems);
    Effect effect;
    effect.size = reader.number("size").value_or(0);
    assign(effect.unit, reader.string("unit", longest_word));
    effect.low = reader.optional_number("low");
    effect.high = reader.optional_number("high");
    if (effect.low.has_value() != effect.high.has_value() || (effect.low && *effect.low > *effect.high)) {
        reader.report("low", "empty-range", "an interval has a 'low' and a 'high' that is not less");
    }
    if (std::abs(effect.size) > largest_effect) reader.report("size", "out-of-range", "an effect is at most a billion");
    reader.finish();
    sound = sound && reader.ok();
    return effect;
}

StudyArm read_arm(json::ObjectReader& reader) {
    StudyArm arm;
    assign(arm.name, reader.string("name", longest_word));
    if (const auto people = reader.integer("people", 1, most_people)) arm.people = static_cast<int>(*people);
    if (const auto events = reader.optional_integer("events", 0, most_people)) arm.events = static_cast<int>(*events);
    if (reader.ok() && arm.events && *arm.events > arm.people)
        reader.report("events", "study-content", "an arm has no more events than people");
    reader.finish();
    return arm;
}

void read_arms(Draft& draft, const json::Document& document, json::ObjectReader& study_reader, Study& study,
               bool& sound) {
    const auto list = study_reader.array("arms", false);
    if (!list) return;
    if (list->size() == 0 || list->size() > most_arms) {
        study_reader.report("arms", "out-of-range", "a study row has 1 to " + std::to_string(most_arms) + " arms");
        return;
    }
    for (auto one = list->first(); one; one = one->next()) {
        json::ObjectReader reader(document, *one, "an arm", draft.problems);
        StudyArm arm = read_arm(reader);
        sound = sound && reader.ok();
        if (arm_named(study, arm.name) != nullptr)
            study_reader.report_at(one->offset(), "study-content", "two arms have the same name");
        study.arms.push_back(std::move(arm));
    }
}

void check_content(json::ObjectReader& reader, const Study& study) {
    if (study.pools.has_value() != is_review(study.design)) {
        reader.report("pools", "study-content", "a review says what it 'pools'; other studies pool nothing");
    }
    const std::size_t fewest = study.tested_as == Tested::one ? 1 : 0;
    const std::size_t most = study.tested_as == Tested::one ? 1 : study.tested_as == Tested::several ? 100 : 0;
    if (study.tested.size() < fewest || study.tested.size() > most) {
        reader.report("tested", "study-content",
                      "'tested' names one subject, or those known of 'several', or with the other words none");
    }
    if (study.weeks && (*study.weeks <= 0 || *study.weeks > most_weeks))
        reader.report("weeks", "out-of-range", "a study takes more than 0 and at most 5,200 weeks");
    if (study.i2 && (*study.i2 < 0 || *study.i2 > 100))
        reader.report("i2", "out-of-range", "'i2' is a percentage, 0 to 100");
}

} // namespace

const StudyArm* arm_named(const Study& study, std::string_view name) {
    const auto found =
        std::find_if(study.arms.begin(), study.arms.end(), [&](const StudyArm& arm) { return arm.name == name; });
    return found == study.arms.end() ? nullptr : &*found;
}

void read_study(Draft& draft, const json::Document& document, const json::Value& value) {
    json::ObjectReader reader(document, value, name_of(EntryKind::study), draft.problems);
    Study study;
    bool sound = true;
    study.id.value = take_id(draft, reader, EntryKind::study);
    assign(study.source, reader.string("source"));
    if (const auto word = reader.word("design", designs)) study.design = static_cast<Design>(*word);
    if (const auto people = reader.optional_integer("people", 1, most_people)) study.people = static_cast<int>(*people);
    assign(study.population, reader.optional_string("population", longest_name));
    if (const auto word = reader.word("tested_as", tested_words)) study.tested_as = static_cast<Tested>(*word);
    assign_ids(study.tested, reader, "tested", false);
    assign(study.amount, reader.optional_string("amount", longest_name));
    study.weeks = reader.optional_number("weeks");
    assign(study.comparator, reader.optional_string("comparator", longest_name));
    assign(study.outcome, reader.string("outcome", longest_name));
    if (const auto word = reader.word("direction", directions)) study.direction = static_cast<Direction>(*word);
    study.effect = read_effect(draft, document, reader, sound);
    read_arms(draft, document, reader, study, sound);
    if (const auto word = reader.optional_word("bias", risks)) study.bias = static_cast<RiskOfBias>(*word);
    if (const auto word = reader.optional_word("makers_money", moneys)) study.money = static_cast<MakersMoney>(*word);
    if (const auto word = reader.optional_word("pools", pools_words)) study.pools = static_cast<Pools>(*word);
    study.i2 = reader.optional_number("i2");
    study.dose_response = reader.optional_boolean("dose_response").value_or(false);
    assign(study.note, reader.optional_string("note"));
    read_reserved(reader);
    if (reader.ok()) check_content(reader, study);
    if (keep(draft, reader, EntryKind::study, study.id.value, sound))
        draft.pack.studies.emplace(study.id, std::move(study));
}

bool read_yardstick(Draft& draft, const json::Document& manifest, const json::Value& value) {
    json::ObjectReader reader(manifest, value, "a yardstick", draft.problems);
    Yardstick yardstick;
    assign(yardstick.unit, reader.string("unit", longest_word));
    yardstick.change = reader.number("change").value_or(1);
    if (yardstick.change <= 0)
        reader.report("change", "out-of-range", "a change that people would notice is more than 0");
    reader.finish();
    if (!reader.ok()) return false;
    draft.pack.yardsticks.push_back(std::move(yardstick));
    return true;
}

Grading grading_of(const Pack& pack, const Grade& grade) {
    std::vector<const Study*> rows;
    for (const StudyId& id : grade.studies) rows.push_back(&pack.studies.at(id));
    return graded(grade.about, grade.asked, rows, pack.yardsticks);
}

void grade_by_rows(Pack& pack, Claim& claim) {
    if (!claim.grade || claim.grade->studies.empty()) return;
    const Grading grading = grading_of(pack, *claim.grade);
    claim.grade->certainty = grading.certainty;
    claim.grade->size = grading.size;
    claim.grade->applies_to = grading.applies_to;
}

} // namespace chelate::content
