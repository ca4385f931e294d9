#include "game/cli/figure_verb.hpp"

#include <algorithm>
#include <charconv>
#include <ostream>

#include "engine/base/folders.hpp"
#include "engine/base/new_file.hpp"
#include "engine/base/text.hpp"
#include "engine/figure/composition.hpp"
#include "engine/figure/renderer.hpp"
#include "game/cli/verbs.hpp"
#include "game/wording/figure_words.hpp"

namespace chelate::cli {
namespace {

struct PictureSize {
    unsigned width = 0;
    unsigned height = 0;
};

/// Reads a size such as 1280x720.
std::optional<PictureSize> picture_size(const std::string& text) {
    PictureSize size;
    const char* const end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.width);
    if (width.ec != std::errc{} || width.ptr == end || *width.ptr != 'x') return std::nullopt;
    const auto height = std::from_chars(width.ptr + 1, end, size.height);
    const auto fits = [](unsigned side) { return side >= 16 && side <= figure::longest_side; };
    if (height.ec != std::errc{} || height.ptr != end || !fits(size.width) || !fits(size.height)) return std::nullopt;
    return size;
}

/// Returns the ids of the mechanisms that have a figure.
std::string drawn_mechanisms(const content::Pack& pack) {
    std::string ids;
    for (const auto& [id, mechanism] : pack.mechanisms) {
        if (mechanism.figure) ids += (ids.empty() ? "" : ", ") + id.value;
    }
    return ids;
}

} // namespace

int draw_figure(const FigureCommand& command, const std::filesystem::path& folder, const std::filesystem::path& themes,
                const text::Language& words, Streams to) {
    const auto most = picture_size(command.size);
    if (!most) return complain(words.text("figure.bad_size", {{"size", showable_line(command.size)}}), to);
    const auto pack = read_pack_aloud(folder, words, to.err);
    if (!pack) return 1;
    const auto mechanism = pack->mechanisms.find(content::MechanismId{command.mechanism});
    if (mechanism == pack->mechanisms.end() || !mechanism->second.figure)
        return complain(words.text("figure.unknown",
                                   {{"id", showable_line(command.mechanism)}, {"known", drawn_mechanisms(*pack)}}),
                        to);
    const content::Figure& figure = mechanism->second.figure;
    const auto step = static_cast<std::size_t>(command.step);
    if (step > figure.steps.size())
        return complain(words.plural("figure.steps", static_cast<std::int64_t>(figure.steps.size())), to);
    figure::Playing playing;
    if (!command.variant.empty()) {
        const auto variant = std::find_if(figure.variants.begin(), figure.variants.end(),
                                          [&](const auto& one) { return one.id == command.variant; });
        if (variant == figure.variants.end())
            return complain(words.text("figure.no_variant", {{"id", showable_line(command.variant)}}), to);
        playing.variant = static_cast<std::size_t>(variant - figure.variants.begin());
    }
    const bool is_name = command.theme.find('/') == std::string::npos;
    const auto style =
        is_name ? read_file(themes / (command.theme + ".css"), figure::largest_style) : fail("file-missing");
    if (!style) return complain(words.text("figure.no_theme", {{"theme", showable_line(command.theme)}}), to);
    const auto renderer = figure::Renderer::open(*figure.drawing, *style);
    if (!renderer) return complain(words.sentence(renderer.error()), to);
    const figure::Frame frame = figure::still_of(figure, renderer->boxes(), playing, step);
    const std::string svg = figure::composed(figure, frame, *style, wording::gauge_texts(words, figure, frame.gauges));
    const figure::Point size = figure::size_of(figure);
    const double scale = std::min(most->width / size.x, most->height / size.y);
    const auto png = figure::png_of(svg, static_cast<unsigned>(size.x * scale), static_cast<unsigned>(size.y * scale));
    if (!png) return complain(words.sentence(png.error()), to);
    const auto written = write_new_file(command.out, *png);
    if (!written) return complain(words.sentence(written.error()), to);
    to.out << words.text("figure.done", {{"path", showable_line(command.out)}}) << '\n';
    return 0;
}

} // namespace chelate::cli
