// What game/app knows of each way to answer: how it behaves on the screen, how its reveal looks, how it is played in
// the terminal and written on paper. One source a way; the overloads below are its table.
#pragma once

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/json/writer.hpp"
#include "engine/quiz/view.hpp"
#include "game/screens/model/ui_model.hpp"
#include "game/screens/presenter/context.hpp"

namespace chelate::screens {

/// An answer on its way. Focus counts its own focusable things from 0; what stands after them belongs to the screen.
class Answering {
public:
    virtual ~Answering() = default;
    [[nodiscard]] virtual AnswerModel model() const = 0;
    /// How many focusable things it has.
    [[nodiscard]] virtual int count() const = 0;
    /// What the keys do now, for the footer.
    [[nodiscard]] virtual std::vector<KeyHint> keys() const = 0;
    /// The language file's key of the button that hands it in; empty when choosing does.
    [[nodiscard]] virtual std::string_view check() const { return {}; }
    /// What would be handed in now; nothing while it is not complete.
    [[nodiscard]] virtual std::optional<quiz::Response> response() const { return std::nullopt; }
    /// Takes an intent. @param focus  what has the focus; may be moved  @return a response when it is handed in
    virtual std::optional<quiz::Response> handle(const Intent& intent, int& focus) = 0;
    /// Whether Esc ends something that is under way in it (a carried item); it has then ended.
    virtual bool step_back() { return false; }
    /// What the keys belong to now.
    [[nodiscard]] virtual Keys keyboard() const { return Keys::focus; }
};

/// The context must outlive it.
[[nodiscard]] std::unique_ptr<Answering> answering(const Context& context, const quiz::ChoiceView& view);
[[nodiscard]] std::unique_ptr<Answering> answering(const Context& context, const quiz::OrderView& view);
[[nodiscard]] std::unique_ptr<Answering> answering(const Context& context, const quiz::TickView& view);
[[nodiscard]] std::unique_ptr<Answering> answering(const Context& context, const quiz::AssignView& view);
[[nodiscard]] std::unique_ptr<Answering> answering(const Context& context, const quiz::NumberView& view);
[[nodiscard]] std::unique_ptr<Answering> answering(const Context& context, const quiz::TextView& view);
[[nodiscard]] std::unique_ptr<Answering> answering(const Context& context, const quiz::ReadView& view);
[[nodiscard]] std::unique_ptr<Answering> answering(const Context& context, const quiz::PointView& view);

/// How the answer to a question of this way is shown once it is over.
[[nodiscard]] MarkedModel marked(const Context& context, const quiz::PickOne& body, const quiz::RevealView& reveal);
[[nodiscard]] MarkedModel marked(const Context& context, const quiz::PutInOrder& body, const quiz::RevealView& reveal);
[[nodiscard]] MarkedModel marked(const Context& context, const quiz::PickMany& body, const quiz::RevealView& reveal);
[[nodiscard]] MarkedModel marked(const Context& context, const quiz::Assign& body, const quiz::RevealView& reveal);
[[nodiscard]] MarkedModel marked(const Context& context, const quiz::EnterNumber& body, const quiz::RevealView& reveal);
[[nodiscard]] MarkedModel marked(const Context& context, const quiz::WriteText& body, const quiz::RevealView& reveal);
[[nodiscard]] MarkedModel marked(const Context& context, const quiz::Vote& body, const quiz::RevealView& reveal);
[[nodiscard]] MarkedModel marked(const Context& context, const quiz::ReadOn& body, const quiz::RevealView& reveal);
[[nodiscard]] MarkedModel marked(const Context& context, const quiz::PointAt& body, const quiz::RevealView& reveal);

// In the terminal: what there is to answer, what is asked for, and what was typed, nothing when it makes no sense.
void print(std::ostream& out, const Context& context, const quiz::ChoiceView& view);
void print(std::ostream& out, const Context& context, const quiz::OrderView& view);
void print(std::ostream& out, const Context& context, const quiz::TickView& view);
void print(std::ostream& out, const Context& context, const quiz::AssignView& view);
void print(std::ostream& out, const Context& context, const quiz::NumberView& view);
void print(std::ostream& out, const Context& context, const quiz::TextView& view);
void print(std::ostream& out, const Context& context, const quiz::ReadView& view);
void print(std::ostream& out, const Context& context, const quiz::PointView& view);
[[nodiscard]] std::string asks(const text::Language& words, const quiz::ChoiceView& view);
[[nodiscard]] std::string asks(const text::Language& words, const quiz::OrderView& view);
[[nodiscard]] std::string asks(const text::Language& words, const quiz::TickView& view);
[[nodiscard]] std::string asks(const text::Language& words, const quiz::AssignView& view);
[[nodiscard]] std::string asks(const text::Language& words, const quiz::NumberView& view);
[[nodiscard]] std::string asks(const text::Language& words, const quiz::TextView& view);
[[nodiscard]] std::string asks(const text::Language& words, const quiz::ReadView& view);
[[nodiscard]] std::string asks(const text::Language& words, const quiz::PointView& view);
[[nodiscard]] std::optional<quiz::Response> understood(std::string_view typed, const quiz::ChoiceView& view);
[[nodiscard]] std::optional<quiz::Response> understood(std::string_view typed, const quiz::OrderView& view);
[[nodiscard]] std::optional<quiz::Response> understood(std::string_view typed, const quiz::TickView& view);
[[nodiscard]] std::optional<quiz::Response> understood(std::string_view typed, const quiz::AssignView& view);
[[nodiscard]] std::optional<quiz::Response> understood(std::string_view typed, const quiz::NumberView& view);
[[nodiscard]] std::optional<quiz::Response> understood(std::string_view typed, const quiz::TextView& view);
[[nodiscard]] std::optional<quiz::Response> understood(std::string_view typed, const quiz::ReadView& view);
[[nodiscard]] std::optional<quiz::Response> understood(std::string_view typed, const quiz::PointView& view);

// What several ways share.

/// Options as numbered cards.
[[nodiscard]] std::vector<ChoiceCard> cards_of(const content::Pack& pack, const std::vector<quiz::OptionView>& options);
[[nodiscard]] ChoiceCard card_of(const content::Pack& pack, const quiz::Option& option, std::size_t place);
/// The response this player gave, if it is of this kind.
template <class Response>
[[nodiscard]] const Response* given(const quiz::RevealView& reveal) {
    if (!reveal.judgement || !reveal.judgement->response) return nullptr;
    return std::get_if<Response>(&*reveal.judgement->response);
}
/// Picking one of so many numbered things: a digit, a click, or Enter on the focused one. The model stays as it is.
[[nodiscard]] std::unique_ptr<Answering> picking(const Context& context, AnswerModel model, int count);
/// How a choice with one right option is shown once it is over.
[[nodiscard]] MarkedChoices marked_choices(const Context& context, const std::vector<quiz::Option>& options,
                                           std::uint8_t key, const quiz::RevealView& reveal);
/// Numbered options, one a line.
void print_options(std::ostream& out, const content::Pack& pack, const std::vector<quiz::OptionView>& options);
/// A whole number from 1 to `highest`, and nothing else in the text.
[[nodiscard]] std::optional<std::size_t> number_in(std::string_view text, std::size_t highest);
/// Digits from 1 to `highest` with blanks or commas between them or not: there are never more than nine.
[[nodiscard]] std::optional<quiz::Order> digits_in(std::string_view text, std::size_t highest);

} // namespace chelate::screens
