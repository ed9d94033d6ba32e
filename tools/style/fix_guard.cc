#include "tools/style/fix_guard.h"

#include <map>
#include <utility>

#include "tools/style/tokens.h"

namespace laio::style {
namespace {

Tokens HunkTokens(const PatchText &patch, const Hunk &hunk)
{
    std::vector<std::string_view> raw, text;
    for (size_t i = hunk.begin; i < hunk.end; ++i) {
        if (patch.lines[i].InPostImage()) {
            std::string_view line = patch.lines[i].raw;
            raw.push_back(line);
            text.push_back(line.substr(line.empty() ? 0 : 1));
        }
    }
    return Tokenize(text, StartsInComment(raw));
}

std::map<std::pair<std::string, std::string>, int> CountByRule(
    const std::vector<Diagnosis> &diagnoses)
{
    std::map<std::pair<std::string, std::string>, int> counts;
    for (const Diagnosis &diagnosis : diagnoses) {
        ++counts[{diagnosis.finding.file, diagnosis.finding.rule}];
    }
    return counts;
}

}  // namespace

bool KeepsProgram(const PatchText &patch, const PatchText &candidate,
                  const std::vector<const Edit *> &edits)
{
    if (candidate.hunks.size() != patch.hunks.size()) {
        return false;
    }
    std::map<int, std::vector<const Edit *>> by_hunk;
    for (const Edit *edit : edits) {
        size_t line = edit->changes.front().line;
        by_hunk[patch.lines[line].hunk].push_back(edit);
    }
    by_hunk.erase(-1);  // headers are no program
    for (const auto &[hunk, hunk_edits] : by_hunk) {
        std::vector<std::string> inserted, removed;
        for (const Edit *edit : hunk_edits) {
            inserted.insert(inserted.end(),
                            edit->inserted_tokens.begin(),
                            edit->inserted_tokens.end());
            removed.insert(removed.end(), edit->removed_tokens.begin(),
                           edit->removed_tokens.end());
        }
        if (!SameProgram(HunkTokens(patch, patch.hunks[hunk]),
                         HunkTokens(candidate, candidate.hunks[hunk]),
                         std::move(inserted), std::move(removed))) {
            return false;
        }
    }
    return true;
}

std::string RuleThatGrew(const std::vector<Diagnosis> &before,
                         const std::vector<Diagnosis> &after)
{
    auto counts = CountByRule(before);
    for (const auto &[key, count] : CountByRule(after)) {
        if (count > counts[key]) {
            return key.second;
        }
    }
    return "";
}

}  // namespace laio::style
