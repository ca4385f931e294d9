// Small pages over a screen: the player's name, who plays, and questions with a few answers.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "game/screens/presenter/dialog.hpp"
#include "game/screens/presenter/services.hpp"

namespace chelate::screens {

// Whatever an overlay takes by reference must outlive it.

/// Asks for a name. At the first start it also says what this program is.
class NameOverlay final : public TextEntry {
public:
    NameOverlay(const content::Pack& pack, const text::Language& words, const session::Players& players,
                const session::Rounds& rounds, const ShownNames& shown_name, const ShowName& request);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;

private:
    Effects accept() override;
    Effects leave() override;

    const content::Pack& pack_;
    const text::Language& words_;
    const session::Rounds& rounds_;
    const ShownNames& shown_name_;
    ShowName request_;
};

/// What the page of players shows something of.
struct PlayersSource {
    const text::Language& words;
    const session::Players& players;
    const session::Study& study;
    const ShownNames& shown_name;
    bool is_saved = false; ///< progress is in a file
};

class PlayersOverlay final : public Dialog {
public:
    explicit PlayersOverlay(const PlayersSource& source);

private:
    Effects press(int index) override;

    enum class Choice : std::uint8_t { somebody_else, rename, export_profile, import_profiles, remove, ask_again };
    [[nodiscard]] static std::vector<Choice> choices_of(const PlayersSource& source);
    [[nodiscard]] static std::string label_of(const PlayersSource& source, Choice choice);
    [[nodiscard]] static DialogModel model_of(const PlayersSource& source);
    [[nodiscard]] std::string export_result(const Result<std::filesystem::path>& file) const;

    PlayersSource source_;
    std::vector<std::string> others_;
    std::vector<Choice> choices_;
};

class RemovePlayerOverlay final : public Dialog {
public:
    RemovePlayerOverlay(const text::Language& words, const session::Players& players, const session::History& history,
                        const ShownNames& shown_name);

private:
    Effects press(int index) override;

    const session::Players& players_;
};

/// Offers what can be done about a question that seems wrong: a report to send, or never to be asked it again.
class SeemsWrongOverlay final : public Dialog {
public:
    /// @param number  1-based number of a revealed question of the round under way
    /// @param program  name and version of the program
    SeemsWrongOverlay(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds,
                      const std::string& program, int number);

private:
    Effects press(int index) override;

    const content::Pack& pack_;
    const session::Rounds& rounds_;
    const std::string& program_;
    int number_;
};

class RoundUnderWayOverlay final : public Dialog {
public:
    RoundUnderWayOverlay(const text::Language& words, const session::Rounds& rounds, content::Round wanted);

private:
    Effects press(int index) override;

    const session::Rounds& rounds_;
    content::Round wanted_;
};

/// Returns the page that explains marking by confidence with one picture: what each level wins and loses, and when it
/// pays best.
[[nodiscard]] ConfidenceModel confidence_page(const text::Language& words);

/// Asks before everything that the player hid is asked again.
class AskAgainOverlay final : public Dialog {
public:
    AskAgainOverlay(const text::Language& words, const session::Study& study);

private:
    Effects press(int index) override;
};

/// Asks before a key ends the program. It stays unless the person says otherwise.
class QuitOverlay final : public Dialog {
public:
    explicit QuitOverlay(const text::Language& words);

private:
    Effects press(int) override { return Quit{}; }
};

class EndRoundOverlay final : public Dialog {
public:
    EndRoundOverlay(const text::Language& words, const session::Rounds& rounds);

private:
    Effects press(int index) override;

    const session::Rounds& rounds_;
};

} // namespace chelate::screens
