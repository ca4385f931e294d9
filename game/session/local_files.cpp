#include "game/session/local_files.hpp"

#include <utility>

namespace chelate::session {

LocalFiles::LocalFiles(std::filesystem::path folder, std::vector<Error>* told) : folder_(std::move(folder)) {
    if (folder_.empty()) return;
    settings_ = load_settings(folder_, told);
    classes_ = load_classes(folder_, told);
    workshop_ = load_workshop(folder_, told);
}

LocalFiles LocalFiles::read_only(const std::filesystem::path& folder) {
    LocalFiles files(folder);
    files.folder_.clear();
    return files;
}

void LocalFiles::change(const Settings& settings) {
    settings_ = settings;
    if (!folder_.empty()) (void)save_settings(folder_, settings_);
}

void LocalFiles::change(const ClassFile& classes) {
    classes_ = classes;
    if (!folder_.empty()) (void)save_classes(folder_, classes_);
}

void LocalFiles::drop_carried_workshop() {
    workshop_.under_way.reset();
    if (!folder_.empty()) (void)save_workshop(folder_, workshop_);
}

void LocalFiles::change(const Holder& holder) {
    workshop_.holder = holder;
    if (!folder_.empty()) (void)save_workshop(folder_, workshop_);
}

} // namespace chelate::session
