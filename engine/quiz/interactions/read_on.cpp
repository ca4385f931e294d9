#include "engine/quiz/interactions/read_on.hpp"

namespace chelate::quiz {

const std::vector<Option>& options_of(const ReadOn&) {
    static const std::vector<Option> none;
    return none;
}

} // namespace chelate::quiz
