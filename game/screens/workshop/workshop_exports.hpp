// What people take home from a workshop: a handout to print, and the votes as a table.
#pragma once

#include <filesystem>
#include <string>

#include "game/screens/presenter/context.hpp"

namespace chelate::screens {

/// Everything a script shows, with verdicts and sources, as a page to print.
[[nodiscard]] std::string handout_html(const Context& context, const content::Script& script);
/// How the room voted before and after the evidence, a line for each statement that was voted on. No names: there are
/// none.
[[nodiscard]] std::string votes_csv(const Context& context, const content::Script& script,
                                    const quiz::WorkshopView& workshop);

// Each writes its file. Errors: as write_export.
[[nodiscard]] Result<std::filesystem::path> write_handout(const Context& context, const content::Script& script);
[[nodiscard]] Result<std::filesystem::path> write_votes(const Context& context, const content::Script& script,
                                                        const quiz::WorkshopView& workshop);

} // namespace chelate::screens
