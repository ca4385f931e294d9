// A picture that an author adds to a question, a choice or a subject.
#pragma once

#include <string>

namespace chelate::content {

struct Pack;

struct Image {
    std::string file; ///< path inside the pack; empty: there is no picture, or it cannot be shown
    std::string alt;  ///< says what it shows, to people who cannot see it

    [[nodiscard]] bool empty() const { return file.empty() && alt.empty(); }
    bool operator==(const Image&) const = default;
};

/// Returns the path of an image's file, or nothing when it cannot be in the pack's folder.
[[nodiscard]] std::string path_of(const Image& image, const Pack& pack);

/// Returns the image as an address that contains its file, for pages that are one file; empty when it cannot be read.
[[nodiscard]] std::string data_address(const Image& image, const Pack& pack);

/// Returns the words for an image: what its author says it shows, or else the name of its file.
[[nodiscard]] const std::string& words_for(const Image& image);

} // namespace chelate::content
