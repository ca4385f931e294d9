// Asks how many people there are, where nobody has given their names.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "game/screens/presenter/dialog.hpp"

namespace chelate::session {
class LocalFiles;
} // namespace chelate::session

namespace chelate::screens {

class PeopleOverlay final : public TextEntry {
public:
    /// @param words  must outlive it  @param about  what the number is for  @param people  0: not known
    /// @param save  gets the number; 0: not known any more
    PeopleOverlay(const text::Language& words, std::string about, int people, std::function<Effects(int)> save);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;

private:
    Effects accept() override;

    const text::Language& words_;
    std::string about_;
    std::function<Effects(int)> save_;
};

/// Asks for the size of the teams of the class that plays. @param files  must outlive the screen
[[nodiscard]] std::unique_ptr<Presenter> ask_team_people(const text::Language& words, const session::LocalFiles& files);
/// Asks how many people take part in a workshop. @param files  must outlive the screen
[[nodiscard]] std::unique_ptr<Presenter> ask_workshop_people(const text::Language& words,
                                                             const session::LocalFiles& files);

} // namespace chelate::screens
