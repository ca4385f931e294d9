// Says what draws the window: OpenGL's renderer, and the versions of the libraries.
#pragma once

#include <string>
#include <vector>

#include "engine/base/result.hpp"

namespace chelate::stage {

/// Returns the name of OpenGL's renderer, for example "llvmpipe (LLVM 15.0.6, 256 bits)". SFML crashes where there is
/// no OpenGL, so call this before a window is opened. Opens no window that a person can see.
/// Errors: no-display {name}, no-opengl.
[[nodiscard]] Result<std::string> find_renderer();

struct Library {
    std::string name;
    std::string version;
};

/// Returns the libraries that make the window, for example {"SFML", "2.5.1"}.
[[nodiscard]] std::vector<Library> window_libraries();

} // namespace chelate::stage
