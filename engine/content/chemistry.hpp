// Computes molar masses and mass shares of chemical formulas from standard atomic weights.
#pragma once

#include <string_view>

#include "engine/base/result.hpp"

namespace chelate::content {

/// Returns the molar mass, in g/mol, of a formula such as "Mg3(C6H5O7)2" or "MgSO4.7H2O" ("." or "·" adds a hydrate).
/// Atomic weights: IUPAC/CIAAW 2021 abridged standard values.
/// Errors: formula-syntax {formula, position}, unknown-element {formula, element}.
[[nodiscard]] Result<double> molar_mass(std::string_view formula);

/// Returns the share of an element by mass, in percent; 0 when the formula does not contain it.
/// Errors: as molar_mass.
[[nodiscard]] Result<double> mass_share(std::string_view formula, std::string_view element);

} // namespace chelate::content
