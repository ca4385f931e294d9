#include "game/session/class_file.hpp"

#include <algorithm>
#include <array>
#include <sstream>

#include <fmt/format.h>

#include "engine/base/text.hpp"
#include "engine/content/pack.hpp"
#include "engine/quiz/interactions/raised.hpp"
#include "engine/quiz/names.hpp"
#include "game/session/game.hpp"
#include "game/session/local_json_file.hpp"

namespace chelate::session {

namespace {

using local_json::each_of;
using local_json::number_of;
using local_json::text_of;
using local_json::truth_of;

constexpr std::size_t most_members = 60; ///< of a team

// Keys far apart on a keyboard, so that the hands of two teams do not meet.
constexpr std::array<std::string_view, most_teams> buttons{"A", "L", "F", "J", "Q", "P", "Z", "M", "T", "B", "W", "O"};

std::filesystem::path classes_file(const std::filesystem::path& data_folder) { return data_folder / "classes.json"; }

void write(json::Writer& out, const Team& team) {
    out.begin_object()
        .member("id", team.id.value)
        .member("name", team.name)
        .member("slot", team.slot)
        .member("shape", team.shape);
    out.member("button", team.button).key("members").begin_array();
    for (const std::string& member : team.members) out.string(member);
    out.end_array().end_object();
}

void write(json::Writer& out, const ClassProfile& profile) {
    out.begin_object()
        .member("name", profile.name)
        .member("taking", quiz::names::of(quiz::names::response_mode, profile.response_mode));
    out.member("together", profile.together).member("seconds", profile.seconds).member("speed", profile.speed);
    out.member("certainty", profile.asks_confidence)
        .member("standings", profile.standings)
        .member("lesson", profile.lesson)
        .member("people", profile.people)
        .key("teams")
        .begin_array();
    for (const Team& team : profile.teams) write(out, team);
    out.end_array().end_object();
}

void write(json::Writer& out, const KeptLesson& lesson) {
    out.begin_object().member("name", lesson.name).member("pack", lesson.pack).member("round", lesson.round.value);
    out.member("seed", fmt::format("{}", lesson.seed)).key("places").begin_array();
    for (const std::uint32_t place : lesson.question_indices) out.integer(place);
    out.end_array().end_object();
}

Team team_of(const json::Value& object, int place) {
    Team team = new_team(place);
    team.name = text_of(object, "name");
    team.slot = number_of(object, "slot", 1, most_teams, team.slot);
    const auto& shapes = content::shapes();
    if (const std::string shape = text_of(object, "shape");
        std::find(shapes.begin(), shapes.end(), shape) != shapes.end())
        team.shape = shape;
    if (const std::string button = text_of(object, "button"); !button.empty()) team.button = button;
    each_of(object, "members", [&](const json::Value& item) {
        if (item.kind() == json::Kind::string && team.members.size() < most_members)
            team.members.emplace_back(item.as_string());
    });
    return team;
}

ClassProfile class_of(const json::Value& object) {
    ClassProfile profile;
    profile.name = text_of(object, "name");
    profile.response_mode = quiz::names::find<quiz::ResponseMode>(quiz::names::response_mode, text_of(object, "taking"))
                                .value_or(profile.response_mode);
    if (profile.response_mode == quiz::ResponseMode::each) profile.response_mode = quiz::ResponseMode::turns;
    profile.together = truth_of(object, "together", false);
    profile.seconds = number_of(object, "seconds", 0, 600, 0);
    profile.speed = truth_of(object, "speed", false);
    profile.asks_confidence = truth_of(object, "certainty", false);
    profile.standings = truth_of(object, "standings", true);
    profile.lesson = text_of(object, "lesson");
    profile.people = number_of(object, "people", 0, quiz::most_hands, 0);
    each_of(object, "teams", [&](const json::Value& item) {
        if (profile.teams.size() < most_teams)
            profile.teams.push_back(team_of(item, static_cast<int>(profile.teams.size())));
    });
    if (profile.teams.empty()) profile.teams.push_back(new_team(0));
    return profile;
}

KeptLesson lesson_of(const json::Value& object) {
    KeptLesson lesson{text_of(object, "name"), text_of(object, "pack"), content::RoundId{text_of(object, "round")}};
    lesson.seed = local_json::seed_of(object, "seed");
    each_of(object, "places", [&](const json::Value& item) {
        if (item.kind() == json::Kind::integer && item.as_integer() >= 0)
            lesson.question_indices.push_back(static_cast<std::uint32_t>(item.as_integer()));
    });
    return lesson;
}

/// Returns a name as it is saved; empty when it is not a name.
std::string kept_name(std::string_view typed) { return person_name(typed).value_or(std::string{}); }

} // namespace

Team new_team(int place) {
    const auto& shapes = content::shapes();
    Team team{quiz::PlayerId{"t" + std::to_string(place + 1)}};
    team.slot = place % most_teams + 1;
    team.shape = shapes[static_cast<std::size_t>(place) % shapes.size()];
    team.button = buttons[static_cast<std::size_t>(place) % buttons.size()];
    return team;
}

ClassFile load_classes(const std::filesystem::path& data_folder, std::vector<Error>* told) {
    ClassFile file;
    local_json::load(
        classes_file(data_folder),
        [&](const json::Document& document) {
            each_of(document.root(), "classes", [&](const json::Value& item) {
                if (item.kind() != json::Kind::object) return;
                ClassProfile profile = class_of(item);
                if (!kept_name(profile.name).empty()) file.classes.push_back(std::move(profile));
            });
            each_of(document.root(), "lessons", [&](const json::Value& item) {
                if (item.kind() != json::Kind::object) return;
                KeptLesson lesson = lesson_of(item);
                if (!lesson.name.empty() && !lesson.question_indices.empty()) file.lessons.push_back(std::move(lesson));
            });
        },
        told);
    return file;
}

Result<void> save_classes(const std::filesystem::path& data_folder, const ClassFile& file) {
    json::Writer out;
    out.begin_object().key("classes").begin_array();
    for (const ClassProfile& profile : file.classes) write(out, profile);
    out.end_array().key("lessons").begin_array();
    for (const KeptLesson& lesson : file.lessons) write(out, lesson);
    out.end_array().end_object();
    return local_json::save(classes_file(data_folder), out);
}

void deal_names(std::string_view typed, std::vector<Team>& teams) {
    for (Team& team : teams) {
        team.name.clear();
        team.members.clear();
    }
    std::istringstream lines{std::string(typed)};
    std::vector<std::string> loose;
    std::size_t heads = 0;
    for (std::string line; std::getline(lines, line);) {
        std::string name = tidied(line);
        if (!name.empty() && name.back() == ':') {
            name.pop_back();
            if (heads == teams.size() && heads < most_teams) teams.push_back(new_team(static_cast<int>(heads)));
            if (heads < teams.size()) teams[heads++].name = kept_name(name);
            continue;
        }
        name = kept_name(name);
        if (name.empty()) continue;
        if (heads == 0) loose.push_back(std::move(name));
        else if (teams[heads - 1].members.size() < most_members) teams[heads - 1].members.push_back(std::move(name));
    }
    if (heads > 0) teams.resize(heads);
    for (std::size_t i = 0; i < loose.size(); ++i) {
        Team& team = teams[i % teams.size()];
        if (team.members.size() < most_members) team.members.push_back(std::move(loose[i]));
    }
}

std::string typed_names(const std::vector<Team>& teams) {
    std::string typed;
    const bool named = std::any_of(teams.begin(), teams.end(), [](const Team& team) { return !team.name.empty(); });
    for (const Team& team : teams) {
        if (named) typed += team.name + ":\n";
        for (const std::string& member : team.members) typed += member + "\n";
    }
    return typed;
}

} // namespace chelate::session
