#include "tools/patch/word_stream.h"

#include <algorithm>
#include <cctype>

#include "tools/patch/text_lines.h"

namespace laio {
namespace {

bool IsQuoteMark(char c)
{
    return c == '>' || c == '|';
}

// How the first diff of the body is written down.
struct Shape {
    bool flat = false;
    int depth = 0;
    std::string_view mark;    // of flat text
    std::string_view prefix;  // of kept lines, when it is not quote marks
    std::string_view marks;   // of kept lines, with blanks
    bool blank_after = true;  // the marks: it is theirs
};

std::string_view LineAround(std::string_view body, std::size_t at)
{
    std::size_t begin = body.rfind('\n', at);
    begin = begin == std::string_view::npos ? 0 : begin + 1;
    return body.substr(begin, std::min(body.find('\n', at), body.size()) -
                                  begin);
}

// The line of a diff's first header holds nothing after the second path.
bool GoesOnAfterPaths(std::string_view diff)
{
    std::vector<std::string_view> words = SplitWords(diff.substr(
        0, std::min<std::size_t>(diff.size(), 4096)));
    for (std::size_t i = 2; i < words.size(); i++) {
        if (words[i] == "index" || words[i] == "---" || words[i] == "@@") {
            return true;
        }
    }
    return false;
}

Shape ShapeOfPrefix(std::string_view prefix)
{
    Shape shape;
    std::string_view rest = StripQuotes(prefix, 1000, &shape.depth);
    if (!rest.empty() || (shape.depth == 0 && !prefix.empty())) {
        shape.depth = 0;
        shape.prefix = prefix;
    }
    shape.marks = prefix.substr(0, prefix.find_last_not_of(' ') + 1);
    shape.blank_after = shape.depth == 0 || prefix.ends_with(' ');
    return shape;
}

// "Roman> " and blanks are prefixes too; words before the diff are not.
bool CanBePrefix(std::string_view prefix)
{
    std::vector<std::string_view> words = SplitWords(prefix);
    return std::all_of(words.begin(), words.end(), [](std::string_view word) {
        return word.size() <= 16 && IsQuoteMark(word.back());
    });
}

// What stands before `at` in its line.
std::string_view PrefixOf(std::string_view body, std::size_t at)
{
    std::string_view line = LineAround(body, at);
    return line.substr(0, std::size_t(body.data() + at - line.data()));
}

// The first diff that is not indented: a commit message may show another one.
// Where all are, so is the patch.
std::size_t FindFirstDiff(std::string_view body, std::string_view start)
{
    std::size_t first = body.find(start);
    for (std::size_t at = first; at != std::string_view::npos;
         at = body.find(start, at + 1)) {
        std::string_view prefix = PrefixOf(body, at);
        if (!prefix.ends_with("  ") || !CanBePrefix(prefix)) {
            return at;
        }
    }
    return first;
}

Shape LearnShape(std::string_view body)
{
    std::size_t at = FindFirstDiff(body, "diff --git a/");
    if (at == std::string_view::npos) {
        at = FindFirstDiff(body, "diff --git ");
    }
    if (at == std::string_view::npos) {
        return {};
    }
    std::string_view line = LineAround(body, at);
    std::string_view prefix = PrefixOf(body, at);
    if (CanBePrefix(prefix) && !GoesOnAfterPaths(line.substr(prefix.size()))) {
        return ShapeOfPrefix(prefix);
    }
    Shape shape;
    shape.flat = true;
    std::vector<std::string_view> before = SplitWords(prefix);
    if (!before.empty() && std::all_of(before.back().begin(),
                                       before.back().end(), IsQuoteMark)) {
        shape.mark = before.back();
        shape.depth = int(shape.mark.size());
    }
    return shape;
}

class StreamMaker {
 public:
    explicit StreamMaker(std::string_view body) : body_(body) {}

