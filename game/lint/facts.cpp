#include "game/lint/facts.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "engine/base/text.hpp"
#include "engine/json/writer.hpp"

namespace chelate::lint {

namespace {

constexpr std::size_t fewest_values = 5; ///< of one kind, before one of them can be called an outlier
/// Powers of ten between a value and the mean of the others. A slip of a factor of 100 in an ordinary value is above
/// it; a true value that is 20 times the usual one is not.
constexpr double smallest_distance = 1.3;
constexpr double most_deviations = 4; ///< standard deviations of the others, on a log scale

/// Returns a number and its unit as a finding shows them.
std::string shown(double value, const content::Attribute& attribute) {
    json::Writer number;
    number.number(value);
    return number.text() + (attribute.unit.empty() ? "" : ' ' + attribute.unit);
}

/// Returns a text for comparing it with names: folded, without an article and without a full stop.
std::string as_name(std::string_view text) {
    std::string name = folded(text);
    for (const std::string_view article : {"the ", "an ", "a "}) {
        if (!name.starts_with(article)) continue;
        name.erase(0, article.size());
        break;
    }
    if (name.ends_with('.')) name.pop_back();
    return name;
}

/// A choice or item of a question, and the fact that gives its value.
struct Compared {
    std::string name;
    double value = 0;
};

class FactLinter {
public:
    FactLinter(const content::Pack& pack, const content::WordingRules& rules) : pack_(pack), rules_(rules) {
        for (const auto& [id, subject] : pack.subjects) {
            subjects_.emplace(as_name(subject.name), &subject);
            subjects_.emplace(as_name(subject.short_name), &subject);
            for (const std::string& other : subject.also) subjects_.emplace(as_name(other), &subject);
        }
        for (const auto& [id, fact] : pack.facts) {
            if (fact.value) facts_[{fact.subject, fact.attribute}].push_back(&fact);
        }
    }

    std::vector<Finding> run() && {
        for (const auto& [id, question] : pack_.questions) {
            if (const content::Attribute* attribute = attribute_of(question))
                std::visit([&](const auto& authored) { compare(question, authored, *attribute); }, question.authored);
        }
        outliers();
        return std::move(findings_);
    }

private:
    void find(std::string kind, const std::string& id, std::string code, std::string detail) {
        findings_.push_back({.kind = std::move(kind), .id = id, .code = std::move(code), .detail = std::move(detail)});
    }

    // --------------------------------------------------------------------------------- questions against facts

    /// Returns the only attribute that a prompt names, or null.
    [[nodiscard]] const content::Attribute* attribute_of_prompt(const std::string& prompt) const {
        const std::string words = folded(prompt);
        const content::Attribute* named = nullptr;
        for (const auto& [id, attribute] : pack_.attributes) {
            if (!attribute.is_number || words.find(folded(attribute.name)) == std::string::npos) continue;
            if (named != nullptr) return nullptr; // it names two
            named = &attribute;
        }
        return named;
    }

    /// Returns the attribute that a question is about: the one of all its facts or, if it names none, the one in its
    /// prompt. Returns null when that is not clear.
    [[nodiscard]] const content::Attribute* attribute_of(const content::AuthoredQuestion& question) const {
        const content::Attribute* attribute = nullptr;
        for (const content::FactId& id : question.exercises.facts) {
            const auto fact = pack_.facts.find(id);
            if (fact == pack_.facts.end() || !fact->second.value) return nullptr;
            const auto own = pack_.attributes.find(fact->second.attribute);
            if (own == pack_.attributes.end()) return nullptr;
            if (attribute != nullptr && attribute->id != own->first) return nullptr;
            attribute = &own->second;
        }
        return attribute == nullptr ? attribute_of_prompt(question.prompt) : attribute;
    }

    /// Returns the value of a subject, if exactly one fact gives it.
    [[nodiscard]] std::optional<Compared> value_of(const content::SubjectId& id,
                                                   const content::Attribute& attribute) const {
        const auto facts = facts_.find({id, attribute.id});
        const auto subject = pack_.subjects.find(id);
        if (facts == facts_.end() || facts->second.size() != 1 || subject == pack_.subjects.end()) return std::nullopt;
        return Compared{subject->second.name, *facts->second.front()->value};
    }
    [[nodiscard]] std::optional<Compared> value_of(const std::string& name, const content::Attribute& attribute) const {
        const auto subject = subjects_.find(as_name(name));
        return subject == subjects_.end() ? std::nullopt : value_of(subject->second->id, attribute);
    }

    /// Returns whether a prompt asks for the most (1), the least (-1), or neither or both (0).
    [[nodiscard]] int direction_of(const std::string& prompt) const {
        if (!rules_.most || !rules_.least) return 0;
        return (rules_.most->catches(prompt) ? 1 : 0) - (rules_.least->catches(prompt) ? 1 : 0);
    }

