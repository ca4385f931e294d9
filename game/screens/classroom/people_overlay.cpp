#include "game/screens/classroom/people_overlay.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/base/text.hpp"
#include "engine/quiz/interactions/raised.hpp"
#include "game/session/local_files.hpp"

namespace chelate::screens {

namespace {

/// Returns a typed number of people; 0 for an empty text, nothing for anything else.
std::optional<int> people_in(const std::string& typed) {
    const std::string digits = tidied(typed);
    if (digits.empty()) return 0;
    if (!std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
    int people = 0;
    for (const char c : digits) {
        people = people * 10 + (c - '0');
        if (people > quiz::most_hands) return std::nullopt;
    }
    return people > 0 ? std::optional(people) : std::nullopt;
}

} // namespace

PeopleOverlay::PeopleOverlay(const text::Language& words, std::string about, int people,
                             std::function<Effects(int)> save)
    : TextEntry(people > 0 ? std::to_string(people) : std::string{}),
      words_(words),
      about_(std::move(about)),
      save_(std::move(save)) {}

ScreenModel PeopleOverlay::model() const {
    return NameModel{.title = words_.text("people.title"),
                     .about = about_,
                     .text = text_,
                     .problem = problem_,
                     .ok = words_.text("names.ok"),
                     .cancel = words_.text("name.cancel")};
}

std::vector<KeyHint> PeopleOverlay::hints() const {
    return {{words_.text("key.enter"), words_.text("does.take_names")}};
}

std::vector<Action> PeopleOverlay::actions() const { return {on(ActionId::back, Effects{Close{}})}; }

Effects PeopleOverlay::accept() {
    const auto people = people_in(text_);
    if (!people) {
        problem_ = words_.text("people.no_number", {{"most", words_.number(quiz::most_hands)}});
        return {};
    }
    return save_(*people).and_then(Close{});
}

std::unique_ptr<Presenter> ask_team_people(const text::Language& words, const session::LocalFiles& files) {
    const session::ClassProfile& profile = files.classes().classes.front();
    return std::make_unique<PeopleOverlay>(
        words, words.text(profile.teams.size() > 1 ? "people.about_teams" : "people.about_class"), profile.people,
        [&files](int people) {
            session::ClassFile file = files.classes();
            file.classes.front().people = people;
            return Effects{Save{std::move(file)}};
        });
}

std::unique_ptr<Presenter> ask_workshop_people(const text::Language& words, const session::LocalFiles& files) {
    return std::make_unique<PeopleOverlay>(words, words.text("people.about_workshop"), files.holder().people,
                                           [&files](int people) {
                                               session::Holder holder = files.holder();
                                               holder.people = people;
                                               return Effects{Save{std::move(holder)}};
                                           });
}

} // namespace chelate::screens
