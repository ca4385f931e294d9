// Rules between items: what a fact, a claim or a template may say, given the items it names. Private to this room.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/content/pack.hpp"

namespace chelate::content {

/// A rule that an item breaks, and where in the item that shows.
struct BrokenRule {
    std::string_view key; ///< of the item; empty: the item itself
    std::string id;       ///< the string under that key that is meant; empty: its whole value
    std::string code;
    std::string message;
};

/// The askable facts of a pack by attribute and group of their subjects, to see whether a template can make anything.
class Askable {
public:
    explicit Askable(const Pack& pack);
    [[nodiscard]] const std::vector<const Fact*>& facts(const AttributeId& attribute, const std::string& group) const;

private:
    std::map<std::pair<AttributeId, std::string>, std::vector<const Fact*>> facts_;
};

/// The first rule that the item breaks. @pre everything it names is in the pack
[[nodiscard]] std::optional<BrokenRule> rule_broken_by(const Fact& fact, const Pack& pack);
[[nodiscard]] std::optional<BrokenRule> rule_broken_by(const Claim& claim, const Pack& pack);
[[nodiscard]] std::optional<BrokenRule> rule_broken_by(const Template& made, const Pack& pack, const Askable& askable);

} // namespace chelate::content
