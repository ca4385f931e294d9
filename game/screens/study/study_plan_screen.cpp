#include "game/screens/study/study_plan_screen.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "game/session/study.hpp"

namespace chelate::screens {

namespace {

constexpr std::array new_choices{0, 3, 5, 10, 15, 20, 30};
constexpr std::array most_choices{10, 20, 30, 60, 100, 200};
constexpr std::array retention_choices{70, 75, 80, 85, 90, 93, 95, 97};
constexpr std::array start_choices{0, 2, 3, 4, 5, 6};
constexpr std::array exam_choices{0, 3, 7, 14, 21, 30, 45, 60, 90}; ///< days from today; 0: no exam

/// Returns the index of a value among ascending choices; when it is not one of them, of the nearest below.
template <std::size_t N>
int index_of(const std::array<int, N>& choices, int value) {
    const auto above = std::upper_bound(choices.begin(), choices.end(), value);
    return static_cast<int>(above == choices.begin() ? 0 : above - choices.begin() - 1);
}

} // namespace

std::vector<SettingRow> StudyPlanScreen::rows() const {
    const text::Language& words = words_;
    const store::StudySettings& settings = study_.settings();
    SettingRow fresh{
        words.text("plan.new"), {}, index_of(new_choices, settings.new_a_day), words.text("plan.new.about")};
    for (const int count : new_choices) fresh.options.push_back(words.number(count));
    SettingRow most{
        words.text("plan.most"), {}, index_of(most_choices, settings.most_a_day), words.text("plan.most.about")};
    for (const int count : most_choices) most.options.push_back(words.number(count));
    SettingRow retention{words.text("plan.retention"),
                         {},
                         index_of(retention_choices, settings.retention_percent),
                         words.text("plan.retention.about")};
    for (const int percent : retention_choices)
        retention.options.push_back(words.text("settings.text.percent", {{"percent", words.number(percent)}}));
    SettingRow start{
        words.text("plan.start"), {}, index_of(start_choices, settings.start_hour), words.text("plan.start.about")};
    for (const int hour : start_choices)
        start.options.push_back(words.text("plan.hour", {{"hour", words.number(hour)}}));
    SettingRow certainty{words.text("plan.certainty"),
                         {words.text("plan.no"), words.text("plan.yes")},
                         settings.asks_confidence ? 1 : 0,
                         words.text("plan.certainty.about")};
    const int left = settings.exam_day ? std::max(0, *settings.exam_day - study_.today()) : 0;
    SettingRow exam{words.text("plan.exam"), {}, 0, words.text("plan.exam.about")};
    bool listed = false;
    for (const int days : exam_choices) {
        if (left > 0 && !listed && days >= left) { // the day of the exam, in its place among the choices
            exam.chosen = static_cast<int>(exam.options.size());
            listed = true;
            if (days != left) exam.options.push_back(words.plural("memory.in_days", left));
        }
        exam.options.push_back(days == 0 ? words.text("plan.no_exam") : words.plural("memory.in_days", days));
    }
    return {fresh, most, retention, start, certainty, exam};
}

Effects StudyPlanScreen::set(int row, int option) {
    const auto at = static_cast<std::size_t>(option);
    store::StudySettings wanted = study_.settings();
    switch (row) {
    case row_new: wanted.new_a_day = new_choices.at(at); break;
    case row_most: wanted.most_a_day = most_choices.at(at); break;
    case row_retention: wanted.retention_percent = retention_choices.at(at); break;
    case row_start: wanted.start_hour = start_choices.at(at); break;
    case row_certainty: wanted.asks_confidence = option == 1; break;
    default: {
        // When the exam is on none of the offered days, it has an option of its own between them.
        const SettingRow exam = rows().back();
        const bool inserted = exam.options.size() > exam_choices.size();
        if (inserted && option == exam.chosen) return {};
        const std::size_t choice = at - (inserted && option > exam.chosen ? 1 : 0);
        const int days = exam_choices.at(choice);
        wanted.exam_day = days == 0 ? std::nullopt : std::optional(study_.today() + days);
        break;
    }
    }
    return Submit{session::ChangeStudySettings{std::move(wanted)}, [this](const Result<void>& saved) -> Effects {
                      trouble_ = saved ? "" : words_.sentence(saved.error());
                      return {};
                  }};
}

ScreenModel StudyPlanScreen::model() const {
    const text::Language& words = words_;
    SettingsModel model = page(words.text("plan.title"), words.text("settings.done"));
    model.intro = trouble_.empty() ? words.text("plan.intro") : trouble_;
    const auto plan = study_.day_plan();
    if (plan && plan->exam) {
        const study::ExamPlan& exam = *plan->exam;
        const text::Args numbers{{"unmet", words.number(exam.unmet)},
                                 {"needed", words.number(exam.needed_a_day)},
                                 {"pace", words.number(study_.settings().new_a_day)},
                                 {"when", words.plural("memory.in_days", exam.days_left)}};
        model.about_heading = words.text("plan.exam");
        model.about.push_back(words.text(exam.fits ? "plan.exam_fits" : "plan.exam_does_not_fit", numbers));
    }
    return model;
}

} // namespace chelate::screens
