// What is counted from the journal for the sake of memory, and how somebody studies.
#include <array>
#include <charconv>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/store/database.hpp"

namespace chelate::store {
namespace {

/// Weights as a text of numbers that read back as the same doubles.
std::string text_of_weights(const memory::Weights& weights) { return fmt::format("{}", fmt::join(weights, " ")); }

std::optional<memory::Weights> weights_of_text(std::string_view text) {
    std::vector<double> list;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        double number = 0;
        const auto [next, error] = std::from_chars(at, end, number);
        if (error != std::errc{}) return std::nullopt;
        list.push_back(number);
        at = next != end && *next == ' ' ? next + 1 : next;
    }
    auto weights = memory::weights_from(list);
    return weights && list.size() == weights->size() ? std::optional(*weights) : std::nullopt;
}

} // namespace

Result<void> Store::Database::write_reviews(std::int64_t session, std::span<const memory::Review> reviews) {
    std::int64_t place = 0;
    for (const memory::Review& review : reviews) {
        place = review.first ? 0 : place + 1;
        std::array<Value, 16> values{session,
                                     std::int64_t{review.number},
                                     place,
                                     std::string_view(review.item),
                                     review.stamp.wall.count,
                                     std::int64_t{review.stamp.zone},
                                     review.stamp.serial,
                                     std::int64_t{review.stamp.machine},
                                     static_cast<std::int64_t>(review.recall),
                                     std::int64_t{review.kind},
                                     std::int64_t{review.two_way ? 1 : 0},
                                     std::int64_t{review.sureness},
                                     std::int64_t{review.credit},
                                     std::int64_t{review.chance},
                                     review.taken.count};
        values.back() = checksum(std::span(values).first(values.size() - 1));
        if (auto done = Query(insert_review, values).run(); !done) return done;
    }
    return {};
}

Result<void> Store::Database::write_trace(const Uuid& profile, const ItemTrace& item_trace) {
    const memory::Trace& trace = item_trace.second;
    std::array<Value, 14> values{Blob{profile.view()},
                                 std::string_view(item_trace.first),
                                 trace.state.stability,
                                 trace.state.difficulty,
                                 std::int64_t{trace.reviews},
                                 std::int64_t{trace.lapses},
                                 std::int64_t{trace.misses},
                                 std::int64_t{trace.first_day},
                                 std::int64_t{trace.last_day},
                                 static_cast<std::int64_t>(trace.last_rating),
                                 static_cast<std::int64_t>(trace.last_recall),
                                 std::int64_t{trace.sure_and_wrong ? 1 : 0},
                                 std::int64_t{trace.last_two_way ? 1 : 0}};
    values.back() = checksum(std::span(values).first(values.size() - 1));
    return Query(put_trace, values).run();
}

Result<void> Store::Database::write(const Learned& learned) {
    Result<void> done;
    if (learned.replaces) done = Query(delete_reviews, {current->row.key}).run();
    if (done) done = write_reviews(current->row.key, learned.reviews);
    if (done && learned.all_traces) done = Query(delete_traces, {Blob{current->row.profile.view()}}).run();
    for (const ItemTrace& trace : learned.traces) {
        if (!done) break;
        done = write_trace(current->row.profile, trace);
    }
    return done;
}

