#include "game/screens/workshop/workshop_exports.hpp"

#include <cmath>

#include "game/print/handout.hpp"
#include "game/print/votes_table.hpp"

namespace chelate::screens {

namespace {

/// Returns how many more of 100 people say that a statement is right; empty without two votes.
std::optional<long> shift_of(const session::Belief& before, const session::Belief& after) {
    if (before.all == 0 || after.all == 0) return std::nullopt;
    const auto share = [](const session::Belief& belief) { return static_cast<double>(belief.right) / belief.all; };
    return std::lround(100 * (share(after) - share(before)));
}

} // namespace

print::Document workshop_handout(const content::Pack& pack, const text::Language& words, const content::Script& script,
                                 const session::Holder& holder, const std::string& css) {
    return print::make_handout(pack, words, script, session::holder_line(script, holder), css);
}

print::Document votes_table(const content::Pack& pack, const text::Language& words, const content::Script& script,
                            const quiz::WorkshopView& workshop) {
    std::vector<print::VotesRow> rows;
    for (std::size_t scene = 0; scene < script.scenes.size(); ++scene) {
        const auto* wall = std::get_if<content::WallScene>(&script.scenes[scene].body);
        if (wall == nullptr) continue;
        for (std::size_t i = 0; i < wall->statements.size(); ++i) {
            auto before = session::hands_at(workshop, scene, session::place_of_vote(i, false));
            auto after = session::hands_at(workshop, scene, session::place_of_vote(i, true));
            if (before.empty() && after.empty()) continue;
            const content::Claim& claim = pack.claims.at(wall->statements[i].claim);
            const auto shift = shift_of(session::belief_of(before), session::belief_of(after));
            rows.push_back({wall->statements[i].text, pack.words.verdicts[static_cast<std::size_t>(claim.verdict)],
                            std::move(before), std::move(after), shift});
        }
    }
    return print::make_votes_table(words, script.name, rows);
}

} // namespace chelate::screens
