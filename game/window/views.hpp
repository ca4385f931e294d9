// One function for each screen: it draws its model into an area and registers what responds to the pointer. No rule
// of the game is here.
#pragma once

#include "game/window/context.hpp"

namespace chelate::window {

void draw(const screens::HomeModel& model, Context& context, const Rect& area);
void draw(const screens::QuestionModel& model, Context& context, const Rect& area);
void draw(const screens::RevealModel& model, Context& context, const Rect& area);
void draw(const screens::ResultModel& model, Context& context, const Rect& area);
void draw(const screens::KnowledgeModel& model, Context& context, const Rect& area);
void draw(const screens::StandingsModel& model, Context& context, const Rect& area);
void draw(const screens::BlankModel& model, Context& context, const Rect& area);
void draw(const screens::SceneModel& model, Context& context, const Rect& area);
void draw(const screens::BreathModel& model, Context& context, const Rect& area);
void draw(const screens::MechanismListModel& model, Context& context, const Rect& area);
void draw(const screens::MechanismModel& model, Context& context, const Rect& area);
void draw(const screens::SimulationModel& model, Context& context, const Rect& area);

/// Overlays, drawn in Dear ImGui over a veil. They respond to the pointer themselves and put intents into the context.
void draw(const screens::SettingsModel& model, Context& context, const Rect& area);
void draw(const screens::KeysModel& model, Context& context, const Rect& area);
void draw(const screens::WordsModel& model, Context& context, const Rect& area);
void draw(const screens::ConfidenceModel& model, Context& context, const Rect& area);
void draw(const screens::NameModel& model, Context& context, const Rect& area);
void draw(const screens::DialogModel& model, Context& context, const Rect& area);

} // namespace chelate::window
