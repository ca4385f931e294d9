// Feeds random bytes to the readers of packs and zipped packs, to the importers of question files, to drawings and to
// sessions.
// Nothing may crash, hang or leak, the pack that an importer makes must have no problems, and no session may count
// wrongly. Run by tests/fuzz/run.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/encoding.hpp"
#include "engine/base/text.hpp"
#include "engine/content/drawing.hpp"
#include "engine/content/reader.hpp"
#include "engine/figure/composition.hpp"
#include "engine/interop/format.hpp"
#include "engine/interop/imported.hpp"
#include "engine/interop/pack_zip.hpp"
#include "engine/interop/summary.hpp"
#include "tests/fuzz/sessions.hpp"

namespace {

using namespace chelate;
namespace fs = std::filesystem;

constexpr std::string_view manifest =
    R"({"format": 1, "id": "f", "name": "F", "version": "1", "language": "en", "about": "A.", "disclaimer": "D.", "unsourced": true,
"words": {"true": "T", "false": "F", "supported": "S", "mixed": "M", "weak": "W", "contradicted": "C", "traditional": "T"},
"topics": TOPICS, "files": ["items.json"]})";

/// Returns a temporary folder for this process, in memory if possible.
const fs::path& folder() {
    static const fs::path made = [] {
        const fs::path root = fs::exists("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path();
        std::string pattern = (root / "chelate-fuzz-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) std::abort();
        std::atexit([] { fs::remove_all(folder()); });
        return fs::path(pattern);
    }();
    return made;
}

void write(const char* name, std::string_view bytes) {
    std::ofstream(folder() / name, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

void write_manifest(std::string_view topics) {
    std::string text(manifest);
    text.replace(text.find("TOPICS"), 6, topics);
    write("pack.json", text);
}

content::Reading read() {
    content::Reading reading = content::read_pack(folder());
    for (const json::Problem& problem : reading.problems) (void)json::to_text(problem);
    return reading;
}

void imported(const interop::Import& import) {
    (void)interop::summarise(import);
    if (import.questions.empty()) return;
    const std::vector<std::string> files = interop::question_files(import, 900'000);
    write_manifest(interop::topics_list(import));
    for (const std::string& file : files) {
        write("items.json", file);
        const content::Reading reading = read();
        if (reading.pack && reading.problems.empty()) continue;
        for (const json::Problem& problem : reading.problems) std::fputs(json::to_text(problem).c_str(), stderr);
        std::abort(); // an importer made something that the pack reader refuses
    }
}

/// Reads a whole question file as the program does, in the format that it is recognised as.
void import_any(std::string_view bytes) {
    if (!interop::unreadable_format(bytes).empty()) return;
    const DecodedText decoded = decode_text(std::string(bytes));
    if (first_invalid_utf8(decoded.text) && decoded.encoding != TextEncoding::utf8) std::abort();
    const auto format = interop::recognise(decoded.text).best();
    if (!format) return;
    if (*format == interop::Format::gift) imported(interop::read_gift(decoded.text));
    else if (*format == interop::Format::aiken) imported(interop::read_aiken(decoded.text));
    else imported(interop::read_csv(decoded.text));
}

/// Reads a zipped pack. What comes out of it goes into a zip again and comes out the same.
void unzipped(std::string_view bytes) {
    const auto files = interop::read_pack_zip(bytes);
    if (!files) return;
    const auto zip = interop::write_pack_zip(*files);
    if (!zip) std::abort();
    const auto again = interop::read_pack_zip(*zip);
    if (!again || *again != *files) std::abort();
}

/// Reads a drawing. When it is put together again, it has the same parts, and nothing in it is refused: only what was
/// just small enough may now be a level too deep, because all definitions are together.
void drawn(std::string_view bytes) {
    std::vector<json::Problem> problems;
    const auto drawing = content::read_drawing("d.svg", "d.svg", bytes, problems);
    for (const json::Problem& problem : problems) (void)json::to_text(problem);
    if (drawing.has_value() != problems.empty()) std::abort();
    if (!drawing) return;
    const auto again = content::read_drawing("d.svg", "d.svg", figure::svg_of(*drawing), problems);
    if (!again && problems.front().code == "drawing-too-large") return;
    if (!again || again->parts.size() != drawing->parts.size()) {
        for (const json::Problem& problem : problems) std::fputs(json::to_text(problem).c_str(), stderr);
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    switch (data[0] % 10) {
    case 0:
        write_manifest(R"([{"id": "t", "name": "T"}])");
        write("items.json", bytes);
        (void)read();
        break;
    case 1:
        write("pack.json", bytes);
        write("items.json", "{}");
        (void)read();
        break;
    case 2: imported(interop::read_gift(bytes)); break;
    case 3: imported(interop::read_aiken(bytes)); break;
    case 4: imported(interop::read_csv(bytes)); break;
    case 5: test::take_for_lines(bytes); break;
    case 7: import_any(bytes); break;
    case 8: unzipped(bytes); break;
    case 9: drawn(bytes); break;
    default: test::take_for_events(bytes); break;
    }
    return 0;
}
