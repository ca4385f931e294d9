#include "game/cli/memory_verb.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <ostream>
#include <utility>
#include <vector>

#include "engine/base/folders.hpp"
#include "engine/json/document.hpp"
#include "engine/json/writer.hpp"
#include "engine/memory/fsrs.hpp"

namespace chelate::cli {

namespace {

using json::Document;
using json::ObjectReader;
using json::Value;

/// Our results by key. NaN means there is no number, which is null in the file: for example, the chance of recall
/// before anything was learned.
constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
using Computed = std::vector<std::pair<std::string_view, double>>;

/// How far our results are from those in the file. `greatest` has the largest difference of each key, in the unit of
/// the result; `too_far` counts the results outside the file's tolerances.
struct Distances {
    std::int64_t compared = 0;
    std::map<std::string_view, double> greatest{};
    std::int64_t too_far = 0;
};

class Vectors {
public:
    Vectors(const Document& document, const text::Language& words) : document_(document), words_(words) {}

    /// Returns the whole document with our results. Its problems are in problems().
    std::string computed() {
        ObjectReader reader(document_, document_.root(), "a file of vectors", problems_); // not for people
        reader.accept_rest();
        read_tolerances(reader.object("check", false));
        read_weights(reader.object("parameter_sets", true));
        copy(document_.root(), [&](const Value& member) {
            if (member.key() == "histories") return each(member, [&](const Value& one) { history(one); });
            if (member.key() == "single_steps") return each(member, [&](const Value& one) { single_step(one); });
            if (member.key() == "intervals") return each(member, [&](const Value& one) { interval(one); });
            return false;
        });
        return out_.take();
    }

    [[nodiscard]] const std::vector<json::Problem>& problems() const { return problems_; }
    [[nodiscard]] const Distances& distances() const { return distances_; }

private:
    void read_tolerances(const std::optional<Value>& check) {
        if (!check) return;
        ObjectReader reader(document_, *check, "the tolerances", problems_); // not for people
        reader.accept_rest();
        stability_relative_ = reader.optional_number("stability_rel_tol").value_or(stability_relative_);
        stability_absolute_ = reader.optional_number("stability_abs_tol").value_or(stability_absolute_);
        difficulty_ = reader.optional_number("difficulty_abs_tol").value_or(difficulty_);
        retrievability_ = reader.optional_number("retrievability_abs_tol").value_or(retrievability_);
    }

    void read_weights(const std::optional<Value>& sets) {
        if (!sets) return;
        for (auto set = sets->first(); set; set = set->next()) {
            std::vector<double> list;
            for (auto weight = set->first(); weight; weight = weight->next()) {
                const bool is_number = weight->kind() == json::Kind::integer || weight->kind() == json::Kind::number;
                list.push_back(is_number ? weight->as_number() : no_number);
            }
            if (const auto weights = memory::weights_from(list)) {
                models_.emplace(set->key(), *weights);
            } else {
                document_.report(problems_, set->offset(), "wrong-type", words_.sentence(weights.error()));
            }
        }
    }

    /// Returns the model that an object names. Where the name is unknown, it reports a problem and returns the
    /// default model.
    const memory::Fsrs& model_of(ObjectReader& reader) {
        const auto name = reader.string("parameter_set");
        const auto found = name ? models_.find(*name) : models_.end();
        if (found != models_.end()) return found->second;
        if (name)
            reader.report("parameter_set", "unknown-reference", "no set of weights has this name"); // not for people
        return usual_;
    }

    // Writes an object as it is, with our results in place of those in it. Results for keys it lacks go at its end.
    void copy(const Value& value, const Computed& results = {}) {
        copy(
            value, [](const Value&) { return false; }, results);
    }

