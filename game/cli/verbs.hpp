// The verbs that do not play: validate, replay and questions. Each returns its exit code.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>

#include "engine/content/pack.hpp"
#include "engine/text/language.hpp"
#include "game/cli/cli.hpp"
#include "game/cli/standard_streams.hpp"
#include "game/screens/presenter/services.hpp"

namespace chelate::cli {

[[nodiscard]] int validate(const ValidateCommand& command, const text::Language& words,
                           const screens::CanShow& can_show, Streams to);
/// Says which writing systems of a pack no installed font has, in a line each. @param can_show  empty: says nothing
void warn_of_missing_fonts(const content::Pack& pack, const screens::CanShow& can_show, bool as_json,
                           const text::Language& words, Streams to);
[[nodiscard]] int replay(const ReplayCommand& command, const text::Language& words, Streams to);

/// Prints questions of a round with their keys. @param folder  of the pack
[[nodiscard]] int print_questions(const QuestionsCommand& command, const std::filesystem::path& folder,
                                  const text::Language& words, Streams to);

/// Reads a pack and reports its problems on `err`. Returns nothing when the pack is refused.
/// @param more  another file to read with the pack, for example a script; empty: none
[[nodiscard]] std::optional<content::Pack> read_pack_aloud(const std::filesystem::path& folder,
                                                           const text::Language& words, std::ostream& err,
                                                           const std::filesystem::path& more = {});

/// Says on `err` what went wrong, and returns the exit code for it.
int complain(const std::string& sentence, Streams to);

/// Runs a verb with the folder of a pack and returns its exit code. A zipped pack is unpacked for as long as it runs.
/// @param pack  folder or zip; empty: the default pack of the content folder
[[nodiscard]] int with_pack(std::filesystem::path pack, const std::filesystem::path& content,
                            const text::Language& words, Streams to,
                            const std::function<int(const std::filesystem::path&)>& verb);

/// Returns the sentence about an unknown round. It suggests the round with the nearest name, or lists the rounds.
[[nodiscard]] std::string unknown_round(const content::Pack& pack, const std::string& round,
                                        const text::Language& words);

} // namespace chelate::cli
