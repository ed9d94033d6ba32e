// A mail's body as words, with marks where a line of the patch may begin.
//
// Two shapes of text come to the same stream. In text that kept its lines,
// each line quoted as deep as the patch gives a mark, and each other line (a
// reviewer's) a break. In flat text, whose line ends are lost, each word that
// looks like the quote mark gives a mark that may also be a word of the code;
// without quoting, such a mark of no width stands before every word.

#ifndef TOOLS_PATCH_WORD_STREAM_H
#define TOOLS_PATCH_WORD_STREAM_H

#include <string>
#include <string_view>
#include <vector>

namespace laio {

enum class ItemKind : char {
    kWord,
    kMark,   // a line of the patch may begin here
    kBreak,  // a line that is not quoted as the patch is begins here
};

struct Item {
    // The word; the content of the marked or other line; the mark itself.
    std::string_view text;
    int line = 0;  // of the body, from 1
    ItemKind kind = ItemKind::kWord;
};

struct WordStream {
    bool flat = false;
    int depth = 0;              // quote marks before the patch
    std::string_view mark;      // in flat text; empty: unquoted
    // Of the marked lines that were kept and could have been broken, bytes.
    std::size_t widest = 0;
    std::vector<Item> items;

    bool IsMark(int at) const { return Is(at, ItemKind::kMark); }
    bool IsBreak(int at) const { return Is(at, ItemKind::kBreak); }
    bool IsWord(int at) const { return Is(at, ItemKind::kWord); }
    bool Unquoted() const { return flat && mark.empty(); }
    bool AtEnd(int at) const { return at >= int(items.size()); }

    // The word at `at`, or nothing when another item is there.
    std::string_view Word(int at) const
    {
        return IsWord(at) ? items[at].text : std::string_view();
    }

 private:
    bool Is(int at, ItemKind kind) const
    {
        return at >= 0 && at < int(items.size()) && items[at].kind == kind;
    }
};

// Learns from the first `diff --git` how the patch is quoted and whether its
// lines survived, and takes the body apart.
// Keeps:    views into `body`.
WordStream MakeWordStream(std::string_view body);

// Whether the break at `at` begins the rest of the marked line before it: a
// mailer broke that line and did not quote what it cut off. So it does when it
// is one line between two marked ones and its first word would have made the
// one before wider than all of them.
bool IsRestOfBrokenLine(const WordStream &stream, int at);

// Removes up to `depth` quote marks ("> ", ">", "| ") from a line.
//
//   found        how many there were
//   blank_after  the last mark has a blank after it, where that is kept
//   marks        that may be among them
std::string_view StripQuotes(std::string_view line, int depth, int *found,
                             bool blank_after = true,
                             std::string_view marks = ">|");

}  // namespace laio

#endif  // TOOLS_PATCH_WORD_STREAM_H
