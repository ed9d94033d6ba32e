#include "tools/style/findings_text.h"

#include <algorithm>

#include "tools/style/chars.h"

namespace laio {
namespace {

constexpr const char *kRed = "\033[1;31m";
constexpr const char *kYellow = "\033[1;33m";
constexpr const char *kGreen = "\033[1;32m";
constexpr const char *kPlain = "\033[0m";

std::string Painted(const std::string &text, const char *paint, bool color)
{
    return color ? paint + text + kPlain : text;
}

// Bytes that a terminal would obey are shown as `?`.
std::string Printable(std::string text)
{
    std::replace_if(
        text.begin(), text.end(),
        [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }, '?');
    return text;
}

std::string Count(int count, const char *what)
{
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

}  // namespace

std::string FindingText(const Finding &finding, bool color)
{
    constexpr const char *kIndent = "    ";
    bool is_error = finding.level == StyleLevel::kError;
    std::string text;
    if (!finding.file.empty()) {
        text += finding.file + ":" + std::to_string(finding.line) + ": ";
    }
    text += Painted(StyleLevelName(finding.level), is_error ? kRed : kYellow,
                    color);
    text += ": " + Printable(finding.message) + " [" + finding.rule +
            (finding.fixable ? ", fixable]\n" : "]\n");
    std::string doubt = DoubtAbout(finding);
    if (!doubt.empty()) {
        text += kIndent + ("checkpatch would complain: " + doubt) + "\n";
    }
    if (!finding.source.empty()) {
        std::string_view source = finding.source;
        size_t column = std::min<size_t>(finding.column, source.size());
        std::string before = style::ExpandTabs(source.substr(0, column));
        text += kIndent + Printable(style::ExpandTabs(source)) + "\n";
        text += kIndent + std::string(before.size(), ' ') +
                Painted("^", kGreen, color) + "\n";
    }
    return text;
}

std::string StyleTotal(const StyleResult &result)
{
    if (result.clean()) {
        return "no findings";
    }
    std::string text = Count(result.errors, "error") + ", " +
                       Count(result.warnings, "warning");
    return text + "; " +
           (result.fixable ? "--fix can mend " + std::to_string(result.fixable)
                    : std::string("none that --fix can mend"));
}

std::string QuickfixText(const StyleResult &result)
{
    std::string text;
    for (const Finding &finding : result.findings) {
        bool in_file = !finding.file.empty();
        int line = in_file ? finding.line : finding.patch_line;
        int column = in_file ? finding.column : finding.column + 1;
        std::string doubt = DoubtAbout(finding);
        text += (in_file ? finding.file : result.source_name) + ":" +
                std::to_string(std::max(line, 1)) + ":" +
                std::to_string(std::max(column, 1)) + ": " +
                StyleLevelName(finding.level) + ": " +
                Printable(finding.message) + " [" + finding.rule + "]" +
                (doubt.empty() ? "" : " (checkpatch would complain: " +
                                          doubt + ")") +
                "\n";
    }
    return text;
}

std::string FindingList(const StyleResult &result, bool color)
{
    std::string text;
    for (const Finding &finding : result.findings) {
        text += FindingText(finding, color) + "\n";
    }
    return text;
}

std::string FindingsOfOne(const StyleResult &result, bool is_named,
                          bool color)
{
    bool names = is_named && !result.clean();
    return (names ? result.source_name + "\n" : "") +
           FindingList(result, color);
}

}  // namespace laio
