// What a workshop's script means for a session: how many steps its scenes have, what they ask and how votes are read;
// and the file with what the host says of themselves.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/base/units.hpp"
#include "engine/content/pack.hpp"
#include "engine/quiz/view.hpp"

namespace chelate::session {

/// What the host of a workshop says of themselves and of those who take part.
struct Holder {
    enum class Sells : std::uint8_t { unsaid, no, yes };
    std::string name{}; ///< empty: not said
    Sells sells = Sells::unsaid;
    int people = 0; ///< who take part; 0: not known
    bool operator==(const Holder&) const = default;
};

/// A workshop to continue in a new session: one that an earlier version kept in workshop.json, or one whose script has
/// changed since.
struct CarriedWorkshop {
    std::string pack{};
    std::uint64_t seed = 0;
    Millis used{};              ///< session-active time
    quiz::WorkshopView shown{}; ///< its script, the picture it shows, and its votes
    bool operator==(const CarriedWorkshop&) const = default;
};

/// The contents of workshop.json.
struct WorkshopFile {
    Holder holder{};
    /// A workshop that an earlier version was in the middle of. It is read, and never written.
    std::optional<CarriedWorkshop> under_way{};
    bool operator==(const WorkshopFile&) const = default;
};

/// Reads workshop.json. A missing file gives nothing. One that cannot be read is kept as workshop.json.broken and gives
/// nothing either.
/// @param told  gets what to tell the user; null: nobody is told
[[nodiscard]] WorkshopFile load_workshop(const std::filesystem::path& data_folder, std::vector<Error>* told = nullptr);
/// Writes workshop.json. A file whose workshop under way could not be taken over is left as it is.
/// Errors: as write_file.
[[nodiscard]] Result<void> save_workshop(const std::filesystem::path& data_folder, const WorkshopFile& file);

/// Returns the script with this id; null when the pack has none.
[[nodiscard]] const content::Script* find_script(const content::Pack& pack, const content::ScriptId& id);

/// Returns how many steps a scene has. Each is one picture.
[[nodiscard]] int steps_of(const content::Pack& pack, const content::Scene& scene);
/// Returns what the core has to know of a script.
[[nodiscard]] quiz::WorkshopPlan workshop_plan(const content::Pack& pack, const content::Script& script);

/// A scene's question and the order in which its options are shown.
struct SceneQuestion {
    quiz::QuestionRef question;
    quiz::Order display_order;
};
/// Returns the question that a scene of a script asks in a workshop with this seed; nothing when its template gives
/// none any more. @param scene  its index in the script
[[nodiscard]] std::optional<SceneQuestion>
scene_question(const content::Pack& pack, const content::QuestionScene& asked, std::uint64_t seed, std::size_t scene);

/// What a step of a claims wall shows: an overview first and the outcome last. In between, each statement is voted on,
/// explained, and voted on again.
struct WallStep {
    enum class Part : std::uint8_t { overview, before, evidence, after, outcome } part = Part::overview;
    std::size_t statement = 0;
};
[[nodiscard]] WallStep wall_step(const content::WallScene& wall, int step);
/// Returns the place of a vote within its wall (see quiz::CountVotes).
[[nodiscard]] std::size_t place_of_vote(std::size_t statement, bool after);

/// Returns the sentence about who hosts the workshop and whether they sell something.
[[nodiscard]] std::string holder_line(const content::Script& script, const Holder& holder);

/// Returns the hands of a vote by option; empty when none were counted.
[[nodiscard]] std::vector<std::uint16_t> hands_at(const quiz::WorkshopView& workshop, std::size_t scene,
                                                  std::size_t place);

/// Number of options in a vote on a statement: right or wrong, sure or not sure.
inline constexpr std::size_t vote_options = 4;
/// How many hands said that a statement is right, of all hands.
struct Belief {
    int right = 0;
    int sure = 0; ///< of either opinion
    int all = 0;
};
[[nodiscard]] Belief belief_of(const std::vector<std::uint16_t>& hands);

} // namespace chelate::session
