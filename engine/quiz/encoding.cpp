#include "engine/quiz/encoding.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include "engine/quiz/coding.hpp"
#include "engine/quiz/names.hpp"

namespace chelate::quiz {

using json::Writer;

namespace {

using quiz::write; // needed because the overloads below would hide it

void write(Writer& out, const Evidence& evidence) {
    out.begin_object();
    if (evidence.verdict) out.member("verdict", names::of(names::verdict, *evidence.verdict));
    if (evidence.seen_in) out.member("seen_in", names::of(names::seen_in, *evidence.seen_in));
    if (!evidence.established.empty()) out.member("established", evidence.established);
    if (evidence.graded) {
        out.member("certainty", names::of(names::certainty, evidence.certainty));
        out.member("size", names::of(names::size, evidence.size));
        out.member("applies_to", names::of(names::applies_to, evidence.applies_to));
        out.member("graded_question", evidence.graded_question);
    }
    if (evidence.unsourced) out.member("unsourced", true);
    if (!evidence.not_graded.empty()) out.member("not_graded", evidence.not_graded);
    out.end_object();
}

void write(Writer& out, const Basis& basis) {
    out.begin_object().member("rule", names::of(names::rule, basis.rule));
    if (!basis.attribute.empty()) out.member("attribute", basis.attribute.value);
    if (basis.value) out.key("value").number(*basis.value);
    if (basis.twin) out.member("twin", true);
    if (!basis.amounts.empty()) {
        out.key("amounts").begin_array();
        for (const double amount : basis.amounts) out.number(amount);
        out.end_array();
    }
    out.end_object();
}

void write(Writer& out, const Question& question) {
    out.begin_object().member("id", question.id).member("kind", content::row_of(question.kind).name);
    out.member("topic", question.topic.value).member("prompt", question.prompt);
    if (!question.panels.empty()) {
        out.key("panels").begin_array();
        for (const Panel& panel : question.panels) {
            out.begin_object()
                .member("heading", panel.heading)
                .member("text", panel.text)
                .member("source", panel.source);
            out.member("numbered", panel.numbered).end_object();
        }
        out.end_array();
    }
    write_image(out, question.image);
    std::visit([&](const auto& interaction) { write(out.member("way", interaction.name), interaction); },
               question.interaction);
    out.member("shuffle", question.shuffle).member("explanation", question.explanation);
    write(out.key("facts"), question.facts);
    write(out.key("claims"), question.claims);
    write(out.key("mechanisms"), question.mechanisms);
    if (!question.predictions.empty()) write(out.key("predictions"), question.predictions);
    out.key("sources").begin_array();
    for (const Citation& source : question.sources) {
        out.begin_object().member("id", source.id.value).member("text", source.text).end_object();
    }
    out.end_array();
    write(out.key("evidence"), question.evidence);
    write(out.key("basis"), question.basis);
    out.member("difficulty", question.difficulty);
    if (!question.chain.empty()) {
        out.key("chain").begin_array();
        for (const ChainStep& step : question.chain) {
            out.begin_object().member("text", step.text);
            if (!step.because.empty()) out.member("because", step.because);
            out.end_object();
        }
        out.end_array();
    }
    // One hint is written as it was when a question had no more, so that old recordings keep their bytes.
    if (question.hints.size() == 1) out.member("hint", question.hints.front());
    if (question.hints.size() > 1) {
        out.key("hints").begin_array();
        for (const std::string& hint : question.hints) out.string(hint);
        out.end_array();
    }
    out.end_object();
}

void write_response(Writer& out, const Response& response) {
    std::visit([&](const auto& given) { write(out.begin_object().key(given.name), given); }, response);
    out.end_object();
}

void write(Writer& out, const Participant& seat) {
    out.begin_object().member("id", seat.id.value).member("name", seat.name);
    out.member("time_factor_percent", seat.time_factor_percent).end_object();
}

template <class Tag>
void write_ids(Writer& out, std::string_view key, const std::vector<Id<Tag>>& ids) {
    if (!ids.empty()) write(out.key(key), ids);
}

void write_items(Writer& out, std::string_view key, const ItemList& items) {
    if (items.empty()) return;
    out.key(key).begin_array();
    for (const std::string& item : items.texts()) out.string(item);
    out.end_array();
}

void write(Writer& out, const OwnRound& own) {
    out.begin_object().member("mixing", names::of(names::mixing, own.mixing)).member("count", own.count);
    write_ids(out, "topics", own.pool.topics);
    write_ids(out, "subjects", own.pool.subjects);
    write_ids(out, "mechanisms", own.pool.mechanisms);
    if (!own.pool.kinds.empty()) {
        out.key("kinds").begin_array();
        for (const Kind kind : own.pool.kinds) out.string(content::row_of(kind).name);
        out.end_array();
    }
    if (!own.pool.difficulties.empty()) {
        out.key("difficulties").begin_array();
        for (const int difficulty : own.pool.difficulties) out.integer(difficulty);
        out.end_array();
    }
    write_items(out, "items", own.pool.items);
    out.end_object();
}

void write(Writer& out, const SessionPlan& plan) {
    out.begin_object().member("pack", plan.pack).member("pack_hash", plan.pack_hash);
    // A seed is written as text because it uses all 64 bits, and many JSON readers keep only 53 bits of a number.
    out.member("round", plan.round.value).member("seed", fmt::format("{}", plan.seed)).member("planned", plan.planned);
    if (!plan.question_indices.empty()) {
        out.key("places").begin_array();
        for (const std::uint32_t place : plan.question_indices) out.integer(place);
        out.end_array();
    }
    write_items(out, "without", plan.excluded_items);
    if (plan.study_round) {
        out.key("sitting")
            .begin_object()
            .member("expected", plan.study_round->expected)
            .member("practice", plan.study_round->practice)
            .end_object();
    }
    if (plan.own) write(out.key("own"), *plan.own);
    if (plan.workshop) {
        out.key("workshop").begin_object().member("script", plan.workshop->script.value).key("steps").begin_array();
        for (const int steps : plan.workshop->steps) out.integer(steps);
        out.end_array().end_object();
    }
    out.member("possible", plan.rules.possible.count).member("streak", plan.rules.streak);
    out.member("reveal_when_all_answered", plan.rules.reveal_when_all_answered);
    if (plan.rules.clock) {
        out.member("limit_ms", plan.rules.clock->limit.count).member("loss_quarters", plan.rules.clock->loss_quarters);
        if (plan.rules.clock->after_reading) out.member("after_reading", true);
    }
    const Rules& rules = plan.rules;
    if (rules.confidence == ConfidenceUse::marked) out.member("certainty", true);
    if (rules.confidence == ConfidenceUse::noted) out.member("certainty_noted", true);
    if (rules.passing) out.member("passing", true);
    if (rules.hints) out.member("hints", true);
    if (rules.tries != 1) out.member("tries", rules.tries);
    if (rules.bell.count > 0) out.member("bell_ms", rules.bell.count);
    if (rules.feedback_at_end) out.member("feedback_at_end", true);
    if (rules.response_mode != ResponseMode::each)
        out.member("taking", names::of(names::response_mode, rules.response_mode));
    if (rules.goal_percent > 0) out.member("goal_percent", rules.goal_percent);
    out.end_object();
}

void write_start(Writer& out, const SessionId& id, const SessionPlan& plan, const std::vector<Participant>& players) {
    out.member("id", id.value);
    write(out.key("program"), plan);
    out.key("players").begin_array();
    for (const Participant& player : players) write(out, player);
    out.end_array();
}

void write(Writer& out, const Award& award) {
    out.begin_object().member("points", award.points.count).member("possible", award.possible.count);
    write(out.key("credit"), award.credit);
    if (award.help != Fraction::one()) write(out.key("help"), award.help);
    write(out.key("speed"), award.speed);
    out.member("streak", award.streak.count);
    if (award.confidence_factor) out.member("sure_factor", *award.confidence_factor);
    out.end_object();
}

/// An event has a member `step` of its own, so the step of a scene is called something else.
void write_picture(Writer& out, std::size_t scene, int step) {
    out.member("scene", static_cast<std::int64_t>(scene)).member("scene_step", step);
}

void write_votes(Writer& out, std::size_t scene, std::size_t place, const std::vector<std::uint16_t>& hands) {
    out.member("scene", static_cast<std::int64_t>(scene)).member("place", static_cast<std::int64_t>(place));
    out.key("hands").begin_array();
    for (const std::uint16_t count : hands) out.integer(count);
    out.end_array();
}

struct WriteCommand {
    Writer& out;

