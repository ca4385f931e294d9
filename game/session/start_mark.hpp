// Notices when the program could not start with a chosen pack, so that such a pack does not prevent every start.
#pragma once

#include <filesystem>
#include <string>

namespace chelate::session {

/// A small file in the data folder while the program starts with a chosen pack: `starting.json`, with the pack and how
/// many starts in a row left the file behind. A start that reaches its first screen removes it. Only one program at a
/// time has the mark; another one that starts meanwhile leaves it alone. Trouble with the file is ignored: then a bad
/// pack is noticed later.
class StartMark {
public:
    /// Marks that a start with this pack begins, or finds that too many failed.
    /// @param data_folder  without it there is no mark  @param pack  names the pack (see folder_text)
    StartMark(const std::filesystem::path& data_folder, const std::string& pack);
    StartMark(const StartMark&) = delete;
    StartMark& operator=(const StartMark&) = delete;
    /// Removes the mark of a start that did not fail but ended early. A mark of starts that failed stays.
    ~StartMark();

    /// Returns whether the last two starts with this pack did not reach a screen.
    [[nodiscard]] bool has_failed() const { return failed_ >= most_failed; }
    /// Removes the mark: the first screen is there.
    void remove();

private:
    static constexpr int most_failed = 2;

    std::filesystem::path file_;
    int descriptor_ = -1; ///< locked for as long as the mark is ours; -1: it is not
    int failed_ = 0;      ///< starts in a row that left the mark
};

} // namespace chelate::session