Result<std::optional<std::vector<ItemTrace>>> Store::Database::traces(const ProfileId& profile, int version) {
    using Found = std::optional<std::vector<ItemTrace>>;
    const auto uuid = uuid_of(profile.value);
    if (!uuid) return Found{};
    auto counting = Statement::prepare(connection, "SELECT version FROM counted WHERE profile = ?1");
    if (!counting) return tl::unexpected<Error>(counting.error());
    {
        Query query(*counting, {Blob{uuid->view()}});
        const auto row = query.next();
        if (!row) return tl::unexpected<Error>(row.error());
        if (!*row || query.number(0) != version) return Found{};
    }
    auto select = Statement::prepare(connection, "SELECT * FROM memory WHERE profile = ?1 ORDER BY item");
    if (!select) return tl::unexpected<Error>(select.error());
    std::vector<ItemTrace> found;
    Query query(*select, {Blob{uuid->view()}});
    for (;;) {
        const auto row = query.next();
        if (!row) return tl::unexpected<Error>(row.error());
        if (!*row) return Found(std::move(found));
        std::array<Value, 13> values;
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = query[static_cast<int>(i)];
        if (query.number(13) != checksum(values)) return Found{};
        const auto number = [&](int column) { return static_cast<int>(query.number(column)); };
        found.emplace_back(std::string(query.text(1)),
                           memory::Trace{.state = {query.real(2), query.real(3)}, .reviews = number(4), .lapses = number(5), .first_day = number(7), .last_day = number(8),
                                         .last_rating = static_cast<memory::Rating>(number(9)), .last_recall = static_cast<memory::Recall>(number(10)),
                                         .sure_and_wrong = number(11) != 0, .misses = number(6), .last_two_way = number(12) != 0});
    }
}

Result<std::vector<memory::Review>> Store::Database::reviews(const ProfileId& profile) {
    std::vector<memory::Review> found;
    const auto uuid = uuid_of(profile.value);
    if (!uuid) return found;
    auto select = Statement::prepare(connection, "SELECT review.*, session.id FROM session JOIN review ON review.session = session.key WHERE session.profile = ?1 "
                                                 "ORDER BY review.session, number, place");
    if (!select) return tl::unexpected<Error>(select.error());
    Query query(*select, {Blob{uuid->view()}});
    std::int64_t session = 0;
    std::string name;
    for (;;) {
        const auto row = query.next();
        if (!row) return tl::unexpected<Error>(row.error());
        if (!*row) return found;
        std::array<Value, 15> values;
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = query[static_cast<int>(i)];
        const auto number = [&](std::size_t column) {
            const auto* value = std::get_if<std::int64_t>(&values[column]);
            return value != nullptr ? *value : 0;
        };
        const auto small = [&](std::size_t column) { return static_cast<int>(number(column)); };
        const auto* item = std::get_if<std::string_view>(&values[3]);
        if (query.number(15) != checksum(values) || item == nullptr || number(8) < 0 || number(8) >= static_cast<std::int64_t>(memory::recall_names.size())) {
            return tl::unexpected<Error>(connection.damaged(fmt::format("review {} of session {}", number(1), query.text(16))));
        }
        // Rows of a session stand together: its name is read once.
        if (found.empty() || number(0) != session) name = query.text(16);
        session = number(0);
        found.push_back({.item = std::string(*item), .session = name, .number = small(1), .first = number(2) == 0,
                         .stamp = {{number(4)}, small(5), number(6), static_cast<std::uint32_t>(number(7))},
                         .recall = static_cast<memory::Recall>(number(8)), .kind = static_cast<std::uint8_t>(number(9)), .two_way = number(10) != 0, .sureness = small(11),
                         .credit = small(12), .chance = small(13), .taken = {number(14)}});
    }
}

Result<void> Store::Database::keep_memory(const ProfileId& profile, std::span<const memory::Review> reviews, std::span<const ItemTrace> traces, int version) {
    const auto uuid = uuid_of(profile.value);
    if (!uuid) return tl::unexpected<Error>(connection.failed(fmt::format("no profile {}", profile.value)));
    auto sessions = sessions_of(profile);
    if (!sessions) return tl::unexpected<Error>(sessions.error());
    std::map<std::string_view, std::int64_t> keys;
    for (const SessionRow& session : *sessions) keys.emplace(session.id, session.key);
    auto mark = Statement::prepare(connection, "INSERT OR REPLACE INTO counted VALUES (?1, ?2)");
    if (!mark) return tl::unexpected<Error>(mark.error());

    Transaction transaction(connection);
    auto done = transaction.begin(begin);
    for (const SessionRow& session : *sessions) {
        if (done) done = Query(delete_reviews, {session.key}).run();
    }
    // Reviews of one answer stand together.
    for (std::size_t first = 0; first < reviews.size() && done;) {
        std::size_t end = first;
        while (end < reviews.size() && reviews[end].session == reviews[first].session) ++end;
        const auto key = keys.find(reviews[first].session);
        if (key == keys.end()) return tl::unexpected<Error>(connection.failed(fmt::format("no session {}", reviews[first].session)));
        done = write_reviews(key->second, reviews.subspan(first, end - first));
        first = end;
    }
    if (done) done = Query(delete_traces, {Blob{uuid->view()}}).run();
    for (const ItemTrace& trace : traces) {
        if (done) done = write_trace(*uuid, trace);
    }
    if (done) done = Query(*mark, {Blob{uuid->view()}, std::int64_t{version}}).run();
    return done ? transaction.commit(commit) : done;
}

