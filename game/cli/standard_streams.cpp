#include "game/cli/standard_streams.hpp"

#include <cerrno>
#include <csignal>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <fmt/format.h>

#include "engine/base/text.hpp"
#include "game/cli/cli.hpp"

namespace chelate::cli {

namespace {

constexpr std::size_t most_pending = 64 * 1024; // bytes

/// Returns the start of the last character that begins before `end`, where the text can be cut.
std::size_t character_boundary(std::string_view text, std::size_t end) {
    std::size_t at = end;
    while (at > 0 && end - at < 3 && (static_cast<unsigned char>(text[at - 1]) & 0xC0) == 0x80) --at;
    return at > 0 && static_cast<unsigned char>(text[at - 1]) >= 0xC0 ? at - 1 : end;
}

/// Returns the code point of a character in UTF-8. @param text  starts with the character, which is valid
char32_t first_code_point(std::string_view text, std::size_t& length) {
    const auto lead = static_cast<unsigned char>(text.front());
    length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t code = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) code = (code << 6) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    return code;
}

/// Returns JSON in which every character of a string that cannot be shown is an escape (RFC 8259, section 7).
std::string escaped_json(std::string_view text) {
    std::string result;
    while (const auto bad = first_unshowable(text)) {
        result += text.substr(0, *bad);
        std::size_t length = 0;
        const char32_t code = first_code_point(text.substr(*bad), length);
        if (code < 0x10000) {
            result += fmt::format("\\u{:04x}", static_cast<unsigned>(code));
        } else {
            const unsigned rest = static_cast<unsigned>(code) - 0x10000;
            result += fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (rest >> 10), 0xDC00 + (rest & 0x3FFU));
        }
        text.remove_prefix(*bad + length);
    }
    result += text;
    return result;
}

/// Waits for a reader that is slower than the program, at a pipe that somebody made non-blocking.
void wait_until_writable(int descriptor) {
    pollfd wanted{descriptor, POLLOUT, 0};
    (void)poll(&wanted, 1, -1);
}

int flags_of_missing(int descriptor) {
    // Writing to stdout must then fail, as it would have failed without this. Nobody is left to read what stderr says.
    return descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY;
}

/// Fills the standard descriptors that are closed. Each new descriptor gets the lowest free number.
void fill_closed_descriptors() {
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(descriptor, F_GETFD) == -1) (void)open("/dev/null", flags_of_missing(descriptor));
    }
}

} // namespace

std::string safe_output(std::string_view text, OutputForm form) {
    return form == OutputForm::json ? escaped_json(valid_utf8(text)) : showable(text);
}

bool ShowableBuffer::write_pending(std::size_t count) {
    if (error_ == 0) {
        const std::string safe = safe_output(std::string_view(pending_).substr(0, count), form_);
        for (std::string_view rest = safe; !rest.empty() && error_ == 0;) {
            const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
            if (written >= 0) rest.remove_prefix(static_cast<std::size_t>(written));
            else if (errno == EAGAIN) wait_until_writable(descriptor_);
            else if (errno != EINTR) error_ = errno;
        }
    }
    pending_.erase(0, count);
    return error_ == 0;
}

ShowableBuffer::int_type ShowableBuffer::overflow(int_type character) {
    if (traits_type::eq_int_type(character, traits_type::eof())) return traits_type::not_eof(character);
    const char byte = traits_type::to_char_type(character);
    return xsputn(&byte, 1) == 1 ? character : traits_type::eof();
}

std::streamsize ShowableBuffer::xsputn(const char* bytes, std::streamsize count) {
    pending_.append(bytes, static_cast<std::size_t>(count));
    if (pending_.size() < most_pending) return count;
    return write_pending(character_boundary(pending_, pending_.size())) ? count : 0;
}

int ShowableBuffer::sync() { return write_pending(pending_.size()) ? 0 : -1; }

StandardStreams::StandardStreams(OutputForm form)
    : out_buffer_(STDOUT_FILENO, form),
      err_buffer_(STDERR_FILENO, OutputForm::text),
      out_(&out_buffer_),
      err_(&err_buffer_) {
    fill_closed_descriptors();
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &ignore, nullptr);
    err_.tie(&out_); // on a terminal, results and problems appear in the order in which they were written
    err_ << std::unitbuf;
}

int StandardStreams::finish(int code) {
    out_.flush();
    const int error = out_buffer_.error();
    if (error != 0 && error != EPIPE) err_ << lost_output_text(std::generic_category().message(error));
    err_.flush();
    return error != 0 && code == 0 ? 1 : code;
}

} // namespace chelate::cli
