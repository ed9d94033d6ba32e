// Characters that HTML writes as names and numbers.

#ifndef TOOLS_MAIL_HTML_ENTITIES_H
#define TOOLS_MAIL_HTML_ENTITIES_H

#include <cstddef>
#include <string>
#include <string_view>

namespace laio {

// Reads the entity that begins at `at`, where an & is. A no-break space is a
// blank.
//
//   end      one past it; `at` when it is none
// Returns:  what it means; empty when it is none.
std::string EntityAt(std::string_view text, std::size_t at, std::size_t *end);

// Decodes the entities of a text in which all that has a meaning in HTML is
// escaped: it has no bare < or >, and every & begins an entity.
//
// Returns:  whether it is such a text; it is left alone when not.
bool UndoEntities(std::string *text);

}  // namespace laio

#endif  // TOOLS_MAIL_HTML_ENTITIES_H
