#include "tools/git/merge_file.h"

#include "tools/git/libgit2_handles.h"

namespace laio {
namespace {

git_merge_file_input Input(const std::string &content)
{
    git_merge_file_input input;
    git_merge_file_input_init(&input, GIT_MERGE_FILE_INPUT_VERSION);
    input.ptr = content.data();
    input.size = content.size();
    input.path = "file";
    return input;
}

}  // namespace

MergedFile MergeFiles(const std::string &base, const std::string &ours,
                      const std::string &theirs)
{
    StartLibgit2();
    git_merge_file_input old_side = Input(base);
    git_merge_file_input our_side = Input(ours);
    git_merge_file_input their_side = Input(theirs);
    git_merge_file_options options;
    git_merge_file_options_init(&options, GIT_MERGE_FILE_OPTIONS_VERSION);
    options.our_label = "tree";
    options.their_label = "patch";
    git_merge_file_result result = {};
    MergedFile merged;
    if (git_merge_file(&result, &old_side, &our_side, &their_side,
                       &options) != 0) {
        merged.content = ours;
        merged.clean = false;
        return merged;
    }
    merged.content.assign(result.ptr ? result.ptr : "", result.len);
    merged.clean = result.automergeable;
    git_merge_file_result_free(&result);
    return merged;
}

}  // namespace laio
