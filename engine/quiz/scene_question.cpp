#include "engine/quiz/scene_question.hpp"

#include "engine/quiz/maker.hpp"
#include "engine/quiz/templates/templates.hpp"

namespace chelate::quiz {

Result<Question> question_of(const content::Pack& pack, const content::QuestionScene& scene, std::uint64_t seed) {
    if (!scene.question.empty()) return authored_question(pack, pack.questions.at(scene.question));
    content::Round round;
    round.templates = {scene.made_by};
    auto maker = QuestionMaker::make(pack, round, seed);
    if (!maker) return tl::unexpected(maker.error());
    return maker->question(0);
}

Question vote_on(const content::Pack& pack, const content::WallStatement& statement,
                 const std::vector<std::string>& options) {
    const content::Claim& claim = pack.claims.at(statement.claim);
    Vote interaction;
    for (const std::string& option : options) interaction.options.push_back({option, {}, {}});
    Question question;
    question.id = claim.id.value;
    question.kind = Kind::poll;
    question.topic = claim.topic;
    question.prompt = statement.text;
    question.interaction = std::move(interaction);
    question.shuffle = false; // a scale keeps its order
    question.explanation = claim.explanation;
    question.claims = {claim.id};
    add_sources(pack, question);
    return question;
}

View staged(const QuestionRef& question, const Order& display_order, const std::vector<std::uint16_t>& hands,
            bool told) {
    View view;
    view.phase = told ? Phase::revealed : Phase::asked;
    view.planned = 1;
    view.question = show(*question, display_order);
    view.question->number = 1;
    std::optional<Judgement> counted;
    if (!hands.empty()) {
        counted.emplace();
        counted->response = Raised{hands};
        view.question->given.emplace_back(Raised{hands});
    }
    if (told) view.reveal = RevealView{.question = question, .display_order = display_order, .everybody = {counted}};
    return view;
}

} // namespace chelate::quiz
