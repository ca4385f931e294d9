// A thin layer over SQLite: values, statements that reset themselves, transactions, and errors with our codes.
#pragma once

#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "engine/base/result.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace chelate::store {

struct Blob {
    std::string_view bytes;
    bool operator==(const Blob&) const = default;
};

/// The value of one column of a row: nothing, a whole number, a text, bytes, or a real number. Texts and bytes are
/// views.
using Value = std::variant<std::monostate, std::int64_t, std::string_view, Blob, double>;

/// Returns the CRC-32 of a row. Each value is included with its column number and type. An empty value is left out,
/// so a column added by a later version does not change the checksums of old rows.
[[nodiscard]] std::int64_t checksum(std::span<const Value> values);

/// Path of a database that ends with its connection.
inline constexpr const char* memory_path = ":memory:";

/// Length in bytes of the longest value, row or statement that a connection accepts. The longest values we write are
/// questions and starts of sessions, of some kilobytes.
inline constexpr int longest_value = 16 * 1024 * 1024;

/// One open database. It cannot be moved, because statements point to it.
class Connection {
public:
    /// @param path  for messages and for `open`; see also memory_path
    explicit Connection(std::string path) : path_(std::move(path)) {}
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    /// Opens the file, or creates an empty one that only its owner can read. Reads nothing from it and takes no lock
    /// yet. Triggers, views and untrusted functions are off, and the sizes of values and statements are limited.
    [[nodiscard]] Result<void> open();
    /// Opens a file that nobody writes to, such as a backup, for reading only. Makes no file beside it.
    [[nodiscard]] Result<void> open_unchanging();
    /// Runs statements that return no rows.
    [[nodiscard]] Result<void> run(const char* sql);
    /// Returns the first column of the first row as a whole number; 0 when there is no row.
    [[nodiscard]] Result<std::int64_t> number(const char* sql);

    /// Stops statements that still run after this time. They fail with store-damaged: none of ours takes so long.
    void limit_time(std::chrono::milliseconds time);
    void lift_time_limit();

    [[nodiscard]] sqlite3* handle() const { return handle_; }
    [[nodiscard]] const std::string& path() const { return path_; }

    /// Returns the store's error for a result code of the last call.
    [[nodiscard]] Error error_of(int code) const;
    [[nodiscard]] Error damaged(std::string detail) const;
    [[nodiscard]] Error failed(std::string reason) const;

private:
    std::string path_;
    sqlite3* handle_ = nullptr;
    std::chrono::steady_clock::time_point deadline_{};
};

/// A prepared statement that is used many times through `Query`.
class Statement {
public:
    /// Makes an empty statement, which must not be used in a query.
    Statement() = default;
    [[nodiscard]] static Result<Statement> prepare(const Connection& connection, std::string_view sql);

private:
    friend class Query;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    const Connection* connection_ = nullptr;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// One use of a statement: binds values, steps through rows, and resets the statement at the end. A statement has at
/// most one use at a time.
class Query {
public:
    /// Bound texts and bytes must live as long as the query.
    Query(Statement& statement, std::span<const Value> values);
    Query(Statement& statement, std::initializer_list<Value> values)
        : Query(statement, std::span<const Value>(values.begin(), values.size())) {}
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    ~Query();

    /// Goes to the next row; false: there is none.
    [[nodiscard]] Result<bool> next();
    /// Runs a statement that returns no rows.
    [[nodiscard]] Result<void> run();

    /// Returns a column of the row, counted from 0. Texts and bytes are views, valid until the next step.
    [[nodiscard]] Value operator[](int column) const;
    /// Return the same column as one type; 0 or empty when it has another type.
    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::string_view bytes(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] bool is_nothing(int column) const { return std::holds_alternative<std::monostate>((*this)[column]); }

private:
    const Connection& connection_;
    sqlite3_stmt* statement_;
    int bound_;
};

/// All or nothing: the destructor rolls back what was not committed. A transaction inside another one is a part of it:
/// the outer one commits or rolls back both.
class Transaction {
public:
    explicit Transaction(Connection& connection) : connection_(connection) {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    [[nodiscard]] Result<void> begin(Statement& begin);
    [[nodiscard]] Result<void> commit(Statement& commit);

private:
    Connection& connection_;
    bool open_ = false;
    bool inner_ = false; ///< it is inside another transaction
};

} // namespace chelate::store
