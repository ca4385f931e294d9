// Helpers for tests of the store: a temporary folder, work in another process, and SQL on a database without the
// store.
#pragma once

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <stdexcept>
#include <string>

#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine/store/store.hpp"

namespace chelate::test {

/// The version of the schema that this program writes, repeated here on purpose. Changing it requires an upgrade step
/// in engine/store/schema_versions.cpp and a new golden database.
inline const std::string newest_version = "7";

/// A new temporary folder, removed with everything in it by the destructor.
class Folder {
public:
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "chelate_store_XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path = pattern;
        ::chmod(path.c_str(), 0755); // another user must be able to enter for the permission tests
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        ::chmod(path.c_str(), 0755);
        std::filesystem::remove_all(path, ignored);
    }
    [[nodiscard]] std::filesystem::path database() const { return path / "progress.sqlite"; }

    std::filesystem::path path;
};

inline std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline void put(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// Returns the code of the error, or "" when there was none.
template <class T>
std::string code_of(const Result<T>& result) {
    return result ? std::string{} : result.error().code;
}

/// Returns the value of a result; throws when it is an error.
template <class T>
T must(Result<T> result) {
    if (!result) {
        std::string what = result.error().code;
        for (const auto& [name, value] : result.error().args) what += " " + name + "=" + value;
        throw std::runtime_error(what);
    }
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// Runs `work` in another process and returns its text.
/// @pre this process has no store open
inline std::string in_child(const std::function<std::string()>& work) {
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
    const pid_t child = ::fork();
    if (child == 0) {
        std::string said;
        try {
            said = work();
        } catch (const std::exception& exception) {
            said = exception.what();
        }
        const auto written = ::write(ends[1], said.data(), said.size());
        ::_exit(written == static_cast<ssize_t>(said.size()) ? 0 : 1);
    }
    ::close(ends[1]);
    std::string said;
    char part[256];
    for (ssize_t size = 0; (size = ::read(ends[0], part, sizeof part)) > 0;)
        said.append(part, static_cast<std::size_t>(size));
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return status == 0 ? said : "child died: " + said;
}

/// Runs SQL on a database file without the store. Returns the error message, or "" when there was none.
inline std::string run_sql(const std::filesystem::path& file, const std::string& sql) {
    sqlite3* handle = nullptr;
    std::string said;
    if (sqlite3_open(file.c_str(), &handle) != SQLITE_OK ||
        sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        said = sqlite3_errmsg(handle);
    }
    sqlite3_close(handle);
    return said;
}

/// Returns the first column of the first row as text.
inline std::string ask_sql(const std::filesystem::path& file, const std::string& sql) {
    sqlite3* handle = nullptr;
    sqlite3_open(file.c_str(), &handle);
    sqlite3_stmt* statement = nullptr;
    std::string said = "nothing";
    if (sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        const unsigned char* text = sqlite3_column_text(statement, 0);
        if (text != nullptr) said = reinterpret_cast<const char*>(text);
    }
    sqlite3_finalize(statement);
    sqlite3_close(handle);
    return said;
}

/// Appends the events that a session has and the store lacks, one command at a time, as the runner does.
inline void append_all(store::Store& store, const store::ProfileId& profile, const quiz::SessionId& session,
                       const std::vector<quiz::Event>& log, std::size_t from = 0, Millis wall = {1000}) {
    while (from < log.size()) {
        std::size_t end = from + 1;
        while (end < log.size() && log[end].step == log[from].step) ++end;
        must(store.append(profile, session, from, std::span(log).subspan(from, end - from), {wall}));
        wall = wall + Millis{1000};
        from = end;
    }
}

} // namespace chelate::test
