// A locale with UTF-8 for libraries that convert names by the locale of the thread.
#pragma once

#include <locale.h>

namespace chelate {

/// While it exists, the characters of this thread's locale are UTF-8, whatever the environment says. Where the system
/// has no such locale, nothing changes.
class Utf8Locale {
public:
    Utf8Locale();
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;
    ~Utf8Locale();

private:
    locale_t made_;
    locale_t before_;
};

} // namespace chelate
