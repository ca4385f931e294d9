// Workshop scripts: a sequence of scenes, each with what the participants see, how long it may take, and notes for
// the host. Plain values, no JSON.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "engine/base/units.hpp"
#include "engine/content/asking.hpp"
#include "engine/content/breathing.hpp"

namespace chelate::content {

using ScriptId = Id<struct ScriptTag>;

/// Says who is here and why, and names the host.
struct WelcomeScene {};
/// Shows a mechanism step by step.
struct ChainScene {
    MechanismId mechanism;
};
/// Asks the participants one question, written by hand or made by a template.
struct QuestionScene {
    QuestionId question; ///< empty: the template `made_by` makes the question
    TemplateId made_by;
};
/// A reworded statement of the kind people read elsewhere, and the claim that says how well it is supported.
struct WallStatement {
    std::string text;
    ClaimId claim;
};
/// A claims wall: statements that the participants vote on before and after they see the evidence.
struct WallScene {
    std::vector<WallStatement> statements; ///< 2 to 9
};
/// Compares the subjects of a group by one attribute.
struct ComparisonScene {
    AttributeId attribute;
    std::string group;
};
/// Pauses for a breathing exercise.
struct PauseScene {
    BreathingId pattern;
    int minutes = 1; ///< length of the exercise, 1..20
};
/// Shows what the workshop is based on and names the host again.
struct ClosingScene {};

using SceneBody =
    std::variant<WelcomeScene, ChainScene, QuestionScene, WallScene, ComparisonScene, PauseScene, ClosingScene>;

struct Scene {
    std::string title;
    std::string text;               ///< each line feed starts a new paragraph; may be empty
    Millis length{};                ///< how long the scene may take
    std::vector<std::string> notes; ///< notes for the host; may be empty
    SceneBody body;
};

/// How a host declares their own interest: a yes-or-no question, and the sentence that each answer shows. `{holder}`
/// is replaced by the host's name.
struct Interest {
    std::string asks;   ///< the question: "Sells supplements"
    std::string none;   ///< sentence for "no"
    std::string some;   ///< sentence for "yes"
    std::string unsaid; ///< sentence while the host has not answered
};

/// A workshop script. The first scene is a welcome and the last is a closing.
struct Script {
    ScriptId id;
    std::string name;
    std::string about;
    Interest interest;
    std::vector<Scene> scenes;
    bool brought = false; ///< read from a file outside the pack

    /// Returns how long all scenes together may take.
    [[nodiscard]] Millis length() const;
};

/// Returns the claims-wall statements of a script in script order, one for each claim.
[[nodiscard]] std::vector<WallStatement> statements_of(const Script& script);

} // namespace chelate::content
