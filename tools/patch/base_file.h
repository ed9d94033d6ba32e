// The file a patch starts from.

#ifndef TOOLS_PATCH_BASE_FILE_H
#define TOOLS_PATCH_BASE_FILE_H

#include <optional>
#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/git/tree.h"
#include "tools/patch/model.h"

namespace laio {

struct BaseFile {
    std::optional<std::string> content;  // nullopt: there is none
    std::string id;           // its blob id
    std::string description;  // where it comes from
    bool proven = false;      // it is the blob that the patch names
};

// The blob the patch names, else the tree's version of the file. For a new
// file there is no content, and that is proven.
//
// Returns:  several, the likeliest first, when that many blobs have the name;
//           at least one, which has no content when there is no such file; an
//           Error when the tree has the file but cannot give it.
Result<std::vector<BaseFile>> FindBaseFiles(const FilePatch &header,
                                            const Tree &tree);

}  // namespace laio

#endif  // TOOLS_PATCH_BASE_FILE_H