Result<int> Store::Database::recount_results(const ProfileId& profile, bool keep) {
    auto sessions = sessions_of(profile);
    if (!sessions) return tl::unexpected<Error>(sessions.error());
    Transaction transaction(connection);
    auto done = transaction.begin(begin);
    int others = 0;
    for (SessionRow& session : *sessions) {
        const SessionRow kept = session;
        if (done) done = count_result(session, nullptr);
        // The score of what goes on is nobody's result yet.
        if (!done || session == kept || (!session.finished && !kept.finished)) continue;
        ++others;
        if (keep) done = write_session(update_session, session);
    }
    current.reset();
    if (done) done = transaction.commit(commit);
    if (!done) return tl::unexpected<Error>(done.error());
    return others;
}

Result<StudySettings> Store::Database::study_settings(const ProfileId& profile) {
    StudySettings settings;
    const auto uuid = uuid_of(profile.value);
    if (!uuid) return settings;
    auto select = Statement::prepare(connection, "SELECT * FROM study WHERE profile = ?1");
    if (!select) return tl::unexpected<Error>(select.error());
    Query query(*select, {Blob{uuid->view()}});
    const auto row = query.next();
    if (!row) return tl::unexpected<Error>(row.error());
    if (!*row) return settings;
    std::array<Value, 9> values;
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = query[static_cast<int>(i)];
    if (query.number(9) != checksum(values)) return tl::unexpected<Error>(connection.damaged("settings of study")); // not for people
    const auto number = [&](int column) { return static_cast<int>(query.number(column)); };
    settings = {.retention_percent = number(1), .new_a_day = number(2), .most_a_day = number(3), .start_hour = number(4), .certainty = number(5) != 0};
    if (!query.is_nothing(6)) settings.exam_day = number(6);
    if (!query.is_nothing(7)) settings.weights = weights_of_text(query.text(7));
    settings.fitted_at = number(8);
    return settings;
}

Result<void> Store::Database::set_study_settings(const ProfileId& profile, const StudySettings& settings) {
    const auto uuid = uuid_of(profile.value);
    if (!uuid) return tl::unexpected<Error>(connection.failed(fmt::format("no profile {}", profile.value)));
    auto put = Statement::prepare(connection, "INSERT OR REPLACE INTO study VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    if (!put) return tl::unexpected<Error>(put.error());
    const std::string weights = settings.weights ? text_of_weights(*settings.weights) : std::string{};
    std::array<Value, 10> values{Blob{uuid->view()},
                                std::int64_t{settings.retention_percent},
                                std::int64_t{settings.new_a_day},
                                std::int64_t{settings.most_a_day},
                                std::int64_t{settings.start_hour},
                                std::int64_t{settings.certainty ? 1 : 0},
                                settings.exam_day ? Value(std::int64_t{*settings.exam_day}) : Value(),
                                settings.weights ? Value(std::string_view(weights)) : Value(),
                                std::int64_t{settings.fitted_at}};
    values.back() = checksum(std::span(values).first(values.size() - 1));
    return Query(*put, values).run();
}

} // namespace chelate::store
