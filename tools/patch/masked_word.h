// Words with an address whose name a web archive has cut: "ann.au...@x.org".

#ifndef TOOLS_PATCH_MASKED_WORD_H
#define TOOLS_PATCH_MASKED_WORD_H

#include <string>
#include <string_view>
#include <vector>

namespace laio {

bool HasMaskedWord(std::string_view text);

// Whether a word of the mail stands for this one.
bool StandsFor(std::string_view shown, std::string_view word);

// The text with each such word as the only one of the lines that it can stand
// for; one with none, or several, stays as it is.
std::string Unmasked(std::string_view text,
                     const std::vector<std::string> &lines);

}  // namespace laio

#endif  // TOOLS_PATCH_MASKED_WORD_H
