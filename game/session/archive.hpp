// The progress file while it is open, and what is done with it as a whole: backups, and progress from elsewhere.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/runner/clock.hpp"
#include "engine/store/store.hpp"
#include "game/session/profile_exchange.hpp"

namespace chelate::session {

/// Where progress is saved, or why it cannot be saved.
struct Progress {
    std::optional<store::Store> store{}; ///< empty: nothing is saved
    std::optional<Error> why_not{};
    std::filesystem::path file{}; ///< of the store; empty: it is in memory, or nothing is saved
};

/// By the id of a person in a file: whether the person with the same name here is the same one.
using SamePerson = std::map<store::ProfileId, bool>;

class Archive {
public:
    Archive(const runner::Clock& clock, Progress progress)
        : clock_(clock),
          store_(std::move(progress.store)),
          trouble_(std::move(progress.why_not)),
          file_(std::move(progress.file)) {}

    /// Returns the progress file; empty: nothing is saved in a file.
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }
    /// Returns the open store; null: nothing is saved.
    [[nodiscard]] store::Store* store() { return store_ ? &*store_ : nullptr; }
    [[nodiscard]] const store::Store* store() const { return store_ ? &*store_ : nullptr; }
    /// Returns why nothing is saved; nothing when all is well.
    [[nodiscard]] const std::optional<Error>& trouble() const { return trouble_; }
    void set_trouble(std::optional<Error> trouble) { trouble_ = std::move(trouble); }
    /// Returns the trouble, or not-kept when nothing is saved by choice.
    [[nodiscard]] Error why_not_saved() const { return trouble_.value_or(Error{"not-kept", {}}); }

    /// Makes a backup now (see store::Store::back_up). Errors: those of the store, not-kept.
    Result<std::filesystem::path> back_up();
    /// Closes the store, puts a backup in its place (see restore_progress) and opens it again. Returns where the
    /// earlier progress is now. Errors: those of the store; then progress is as it was.
    Result<std::optional<std::filesystem::path>> restore(const std::filesystem::path& backup);
    /// Imports every profile of another progress file, after a backup (see profile_exchange.hpp).
    /// @param answers  what the user said about people of one name; when there is a name clash without an answer, the
    /// result says so, and nothing is imported
    /// Errors: not-kept, those of open_foreign and import_people; then nothing has changed.
    Result<ImportResult> import_profiles(const std::filesystem::path& foreign, const SamePerson& answers = {});

private:
    [[nodiscard]] Result<std::vector<ImportChoice>> choices_of(const store::Store& theirs,
                                                               const SamePerson& answers) const;

    const runner::Clock& clock_;
    std::optional<store::Store> store_;
    std::optional<Error> trouble_;
    std::filesystem::path file_;
};

} // namespace chelate::session
