#include "engine/stage/graphics.hpp"

#include <SFML/Config.hpp>
#include <imgui.h>

namespace chelate::stage {

std::vector<Library> window_libraries() {
    const auto number = [](int part) { return std::to_string(part); };
    return {{"SFML", number(SFML_VERSION_MAJOR) + '.' + number(SFML_VERSION_MINOR) + '.' + number(SFML_VERSION_PATCH)},
            {"Dear ImGui", ImGui::GetVersion()}}; // not for people
}

} // namespace chelate::stage
