// What a person wants, from key or mouse alike: what views hand to presenters.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace chelate::screens {

struct MoveFocus {
    int by = 1;
    bool operator==(const MoveFocus&) const = default;
}; ///< +1 next, -1 previous
struct FocusOn {
    int index = 0;
    bool operator==(const FocusOn&) const = default;
}; ///< mouse over
struct Activate {
    bool operator==(const Activate&) const = default;
}; ///< Enter
struct Press {
    int index = 0;
    bool operator==(const Press&) const = default;
}; ///< click on a focusable
struct Choose {
    int number = 1;
    bool operator==(const Choose&) const = default;
}; ///< digit 1..9
/// Space: pick up or put down
struct Hold {
    bool operator==(const Hold&) const = default;
};
struct Carry {
    int by = 1;
    bool operator==(const Carry&) const = default;
}; ///< move the focused item
struct MoveItem {
    int from = 0;
    int to = 0;
    bool operator==(const MoveItem&) const = default;
}; ///< drag and drop
/// settings; row -1: focused
struct Adjust {
    int row = -1;
    int by = 1;
    bool operator==(const Adjust&) const = default;
};
struct SetOption {
    int row = 0;
    int option = 0;
    bool operator==(const SetOption&) const = default;
};
/// into the field of a question
struct TypeText {
    std::string text;
    bool operator==(const TypeText&) const = default;
};
enum class Edit : std::uint8_t { backspace, erase, left, right, home, end };
struct EditText {
    Edit edit = Edit::backspace;
    bool operator==(const EditText&) const = default;
};
/// pointer on the scale, 0..1
struct SlideTo {
    double share = 0;
    bool operator==(const SlideTo&) const = default;
};
struct TypeName {
    std::string text;
    bool operator==(const TypeName&) const = default;
};
struct Back {
    bool operator==(const Back&) const = default;
}; ///< Esc
struct ShowKeys {
    bool operator==(const ShowKeys&) const = default;
}; ///< F1
struct TakeHint {
    bool operator==(const TakeHint&) const = default;
}; ///< F2
struct PassOver {
    bool operator==(const PassOver&) const = default;
}; ///< F3
struct EndRound {
    bool operator==(const EndRound&) const = default;
}; ///< F4
struct ReportWrong {
    bool operator==(const ReportWrong&) const = default;
}; ///< F6
struct PrintSheet {
    bool operator==(const PrintSheet&) const = default;
}; ///< F7
struct AskAbout {
    bool operator==(const AskAbout&) const = default;
}; ///< F5
struct WeighGrade {
    bool operator==(const WeighGrade&) const = default;
}; ///< F8
/// Page Down, a clicker's forward
struct GoOn {
    bool operator==(const GoOn&) const = default;
};
/// Page Up, a clicker's back; Ctrl+Z
struct StepBack {
    bool operator==(const StepBack&) const = default;
};
struct StepAgain {
    bool operator==(const StepAgain&) const = default;
}; ///< Ctrl+Y
/// full stop, a clicker's key
struct BlankScreen {
    bool operator==(const BlankScreen&) const = default;
};
/// buzzers that went down in one look
struct PressButtons {
    std::vector<std::string> buttons;
    bool operator==(const PressButtons&) const = default;
};
struct Delete {
    bool operator==(const Delete&) const = default;
}; ///< Delete
struct Replace {
    bool operator==(const Replace&) const = default;
}; ///< Insert
/// F10, or the strip is dragged out
struct HostWindow {
    bool operator==(const HostWindow&) const = default;
};
struct Export {
    bool operator==(const Export&) const = default;
}; ///< F9
struct ToggleFullScreen {
    bool operator==(const ToggleFullScreen&) const = default;
}; ///< F11
/// window closed, SIGTERM
struct Quit {
    bool operator==(const Quit&) const = default;
};

/// Somebody is there: a key, a click, a turn of the wheel; told only by a kiosk's window, before what the input means.
struct UserActivity {
    char32_t typed = 0;
    bool operator==(const UserActivity&) const = default;
};

using Intent = std::variant<UserActivity, MoveFocus, FocusOn, Activate, Press, Choose, Hold, Carry, MoveItem, Adjust,
                            SetOption, TypeText, EditText, SlideTo, TypeName, Back, ShowKeys, TakeHint, PassOver,
                            EndRound, ReportWrong, PrintSheet, AskAbout, WeighGrade, GoOn, StepBack, StepAgain,
                            BlankScreen, PressButtons, Delete, Replace, Export, HostWindow, ToggleFullScreen, Quit>;

} // namespace chelate::screens
