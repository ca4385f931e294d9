// Writes the place for an answer on a printed sheet, for each interaction.
#pragma once

#include <iosfwd>

#include "engine/quiz/view.hpp"

namespace chelate::print {

void write_paper_form(std::ostream& out, const quiz::ChoiceView& view);
void write_paper_form(std::ostream& out, const quiz::OrderView& view);
void write_paper_form(std::ostream& out, const quiz::TickView& view);
void write_paper_form(std::ostream& out, const quiz::AssignView& view);
void write_paper_form(std::ostream& out, const quiz::NumberView& view);
void write_paper_form(std::ostream& out, const quiz::TextView& view);
void write_paper_form(std::ostream& out, const quiz::ReadView& view);
void write_paper_form(std::ostream& out, const quiz::PointView& view);

} // namespace chelate::print
