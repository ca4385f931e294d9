#include "game/screens/presenter/exports.hpp"

#include "engine/base/folders.hpp"
#include "game/print/write_document.hpp"
#include "game/session/installation.hpp"

namespace chelate::screens {

namespace {

constexpr std::size_t largest_style = 64 * 1024; ///< in bytes

} // namespace

std::string print_style() {
    return read_file(session::installation_root() / "assets" / "sheets" / "print.css", largest_style).value_or("");
}

std::string save_document(const Context& context, const print::Document& document, std::string_view saved) {
    const auto path = print::write_document(context.kept_in, document);
    return path ? context.words.text(saved, {{"path", path->string()}}) : context.words.sentence(path.error());
}

Transition save_and_show(const Context& context, const print::Document& document, std::string_view saved) {
    return Push{ShowMessage{context.words.text("sheet.written_title"), save_document(context, document, saved)}};
}

} // namespace chelate::screens
