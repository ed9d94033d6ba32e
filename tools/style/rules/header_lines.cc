#include "tools/style/rules/header_lines.h"

#include "tools/style/scan.h"

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

std::string WithoutFirstPart(std::string_view path)
{
    size_t slash = path.find('/');
    return std::string(slash == kNone ? path : path.substr(slash + 1));
}

// Remembers the file that the line names, if it names one.
bool ReadName(std::string_view text, std::string *path)
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

}  // namespace

bool StartsWithTag(std::string_view text, std::string_view tag)
{
    return StartsWithAnyCase(text.substr(SkipSpace(text, 0)), tag);
}

void ForEachLine(const PatchText &patch,
                 FunctionRef<void(const HeaderLine &)> read)
{
    HeaderLine line;
    for (size_t i = 0; i < patch.lines.size(); ++i) {
        line.index = i;
        line.text = patch.lines[i].raw;
        line.names_file = ReadName(line.text, &line.path);
        if (line.in_log && StartsWithTag(line.text, "signed-off-by:")) {
            line.in_log = false;
        }
        bool starts_log = line.in_header && line.path.empty() &&
                          !line.names_file && !MayBeHeader(line.text);
        read(line);
        if (starts_log) {
            line.in_header = false;
            line.in_log = true;
        }
    }
}

}  // namespace laio::style
