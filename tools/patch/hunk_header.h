// The line that opens a hunk: @@ -OLD[,COUNT] +NEW[,COUNT] @@[ SECTION]

#ifndef TOOLS_PATCH_HUNK_HEADER_H
#define TOOLS_PATCH_HUNK_HEADER_H

#include <optional>
#include <string>
#include <string_view>

#include "tools/patch/model.h"

namespace laio {

// Reads one side, "-58,7" or "+3". Returns: false when it is none.
bool ParseHunkRange(std::string_view word, char sign, int *start, int *count);

// Reads a whole line. Returns: a hunk without lines, or nullopt.
std::optional<Hunk> ParseHunkHeader(std::string_view line);

// As git prints it: a count of 1 is left out.
std::string PrintHunkHeader(const Hunk &hunk);

}  // namespace laio

#endif  // TOOLS_PATCH_HUNK_HEADER_H
