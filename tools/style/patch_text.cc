#include "tools/style/patch_text.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace laio::style {
namespace {

struct HunkRange {
    int old_count = 1;
    int new_start = 0;
    int new_count = 1;
};

bool StartsWith(std::string_view text, std::string_view prefix)
{
    return !text.empty() && text[0] == prefix[0] &&
           text.substr(0, prefix.size()) == prefix;
}

// Reads a number off the front of `text`.
std::optional<int> TakeNumber(std::string_view &text)
{
    int value = 0;
    auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), value);
    constexpr int kLargest = 1'000'000'000;  // more is no line number
    if (error != std::errc() || value < 0 || value > kLargest) {
        return std::nullopt;
    }
    text.remove_prefix(end - text.data());
    return value;
}

bool TakeText(std::string_view &text, std::string_view expected)
{
    if (!StartsWith(text, expected)) {
        return false;
    }
    text.remove_prefix(expected.size());
    return true;
}

std::optional<HunkRange> ParseHunkHeader(std::string_view line)
{
    HunkRange range;
    if (!TakeText(line, "@@ -") || !TakeNumber(line)) {
        return std::nullopt;
    }
    if (TakeText(line, ",")) {
        range.old_count = TakeNumber(line).value_or(-1);
    }
    if (!TakeText(line, " +")) {
        return std::nullopt;
    }
    std::optional<int> start = TakeNumber(line);
    if (!start) {
        return std::nullopt;
    }
    range.new_start = *start;
    if (TakeText(line, ",")) {
        range.new_count = TakeNumber(line).value_or(-1);
    }
    bool complete = range.old_count >= 0 && range.new_count >= 0 &&
                    TakeText(line, " @@");
    return complete ? std::optional(range) : std::nullopt;
}

// Calls `read` for each line, without its newline.
template <typename Read>
void ForEachLine(std::string_view text, const Read &read)
{
    while (!text.empty()) {
        size_t end = std::min(text.find('\n'), text.size());
        read(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

std::string WithoutPrefix(std::string_view path)
{
    size_t slash = path.find('/');
    return std::string(slash == std::string_view::npos
                           ? path
                           : path.substr(slash + 1));
}

// Walks the lines and gives each its kind.
class PatchReader {
 public:
    explicit PatchReader(PatchText &patch) : patch_(patch) {}

    void Read(std::string_view raw)
    {
        PatchLine line;
        line.raw = raw;
        if (std::optional<HunkRange> range = ParseHunkHeader(raw)) {
            StartHunk(*range);
            line.kind = LineKind::kHunkHeader;
        } else if (StartsWith(raw, "diff --git ")) {
            EndHunk();
            size_t blank = raw.rfind(' ');
            StartFile(WithoutPrefix(raw.substr(blank + 1)));
        } else if (hunk_ >= 0) {
            line.kind = KindInHunk(raw);
        }
        if (hunk_ < 0) {
            ReadHeader(raw);
        }
        Count(line);
        line.file = static_cast<int>(patch_.files.size()) - 1;
        line.hunk = hunk_;
        patch_.lines.push_back(std::move(line));
        if (hunk_ >= 0) {
            patch_.hunks[hunk_].end = patch_.lines.size();
        }
    }

 private:
    void StartHunk(const HunkRange &range)
    {
        Hunk hunk;
        hunk.file = static_cast<int>(patch_.files.size()) - 1;
        hunk.header = patch_.lines.size();
        hunk.begin = hunk.end = hunk.header + 1;
        hunk_ = static_cast<int>(patch_.hunks.size());
        patch_.hunks.push_back(hunk);
        old_left_ = range.old_count;
        new_left_ = range.new_count;
        next_line_ = range.new_start;
        new_name_wanted_ = false;
    }

    void EndHunk() { hunk_ = -1; }

    void StartFile(std::string path)
    {
        patch_.files.push_back({std::move(path)});
        new_name_wanted_ = true;
    }

    // Also leaves the hunk when the line cannot belong to it.
    LineKind KindInHunk(std::string_view raw)
    {
        char marker = raw.empty() ? ' ' : raw[0];
        if (marker == '\\') {
            return LineKind::kNoNewline;
        }
        if (marker == '+' && new_left_ > 0) {
            return LineKind::kAdded;
        }
        if (marker == '-' && old_left_ > 0) {
            return LineKind::kRemoved;
        }
        if (marker == ' ' && new_left_ > 0) {
            return LineKind::kContext;
        }
        bool unfinished = new_left_ > 0 || old_left_ > 0;
        if (unfinished && std::string_view("+- ").find(marker) ==
                              std::string_view::npos) {
            return LineKind::kCorrupt;
        }
        EndHunk();
        return LineKind::kHeader;
    }

    void ReadHeader(std::string_view raw)
    {
        if (StartsWith(raw, "+++ ")) {
            std::string_view path = raw.substr(4);
            path = path.substr(0, path.find('\t'));
            if (!new_name_wanted_) {
                patch_.files.emplace_back();
            }
            if (path != "/dev/null") {
                patch_.files.back().path = WithoutPrefix(path);
            }
            new_name_wanted_ = false;
        }
        if (StartsWith(raw, "rename from ") || StartsWith(raw, "rename to ")) {
            patch_.has_rename = true;
        }
    }

    void Count(PatchLine &line)
    {
        if (line.InPostImage()) {
            line.new_line = next_line_++;
            --new_left_;
        }
        if (line.kind == LineKind::kRemoved ||
            line.kind == LineKind::kContext) {
            --old_left_;
        }
    }

    PatchText &patch_;
    int hunk_ = -1;
    int old_left_ = 0, new_left_ = 0;
    int next_line_ = 0;
    bool new_name_wanted_ = false;
};

}  // namespace

PatchText ParsePatch(std::string_view text)
{
    PatchText patch;
    patch.text = std::make_shared<const std::string>(text);
    constexpr size_t kUsualLine = 24;  // bytes; few patches have shorter ones
    patch.lines.reserve(text.size() / kUsualLine + 1);
    PatchReader reader(patch);
    ForEachLine(*patch.text,
                [&](std::string_view line) { reader.Read(line); });
    patch.final_newline = text.empty() || text.back() == '\n';
    return patch;
}

PatchText FileAsPatch(std::string_view text, std::string_view path)
{
    auto lines = std::count(text.begin(), text.end(), '\n');
    lines += !text.empty() && text.back() != '\n';
    std::string diff = "--- /dev/null\n+++ new/" + std::string(path) +
                       "\n@@ -0,0 +1," + std::to_string(lines) + " @@\n";
    diff.reserve(diff.size() + text.size() + lines + 64);
    ForEachLine(text, [&](std::string_view line) {
        diff += '+';
        diff += line;
        diff += '\n';
    });
    if (!text.empty() && text.back() != '\n') {
        diff += "\\ No newline at end of file\n";
    }
    return ParsePatch(diff);
}

std::string JoinPatch(const PatchText &patch)
{
    std::string text;
    for (const PatchLine &line : patch.lines) {
        text += line.raw;
        text += '\n';
    }
    if (!patch.final_newline && !text.empty()) {
        text.pop_back();
    }
    return text;
}

std::string JoinFile(const PatchText &patch)
{
    std::string text;
    for (const PatchLine &line : patch.lines) {
        if (line.added()) {
            text += line.raw.substr(1);
            text += '\n';
        } else if (line.kind == LineKind::kNoNewline) {
            text.pop_back();
        }
    }
    return text;
}

}  // namespace laio::style
