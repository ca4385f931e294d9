// Declares what the three readers share while they read. Private to this module.
#pragma once

#include <optional>
#include <unordered_set>

#include "engine/interop/imported.hpp"

namespace chelate::interop {

/// Collects the questions of a file. Checks the rules that apply to every pack, cleans the texts, and either takes a
/// question or notes why it was left out.
class Collector {
public:
    /// Begins a question at this line.
    void begin(std::size_t line);
    void repaired(std::string_view code, std::string_view detail = {});
    void refused(std::string_view code, std::string_view detail = {});
    /// Returns whether the current question was refused.
    [[nodiscard]] bool is_refused() const { return refused_; }

    /// Returns a text for people without markup, control characters, and white space at its ends. Removed markup or
    /// control characters are noted at most once per question.
    [[nodiscard]] std::string clean(std::string text);

    /// Sets the topic for the following questions. @param name  empty means the topic for questions without one
    void topic(std::string_view name);

    /// Refuses the question when a text has more than `most` code points, the most that a pack allows.
    void check_length(const std::string& text, std::size_t most);

    /// Takes the question, unless it was refused. @param wanted_id  its id in the file; may be empty
    void take(content::AuthoredQuestion question, std::string_view wanted_id);

    /// Takes a choice question, of whose choices one or more are right. Refuses it when no pack allows it.
    void take_choices(content::AuthoredQuestion question, std::vector<content::AuthoredChoice> choices, bool several,
                      std::string_view wanted_id);
    /// Takes a question whose answer is typed. @param accepted  texts that are accepted
    void take_texts(content::AuthoredQuestion question, std::vector<content::AcceptedText> accepted,
                    std::string_view wanted_id);

    [[nodiscard]] Import finish() &&;

private:
    Import import_;
    std::unordered_set<std::string> ids_;
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
    std::string_view rest_;
    std::size_t number_ = 0;
    bool ended_ = false;
};

[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] bool is_blank_line(std::string_view line);

/// A whole or decimal number as people write it.
struct Decimal {
    double value = 0;
    int decimals = 0;
};
/// Returns the number in `text`, or nothing when the text is anything but one finite number and white space.
[[nodiscard]] std::optional<Decimal> decimal_of(std::string_view text);

} // namespace chelate::interop
