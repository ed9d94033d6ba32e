#include "tools/style/built_on.h"

#include <algorithm>

namespace laio::style {
namespace {

bool IsOld(const PatchLine &line)
{
    return line.file >= 0 && (line.kind == LineKind::kContext ||
                              line.kind == LineKind::kRemoved);
}

std::string Key(std::string_view path, std::string_view line)
{
    std::string key(path);
    key += '\n';
    key += line;
    return key;
}

}  // namespace

void BuiltOn::Add(std::string_view patch_text, int rank)
{
    PatchText patch = ParsePatch(patch_text);
    for (const PatchLine &line : patch.lines) {
        if (IsOld(line)) {
            AddLine(patch.files[line.file].path, line.raw, rank);
        }
    }
}

void BuiltOn::AddEachDiff(const PatchText &patch)
{
    for (const PatchLine &line : patch.lines) {
        if (IsOld(line)) {
            AddLine(patch.files[line.file].path, line.raw, line.file);
        }
    }
}

bool BuiltOn::Has(std::string_view path, std::string_view line,
                  int rank) const
{
    auto found = last_.find(Key(path, line));
    return found != last_.end() && found->second > rank;
}

void BuiltOn::AddLine(const std::string &path, std::string_view raw, int rank)
{
    // Context that is empty may have lost its blank.
    std::string_view line = raw.empty() ? raw : raw.substr(1);
    int &last = last_.try_emplace(Key(path, line), rank).first->second;
    last = std::max(last, rank);
}

}  // namespace laio::style
