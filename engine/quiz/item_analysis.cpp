#include "engine/quiz/item_analysis.hpp"

#include <algorithm>
#include <numeric>

namespace chelate::quiz {

namespace {

/// Returns the number of answers in one judgement: the hands counted, or 1.
std::int64_t weight_of(const Judgement& answer) {
    if (!answer.response) return 0;
    const auto* raised = std::get_if<Raised>(&*answer.response);
    return raised != nullptr ? sum_of(*raised) : 1;
}

bool counts(const QuestionRecord& asked) { return asked.revealed && !asked.voided && is_marked(*asked.question); }

/// A mean credit. It is exact for hands and accurate to a thousandth for other answers.
struct Mean {
    std::int64_t answers = 0;
    std::int64_t thousandths = 0; ///< sum of credits of answers not given by hands
    std::int64_t whole = 0;       ///< number of hands that were right

    void add(const Judgement& answer) {
        const std::int64_t weight = weight_of(answer);
        answers += weight;
        if (answer.response && std::holds_alternative<Raised>(*answer.response))
            whole += rounded_product(weight, answer.award.credit);
        else if (weight > 0) thousandths += rounded_product(1000, answer.award.credit);
    }
    [[nodiscard]] Fraction value() const {
        return answers == 0 ? Fraction::zero() : Fraction{whole * 1000 + thousandths, answers * 1000};
    }
};

double share(const Mean& mean) {
    const Fraction value = mean.value();
    return static_cast<double>(value.num) / static_cast<double>(value.den);
}

std::vector<int> chosen_in(const QuestionRecord& asked) {
    if (!takes_hands(*asked.question)) return {};
    std::vector<int> chosen(options_of(asked.question->interaction).size());
    for (const auto& answer : asked.answers) {
        if (!answer || !answer->response) continue;
        if (const auto* picked = std::get_if<Picked>(&*answer->response)) ++chosen[picked->position];
        if (const auto* raised = std::get_if<Raised>(&*answer->response)) {
            for (std::size_t i = 0; i < raised->hands.size(); ++i) chosen[i] += raised->hands[i];
        }
    }
    return chosen;
}

} // namespace

std::vector<QuestionAnalysis> analyse_questions(const SessionState& state) {
    std::vector<std::size_t> participants(state.players.size());
    std::iota(participants.begin(), participants.end(), std::size_t{0});
    std::stable_sort(participants.begin(), participants.end(),
                     [&](std::size_t a, std::size_t b) { return state.scores[a].points > state.scores[b].points; });
    const std::size_t third = participants.size() / 3;
    std::vector<QuestionAnalysis> all;
    for (std::size_t index = 0; index < state.asked.size(); ++index) {
        const QuestionRecord& asked = state.asked[index];
        if (!counts(asked)) continue;
        const auto mean_of = [&](std::size_t from, std::size_t to) {
            Mean mean;
            for (std::size_t i = from; i < to; ++i) {
                if (participants[i] < asked.answers.size() && asked.answers[participants[i]])
                    mean.add(*asked.answers[participants[i]]);
            }
            return mean;
        };
        const Mean everybody = mean_of(0, participants.size());
        QuestionAnalysis one{.number = static_cast<int>(index) + 1,
                             .answers = static_cast<int>(everybody.answers),
                             .right = everybody.value()};
        one.chosen = chosen_in(asked);
        const Mean upper = mean_of(0, third);
        const Mean lower = mean_of(participants.size() - third, participants.size());
        if (one.answers >= least_answers && upper.answers > 0 && lower.answers > 0)
            one.separation = share(upper) - share(lower);
        all.push_back(std::move(one));
    }
    return all;
}

std::vector<TopicAnalysis> analyse_topics(const SessionState& state) {
    std::vector<content::TopicId> topics;
    std::vector<Mean> means;
    for (const QuestionRecord& asked : state.asked) {
        if (!counts(asked)) continue;
        const auto found = std::find(topics.begin(), topics.end(), asked.question->topic);
        const auto place = static_cast<std::size_t>(found - topics.begin());
        if (found == topics.end()) {
            topics.push_back(asked.question->topic);
            means.emplace_back();
        }
        for (const auto& answer : asked.answers) {
            if (answer) means[place].add(*answer);
        }
    }
    std::vector<TopicAnalysis> all;
    for (std::size_t i = 0; i < topics.size(); ++i) {
        if (means[i].answers > 0) all.push_back({topics[i], static_cast<int>(means[i].answers), means[i].value()});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const TopicAnalysis& a, const TopicAnalysis& b) { return a.right < b.right; });
    return all;
}

} // namespace chelate::quiz
