// Reads a pack and prints its problems, one code a line (`--text`: as a person sees them). For the tests in Python.
#include <iostream>
#include <string_view>

#include "engine/content/reader.hpp"

int main(int argc, char** argv) {
    const bool as_text = argc == 3 && std::string_view(argv[1]) == "--text";
    if (argc != 2 && !as_text) return 2;
    const auto reading = chelate::content::read_pack(argv[argc - 1]);
    for (const auto& problem : reading.problems) {
        std::cout << (as_text ? chelate::json::to_text(problem) : problem.code + '\n');
    }
    if (as_text) std::cout << (reading.pack ? "read" : "refused") << ", left out: " << reading.left_out << '\n';
    return reading.problems.empty() ? 0 : 1;
}
