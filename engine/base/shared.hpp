// A value that never changes once it is made, held in common by all its copies.
#pragma once

#include <memory>
#include <utility>

namespace chelate {

/// A copy costs no more than a pointer; two are equal when what they hold is. One made by default holds nothing, and
/// must not be
/// looked into.
template <class T>
class Shared {
public:
    Shared() = default;
    explicit Shared(T value) : value_(std::make_shared<const T>(std::move(value))) {}

    const T& operator*() const { return *value_; }
    const T* operator->() const { return value_.get(); }
    explicit operator bool() const { return value_ != nullptr; }
    friend bool operator==(const Shared& a, const Shared& b) {
        return a.value_ == b.value_ || (a.value_ && b.value_ && *a.value_ == *b.value_);
    }

private:
    std::shared_ptr<const T> value_;
};

} // namespace chelate
