#include "game/cli/exit_word_source.hpp"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "engine/base/folders.hpp"
#include "game/screens/workshop/exit_word.hpp"

namespace chelate::cli {

namespace {

constexpr std::size_t largest_file = 4096; // bytes

Result<std::string> first_line_of(const std::filesystem::path& file) {
    std::error_code none; // a file that cannot be asked about cannot be read either, which says why
    const auto permissions = std::filesystem::status(file, none).permissions();
    if (!none && (permissions & std::filesystem::perms::others_read) != std::filesystem::perms::none)
        return fail("exit-word-readable", {{"path", file.string()}});
    auto text = read_file(file, largest_file);
    if (!text) return text;
    text->resize(std::min(text->find_first_of("\r\n"), text->size()));
    return text;
}

} // namespace

Result<std::string> exit_word_of(const PlayCommand& command) {
    const bool named = !command.exit_word.empty() || !command.exit_word_file.empty();
    const auto word =
        command.exit_word_file.empty() ? Result<std::string>(command.exit_word) : first_line_of(command.exit_word_file);
    if (!word || !named) return word;
    if (const auto checked = screens::check_exit_word(*word); !checked) return tl::unexpected(checked.error());
    return word;
}

void hide_exit_word(const PlayCommand& command, int count, char* const* arguments) {
    if (command.exit_word.empty()) return;
    for (int i = 1; i < count; ++i) {
        if (std::string_view(arguments[i]).ends_with(command.exit_word))
            std::memset(arguments[i] + std::strlen(arguments[i]) - command.exit_word.size(), '*',
                        command.exit_word.size());
    }
}

} // namespace chelate::cli