    void compare(const content::AuthoredQuestion& question, const content::Choices& choices,
                 const content::Attribute& attribute) {
        const content::KindRow& row = content::row_of(question.kind);
        const int direction = direction_of(question.prompt);
        if (!row.is_marked || row.several || row.on_picture || direction == 0) return;
        // "Which has the most?" compares by what the facts are about only if the prompt says so.
        if (folded(question.prompt).find(folded(attribute.name)) == std::string::npos) return;
        std::optional<Compared> right;
        std::optional<Compared> best;
        for (const content::AuthoredChoice& choice : choices.choices) {
            const auto one =
                choice.subject.empty() ? value_of(choice.text, attribute) : value_of(choice.subject, attribute);
            if (!one) return;
            if (choice.right) right = one;
            if (!best || (one->value - best->value) * direction > 0) best = one;
        }
        if (!right || !best || right->value == best->value) return;
        find("question", question.id.value, "contradicts-facts",
             best->name + ": " + shown(best->value, attribute) + ", " + right->name + ": " +
                 shown(right->value, attribute));
    }

    /// An order may go up or down, so only one that does both contradicts the facts.
    void compare(const content::AuthoredQuestion& question, const content::Items& items,
                 const content::Attribute& attribute) {
        std::vector<Compared> all;
        for (const std::string& item : items.items) {
            const auto one = value_of(item, attribute);
            if (!one) return;
            all.push_back(*one);
        }
        const auto up = [](const Compared& a, const Compared& b) { return a.value < b.value; };
        const auto down = [](const Compared& a, const Compared& b) { return a.value > b.value; };
        if (std::is_sorted(all.begin(), all.end(), up) || std::is_sorted(all.begin(), all.end(), down)) return;
        std::string values;
        for (const Compared& one : all)
            values += (values.empty() ? "" : ", ") + one.name + ": " + shown(one.value, attribute);
        find("question", question.id.value, "contradicts-facts", values);
    }

    /// A number that is asked about one fact has to be the number of that fact.
    void compare(const content::AuthoredQuestion& question, const content::Quantity& quantity,
                 const content::Attribute& attribute) {
        if (question.exercises.facts.size() != 1 || quantity.unit != attribute.unit) return;
        const double value = *pack_.facts.at(question.exercises.facts.front()).value;
        const double half_step = 0.5 * std::pow(10.0, -quantity.decimals); // the question may round
        if (value >= quantity.low - half_step && value <= quantity.high + half_step) return;
        find("question", question.id.value, "contradicts-facts",
             question.exercises.facts.front().value + ": " + shown(value, attribute));
    }

    template <class WithoutValues>
    void compare(const content::AuthoredQuestion&, const WithoutValues&, const content::Attribute&) {}

    // --------------------------------------------------------------------------------- values against values

    /// Finds values that are far from those of the other subjects of their group. A `note` says that a value is meant.
    void outliers() {
        std::map<std::pair<content::AttributeId, std::string>, std::vector<const content::Fact*>> kinds;
        for (const auto& [id, fact] : pack_.facts) {
            const auto subject = pack_.subjects.find(fact.subject);
            // Zero has no logarithm, and negative values are rarely far apart by a factor.
            if (fact.value && *fact.value > 0 && subject != pack_.subjects.end())
                kinds[{fact.attribute, subject->second.group}].push_back(&fact);
        }
        for (const auto& [kind, facts] : kinds) {
            if (facts.size() < fewest_values) continue;
            for (const content::Fact* fact : facts) outlier(*fact, facts);
        }
    }

    void outlier(const content::Fact& fact, const std::vector<const content::Fact*>& kind) {
        if (!fact.note.empty() || fact.derived) return;
        std::vector<double> others;
        for (const content::Fact* other : kind) {
            if (other != &fact) others.push_back(std::log10(*other->value));
        }
        const auto count = static_cast<double>(others.size());
        const double mean = std::accumulate(others.begin(), others.end(), 0.0) / count;
        double squares = 0;
        for (const double other : others) squares += (other - mean) * (other - mean);
        const double deviation = std::sqrt(squares / (count - 1));
        const double distance = std::abs(std::log10(*fact.value) - mean);
        if (distance < smallest_distance || distance < most_deviations * deviation) return;
        const auto [low, high] = std::minmax_element(others.begin(), others.end());
        const content::Attribute& attribute = pack_.attributes.at(fact.attribute);
        const auto value_at = [&](double power) {
            for (const content::Fact* other : kind) {
                if (std::log10(*other->value) == power) return shown(*other->value, attribute);
            }
            return std::string();
        };
        find("fact", fact.id.value, "outlier", shown(*fact.value, attribute));
        findings_.back().args = {{"low", value_at(*low)}, {"high", value_at(*high)}};
    }

    const content::Pack& pack_;
    const content::WordingRules& rules_;
    std::map<std::string, const content::Subject*> subjects_; ///< by each of their names
    std::map<std::pair<content::SubjectId, content::AttributeId>, std::vector<const content::Fact*>> facts_;
    std::vector<Finding> findings_;
};

} // namespace

std::vector<Finding> fact_findings(const content::Pack& pack, const content::WordingRules& rules) {
    return FactLinter(pack, rules).run();
}

} // namespace chelate::lint
