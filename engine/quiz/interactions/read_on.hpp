// A content card between questions: something to read, with nothing to answer or mark. interactions.hpp lists the
// functions of every interaction.
#pragma once

#include <string_view>

#include "engine/base/rng.hpp"
#include "engine/base/units.hpp"
#include "engine/json/document.hpp"
#include "engine/json/writer.hpp"
#include "engine/quiz/option.hpp"

namespace chelate::quiz {

/// The card was read.
struct Noted {
    static constexpr std::string_view name = "noted";
    bool operator==(const Noted&) const = default;
};

/// What a player sees besides the prompt: nothing.
struct ReadView {
    bool operator==(const ReadView&) const = default;
};

struct ReadOn {
    static constexpr std::string_view name = "read-on";
    static constexpr bool is_marked = false;
    using Response = Noted;
    using View = ReadView;

    bool operator==(const ReadOn&) const = default;
};

[[nodiscard]] const std::vector<Option>& options_of(const ReadOn& interaction);
[[nodiscard]] inline bool is_sound(const ReadOn&) { return true; }
[[nodiscard]] inline bool fits(const Noted&, const ReadOn&) { return true; }
[[nodiscard]] inline Fraction credit_of(const Noted&, const ReadOn&, const Order&) { return Fraction::zero(); }
[[nodiscard]] inline Noted key_of(const ReadOn&, const Order&) { return {}; }
[[nodiscard]] inline Noted wrong_of(const ReadOn&, const Order&) { return {}; }
[[nodiscard]] inline Noted random_of(const ReadOn&, const Order&, Rng&) { return {}; }
[[nodiscard]] inline ReadView view_of(const ReadOn&, const Order&) { return {}; }
[[nodiscard]] inline std::string key_text(const ReadOn&) { return {}; }
[[nodiscard]] inline bool rekey(const Noted&, ReadOn&, Order&) { return false; }

inline void write(json::Writer&, const ReadOn&) {}
inline void read(const json::Value&, ReadOn&) {}
inline void write(json::Writer& out, const Noted&) { out.boolean(true); }
inline void read(const json::Value&, Noted&) {}

} // namespace chelate::quiz
