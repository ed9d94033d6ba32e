#include "tools/cli/style_input.h"

#include <algorithm>
#include <cctype>
#include <filesystem>

namespace laio {
namespace {

namespace fs = std::filesystem;

bool HasSourceSuffix(const std::string &name)
{
    std::string suffix = std::filesystem::path(name).extension();
    for (const char *known : {".c", ".h", ".inc", ".cpp", ".s", ".S", ".pl",
                              ".py", ".sh"}) {
        if (suffix == known) {
            return true;
        }
    }
    return false;
}

// Whether the mail's transfer encoding hides the patch.
bool IsEncoded(const std::string &text)
{
    std::string head = text.substr(0, text.find("\n\n"));
    std::transform(head.begin(), head.end(), head.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    size_t field = head.find("\ncontent-transfer-encoding:");
    if (field == head.npos) {
        return false;
    }
    std::string value = head.substr(field, head.find('\n', field + 1) - field);
    return value.find("base64") != value.npos ||
           value.find("quoted-printable") != value.npos;
}

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
    StyleInput input{name, *std::move(text),
                     options.is_file || HasSourceSuffix(name)};
    if (input.text.empty()) {
        return BadInput(input.name + ": cannot check it: it is empty");
    }
    if (!input.is_file && IsEncoded(input.text)) {
        return BadInput(input.name +
                        ": cannot check it as a patch: the mail is encoded; "
                        "use `laio salvage " +
                        input.name + " | laio style -`");
    }
    return input;
}

}  // namespace laio
