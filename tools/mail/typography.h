// Word processors and blogs set type: dashes for --, curved quotation marks.

#ifndef TOOLS_MAIL_TYPOGRAPHY_H
#define TOOLS_MAIL_TYPOGRAPHY_H

#include <string>

namespace laio {

// Turns them back where a diff shows that they were put in: no diff begins
// with a dash, and none has curved quotation marks only.
// Returns:  whether the text was changed.
// Thread:   any.
bool UndoTypography(std::string *body);

}  // namespace laio

#endif  // TOOLS_MAIL_TYPOGRAPHY_H
