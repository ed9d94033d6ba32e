#include "tools/git/libgit2_handles.h"

#include <fmt/format.h>

namespace laio {

std::string Libgit2Message()
{
    const git_error *error = git_error_last();
    return error && error->message ? error->message : "unknown error";
}

// Objects kept for later, in bytes as they are stored. A long mbox makes
// commits that nobody asks for again.
constexpr ssize_t kObjectCacheBytes = 1 << 20;

void StartLibgit2()
{
    static const bool started = [] {
        git_libgit2_init();
        // A reader need not own the repository, and nobody's configuration
        // may change what a patch means.
        git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
        git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, kObjectCacheBytes);
        for (int level : {GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_GLOBAL,
                          GIT_CONFIG_LEVEL_XDG,
                          GIT_CONFIG_LEVEL_PROGRAMDATA}) {
            git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
        }
        return true;
    }();
    (void)started;
}

Result<RepositoryPtr> OpenRepository(const std::string &directory)
{
    StartLibgit2();
    git_repository *repository = nullptr;
    if (git_repository_open_ext(&repository, directory.c_str(), 0, nullptr) !=
        0) {
        return BadInput(fmt::format(
            "cannot use {} as a tree: it is not a git checkout or bare "
            "repository; name one with --tree",
            directory));
    }
    return RepositoryPtr(repository);
}

std::string Hex(const git_oid *id)
{
    char text[GIT_OID_HEXSZ + 1];
    git_oid_tostr(text, sizeof(text), id);
    return text;
}

std::string BlobContent(const git_blob *blob)
{
    return {static_cast<const char *>(git_blob_rawcontent(blob)),
            static_cast<std::size_t>(git_blob_rawsize(blob))};
}

const git_oid *BlobIdOf(const EntryPtr &entry)
{
    bool is_blob = entry && git_tree_entry_type(entry.get()) == GIT_OBJECT_BLOB;
    return is_blob ? git_tree_entry_id(entry.get()) : nullptr;
}

std::string SubmoduleText(const git_oid *id)
{
    return "Subproject commit " + Hex(id) + "\n";
}

bool SubmoduleId(const std::string &text, git_oid *id)
{
    constexpr std::string_view kStart = "Subproject commit ";
    return text.starts_with(kStart) &&
           text.size() >= kStart.size() + GIT_OID_HEXSZ &&
           git_oid_fromstrn(id, text.data() + kStart.size(),
                            GIT_OID_HEXSZ) == 0;
}

EntryPtr EntryAt(git_tree *tree, const std::string &path)
{
    git_tree_entry *entry = nullptr;
    git_tree_entry_bypath(&entry, tree, path.c_str());
    return EntryPtr(entry);
}

}  // namespace laio
