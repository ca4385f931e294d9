#include "game/screens/knowledge/weigh_screen.hpp"

#include <cstdlib>

#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

constexpr std::array crowds{50, 200, 500, 2000, 20'000};
// Typical small, medium and large effects in percentage points. The grading rule of every pack knows this unit.
constexpr std::array effects{10.0, 20.0, 40.0};
constexpr const char* unit_of_effects = "percentage points"; // not for people

} // namespace

std::optional<content::ClaimId> graded_among(const content::Pack& pack, const std::vector<content::ClaimId>& claims) {
    for (const content::ClaimId& id : claims) {
        const auto claim = pack.claims.find(id);
        if (claim != pack.claims.end() && claim->second.grade && !claim->second.grade->studies.empty()) return id;
    }
    return std::nullopt;
}

WeighScreen::WeighScreen(const content::Pack& pack, const text::Language& words, const content::ClaimId& claim)
    : RowsScreen(words), pack_(pack), grade_(*pack.claims.at(claim).grade) {}

Effects WeighScreen::set(int row, int option) {
    chosen_.at(static_cast<std::size_t>(row)) = option;
    return {};
}

std::vector<SettingRow> WeighScreen::rows() const {
    const auto row = [&](Row which, const std::string& name, const std::vector<std::string>& options) {
        SettingRow made{words_.text("weigh." + name), {}, chosen_[which], {}};
        for (const std::string& option : options) made.options.push_back(words_.text("weigh." + option));
        return made;
    };
    std::vector<SettingRow> rows{row(row_design, "design", {"nothing", "trial", "review", "observation", "animals"})};
    if (chosen_[row_design] == 0) return rows; // no study is added yet, so it has no properties
    rows.push_back(row(row_outcome, "outcome", {"favours", "no_difference", "against"}));
    SettingRow people{words_.text("weigh.people"), {}, chosen_[row_people], {}};
    for (const int count : crowds) people.options.push_back(words_.number(count));
    rows.push_back(std::move(people));
    rows.push_back(row(row_effect, "effect", {"small", "medium", "large"}));
    rows.push_back(row(row_bias, "bias", {"bias_low", "bias_some", "bias_high"}));
    rows.push_back(row(row_money, "money", {"money_no", "money_yes"}));
    if (!grade_.asked.empty()) rows.push_back(row(row_tested, "tested", {"tested_asked", "tested_other"}));
    return rows;
}

std::optional<content::Study> WeighScreen::made_up() const {
    using content::Design;
    if (chosen_[row_design] == 0) return std::nullopt;
    constexpr std::array designs{Design::rct, Design::meta_analysis, Design::cohort, Design::animal};
    constexpr std::array outcomes{content::Direction::favours, content::Direction::no_difference,
                                  content::Direction::against};
    constexpr std::array risks{content::RiskOfBias::low, content::RiskOfBias::some, content::RiskOfBias::high};
    const auto chosen = [&](Row row) { return static_cast<std::size_t>(chosen_[row]); };
    content::Study study;
    study.id = content::StudyId{"made-up"};
    study.source = content::SourceId{"made-up"};
    study.design = designs.at(chosen(row_design) - 1);
    if (is_review(study.design)) study.pools = content::Pools::trials;
    study.people = crowds.at(chosen(row_people));
    study.direction = outcomes.at(chosen(row_outcome));
    study.effect = content::Effect{effects.at(chosen(row_effect)), unit_of_effects, {}, {}};
    study.bias = risks.at(chosen(row_bias));
    study.money = chosen_[row_money] == 1 ? content::MakersMoney::yes : content::MakersMoney::no;
    study.tested_as = content::Tested::other;
    if (!grade_.asked.empty() && chosen_[row_tested] == 0) {
        study.tested_as = content::Tested::one;
        study.tested = {grade_.asked.front()};
    }
    return study;
}

content::Grading WeighScreen::grading(const content::Study* added) const {
    std::vector<const content::Study*> studies;
    for (const content::StudyId& id : grade_.studies) studies.push_back(&pack_.studies.at(id));
    if (added != nullptr) studies.push_back(added);
    return content::graded(grade_.about, grade_.asked, studies, pack_.yardsticks);
}

std::vector<std::string> WeighScreen::steps_of(const content::Grading& grading) const {
    constexpr std::array names{"bias", "disagreement", "few_people", "not_matched", "money", "bonus", "one_study"};
    std::vector<std::string> lines{
        words_.text("weigh.start." + std::to_string(grading.start), {{"points", words_.number(grading.start)}})};
    for (const content::GradeStep& step : grading.steps) {
        const std::string points = (step.points > 0 ? "+" : "−") + words_.number(std::abs(step.points));
        lines.push_back(words_.text("weigh.step." + std::string(names.at(static_cast<std::size_t>(step.kind))),
                                    {{"points", points}}));
    }
    lines.push_back(words_.plural("weigh.people_counted", grading.people));
    lines.push_back(
        words_.text("weigh.score", {{"score", words_.number(grading.score)},
                                    {"certainty", words_.text("certainty." + wording::word_of(grading.certainty))}}));
    return lines;
}

ScreenModel WeighScreen::model() const {
    const auto study = made_up();
    const content::Grading before = grading(nullptr);
    const content::Grading after = grading(study ? &*study : nullptr);
    const auto was = wording::grade_badges(words_, before.certainty, before.size, before.applies_to);
    SettingsModel model = page(words_.text("weigh.title"), words_.text("settings.done"));
    model.intro = words_.text("reveal.graded_question", {{"question", grade_.question}});
    model.badges = wording::grade_badges(words_, after.certainty, after.size, after.applies_to);
    for (std::size_t i = 0; i < was.size(); ++i) {
        Badge& badge = model.badges[i];
        if (badge.value != was[i].value)
            badge.value = words_.text("weigh.moved", {{"from", was[i].value}, {"to", badge.value}});
    }
    // The focused row repeats the result, because the badges may have scrolled out of view.
    if (focus_ < static_cast<int>(model.rows.size())) {
        std::string& beside = model.rows[static_cast<std::size_t>(focus_)].about;
        for (const Badge& badge : model.badges) beside += (beside.empty() ? "" : " · ") + badge.value;
    }
    model.about_heading =
        words_.plural("weigh.how", static_cast<std::int64_t>(grade_.studies.size() + (study ? 1 : 0)));
    std::string counted;
    for (const std::string& step : steps_of(after)) counted += (counted.empty() ? "" : " ") + step;
    model.about = {counted, words_.text("weigh.nothing_kept")};
    return model;
}

} // namespace chelate::screens
