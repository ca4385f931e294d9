// Looks up ids in the lists that templates and pools have, however long they are.
#pragma once

#include <algorithm>
#include <set>
#include <vector>

namespace chelate::quiz {

/// The ids that a template or a pool lists, for quick look-up. An empty list means all.
template <class T>
class Listed {
public:
    explicit Listed(const std::vector<T>& list) : ids_(list.begin(), list.end()) {}

    /// Returns whether the id is wanted.
    [[nodiscard]] bool wants(const T& id) const { return ids_.empty() || ids_.contains(id); }
    /// Returns whether any of the ids is wanted.
    [[nodiscard]] bool wants_any_of(const std::vector<T>& ids) const {
        return ids_.empty() || std::any_of(ids.begin(), ids.end(), [&](const T& id) { return ids_.contains(id); });
    }

private:
    std::set<T> ids_;
};

} // namespace chelate::quiz
