// What there is to answer on the screen of a question, and how it was answered on that of its reveal: one plain model
// for each interaction.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "game/wording/wording.hpp"

namespace chelate::screens {

using wording::Badge;
using wording::Look;
using wording::Mark;

/// What the keys belong to while a question is answered.
enum class Keys : std::uint8_t {
    focus,   ///< digits choose, arrows move the focus
    letters, ///< the same, and letters choose too
    carry,   ///< arrows carry what is held
    slide,   ///< left and right move the slider; digits and signs are typed
    type,    ///< everything that is text is typed; left and right move the caret
    count,   ///< digits are typed, up and down count one more or less, left and right move the focus
    none     ///< nothing can be answered now
};

/// How keys work on a model. The window turns keys into intents by these traits.
struct InputTraits {
    const char* name = "";   ///< how tests and traces call the screen
    bool is_overlay = false; ///< it lies over another screen instead of replacing it
    Keys keys = Keys::focus;
    bool arrows_scroll = false;       ///< up and down scroll where they find no focusable thing
    bool arrows_scroll_first = false; ///< they scroll, and move the focus too
    bool arrows_adjust = false;       ///< left and right change the focused row
    bool arrows_adjust_steps = false; ///< the same, where the screen is a step of something longer
    bool owns_keys = false;           ///< a text field takes every key that is not an action
    bool shows_rest_first = false;    ///< what does not fit is shown before anything else comes
};

/// A picture of the pack.
struct ImageModel {
    std::string path; ///< of its file; empty: it cannot be shown
    std::string alt;  ///< what it shows
    bool operator==(const ImageModel&) const = default;
};

struct ChoiceCard {
    std::string number; ///< "1": the key that chooses it; for a class its letter
    std::string text;
    std::optional<Look> look; ///< when it is a compared thing
    std::string sign{};       ///< for a class the shape that cards show, one of content::shapes()
    std::optional<ImageModel> image{};
    bool operator==(const ChoiceCard&) const = default;
};

/// A choice after the reveal. `missed`: right, but not chosen.
struct MarkedChoice {
    ChoiceCard card;
    Mark mark = Mark::none;
    bool yours = false;
    std::string word; ///< "Your answer, right", "Right answer"; empty
    std::string why;  ///< why it is wrong; may be empty
    bool operator==(const MarkedChoice&) const = default;
};

/// Something to look at before answering.
struct PanelModel {
    std::string heading; ///< may be empty
    std::vector<std::string> lines;
    std::string source;    ///< may be empty
    bool numbered = false; ///< its lines are steps
    bool operator==(const PanelModel&) const = default;
};

// Focusable in each: its cards or items, in reading order, from 0.

/// Cards, one of which is picked.
struct ChoiceModel {
    std::vector<ChoiceCard> choices;
    bool operator==(const ChoiceModel&) const = default;
};
struct MarkedChoices {
    std::vector<MarkedChoice> choices;
    bool operator==(const MarkedChoices&) const = default;
};

/// Items to arrange, in their present order.
struct OrderModel {
    std::vector<ChoiceCard> items;
    std::string first_label;
    std::string last_label;
    int held = -1; ///< index of the item being carried; -1: none
    bool operator==(const OrderModel&) const = default;
};
/// A step or item in its right place.
struct PlacedItem {
    std::string text;
    std::string because{}; ///< why it comes after the one before; may be empty
    bool operator==(const PlacedItem&) const = default;
};
struct MarkedOrder {
    std::string yours_heading;
    std::string right_heading;
    std::vector<MarkedChoice> yours; ///< your order, marked place by place; empty: none was given
    std::vector<PlacedItem> right;   ///< the right order
    bool operator==(const MarkedOrder&) const = default;
};

/// Cards, each of which may be ticked.
struct TickModel {
    std::vector<ChoiceCard> choices;
    std::vector<bool> ticked; ///< by card
    bool operator==(const TickModel&) const = default;
};

/// Items that are each given one of several targets. Focusable: the items, then the targets.
struct AssignModel {
    std::vector<ChoiceCard> items; ///< without numbers
    std::vector<int> given;        ///< by item: index of its target; -1: none yet
    std::vector<ChoiceCard> targets;
    int current = 0; ///< the item that the next target goes to
    bool operator==(const AssignModel&) const = default;
};
struct MarkedPair {
    ChoiceCard item;
    Mark mark = Mark::none;
    std::string yours; ///< the target you gave; empty: none
    std::string right; ///< the right target; empty when yours is
    bool operator==(const MarkedPair&) const = default;
};
struct MarkedPairs {
    std::vector<MarkedPair> pairs;
    bool operator==(const MarkedPairs&) const = default;
};

/// A field to type into, and where its caret stands.
struct FieldModel {
    std::string text;
    std::size_t caret = 0; ///< bytes before it
    std::string problem;   ///< why it cannot be taken; empty: all is well
    bool operator==(const FieldModel&) const = default;
};

/// A number on a scale, slid or typed. Focusable: the scale with its field.
struct NumberModel {
    FieldModel field;
    std::string unit;
    std::string from; ///< the ends of the scale
    std::string to;
    std::optional<double> share; ///< where the slider stands, 0..1; nothing before the first touch
    bool operator==(const NumberModel&) const = default;
};
struct MarkedNumber {
    std::string from;
    std::string to;
    double low = 0; ///< shares of the scale, 0..1: what is right
    double high = 0;
    std::optional<double> yours;
    std::string right_text;
    std::string yours_text; ///< empty: none was given
    Mark mark = Mark::none;
    bool operator==(const MarkedNumber&) const = default;
};

/// A word or two, typed. Focusable: the field.
struct TextModel {
    FieldModel field;
    bool operator==(const TextModel&) const = default;
};
struct MarkedText {
    MarkedChoice yours;     ///< text empty: none was given
    std::string right_word; ///< "Right answer"
    std::string right;      ///< empty when yours is
    bool operator==(const MarkedText&) const = default;
};

/// Something to read and nothing to answer.
struct ReadModel {
    bool operator==(const ReadModel&) const = default;
};

/// A shape of a picture, in shares of its width: 0..1 across, and as far down as the picture is high.
struct ShapeModel {
    enum class Form : std::uint8_t { box, round, line, arrow, label } form = Form::box;
    enum class Tone : std::uint8_t { plain, quiet, strong } tone = Tone::plain;
    float x = 0;
    float y = 0;
    float to_x = 0;
    float to_y = 0;
    std::string text{};
    bool operator==(const ShapeModel&) const = default;
};
struct PictureModel {
    float height = 0.5F; ///< beside a width of 1
    std::vector<ShapeModel> shapes{};
    bool operator==(const PictureModel&) const = default;
};
struct SpotModel {
    std::string number; ///< the key that chooses it
    float x = 0;        ///< as a shape's
    float y = 0;
    Mark mark = Mark::none; ///< after the reveal
    std::string text{};     ///< describes the place to people who cannot see the picture
    bool operator==(const SpotModel&) const = default;
};

/// Places on a picture. Focusable: the places.
struct PointModel {
    PictureModel picture;
    std::vector<SpotModel> spots;
    bool operator==(const PointModel&) const = default;
};
/// The picture once more, and what each place is.
struct MarkedPoint {
    PictureModel picture;
    std::vector<SpotModel> spots;
    MarkedChoices choices;
    bool operator==(const MarkedPoint&) const = default;
};

/// Hands being counted. Focusable: the cards.
struct TallyModel {
    std::vector<ChoiceCard> choices;
    std::vector<std::string> counts; ///< by card; empty: not counted yet
    std::string note{};              ///< why the focused count goes no higher; empty: it may
    bool operator==(const TallyModel&) const = default;
};
/// How many chose what, without a word on what is right.
struct SpreadModel {
    struct Bar {
        ChoiceCard card;
        double share = 0; ///< of all, 0..1
        std::string text; ///< "14"
        bool operator==(const Bar&) const = default;
    };
    std::vector<Bar> bars;
    bool operator==(const SpreadModel&) const = default;
};

using AnswerModel = std::variant<ChoiceModel, OrderModel, TickModel, AssignModel, NumberModel, TextModel, ReadModel,
                                 PointModel, TallyModel, SpreadModel>;
using MarkedModel =
    std::variant<MarkedChoices, MarkedOrder, MarkedPairs, MarkedNumber, MarkedText, ReadModel, MarkedPoint>;

} // namespace chelate::screens
