// C text as tokens, to tell whether an edit changed the program.
// Thread: any.

#ifndef TOOLS_STYLE_TOKENS_H
#define TOOLS_STYLE_TOKENS_H

#include <string>
#include <string_view>
#include <vector>

namespace laio::style {

struct Tokens {
    // Without blanks and comments. The end of a directive is a token of its
    // own, and so is the parenthesis that makes a macro take arguments.
    std::vector<std::string> tokens;
    // What comments say: their bytes without blanks, stars and slashes, and
    // without bars at the start of lines.
    std::string comments;
};

// Reads lines without diff markers.
//
//   in_comment  whether the text before them left a comment open
Tokens Tokenize(const std::vector<std::string_view> &lines, bool in_comment);

// Whether `after` is `before` but for the declared tokens, each of which came
// or went exactly as often as it is listed, and says the same in comments.
bool SameProgram(const Tokens &before, const Tokens &after,
                 std::vector<std::string> inserted,
                 std::vector<std::string> removed);

}  // namespace laio::style

#endif  // TOOLS_STYLE_TOKENS_H
