#include "tools/style/rule.h"
#include "tools/style/rules/utf8.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

bool NamesOtherCharset(std::string_view text)
{
    constexpr std::string_view kField = "Content-Type:";
    size_t at = StartsWith(text, kField) ? text.rfind("charset=\"") : kNone;
    if (at == kNone || at <= kField.size()) {
        return false;
    }
    size_t begin = at + 9;
    size_t end = text.rfind('"');
    if (end == kNone || end <= begin) {
        return false;
    }
    std::string name;
    for (char c : text.substr(begin, end - begin)) {
        name += IsUpper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return !Contains(name, "utf-8");
}

bool HasLongCharacter(std::string_view text)
{
    for (size_t pos = 0; pos < text.size(); ++pos) {
        if (CharacterLength(text, pos) > 1) {
            return true;
        }
    }
    return false;
}

void Check(const PatchView &view, const Report &report)
{
    bool other = false;
    for (const HeaderLine &line : view.lines) {
        if (line.in_header && NamesOtherCharset(line.text)) {
            other = true;
        }
        if (other && line.in_log && line.path.empty() &&
            HasLongCharacter(line.text)) {
            report.AddAt(line.index,
                         "8-bit UTF-8 used in possible commit log");
        }
    }
}

}  // namespace

extern const Rule kCharsetMismatch{
    .name = "charset-mismatch",
    .level = StyleLevel::kWarning,
    .gate = Gate::kPatch,
    .summary = "The mail says what its text is encoded in.",
    .bad = "Content-Type: text/plain; charset=\"iso-8859-1\"\n",
    .good = "Content-Type: text/plain; charset=\"utf-8\"\n",
    .source = "b37c4aacf7",
    .since = 30000,
    .check_patch = Check,
};

}  // namespace laio::style
