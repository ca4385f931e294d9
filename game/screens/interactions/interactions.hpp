// What the screens know about each interaction: how it behaves while it is answered, and how its reveal looks. Each
// interaction has one source; the overloads below are the table of them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/quiz/view.hpp"
#include "engine/text/language.hpp"
#include "game/screens/model/ui_model.hpp"

namespace chelate::screens {

/// An answer that is being given. Its focusable things are counted from 0. What comes after them belongs to the screen.
class Answering {
public:
    virtual ~Answering() = default;
    [[nodiscard]] virtual AnswerModel model() const = 0;
    /// Returns how many focusable things it has.
    [[nodiscard]] virtual int count() const = 0;
    /// Returns what the keys do now, for the footer.
    [[nodiscard]] virtual std::vector<KeyHint> keys() const = 0;
    /// Returns the label of the button that submits it, as a key of the language file. Empty: choosing submits it.
    [[nodiscard]] virtual std::string_view check() const { return {}; }
    /// Returns what would be submitted now; nothing while it is incomplete.
    [[nodiscard]] virtual std::optional<quiz::Response> response() const { return std::nullopt; }
    /// What has to be done before it can be submitted.
    struct Missing {
        int focus = 0;        ///< where
        std::string text;     ///< what, as a sentence
        bool by_enter = true; ///< Enter submits too; false: only the button does
    };
    /// Returns what is missing first; nothing when nothing is, or when there is no button to press too early.
    [[nodiscard]] virtual std::optional<Missing> missing() const { return std::nullopt; }
    /// Takes an intent. Returns a response when the intent submits it. @param focus  may be moved
    virtual std::optional<quiz::Response> handle(const Intent& intent, int& focus) = 0;
    /// Ends what is under way, such as carrying an item. Returns whether there was anything to end.
    virtual bool step_back() { return false; }
    /// Returns what the keys belong to now.
    [[nodiscard]] virtual Keys keyboard() const { return Keys::focus; }
};

/// Makes the answer to a question of this interaction. The words must outlive it.
[[nodiscard]] std::unique_ptr<Answering> answering(const content::Pack& pack, const text::Language& words,
                                                   const quiz::ChoiceView& view);
[[nodiscard]] std::unique_ptr<Answering> answering(const content::Pack& pack, const text::Language& words,
                                                   const quiz::OrderView& view);
[[nodiscard]] std::unique_ptr<Answering> answering(const content::Pack& pack, const text::Language& words,
                                                   const quiz::TickView& view);
[[nodiscard]] std::unique_ptr<Answering> answering(const content::Pack& pack, const text::Language& words,
                                                   const quiz::AssignView& view);
[[nodiscard]] std::unique_ptr<Answering> answering(const content::Pack& pack, const text::Language& words,
                                                   const quiz::NumberView& view);
[[nodiscard]] std::unique_ptr<Answering> answering(const content::Pack& pack, const text::Language& words,
                                                   const quiz::TextView& view);
[[nodiscard]] std::unique_ptr<Answering> answering(const content::Pack& pack, const text::Language& words,
                                                   const quiz::ReadView& view);
[[nodiscard]] std::unique_ptr<Answering> answering(const content::Pack& pack, const text::Language& words,
                                                   const quiz::PointView& view);

/// Returns how the reveal shows the answer to a question of this interaction.
[[nodiscard]] MarkedModel marked(const content::Pack& pack, const text::Language& words,
                                 const quiz::PickOne& interaction, const quiz::RevealView& reveal);
[[nodiscard]] MarkedModel marked(const content::Pack& pack, const text::Language& words,
                                 const quiz::PutInOrder& interaction, const quiz::RevealView& reveal);
[[nodiscard]] MarkedModel marked(const content::Pack& pack, const text::Language& words,
                                 const quiz::PickMany& interaction, const quiz::RevealView& reveal);
[[nodiscard]] MarkedModel marked(const content::Pack& pack, const text::Language& words,
                                 const quiz::Assign& interaction, const quiz::RevealView& reveal);
[[nodiscard]] MarkedModel marked(const content::Pack& pack, const text::Language& words,
                                 const quiz::EnterNumber& interaction, const quiz::RevealView& reveal);
[[nodiscard]] MarkedModel marked(const content::Pack& pack, const text::Language& words,
                                 const quiz::WriteText& interaction, const quiz::RevealView& reveal);
[[nodiscard]] MarkedModel marked(const content::Pack& pack, const text::Language& words, const quiz::Vote& interaction,
                                 const quiz::RevealView& reveal);
[[nodiscard]] MarkedModel marked(const content::Pack& pack, const text::Language& words,
                                 const quiz::ReadOn& interaction, const quiz::RevealView& reveal);
[[nodiscard]] MarkedModel marked(const content::Pack& pack, const text::Language& words,
                                 const quiz::PointAt& interaction, const quiz::RevealView& reveal);

// What several interactions share.

/// Returns the options as numbered cards.
[[nodiscard]] std::vector<ChoiceCard> cards_of(const content::Pack& pack, const std::vector<quiz::OptionView>& options);
[[nodiscard]] ChoiceCard card_of(const content::Pack& pack, const quiz::Option& option, std::size_t place);
/// Returns the response that this player gave; null when there is none of this type.
template <class Response>
[[nodiscard]] const Response* given(const quiz::RevealView& reveal) {
    if (!reveal.judgement || !reveal.judgement->response) return nullptr;
    return std::get_if<Response>(&*reveal.judgement->response);
}
/// Makes an answer that picks one of `count` numbered things, by digit, by click, or by Enter on the focused one. The
/// model never changes.
[[nodiscard]] std::unique_ptr<Answering> picking(const text::Language& words, AnswerModel model, int count);
/// Returns how the reveal shows a choice with one right option.
[[nodiscard]] MarkedChoices marked_choices(const content::Pack& pack, const text::Language& words,
                                           const std::vector<quiz::Option>& options, std::uint8_t key,
                                           const quiz::RevealView& reveal);

} // namespace chelate::screens
