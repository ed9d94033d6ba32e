#include "tools/dev/corpus_commits.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "tools/base/process.h"
#include "tools/patch/parse.h"

namespace laio {
namespace {

bool OnlyChanges(const FilePatch &file)
{
    return file.old_path == file.new_path && !file.old_path.empty() &&
           !file.hunks.empty() && file.old_id.size() == 40 &&
           file.new_id.size() == 40;
}

bool Fits(const Patch &patch, const CommitQuery &query)
{
    ChangeCount count = CountChanges(patch);
    int lines = count.insertions + count.deletions;
    bool fits = lines >= query.min_lines && lines <= query.max_lines;
    for (const FilePatch &file : patch.files) {
        fits = fits && !file.binary &&
               (query.new_files || OnlyChanges(file));
    }
    return fits;
}

// "index A..B 100644" with ids of so many digits.
void ShortenIds(CorpusMail *mail, std::size_t digits)
{
    std::vector<std::string> lines = LinesOf(mail->body);
    std::vector<BodyLine> kinds = ClassifyLines(lines);
    for (std::size_t i = 0; i < lines.size(); i++) {
        std::string &line = lines[i];
        if (kinds[i] == BodyLine::kHeader && line.starts_with("index ") &&
            line.size() >= 6 + 82) {
            line = fmt::format("index {}..{}{}", line.substr(6, digits),
                               line.substr(48, digits), line.substr(88));
        }
    }
    mail->body = TextOf(lines);
}

std::optional<CorpusCommit> ReadCommit(const std::string &id,
                                       const CommitQuery &query)
{
    Result<std::string> text = RunGit(
        query.tree, {"format-patch", "--stdout", "-1", "--full-index", id});
    if (!text) {
        return std::nullopt;
    }
    Result<Patch> patch = ParsePatch(*text, id);
    if (!patch || !Fits(*patch, query)) {
        return std::nullopt;
    }
    CorpusCommit commit;
    commit.id = id;
    commit.mail = ReadFormatPatch(*text);
    ShortenIds(&commit.mail, query.id_digits);
    for (const FilePatch &file : patch->files) {
        bool same = file.new_id.empty();
        commit.files.push_back({file.path(), file.old_id,
                                same ? file.old_id : file.new_id});
    }
    return commit;
}

// All that are named and can be used.
Result<std::vector<CorpusCommit>> NamedCommits(const CommitQuery &query)
{
    std::vector<CorpusCommit> commits;
    for (const std::string &id : query.only) {
        std::optional<CorpusCommit> commit = ReadCommit(id, query);
        if (commit) {
            commits.push_back(std::move(*commit));
        }
    }
    return commits;
}

}  // namespace

Result<std::string> RunGit(const std::string &tree,
                           std::vector<std::string> arguments)
{
    std::vector<std::string> argv = {"git", "-c", "safe.directory=*", "-C",
                                     tree};
    argv.insert(argv.end(), arguments.begin(), arguments.end());
    Result<ProcessResult> ran = RunProcess(argv);
    if (!ran) {
        return ran.error();
    }
    if (ran->exit_status != 0) {
        return BadInput(fmt::format("git {} in {}: {}", arguments[0], tree,
                                    ran->err));
    }
    return std::move(ran->out);
}

Result<std::vector<CorpusCommit>> SampleCommits(const CommitQuery &query)
{
    if (!query.only.empty()) {
        return NamedCommits(query);
    }
    Result<std::string> list = RunGit(
        query.tree, {"rev-list", "--no-merges", "--since=" + query.since,
                     "--until=" + query.until, query.rev});
    if (!list) {
        return list.error();
    }
    std::vector<std::string> ids = LinesOf(*list);
    Random random(query.seed);
    std::vector<CorpusCommit> commits;
    while (!ids.empty() && int(commits.size()) < query.count) {
        std::swap(ids[random.Below(int(ids.size()))], ids.back());
        std::optional<CorpusCommit> commit = ReadCommit(ids.back(), query);
        ids.pop_back();
        if (commit) {
            commits.push_back(std::move(*commit));
        }
    }
    return commits;
}

}  // namespace laio
