#include "tools/patch/hunk_fuzz.h"

#include <algorithm>
#include <cctype>

namespace laio {
namespace {

bool IsContext(const PatchLine &line)
{
    return line.kind == LineKind::kContext;
}

bool IsTelling(const PatchLine &line)
{
    auto letters = std::count_if(line.text.begin(), line.text.end(),
                                 [](unsigned char c) {
                                     return std::isalnum(c);
                                 });
    return line.kind != LineKind::kAdded && letters >= 3;
}

bool FitsAt(const std::vector<PatchLine> &lines,
            const std::vector<std::string> &file, std::size_t at)
{
    for (const PatchLine &line : lines) {
        if (line.kind == LineKind::kAdded) {
            continue;
        }
        if (at >= file.size() || file[at++] != line.text) {
            return false;
        }
    }
    return true;
}

}  // namespace

int TellingLines(const std::vector<PatchLine> &lines)
{
    return int(std::count_if(lines.begin(), lines.end(), IsTelling));
}

std::optional<FuzzyHunk> WithFuzz(const Hunk &hunk, int fuzz)
{
    const std::vector<PatchLine> &all = hunk.lines;
    int front = int(std::find_if_not(all.begin(), all.end(), IsContext) -
                    all.begin());
    int back = int(std::find_if_not(all.rbegin(), all.rend(), IsContext) -
                   all.rbegin());
    if (front == int(all.size())) {
        return std::nullopt;
    }
    int most = std::max(front, back);
    int drop_front = std::clamp(fuzz - (most - front), 0, front);
    int drop_back = std::clamp(fuzz - (most - back), 0, back);
    FuzzyHunk result;
    result.skipped_front = drop_front;
    result.lines.assign(all.begin() + drop_front, all.end() - drop_back);
    if (TellingLines(result.lines) < 2 || drop_front + drop_back == 0) {
        return std::nullopt;
    }
    return result;
}

std::optional<int> OnlyPlace(const std::vector<PatchLine> &lines,
                             const std::vector<std::string> &file, int first)
{
    std::optional<int> found;
    for (std::size_t at = std::size_t(first); at < file.size(); at++) {
        if (!FitsAt(lines, file, at)) {
            continue;
        }
        if (found) {
            return std::nullopt;
        }
        found = int(at);
    }
    return found;
}

}  // namespace laio
