// Entry point of the program in a build without a window.
#include "game/cli/commit.hpp"
#include "game/cli/program.hpp"

int main(int count, char** arguments) { return chelate::cli::run_program(count, arguments, chelate::cli::commit, {}); }
