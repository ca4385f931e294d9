#include "game/wording/choice_image.hpp"

namespace chelate::wording {

const content::Image& image_of_choice(const content::Image& own, const content::SubjectId& subject,
                                      const content::Pack& pack) {
    const auto found = pack.subjects.find(subject);
    return own.empty() && found != pack.subjects.end() ? found->second.image : own;
}

} // namespace chelate::wording
