#include "tools/style/rules/strings.h"

#include "tools/style/scan.h"

namespace laio::style {
namespace {

void MaskPercents(std::string &text)
{
    for (size_t at = text.find("%%"); at != kNone;
         at = text.find("%%", at + 2)) {
        text.replace(at, 2, "__");
    }
}

}  // namespace

std::vector<StringPart> StringsOf(const LineView &view)
{
    std::vector<StringPart> parts;
    std::string_view code = view.bare;
    for (size_t pos = 1; pos < code.size();) {
        size_t quote = code.find('"', pos);
        if (quote == kNone) {
            break;
        }
        size_t end = quote + 1;
        while (end < code.size() &&
               (code[end] == kStringByte || code[end] == '\t')) {
            ++end;
        }
        if (end < code.size() && code[end] != '"') {
            pos = quote + 1;
            continue;
        }
        StringPart part;
        part.column = quote + 1;
        if (part.column < view.raw.size()) {
            part.text = view.raw.substr(part.column, end - quote - 1);
        }
        MaskPercents(part.text);
        parts.push_back(std::move(part));
        pos = end + 1;
    }
    return parts;
}

size_t CapitalL(std::string_view text)
{
    for (size_t at = text.find("%L"); at != kNone;
         at = text.find("%L", at + 1)) {
        bool masked = at > 0 && text[at - 1] == '%';
        if (!masked && at + 2 < text.size() &&
            std::string_view("udi").find(text[at + 2]) != kNone) {
            return at;
        }
    }
    return kNone;
}

size_t HashOfFormat(std::string_view text)
{
    for (size_t at = text.find('%'); at != kNone;
         at = text.find('%', at + 1)) {
        bool masked = at > 0 && text[at - 1] == '%';
        if (!masked && (At(text, at, "%#") || At(text, at, "%0#"))) {
            return at;
        }
    }
    return kNone;
}

}  // namespace laio::style
