#include "tools/cli/style_input.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "tools/cli/style_commits.h"

namespace laio {
namespace {

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

Result<StyleInput> StagedInput(const Session &session,
                               const StyleCommandOptions &options)
{
    Result<NamedPatch> staged = ReadStaged(TreeFolder(session, options));
    if (!staged.ok()) {
        return staged.error();
    }
    return StyleInput{staged->name, staged->text, false, options.style()};
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
    return BadInput(fmt::format(
        "{}: cannot check it as a patch: it has no hunk (`@@ -a,b +c,d @@`); "
        "for a quoted, encoded or damaged mail use `laio salvage {} | laio "
        "style -`, for a source file `laio style -f`",
        input.name, input.name));
}

std::filesystem::path TreeFolder(const Session &session,
                                 const StyleCommandOptions &options)
{
    return options.tree.empty() ? session.caller_dir
                                : session.Resolve(options.tree);
}

Result<StyleInput> ReadStyleInput(const Session &session,
                                  const StyleCommandOptions &options)
{
    if (options.staged) {
        return StagedInput(session, options);
    }
    Result<std::string> text = session.ReadInput(options.input);
    if (!text.ok()) {
        return text.error();
    }
    StyleInput input;
    input.name = options.input;
    input.text = *std::move(text);
    input.is_file = options.is_file || HasSourceSuffix(options.input);
    input.style = options.style();
    if (input.text.empty()) {
        return BadInput(
            fmt::format("{}: cannot check it: it is empty", input.name));
    }
    if (!input.is_file && IsEncoded(input.text)) {
        return BadInput(fmt::format(
            "{}: cannot check it as a patch: the mail is encoded; use `laio "
            "salvage {} | laio style -`",
            input.name, input.name));
    }
    return input;
}

}  // namespace laio
