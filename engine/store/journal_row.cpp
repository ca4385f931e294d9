#include "engine/store/journal_row.hpp"

#include <limits>
#include <type_traits>
#include <utility>

#include "engine/quiz/encoding.hpp"
#include "engine/quiz/validation.hpp"

namespace chelate::store {
namespace {

using namespace quiz; // the names of the events are all this file deals with

/// Names in the column `kind`, by index of the variant. They do not change when an event is renamed in the code.
constexpr std::array<std::string_view, std::variant_size_v<EventBody>> kinds{
    "session-started", "player-joined", "question-asked",    "hint-taken",
    "answer-tried",    "answer-judged", "question-revealed", "question-voided",
    "paused",          "resumed",       "session-finished",  "undone",
    "redone",          "player-left",   "buzzers-opened",    "buzzed",
    "buzzed-early",    "key-corrected", "points-adjusted",   "speed-loss-set",
    "time-given",      "scene-shown",   "votes-counted"};

/// Returns whether an event is stored whole in one column. The start of a session, a host's occasional actions and
/// what happens in a workshop are, because columns of their own would be many for few events.
constexpr bool is_whole(std::size_t kind) { return kind == 0 || kind >= 13; }

/// Returns the index of an event in the variant.
template <class Wanted, std::size_t index = 0>
constexpr std::size_t kind_of() {
    if constexpr (std::is_same_v<std::variant_alternative_t<index, EventBody>, Wanted>) {
        return index;
    } else {
        return kind_of<Wanted, index + 1>();
    }
}

Blob blob_of(const Order& order) { return {{reinterpret_cast<const char*>(order.data()), order.size()}}; }

/// Fills the columns of each kind of event.
struct Fill {
    Row& row;
    const Event& event;
    std::string& text;

    void operator()(const SessionStarted&) const { whole(); }
    void operator()(const PlayerLeft&) const { whole(); }
    void operator()(const BuzzersOpened&) const { whole(); }
    void operator()(const Buzzed&) const { whole(); }
    void operator()(const BuzzedEarly&) const { whole(); }
    void operator()(const KeyCorrected&) const { whole(); }
    void operator()(const PointsAdjusted&) const { whole(); }
    void operator()(const SpeedLossSet&) const { whole(); }
    void operator()(const TimeGiven&) const { whole(); }
    void operator()(const SceneShown&) const { whole(); }
    void operator()(const VotesCounted&) const { whole(); }
    void whole() const {
        text = encode(event);
        row[Column::start] = std::string_view(text);
    }
    void operator()(const PlayerJoined& joined) const {
        row[Column::player] = std::string_view(joined.player.id.value);
        row[Column::name] = std::string_view(joined.player.name);
        row[Column::time_factor] = std::int64_t{joined.player.time_factor_percent};
    }
    void operator()(const QuestionAsked& asked) const {
        row[Column::number] = std::int64_t{asked.number};
        row[Column::shown] = blob_of(asked.display_order);
        row[Column::rng] = static_cast<std::int64_t>(asked.rng_after.state);
        if (asked.turn) row[Column::player] = std::string_view(asked.turn->value);
    }
    void operator()(const AnswerJudged& judged) const {
        row[Column::number] = std::int64_t{judged.number};
        row[Column::player] = std::string_view(judged.player.value);
        if (judged.response) respond(*judged.response);
        row[Column::taken] = judged.taken.count;
        const Award& award = judged.award;
        row[Column::points] = award.points.count;
        row[Column::possible] = award.possible.count;
        row[Column::credit_num] = award.credit.num;
        row[Column::credit_den] = award.credit.den;
        row[Column::speed_num] = award.speed.num;
        row[Column::speed_den] = award.speed.den;
        row[Column::streak] = award.streak.count;
        if (award.help != Fraction::one()) {
            row[Column::help_num] = award.help.num;
            row[Column::help_den] = award.help.den;
        }
        if (award.confidence_factor) row[Column::confidence_factor] = std::int64_t{*award.confidence_factor};
        if (judged.confidence) row[Column::sure] = static_cast<std::int64_t>(*judged.confidence);
        if (judged.passed) row[Column::passed] = std::int64_t{1};
    }
    void operator()(const HintTaken& taken) const {
        row[Column::number] = std::int64_t{taken.number};
        row[Column::player] = std::string_view(taken.player.value);
    }
    void operator()(const AnswerTried& tried) const {
        row[Column::number] = std::int64_t{tried.number};
        row[Column::player] = std::string_view(tried.player.value);
        respond(tried.response);
        row[Column::taken] = tried.taken.count;
        row[Column::credit_num] = tried.credit.num;
        row[Column::credit_den] = tried.credit.den;
    }

