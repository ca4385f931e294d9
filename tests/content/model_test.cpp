#include <cmath>
#include <limits>
#include <random>

#include <doctest/doctest.h>

#include "engine/content/prediction.hpp"
#include "engine/memory/fsrs.hpp"
#include "tests/content/small_pack.hpp"
#include "tests/support/shipped_pack.hpp"

using namespace chelate;
using namespace chelate::content;
using namespace chelate::test;

namespace {

/// A pack whose only model is this text, between the brackets of an array.
Reading read_model_text(const std::string& model) {
    const SmallPack pack;
    pack.replace("\"items.json\"", "\"items.json\", \"models.json\"");
    pack.write("models.json", "{\"models\": [\n" + model + "\n]}");
    return pack.read();
}

/// A sound model; the tests break it in one place.
const std::string sound_model = R"json({"id": "m", "name": "M", "topic": "t", "about": "About.",
  "inputs": [{"id": "x", "name": "X", "from": 0, "to": 10, "step": 0.5, "start": 2, "usual": {"from": 1, "to": 3}},
             {"id": "y", "name": "Y", "from": 0, "to": 10, "step": 1, "start": 1, "valid": {"from": 1, "to": 9}}],
  "outputs": [{"id": "z", "name": "Z", "unit": "g", "decimals": 1, "expression": "x / (y - 5)"},
              {"id": "twice", "name": "Twice", "decimals": 0, "expression": "z > 1e6 ? 1 : 2 * z"}],
  "plot": {"x": "x", "y": "z"}, "leaves_out": ["Much."], "evidence": "None", "sources": ["s"]})json";

std::string changed(std::string text, std::string_view what, std::string_view with) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

std::vector<std::string> problem_codes(const Reading& reading) {
    std::vector<std::string> codes;
    for (const json::Problem& problem : reading.problems) codes.push_back(problem.code);
    return codes;
}

double value(const std::string& expression, double x = 0) {
    const auto compiled = Expression::compile(expression, {"x"});
    REQUIRE_MESSAGE(compiled.has_value(), expression);
    return compiled->value_at({x});
}

/// Returns the offset at which an expression over x is refused.
std::string refused_at(const std::string& expression) {
    const auto compiled = Expression::compile(expression, {"x", "other_name"});
    REQUIRE_MESSAGE(!compiled.has_value(), expression);
    CHECK(compiled.error().code == "bad-expression");
    CHECK_FALSE(compiled.error().args.at(1).second.empty());
    return compiled.error().args.at(0).second;
}

const Model& shipped_model(const std::string& id) { return shipped_pack().models.at(ModelId{id}); }

double output(const Model& model, std::vector<double> inputs, const std::string& id) {
    const auto outputs = outputs_of(model, inputs);
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        if (model.outputs[i].id == id) return outputs[i].value();
    }
    FAIL("no output " << id);
    return 0;
}

} // namespace

