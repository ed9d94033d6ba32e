// New files without a licence; shared by the rules about them. Those that must
// have one are source code, by their names.

#ifndef TOOLS_STYLE_RULES_NEW_FILE_LICENSE_H
#define TOOLS_STYLE_RULES_NEW_FILE_LICENSE_H

#include "tools/style/rule.h"

namespace laio::style {

// Asks at the end of each file.
//
//   kRemoved  a licence in a removed line counts: before 10.2
//   kData     shell scripts and JSON must have one: before 11 (e1b632df3e)
template <bool kRemoved, bool kData>
void RequireLicense(const PatchView &view, const Report &report);
template <bool kRemoved>
void WantLicense(const PatchView &view, const Report &report);

// How 10.0 did it (fa4d79c64d): asks for a file where git tells the mode of
// the next new one, and so never for the last.
template <bool kRequired>
void AskByModeLine(const PatchView &view, const Report &report);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_NEW_FILE_LICENSE_H
