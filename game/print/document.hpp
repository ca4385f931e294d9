// A finished page or table, before it is a file.
#pragma once

#include <string>

namespace chelate::print {

struct Document {
    std::string folder; ///< folder inside the data folder, for example "reports"
    std::string name;   ///< what the file is called after; may contain any characters
    std::string ending; ///< ending of the file, with its dot
    std::string text;   ///< the whole content, in UTF-8

    bool operator==(const Document&) const = default;
};

} // namespace chelate::print
