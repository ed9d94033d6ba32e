// How somebody lays out code: the choices that stay the same over a stretch
// of lines.

#ifndef TOOLS_PATCH_LAYOUT_STYLE_H
#define TOOLS_PATCH_LAYOUT_STYLE_H

#include <string>
#include <string_view>

namespace laio {

// Where a line goes on inside of parentheses.
enum class Continuation { kFile, kUnderParen, kOneLevel, kTwoLevels };

// Where a statement goes on outside of parentheses: under what follows its =
// or return, or a level deeper.
enum class OperandStyle { kFile, kUnder, kLevel };

enum class IndentStyle {
    kFile,    // as the file does
    kTab,     // a tab per level, blanks to align
    kTabFill, // the file's columns, every 8 of them a tab
    kEight,   // 8 blanks per level
};

// Between the type and the name of a member or variable.
enum class DeclarationGap { kBlank, kTab, kAligned, kFour, kTwo };

// Before a comment at the end of a line.
enum class CommentGap {
    kBlank,
    kTab,
    kAligned1,  // in one column, so many blanks after the longest line
    kAligned2,
    kTwo,
    kAligned4,
};

// Where the text of a doc comment goes on after "name() - text".
enum class DocHang { kBlank, kUnderText };

// Lines that are rows of a table: macros with their backslashes in one
// column, initialisers, #define.
enum class TableStyle {
    kNone,
    kAsNeighbour,  // columns as in a line like it nearby
    kFitted,       // behind the longest word of each column
    kFittedTwo,    // two columns behind it
    kFittedStop,   // at the next column of eight
    kPage,         // in the last columns of a page of 80
};

struct LayoutStyle {
    IndentStyle indent = IndentStyle::kFile;
    DeclarationGap declaration = DeclarationGap::kBlank;
    CommentGap comment = CommentGap::kBlank;
    DocHang hang = DocHang::kBlank;
    bool two_after_sentence = false;
    bool align_with_tabs = false;  // continuation lines
    TableStyle table = TableStyle::kNone;
    Continuation continuation = Continuation::kFile;
    OperandStyle operand = OperandStyle::kFile;
    bool moved = false;  // what the patch takes away elsewhere is as it was
    int form = 0;  // of lines that the mail shows in a certain form

    bool operator==(const LayoutStyle &) const = default;
};

// Blanks up to a column, or tabs and the blanks that remain.
std::string MakeIndent(int columns, bool tabs);

// The column after `text` when it begins at column `from`; tabs are 8 wide.
int ColumnAfter(std::string_view text, int from = 0);

}  // namespace laio

#endif  // TOOLS_PATCH_LAYOUT_STYLE_H
