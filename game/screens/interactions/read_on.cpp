// A content card: there is something to read, and a button to go on.
#include "game/screens/interactions/interactions.hpp"

namespace chelate::screens {

namespace {

class Reading final : public Answering {
public:
    explicit Reading(const text::Language& words) : words_(words) {}

    [[nodiscard]] AnswerModel model() const override { return ReadModel{}; }
    [[nodiscard]] int count() const override { return 0; }
    [[nodiscard]] std::string_view check() const override { return "question.go_on"; }
    [[nodiscard]] std::optional<quiz::Response> response() const override { return quiz::Noted{}; }
    [[nodiscard]] std::vector<KeyHint> keys() const override {
        return {{words_.text("key.enter"), words_.text("does.go_on")}};
    }
    std::optional<quiz::Response> handle(const Intent& intent, int&) override {
        if (std::holds_alternative<Activate>(intent) || std::holds_alternative<Hold>(intent)) return quiz::Noted{};
        return std::nullopt;
    }

private:
    const text::Language& words_;
};

} // namespace

std::unique_ptr<Answering> answering(const content::Pack&, const text::Language& words, const quiz::ReadView&) {
    return std::make_unique<Reading>(words);
}

MarkedModel marked(const content::Pack&, const text::Language&, const quiz::ReadOn&, const quiz::RevealView&) {
    return ReadModel{};
}

} // namespace chelate::screens
