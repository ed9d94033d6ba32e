#include "tools/patch/patch_json.h"

#include <nlohmann/json.hpp>

namespace laio {
namespace {

using nlohmann::json;

json UncertainToJson(const UncertainLine &line)
{
    return {{"line", line.line},
            {"text", line.text},
            {"alternatives", line.alternatives}};
}

json FileToJson(const SalvagedFile &file)
{
    json uncertain = json::array();
    for (const UncertainLine &line : file.uncertain) {
        uncertain.push_back(UncertainToJson(line));
    }
    return {{"path", file.path},
            {"grade", GradeName(file.grade)},
            {"reason", file.reason},
            {"pre", file.pre},
            {"post", file.post},
            {"result", file.result_id},
            {"base", file.base},
            {"hunks", file.hunks},
            {"insertions", file.insertions},
            {"deletions", file.deletions},
            {"candidates", file.candidates},
            {"false_positive", file.false_positive},
            {"uncertain", uncertain}};
}

json CommentToJson(const Comment &comment)
{
    return {{"author", comment.author}, {"text", comment.text},
            {"about", comment.about},   {"path", comment.path},
            {"hunk", comment.hunk},     {"line", comment.line}};
}

}  // namespace

json ToJson(const SalvageResult &result)
{
    json files = json::array();
    for (const SalvagedFile &file : result.files) {
        files.push_back(FileToJson(file));
    }
    json comments = json::array();
    for (const Comment &comment : result.comments) {
        comments.push_back(CommentToJson(comment));
    }
    return {{"source", result.source},
            {"author", result.author},
            {"date", result.date},
            {"subject", result.subject},
            {"subject_known", result.subject_known},
            {"message", result.message},
            {"decoded", result.decoded},
            {"notes", result.notes},
            {"comments", comments},
            {"files", files},
            {"patch", result.patch_text}};
}

json ToJson(const std::vector<SalvageResult> &series)
{
    if (series.size() == 1) {
        return ToJson(series[0]);
    }
    json all = {{"files", json::array()}, {"mails", json::array()}};
    std::string patch;
    for (const SalvageResult &result : series) {
        json one = ToJson(result);
        for (const json &file : one["files"]) {
            all["files"].push_back(file);
        }
        patch += result.patch_text;
        all["mails"].push_back(std::move(one));
    }
    all["patch"] = patch;
    return all;
}

json ToJson(const std::vector<FileChange> &changes)
{
    json files = json::array();
    for (const FileChange &change : changes) {
        json hunks = json::array();
        for (const HunkPlace &place : change.hunks) {
            hunks.push_back({{"hunk", place.hunk},
                             {"line", place.line},
                             {"offset", place.offset},
                             {"fuzz", place.fuzz}});
        }
        const char *state = change.already_applied ? "already applied"
                            : !change.before       ? "new"
                            : !change.after        ? "deleted"
                                                   : "changed";
        files.push_back({{"path", change.path},
                         {"state", state},
                         {"merged", change.merged},
                         {"conflicted", change.conflicted},
                         {"proven", change.proof == IdProof::kProven},
                         {"rejected", change.rejected.size()},
                         {"hunks", hunks}});
    }
    return {{"files", files}};
}

}  // namespace laio
