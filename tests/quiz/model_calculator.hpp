// Works out what the outputs of a model are, from the text of its expressions. It shares no code with the program.
#pragma once

#include <map>
#include <string>

#include "engine/content/model.hpp"

namespace chelate::test {

/// Returns the value of an expression, which may be infinite or not a number. Throws when it is not one.
[[nodiscard]] double calculated(const std::string& expression, const std::map<std::string, double>& values);

/// Returns the outputs that have a finite value, by their ids. @param values  of the inputs, by their ids
[[nodiscard]] std::map<std::string, double> calculated(const content::Model& model,
                                                       std::map<std::string, double> values);

} // namespace chelate::test
