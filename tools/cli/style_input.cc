#include "tools/cli/style_input.h"

#include <algorithm>
#include <filesystem>

namespace laio {
namespace {

namespace fs = std::filesystem;

// Adds the sources below the folder that have content, by name.
Status AddSources(const fs::path &folder, const std::string &name,
                  std::vector<std::string> &names)
{
    std::error_code failed;
    fs::recursive_directory_iterator entry(folder, failed), end;
    size_t before = names.size();
    for (; !failed && entry != end; entry.increment(failed)) {
        bool is_hidden = entry->path().filename().string()[0] == '.';
        if (is_hidden && entry->is_directory()) {
            entry.disable_recursion_pending();
        }
        fs::path below = entry->path().lexically_relative(folder);
        std::string path = (fs::path(name) / below).lexically_normal();
        if (IsSourcePath(path) && !entry->is_symlink() &&
            entry->is_regular_file() && entry->file_size() > 0) {
            names.push_back(std::move(path));
        }
    }
    std::sort(names.begin() + before, names.end());
    if (failed) {
        return BadInput("cannot list " + name + ": " + failed.message());
    }
    return names.size() > before
               ? Ok()
               : BadInput(name + ": there is no source file in this folder");
}

}  // namespace

bool IsCoverLetter(const std::string &name)
{
    constexpr std::string_view kEnding = "cover-letter.patch";
    return name.size() >= kEnding.size() &&
           name.compare(name.size() - kEnding.size(), kEnding.size(),
                        kEnding) == 0;
}

Error NotAPatch(const StyleInput &input)
{
    return BadInput(
        input.name +
        ": cannot check it as a patch: it has no hunk (`@@ -a,b +c,d @@`); "
        "for a quoted, encoded or damaged mail use `laio salvage " +
        input.name + " | laio style -`, for a source file `laio style -f`");
}

std::filesystem::path TreeFolder(const Session &session,
                                 const StyleCommandOptions &options)
{
    return options.tree.empty() ? session.caller_dir
                                : session.Resolve(options.tree);
}

Result<std::vector<std::string>> ListStyleInputs(
    const Session &session, const StyleCommandOptions &options)
{
    std::vector<std::string> names;
    for (const std::string &name : options.inputs) {
        fs::path path = session.Resolve(name);
        std::error_code ignored;
        if (!options.is_file || !fs::is_directory(path, ignored)) {
            names.push_back(name);
            continue;
        }
        Status added = AddSources(path, name, names);
        if (!added.ok()) {
            return added.error();
        }
    }
    if (names.empty()) {
        names.push_back("-");
    }
    return names;
}

Result<StyleInput> ReadStyleInput(const Session &session,
                                  const StyleCommandOptions &options,
                                  const std::string &name)
{
    Result<std::string> text = session.ReadInput(name);
    if (!text.ok()) {
        return text.error();
    }
    return AsStyleInput(name, *std::move(text), options.is_file);
}

}  // namespace laio
