// Findings for people: where, the line, a caret, the rule.
// Thread: any.

#ifndef TOOLS_STYLE_FINDINGS_TEXT_H
#define TOOLS_STYLE_FINDINGS_TEXT_H

#include <string>

#include "tools/style/style.h"

namespace laio {

// One finding, two lines of source below it:
//
//     block/a.c:12: ERROR: trailing whitespace [trailing-whitespace, fixable]
//         +    x = 1;
//                    ^
//
//   color  with terminal escapes for level and caret
std::string FindingText(const Finding &finding, bool color = false);

// Every finding, a blank line behind each.
std::string FindingList(const StyleResult &result, bool color = false);

// The findings of one text, none when it is clean.
//
//   is_named  with its name on a line before them
std::string FindingsOfOne(const StyleResult &result, bool is_named,
                          bool color = false);

// A line for editors per finding: `file:line:column: LEVEL: message`, columns
// from 1. What is about the patch stands at its line of `source_name`.
std::string QuickfixText(const StyleResult &result);

// `3 errors, 1 warning; --fix can mend 2`; asks only for the counts.
std::string StyleTotal(const StyleResult &result);

}  // namespace laio

#endif  // TOOLS_STYLE_FINDINGS_TEXT_H
