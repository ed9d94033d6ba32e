#include "tools/style/rules/switch_block.h"

#include "tools/style/scan.h"

namespace laio::style {
namespace {

// Counts braces; #if and its kin save and restore the count.
class BraceLevel {
 public:
    // Returns: whether the outermost brace was closed, or none is open.
    bool Read(std::string_view code)
    {
        std::string_view name = DirectiveOf(code);
        if (name == "if" || name == "ifdef" || name == "ifndef") {
            saved_.push_back(level_);
        } else if (name == "else" || name == "elif") {
            level_ = saved_.size() > 1 ? saved_[saved_.size() - 2]
                     : saved_.empty()  ? 0
                                       : saved_.back();
        } else if (name == "endif") {
            level_ = saved_.empty() ? 0 : saved_.back();
            if (!saved_.empty()) {
                saved_.pop_back();
            }
        }
        for (char c : code) {
            if (c == '}' && level_ > 0) {
                if (--level_ == 0) {
                    break;
                }
            } else if (c == '{') {
                ++level_;
            }
        }
        return level_ == 0;
    }

    int level() const { return level_; }

 private:
    int level_ = 0;
    std::vector<int> saved_{0};
};

// Whether the line may move: no string or comment runs on from another line.
bool MayMove(const HunkView &hunk, size_t line)
{
    std::string_view code = hunk.code[line];
    size_t first = SkipSpace(code, 1);
    return hunk.added(line) &&
           (first >= code.size() || code[first] != kStringByte ||
            hunk.raw[line][first] == kStringByte) &&
           !EndsWith(code, "\\");
}

}  // namespace

std::vector<size_t> OuterLines(const HunkView &hunk, size_t line)
{
    std::vector<size_t> lines;
    BraceLevel level;
    for (size_t i = line; i < hunk.size(); ++i) {
        bool closed = level.Read(hunk.code[i]);
        if (level.level() <= 1 && i > line) {
            lines.push_back(i);
        }
        if (closed) {
            break;
        }
    }
    return lines;
}

std::optional<Edit> IndentCases(const HunkView &hunk, size_t line)
{
    size_t indent = IndentOf(hunk.raw[line]);
    size_t shift = 0;
    std::vector<size_t> outer = OuterLines(hunk, line);
    for (size_t i : outer) {
        std::string_view raw = hunk.raw[i];
        size_t word = SkipSpace(raw, 1);
        if (At(raw, word, "case ") || At(raw, word, "default:")) {
            size_t deeper = IndentOf(raw) - indent;
            if (IndentOf(raw) < indent || (shift && deeper != shift)) {
                return std::nullopt;
            }
            shift = deeper;
        }
    }
    if (outer.empty() || shift == 0) {
        return std::nullopt;
    }
    Edit edit;
    for (size_t i = line + 1; i < outer.back(); ++i) {
        std::string_view raw = hunk.raw[i];
        size_t text = SkipSpace(raw, 1);
        if (text == raw.size() || raw[text] == '#') {
            continue;
        }
        size_t columns = IndentOf(raw);
        if (!MayMove(hunk, i) || columns < indent + shift) {
            return std::nullopt;
        }
        edit.changes.push_back(
            {i, {"+" + std::string(columns - shift, ' ') +
                 std::string(raw.substr(text))}});
    }
    return edit;
}

}  // namespace laio::style
