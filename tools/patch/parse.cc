#include "tools/patch/parse.h"

#include <fmt/format.h>

#include <algorithm>

#include "tools/patch/file_header.h"
#include "tools/patch/hunk_header.h"

namespace laio {
namespace {

// More than any tree has; what has more is made to hurt.
constexpr std::size_t kMaxFiles = 100'000;

class Parser {
 public:
    Parser(std::string_view text, const std::string &source)
        : text_(text), source_(source)
    {
    }

    Result<Patch> Run()
    {
        while (!AtEnd() && !StartsFile()) {
            patch_.preamble += TakeLine();
        }
        if (AtEnd()) {
            return BadInput(fmt::format(
                "{}:1: cannot parse: no `diff --git` line in it", source_));
        }
        while (!AtEnd() && StartsFile()) {
            Status read = ReadFile();
            if (!read) {
                return read.error();
            }
        }
        while (!AtEnd()) {
            if (StartsFile()) {
                return Fault("text stands between two files of the patch");
            }
            patch_.trailer += TakeLine();
        }
        return std::move(patch_);
    }

 private:
    bool AtEnd() const { return at_ >= text_.size(); }

    std::string_view LineAt(std::size_t at) const
    {
        at = std::min(at, text_.size());
        return text_.substr(at, std::min(text_.find('\n', at), text_.size()) -
                                    at);
    }

    std::string_view Peek() const { return LineAt(at_); }

    // The next line with its line feed.
    std::string TakeLine()
    {
        std::size_t size = std::min(Peek().size() + 1, text_.size() - at_);
        std::string line(text_.substr(at_, size));
        at_ += size;
        line_++;
        return line;
    }

    bool StartsFile() const
    {
        std::string_view line = Peek();
        if (line.starts_with("diff --git ")) {
            return true;
        }
        std::size_t next = at_ + line.size() + 1;
        return line.starts_with("--- ") && LineAt(next).starts_with("+++ ");
    }

    Error Fault(const std::string &what) const
    {
        return BadInput(fmt::format("{}:{}: {}", source_, line_, what));
    }

    Status ReadFile()
    {
        if (patch_.files.size() >= kMaxFiles) {
            return Fault(fmt::format("more than {} files in one patch",
                                     kMaxFiles));
        }
        FilePatch file;
        bool first = true;
        while (!AtEnd() && (first || !Peek().starts_with("diff --git ")) &&
               ReadFileHeaderLine(Peek(), &file)) {
            file.header.emplace_back(Peek());
            bool names_new = Peek().starts_with("+++ ");
            TakeLine();
            first = false;
            if (names_new || file.binary) {
                break;
            }
        }
        SettlePaths(&file);
        if (file.binary && file.header.back().starts_with("GIT ")) {
            ReadBinary(&file);
        }
        while (!AtEnd() && Peek().starts_with("@@ ")) {
            Status read = ReadHunk(&file);
            if (!read) {
                return read;
            }
        }
        patch_.files.push_back(std::move(file));
        return Ok();
    }

    // Content forth and back, each up to an empty line.
    void ReadBinary(FilePatch *file)
    {
        while (!AtEnd() && (Peek().starts_with("literal ") ||
                            Peek().starts_with("delta "))) {
            while (!AtEnd() && !Peek().empty()) {
                file->binary_lines.emplace_back(Peek());
                TakeLine();
            }
            if (!AtEnd()) {
                file->binary_lines.emplace_back();
                TakeLine();
            }
        }
    }

    Status ReadHunk(FilePatch *file)
    {
        std::optional<Hunk> hunk = ParseHunkHeader(Peek());
        if (!hunk) {
            return Fault("this hunk header cannot be read");
        }
        int header_line = line_;
        TakeLine();
        int old_left = hunk->old_count;
        int new_left = hunk->new_count;
        while (!AtEnd() && (old_left > 0 || new_left > 0 || AtNoNewline())) {
            if (!ReadHunkLine(&*hunk, &old_left, &new_left)) {
                break;
            }
        }
        if (old_left != 0 || new_left != 0) {
            return BadInput(fmt::format(
                "{}:{}: the hunk `{}` does not hold what its header says: "
                "{} old and {} new lines are missing",
                source_, header_line, PrintHunkHeader(*hunk), old_left,
                new_left));
        }
        file->hunks.push_back(std::move(*hunk));
        return Ok();
    }

