#include "tools/cli/style_text.h"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace laio {
namespace {

bool HasSourceSuffix(const std::string &name)
{
    size_t name_start = name.rfind('/') + 1;
    size_t dot = name.rfind('.');
    if (dot == name.npos || dot <= name_start) {
        return false;
    }
    std::string_view suffix = std::string_view(name).substr(dot);
    for (std::string_view known : {".c", ".h", ".inc", ".cpp", ".s", ".S",
                                   ".pl", ".py", ".sh"}) {
        if (suffix == known) {
            return true;
        }
    }
    return false;
}

bool HoldsAnyCase(std::string_view text, std::string_view lower)
{
    return std::search(text.begin(), text.end(), lower.begin(), lower.end(),
                       [](unsigned char c, char known) {
                           return std::tolower(c) == known;
                       }) != text.end();
}

// Whether the mail's transfer encoding hides the patch.
bool IsEncoded(std::string_view text)
{
    constexpr std::string_view kField = "content-transfer-encoding:";
    std::string_view head = text.substr(0, text.find("\n\n"));
    for (size_t line = head.find('\n'); line != head.npos;
         line = head.find('\n', line + 1)) {
        std::string_view field = head.substr(line + 1);
        field = field.substr(0, field.find('\n'));
        if (HoldsAnyCase(field.substr(0, kField.size()), kField)) {
            return HoldsAnyCase(field, "base64") ||
                   HoldsAnyCase(field, "quoted-printable");
        }
    }
    return false;
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
