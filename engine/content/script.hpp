// Scripts of a workshop: scenes that follow each other, each with what the room sees, how long it may take, and notes
// for
// who holds it. Plain values, no JSON.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "engine/base/units.hpp"
#include "engine/content/asking.hpp"
#include "engine/content/breathing.hpp"

namespace chelate::content {

using ScriptId = Id<struct ScriptTag>;

/// Who is here and why; it names who holds the workshop.
struct WelcomeScene {};
/// A mechanism that unfolds step by step.
struct ChainScene {
    MechanismId mechanism;
};
/// One question the room answers: written by hand, or made by a template.
struct QuestionScene {
    QuestionId question; ///< empty: made by `made_by`
    TemplateId made_by;
};
/// A statement as one reads it somewhere, in other words, and the claim that says how well it stands.
struct WallStatement {
    std::string text;
    ClaimId claim;
};
/// Statements the room votes on before and after it has seen the evidence.
struct WallScene {
    std::vector<WallStatement> statements;
}; ///< 2 to 9
/// The compared things of a group by one attribute.
struct ComparisonScene {
    AttributeId attribute;
    std::string group;
};
struct PauseScene {
    BreathingId pattern;
    int minutes = 1; ///< 1..20
};
/// What it rests on; it names who holds the workshop once more.
struct ClosingScene {};

using SceneBody =
    std::variant<WelcomeScene, ChainScene, QuestionScene, WallScene, ComparisonScene, PauseScene, ClosingScene>;

struct Scene {
    std::string title;
    std::string text;               ///< a paragraph for each line feed; may be empty
    Millis length{};                ///< what it may take
    std::vector<std::string> notes; ///< for who holds the workshop; may be empty
    SceneBody body;
};

/// What somebody who holds a workshop says of their own interest: a question with its two answers, and the sentence
/// that
/// each gives. `{holder}` stands for their name.
struct Interest {
    std::string asks;   ///< "Sells supplements"
    std::string none;   ///< the sentence for "no"
    std::string some;   ///< for "yes"
    std::string unsaid; ///< while nothing was said
};

/// The first scene is a welcome, the last a closing.
struct Script {
    ScriptId id;
    std::string name;
    std::string about;
    Interest interest;
    std::vector<Scene> scenes;
    bool brought = false; ///< it comes from a file outside the pack

    /// What all its scenes may take together.
    [[nodiscard]] Millis length() const;
};

/// Everything a script shows claims of, in its order, each once.
[[nodiscard]] std::vector<WallStatement> statements_of(const Script& script);

} // namespace chelate::content
