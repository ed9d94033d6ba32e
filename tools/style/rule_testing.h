// Tables for the tests of rules.

#ifndef TOOLS_STYLE_RULE_TESTING_H
#define TOOLS_STYLE_RULE_TESTING_H

#include <string>
#include <vector>

#include "tools/style/style.h"

namespace laio::style {

// A signed-off patch with one hunk.
//
//   lines  of the hunk, each with its diff marker and a newline
std::string PatchOf(const std::string &lines,
                    const std::string &path = "block/a.c");

// The hunk of a patch that PatchOf() made.
std::string HunkOf(const std::string &patch);

// Every line with a + before it.
std::string Added(const std::string &lines);

struct CheckRow {
    const char *name;
    std::string lines;          // of the hunk, with diff markers
    std::vector<int> reported;  // lines of the hunk, from 1
    std::string path = "block/a.c";
};

// The rule alone reports exactly those lines of each row.
void ExpectReported(const std::string &rule,
                    const std::vector<CheckRow> &rows);

struct FixRow {
    const char *name;
    std::string lines;
    std::string fixed;  // the hunk after --fix; equal to lines: left alone
    std::string path = "block/a.c";
};

// The rule alone mends each row so, and once more changes nothing.
void ExpectFixed(const std::string &rule, const std::vector<FixRow> &rows);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULE_TESTING_H
