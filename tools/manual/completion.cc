#include "tools/manual/completion.h"

namespace laio {

ValueKind KindOfValue(const Option &option)
{
    if (option.is_flag()) {
        return ValueKind::kNone;
    }
    if (!option.words.empty()) {
        return ValueKind::kWords;
    }
    for (const char *file : {"FILE", "PATCH", "MAIL", "SUBJECT", "_PL"}) {
        if (option.value_name.find(file) != std::string::npos) {
            return ValueKind::kFiles;
        }
    }
    bool folder = option.value_name.find("DIR") != std::string::npos;
    return folder ? ValueKind::kFolders : ValueKind::kOther;
}

std::string ShellQuoted(const std::string &text)
{
    std::string quoted = "'";
    for (char c : text) {
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return quoted + "'";
}

std::string ShortHelp(const std::string &help)
{
    std::string text;
    for (char c : help.substr(0, help.find(';'))) {
        if (c != '`') {
            text += c;
        }
    }
    return text;
}

}  // namespace laio
