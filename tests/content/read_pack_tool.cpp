// Reads packs for the tests in Python: one line with the codes of all problems for each folder named. With `--text`,
// for one folder, what a person sees (the golden files are made of it).
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
