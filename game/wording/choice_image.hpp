// Finds the picture on the card of a choice, in the window as on paper.
#pragma once

#include "engine/content/pack.hpp"

namespace chelate::wording {

/// Returns the image of a choice: its own, or else that of the subject it is.
/// @param subject  may be one that the pack does not have
[[nodiscard]] const content::Image& image_of_choice(const content::Image& own, const content::SubjectId& subject,
                                                    const content::Pack& pack);

} // namespace chelate::wording