    WordStream Run()
    {
        shape_ = LearnShape(body_);
        stream_.flat = shape_.flat;
        stream_.depth = shape_.depth;
        stream_.mark = shape_.mark;
        stream_.items.reserve(CountItems());
        int line = 1;
        for (std::size_t at = 0; at < body_.size(); line++) {
            std::size_t end = std::min(body_.find('\n', at), body_.size());
            AddLine(body_.substr(at, end - at), line);
            at = end + 1;
        }
        return std::move(stream_);
    }

 private:
    // At least as many as there will be: growing by doubling would take twice
    // the memory.
    std::size_t CountItems() const
    {
        std::size_t lines = 1;
        std::size_t words = 0;
        bool in_word = false;
        for (char c : body_) {
            bool blank = c == ' ' || (c >= '\t' && c <= '\r');
            lines += c == '\n';
            words += !blank && !in_word;
            in_word = !blank;
        }
        bool marked_words = shape_.flat && shape_.mark.empty();
        return lines + (marked_words ? 2 * words : words);
    }

    void Add(ItemKind kind, std::string_view text, int line)
    {
        stream_.items.push_back({text, line, kind});
    }

    void AddLine(std::string_view text, int line)
    {
        if (shape_.flat) {
            AddFlatLine(text, line);
            return;
        }
        int found = 0;
        std::string_view content = text;
        bool ours = true;
        if (!shape_.prefix.empty()) {
            std::string_view prefix = shape_.prefix;
            ours = text.starts_with(prefix);
            content = ours ? text.substr(prefix.size()) : text;
        } else {
            content = StripQuotes(text, shape_.depth, &found,
                                  shape_.blank_after, shape_.marks);
            ours = found == shape_.depth;
        }
        std::vector<std::string_view> words = SplitWords(ours ? content
                                                              : text);
        if (ours && words.size() > 1) {
            stream_.widest = std::max(stream_.widest, content.size());
        }
        Add(ours ? ItemKind::kMark : ItemKind::kBreak, ours ? content : text,
            line);
        for (std::string_view word : words) {
            Add(ItemKind::kWord, word, line);
        }
    }

    void AddFlatLine(std::string_view text, int line)
    {
        std::vector<std::string_view> words = SplitWords(text);
        if (words.empty() || words[0] != shape_.mark) {
            Add(ItemKind::kBreak, text, line);
        }
        for (std::string_view word : words) {
            if (shape_.mark.empty()) {
                Add(ItemKind::kMark, word.substr(0, 0), line);
            }
            bool is_mark = word == shape_.mark;
            Add(is_mark ? ItemKind::kMark : ItemKind::kWord, word, line);
        }
    }

    std::string_view body_;
    Shape shape_;
    WordStream stream_;
};

}  // namespace

bool IsRestOfBrokenLine(const WordStream &stream, int at)
{
    if (stream.flat || !stream.IsBreak(at) || !stream.IsWord(at + 1)) {
        return false;
    }
    int next = at + 1;
    int before = at - 1;
    while (stream.IsWord(next)) {
        next++;
    }
    while (stream.IsWord(before)) {
        before--;
    }
    return stream.IsMark(before) && stream.IsMark(next) &&
           stream.items[before].text.size() + 1 +
                   stream.Word(at + 1).size() > stream.widest;
}

std::string_view StripQuotes(std::string_view line, int depth, int *found,
                             bool blank_after, std::string_view marks)
{
    *found = 0;
    std::size_t at = 0;
    while (*found < depth && at < line.size()) {
        std::size_t mark = at;
        if (*found > 0 && line[mark] == ' ' && mark + 1 < line.size()) {
            mark++;
        }
        if (!IsQuoteMark(line[mark]) ||
            marks.find(line[mark]) == std::string_view::npos) {
            break;
        }
        at = mark + 1;
        ++*found;
    }
    if (*found > 0 && blank_after && at < line.size() && line[at] == ' ') {
        at++;
    }
    return line.substr(at);
}

WordStream MakeWordStream(std::string_view body)
{
    return StreamMaker(body).Run();
}

}  // namespace laio
