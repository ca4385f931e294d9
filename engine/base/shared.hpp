// Shares one immutable value among all copies of a handle.
#pragma once

#include <memory>
#include <utility>

namespace chelate {

/// A handle that is as cheap to copy as a shared pointer. Two handles are equal when their values are equal.
/// A default-constructed handle is empty and must not be dereferenced.
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