    /// The two most frequent responses have columns of their own; a million rows of JSON would be slow to read back.
    void respond(const Response& response) const {
        if (const auto* picked = std::get_if<Picked>(&response)) {
            row[Column::picked] = std::int64_t{picked->position};
        } else if (const auto* arranged = std::get_if<Arranged>(&response)) {
            row[Column::arranged] = blob_of(arranged->positions);
        } else {
            text = encode(response);
            row[Column::response] = std::string_view(text);
        }
    }
    void operator()(const QuestionRevealed& revealed) const { row[Column::number] = std::int64_t{revealed.number}; }
    void operator()(const QuestionVoided& voided) const { row[Column::number] = std::int64_t{voided.number}; }
    void operator()(const Paused&) const {}
    void operator()(const Resumed& resumed) const { row[Column::resumed] = resumed.wall.count; }
    void operator()(const SessionFinished& finished) const {
        row[Column::complete] = std::int64_t{finished.complete ? 1 : 0};
    }
    void operator()(const Undone& undone) const { range(undone.first, undone.last); }
    void operator()(const Redone& redone) const { range(redone.first, redone.last); }

    void range(std::size_t first, std::size_t last) const {
        row[Column::first] = static_cast<std::int64_t>(first);
        row[Column::last] = static_cast<std::int64_t>(last);
    }
};

/// Takes values out of a row and remembers whether one was missing or out of range.
class Reader {
public:
    explicit Reader(const Row& row) : row_(row) {}

