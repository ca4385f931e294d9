// Draws a step of a mechanism's figure into a picture file. Needs no display.
#pragma once

#include <filesystem>

#include "engine/text/language.hpp"
#include "game/cli/cli.hpp"
#include "game/cli/standard_streams.hpp"

namespace chelate::cli {

/// Draws the last picture of the step. @param folder  of the pack  @param themes  folder with the stylesheets
[[nodiscard]] int draw_figure(const FigureCommand& command, const std::filesystem::path& folder,
                              const std::filesystem::path& themes, const text::Language& words, Streams to);

} // namespace chelate::cli
