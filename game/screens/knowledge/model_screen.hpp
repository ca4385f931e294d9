// Models that a person can turn: change an input, see what the outputs do. Before an input is changed for the first
// time, the person predicts what the charted output will do.
#pragma once

#include <optional>
#include <vector>

#include "engine/content/pack.hpp"
#include "engine/quiz/interactions/enter_number.hpp"
#include "game/screens/interactions/field.hpp"
#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

class ModelScreen final : public Presenter {
public:
    /// @param pack, words  must outlive it  @pre the pack has models
    ModelScreen(const content::Pack& pack, const text::Language& words);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Effects handle(const Intent& intent) override;

private:
    /// A change that waits for a prediction.
    struct Waiting {
        std::size_t input = 0;
        double to = 0;
    };
    /// A prediction that was made.
    struct Predicted {
        content::Change said = content::Change::same;
        content::Change was = content::Change::same;
        std::string before;
        std::string after;
        [[nodiscard]] bool is_right() const { return said == was; }
    };

    void choose_model(std::size_t model);
    void start_again();
    /// Changes an input, or asks for the prediction that comes first.
    /// @param is_nudge  the person gave a direction and no number; a prediction is then about a larger change
    void change(std::size_t input, double to, bool is_nudge);
    /// Takes the prediction for the change that waits, and carries it out.
    void predict(content::Change said);
    void chart(std::size_t output);
    void grow_axis();
    void type_or_edit(const Intent& intent);
    void enter_typed(std::size_t input);
    void press(int index);
    void adjust(int by);

    [[nodiscard]] const content::Model& current() const { return *models_[model_]; }
    [[nodiscard]] std::optional<std::size_t> focused_slider() const;
    [[nodiscard]] std::optional<double> charted_at(const std::vector<double>& inputs) const;
    [[nodiscard]] std::string shown_input(std::size_t input, double number) const;
    [[nodiscard]] std::string shown_output(std::size_t output, std::optional<double> number) const;
    [[nodiscard]] quiz::Scale scale_of(std::size_t input) const;
    [[nodiscard]] std::vector<std::vector<std::optional<double>>> samples() const;
    [[nodiscard]] SliderModel slider(std::size_t input) const;
    [[nodiscard]] CurveModel curve() const;
    [[nodiscard]] SimulationModel frame() const;
    void show_prediction(SimulationModel& model) const;

    const content::Pack& pack_;
    const text::Language& words_;
    std::vector<const content::Model*> models_; ///< in the author's order
    std::size_t model_ = 0;
    std::vector<double> inputs_;
    std::vector<bool> predicted_; ///< by input: a prediction was made, so it may be changed freely
    std::size_t charted_ = 0;     ///< index of an output
    content::Interval axis_;      ///< of the charted output; it only grows, so that changes can be seen
    std::optional<Waiting> waiting_;
    std::optional<Predicted> last_;
    std::optional<std::vector<double>> inputs_before_; ///< before the last change
    Field typed_;
    int focus_ = 0;
};

} // namespace chelate::screens
