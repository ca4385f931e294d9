// Chemistry of formulas: molar masses and mass shares as values derived from standard atomic weights.
#pragma once

#include <string_view>

#include "engine/base/result.hpp"

namespace chelate::content {

/// Mass of one mole in g/mol of a formula such as "Mg3(C6H5O7)2" or "MgSO4.7H2O" (a dot adds a hydrate; "·" too).
/// Atomic weights: IUPAC/CIAAW 2021 abridged standard values.
/// Errors: formula-syntax {formula, position}, unknown-element {formula, element}.
[[nodiscard]] Result<double> molar_mass(std::string_view formula);

/// Share of an element by mass, in percent (0 when it is absent). Errors as molar_mass.
[[nodiscard]] Result<double> mass_share(std::string_view formula, std::string_view element);

} // namespace chelate::content
