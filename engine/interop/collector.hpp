// Declares what the three readers share while they read. Private to this module.
#pragma once

#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "engine/interop/imported.hpp"
#include "engine/interop/markup.hpp"

namespace chelate::interop {

/// Gives out ids, each only once.
class UniqueIds {
public:
    /// Returns the wanted id or, if it is taken, the id with a number behind it.
    [[nodiscard]] std::string unique(std::string wanted);

private:
    std::unordered_set<std::string> taken_;
    std::unordered_map<std::string, int> next_; ///< by id that was wanted again: the number to try next
};

/// Collects the questions of a file. Checks the rules that apply to every pack, cleans the texts, and either takes a
/// question or notes why it was left out.
class Collector {
public:
    /// Begins a question at this line.
    void begin(std::size_t line);
    /// Returns whether the file has more questions than are read. What follows need not be read.
    [[nodiscard]] bool is_full() const { return number_ > most_imported; }

    void repaired(std::string_view code, std::string_view detail = {});
    /// Leaves the current question out. Only the first reason is noted.
    void refused(std::string_view code, std::string_view detail = {}, std::size_t limit = 0);
    /// Notes something about the whole file.
    void noted(std::size_t line, std::string_view code, std::string_view detail = {});
    /// Returns whether the current question was refused.
    [[nodiscard]] bool is_refused() const { return refused_; }

    /// Returns a text for people without markup, control characters, and white space at its ends. Removed markup or
    /// control characters are noted at most once per question.
    [[nodiscard]] std::string clean(std::string text, TextFormat format = TextFormat::by_content);

    /// Sets the topic for the following questions. @param name  empty means the topic for questions without one
    void topic(std::string_view name);

    /// Refuses the question when a text has more than `most` code points, the most that a pack allows.
    void check_length(const std::string& text, std::size_t most);

    /// Takes the question, unless it was refused. @param wanted_id  its id in the file; may be empty
    void take(content::AuthoredQuestion question, std::string_view wanted_id);

    /// Takes a choice question, of whose choices one or more are right. Refuses it when no pack allows it.
    /// @param several  the player ticks all that are right
    void take_choices(content::AuthoredQuestion question, std::vector<content::AuthoredChoice> choices, bool several,
                      std::string_view wanted_id);
    /// Takes a question whose answer is typed. @param accepted  texts that are accepted
    void take_texts(content::AuthoredQuestion question, std::vector<content::AcceptedText> accepted,
                    std::string_view wanted_id);

    [[nodiscard]] Import finish() &&;

private:
    void note(std::size_t line, NoteKind kind, std::string_view code, std::string_view detail, std::size_t limit);

    Import import_;
    UniqueIds ids_;                                       ///< of questions
    std::unordered_map<std::string, std::string> topics_; ///< id of each topic by its folded name
    UniqueIds topic_ids_;
    std::string topic_; ///< id; empty until a topic is needed
    std::size_t line_ = 1;
    std::size_t number_ = 0; ///< of questions that were taken or refused
    bool refused_ = false;
    bool told_markup_ = false;
};

/// Iterates over the lines of a text. A line ends with LF, CR LF or CR. Skips a byte order mark and does not
/// check for invalid UTF-8.
class Lines {
public:
    explicit Lines(std::string_view text);
    /// Returns the next line without its line ending, or nothing after the last line.
    [[nodiscard]] std::optional<std::string_view> next();
    [[nodiscard]] std::size_t number() const { return number_; } ///< 1-based number of the line returned last

private:
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_feed_ = 0; ///< position of the next one at or after `at_`; valid unless it is less than `at_`
    std::size_t number_ = 0;
    bool has_returns_ = false; ///< whether the text has a carriage return at all
};

[[nodiscard]] constexpr bool is_ascii_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
[[nodiscard]] constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] bool is_blank_line(std::string_view line);

/// A number that is a whole text.
struct LoneNumber {
    double value = 0;
    int decimals = 0;       ///< written digits after the point, at most 9
    bool ambiguous = false; ///< "1,234": may be a thousand or a decimal number
};
/// Returns the number in `text`, or nothing when the text is anything but one finite number and white space. Takes
/// every form that read_written_number() takes.
[[nodiscard]] std::optional<LoneNumber> lone_number_in(std::string_view text);

} // namespace chelate::interop
