#include "tools/style/rewrite.h"

#include <map>
#include <string>

#include "tools/style/chars.h"
#include "tools/style/diffstat.h"

namespace laio::style {
namespace {

// Replaces the digits at `pos` of the line by `number`.
// Returns:  where the new digits end.
size_t PutNumber(std::string &line, size_t pos, int number)
{
    size_t end = pos;
    while (end < line.size() && IsDigit(line[end])) {
        ++end;
    }
    std::string digits = std::to_string(number);
    line.replace(pos, end - pos, digits);
    return pos + digits.size();
}

// Moves and grows the new side of `@@ -a,b +start,count @@`.
void MoveHunk(std::string &header, int moved, int growth)
{
    size_t start = header.find('+') + 1;
    size_t end = PutNumber(header, start,
                           std::stoi(header.substr(start)) + moved);
    if (growth == 0) {
        return;
    }
    if (header[end] == ',') {
        PutNumber(header, end + 1,
                  std::stoi(header.substr(end + 1)) + growth);
    } else {
        header.insert(end, "," + std::to_string(1 + growth));
    }
}

}  // namespace

PatchText ApplyEdits(const PatchText &patch,
                     const std::vector<const Edit *> &edits)
{
    std::map<size_t, const std::vector<std::string> *> replaced;
    std::vector<int> growth(patch.hunks.size(), 0);
    for (const Edit *edit : edits) {
        for (const Edit::Change &change : edit->changes) {
            replaced[change.line] = &change.with;
            int hunk = patch.lines[change.line].hunk;
            bool counts =
                patch.lines[change.line].kind != LineKind::kNoNewline;
            if (hunk >= 0 && counts) {
                growth[hunk] += static_cast<int>(change.with.size()) - 1;
            }
        }
    }
    std::vector<std::string> lines;
    std::vector<size_t> headers(patch.hunks.size());
    for (size_t i = 0; i < patch.lines.size(); ++i) {
        const PatchLine &line = patch.lines[i];
        if (line.kind == LineKind::kHunkHeader) {
            headers[line.hunk] = lines.size();
        }
        auto found = replaced.find(i);
        if (found == replaced.end()) {
            lines.emplace_back(line.raw);
        } else {
            lines.insert(lines.end(), found->second->begin(),
                         found->second->end());
        }
    }
    std::map<int, int> moved;  // per file
    for (size_t i = 0; i < patch.hunks.size(); ++i) {
        int file = patch.hunks[i].file;
        MoveHunk(lines[headers[i]], moved[file], growth[i]);
        moved[file] += growth[i];
    }
    std::string text;
    std::map<int, size_t> first_header;
    for (size_t i = 0; i < patch.hunks.size(); ++i) {
        first_header.try_emplace(patch.hunks[i].file, headers[i]);
    }
    for (auto [file, header] : first_header) {
        if (file >= 0 && moved[file] != 0) {
            GrowDiffstat(lines, header, patch.files[file].path, moved[file]);
        }
    }
    for (const std::string &line : lines) {
        text += line;
        text += '\n';
    }
    if (!patch.final_newline) {
        text.pop_back();
    }
    return ParsePatch(text);
}

}  // namespace laio::style