    void operator()(const StartSession& c) const {
        out.member("command", "start-session");
        write_start(out, c.id, *c.plan, c.players);
    }
    void operator()(const JoinPlayer& c) const { write(out.member("command", "join-player").key("player"), c.player); }
    void operator()(const AskQuestion& c) const {
        write(out.member("command", "ask-question").key("question"), *c.question);
        if (!c.may_come_solved) out.member("unsolved", true);
    }
    void operator()(const SubmitAnswer& c) const {
        out.member("command", "submit-answer").member("player", c.player.value);
        write_response(out.key("response"), c.response);
        if (c.confidence) out.member("sure", names::of(names::confidence, *c.confidence));
    }
    void operator()(const PassQuestion& c) const {
        out.member("command", "pass-question").member("player", c.player.value);
    }
    void operator()(const TakeHint& c) const { out.member("command", "take-hint").member("player", c.player.value); }
    void operator()(const CloseQuestion&) const { out.member("command", "close-question"); }
    void operator()(const VoidQuestion& c) const { out.member("command", "void-question").member("number", c.number); }
    void operator()(const Pause&) const { out.member("command", "pause"); }
    void operator()(const Resume& c) const { out.member("command", "resume").member("wall", c.wall.count); }
    void operator()(const FinishSession&) const { out.member("command", "finish-session"); }
    void operator()(const Undo&) const { out.member("command", "undo"); }
    void operator()(const Redo&) const { out.member("command", "redo"); }
    void operator()(const LeavePlayer& c) const {
        out.member("command", "leave-player").member("player", c.player.value);
    }
    void operator()(const OpenBuzzers&) const { out.member("command", "open-buzzers"); }
    void operator()(const Buzz& c) const { write(out.member("command", "buzz").key("players"), c.players); }
    void operator()(const CountHands& c) const {
        out.member("command", "count-hands").key("counts").begin_array();
        for (const Count& count : c.counts) {
            out.begin_object().member("player", count.player.value);
            write(out.key("hands"), count.raised);
            out.end_object();
        }
        out.end_array();
    }
    void operator()(const CorrectKey& c) const {
        out.member("command", "correct-key").member("number", c.number);
        write_response(out.key("right"), c.right);
    }
    void operator()(const AdjustPoints& c) const {
        out.member("command", "adjust-points").member("player", c.player.value).member("points", c.points.count);
        out.member("reason", names::of(names::reason, c.reason));
    }
    void operator()(const SetSpeedLoss& c) const {
        out.member("command", "set-speed-loss").member("quarters", c.quarters);
    }
    void operator()(const GiveTime& c) const {
        out.member("command", "give-time").member("player", c.player.value).member("time", c.time.count);
    }
    void operator()(const ShowScene& c) const { write_picture(out.member("command", "show-scene"), c.scene, c.step); }
    void operator()(const CountVotes& c) const {
        write_votes(out.member("command", "count-votes"), c.scene, c.place, c.hands);
    }
};

void write_range(Writer& out, std::string_view name, std::size_t first, std::size_t last) {
    out.member("event", name)
        .member("first", static_cast<std::int64_t>(first))
        .member("last", static_cast<std::int64_t>(last));
}

struct WriteEvent {
    Writer& out;

