#include "engine/store/sqlite.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

namespace chelate::store {
namespace {

/// Returns the system's error number for the last failure of one of the database's two files; 0: none known.
int last_errno(sqlite3* handle, int which) {
    sqlite3_file* file = nullptr;
    sqlite3_file_control(handle, "main", which, &file);
    int number = 0;
    if (file != nullptr && file->pMethods != nullptr)
        file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &number);
    return number;
}

/// Returns the error for a file that could not be opened, read or written, with the system's reason.
Error system_error(const Connection& connection, int code) {
    // After a failed write in the middle of a transaction, only the file itself still knows the reason.
    int number = (code & 0xFF) == SQLITE_IOERR ? last_errno(connection.handle(), SQLITE_FCNTL_JOURNAL_POINTER) : 0;
    if (number == 0) number = last_errno(connection.handle(), SQLITE_FCNTL_FILE_POINTER);
    if (number == 0) number = sqlite3_system_errno(connection.handle());
    // When SQLite may not create a file, it tries to read it instead and then reports that it does not exist.
    if (number == ENOENT) {
        const auto folder = std::filesystem::path(connection.path()).parent_path();
        if (::access(folder.c_str(), F_OK) == 0 && ::access(folder.c_str(), W_OK) != 0) number = errno;
    }
    switch (number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: // a limit on file sizes: for the user, the same as a full disk
        return {"store-full", {{"path", connection.path()}}};
    case EACCES:
    case EPERM:
    case EROFS: return {"store-read-only", {{"path", connection.path()}}};
    case 0: return connection.failed(sqlite3_errstr(code));
    default: return connection.failed(std::generic_category().message(number));
    }
}

/// Creates a missing file, and takes an existing one away from other users: SQLite would follow the umask. Its log and
/// its other files get the mode of the database. A file that belongs to somebody else keeps its mode.
void make_private(const std::string& path) {
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
        struct stat status {};
        const std::string file = path + ending;
        // The file is not opened: closing it again would drop the locks that this process may have on it.
        if (::stat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == ::geteuid() &&
            (status.st_mode & 0077) != 0)
            (void)::chmod(file.c_str(), status.st_mode & 0700);
    }
    const int made = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made >= 0) ::close(made); // otherwise SQLite says what is wrong
}

