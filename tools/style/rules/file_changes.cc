#include "tools/style/rules/file_changes.h"

#include "tools/style/scan.h"

namespace laio::style {
namespace {

// The word at `pos`, which is moved behind it.
std::string_view TakeWord(std::string_view text, size_t *pos)
{
    size_t begin = SkipSpace(text, *pos);
    *pos = begin;
    while (*pos < text.size() && !IsSpace(text[*pos])) {
        ++*pos;
    }
    return text.substr(begin, *pos - begin);
}

std::string_view WithoutFirstPart(std::string_view path)
{
    return path.substr(path.find('/') + 1);
}

// The second path of `diff --git a/x b/x`, or "".
std::string_view NameInDiff(std::string_view text)
{
    constexpr std::string_view kStart = "diff --git ";
    if (!StartsWith(text, kStart)) {
        return {};
    }
    size_t pos = kStart.size();
    std::string_view before = TakeWord(text, &pos);
    std::string_view after = TakeWord(text, &pos);
    return before.empty() || pos < text.size() ? std::string_view()
                                               : WithoutFirstPart(after);
}

class FileReader {
 public:
    void Read(size_t index, std::string_view text)
    {
        std::string_view name = NameInDiff(text);
        if (!name.empty()) {
            Begin(index, name);
            is_git_ = in_git_header_ = true;
        } else if (StartsWith(text, "+++")) {
            ReadPlusName(index, text);
        } else if (in_git_header_) {
            ReadGitHeader(index, text);
        }
    }

    std::vector<FileChange> Take() { return std::move(files_); }

 private:
    void Begin(size_t index, std::string_view name)
    {
        if (!files_.empty()) {
            files_.back().next = index;
        }
        files_.emplace_back();
        files_.back().path = name;
        files_.back().begin = index;
        equal_ = false;
    }

    void ReadPlusName(size_t index, std::string_view text)
    {
        size_t pos = 3;
        bool blank = pos < text.size() && IsSpace(text[pos]);
        std::string_view name = blank ? TakeWord(text, &pos) : "";
        if (name.empty()) {
            return;
        }
        if (!is_git_) {
            Begin(index, WithoutFirstPart(name));
        }
        in_git_header_ = false;
        files_.back().start = index;
    }

    void ReadGitHeader(size_t index, std::string_view text)
    {
        FileChange &file = files_.back();
        size_t pos = 0;
        std::string_view first = TakeWord(text, &pos);
        if (first == "new" || first == "deleted") {
            std::string_view word = TakeWord(text, &pos);
            word = word == "file" ? TakeWord(text, &pos) : word;
            std::string_view digits = TakeWord(text, &pos);
            if (word == "mode" && !digits.empty()) {
                file.action = first == "new" ? FileAction::kNew
                                             : FileAction::kDeleted;
                file.mode = ReadOctal(digits);
                file.mode_line = index;
            }
        } else if (first == "similarity") {
            equal_ = text == "similarity index 100%";
        } else if (StartsWith(text, "rename from ") ||
                   StartsWith(text, "rename to ")) {
            file.action = FileAction::kRenamed;
            if (equal_ && StartsWith(text, "rename to ")) {
                file.start = index;
            }
        }
    }

    static int ReadOctal(std::string_view digits)
    {
        int mode = 0;
        for (char c : digits.substr(0, 8)) {
            mode = 8 * mode + ((c - '0') & 7);
        }
        return mode;
    }

    std::vector<FileChange> files_;
    bool is_git_ = false;
    bool in_git_header_ = false;
    bool equal_ = false;
};

}  // namespace

std::vector<FileChange> FilesOf(const PatchView &view)
{
    FileReader reader;
    for (const HeaderLine &line : view.lines) {
        reader.Read(line.index, line.text);
    }
    return reader.Take();
}

void ReportAtEnd(const FileChange &file, std::string message,
                 const Report &report)
{
    if (file.next) {
        report.AddAt(*file.next, std::move(message));
    } else {
        report.AddToPatch(std::move(message));
    }
}

}  // namespace laio::style
