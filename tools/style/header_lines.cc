#include "tools/style/header_lines.h"

#include "tools/style/chars.h"

namespace laio::style {
namespace {

char Lower(char c)
{
    return IsUpper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

bool StartsWithAnyCase(std::string_view text, std::string_view lower)
{
    if (text.size() < lower.size()) {
        return false;
    }
    for (size_t i = 0; i < lower.size(); ++i) {
        if (Lower(text[i]) != lower[i]) {
            return false;
        }
    }
    return true;
}

std::string_view WithoutFirstPart(std::string_view path)
{
    return path.substr(path.find('/') + 1);
}

// Remembers the file that the line names, if it names one.
bool ReadName(std::string_view text, std::string_view *path)
{
    if (StartsWith(text, "diff --git") && !IsSpace(text.back())) {
        size_t start = text.find_last_of(" \t") + 1;
        *path = WithoutFirstPart(text.substr(start));
        return true;
    }
    size_t name = StartsWith(text, "+++") ? SkipSpace(text, 3) : 0;
    if (name > 3 && name < text.size()) {
        size_t end = text.find_first_of(" \t\r\v\f", name);
        *path = WithoutFirstPart(text.substr(name, end - name));
        return true;
    }
    return false;
}

// `Field: value`, a line that goes on, `commit ...` or `From ...`.
bool MayBeHeader(std::string_view text)
{
    size_t first = SkipSpace(text, 0);
    if (first > 0 && first < text.size()) {
        return true;
    }
    for (std::string_view word : {"commit", "from"}) {
        if (StartsWithAnyCase(text, word) &&
            WordEnd(text, 0) == word.size()) {
            return true;
        }
    }
    size_t name = 0;
    while (name < text.size() && (IsWord(text[name]) || text[name] == '-')) {
        ++name;
    }
    return name > 0 && At(text, name, ":");
}

bool IsSignoff(std::string_view text)
{
    return StartsWithAnyCase(text.substr(SkipSpace(text, 0)),
                             "signed-off-by:");
}

}  // namespace

PatchView::PatchView(const PatchText &patch_text) : patch(patch_text)
{
    lines.reserve(patch.lines.size());
    HeaderLine line;
    for (size_t i = 0; i < patch.lines.size(); ++i) {
        line.index = i;
        line.text = patch.lines[i].raw;
        line.names_file = ReadName(line.text, &line.path);
        line.is_signoff = IsSignoff(line.text);
        line.in_log = line.in_log && !line.is_signoff;
        lines.push_back(line);
        if (line.in_header && line.path.empty() && !line.names_file &&
            !MayBeHeader(line.text)) {
            line.in_header = false;
            line.in_log = true;
        }
    }
}

}  // namespace laio::style
