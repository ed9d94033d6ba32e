// C and C++ text as tokens that know where they stand.
//
// Tolerant: any bytes are tokens of some kind, and the text between two
// tokens is blanks alone. Comments are read word by word, so that a comment
// which was filled anew is the same comment.
// Thread: any.

#ifndef TOOLS_PORT_LEXER_H
#define TOOLS_PORT_LEXER_H

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace laio::port {

enum class TokenKind {
    kWord,     // identifiers, keywords, numbers
    kLiteral,  // strings and characters
    kPunctuator,
    kComment,  // its marks and its words
};

struct Token {
    TokenKind kind = TokenKind::kPunctuator;
    std::string text;
    size_t begin = 0;  // bytes in the text
    size_t end = 0;
    bool directive = false;  // inside a line of the preprocessor

    bool Is(std::string_view what) const
    {
        return text == what && kind != TokenKind::kComment;
    }
};

using Tokens = std::vector<Token>;

// Reads all of `text`. The leading `*` of a comment's lines is a blank.
Tokens Lex(std::string_view text);

// Names behind `->` and `.`.
std::set<std::string> MembersOf(const Tokens &tokens);

// A text with its tokens: what the other parts of the port work on.
struct LexedText {
    std::string text;
    Tokens tokens;

    explicit LexedText(std::string source)
        : text(std::move(source)), tokens(Lex(text)) {}

    // The blanks before token `index`; index == size() for those at the end.
    std::string_view GapBefore(size_t index) const;
    // Where tokens `begin` .. `end` - 1 and the gaps between them stand.
    std::string_view Raw(size_t begin, size_t end) const;
    bool IsFirstOnLine(size_t index) const;
    // Columns of the blanks that begin the line of a token; a tab ends at the
    // next eighth.
    int IndentAt(size_t index) const;
    // Counts from 1.
    int LineOf(size_t index) const;
};

}  // namespace laio::port

#endif  // TOOLS_PORT_LEXER_H
