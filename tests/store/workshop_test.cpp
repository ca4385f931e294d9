#include <doctest/doctest.h>

#include "tests/store/place.hpp"
#include "tests/support/builders.hpp"

using namespace chelate;
using namespace chelate::quiz;
using namespace chelate::store;
using namespace chelate::test;

namespace {

Script a_workshop() {
    SessionPlan plan = a_program(0);
    plan.pack = "magnesium";
    plan.round = {};
    plan.workshop = WorkshopPlan{content::ScriptId{"ten-minutes"}, {1, 3, 4}};
    Script workshop({}, plan);
    workshop.must(ShowScene{2, 1}).must(CountVotes{2, 0, {1, 2, 3, 4}}).must(ShowScene{2, 2}).must(Undo{});
    return workshop;
}

} // namespace

TEST_SUITE("store/workshop") {
    TEST_CASE("workshops have a profile of their own, whatever people and classes are called") {
        auto store = must(Store::in_memory());
        const auto person = must(store.profile_named("workshops", {5}));
        const auto room = must(store.profile_named("workshops", {6}, ProfileKind::classroom));
        const auto workshop = must(store.profile_named("workshops", {7}, ProfileKind::workshop));
        CHECK(person.id != workshop.id);
        CHECK(room.id != workshop.id);
        append_all(store, workshop.id, SessionId{"w"}, a_workshop().history.log);
        REQUIRE(must(store.profiles()).size() == 1);
        CHECK(must(store.profiles()).front().id == person.id);
        REQUIRE(must(store.profiles(ProfileKind::classroom)).size() == 1);
        CHECK(must(store.profiles(ProfileKind::classroom)).front().id == room.id);
        REQUIRE(must(store.profiles(ProfileKind::workshop)).size() == 1);
        CHECK(must(store.profiles(ProfileKind::workshop)).front().id == workshop.id);
        CHECK_FALSE(must(store.interrupted(person.id)).has_value());
        CHECK_FALSE(must(store.interrupted(room.id)).has_value());
        for (const ProfileId& one : {person.id, room.id, workshop.id}) {
            CHECK(must(store.history(one)).empty());
            CHECK(must(store.totals_by_topic(one)).empty());
            CHECK(must(store.totals_by_item(one)).empty());
        }
    }

    TEST_CASE("a workshop that was left comes back after a restart, with what was undone") {
        const Folder folder;
        const Script workshop = a_workshop();
        {
            auto store = must(Store::open(folder.database()));
            const auto profile = must(store.profile_named("workshops", {5}, ProfileKind::workshop)).id;
            append_all(store, profile, SessionId{"w"}, workshop.history.log);
        }
        auto store = must(Store::open(folder.database()));
        const auto profile = must(store.profiles(ProfileKind::workshop)).front().id;
        auto left = must(store.interrupted(profile, "magnesium"));
        REQUIRE(left.has_value());
        CHECK(left->history == workshop.history);
        Script ended = workshop;
        ended.must(FinishSession{});
        append_all(store, profile, SessionId{"w"}, ended.history.log, workshop.history.log.size());
        CHECK_FALSE(must(store.interrupted(profile)).has_value());
        CHECK(must(store.recount_results(profile, false)) == 0);
    }

    TEST_CASE("one person's exported progress has no workshop in it") {
        const Folder folder;
        auto store = must(Store::open(folder.database()));
        const auto ada_here = must(store.profile_named("Ada", {5})).id;
        const auto profile = must(store.profile_named("workshops", {5}, ProfileKind::workshop)).id;
        append_all(store, profile, SessionId{"w"}, a_workshop().history.log);
        must(store.export_profile(ada_here, folder.path / "ada.db"));
        const auto exported = must(Store::open(folder.path / "ada.db"));
        CHECK(must(exported.profiles(ProfileKind::workshop)).empty());
        CHECK(must(exported.events(SessionId{"w"})).empty());
    }
}
