// Adds the space for an answer to a printed sheet, for each interaction.
#pragma once

#include <pugixml.hpp>

#include "engine/quiz/view.hpp"

namespace chelate::print {

void add_paper_form(pugi::xml_node parent, const quiz::ChoiceView& view);
void add_paper_form(pugi::xml_node parent, const quiz::OrderView& view);
void add_paper_form(pugi::xml_node parent, const quiz::TickView& view);
void add_paper_form(pugi::xml_node parent, const quiz::AssignView& view);
void add_paper_form(pugi::xml_node parent, const quiz::NumberView& view);
void add_paper_form(pugi::xml_node parent, const quiz::TextView& view);
void add_paper_form(pugi::xml_node parent, const quiz::ReadView& view);
void add_paper_form(pugi::xml_node parent, const quiz::PointView& view);

} // namespace chelate::print
