// The program without a window.
#include "game/app/program.hpp"

int main(int count, char** arguments) { return chelate::app::run_program(count, arguments, {}); }
