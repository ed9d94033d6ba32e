// Stars between a type and what follows; shared by the rules about pointers.

#ifndef TOOLS_STYLE_RULES_POINTER_STARS_H
#define TOOLS_STYLE_RULES_POINTER_STARS_H

#include <optional>
#include <string>
#include <string_view>

#include "tools/style/types.h"

namespace laio::style {

struct PointerStars {
    size_t column = 0;  // of the first byte behind the type's name
    std::string from;   // blanks, stars and modifiers as they are
    std::string to;     // ... as they should be
    bool before_modifier = false;  // what follows is no name but a modifier
};

// The first `(type *)` of a masked line at or behind `from`.
std::optional<PointerStars> FindPointerCast(std::string_view code,
                                            const TypeNames &types,
                                            size_t from = 0);

// The first `type *name` of a masked line.
std::optional<PointerStars> FindPointerName(std::string_view code,
                                            const TypeNames &types);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_POINTER_STARS_H
