#include "tools/cli/style_text.h"

#include <algorithm>
#include <cctype>
#include <filesystem>

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

}  // namespace

bool IsRange(const std::string &name)
{
    size_t dots = name.find("..");
    return dots != name.npos && dots > 0 && name[dots - 1] != '/';
}

Result<StyleInput> AsStyleInput(const std::string &name, std::string text,
                                bool is_file)
{
    if (text.empty()) {
        return BadInput(name + ": cannot check it: it is empty");
    }
    is_file = is_file || HasSourceSuffix(name);
    if (!is_file && IsEncoded(text)) {
        return BadInput(name +
                        ": cannot check it as a patch: the mail is encoded; "
                        "use `laio salvage " +
                        name + " | laio style -`");
    }
    return StyleInput{name, std::move(text), is_file};
}

}  // namespace laio
