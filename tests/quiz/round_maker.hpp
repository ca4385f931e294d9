// Makers for the rounds of the shipped pack.
#pragma once

#include <doctest/doctest.h>

#include <utility>

#include "engine/quiz/maker.hpp"
#include "tests/support/shipped_pack.hpp"

namespace chelate::test {

inline quiz::QuestionMaker maker_for(const content::Round& round, std::uint64_t seed) {
    auto maker = quiz::QuestionMaker::make(shipped_pack(), round, seed);
    REQUIRE(maker.has_value());
    return std::move(*maker);
}

} // namespace chelate::test
