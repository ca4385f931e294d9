// One function a screen: each draws its model into an area and registers what answers the pointer. No rule of the game
// lives here.
#pragma once

#include "game/window/context.hpp"

namespace chelate::window {

void draw(const app::HomeModel& model, Context& context, const Rect& area);
void draw(const app::QuestionModel& model, Context& context, const Rect& area);
void draw(const app::RevealModel& model, Context& context, const Rect& area);
void draw(const app::ResultModel& model, Context& context, const Rect& area);
void draw(const app::KnowledgeModel& model, Context& context, const Rect& area);
void draw(const app::StandingsModel& model, Context& context, const Rect& area);
void draw(const app::BlankModel& model, Context& context, const Rect& area);
void draw(const app::SceneModel& model, Context& context, const Rect& area);
void draw(const app::BreathModel& model, Context& context, const Rect& area);

/// Overlays, in Dear ImGui over a veil. They answer the pointer themselves and put intents into the context.
void draw(const app::SettingsModel& model, Context& context, const Rect& area);
void draw(const app::KeysModel& model, Context& context, const Rect& area);
void draw(const app::NameModel& model, Context& context, const Rect& area);
void draw(const app::DialogModel& model, Context& context, const Rect& area);

/// Whether a screen lies over another one instead of replacing it.
[[nodiscard]] bool is_overlay(const app::ScreenModel& screen);
/// "home", "question", ...: how tests and traces name a screen.
[[nodiscard]] const char* name_of(const app::ScreenModel& screen);

} // namespace chelate::window
