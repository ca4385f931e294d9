#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/format.h>

#include "engine/base/wall_limits.hpp"
#include "engine/quiz/encoding.hpp"
#include "engine/quiz/validation.hpp"
#include "engine/store/database.hpp"
#include "engine/store/journal_row.hpp"
#include "engine/store/limits.hpp"

namespace chelate::store {

std::size_t seat_of_profile(const quiz::SessionState& state, const ProfileId& profile) {
    return quiz::seat_of(state, quiz::PlayerId{profile.value}).value_or(0);
}

Result<std::vector<Profile>> Store::Database::profiles(ProfileKind kind) {
    std::vector<Profile> found;
    Query query(select_profiles, {static_cast<std::int64_t>(kind)});
    for (;;) {
        const auto row = query.next();
        if (!row) return tl::unexpected<Error>(row.error());
        if (!*row) return found;
        const std::array<Value, 3> values{query[0], query[1], query[2]};
        const auto id = uuid_of_bytes(query.bytes(0));
        if (!id || query.number(3) != checksum(values))
            return tl::unexpected<Error>(connection.damaged("row of a profile"));
        found.push_back({ProfileId{text_of(*id)}, std::string(query.text(1)), {query.number(2)}, {query.number(4)}});
    }
}

Result<SessionRow> Store::Database::session_in(const Query& query) {
    std::array<Value, 13> values;
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = query[static_cast<int>(i)];
    const auto profile = uuid_of_bytes(query.bytes(2));
    bool is_sound = profile && query.number(13) == checksum(values) && is_within(query.number(0), 1, most_count) &&
                    is_within(query.number(3), 0, most_count) && query.text(1).size() <= longest_id &&
                    query.text(4).size() <= longest_id && query.text(5).size() <= longest_id &&
                    (query.is_nothing(6) || is_possible({query.number(6)})) &&
                    is_within(query.number(8), -most_points, most_points) &&
                    is_within(query.number(9), -most_points, most_points);
    for (const int count : {10, 11, 12}) is_sound = is_sound && is_within(query.number(count), 0, most_answers);
    if (!is_sound) {
        return tl::unexpected<Error>(connection.damaged("row of a session"));
    }
    SessionRow session{.key = query.number(0),
                       .id = std::string(query.text(1)),
                       .profile = *profile,
                       .touched = query.number(3),
                       .pack = std::string(query.text(4)),
                       .round = std::string(query.text(5)),
                       .finished = {},
                       .complete = query.number(7) != 0,
                       .score = {}};
    if (!query.is_nothing(6)) session.finished = Millis{query.number(6)};
    session.score = {{query.number(8)},
                     {query.number(9)},
                     static_cast<int>(query.number(10)),
                     static_cast<int>(query.number(11)),
                     static_cast<int>(query.number(12))};
    return session;
}

Result<std::optional<SessionRow>> Store::Database::session_named(const std::string& id) {
    Query query(select_session, {std::string_view(id)});
    const auto row = query.next();
    if (!row) return tl::unexpected<Error>(row.error());
    if (!*row) return std::optional<SessionRow>{};
    auto session = session_in(query);
    if (!session) return tl::unexpected<Error>(session.error());
    return std::optional(std::move(*session));
}

Result<std::vector<SessionRow>> Store::Database::sessions_of(const ProfileId& profile) {
    std::vector<SessionRow> found;
    const auto uuid = uuid_of(profile.value);
    if (!uuid) return found;
    Query query(select_sessions, {Blob{uuid->view()}});
    for (;;) {
        const auto row = query.next();
        if (!row) return tl::unexpected<Error>(row.error());
        if (!*row) return found;
        auto session = session_in(query);
        if (!session) return tl::unexpected<Error>(session.error());
        found.push_back(std::move(*session));
    }
}

Result<std::int64_t> Store::Database::answers(const ProfileId& profile) {
    const auto uuid = uuid_of(profile.value);
    if (!uuid) return 0;
    auto select = Statement::prepare(connection, "SELECT count(*) FROM journal JOIN session ON key = session "
                                                 "WHERE session.profile = ?1 AND kind = 'answer-judged'");
    if (!select) return tl::unexpected<Error>(select.error());
    Query query(*select, {Blob{uuid->view()}});
    const auto row = query.next();
    if (!row) return tl::unexpected<Error>(row.error());
    return *row ? query.number(0) : 0;
}

Result<quiz::QuestionRef> Store::Database::question_of(std::string_view hash) {
    const std::string name(hash);
    if (const auto known = questions.find(name); known != questions.end()) return known->second;
    Query query(select_question, {hash});
    const auto row = query.next();
    if (!row) return tl::unexpected<Error>(row.error());
    const std::array<Value, 2> values{hash, *row ? query[0] : Value{}};
    auto question =
        *row && query.number(1) == checksum(values) ? quiz::decode_question(query.text(0)) : fail("store-damaged");
    if (!question) return tl::unexpected<Error>(connection.damaged(fmt::format("question {}", hash)));
    return questions.emplace(name, quiz::QuestionRef(std::move(*question))).first->second;
}

Result<Journal> Store::Database::journal_of(const SessionRow& session) {
    Journal journal;
    quiz::ValidatedFold fold;
    Query query(select_rows, {session.key});
    for (;;) {
        const auto more = query.next();
        if (!more) return tl::unexpected<Error>(more.error());
        if (!*more) {
            journal.history = std::move(fold).take();
            return journal;
        }
        Row row;
        for (std::size_t i = 0; i < row.values.size(); ++i) row.values[i] = query[static_cast<int>(i)];
        const auto expected = static_cast<std::int64_t>(journal.stamps.size());
        const auto broken = [&] {
            return tl::unexpected<Error>(connection.damaged(fmt::format("row {} of session {}", expected, session.id)));
        };
        // A gap means that rows are missing. Replaying the others would give a different session.
        if (query.number(static_cast<int>(row.values.size())) != checksum(row.values) ||
            row[Column::seq] != Value(expected))
            return broken();
        quiz::QuestionRef question;
        if (const auto* hash = std::get_if<std::string_view>(&row[Column::question])) {
            auto stored = question_of(*hash);
            if (!stored) return tl::unexpected<Error>(stored.error());
            question = std::move(*stored);
        }
        auto event = event_of(row, std::move(question));
        if (!event) return broken();
        if (const auto valid = fold.add(*event); !valid) {
            return tl::unexpected<Error>(
                impossible(fmt::format("row {} of session {}: {}", expected, session.id, valid.error())));
        }
        const auto number = [&](Column column) {
            const auto* found = std::get_if<std::int64_t>(&row[column]);
            return found != nullptr ? *found : 0;
        };
        const auto* from = std::get_if<Blob>(&row[Column::origin]);
        const auto written_by = from != nullptr ? uuid_of_bytes(from->bytes) : std::nullopt;
        if (!written_by || !is_possible({number(Column::wall)})) return broken();
        journal.origins.push_back(*written_by);
        journal.stamps.push_back({{number(Column::wall)},
                                  static_cast<int>(number(Column::zone)),
                                  number(Column::serial),
                                  machine_of(from->bytes)});
    }
}

Result<void> Store::Database::count_result(SessionRow& session, const quiz::SessionHistory* after) {
    Journal read;
    if (after == nullptr) {
        auto journal = journal_of(session);
        if (!journal) return tl::unexpected<Error>(journal.error());
        read = std::move(*journal);
        after = &read.history;
    }
    session.finished.reset();
    session.complete = false;
    for (std::size_t i = after->log.size(); i-- > 0;) {
        const auto* finished = std::get_if<quiz::SessionFinished>(&after->log[i].body);
        if (finished == nullptr || !after->live[i]) continue;
        Query query(select_wall, {session.key, static_cast<std::int64_t>(i)});
        const auto row = query.next();
        if (!row) return tl::unexpected<Error>(row.error());
        if (*row) session.finished = Millis{query.number(0)};
        session.complete = finished->complete;
        break;
    }
    const std::size_t seat = seat_of_profile(after->state, ProfileId{text_of(session.profile)});
    session.score = seat < after->state.scores.size() ? after->state.scores[seat] : quiz::Score{};
    return {};
}

Result<std::vector<Counted>*> Store::Database::counted_of(const SessionRow& session) {
    if (const auto known = counted.find(session.key); known != counted.end()) return &known->second;
    auto journal = journal_of(session);
    if (!journal) return tl::unexpected<Error>(journal.error());
    const quiz::SessionHistory& history = journal->history;
    const quiz::SessionState& state = history.state;
    const std::size_t seat = seat_of_profile(state, ProfileId{text_of(session.profile)});
    std::map<int, memory::Stamp> answered; // by question number
    for (std::size_t i = 0; i < history.log.size(); ++i) {
        const auto* judged = std::get_if<quiz::AnswerJudged>(&history.log[i].body);
        if (judged == nullptr || !history.live[i] || quiz::seat_of(state, judged->player) != seat) continue;
        answered[judged->number] = journal->stamps[i];
    }
    std::vector<Counted> found;
    int number = 0;
    for (const quiz::QuestionRecord& asked : state.asked) {
        ++number;
        if (!asked.revealed || asked.voided || seat >= asked.answers.size() || !asked.answers[seat] || !asked.question)
            continue;
        if (!quiz::is_marked(*asked.question)) continue;
        found.push_back({asked.question, asked.answers[seat]->award.earned() == Fraction::one(), answered[number]});
    }
    return &(counted[session.key] = std::move(found));
}

template <class Key>
Result<std::vector<Total<Key>>> Store::Database::totals(const ProfileId& profile,
                                                        std::vector<Key> (*keys_of)(const quiz::Question&,
                                                                                    std::string_view)) {
    auto sessions = sessions_of(profile);
    if (!sessions) return tl::unexpected<Error>(sessions.error());
    // Answers that both copies of a session have, after it continued separately (see merging.cpp), count once.
    const bool any_apart = std::any_of(sessions->begin(), sessions->end(), [](const SessionRow& session) {
        return session.id.find('~') != std::string::npos;
    });
    std::set<std::pair<std::uint32_t, std::int64_t>> known;
    std::map<Key, Total<Key>> by_key;
    for (auto session = sessions->rbegin(); session != sessions->rend(); ++session) { // in the order they were played
        const auto answers = counted_of(*session);
        if (!answers) return tl::unexpected<Error>(answers.error());
        for (const Counted& answer : **answers) {
            if (any_apart && answer.stamp.serial != 0 &&
                !known.emplace(answer.stamp.machine, answer.stamp.serial).second)
                continue;
            for (const Key& key : keys_of(*answer.question, session->pack)) {
                Total<Key>& total = by_key.try_emplace(key, Total<Key>{key, 0, 0, {}, false}).first->second;
                ++total.answered;
                if (answer.right) ++total.right;
                total.last = answer.stamp.wall;
                total.last_right = answer.right;
            }
        }
    }
    std::vector<Total<Key>> found;
    for (auto& [key, total] : by_key) found.push_back(std::move(total));
    return found;
}

template Result<std::vector<TopicTotal>>
Store::Database::totals(const ProfileId& profile,
                        std::vector<content::TopicId> (*keys_of)(const quiz::Question&, std::string_view));
template Result<std::vector<ItemTotal>> Store::Database::totals(const ProfileId& profile,
                                                                std::vector<ItemId> (*keys_of)(const quiz::Question&,
                                                                                               std::string_view));

} // namespace chelate::store
