// The file after a patch, line by line, with the added lines marked.

#ifndef TOOLS_PATCH_POST_IMAGE_H
#define TOOLS_PATCH_POST_IMAGE_H

#include <map>
#include <string>
#include <vector>

#include "tools/patch/recover.h"
#include "tools/patch/text_lines.h"

namespace laio {

struct PostLine {
    bool added = false;
    bool known = true;
    RecoveredLine line;  // of an added one
    std::string text;    // known, or the best guess so far
};

// Lines by their words, with one blank between them.
using LinesByWords = std::map<std::string, std::string>;

// Adds a line that says enough to be known again.
void KeepByWords(const std::string &line, LinesByWords *lines);

struct PostImage {
    std::vector<PostLine> lines;
    LinesByWords moved;  // that the patch takes away, here or elsewhere
    bool final_newline = true;

    std::string Content() const;
    int UnknownLines() const;

    // How a line of these words was where it was before, or nullptr.
    const std::string *Moved(const RecoveredLine &line) const;
};

// Puts each hunk's reading, hunk by hunk `chosen`, into the file before.
//
//   moved    lines that the patch takes out of other files
// Requires: hunks in order, as RecoverFile() gives them.
PostImage MakePostImage(const TextLines &before,
                        const std::vector<RecoveredHunk> &hunks,
                        const std::vector<std::size_t> &chosen,
                        const LinesByWords &moved = {});

// Gives each line that is not known its most likely layout.
void GuessLayout(PostImage *image, const TextLines &before);

}  // namespace laio

#endif  // TOOLS_PATCH_POST_IMAGE_H
