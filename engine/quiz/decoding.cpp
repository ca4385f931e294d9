#include <charconv>
#include <limits>

#include "engine/json/document.hpp"
#include "engine/quiz/coding.hpp"
#include "engine/quiz/encoding.hpp"
#include "engine/quiz/names.hpp"
#include "engine/quiz/validation.hpp"

namespace chelate::quiz {

using coding::Broken;
using coding::each;
using coding::fraction;
using coding::ids;
using coding::image;
using coding::member;
using coding::order;
using coding::text;
using coding::text_or_empty;
using coding::truth;
using coding::whole;
using json::Document;
using json::Value;

namespace {

constexpr std::size_t longest_line = 4 * 1024 * 1024; ///< bytes; a question with 20,000 names has 1 MB

constexpr std::int64_t most_points = 1'000'000'000'000; ///< up to this value, no sum of points overflows

int small(const Value& object, std::string_view key) {
    return static_cast<int>(whole(object, key, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
}

std::uint64_t big(const Value& object, std::string_view key) {
    const std::string digits = text(object, key);
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size())
        throw Broken{"wrong number in " + std::string(key)};
    return number;
}

template <class E, std::size_t N>
E word(const std::array<std::string_view, N>& table, const Value& object, std::string_view key) {
    const auto found = names::find<E>(table, text(object, key));
    if (!found) throw Broken{"unknown word in " + std::string(key)};
    return *found;
}

/// Returns the empty alternative of a variant whose `name` is this. Throws Broken when there is none.
template <class Variant, std::size_t I = 0>
Variant alternative(std::string_view name) {
    if constexpr (I == std::variant_size_v<Variant>) {
        throw Broken{"unknown way to answer " + std::string(name)};
    } else {
        using Alternative = std::variant_alternative_t<I, Variant>;
        return Alternative::name == name ? Variant{Alternative{}} : alternative<Variant, I + 1>(name);
    }
}

Interaction interaction(const Value& object) {
    Interaction made = alternative<Interaction>(text(object, "way"));
    std::visit([&](auto& interaction) { read(object, interaction); }, made);
    return made;
}

Evidence evidence(const Value& object) {
    Evidence read;
    if (object.find("verdict")) read.verdict = word<content::Verdict>(names::verdict, object, "verdict");
    if (object.find("seen_in")) read.seen_in = word<content::SeenIn>(names::seen_in, object, "seen_in");
    read.established = text_or_empty(object, "established");
    if (object.find("certainty")) {
        read.graded = true;
        read.certainty = word<content::Certainty>(names::certainty, object, "certainty");
        read.size = word<content::EffectSize>(names::size, object, "size");
        read.applies_to = word<content::AppliesTo>(names::applies_to, object, "applies_to");
        read.graded_question = text(object, "graded_question");
    }
    read.unsourced = object.find("unsourced").has_value();
    read.not_graded = text_or_empty(object, "not_graded");
    return read;
}

Basis basis(const Value& object) {
    Basis read;
    read.rule = word<Rule>(names::rule, object, "rule");
    read.attribute = content::AttributeId{text_or_empty(object, "attribute")};
    const auto number = [](const Value& value) {
        if (value.kind() != json::Kind::number && value.kind() != json::Kind::integer)
            throw Broken{"a number is missing"};
        return value.as_number();
    };
    if (const auto value = object.find("value")) read.value = number(*value);
    if (const auto amounts = object.find("amounts"))
        each(*amounts, [&](const Value& item) { read.amounts.push_back(number(item)); });
    read.twin = object.find("twin").has_value() && truth(object, "twin");
    return read;
}

Kind kind(const std::string& name) {
    const content::KindRow* named = content::row_named(name);
    if (named == nullptr) throw Broken{"unknown kind"};
    return named->kind;
}

Question question(const Value& object) {
    Question read;
    read.id = text(object, "id");
    read.kind = kind(text(object, "kind"));
    read.topic = content::TopicId{text(object, "topic")};
    read.prompt = text(object, "prompt");
    if (const auto panels = object.find("panels")) {
        each(*panels, [&](const Value& item) {
            read.panels.push_back(
                {text(item, "heading"), text(item, "text"), text(item, "source"), truth(item, "numbered")});
        });
    }
    read.image = image(object);
    read.interaction = interaction(object);
    read.shuffle = truth(object, "shuffle");
    read.explanation = text(object, "explanation");
    read.facts = ids<content::FactTag>(object, "facts");
    read.claims = ids<content::ClaimTag>(object, "claims");
    read.mechanisms = ids<content::MechanismTag>(object, "mechanisms");
    if (object.find("predictions")) read.predictions = ids<content::PredictionTag>(object, "predictions");
    each(member(object, "sources"), [&](const Value& item) {
        read.sources.push_back({content::SourceId{text(item, "id")}, text(item, "text")});
    });
    read.evidence = evidence(member(object, "evidence"));
    read.basis = basis(member(object, "basis"));
    read.difficulty = small(object, "difficulty");
    if (const auto chain = object.find("chain")) {
        each(*chain, [&](const Value& item) {
            read.chain.push_back({text(item, "text"), text_or_empty(item, "because")});
        });
    }
    if (object.find("hint")) read.hints = {text(object, "hint")};
    if (const auto hints = object.find("hints"))
        each(*hints, [&](const Value& hint) { read.hints.push_back(text(hint)); });
    if (read.hints.size() > content::most_hints) throw Broken{"too many hints"};
    return read;
}

/// Reads an object with one member, whose key tells the type of response.
Response response(const Value& object) {
    const auto given = object.first();
    if (!given) throw Broken{"an empty response"};
    Response made = alternative<Response>(given->key());
    std::visit([&](auto& alternative) { read(*given, alternative); }, made);
    return made;
}

Participant seat(const Value& object) {
    return {PlayerId{text(object, "id")}, text(object, "name"),
            static_cast<int>(whole(object, "time_factor_percent", 1, most_time_factor))};
}

OwnRound own_round(const Value& object) {
    OwnRound read;
    read.mixing = word<content::Mixing>(names::mixing, object, "mixing");
    read.count = small(object, "count");
    const auto listed = [&](std::string_view key, auto take) {
        if (const auto list = object.find(key)) each(*list, take);
    };
    listed("topics", [&](const Value& item) { read.pool.topics.emplace_back(text(item)); });
    listed("subjects", [&](const Value& item) { read.pool.subjects.emplace_back(text(item)); });
    listed("mechanisms", [&](const Value& item) { read.pool.mechanisms.emplace_back(text(item)); });
    listed("kinds", [&](const Value& item) { read.pool.kinds.push_back(kind(text(item))); });
    listed("difficulties",
           [&](const Value& item) { read.pool.difficulties.push_back(static_cast<int>(whole(item, 1, 3))); });
    listed("items", [&](const Value& item) { read.pool.items.add_text(text(item)); });
    return read;
}

WorkshopPlan workshop_plan(const Value& object) {
    WorkshopPlan read{content::ScriptId{text(object, "script")}, {}};
    each(member(object, "steps"), [&](const Value& item) {
        read.steps.push_back(static_cast<int>(whole(item, 1, std::numeric_limits<int>::max())));
    });
    return read;
}

SessionPlan plan(const Value& object) {
    SessionPlan read{.pack = text(object, "pack"),
                     .pack_hash = text(object, "pack_hash"),
                     .round = content::RoundId{text(object, "round")},
                     .seed = big(object, "seed"),
                     .planned = small(object, "planned"),
                     .rules = {}};
    if (object.find("places")) {
        each(member(object, "places"), [&](const Value& item) {
            read.question_indices.push_back(
                static_cast<std::uint32_t>(whole(item, 0, std::numeric_limits<std::uint32_t>::max())));
        });
    }
    if (const auto without = object.find("without"))
        each(*without, [&](const Value& item) { read.excluded_items.add_text(text(item)); });
    if (const auto study_round = object.find("sitting"))
        read.study_round = StudyRound{small(*study_round, "expected"), truth(*study_round, "practice")};
    if (const auto own = object.find("own")) read.own = own_round(*own);
    if (const auto workshop = object.find("workshop")) read.workshop = workshop_plan(*workshop);
    if (object.find("bell_ms")) read.rules.bell = {whole(object, "bell_ms", 0, longest_limit)};
    read.rules.possible = {whole(object, "possible", 0, most_possible)};
    read.rules.streak = truth(object, "streak");
    read.rules.reveal_when_all_answered = truth(object, "reveal_when_all_answered");
    if (object.find("limit_ms")) {
        read.rules.clock = Clock{{whole(object, "limit_ms", 0, longest_limit)},
                                 static_cast<int>(whole(object, "loss_quarters", 0, 2)),
                                 object.find("after_reading").has_value() && truth(object, "after_reading")};
    }
    const auto set = [&](std::string_view key) { return object.find(key).has_value() && truth(object, key); };
    read.rules.confidence = set("certainty")         ? ConfidenceUse::marked
                            : set("certainty_noted") ? ConfidenceUse::noted
                                                     : ConfidenceUse::none;
    read.rules.passing = set("passing");
    read.rules.hints = set("hints");
    read.rules.feedback_at_end = set("feedback_at_end");
    if (object.find("taking")) read.rules.response_mode = word<ResponseMode>(names::response_mode, object, "taking");
    if (object.find("goal_percent")) read.rules.goal_percent = static_cast<int>(whole(object, "goal_percent", 0, 100));
    if (object.find("tries")) read.rules.tries = static_cast<int>(whole(object, "tries", 1, 2));
    return read;
}

template <class Start>
Start start(const Value& object) {
    Start read{SessionId{text(object, "id")}, SessionPlanRef(plan(member(object, "program"))), {}};
    each(member(object, "players"), [&](const Value& item) { read.players.push_back(seat(item)); });
    return read;
}

Award award(const Value& object) {
    Award read{.points = {whole(object, "points", -most_points, most_points)},
               .possible = {whole(object, "possible", -most_points, most_points)},
               .credit = fraction(member(object, "credit")),
               .speed = fraction(member(object, "speed")),
               .streak = {whole(object, "streak", -most_points, most_points)}};
    if (object.find("help")) read.help = fraction(member(object, "help"));
    if (object.find("sure_factor")) read.confidence_factor = static_cast<int>(whole(object, "sure_factor", -6, 3));
    return read;
}

std::optional<Confidence> sure(const Value& object) {
    if (!object.find("sure")) return std::nullopt;
    const auto named = word<Confidence>(names::confidence, object, "sure");
    if (named < Confidence::guess) throw Broken{"unknown word in sure"};
    return named;
}

PlayerId player(const Value& object) { return PlayerId{text(object, "player")}; }
Points points(const Value& object) { return {whole(object, "points", -most_points, most_points)}; }
Reason reason(const Value& object) { return word<Reason>(names::reason, object, "reason"); }
int quarters(const Value& object) { return static_cast<int>(whole(object, "quarters", 0, 2)); }
Millis given_time(const Value& object) { return {whole(object, "time", 0, longest_limit)}; }

std::vector<Count> counts(const Value& object) {
    std::vector<Count> read_counts;
    each(member(object, "counts"), [&](const Value& item) {
        Count count{player(item), {}};
        read(member(item, "hands"), count.raised);
        read_counts.push_back(std::move(count));
    });
    return read_counts;
}

std::size_t place(const Value& object, std::string_view key) { return static_cast<std::size_t>(whole(object, key, 0)); }

std::vector<std::uint16_t> hands(const Value& object) {
    std::vector<std::uint16_t> read;
    each(member(object, "hands"), [&](const Value& item) {
        read.push_back(static_cast<std::uint16_t>(whole(item, 0, std::numeric_limits<std::uint16_t>::max())));
    });
    return read;
}

CommandBody command_body(const Value& object) {
    const std::string name = text(object, "command");
    if (name == "start-session") return start<StartSession>(object);
    if (name == "join-player") return JoinPlayer{seat(member(object, "player"))};
    if (name == "ask-question")
        return AskQuestion{QuestionRef(question(member(object, "question"))), !object.find("unsolved").has_value()};
    if (name == "submit-answer")
        return SubmitAnswer{PlayerId{text(object, "player")}, response(member(object, "response")), sure(object)};
    if (name == "pass-question") return PassQuestion{PlayerId{text(object, "player")}};
    if (name == "take-hint") return TakeHint{PlayerId{text(object, "player")}};
    if (name == "close-question") return CloseQuestion{};
    if (name == "void-question") return VoidQuestion{small(object, "number")};
    if (name == "pause") return Pause{};
    if (name == "resume") return Resume{{whole(object, "wall", 0, latest_wall.count)}};
    if (name == "finish-session") return FinishSession{};
    if (name == "undo") return Undo{};
    if (name == "redo") return Redo{};
    if (name == "leave-player") return LeavePlayer{player(object)};
    if (name == "open-buzzers") return OpenBuzzers{};
    if (name == "buzz") return Buzz{ids<PlayerTag>(object, "players")};
    if (name == "count-hands") return CountHands{counts(object)};
    if (name == "correct-key") return CorrectKey{small(object, "number"), response(member(object, "right"))};
    if (name == "adjust-points") return AdjustPoints{player(object), points(object), reason(object)};
    if (name == "set-speed-loss") return SetSpeedLoss{quarters(object)};
    if (name == "give-time") return GiveTime{player(object), given_time(object)};
    if (name == "show-scene") return ShowScene{place(object, "scene"), small(object, "scene_step")};
    if (name == "count-votes") return CountVotes{place(object, "scene"), place(object, "place"), hands(object)};
    throw Broken{"unknown command " + name};
}

AnswerJudged judged(const Value& object) {
    AnswerJudged read{.number = small(object, "number"),
                      .player = PlayerId{text(object, "player")},
                      .response = std::nullopt,
                      .taken = {whole(object, "taken", 0, longest_session.count)},
                      .award = award(member(object, "award")),
                      .confidence = sure(object),
                      .passed = object.find("passed").has_value() && truth(object, "passed")};
    if (const auto given = object.find("response")) read.response = response(*given);
    return read;
}

KeyCorrected corrected(const Value& object) {
    KeyCorrected read{
        small(object, "number"), QuestionRef(question(member(object, "question"))), order(member(object, "shown")), {}};
    each(member(object, "remarks"), [&](const Value& item) {
        read.regrades.push_back({small(item, "number"), player(item), award(member(item, "award"))});
    });
    return read;
}

Buzzed buzzed(const Value& object) {
    Buzzed read{
        .number = small(object, "number"), .player = player(object), .rng_after = Rng{big(object, "rng_after")}};
    if (object.find("tied")) read.tied = ids<PlayerTag>(object, "tied");
    return read;
}

EventBody event_body(const Value& object) {
    const std::string name = text(object, "event");
    const auto index = [&](std::string_view key) { return static_cast<std::size_t>(whole(object, key, 0)); };
    if (name == "session-started") return start<SessionStarted>(object);
    if (name == "player-joined") return PlayerJoined{seat(member(object, "player"))};
    if (name == "question-asked") {
        QuestionAsked asked{small(object, "number"), QuestionRef(question(member(object, "question"))),
                            order(member(object, "shown")), Rng{big(object, "rng_after")}};
        if (object.find("turn")) asked.turn = PlayerId{text(object, "turn")};
        return asked;
    }
    if (name == "hint-taken") return HintTaken{small(object, "number"), PlayerId{text(object, "player")}};
    if (name == "answer-tried") {
        return AnswerTried{small(object, "number"),
                           PlayerId{text(object, "player")},
                           response(member(object, "response")),
                           {whole(object, "taken", 0, longest_session.count)},
                           fraction(member(object, "credit"))};
    }
    if (name == "answer-judged") return judged(object);
    if (name == "question-revealed") return QuestionRevealed{small(object, "number")};
    if (name == "question-voided") return QuestionVoided{small(object, "number")};
    if (name == "paused") return Paused{};
    if (name == "resumed") return Resumed{{whole(object, "wall")}};
    if (name == "session-finished") return SessionFinished{truth(object, "complete")};
    if (name == "undone") return Undone{index("first"), index("last")};
    if (name == "redone") return Redone{index("first"), index("last")};
    if (name == "player-left") return PlayerLeft{player(object)};
    if (name == "buzzers-opened") return BuzzersOpened{small(object, "number")};
    if (name == "buzzed") return buzzed(object);
    if (name == "buzzed-early")
        return BuzzedEarly{small(object, "number"), player(object), {whole(object, "until", 0, longest_session.count)}};
    if (name == "key-corrected") return corrected(object);
    if (name == "points-adjusted") return PointsAdjusted{player(object), points(object), reason(object)};
    if (name == "speed-loss-set") return SpeedLossSet{quarters(object)};
    if (name == "time-given") return TimeGiven{small(object, "number"), player(object), given_time(object)};
    if (name == "scene-shown") return SceneShown{place(object, "scene"), small(object, "scene_step")};
    if (name == "votes-counted") return VotesCounted{place(object, "scene"), place(object, "place"), hands(object)};
    throw Broken{"unknown event " + name};
}

/// Parses and decodes one line. Exceptions end here.
template <class T, class Read>
Result<T> decoded(std::string_view line, Read read) {
    if (line.size() > longest_line) return fail("recording-broken", {{"reason", "a line is too long"}});
    std::vector<json::Problem> problems;
    const auto document = Document::parse("line", std::string(line), problems);
    if (!document || !problems.empty()) {
        return fail("recording-broken", {{"reason", problems.empty() ? "not JSON" : problems.front().message}});
    }
    try {
        return read(document->root());
    } catch (const Broken& broken) {
        return fail("recording-broken", {{"reason", broken.reason}});
    }
}

} // namespace

Result<Question> decode_question(std::string_view line) { return decoded<Question>(line, question); }
Result<Response> decode_response(std::string_view line) { return decoded<Response>(line, response); }

Result<Command> decode_command(std::string_view line) {
    return decoded<Command>(line, [](const Value& object) {
        return Command{{whole(object, "at", 0, longest_session.count)}, command_body(object)};
    });
}

Result<Event> decode_event(std::string_view line) {
    return decoded<Event>(line, [](const Value& object) {
        const auto step =
            static_cast<std::uint32_t>(whole(object, "step", 0, std::numeric_limits<std::uint32_t>::max()));
        return Event{{whole(object, "at", 0, longest_session.count)}, step, event_body(object)};
    });
}

} // namespace chelate::quiz
