// The files beside the progress: settings, classes and their lessons, and who hosts workshops. What changes is saved at
// once.
#pragma once

#include <filesystem>
#include <vector>

#include "game/session/class_file.hpp"
#include "game/session/settings.hpp"
#include "game/session/workshop.hpp"

namespace chelate::session {

class LocalFiles {
public:
    /// Nothing is saved.
    LocalFiles() = default;
    /// Reads the files of a data folder. @param folder  empty: nothing is saved  @param told  see local_json::load
    explicit LocalFiles(std::filesystem::path folder, std::vector<Error>* told = nullptr);
    /// Reads the files of a data folder and never writes them.
    [[nodiscard]] static LocalFiles read_only(const std::filesystem::path& folder);

    /// Returns the data folder; empty: nothing is saved.
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    [[nodiscard]] const Settings& settings() const { return settings_; }
    /// Returns the classes; the one that plays is the first.
    [[nodiscard]] const ClassFile& classes() const { return classes_; }
    /// Returns what the host of workshops says of themselves.
    [[nodiscard]] const Holder& holder() const { return workshop_.holder; }
    /// Returns the workshop that an earlier version left under way in its file.
    [[nodiscard]] const std::optional<CarriedWorkshop>& carried_workshop() const { return workshop_.under_way; }
    /// Removes it from the file: it is in the progress now.
    void drop_carried_workshop();

    // A file that cannot be written leaves the change for this run. The message about progress reports trouble with
    // the disk.
    void change(const Settings& settings);
    void change(const ClassFile& classes);
    void change(const Holder& holder);

    /// Settings for a while, as in a kiosk: they are not saved.
    void borrow(const Settings& settings) { settings_ = settings; }

private:
    std::filesystem::path folder_;
    Settings settings_;
    ClassFile classes_;
    WorkshopFile workshop_;
};

} // namespace chelate::session