    template <class Replace>
    void copy(const Value& value, const Replace& replace, const Computed& results = {}) {
        switch (value.kind()) {
        case json::Kind::null: out_.null(); return;
        case json::Kind::boolean: out_.boolean(value.as_bool()); return;
        case json::Kind::integer: out_.integer(value.as_integer()); return;
        case json::Kind::number: out_.number(value.as_number()); return;
        case json::Kind::string: out_.string(value.as_string()); return;
        case json::Kind::array:
            out_.begin_array();
            for (auto element = value.first(); element; element = element->next()) copy(*element);
            out_.end_array();
            return;
        case json::Kind::object: break;
        }
        out_.begin_object();
        for (auto member = value.first(); member; member = member->next()) {
            const bool computed = std::any_of(results.begin(), results.end(),
                                              [&](const auto& result) { return result.first == member->key(); });
            if (computed) continue;
            out_.key(member->key());
            if (!replace(*member)) copy(*member);
        }
        for (const auto& [key, number] : results) out_.key(key).number(number);
        out_.end_object();
    }

    template <class Write>
    bool each(const Value& list, const Write& write) {
        if (list.kind() != json::Kind::array) {
            document_.report(problems_, list.offset(), "wrong-type", "this is a list"); // not for people
            return false;
        }
        out_.begin_array();
        for (auto element = list.first(); element; element = element->next()) write(*element);
        out_.end_array();
        return true;
    }

    void history(const Value& value) {
        ObjectReader reader(document_, value, "a history", problems_);
        reader.accept_rest();
        const memory::Fsrs& fsrs = model_of(reader);
        const double retention = reader.number("desired_retention").value_or(memory::default_retention);
        std::optional<memory::State> state;
        copy(value, [&](const Value& member) {
            if (member.key() == "reviews")
                return each(member, [&](const Value& review) { state = reviewed(review, fsrs, retention, state); });
            if (member.key() == "probes") return each(member, [&](const Value& one) { probe(one, fsrs, state); });
            return false;
        });
    }

    memory::State reviewed(const Value& review, const memory::Fsrs& fsrs, double retention,
                           const std::optional<memory::State>& before) {
        const auto [days, rating] = step_of(review);
        const double chance = before ? fsrs.retrievability(days, before->stability) : no_number;
        const memory::State after = fsrs.after(before, days, rating);
        const double exact = fsrs.exact_interval(after.stability, retention);
        compare(review, chance, after);
        compare_interval(review, fsrs.interval(after.stability, retention), exact);
        copy(review, {{"retrievability_before", chance},
                      {"stability", after.stability},
                      {"difficulty", after.difficulty},
                      {"interval_raw", exact},
                      {"interval", fsrs.interval(after.stability, retention)}});
        return after;
    }

    void probe(const Value& value, const memory::Fsrs& fsrs, const std::optional<memory::State>& state) {
        ObjectReader reader(document_, value, "a probe", problems_);
        reader.accept_rest();
        const double days = reader.number("t").value_or(0);
        const double chance = state ? fsrs.retrievability(days, state->stability) : no_number;
        compare(value, "retrievability", chance, retrievability_);
        copy(value, {{"retrievability", chance}});
    }

    void single_step(const Value& value) {
        ObjectReader reader(document_, value, "a step", problems_);
        reader.accept_rest();
        const memory::Fsrs& fsrs = model_of(reader);
        memory::State before{memory::least_stability, 1};
        if (const auto state = reader.object("state", true)) {
            ObjectReader stored(document_, *state, "a state", problems_);
            stored.accept_rest();
            before = {stored.number("stability").value_or(before.stability),
                      stored.number("difficulty").value_or(before.difficulty)};
        }
        const auto [days, rating] = step_of(value);
        const double chance = fsrs.retrievability(days, before.stability);
        const memory::State after = fsrs.after(before, days, rating);
        compare(value, "retrievability_before", chance, retrievability_);
        bool had_next = false;
        const Computed next{{"stability", after.stability}, {"difficulty", after.difficulty}};
        const auto write_next = [&](const Value& member) {
            if (member.key() != "next" || member.kind() != json::Kind::object) return false;
            had_next = true;
            compare(member, no_number, after);
            copy(member, next);
            return true;
        };
        out_.begin_object();
        for (auto member = value.first(); member; member = member->next()) {
            if (member->key() == "retrievability_before") continue;
            out_.key(member->key());
            if (!write_next(*member)) copy(*member);
        }
        out_.key("retrievability_before").number(chance);
        if (!had_next) {
            out_.key("next").begin_object();
            for (const auto& [key, number] : next) out_.key(key).number(number);
            out_.end_object();
        }
        out_.end_object();
    }

