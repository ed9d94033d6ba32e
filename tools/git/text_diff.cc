#include "tools/git/text_diff.h"

#include <git2.h>

#include <memory>

#include "tools/git/libgit2_handles.h"

namespace laio {

Result<std::string> DiffTexts(const std::string &before,
                              const std::string &after,
                              const std::string &path)
{
    StartLibgit2();
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    git_patch *patch = nullptr;
    if (git_patch_from_buffers(&patch, before.data(), before.size(),
                               path.c_str(), after.data(), after.size(),
                               path.c_str(), &options) != 0) {
        return BadInput("cannot compare two versions of " + path + ": " +
                        Libgit2Message());
    }
    std::unique_ptr<git_patch, Freer<git_patch_free>> keep(patch);
    git_buf text = GIT_BUF_INIT;
    if (git_patch_to_buf(&text, patch) != 0) {
        return BadInput("cannot print the difference of " + path + ": " +
                        Libgit2Message());
    }
    std::string result(text.ptr, text.size);
    git_buf_dispose(&text);
    return result;
}

}  // namespace laio