/// Turns off what our databases do not use, so that a stranger's file cannot use it. Sets limits well above what our
/// statements and values need.
void restrict(sqlite3* handle) {
    const std::pair<int, int> switches[]{{SQLITE_DBCONFIG_DEFENSIVE, 1},      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                         {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
                                         {SQLITE_DBCONFIG_DQS_DDL, 0},        {SQLITE_DBCONFIG_DQS_DML, 0}};
    for (const auto& [name, value] : switches) sqlite3_db_config(handle, name, value, nullptr);
    const std::pair<int, int> limits[]{
        {SQLITE_LIMIT_LENGTH, longest_value}, {SQLITE_LIMIT_SQL_LENGTH, 100'000}, {SQLITE_LIMIT_COLUMN, 100},
        {SQLITE_LIMIT_EXPR_DEPTH, 50},        {SQLITE_LIMIT_COMPOUND_SELECT, 10}, {SQLITE_LIMIT_FUNCTION_ARG, 10},
        {SQLITE_LIMIT_ATTACHED, 1}, // VACUUM attaches the new file
        {SQLITE_LIMIT_VARIABLE_NUMBER, 100},  {SQLITE_LIMIT_TRIGGER_DEPTH, 1},    {SQLITE_LIMIT_WORKER_THREADS, 0},
    };
    for (const auto& [name, value] : limits) sqlite3_limit(handle, name, value);
}

int bind(sqlite3_stmt* statement, int place, const Value& value) {
    // A null destructor is SQLITE_STATIC: bound values outlive the query.
    if (const auto* number = std::get_if<std::int64_t>(&value)) return sqlite3_bind_int64(statement, place, *number);
    if (const auto* text = std::get_if<std::string_view>(&value)) {
        return sqlite3_bind_text64(statement, place, text->data() != nullptr ? text->data() : "", text->size(), nullptr,
                                   SQLITE_UTF8);
    }
    if (const auto* blob = std::get_if<Blob>(&value)) {
        return sqlite3_bind_blob64(statement, place, blob->bytes.data() != nullptr ? blob->bytes.data() : "",
                                   blob->bytes.size(), nullptr);
    }
    if (const auto* real = std::get_if<double>(&value)) return sqlite3_bind_double(statement, place, *real);
    return sqlite3_bind_null(statement, place);
}

/// Computes the CRC-32 of bytes. It gathers them first, so that zlib is called once for an ordinary row.
class Sum {
public:
    void add(char a, char b) {
        need(2);
        bytes_[size_++] = a;
        bytes_[size_++] = b;
    }
    void add(std::uint64_t number) {
        need(8);
        for (unsigned shift = 0; shift < 64; shift += 8) bytes_[size_++] = static_cast<char>(number >> shift & 0xFFU);
    }
    void add(std::string_view text) {
        need(text.size());
        if (text.size() > bytes_.size()) {
            take(text);
            return;
        }
        std::copy(text.begin(), text.end(), bytes_.begin() + static_cast<std::ptrdiff_t>(size_));
        size_ += text.size();
    }
    [[nodiscard]] std::int64_t value() {
        flush();
        return static_cast<std::int64_t>(crc_);
    }

private:
    void need(std::size_t count) {
        if (size_ + count > bytes_.size()) flush();
    }
    void flush() { take({bytes_.data(), std::exchange(size_, 0)}); }
    void take(std::string_view bytes) {
        crc_ = crc32_z(crc_, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
    }

    std::array<char, 768> bytes_; // not initialised: bytes are written before they are read
    std::size_t size_ = 0;
    uLong crc_ = 0;
};

} // namespace

std::int64_t checksum(std::span<const Value> values) {
    Sum sum;
    for (std::size_t place = 0; place < values.size(); ++place) {
        const Value& value = values[place];
        if (std::holds_alternative<std::monostate>(value)) continue;
        sum.add(static_cast<char>(place), static_cast<char>(value.index()));
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            sum.add(static_cast<std::uint64_t>(*number));
        } else if (const auto* real = std::get_if<double>(&value)) {
            sum.add(std::bit_cast<std::uint64_t>(*real));
        } else {
            const auto* text = std::get_if<std::string_view>(&value);
            const std::string_view content = text != nullptr ? *text : std::get<Blob>(value).bytes;
            sum.add(std::uint64_t{content.size()});
            sum.add(content);
        }
    }
    return sum.value();
}

Connection::~Connection() { sqlite3_close(handle_); }

Result<void> Connection::open() {
    if (path_ != memory_path) make_private(path_);
    // NOMUTEX: one thread uses a store, and locking for every column took a fifth of the time to read a journal.
    constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE |
                          SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOMUTEX;
    if (const int code = sqlite3_open_v2(path_.c_str(), &handle_, flags, nullptr); code != SQLITE_OK) {
        return tl::unexpected<Error>(error_of(code));
    }
    // Without permission to write, SQLite silently opens the file read-only.
    if (sqlite3_db_readonly(handle_, "main") == 1) return fail("store-read-only", {{"path", path_}});
    restrict(handle_);
    return {};
}

Result<void> Connection::open_unchanging() {
    // https://www.sqlite.org/uri.html: these three signs would end the path or begin an escape.
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(path_).string()) {
        if (c == '%' || c == '?' || c == '#') uri += fmt::format("%{:02x}", static_cast<unsigned>(c));
        else uri += c;
    }
    uri += "?immutable=1";
    constexpr int flags =
        SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOMUTEX;
    if (const int code = sqlite3_open_v2(uri.c_str(), &handle_, flags, nullptr); code != SQLITE_OK)
        return tl::unexpected<Error>(error_of(code));
    restrict(handle_);
    return {};
}

void Connection::limit_time(std::chrono::milliseconds time) {
    deadline_ = std::chrono::steady_clock::now() + time;
    constexpr int steps_between_looks = 10'000; // about a millisecond
    sqlite3_progress_handler(
        handle_, steps_between_looks,
        [](void* self) {
            return std::chrono::steady_clock::now() > static_cast<const Connection*>(self)->deadline_ ? 1 : 0;
        },
        this);
}

void Connection::lift_time_limit() { sqlite3_progress_handler(handle_, 0, nullptr, nullptr); }

Result<void> Connection::run(const char* sql) {
    if (const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr); code != SQLITE_OK) {
        return tl::unexpected<Error>(error_of(code));
    }
    return {};
}

