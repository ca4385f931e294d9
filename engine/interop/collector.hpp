// What the three readers share while they read. Private to this room.
#pragma once

#include <optional>
#include <unordered_set>

#include "engine/interop/imported.hpp"

namespace chelate::interop {

/// A question while it is looked at: checks what every pack wants of one, cleans its texts, and takes it or tells why
/// not.
class Collector {
public:
    /// Begins a question at a line.
    void begin(std::size_t line);
    void repaired(std::string_view code, std::string_view detail = {});
    void refused(std::string_view code, std::string_view detail = {});
    /// Whether the question that began last was refused.
    [[nodiscard]] bool is_refused() const { return refused_; }

    /// A text for people: markup, control characters and white space at its ends are gone, which is told once a
    /// question.
    [[nodiscard]] std::string clean(std::string text);

    /// The topic that questions belong to from now on. @param name  empty: the one for questions without
    void topic(std::string_view name);

    /// Refuses a text that has more code points than a pack takes.
    void check_length(const std::string& text, std::size_t most);

    /// Takes the question when nothing refused it. @param wanted_id  what the file calls it; may be empty
    void take(content::AuthoredQuestion question, std::string_view wanted_id);

    /// A choice question of a number of texts, some of them right; refuses what no pack may hold.
    void take_choices(content::AuthoredQuestion question, std::vector<content::AuthoredChoice> choices, bool several,
                      std::string_view wanted_id);
    /// Texts that are accepted as typed.
    void take_texts(content::AuthoredQuestion question, std::vector<content::AcceptedText> accepted,
                    std::string_view wanted_id);

    [[nodiscard]] Import finish() &&;

private:
    Import import_;
    std::unordered_set<std::string> ids_;
    std::string topic_; ///< id; empty until one is needed
    std::size_t line_ = 1;
    std::size_t number_ = 0; ///< of questions taken or refused
    bool refused_ = false;
    bool told_markup_ = false;
};

/// Lines of a text, ended by LF, CR LF or CR; a byte order mark is dropped, invalid UTF-8 is not looked at.
class Lines {
public:
    explicit Lines(std::string_view text);
    /// The next line without its end; nothing after the last.
    [[nodiscard]] std::optional<std::string_view> next();
    [[nodiscard]] std::size_t number() const { return number_; } ///< of the line that came last, 1-based

private:
    std::string_view rest_;
    std::size_t number_ = 0;
    bool ended_ = false;
};

[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] bool is_blank_line(std::string_view line);

/// A whole or decimal number, as people write one; nothing when there is more or less than that.
struct Decimal {
    double value = 0;
    int decimals = 0;
};
[[nodiscard]] std::optional<Decimal> decimal_of(std::string_view text);

} // namespace chelate::interop
