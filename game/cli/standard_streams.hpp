// The program's only way to stdout and stderr: what it writes there can be shown safely, and no failure goes unnoticed.
#pragma once

#include <cstdint>
#include <optional>
#include <ostream>
#include <streambuf>
#include <string>
#include <string_view>

#include "engine/base/result.hpp"

namespace chelate::cli {

/// Where a verb writes: results to `out`, problems and errors to `err`.
struct Streams {
    std::ostream& out;
    std::ostream& err;
};

/// What is written to stdout: text for people, or JSON for programs.
enum class OutputForm : std::uint8_t { text, json };

/// Writes to a file descriptor. A character that cannot be shown (see chelate::first_unshowable) is written as U+FFFD
/// in text. In JSON it is written as an escape, which a reader turns back into the same character.
class ShowableBuffer final : public std::streambuf {
public:
    ShowableBuffer(int descriptor, OutputForm form) : descriptor_(descriptor), form_(form) {}

    /// Returns the errno of the first write that failed; 0 when all went well.
    [[nodiscard]] int error() const { return error_; }

protected:
    int_type overflow(int_type character) override;
    std::streamsize xsputn(const char* bytes, std::streamsize count) override;
    int sync() override;

private:
    bool write_pending(std::size_t count);

    int descriptor_;
    OutputForm form_;
    std::string pending_; ///< not yet written
    int error_ = 0;
};

/// Owns stdout and stderr while the program runs. There is one of it.
class StandardStreams {
public:
    /// Also makes a broken pipe an error instead of a signal that ends the program. A standard descriptor that is
    /// closed becomes /dev/null: otherwise the next file to be opened would take its number, and what is meant for
    /// stdout would be written into that file.
    explicit StandardStreams(OutputForm form);
    StandardStreams(const StandardStreams&) = delete;
    StandardStreams& operator=(const StandardStreams&) = delete;

    [[nodiscard]] Streams streams() { return {out_, err_}; }

    /// Writes what waits and returns the exit code: `code`, or 1 in place of 0 when stdout could not be written. It
    /// says so on stderr, except when the reader of a pipe has gone and wants no more.
    [[nodiscard]] int finish(int code);

private:
    ShowableBuffer out_buffer_;
    ShowableBuffer err_buffer_;
    std::ostream out_;
    std::ostream err_;
};

/// Returns a text as ShowableBuffer writes it.
[[nodiscard]] std::string safe_output(std::string_view text, OutputForm form);

} // namespace chelate::cli
