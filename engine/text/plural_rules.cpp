#include "engine/text/plural_rules.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace chelate::text {

/// Reads a rule from left to right. Each function returns nothing where the rule does not continue as it should.
class PluralRules::Reader {
public:
    explicit Reader(std::string_view rule) : rest_(rule.substr(0, rule.find('@'))) {}

    std::optional<std::vector<AllOf>> rule() {
        std::vector<AllOf> alternatives;
        do {
            AllOf all;
            do {
                auto one = relation();
                if (!one) return std::nullopt;
                all.push_back(std::move(*one));
            } while (takes("and"));
            alternatives.push_back(std::move(all));
        } while (takes("or"));
        skip_blanks();
        return rest_.empty() ? std::optional(std::move(alternatives)) : std::nullopt;
    }

private:
    std::optional<Relation> relation() {
        Relation relation;
        skip_blanks();
        constexpr std::string_view operands = "nivwftce"; // all but n and i are about fractions and exponents
        const std::size_t operand = rest_.empty() ? std::string_view::npos : operands.find(rest_.front());
        if (operand == std::string_view::npos) return std::nullopt;
        relation.of_fraction = operand > 1;
        rest_.remove_prefix(1);
        if (takes("%")) {
            const auto divisor = number();
            if (!divisor || *divisor == 0) return std::nullopt;
            relation.divisor = *divisor;
        }
        relation.negated = takes("!=");
        if (!relation.negated && !takes("=")) return std::nullopt;
        do {
            const auto first = number();
            const auto last = first && takes("..") ? number() : first;
            if (!last) return std::nullopt;
            relation.ranges.push_back({*first, *last});
        } while (takes(","));
        return relation;
    }

    std::optional<std::uint64_t> number() {
        skip_blanks();
        std::uint64_t value = 0;
        const auto read = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
        if (read.ec != std::errc()) return std::nullopt;
        rest_.remove_prefix(static_cast<std::size_t>(read.ptr - rest_.data()));
        return value;
    }

    bool takes(std::string_view token) {
        skip_blanks();
        if (!rest_.starts_with(token)) return false;
        rest_.remove_prefix(token.size());
        return true;
    }

    void skip_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(' '), rest_.size())); }

    std::string_view rest_;
};

bool PluralRules::Relation::is_true_for(std::uint64_t number) const {
    const std::uint64_t whole = of_fraction ? 0 : number;
    const std::uint64_t compared = divisor == 0 ? whole : whole % divisor;
    const bool found = std::any_of(ranges.begin(), ranges.end(), [&](const Range& range) {
        return range.first <= compared && compared <= range.last;
    });
    return found != negated;
}

bool PluralRules::set(PluralForm form, std::string_view rule) {
    auto read = Reader(rule).rule();
    if (!read) return false;
    rules_.at(static_cast<std::size_t>(form)) = std::move(*read);
    return true;
}

bool PluralRules::uses(PluralForm form) const {
    return form == PluralForm::other || !rules_[static_cast<std::size_t>(form)].empty();
}

PluralForm PluralRules::form_for(std::int64_t count) const {
    const std::uint64_t number = count < 0 ? 0 - static_cast<std::uint64_t>(count) : static_cast<std::uint64_t>(count);
    for (std::size_t form = 0; form < rules_.size(); ++form) {
        const bool holds = std::any_of(rules_[form].begin(), rules_[form].end(), [&](const AllOf& all) {
            return std::all_of(all.begin(), all.end(),
                               [&](const Relation& relation) { return relation.is_true_for(number); });
        });
        if (holds) return static_cast<PluralForm>(form);
    }
    return PluralForm::other;
}

} // namespace chelate::text
