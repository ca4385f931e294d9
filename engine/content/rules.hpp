// Checks what a fact, claim or template may say, given the items that it names. Private to this module.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/content/pack.hpp"

namespace chelate::content {

/// A rule that an item breaks, and where in the item the problem is.
struct BrokenRule {
    std::string_view key; ///< key in the item; empty: the item itself
    std::string id;       ///< the string meant under that key; empty: the key's whole value
    std::string code;
    std::string message;
};

/// Indexes a pack's askable facts by attribute and subject group, to tell whether a template can make a question.
class Askable {
public:
    explicit Askable(const Pack& pack);
    [[nodiscard]] const std::vector<const Fact*>& facts(const AttributeId& attribute, const std::string& group) const;

private:
    std::map<std::pair<AttributeId, std::string>, std::vector<const Fact*>> facts_;
};

/// Returns the first rule that the item breaks, or nothing. @pre the pack contains everything that the item names
[[nodiscard]] std::optional<BrokenRule> rule_broken_by(const Fact& fact, const Pack& pack);
[[nodiscard]] std::optional<BrokenRule> rule_broken_by(const Claim& claim, const Pack& pack);
[[nodiscard]] std::optional<BrokenRule> rule_broken_by(const Template& made, const Pack& pack, const Askable& askable);

} // namespace chelate::content
