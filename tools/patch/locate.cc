#include "tools/patch/locate.h"

#include <fmt/format.h>

#include <optional>

#include "tools/patch/file_header.h"
#include "tools/patch/hunk_header.h"

namespace laio {
namespace {

// Words that begin a header line, or what comes after the header. Anything
// else is the rest of a wrapped line.
bool StartsHeaderLine(std::string_view word)
{
    for (std::string_view first :
         {"diff", "index", "---", "+++", "@@", "new", "deleted", "old",
          "rename", "copy", "similarity", "dissimilarity", "Binary", "GIT",
          "--"}) {
        if (word == first) {
            return true;
        }
    }
    return false;
}

class Locator {
 public:
    explicit Locator(const WordStream &stream) : stream_(stream)
    {
        for (int at = 0; !stream.AtEnd(at); at++) {
            any_git_header_ = any_git_header_ ||
                              (stream.Word(at) == "diff" && StartsFile(at));
        }
    }

    std::vector<LocatedFile> Run()
    {
        int size = int(stream_.items.size());
        for (int at = 0; at < size;) {
            if (StartsFile(at)) {
                at = ReadFile(at);
            } else {
                at++;
            }
        }
        if (!files_.empty()) {
            files_.back().end = size;
            CloseHunk(size);
        }
        return std::move(files_);
    }

 private:
    // A line of the patch begins at this word.
    bool LineStarts(int at) const
    {
        return at == 0 || stream_.IsMark(at - 1) ||
               (stream_.flat && stream_.IsBreak(at - 1));
    }

    int NextWord(int at) const
    {
        at++;
        while (stream_.IsMark(at) || stream_.IsBreak(at)) {
            at++;
        }
        return at;
    }

    bool StartsFile(int at) const
    {
        if (!LineStarts(at)) {
            return false;
        }
        std::string_view word = stream_.Word(at);
        if (word == "diff" && AtColumnZero(at)) {
            std::string_view option = stream_.Word(NextWord(at));
            return option == "--git" || option == "--cc" ||
                   option == "--combined";
        }
        return word == "---" && !any_git_header_ && StartsPlainDiff(at);
    }

    // "--- path", "+++ path" and a hunk, without git's own header.
    bool StartsPlainDiff(int at) const
    {
        if (stream_.flat || !LineIs(at, "--- ")) {
            return false;
        }
        int next = at + 1;
        while (stream_.IsWord(next)) {
            next++;
        }
        return stream_.IsMark(next) && LineIs(next + 1, "+++ ");
    }

    bool LineIs(int at, std::string_view start) const
    {
        return stream_.IsMark(at - 1) &&
               stream_.items[at - 1].text.starts_with(start);
    }

    // Where lines are kept, one of the patch's own is indented by its sign.
    bool AtColumnZero(int at) const
    {
        return stream_.flat || LineIs(at, stream_.Word(at));
    }

    int ReadFile(int at)
    {
        if (!files_.empty()) {
            files_.back().end = at;
            CloseHunk(at);
        }
        LocatedFile file;
        file.begin = at;
        file.line = stream_.items[at].line;
        if (stream_.Word(at) == "diff" &&
            stream_.Word(NextWord(at)) != "--git") {
            file.fault = "it is a combined diff (of a merge), which does not "
                         "say what it is against";
        }
        files_.push_back(std::move(file));
        return ReadHunks(ReadHeader(at));
    }

    // Reads header lines up to the first hunk; returns where that is.
    int ReadHeader(int at)
    {
        bool first = true;
        while (!stream_.AtEnd(at) && (first || !StartsFile(at))) {
            std::string_view word = stream_.Word(at);
            if (word == "@@" || (!first && !StartsHeaderLine(word))) {
                break;
            }
            int end = EndOfHeaderLine(at);
            FilePatch &header = files_.back().header;
            bool names_new = word == "+++";
            ReadFileHeaderLine(HeaderLine(at, end), &header);
            at = end;
            first = false;
            while (stream_.IsMark(at) || stream_.IsBreak(at)) {
                at++;
            }
            if (names_new) {
                break;
            }
        }
        SettlePaths(&files_.back().header);
        return at;
    }

    int EndOfHeaderLine(int at) const
    {
        int end = at + 1;
        while (!stream_.AtEnd(end)) {
            if (!stream_.IsWord(end) && LineEnds(end) &&
                !GoesOnWithPath(at, end)) {
                break;
            }
            end++;
        }
        return end;
    }

    // "diff --git a/X" and a broken line that brings "b/Y".
    bool GoesOnWithPath(int begin, int at) const
    {
        return stream_.Word(begin) == "diff" && at <= begin + 3 &&
               stream_.Word(NextWord(at)).starts_with("b/");
    }

    // Whether a header line ends at this mark or break.
    bool LineEnds(int at) const
    {
        bool other = !stream_.flat &&
                     (stream_.IsBreak(at) || !stream_.IsWord(at + 1));
        return other || StartsHeaderLine(stream_.Word(NextWord(at)));
    }

    std::string HeaderLine(int at, int end) const
    {
        bool whole = !stream_.flat && stream_.IsMark(at - 1);
        for (int i = at; i < end; i++) {
            whole = whole && stream_.IsWord(i);
        }
        if (whole) {
            return std::string(stream_.items[at - 1].text);
        }
        std::string line;
        for (int i = at; i < end; i++) {
            if (stream_.IsWord(i)) {
                line += (line.empty() ? "" : " ");
                line += stream_.Word(i);
            }
        }
        return line;
    }

    int ReadHunks(int at)
    {
        int size = int(stream_.items.size());
        while (at < size && !StartsFile(at)) {
            std::optional<int> after = ReadHunkHeader(at);
            at = after ? *after : at + 1;
        }
        return at;
    }

    // "@@ -a,b +c,d @@" at the start of a line, maybe wrapped.
    std::optional<int> ReadHunkHeader(int at)
    {
        if (stream_.Word(at) != "@@" || !LineStarts(at) ||
            !AtColumnZero(at)) {
            return std::nullopt;
        }
        int old_at = NextWord(at);
        int new_at = NextWord(old_at);
        int end_at = NextWord(new_at);
        LocatedHunk hunk;
        if (!ParseHunkRange(stream_.Word(old_at), '-', &hunk.header.old_start,
                            &hunk.header.old_count) ||
            !ParseHunkRange(stream_.Word(new_at), '+', &hunk.header.new_start,
                            &hunk.header.new_count) ||
            stream_.Word(end_at) != "@@") {
            return std::nullopt;
        }
        CloseHunk(at);
        hunk.begin = end_at + 1;
        hunk.line = stream_.items[at].line;
        files_.back().hunks.push_back(hunk);
        return hunk.begin;
    }

    void CloseHunk(int at)
    {
        if (!files_.back().hunks.empty() &&
            files_.back().hunks.back().end == 0) {
            files_.back().hunks.back().end = at;
        }
    }

    const WordStream &stream_;
    bool any_git_header_ = false;
    std::vector<LocatedFile> files_;
};

}  // namespace

std::vector<LocatedFile> LocateFiles(const WordStream &stream)
{
    return Locator(stream).Run();
}

}  // namespace laio
