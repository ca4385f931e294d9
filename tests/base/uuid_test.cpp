// Tests that UUIDs are made, written and read.
#include "engine/base/uuid.hpp"

#include <set>

#include <doctest/doctest.h>

using namespace chelate;

TEST_SUITE("base/uuid") {
    TEST_CASE("a new UUID is random, of version 4, and is read back from its text and its bytes") {
        std::set<std::string> made;
        for (int i = 0; i < 100; ++i) {
            const Uuid uuid = new_uuid();
            const std::string text = text_of(uuid);
            CHECK(text.size() == 36);
            CHECK(text[14] == '4');
            CHECK(std::string("89ab").find(text[19]) != std::string::npos);
            CHECK(uuid_of(text) == uuid);
            CHECK(uuid_of_bytes(uuid.view()) == uuid);
            made.insert(text);
        }
        CHECK(made.size() == 100);
    }

    TEST_CASE("digits may be in either case and are written in lower case") {
        const auto uuid = uuid_of("0B0E8F5C-5a1e-4D0C-9a57-2f9d7c1e6B3A");
        REQUIRE(uuid);
        CHECK(text_of(*uuid) == "0b0e8f5c-5a1e-4d0c-9a57-2f9d7c1e6b3a");
    }

    TEST_CASE("any other text or number of bytes is no UUID") {
        for (const char* text : {"", "0b0e8f5c-5a1e-4d0c-9a57-2f9d7c1e6b3", "0b0e8f5c-5a1e-4d0c-9a57-2f9d7c1e6b3aa",
                                 "0b0e8f5c5a1e-4d0c-9a57-2f9d7c1e6b3aa", "0b0e8f5c-5a1e-4d0c-9a57-2f9d7c1e6b3g",
                                 "{b0e8f5c-5a1e-4d0c-9a57-2f9d7c1e6b3}", " b0e8f5c-5a1e-4d0c-9a57-2f9d7c1e6b3a"})
            CHECK_FALSE_MESSAGE(uuid_of(text), text);
        CHECK_FALSE(uuid_of_bytes("too short"));
        CHECK_FALSE(uuid_of_bytes("one byte too long"));
    }
}
