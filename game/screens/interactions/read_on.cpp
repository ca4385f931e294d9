// A content card: there is something to read, and a button to go on.
#include "game/screens/interactions/interactions.hpp"

namespace chelate::screens {

namespace {

class Reading final : public Answering {
public:
    explicit Reading(const Context& context) : context_(context) {}

    [[nodiscard]] AnswerModel model() const override { return ReadModel{}; }
    [[nodiscard]] int count() const override { return 0; }
    [[nodiscard]] std::string_view check() const override { return "question.go_on"; }
    [[nodiscard]] std::optional<quiz::Response> response() const override { return quiz::Noted{}; }
    [[nodiscard]] std::vector<KeyHint> keys() const override {
        return {{context_.words.text("key.enter"), context_.words.text("does.go_on")}};
    }
    std::optional<quiz::Response> handle(const Intent& intent, int&) override {
        if (std::holds_alternative<Activate>(intent) || std::holds_alternative<Hold>(intent)) return quiz::Noted{};
        return std::nullopt;
    }

private:
    const Context& context_;
};

} // namespace

std::unique_ptr<Answering> answering(const Context& context, const quiz::ReadView&) {
    return std::make_unique<Reading>(context);
}

MarkedModel marked(const Context&, const quiz::ReadOn&, const quiz::RevealView&) { return ReadModel{}; }

} // namespace chelate::screens