Result<std::int64_t> Connection::number(const char* sql) {
    auto statement = Statement::prepare(*this, sql);
    if (!statement) return tl::unexpected<Error>(statement.error());
    Query query(*statement, {});
    const auto row = query.next();
    if (!row) return tl::unexpected<Error>(row.error());
    return *row ? query.number(0) : 0;
}

Error Connection::error_of(int code) const {
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return {"store-locked", {{"path", path_}}};
    case SQLITE_FULL: return {"store-full", {{"path", path_}}};
    case SQLITE_PERM: return {"store-read-only", {{"path", path_}}};
    case SQLITE_READONLY:
        // The file was moved or deleted while open, which has nothing to do with permissions.
        if (code == SQLITE_READONLY_DBMOVED) return failed(sqlite3_errstr(code));
        return {"store-read-only", {{"path", path_}}};
    case SQLITE_CORRUPT:
    case SQLITE_TOOBIG:    // a value longer than any that we write
    case SQLITE_INTERRUPT: // it took longer than limit_time allows
    case SQLITE_NOTADB: return damaged(sqlite3_errmsg(handle_));
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR: return system_error(*this, code);
    default: return failed(handle_ != nullptr ? sqlite3_errmsg(handle_) : sqlite3_errstr(code));
    }
}

Error Connection::damaged(std::string detail) const {
    return {"store-damaged", {{"path", path_}, {"detail", std::move(detail)}}};
}

Error Connection::failed(std::string reason) const {
    return {"store-failed", {{"path", path_}, {"reason", std::move(reason)}}};
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Result<Statement> Statement::prepare(const Connection& connection, std::string_view sql) {
    Statement statement;
    statement.connection_ = &connection;
    sqlite3_stmt* prepared = nullptr;
    const int code = sqlite3_prepare_v3(connection.handle(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
    if (code != SQLITE_OK) return tl::unexpected<Error>(connection.error_of(code));
    statement.statement_.reset(prepared);
    return statement;
}

Query::Query(Statement& statement, std::span<const Value> values)
    : connection_(*statement.connection_), statement_(statement.statement_.get()), bound_(SQLITE_OK) {
    int place = 0;
    for (const Value& value : values) {
        const int code = bind(statement_, ++place, value);
        if (bound_ == SQLITE_OK) bound_ = code;
    }
}

Query::~Query() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

Result<bool> Query::next() {
    if (bound_ != SQLITE_OK) return tl::unexpected<Error>(connection_.error_of(bound_));
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return tl::unexpected<Error>(connection_.error_of(code));
}

Result<void> Query::run() {
    const auto row = next();
    if (!row) return tl::unexpected<Error>(row.error());
    return {};
}

Value Query::operator[](int column) const {
    switch (sqlite3_column_type(statement_, column)) {
    case SQLITE_INTEGER: return std::int64_t{sqlite3_column_int64(statement_, column)};
    case SQLITE_TEXT: {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        return std::string_view(text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
    }
    case SQLITE_BLOB: {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
        return Blob{std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)))};
    }
    case SQLITE_FLOAT: return sqlite3_column_double(statement_, column);
    default: return std::monostate{};
    }
}

double Query::real(int column) const {
    const Value value = (*this)[column];
    const auto* real = std::get_if<double>(&value);
    return real != nullptr ? *real : 0;
}

std::int64_t Query::number(int column) const {
    const Value value = (*this)[column];
    const auto* number = std::get_if<std::int64_t>(&value);
    return number != nullptr ? *number : 0;
}

std::string_view Query::text(int column) const {
    const Value value = (*this)[column];
    const auto* text = std::get_if<std::string_view>(&value);
    return text != nullptr ? *text : std::string_view{};
}

std::string_view Query::bytes(int column) const {
    const Value value = (*this)[column];
    const auto* blob = std::get_if<Blob>(&value);
    return blob != nullptr ? blob->bytes : std::string_view{};
}

Transaction::~Transaction() {
    // An error may already have rolled the transaction back.
    if (open_ && sqlite3_get_autocommit(connection_.handle()) == 0) {
        sqlite3_exec(connection_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

Result<void> Transaction::begin(Statement& begin) {
    inner_ = sqlite3_get_autocommit(connection_.handle()) == 0;
    if (inner_) return {};
    auto begun = Query(begin, {}).run();
    open_ = begun.has_value();
    return begun;
}

Result<void> Transaction::commit(Statement& commit) {
    if (inner_) return {};
    auto done = Query(commit, {}).run();
    if (done) open_ = false;
    return done;
}

} // namespace chelate::store