    /// Returns a whole number that fits into T.
    template <class T = std::int64_t>
    T number(Column column) {
        const auto* value = std::get_if<std::int64_t>(&row_[column]);
        if (value == nullptr || !std::in_range<T>(*value)) {
            whole_ = false;
            return {};
        }
        return static_cast<T>(*value);
    }
    std::string text(Column column) {
        const auto* value = std::get_if<std::string_view>(&row_[column]);
        whole_ = whole_ && value != nullptr;
        return value != nullptr ? std::string(*value) : std::string{};
    }
    Order order(Column column) {
        const auto* value = std::get_if<Blob>(&row_[column]);
        whole_ = whole_ && value != nullptr;
        Order order;
        if (value != nullptr) {
            for (const char byte : value->bytes) order.push_back(static_cast<std::uint8_t>(byte));
        }
        return order;
    }
    Confidence confidence() {
        const int level = number<int>(Column::sure);
        whole_ = whole_ && level >= static_cast<int>(Confidence::guess) && level <= static_cast<int>(Confidence::sure);
        return static_cast<Confidence>(level);
    }
    Fraction fraction(Column numerator, Column denominator) {
        const std::int64_t above = number(numerator);
        const std::int64_t below = number(denominator);
        // A fraction is reduced at once, which the least number of all would overflow.
        if (above < 0 || above > most_of_fraction || below < 1 || below > most_of_fraction) {
            whole_ = false;
            return {};
        }
        return {above, below};
    }
    /// Returns what Fill::respond wrote; nothing when there was no response.
    std::optional<Response> response() {
        if (has(Column::picked)) return Picked{number<std::uint8_t>(Column::picked)};
        if (has(Column::arranged)) return Arranged{order(Column::arranged)};
        if (!has(Column::response)) return std::nullopt;
        auto decoded = decode_response(text(Column::response));
        if (!decoded) {
            whole_ = false;
            return std::nullopt;
        }
        return std::move(*decoded);
    }
    [[nodiscard]] bool has(Column column) const { return !std::holds_alternative<std::monostate>(row_[column]); }
    [[nodiscard]] bool whole() const { return whole_; }

private:
    const Row& row_;
    bool whole_ = true;
};

AnswerJudged judged_of(Reader& reader) {
    AnswerJudged judged;
    judged.number = reader.number<int>(Column::number);
    judged.player = PlayerId{reader.text(Column::player)};
    judged.response = reader.response();
    judged.taken = {reader.number(Column::taken)};
    judged.award.points = {reader.number(Column::points)};
    judged.award.possible = {reader.number(Column::possible)};
    judged.award.credit = reader.fraction(Column::credit_num, Column::credit_den);
    judged.award.speed = reader.fraction(Column::speed_num, Column::speed_den);
    judged.award.streak = {reader.number(Column::streak)};
    if (reader.has(Column::help_num)) judged.award.help = reader.fraction(Column::help_num, Column::help_den);
    if (reader.has(Column::confidence_factor))
        judged.award.confidence_factor = reader.number<int>(Column::confidence_factor);
    if (reader.has(Column::sure)) judged.confidence = reader.confidence();
    judged.passed = reader.has(Column::passed);
    return judged;
}

// Sizes written by a 64-bit program are read back unchanged, even the greatest.
std::size_t index_of(Reader& reader, Column column) { return static_cast<std::size_t>(reader.number(column)); }

/// Returns the body of an event; nothing for an unknown kind. Events stored whole are read elsewhere.
/// @param kind  index in the variant
std::optional<EventBody> body_of(std::size_t kind, Reader& reader, QuestionRef question) {
    switch (kind) {
    case kind_of<PlayerJoined>():
        return PlayerJoined{Participant{PlayerId{reader.text(Column::player)}, reader.text(Column::name),
                                        reader.number<int>(Column::time_factor)}};
    case kind_of<QuestionAsked>():
        return QuestionAsked{reader.number<int>(Column::number), std::move(question), reader.order(Column::shown),
                             Rng{static_cast<std::uint64_t>(reader.number(Column::rng))},
                             reader.has(Column::player) ? std::optional(PlayerId{reader.text(Column::player)})
                                                        : std::nullopt};
    case kind_of<HintTaken>():
        return HintTaken{reader.number<int>(Column::number), PlayerId{reader.text(Column::player)}};
    case kind_of<AnswerTried>(): {
        AnswerTried tried{.number = reader.number<int>(Column::number),
                          .player = PlayerId{reader.text(Column::player)},
                          .response = {}};
        if (auto response = reader.response()) tried.response = std::move(*response);
        else return std::nullopt;
        tried.taken = {reader.number(Column::taken)};
        tried.credit = reader.fraction(Column::credit_num, Column::credit_den);
        return tried;
    }
    case kind_of<AnswerJudged>(): return judged_of(reader);
    case kind_of<QuestionRevealed>(): return QuestionRevealed{reader.number<int>(Column::number)};
    case kind_of<QuestionVoided>(): return QuestionVoided{reader.number<int>(Column::number)};
    case kind_of<Paused>(): return Paused{};
    case kind_of<Resumed>(): return Resumed{{reader.number(Column::resumed)}};
    case kind_of<SessionFinished>(): return SessionFinished{reader.number(Column::complete) != 0};
    case kind_of<Undone>(): return Undone{index_of(reader, Column::first), index_of(reader, Column::last)};
    case kind_of<Redone>(): return Redone{index_of(reader, Column::first), index_of(reader, Column::last)};
    default: return std::nullopt;
    }
}

} // namespace

void fill(Row& row, const Event& event, std::string& text) {
    row[Column::kind] = kinds[event.body.index()];
    row[Column::at] = event.at.count;
    row[Column::step] = std::int64_t{event.step};
    std::visit(Fill{row, event, text}, event.body);
}

std::optional<Event> event_of(const Row& row, QuestionRef question) {
    Reader reader(row);
    const std::string kind = reader.text(Column::kind);
    std::size_t index = 0;
    while (index < kinds.size() && kinds[index] != kind) ++index;
    if (is_whole(index)) {
        auto event = index < kinds.size() ? decode_event(reader.text(Column::start)) : fail("store-damaged");
        const bool same = event && reader.whole() && event->body.index() == index;
        return same ? std::optional(std::move(*event)) : std::nullopt;
    }
    auto body = body_of(index, reader, std::move(question));
    if (!body) return std::nullopt;
    Event event{{reader.number(Column::at)}, reader.number<std::uint32_t>(Column::step), std::move(*body)};
    return reader.whole() ? std::optional(std::move(event)) : std::nullopt;
}

} // namespace chelate::store
