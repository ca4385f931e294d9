// The shipped pack, and makers for its rounds.
#pragma once

#include <doctest/doctest.h>

#include <utility>

#include "engine/content/reader.hpp"
#include "engine/quiz/maker.hpp"

namespace chelate::test {

/// Returns the shipped pack, which is read only once.
inline const content::Pack& shipped() {
    static const content::Pack pack = [] {
        const auto folder = content::default_pack_folder(CHELATE_SOURCE_DIR "/content");
        REQUIRE(folder.has_value());
        auto reading = content::read_pack(*folder);
        REQUIRE(reading.pack.has_value());
        return std::move(*reading.pack);
    }();
    return pack;
}

inline quiz::QuestionMaker maker_for(const content::Round& round, std::uint64_t seed) {
    auto maker = quiz::QuestionMaker::make(shipped(), round, seed);
    REQUIRE(maker.has_value());
    return std::move(*maker);
}

} // namespace chelate::test
