#include "game/session/kiosk.hpp"

#include <algorithm>

#include "engine/base/rng.hpp"
#include "engine/quiz/scene_question.hpp"
#include "engine/quiz/simulated.hpp"

namespace chelate::session {

namespace {

constexpr int exit_word_letters = 6;
constexpr std::size_t default_questions = 4;
constexpr std::size_t default_chains = 2;

} // namespace

bool Kiosk::type(char32_t typed, Millis now) {
    if (typed == 0) return false;
    if (typed < U' ' || typed > U'~') {
        typed_.clear(); // no exit word contains it
        return false;
    }
    typed_.push_back({static_cast<char>(typed), now});
    // No more is remembered than could be the word.
    if (typed_.size() > exit_word_.size()) typed_.erase(typed_.begin());
    const bool is_word =
        !typed_.empty() && std::equal(typed_.begin(), typed_.end(), exit_word_.begin(), exit_word_.end(),
                                      [](const TypedCharacter& one, char wanted) { return one.character == wanted; });
    return is_word && now - typed_.front().at <= exit_word_time;
}

std::optional<SimulatedQuestion> Kiosk::question_of(const content::Pack& pack, std::size_t scene) const {
    const auto* asked = std::get_if<content::QuestionScene>(&script_.scenes.at(scene).body);
    if (asked == nullptr) return std::nullopt;
    const std::uint64_t seed = seed_ + scene;
    auto question = quiz::question_of(pack, *asked, seed);
    if (!question || !quiz::takes_hands(*question)) return std::nullopt;
    Rng rng(seed);
    quiz::Order display_order = quiz::draw_display_order(*question, rng);
    auto picks = quiz::simulated_picks(*question, display_order, simulated_players, simulated_right_percent, rng);
    return SimulatedQuestion{quiz::QuestionRef(std::move(*question)), std::move(display_order), std::move(picks)};
}

std::string new_exit_word(std::uint64_t seed) {
    // Letters that are on every keyboard and never answer a question: those from A to I may. Consonant and vowel in
    // turn are easy to remember.
    constexpr std::string_view consonants = "kmnprstvwxz";
    constexpr std::string_view vowels = "ouy";
    Rng rng(seed);
    std::string word;
    for (int i = 0; i < exit_word_letters; ++i) {
        const std::string_view among = i % 2 == 0 ? consonants : vowels;
        word += among[rng.below(among.size())];
    }
    return word;
}

content::Script default_script(const content::Pack& pack) {
    content::Script script;
    script.name = pack.name;
    script.scenes.push_back({pack.name, pack.about, {}, {}, content::WelcomeScene{}});
    std::vector<content::Scene> chains;
    for (const auto& [id, mechanism] : pack.mechanisms) {
        if (mechanism.askable && chains.size() < default_chains)
            chains.push_back({mechanism.name, {}, {}, {}, content::ChainScene{id}});
    }
    std::size_t questions = 0;
    for (const auto& [id, question] : pack.questions) {
        if (question.kind != content::Kind::single || questions == default_questions) continue;
        ++questions;
        script.scenes.push_back({pack.name, {}, {}, {}, content::QuestionScene{id, {}}});
        if (!chains.empty()) {
            script.scenes.push_back(std::move(chains.back()));
            chains.pop_back();
        }
    }
    for (content::Scene& chain : chains) script.scenes.push_back(std::move(chain));
    return script;
}

} // namespace chelate::session
