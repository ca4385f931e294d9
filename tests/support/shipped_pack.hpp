// The pack that comes with the program, read once in a test program.
#pragma once

#include <doctest/doctest.h>

#include <utility>

#include "engine/content/reader.hpp"

namespace chelate::test {

/// Returns the shipped pack. A test that changes it, or gives it away, takes a copy.
inline const content::Pack& shipped_pack() {
    static const content::Pack pack = [] {
        const auto folder = content::default_pack_folder(CHELATE_SOURCE_DIR "/content");
        REQUIRE(folder.has_value());
        auto reading = content::read_pack(*folder);
        REQUIRE(reading.pack.has_value());
        return std::move(*reading.pack);
    }();
    return pack;
}

} // namespace chelate::test