TEST_SUITE("content/models") {
    TEST_CASE("an expression has arithmetic, comparisons, a choice and five functions") {
        CHECK(value("1 + 2 * 3") == 7);
        CHECK(value("-x ^ 2", 3) == -9);
        CHECK(value("2e-3 + .5") == doctest::Approx(0.502));
        CHECK(value("exp(x)", 1) == doctest::Approx(std::exp(1)));
        CHECK(value("log(x)", 10) == doctest::Approx(std::log(10)));
        CHECK(value("pow(x, 0.5)", 9) == 3);
        CHECK(value("min(x, 2) + max(x, 2)", 5) == 7);
        CHECK(value("x >= 2 && x != 3 ? 1 : 0", 2) == 1);
        CHECK(value("x > 2 ? x > 4 ? 3 : 2 : 1", 5) == 3);
        CHECK(std::isnan(value("log(x)", -1)));
        CHECK_FALSE(std::isfinite(value("1 / x", 0)));
        CHECK_FALSE(std::isfinite(value("1e999")));
    }

    TEST_CASE("anything else is refused, at its place") {
        CHECK(refused_at("1 + sin(x)") == "4");
        CHECK(refused_at("1 + z") == "4");
        CHECK(refused_at("x = 2") == "2");
        CHECK(refused_at("x + X") == "4");
        CHECK(refused_at("x; 2") == "1");
        CHECK(refused_at("\"text\"") == "0");
        CHECK(refused_at("_pi * x") == "0");
        CHECK(refused_at("") == "0");
        CHECK(refused_at("x +") == "3");
        CHECK(refused_at("(x") == "2");
        refused_at("x)");
        refused_at("x, 2");
        refused_at("x ? 1");
        refused_at("pow(x)");
        refused_at("pow(x, 1, 2)");
        refused_at("2 x");
        refused_at(std::string(longest_expression + 1, '1'));
        refused_at("0x10");
    }

    TEST_CASE("no text crashes the parser of expressions") {
        std::mt19937 random(7);
        const std::string_view pieces[] = {"x", "other_name", "1",   "2.5",  "(",    ")",   "+",    "-", "*",   "/",
                                           "^", ",",          "?",   ":",    "<",    ">=",  "!",    "=", "&",   "|",
                                           "e", ".",          "exp", "log(", "pow(", "min", "max(", " ", "1e5", "--"};
        for (int i = 0; i < 20'000; ++i) {
            std::string text;
            for (auto n = random() % 12; n > 0; --n) text += pieces[random() % std::size(pieces)];
            const auto compiled = Expression::compile(text, {"x", "other_name"});
            if (compiled) (void)compiled->value_at({1, 2});
        }
    }

    TEST_CASE("a model is read, and its outputs are known only where it is valid and they are finite") {
        const Reading reading = read_model_text(sound_model);
        REQUIRE(reading.pack.has_value());
        CHECK(reading.problems.empty());
        const Model& model = reading.pack->models.at(ModelId{"m"});
        CHECK(model.inputs[0].decimals == 1);
        CHECK(model.inputs[0].usual == Interval{1, 3});
        CHECK(model.inputs[0].valid == Interval{0, 10});
        CHECK(outputs_of(model, {2, 3}) == std::vector<std::optional<double>>{-1, -2});
        CHECK(outputs_of(model, {2, 5}) == std::vector<std::optional<double>>{std::nullopt, std::nullopt});
        CHECK(outputs_of(model, {2, 0.5}) == std::vector<std::optional<double>>{std::nullopt, std::nullopt});
        CHECK(outputs_of(model, {-1, 3}) == std::vector<std::optional<double>>{std::nullopt, std::nullopt});
        CHECK(nearest_choice(model.inputs[0], 2.3) == 2.5);
        CHECK(nearest_choice(model.inputs[0], 99) == 10);
    }

    TEST_CASE("what is wrong in a model is told, and the model is left out") {
        struct Row {
            std::string_view what, with, code;
        };
        const Row rows[] = {
            {"x / (y - 5)", "x / (y - q)", "bad-expression"},
            {"x / (y - 5)", "twice", "bad-expression"},
            {"\"id\": \"x\"", "\"id\": \"exp\"", "bad-id"},
            {"\"id\": \"y\"", "\"id\": \"x\"", "duplicate-id"},
            {"\"id\": \"z\"", "\"id\": \"Z\"", "bad-id"},
            {"\"start\": 2", "\"start\": 2.3", "bad-scale"},
            {"\"start\": 2", "\"start\": 12", "bad-scale"},
            {"\"start\": 1,", "\"start\": 0,", "bad-scale"},
            {"\"step\": 0.5", "\"step\": 0", "bad-scale"},
            {"\"step\": 0.5", "\"step\": 0.0001", "bad-scale"},
            {"\"step\": 0.5", "\"step\": 0.12345678", "bad-scale"},
            {"\"usual\": {\"from\": 1", "\"usual\": {\"from\": -1", "bad-scale"},
            {"\"usual\": {\"from\": 1", "\"usual\": {\"from\": 3", "empty-range"},
            {"\"from\": 0, \"to\": 10", "\"from\": 0, \"to\": 1e10", "out-of-range"},
            {"\"plot\": {\"x\": \"x\"", "\"plot\": {\"x\": \"q\"", "dangling-reference"},
            {"\"y\": \"z\"}", "\"y\": \"x\"}", "dangling-reference"},
            {"x / (y - 5)", "x / (y - 1)", "no-value-at-start"},
            {"\"decimals\": 1", "\"decimals\": 7", "out-of-range"},
            {"\"topic\": \"t\"", "\"topic\": \"q\"", "dangling-reference"},
            {"\"sources\": [\"s\"]", "\"mechanism\": \"q\", \"sources\": [\"s\"]", "dangling-reference"},
            {"\"evidence\"", "\"evidenze\"", "unknown-key"}};
        for (const Row& row : rows) {
            CAPTURE(row.with);
            const Reading reading = read_model_text(changed(sound_model, row.what, row.with));
            const auto codes = problem_codes(reading);
            CHECK(std::find(codes.begin(), codes.end(), row.code) != codes.end());
            REQUIRE(reading.pack.has_value());
            CHECK(reading.pack->models.empty());
        }
    }

    TEST_CASE("a fault in an expression is at its column, or at the string when that has escapes") {
        Reading reading = read_model_text(changed(sound_model, "x / (y - 5)", "x / (y - q)"));
        REQUIRE(reading.problems.size() == 1);
        const json::Problem& problem = reading.problems[0];
        CHECK(problem.source_line.substr(problem.at.column - problem.source_column, 1) == "q");
        reading = read_model_text(changed(sound_model, "x / (y - 5)", "x \\u002f (y - q)"));
        REQUIRE(reading.problems.size() == 1);
        CHECK(reading.problems[0].source_line.substr(reading.problems[0].at.column - reading.problems[0].source_column,
                                                     2) == "\"x");
    }

    TEST_CASE("nothing but finite numbers leaves the models of the shipped packs") {
        REQUIRE(shipped_pack().models.size() >= 6);
        std::mt19937_64 random(3);
        for (const auto& [id, model] : shipped_pack().models) {
            CAPTURE(id.value);
            for (int i = 0; i < 3000; ++i) {
                std::vector<double> inputs;
                for (const ModelInput& input : model.inputs) {
                    // On the first rounds each input is at an end or in the middle, later anywhere, also outside.
                    const double width = input.range.to - input.range.from;
                    const double share = i < 300 ? static_cast<double>(random() % 3) / 2
                                                 : std::uniform_real_distribution<double>(-0.2, 1.2)(random);
                    inputs.push_back(input.range.from + share * width);
                }
                for (const auto& number : outputs_of(model, inputs)) CHECK((!number || std::isfinite(*number)));
            }
            for (const auto& number : outputs_of(model, starts_of(model))) CHECK(number.has_value());
            const std::vector<double> nowhere(model.inputs.size(), std::numeric_limits<double>::quiet_NaN());
            for (const auto& number : outputs_of(model, nowhere)) CHECK_FALSE(number.has_value());
        }
    }

    TEST_CASE("the models of the shipped pack agree with their sources") {
        // Jahr and Stevens 1990: half of the channels are plugged where magnesium / 3.57 * exp(-0.062 V) is 1.
        CHECK(output(shipped_model("nmda-voltage"), {std::log(1 / 3.57) / 0.062, 1}, "unplugged") ==
              doctest::Approx(50));
        CHECK(output(shipped_model("nmda-voltage"), {0, 3.57}, "unplugged") == doctest::Approx(50));
        // Fine 1991: 11 % of the largest amount, of which 7 % by the route that never fills up.
        for (const double half : {1.0, 2.0, 3.0})
            CHECK(output(shipped_model("absorption-dose"), {40, half}, "share") == doctest::Approx(11));
        CHECK(output(shipped_model("gut-water"), {1, 2}, "measured") == doctest::Approx(7.3));
        CHECK(output(shipped_model("kidney-balance"), {2400, 95, 120}, "balance") == doctest::Approx(0));
        for (const auto& [compound, rest] : {std::pair{"oxide", 15.999}, {"glycinate", 148.12}}) {
            const Fact& share = shipped_pack().facts.at(FactId{std::string(compound) + ".mass-share"});
            CHECK(output(shipped_model("label-weight"), {1000, rest, 0, 100}, "share") ==
                  doctest::Approx(*share.value).epsilon(0.005));
        }
    }

    TEST_CASE("the forgetting model is the program's own") {
        for (const double days : {0.0, 1.0, 10.0, 100.0}) {
            const double known = memory::retrievability(days, 10, memory::default_weights);
            CHECK(output(shipped_model("forgetting"), {days, 10, 5}, "known") == doctest::Approx(100 * known));
            if (days < 1) continue; // on the same day another rule applies
            const auto after = memory::Fsrs().after(memory::State{10, 5}, static_cast<int>(days), memory::Rating::good);
            CHECK(output(shipped_model("forgetting"), {days, 10, 5}, "after") == doctest::Approx(after.stability));
        }
    }

    TEST_CASE("the trial model is near the exact normal distribution") {
        const auto exact = [](double z) { return 50 * std::erfc(-z / std::sqrt(2.0)); };
        for (const double effect : {0.0, 1.0, 2.0, 5.0}) {
            for (const double people : {10.0, 20.0, 100.0}) {
                const double z = effect / (5 * std::sqrt(2 / people));
                CHECK(std::abs(output(shipped_model("trial-chance"), {effect, 5, people}, "better") - exact(z - 1.96)) <
                      0.02);
                CHECK(std::abs(output(shipped_model("trial-chance"), {effect, 5, people}, "worse") - exact(-z - 1.96)) <
                      0.02);
            }
        }
    }

    TEST_CASE("a prediction has an id, and moves that come in pairs") {
        for (const auto& [id, model] : shipped_pack().models) {
            for (std::size_t input = 0; input < model.inputs.size(); ++input) {
                for (std::size_t out = 0; out < model.outputs.size(); ++out) {
                    const Prediction prediction{&model, input, out};
                    const auto named = prediction_named(shipped_pack().models, id_of(prediction));
                    REQUIRE(named.has_value());
                    CHECK(named->input == input);
                    CHECK(named->output == out);
                    int up = 0;
                    int down = 0;
                    for (const Move& move : moves_of(prediction)) {
                        CHECK(model.inputs[input].valid.contains(move.from));
                        CHECK(model.inputs[input].valid.contains(move.to));
                        CHECK(nearest_choice(model.inputs[input], move.to) == move.to);
                        up += change_between(move.before, move.after) == Change::up ? 1 : 0;
                        down += change_between(move.before, move.after) == Change::down ? 1 : 0;
                    }
                    CHECK(up == down);
                }
            }
        }
        CHECK_FALSE(prediction_named(shipped_pack().models, PredictionId{"nmda-voltage:voltage>nothing"}).has_value());
        CHECK_FALSE(prediction_named(shipped_pack().models, PredictionId{""}).has_value());
        CHECK(change_between(0.1 + 0.2, 0.3) == Change::same);
        CHECK(change_between(0, 0) == Change::same);
    }
}
