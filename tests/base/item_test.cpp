#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "engine/base/item_id.hpp"
#include "engine/base/item_list.hpp"
#include "engine/base/rng.hpp"

using namespace chelate;

namespace {

constexpr std::array kinds{ItemKind::claim, ItemKind::fact,       ItemKind::mechanism,
                           ItemKind::pair,  ItemKind::prediction, ItemKind::question};

/// Ids that are near each other in order: one begins another, and some hold signs and bytes around the colon.
const std::vector<std::string> awkward_ids{"",
                                           "a",
                                           "a.b",
                                           "a/b",
                                           "ab",
                                           "a:b",
                                           "a+b",
                                           ":",
                                           "::",
                                           "fact:a",
                                           "pair:x:a+b",
                                           " a",
                                           "A",
                                           "\x7F",
                                           "\xC3\xA4",
                                           "\xFF",
                                           std::string("a\0b", 3)};

} // namespace

TEST_SUITE("base/items") {
    TEST_CASE("the written form says what an item is and its id") {
        CHECK(ItemId{ItemKind::claim, "a"}.to_text() == "claim:a");
        CHECK(ItemId{ItemKind::fact, "thing.weight"}.to_text() == "fact:thing.weight");
        CHECK(ItemId{ItemKind::mechanism, "a"}.to_text() == "mechanism:a");
        CHECK(ItemId{ItemKind::pair, "weight:a+b"}.to_text() == "pair:weight:a+b");
        CHECK(ItemId{ItemKind::prediction, "m:x>y"}.to_text() == "prediction:m:x>y");
        CHECK(ItemId{ItemKind::question, "q/1"}.to_text() == "question:q/1");
        CHECK(ItemId{ItemKind::fact, "a"}.prefix() == "fact:");
    }

    TEST_CASE("an item comes back from its written form") {
        for (const ItemKind kind : kinds) {
            for (const std::string& id : awkward_ids) {
                const ItemId item{kind, id};
                CHECK(ItemId::parse(item.to_text()) == item);
            }
        }
        CHECK(ItemId::parse("pair:weight:a+b") ==
              ItemId{ItemKind::pair, "weight:a+b"}); // the first colon ends the kind
    }

    TEST_CASE("what is no written form names no item") {
        for (const char* text : {"", ":", "fact", "facts:a", "Fact:a", " fact:a", "fact :a", "fac:a", "topic:a",
                                 "nothing", "a", ":fact:a", "claim;a", "factclaim:a"})
            CHECK_FALSE(ItemId::parse(text).has_value());
    }

    TEST_CASE("items sort as their written forms do") {
        std::vector<ItemId> all;
        for (const ItemKind kind : kinds) {
            for (const std::string& id : awkward_ids) all.push_back({kind, id});
        }
        Rng rng{7};
        for (int i = 0; i < 200; ++i) {
            std::string id;
            for (std::uint64_t length = rng.below(4); length > 0; --length)
                id += static_cast<char>(rng.below(2) == 0 ? rng.below(256) : 'a' + rng.below(2));
            all.push_back({kinds[rng.below(kinds.size())], id});
        }
        for (const ItemId& a : all) {
            for (const ItemId& b : all) {
                REQUIRE((a < b) == (a.to_text() < b.to_text()));
                REQUIRE((a == b) == (a.to_text() == b.to_text()));
            }
        }
    }

    TEST_CASE("a list keeps what names no item in its place and never finds it") {
        const std::vector<std::string> texts{"recipe:x", "fact:b", "nothing", "claim:a", "", "fact:b"};
        ItemList list;
        for (const std::string& text : texts) list.add_text(text);
        CHECK(list.texts() == texts);
        CHECK(list.size() == texts.size());
        CHECK(list.contains({ItemKind::fact, "b"}));
        CHECK_FALSE(list.contains({ItemKind::fact, "a"}));
        CHECK_FALSE(list.contains({ItemKind::claim, ""}));
        CHECK(list.contains_any_of({{ItemKind::pair, "x"}, {ItemKind::claim, "a"}}));
        CHECK_FALSE(list.contains_any_of({}));
        list.clear();
        CHECK(list.empty());
    }

    TEST_CASE("a list of nothing known is not empty, and matches nothing") {
        ItemList list;
        list.add_text("nothing");
        CHECK_FALSE(list.empty());
        for (const ItemKind kind : kinds) CHECK_FALSE(list.contains({kind, "nothing"}));
        CHECK_FALSE(list == ItemList{});
    }

    TEST_CASE("a list of items equals the one read from their written forms") {
        const std::vector<ItemId> items{{ItemKind::question, "q"}, {ItemKind::fact, "a"}};
        ItemList read;
        for (const ItemId& item : items) read.add_text(item.to_text());
        CHECK(read == ItemList(items));
        CHECK(read == ItemList{{ItemKind::question, "q"}, {ItemKind::fact, "a"}});
    }
}