    void interval(const Value& value) {
        ObjectReader reader(document_, value, "an interval", problems_); // not for people
        reader.accept_rest();
        const memory::Fsrs& fsrs = model_of(reader);
        const double stability = reader.number("stability").value_or(memory::least_stability);
        const double retention = reader.number("desired_retention").value_or(memory::default_retention);
        const int days = fsrs.interval(stability, retention);
        compare_interval(value, days, fsrs.exact_interval(stability, retention));
        copy(value, {{"interval_modifier", fsrs.interval_factor(retention)}, {"interval", days}});
    }

    std::pair<int, memory::Rating> step_of(const Value& value) {
        ObjectReader reader(document_, value, "a review", problems_);
        reader.accept_rest();
        const auto days = reader.integer("elapsed_days", 0, 1'000'000).value_or(0);
        const auto rating = reader.integer("rating", 1, 4).value_or(1);
        return {static_cast<int>(days), static_cast<memory::Rating>(rating)};
    }

    // Compares our results with those in the file, where the file has them.
    void compare(const Value& value, double chance, const memory::State& after) {
        if (!std::isnan(chance)) compare(value, "retrievability_before", chance, retrievability_);
        const double relative = stability_relative_ * std::abs(after.stability);
        compare(value, "stability", after.stability, std::max(relative, stability_absolute_));
        compare(value, "difficulty", after.difficulty, difficulty_);
    }

    void compare_interval(const Value& value, int days, double exact) {
        // Where the exact interval is on the edge of rounding, a day more or less is fine.
        const bool on_edge = std::abs(exact - std::floor(exact) - 0.5) <= 3e-6 * std::max(1.0, exact);
        compare(value, "interval", days, on_edge ? 1 : 0);
    }

    void compare(const Value& value, std::string_view key, double ours, double allowed) {
        const auto theirs = value.find(key);
        if (!theirs || (theirs->kind() != json::Kind::integer && theirs->kind() != json::Kind::number)) return;
        const double off = std::abs(ours - theirs->as_number());
        ++distances_.compared;
        double& greatest = distances_.greatest.try_emplace(key, 0.0).first->second;
        greatest = std::max(greatest, off);
        if (!(off <= allowed)) ++distances_.too_far;
    }

    const Document& document_;
    const text::Language& words_;
    std::vector<json::Problem> problems_;
    json::Writer out_;
    std::map<std::string, memory::Fsrs, std::less<>> models_;
    memory::Fsrs usual_;
    Distances distances_;
    double stability_relative_ = 5e-6;
    double stability_absolute_ = 2e-8;
    double difficulty_ = 5e-7;
    double retrievability_ = 5e-7;
};

} // namespace

int compute_memory(const MemoryCommand& command, const text::Language& words, Streams to) {
    auto text = read_file(command.vectors, json::max_bytes);
    if (!text) {
        to.err << "chelate: " << words.sentence(text.error()) << '\n';
        return 1;
    }
    std::vector<json::Problem> problems;
    const auto document = Document::parse(command.vectors, std::move(*text), problems);
    for (const json::Problem& problem : problems) to.err << json::to_text(problem);
    if (!document || !problems.empty()) return 1;
    Vectors vectors(*document, words);
    const std::string computed = vectors.computed();
    for (const json::Problem& problem : vectors.problems()) to.err << json::to_text(problem);
    if (!vectors.problems().empty()) return 1;
    if (command.json) {
        to.out << computed << '\n';
        return 0;
    }
    const Distances& distances = vectors.distances();
    to.out << words.plural("memory.compared", distances.compared) << '\n';
    for (const auto& [key, off] : distances.greatest)
        to.out << "  "
               << words.text("memory.greatest",
                             {{"key", std::string(key)}, {"off", words.number_with_decimals(off, 9)}})
               << '\n';
    to.out << (distances.too_far == 0 ? words.text("memory.all_near")
                                      : words.plural("memory.too_far", distances.too_far))
           << '\n';
    return distances.too_far == 0 ? 0 : 1;
}

} // namespace chelate::cli
