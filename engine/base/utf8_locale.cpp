#include "engine/base/utf8_locale.hpp"

namespace chelate {

Utf8Locale::Utf8Locale()
    : made_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)), before_(made_ != nullptr ? ::uselocale(made_) : nullptr) {}

Utf8Locale::~Utf8Locale() {
    if (made_ == nullptr) return;
    ::uselocale(before_);
    ::freelocale(made_);
}

} // namespace chelate
