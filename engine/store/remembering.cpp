// Reads and writes memory records, session results, suspended items and study settings.
#include <array>
#include <charconv>
#include <limits>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/base/wall_limits.hpp"
#include "engine/store/database.hpp"
#include "engine/store/limits.hpp"

namespace chelate::store {
namespace {

/// Returns weights as a text of numbers that read back as the same doubles.
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

Result<void> Store::Database::write_trace(const Uuid& profile, const ItemRecord& item_trace) {
    const memory::MemoryRecord& record = item_trace.second;
    const std::string item = item_trace.first.to_text();
    std::array<Value, 14> values{Blob{profile.view()},
                                 std::string_view(item),
                                 record.state.stability,
                                 record.state.difficulty,
                                 std::int64_t{record.reviews},
                                 std::int64_t{record.lapses},
                                 std::int64_t{record.misses},
                                 std::int64_t{record.first_day},
                                 std::int64_t{record.last_day},
                                 static_cast<std::int64_t>(record.last_rating),
                                 static_cast<std::int64_t>(record.last_recall),
                                 std::int64_t{record.sure_and_wrong ? 1 : 0},
                                 std::int64_t{record.last_two_way ? 1 : 0}};
    values.back() = checksum(std::span(values).first(values.size() - 1));
    return Query(put_trace, values).run();
}

Result<void> Store::Database::write(const MemoryUpdate& learned) {
    Result<void> done;
    if (learned.all_traces) done = Query(delete_traces, {Blob{current->row.profile.view()}}).run();
    for (const ItemRecord& record : learned.records) {
        if (!done) break;
        done = write_trace(current->row.profile, record);
    }
    return done;
}

Result<std::optional<std::vector<ItemRecord>>> Store::Database::records(const ProfileId& profile, int version) {
    using Found = std::optional<std::vector<ItemRecord>>;
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
    std::vector<ItemRecord> found;
    Query query(*select, {Blob{uuid->view()}});
    for (;;) {
        const auto row = query.next();
        if (!row) return tl::unexpected<Error>(row.error());
        if (!*row) return Found(std::move(found));
        std::array<Value, 13> values;
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = query[static_cast<int>(i)];
        auto item = ItemId::parse(query.text(1));
        // A journal never gives a record without a known item, so this row was not written by us.
        if (query.number(13) != checksum(values) || !item) return Found{};
        const auto number = [&](int column) { return static_cast<int>(query.number(column)); };
        found.emplace_back(std::move(*item),
                           memory::MemoryRecord{.state = {query.real(2), query.real(3)},
                                                .reviews = number(4),
                                                .lapses = number(5),
                                                .first_day = number(7),
                                                .last_day = number(8),
                                                .last_rating = static_cast<memory::Rating>(number(9)),
                                                .last_recall = static_cast<memory::Recall>(number(10)),
                                                .sure_and_wrong = number(11) != 0,
                                                .misses = number(6),
                                                .last_two_way = number(12) != 0});
    }
}

Result<void> Store::Database::keep_memory(const ProfileId& profile, std::span<const ItemRecord> records, int version) {
    const auto uuid = uuid_of(profile.value);
    if (!uuid) return tl::unexpected<Error>(connection.failed(fmt::format("no profile {}", profile.value)));
    auto mark = Statement::prepare(connection, "INSERT OR REPLACE INTO counted VALUES (?1, ?2)");
    if (!mark) return tl::unexpected<Error>(mark.error());

    Transaction transaction(connection);
    auto done = transaction.begin(begin);
    if (done) done = Query(delete_traces, {Blob{uuid->view()}}).run();
    for (const ItemRecord& record : records) {
        if (done) done = write_trace(*uuid, record);
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
        // The score of an unfinished session is not a result yet.
        if (!done || session == kept || (!session.finished && !kept.finished)) continue;
        ++others;
        if (keep) done = write_session(update_session, session);
    }
    current.reset();
    if (done) done = transaction.commit(commit);
    if (!done) return tl::unexpected<Error>(done.error());
    return others;
}

Result<ItemList> Store::Database::suspended(const ProfileId& profile) {
    ItemList items;
    const auto uuid = uuid_of(profile.value);
    if (!uuid) return items;
    auto select = Statement::prepare(connection, "SELECT item FROM suspended WHERE profile = ?1 ORDER BY item");
    if (!select) return tl::unexpected<Error>(select.error());
    Query query(*select, {Blob{uuid->view()}});
    for (std::size_t count = 0;; ++count) {
        const auto row = query.next();
        if (!row) return tl::unexpected<Error>(row.error());
        if (!*row) return items;
        if (query.text(0).size() > longest_id || count == most_suspended)
            return tl::unexpected<Error>(connection.damaged("row of an item that is not asked"));
        items.add_text(query.text(0));
    }
}

Result<void> Store::Database::suspend(const ProfileId& profile, const ItemList& items) {
    const auto uuid = uuid_of(profile.value);
    if (!uuid) return tl::unexpected<Error>(connection.failed(fmt::format("no profile {}", profile.value)));
    auto insert = Statement::prepare(connection, "INSERT OR IGNORE INTO suspended VALUES (?1, ?2)");
    if (!insert) return tl::unexpected<Error>(insert.error());
    for (const std::string& item : items.texts()) {
        if (auto done = Query(*insert, {Blob{uuid->view()}, std::string_view(item)}).run(); !done) return done;
    }
    return {};
}

Result<void> Store::Database::resume_all(const ProfileId& profile) {
    static constexpr std::array statements{"DELETE FROM suspended WHERE profile = ?1"};
    return run_for(profile, statements);
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
    // The ranges are those of StudySettings. No screen offers more than 10,000 a day.
    constexpr std::int64_t most_a_day = 10'000;
    const bool is_sound = query.number(9) == checksum(values) && is_within(query.number(1), 70, 97) &&
                          is_within(query.number(2), 0, most_a_day) && is_within(query.number(3), 0, most_a_day) &&
                          is_within(query.number(4), 0, 23) &&
                          is_within(query.number(6), 0, end_of_time.count / 86'400'000) &&
                          (query.is_nothing(7) || weights_of_text(query.text(7))) &&
                          is_within(query.number(8), 0, std::numeric_limits<int>::max());
    if (!is_sound) return tl::unexpected<Error>(connection.damaged("settings of study")); // not for people
    const auto number = [&](int column) { return static_cast<int>(query.number(column)); };
    settings = {.retention_percent = number(1),
                .new_a_day = number(2),
                .most_a_day = number(3),
                .start_hour = number(4),
                .asks_confidence = number(5) != 0};
    if (!query.is_nothing(6)) settings.exam_day = number(6);
    if (!query.is_nothing(7)) settings.weights = weights_of_text(query.text(7));
    settings.fitted_at = number(8);
    return settings;
}

Result<void> Store::Database::set_study_settings(const ProfileId& profile, const StudySettings& settings) {
    const auto uuid = uuid_of(profile.value);
    if (!uuid) return tl::unexpected<Error>(connection.failed(fmt::format("no profile {}", profile.value)));
    auto put =
        Statement::prepare(connection, "INSERT OR REPLACE INTO study VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    if (!put) return tl::unexpected<Error>(put.error());
    const std::string weights = settings.weights ? text_of_weights(*settings.weights) : std::string{};
    std::array<Value, 10> values{Blob{uuid->view()},
                                 std::int64_t{settings.retention_percent},
                                 std::int64_t{settings.new_a_day},
                                 std::int64_t{settings.most_a_day},
                                 std::int64_t{settings.start_hour},
                                 std::int64_t{settings.asks_confidence ? 1 : 0},
                                 settings.exam_day ? Value(std::int64_t{*settings.exam_day}) : Value(),
                                 settings.weights ? Value(std::string_view(weights)) : Value(),
                                 std::int64_t{settings.fitted_at}};
    values.back() = checksum(std::span(values).first(values.size() - 1));
    return Query(*put, values).run();
}

} // namespace chelate::store
