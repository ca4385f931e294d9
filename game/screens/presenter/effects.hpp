// What a presenter asks for. The app loop carries the effects out, in their order.
#pragma once

#include <concepts>
#include <filesystem>
#include <functional>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/result.hpp"
#include "game/print/document.hpp"
#include "game/screens/model/actions.hpp"
#include "game/screens/presenter/requests.hpp"
#include "game/session/archive.hpp"
#include "game/session/class_file.hpp"
#include "game/session/commands.hpp"
#include "game/session/settings.hpp"
#include "game/session/workshop.hpp"

namespace chelate::screens {

class Effects;
/// What follows from how something went. It is called at once, while the presenter that asked is still there.
template <class T>
using Then = std::function<Effects(const Result<T>&)>;

/// Shows a screen in place of all others.
struct Show {
    ScreenRequest screen;
};
/// Shows a screen over the present one.
struct ShowOver {
    ScreenRequest screen;
};
/// Goes back to the screen below.
struct Close {};
/// Ends the program.
struct Quit {};
/// Carries out an action of the program itself, such as the host's window.
struct Perform {
    ActionId action;
};
/// Whether the host has taken the teams' strip out of sight.
struct HideStrip {
    bool hidden = false;
};
/// Passes a command to the session. Without `then`, an error is ignored: a rule said no, and nothing has changed.
struct Submit {
    session::Command command;
    Then<void> then{};
};
/// Writes a document as a new file; `then` gets the file. Without `then`, a page says where it is, or why it could not
/// be written.
struct Print {
    print::Document document;
    Then<std::filesystem::path> then{};
};
/// Saves changed settings, changed classes, or who hosts workshops.
struct Save {
    std::variant<session::Settings, session::ClassFile, session::Holder> what;
};
/// Changes the language of the program and saves it as a setting. @param tag  see text::FoundLanguage
struct UseLanguage {
    std::string tag;
    Then<void> then;
};
/// Makes a backup; `then` gets the file.
struct BackUp {
    Then<std::filesystem::path> then;
};
/// Puts a backup in place of progress; `then` gets where the earlier progress is.
struct RestoreBackup {
    std::filesystem::path backup;
    Then<std::optional<std::filesystem::path>> then;
};
/// Writes all that is saved of the player into a new file; `then` gets the file.
struct ExportProfile {
    Then<std::filesystem::path> then;
};
/// Makes the folder into which a person puts files to import.
struct MakeImportFolder {};
/// Imports everyone's progress from a file. @see session::Archive::import_profiles
struct ImportProfiles {
    std::filesystem::path file;
    session::SamePerson answers;
    Then<session::ImportResult> then;
};

using Effect = std::variant<Show, ShowOver, Close, Quit, Perform, HideStrip, Submit, Print, Save, UseLanguage, BackUp,
                            RestoreBackup, ExportProfile, MakeImportFolder, ImportProfiles>;

/// Any number of effects, in order. Each kind of effect converts to it; none at all is `{}`.
class Effects {
public:
    Effects() = default;
    template <class One>
    requires(!std::same_as<std::remove_cvref_t<One>, Effects> && std::constructible_from<Effect, One>)
        Effects(One&& one) {
        list_.emplace_back(std::forward<One>(one));
    }

    [[nodiscard]] bool empty() const { return list_.empty(); }
    [[nodiscard]] const std::vector<Effect>& list() const { return list_; }
    /// Appends further effects.
    [[nodiscard]] Effects and_then(Effects more) && {
        for (Effect& one : more.list_) list_.push_back(std::move(one));
        return std::move(*this);
    }

private:
    std::vector<Effect> list_;
};

} // namespace chelate::screens
