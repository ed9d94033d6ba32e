#include "tools/patch/file_header.h"

#include <fmt/format.h>

#include <charconv>

#include "tools/patch/quoted_path.h"

namespace laio {
namespace {

unsigned ParseMode(std::string_view text)
{
    unsigned mode = 0;
    std::from_chars(text.data(), text.data() + text.size(), mode, 8);
    return mode;
}

bool Take(std::string_view *line, std::string_view prefix)
{
    if (!line->starts_with(prefix)) {
        return false;
    }
    line->remove_prefix(prefix.size());
    return true;
}

// a/ or b/ gone.
std::string WithoutSide(const std::string &path)
{
    bool has_side = path.starts_with("a/") || path.starts_with("b/");
    return has_side ? path.substr(2) : path;
}

// The path after `--- ` or `+++ `, where a time stamp may follow.
std::string SidePath(std::string_view text)
{
    std::string path = UnquotePath(text.substr(0, text.find('\t')));
    return path == "/dev/null" ? "" : WithoutSide(path);
}

// Where one of the two names is quoted it is clear where they meet.
// Returns:  false when none is.
bool ReadQuotedNames(std::string_view names, FilePatch *file)
{
    std::string_view rest = names;
    std::string first;
    if (TakeQuotedPath(&rest, &first)) {
        file->old_path = WithoutSide(first);
        file->new_path = SidePath(rest.substr(rest.starts_with(' ')));
        return true;
    }
    std::size_t second = names.find(" \"");
    if (second == std::string_view::npos) {
        return false;
    }
    file->old_path = SidePath(names.substr(0, second));
    file->new_path = SidePath(names.substr(second + 1));
    return true;
}

// "a/X b/X": both halves are alike unless the file is renamed, and then the
// rename lines say more.
void ReadGitLine(std::string_view names, FilePatch *file)
{
    if (ReadQuotedNames(names, file)) {
        return;
    }
    for (std::size_t at = names.find(" b/"); at != std::string_view::npos;
         at = names.find(" b/", at + 1)) {
        file->old_path = SidePath(names.substr(0, at));
        file->new_path = SidePath(names.substr(at + 1));
        if (file->old_path == file->new_path) {
            return;
        }
    }
}

void ReadIndexLine(std::string_view line, FilePatch *file)
{
    std::size_t dots = line.find("..");
    if (dots == std::string_view::npos) {
        return;
    }
    std::size_t blank = line.find(' ', dots);
    file->old_id = line.substr(0, dots);
    file->new_id = line.substr(dots + 2, blank == std::string_view::npos
                                             ? blank
                                             : blank - dots - 2);
    if (blank != std::string_view::npos) {
        file->old_mode = file->new_mode = ParseMode(line.substr(blank + 1));
    }
}

bool ReadModeLine(std::string_view line, FilePatch *file)
{
    if (Take(&line, "new file mode ")) {
        file->new_mode = ParseMode(line);
        file->old_path.clear();
    } else if (Take(&line, "deleted file mode ")) {
        file->old_mode = ParseMode(line);
        file->new_path.clear();
    } else if (Take(&line, "old mode ")) {
        file->old_mode = ParseMode(line);
    } else if (Take(&line, "new mode ")) {
        file->new_mode = ParseMode(line);
    } else {
        return false;
    }
    return true;
}

bool ReadRenameLine(std::string_view line, FilePatch *file)
{
    if (Take(&line, "rename from ") || Take(&line, "copy from ")) {
        file->old_path = UnquotePath(line);
    } else if (Take(&line, "rename to ")) {
        file->new_path = UnquotePath(line);
        file->renamed = true;
    } else if (Take(&line, "copy to ")) {
        file->new_path = UnquotePath(line);
        file->copied = true;
    } else {
        return line.starts_with("similarity index ") ||
               line.starts_with("dissimilarity index ");
    }
    return true;
}

// `--- a/PATH`; a path with a blank ends in a tab, where others write a time.
std::string MakeSideLine(const char *sign, const char *side,
                         const std::string &path)
{
    std::string name = path.empty() ? "/dev/null" : QuotePath(side + path);
    return sign + name + (name.find(' ') == std::string::npos ? "" : "\t");
}

}  // namespace

bool ReadFileHeaderLine(std::string_view line, FilePatch *file)
{
    if (Take(&line, "diff --git ")) {
        ReadGitLine(line, file);
    } else if (Take(&line, "index ")) {
        ReadIndexLine(line, file);
    } else if (Take(&line, "--- ")) {
        file->old_path = SidePath(line);
    } else if (Take(&line, "+++ ")) {
        file->new_path = SidePath(line);
    } else if (line.starts_with("Binary files ") ||
               line.starts_with("GIT binary patch")) {
        file->binary = true;
    } else {
        return ReadModeLine(line, file) || ReadRenameLine(line, file);
    }
    return true;
}

void SettlePaths(FilePatch *file)
{
    std::string &from = file->old_path;
    std::string &to = file->new_path;
    if (from.empty() || to.empty() || from == to || file->renamed ||
        file->copied) {
        return;
    }
    for (std::string_view suffix : {".orig", ".old", "~"}) {
        if (from == to + std::string(suffix)) {
            from = to;
            return;
        }
    }
    std::size_t from_slash = from.find('/');
    std::size_t to_slash = to.find('/');
    if (from_slash != std::string::npos && to_slash != std::string::npos &&
        from.substr(from_slash) == to.substr(to_slash)) {
        from = to = to.substr(to_slash + 1);
    }
}

std::vector<std::string> MakeFileHeader(const FilePatch &file)
{
    const std::string &name = file.path();
    std::string old_name = file.old_path.empty() ? name : file.old_path;
    std::vector<std::string> lines;
    lines.push_back(fmt::format("diff --git {} {}", QuotePath("a/" + old_name),
                                QuotePath("b/" + name)));
    std::string index_mode;
    if (file.old_path.empty()) {
        lines.push_back(fmt::format("new file mode {:06o}", file.new_mode));
    } else if (file.new_path.empty()) {
        lines.push_back(fmt::format("deleted file mode {:06o}",
                                    file.old_mode));
    } else if (file.old_mode != file.new_mode) {
        lines.push_back(fmt::format("old mode {:06o}", file.old_mode));
        lines.push_back(fmt::format("new mode {:06o}", file.new_mode));
    } else if (file.new_mode) {
        index_mode = fmt::format(" {:06o}", file.new_mode);
    }
    if (file.renamed || file.copied) {
        const char *verb = file.renamed ? "rename" : "copy";
        lines.push_back(fmt::format("{} from {}", verb,
                                    QuotePath(file.old_path)));
        lines.push_back(fmt::format("{} to {}", verb,
                                    QuotePath(file.new_path)));
    }
    if (file.old_id != file.new_id) {
        lines.push_back(fmt::format("index {}..{}{}", file.old_id,
                                    file.new_id, index_mode));
    }
    if (!file.hunks.empty()) {
        lines.push_back(MakeSideLine("--- ", "a/", file.old_path));
        lines.push_back(MakeSideLine("+++ ", "b/", file.new_path));
    }
    return lines;
}

}  // namespace laio
