#include "game/session/installation.hpp"

namespace chelate::session {

std::filesystem::path installation_root() {
    std::error_code ignored;
    const std::filesystem::path session_plan = std::filesystem::read_symlink("/proc/self/exe", ignored);
    const std::filesystem::path beside = session_plan.parent_path().parent_path().parent_path();
    if (std::filesystem::exists(beside / "assets" / "i18n", ignored)) return beside;
    return CHELATE_ROOT;
}

} // namespace chelate::session
