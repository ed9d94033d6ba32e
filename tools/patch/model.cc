#include "tools/patch/model.h"

namespace laio {

ChangeCount CountChanges(const FilePatch &file)
{
    ChangeCount count;
    for (const Hunk &hunk : file.hunks) {
        for (const PatchLine &line : hunk.lines) {
            count.insertions += line.kind == LineKind::kAdded;
            count.deletions += line.kind == LineKind::kRemoved;
        }
    }
    return count;
}

ChangeCount CountChanges(const Patch &patch)
{
    ChangeCount total;
    for (const FilePatch &file : patch.files) {
        ChangeCount count = CountChanges(file);
        total.insertions += count.insertions;
        total.deletions += count.deletions;
    }
    return total;
}

}  // namespace laio
