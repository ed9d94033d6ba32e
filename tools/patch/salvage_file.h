// Salvaging one file of a patch, from its stretch of words to a grade.

#ifndef TOOLS_PATCH_SALVAGE_FILE_H
#define TOOLS_PATCH_SALVAGE_FILE_H

#include <cstdint>
#include <vector>

#include "tools/base/result.h"
#include "tools/git/tree.h"
#include "tools/patch/locate.h"
#include "tools/patch/post_image.h"
#include "tools/patch/recover.h"
#include "tools/patch/salvage.h"

namespace laio {

struct FileSalvage {
    SalvagedFile file;
    FilePatch patch;  // empty when the file failed
    std::vector<FoundComment> comments;
    std::vector<std::string> notes;
    int fault_line = 0;  // of the body; 0: `file.reason` is about no place
    std::uint64_t work = 0;  // lines, places and layouts that were tried
    bool missing = false;  // the tree has no such file and no such blob
};

//   moved    lines that the patch takes out of other files
// Returns:  an Error when a path leaves the tree.
// Thread:   as `tree`.
Result<FileSalvage> SalvageFile(const WordStream &stream,
                                const LocatedFile &located, const Tree &tree,
                                const SalvageOptions &options,
                                const LinesByWords &moved = {});

}  // namespace laio

#endif  // TOOLS_PATCH_SALVAGE_FILE_H
