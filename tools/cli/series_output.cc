#include "tools/cli/series_output.h"

#include <fmt/format.h>

#include <cctype>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <ostream>
#include <sstream>
#include <utility>
#include <vector>

#include "tools/patch/commit_words.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

Status Append(const fs::path &path, const std::string &text, bool anew)
{
    errno = 0;
    std::ofstream file(path, anew ? std::ios::binary
                                  : std::ios::binary | std::ios::app);
    file << text;
    file.close();
    return file ? Ok()
                : Status(EnvironmentError(
                      fmt::format("cannot write {}: {}", path.string(),
                                  std::strerror(errno))));
}

// "0002-block-linux-aio-fix": letters and digits of the subject.
std::string SeriesName(int number, const std::string &subject)
{
    std::string name;
    for (unsigned char c : CleanSubject(subject)) {
        if (std::isalnum(c)) {
            name += char(c);
        } else if (!name.empty() && name.back() != '-') {
            name += '-';
        }
    }
    name = name.substr(0, 52);
    while (name.ends_with('-')) {
        name.pop_back();
    }
    return fmt::format("{:04}-{}", number, name);
}

class FolderOutput : public SeriesOutput {
 public:
    explicit FolderOutput(fs::path folder) : folder_(std::move(folder)) {}

    Status Add(int number, const SalvageResult &result) override
    {
        std::error_code error;
        fs::create_directories(folder_, error);
        names_.push_back(SeriesName(number, result.subject));
        fs::path base = folder_ / names_.back();
        Status written = Append(base.string() + ".patch", result.patch_text,
                                true);
        fs::remove(base.string() + ".comments.txt", error);
        return written ? AddComments(number, result) : written;
    }

    Status AddComments(int number, const SalvageResult &review) override
    {
        std::string text = CommentsText(review);
        return text.empty() ? Ok()
                            : Append(folder_ / (names_.at(number - 1) +
                                                ".comments.txt"),
                                     text, false);
    }

 private:
    fs::path folder_;
    std::vector<std::string> names_;
};

class FileOutput : public SeriesOutput {
 public:
    explicit FileOutput(fs::path file)
        : file_(std::move(file)), comments_(file_.string() + ".comments.txt")
    {
    }

    Status Add(int number, const SalvageResult &result) override
    {
        std::error_code error;
        if (number == 1) {
            fs::remove(comments_, error);
        }
        Status written = Append(file_, result.patch_text, number == 1);
        return written ? AddComments(number, result) : written;
    }

    Status AddComments(int, const SalvageResult &review) override
    {
        std::string text = CommentsText(review);
        return text.empty() ? Ok() : Append(comments_, text, false);
    }

 private:
    fs::path file_;
    fs::path comments_;
};

class StreamOutput : public SeriesOutput {
 public:
    explicit StreamOutput(std::ostream *out) : out_(out) {}

    Status Add(int, const SalvageResult &result) override
    {
        if (out_) {
            *out_ << result.patch_text;
        }
        return Ok();
    }
    Status AddComments(int, const SalvageResult &) override { return Ok(); }
 private:
    std::ostream *out_;
};

// The line of the patch that a comment stands behind, with its sign.
std::string LineOfPatch(const SalvageResult &result, const Comment &comment)
{
    for (const FilePatch &file : result.patch.files) {
        bool here = file.path() == comment.path && comment.hunk > 0 &&
                    comment.hunk <= int(file.hunks.size());
        if (!here) {
            continue;
        }
        const Hunk &hunk = file.hunks[comment.hunk - 1];
        int line = hunk.new_start - 1;
        for (const PatchLine &one : hunk.lines) {
            line += one.kind != LineKind::kRemoved;
            if (line == comment.line && one.kind != LineKind::kRemoved) {
                return char(one.kind) + one.text;
            }
        }
    }
    return "";
}

}  // namespace

std::string CommentsText(const SalvageResult &result)
{
    std::string text;
    for (const Comment &comment : result.comments) {
        text += fmt::format(
            "{} on {}{}:\n", comment.author.empty() ? "A reviewer"
                                                    : comment.author,
            comment.about,
            comment.hunk ? fmt::format(" (hunk {})", comment.hunk) : "");
        std::string line = LineOfPatch(result, comment);
        text += line.empty() ? "" : "> " + line + "\n";
        std::istringstream lines(comment.text);
        for (std::string one; std::getline(lines, one);) {
            text += one.empty() ? "\n" : "    " + one + "\n";
        }
        text += "\n";
    }
    return text;
}

std::unique_ptr<SeriesOutput> OutputToFolder(fs::path folder)
{
    return std::make_unique<FolderOutput>(std::move(folder));
}

std::unique_ptr<SeriesOutput> OutputToFile(fs::path file)
{
    return std::make_unique<FileOutput>(std::move(file));
}

std::unique_ptr<SeriesOutput> OutputToStream(std::ostream *out)
{
    return std::make_unique<StreamOutput>(out);
}

}  // namespace laio
