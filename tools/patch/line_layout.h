// Laying out a line of which only the words are known.

#ifndef TOOLS_PATCH_LINE_LAYOUT_H
#define TOOLS_PATCH_LINE_LAYOUT_H

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/patch/code_state.h"
#include "tools/patch/file_style.h"

namespace laio {

struct LineWords {
    std::vector<std::string> words;
    bool column_zero = false;  // the first word is in column 0
    bool column_known = true;  // `column_zero` can be relied on
    // The blanks before each word as far as they are known; none are when
    // it is empty.
    std::vector<std::optional<std::string>> gaps;

    bool KnowsGap(std::size_t word) const
    {
        return word < gaps.size() && gaps[word];
    }
};

// What the lines around one determine about its gaps.
struct LayoutNeighbours {
    int declaration_column = 0;  // of the names, DeclarationGap::kAligned
    int comment_column = 0;      // of the comments, CommentGap::kAligned*
    int hang_column = 0;         // of a doc comment's text; 0: it does not hang
    // Where each word begins in a table that the line is a row of; 0 and
    // words behind: one blank.
    std::vector<int> gap_columns;
    bool gaps_have_tabs = false;
};

// The index of the word that a gap stands before; 0: the line has none.
std::size_t DeclaredName(const std::vector<std::string> &words);
std::size_t TrailingComment(const std::vector<std::string> &words);

bool IsIdentifier(std::string_view word);

// Whether words[i] begins a sentence after another one, in a comment.
bool StartsSentence(const std::vector<std::string> &words, std::size_t i);
// Whether it ends the comment after a sentence.
bool EndsComment(const std::vector<std::string> &words, std::size_t i);

// The blanks a line begins with after `state`. Empty for column 0.
std::string GuessIndent(const CodeState &state, const LineWords &line,
                        const FileStyle &file, const LayoutStyle &style,
                        const LayoutNeighbours &neighbours = {});

// The line without its indent.
//
//   column   where it begins, for gaps that end at a column
std::string JoinWords(const LineWords &line, int column, bool in_comment,
                      const FileStyle &file, const LayoutStyle &style,
                      const LayoutNeighbours &neighbours = {});

// Both together.
std::string LayOutLine(const CodeState &state, const LineWords &line,
                       const FileStyle &file, const LayoutStyle &style,
                       const LayoutNeighbours &neighbours = {});

}  // namespace laio

#endif  // TOOLS_PATCH_LINE_LAYOUT_H