    bool AtNoNewline() const { return Peek().starts_with("\\ "); }

    bool ReadHunkLine(Hunk *hunk, int *old_left, int *new_left)
    {
        std::string_view line = Peek();
        if (AtNoNewline()) {
            if (hunk->lines.empty()) {
                return false;
            }
            hunk->lines.back().no_newline = true;
            TakeLine();
            return true;
        }
        char kind = line.empty() ? '\0' : line[0];
        if (kind != ' ' && kind != '-' && kind != '+') {
            return false;
        }
        *old_left -= kind != '+';
        *new_left -= kind != '-';
        hunk->lines.push_back(
            {LineKind(kind), std::string(line.substr(1)), false});
        TakeLine();
        return *old_left >= 0 && *new_left >= 0;
    }

    std::string_view text_;
    const std::string &source_;
    std::size_t at_ = 0;
    int line_ = 1;
    Patch patch_;
};

constexpr int kStatColumns = 79;

std::string StatLine(const FilePatch &file, std::size_t name_width,
                     int number_width, int most)
{
    ChangeCount count = CountChanges(file);
    int total = count.insertions + count.deletions;
    int room = std::max(10, kStatColumns - int(name_width) - number_width - 5);
    int plus = count.insertions;
    int minus = count.deletions;
    if (most > room) {
        auto scale = [&](int n) { return n ? 1 + n * (room - 2) / most : 0; };
        plus = scale(plus);
        minus = scale(minus);
    }
    return fmt::format(" {:<{}} | {:>{}} {}{}\n", file.path(), name_width,
                       total, number_width, std::string(plus, '+'),
                       std::string(minus, '-'));
}

}  // namespace

Result<Patch> ParsePatch(std::string_view text, const std::string &source)
{
    return Parser(text, source).Run();
}

std::string PrintFilePatch(const FilePatch &file)
{
    std::string text;
    for (const std::string &line : file.header) {
        text += line + '\n';
    }
    for (const std::string &line : file.binary_lines) {
        text += line + '\n';
    }
    for (const Hunk &hunk : file.hunks) {
        text += PrintHunkHeader(hunk) + '\n';
        for (const PatchLine &line : hunk.lines) {
            text += char(line.kind);
            text += line.text + '\n';
            if (line.no_newline) {
                text += "\\ No newline at end of file\n";
            }
        }
    }
    return text;
}

std::string PrintPatch(const Patch &patch)
{
    std::string text = patch.preamble;
    for (const FilePatch &file : patch.files) {
        text += PrintFilePatch(file);
    }
    return text + patch.trailer;
}

std::string PrintDiffstat(const Patch &patch)
{
    std::size_t name_width = 0;
    int most = 0;
    for (const FilePatch &file : patch.files) {
        ChangeCount count = CountChanges(file);
        name_width = std::max(name_width, file.path().size());
        most = std::max(most, count.insertions + count.deletions);
    }
    int number_width = int(std::to_string(most).size());
    std::string text;
    for (const FilePatch &file : patch.files) {
        text += StatLine(file, name_width, number_width, most);
    }
    ChangeCount total = CountChanges(patch);
    text += fmt::format(" {} file{} changed", patch.files.size(),
                        patch.files.size() == 1 ? "" : "s");
    if (total.insertions || !total.deletions) {
        text += fmt::format(", {} insertion{}(+)", total.insertions,
                            total.insertions == 1 ? "" : "s");
    }
    if (total.deletions || !total.insertions) {
        text += fmt::format(", {} deletion{}(-)", total.deletions,
                            total.deletions == 1 ? "" : "s");
    }
    return text + '\n';
}

}  // namespace laio