    void operator()(const SessionStarted& e) const {
        out.member("event", "session-started");
        write_start(out, e.id, *e.plan, e.players);
    }
    void operator()(const PlayerJoined& e) const {
        write(out.member("event", "player-joined").key("player"), e.player);
    }
    void operator()(const QuestionAsked& e) const {
        out.member("event", "question-asked").member("number", e.number);
        write(out.key("question"), *e.question);
        write(out.key("shown"), e.display_order);
        out.member("rng_after", fmt::format("{}", e.rng_after.state));
        if (e.turn) out.member("turn", e.turn->value);
    }
    void operator()(const AnswerJudged& e) const {
        out.member("event", "answer-judged").member("number", e.number).member("player", e.player.value);
        if (e.response) write_response(out.key("response"), *e.response);
        write(out.member("taken", e.taken.count).key("award"), e.award);
        if (e.confidence) out.member("sure", names::of(names::confidence, *e.confidence));
        if (e.passed) out.member("passed", true);
    }
    void operator()(const HintTaken& e) const {
        out.member("event", "hint-taken").member("number", e.number).member("player", e.player.value);
    }
    void operator()(const AnswerTried& e) const {
        out.member("event", "answer-tried").member("number", e.number).member("player", e.player.value);
        write_response(out.key("response"), e.response);
        write(out.member("taken", e.taken.count).key("credit"), e.credit);
    }
    void operator()(const QuestionRevealed& e) const {
        out.member("event", "question-revealed").member("number", e.number);
    }
    void operator()(const QuestionVoided& e) const {
        out.member("event", "question-voided").member("number", e.number);
    }
    void operator()(const Paused&) const { out.member("event", "paused"); }
    void operator()(const Resumed& e) const { out.member("event", "resumed").member("wall", e.wall.count); }
    void operator()(const SessionFinished& e) const {
        out.member("event", "session-finished").member("complete", e.complete);
    }
    void operator()(const Undone& e) const { write_range(out, "undone", e.first, e.last); }
    void operator()(const Redone& e) const { write_range(out, "redone", e.first, e.last); }
    void operator()(const PlayerLeft& e) const { out.member("event", "player-left").member("player", e.player.value); }
    void operator()(const BuzzersOpened& e) const { out.member("event", "buzzers-opened").member("number", e.number); }
    void operator()(const Buzzed& e) const {
        out.member("event", "buzzed").member("number", e.number).member("player", e.player.value);
        write_ids(out, "tied", e.tied);
        out.member("rng_after", fmt::format("{}", e.rng_after.state));
    }
    void operator()(const BuzzedEarly& e) const {
        out.member("event", "buzzed-early")
            .member("number", e.number)
            .member("player", e.player.value)
            .member("until", e.until.count);
    }
    void operator()(const KeyCorrected& e) const {
        out.member("event", "key-corrected").member("number", e.number);
        write(out.key("question"), *e.question);
        write(out.key("shown"), e.display_order);
        out.key("remarks").begin_array();
        for (const Regrade& regrade : e.regrades) {
            out.begin_object().member("number", regrade.number).member("player", regrade.player.value);
            write(out.key("award"), regrade.award);
            out.end_object();
        }
        out.end_array();
    }
    void operator()(const PointsAdjusted& e) const {
        out.member("event", "points-adjusted").member("player", e.player.value).member("points", e.points.count);
        out.member("reason", names::of(names::reason, e.reason));
    }
    void operator()(const SpeedLossSet& e) const {
        out.member("event", "speed-loss-set").member("quarters", e.quarters);
    }
    void operator()(const TimeGiven& e) const {
        out.member("event", "time-given")
            .member("number", e.number)
            .member("player", e.player.value)
            .member("time", e.time.count);
    }
    void operator()(const SceneShown& e) const { write_picture(out.member("event", "scene-shown"), e.scene, e.step); }
    void operator()(const VotesCounted& e) const {
        write_votes(out.member("event", "votes-counted"), e.scene, e.place, e.hands);
    }
};

} // namespace

std::string encode(const Question& question) {
    Writer out;
    write(out, question);
    return out.take();
}

std::string encode(const Response& response) {
    Writer out;
    write_response(out, response);
    return out.take();
}

std::string encode(const Command& command) {
    Writer out;
    out.begin_object();
    std::visit(WriteCommand{out}, command.body);
    return out.member("at", command.at.count).end_object().take();
}

std::string encode(const Event& event) {
    Writer out;
    out.begin_object();
    std::visit(WriteEvent{out}, event.body);
    return out.member("at", event.at.count).member("step", std::int64_t{event.step}).end_object().take();
}

std::string hash_of(const Question& question) {
    const std::string text = encode(question);
    const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

} // namespace chelate::quiz
