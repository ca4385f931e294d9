// A workshop under way: which script, where it stands, and how many hands went up - counts alone, of nobody in
// particular.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/base/units.hpp"
#include "engine/content/pack.hpp"

namespace chelate::session {

/// What whoever holds a workshop says of themselves.
struct Holder {
    enum class Sells : std::uint8_t { unsaid, no, yes };
    std::string name{}; ///< empty: not said
    Sells sells = Sells::unsaid;
    bool operator==(const Holder&) const = default;
};

struct Workshop {
    std::string pack{};
    content::ScriptId script{};
    std::uint64_t seed = 0;
    std::size_t scene = 0;
    int step = 0;  ///< of that scene, see steps_of
    Millis used{}; ///< time since it began, without that the program was closed
    /// Hands by choice, for a scene and one of its places: the question itself, or of a wall `place_of_vote`.
    std::map<std::pair<std::size_t, std::size_t>, std::vector<std::uint16_t>> hands{};
    bool operator==(const Workshop&) const = default;
};

/// What workshop.json holds.
struct WorkshopFile {
    std::optional<Workshop> under_way{};
    Holder holder{};
    bool operator==(const WorkshopFile&) const = default;
};

/// A missing file gives nothing; one that cannot be read is kept as workshop.json.broken and gives nothing too.
[[nodiscard]] WorkshopFile load_workshop(const std::filesystem::path& data_folder, std::vector<Error>* told = nullptr);
/// Errors as write_file.
[[nodiscard]] Result<void> save_workshop(const std::filesystem::path& data_folder, const WorkshopFile& file);

/// The script of this id; null when the pack has none.
[[nodiscard]] const content::Script* find_script(const content::Pack& pack, const content::ScriptId& id);

/// How many steps a scene has: each is one picture.
[[nodiscard]] int steps_of(const content::Pack& pack, const content::Scene& scene);

/// What a step of a wall shows: all statements at its beginning and end, in between each voted on, told, and voted on
/// again.
struct WallStep {
    enum class Part : std::uint8_t { overview, before, evidence, after, outcome } part = Part::overview;
    std::size_t statement = 0;
};
[[nodiscard]] WallStep wall_step(const content::WallScene& wall, int step);
[[nodiscard]] std::size_t place_of_vote(std::size_t statement, bool after);

/// To the next or the previous picture. False at the ends: nothing is changed then.
bool step_on(const content::Pack& pack, const content::Script& script, Workshop& workshop);
bool step_back(const content::Pack& pack, const content::Script& script, Workshop& workshop);

/// The sentence on who holds the workshop and what they sell.
[[nodiscard]] std::string holder_line(const content::Script& script, const Holder& holder);

/// Hands of a vote; empty when none were counted.
[[nodiscard]] std::vector<std::uint16_t> hands_at(const Workshop& workshop, std::size_t scene, std::size_t place);

/// How many can be asked in a vote: right or wrong, sure or not sure.
inline constexpr std::size_t vote_options = 4;
/// How many of the hands say that it is right; of all of them.
struct Belief {
    int right = 0;
    int sure = 0; ///< of either opinion
    int all = 0;
};
[[nodiscard]] Belief belief_of(const std::vector<std::uint16_t>& hands);

} // namespace chelate::session
