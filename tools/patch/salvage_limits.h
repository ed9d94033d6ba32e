// What one mail may ask for: input that was made to hurt must end soon, and
// within the memory of a small machine.

#ifndef TOOLS_PATCH_SALVAGE_LIMITS_H
#define TOOLS_PATCH_SALVAGE_LIMITS_H

#include <cstddef>
#include <string>
#include <string_view>

namespace laio {

// Contents of files, before and after.
constexpr std::size_t kMaxContentBytes = 512 << 20;

// Whether there may be a diff at all, at the price of a look.
bool MayHavePatch(std::string_view body);

// Why a body is not taken apart: more words or files than any patch has. Each
// takes memory, whatever is in it. Empty when it can be.
std::string TooMuchToRead(std::string_view body);

}  // namespace laio

#endif  // TOOLS_PATCH_SALVAGE_LIMITS_H
