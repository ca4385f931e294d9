// Reads packs for the Python tests and prints one line for each folder, with the codes of all its problems. With
// `--text` and one folder it prints what a user sees, which is how the golden files are made.
#include <iostream>
#include <string_view>

#include "engine/content/reader.hpp"

int main(int argc, char** argv) {
    using chelate::content::read_pack;
    if (argc == 3 && std::string_view(argv[1]) == "--text") {
        const auto reading = read_pack(argv[2]);
        for (const auto& problem : reading.problems) std::cout << chelate::json::to_text(problem);
        std::cout << (reading.pack ? "read" : "refused") << ", left out: " << reading.left_out << '\n';
        return 0;
    }
    for (int i = 1; i < argc; ++i) {
        for (const auto& problem : read_pack(argv[i]).problems) std::cout << problem.code << ' ';
        std::cout << '\n';
    }
    return 0;
}
