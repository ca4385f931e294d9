#include "game/screens/presenter/start_round.hpp"

namespace chelate::screens {

namespace {

bool tells_now(session::Game& game) {
    const quiz::SessionState& state = game.run().history().state;
    const bool card = std::holds_alternative<quiz::ReadOn>(state.asked.back().question->body);
    return !card && !state.plan.rules.feedback_at_end;
}

} // namespace

ScreenRequest continue_round(session::Game& game) {
    if (!game.playing()) return ShowHome{};
    if (game.in_classroom()) return ShowClass{};
    if (game.run().history().state.phase == quiz::Phase::between) (void)game.run().advance();
    switch (game.run().history().state.phase) {
    case quiz::Phase::asked: return ShowQuestion{};
    case quiz::Phase::revealed:
        // A card has nothing to reveal; and some rounds tell all at the end.
        if (!tells_now(game)) {
            (void)game.run().advance();
            return continue_round(game);
        }
        return ShowReveal{};
    case quiz::Phase::finished: return ShowResult{};
    case quiz::Phase::not_started:
    case quiz::Phase::between: break;
    }
    return ShowHome{};
}

Transition ask_or_start(Context& context, const content::Round& round) {
    if (context.game.interrupted()) return Push{ShowRoundUnderWay{round}};
    return start_round(context, round);
}

Transition start_round(Context& context, const content::Round& round, std::optional<std::uint64_t> seed) {
    const auto started = context.game.start(round, seed ? *seed : context.new_seed(), context.new_session());
    if (!started)
        return Push{ShowMessage{context.words.text("message.no_round"), context.words.sentence(started.error())}};
    return GoTo{continue_round(context.game)};
}

Transition start_study(Context& context, bool practice) {
    const auto started = context.game.start_sitting(context.new_seed(), context.new_session(), practice);
    if (!started)
        return Push{ShowMessage{context.words.text("message.no_round"), context.words.sentence(started.error())}};
    (void)context.game.run().advance();
    return GoTo{continue_round(context.game)};
}

Transition go_on(session::Game& game) {
    (void)game.run().advance();
    return GoTo{continue_round(game)};
}

} // namespace chelate::screens
