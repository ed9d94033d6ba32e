#include "tools/patch/hunk_section.h"

#include <algorithm>
#include <string_view>

#include "tools/patch/text_lines.h"

namespace laio {
namespace {

// How many marks after the second @@ may still belong to its section text.
constexpr int kMaxSectionMarks = 24;
// As much of the line as git gives.
constexpr std::size_t kSectionBytes = 80;

}  // namespace

std::vector<int> SectionEnds(const WordStream &stream,
                             const LocatedHunk &hunk)
{
    std::vector<int> marks;
    for (int at = hunk.begin;
         at < hunk.end && int(marks.size()) < kMaxSectionMarks; at++) {
        if (stream.IsMark(at)) {
            marks.push_back(at);
        }
    }
    return marks;
}

std::string SectionText(const WordStream &stream, int begin, int end,
                        const std::vector<std::string> &old_lines, int first)
{
    std::vector<std::string_view> words;
    std::string text;
    for (int at = begin; at < end; at++) {
        if (stream.IsWord(at)) {
            words.push_back(stream.Word(at));
            text += ' ';
            text += stream.Word(at);
        }
    }
    for (int i = std::min(first, int(old_lines.size())) - 1;
         i >= 0 && !words.empty(); i--) {
        std::vector<std::string_view> line = SplitWords(old_lines[i]);
        // The last word may be cut.
        if (line.size() >= words.size() && line[0] == words[0] &&
            std::equal(words.begin(), words.end() - 1, line.begin())) {
            return " " + old_lines[i].substr(0, kSectionBytes);
        }
    }
    return text;
}

}  // namespace laio
