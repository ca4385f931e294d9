// Gives the inputs that are kept for the fuzz target to the readers. A new input that stopped a reader belongs into
// tests/fuzz/seeds, with the ending of its format.
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <doctest/doctest.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

/// Returns the byte that selects the reader of a file; see tests/fuzz/run.
char reader_of(const fs::path& file) {
    if (file.filename() == "pack.json") return 1;
    if (file.parent_path().filename() == "cases") return 7;
    if (file.extension() == ".gift") return 2;
    if (file.extension() == ".aiken") return 3;
    if (file.extension() == ".csv") return 4;
    if (file.extension() == ".jsonl") return 5;
    if (file.extension() == ".choices") return 6;
    if (file.extension() == ".zip") return 8;
    if (file.extension() == ".svg") return 9;
    return 0;
}

std::vector<fs::path> kept_inputs() {
    const fs::path root = CHELATE_SOURCE_DIR;
    std::vector<fs::path> files;
    for (const char* folder : {"tests/fuzz/seeds", "tests/interop/cases", "tests/content/small", "tests/content/gate",
                               "assets/new-pack", "tests/runner/replays"})
        for (const auto& entry : fs::recursive_directory_iterator(root / folder))
            if (entry.is_regular_file()) files.push_back(entry.path());
    return files;
}

} // namespace

TEST_CASE("no kept input stops a reader, whole, cut anywhere, or with one byte changed") {
    const std::vector<fs::path> files = kept_inputs();
    REQUIRE(files.size() >= 8);
    for (const fs::path& file : files) {
        CAPTURE(file);
        std::ifstream in(file, std::ios::binary);
        std::string bytes(1, reader_of(file));
        bytes.append(std::istreambuf_iterator<char>(in), {});
        const auto read = [](const std::string& input) {
            return LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
        };
        CHECK(read(bytes) == 0);
        constexpr std::size_t places = 24; // of each file
        for (std::size_t i = 0; i < places; ++i) {
            const std::size_t at = 1 + (bytes.size() - 1) * i / places;
            CAPTURE(at);
            CHECK(read(bytes.substr(0, at)) == 0);
            std::string changed = bytes;
            changed[at] = static_cast<char>(changed[at] ^ 0x20);
            CHECK(read(changed) == 0);
        }
    }
}
