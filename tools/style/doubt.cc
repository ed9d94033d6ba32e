#include "tools/style/chars.h"
#include "tools/style/style.h"

namespace laio {
namespace {

using style::Contains;
using style::EndsWith;
using style::IsWord;
using style::StartsWith;
using style::Trim;

// Whether an odd number of quotes stands before the column.
bool IsInString(std::string_view source, size_t column)
{
    bool inside = false;
    for (size_t i = 1; i < std::min(column, source.size()); ++i) {
        if (source[i] == '\\') {
            ++i;
        } else if (source[i] == '"') {
            inside = !inside;
        }
    }
    return inside;
}

// `#ifndef __NAME_H` and its kin.
bool IsIncludeGuard(std::string_view source)
{
    std::string_view text = Trim(source.substr(1));
    return StartsWith(text, "#ifndef __") &&
           (EndsWith(text, "_H") || EndsWith(text, "_H_") ||
            EndsWith(text, "_H__"));
}

// Whether both numbers of `(4, 4)` are the same.
bool SameNumbers(std::string_view message)
{
    size_t open = message.rfind('(');
    size_t comma = message.find(", ", open);
    size_t close = message.rfind(')');
    if (open == message.npos || comma == message.npos || close < comma) {
        return false;
    }
    return message.substr(open + 1, comma - open - 1) ==
           message.substr(comma + 2, close - comma - 2);
}

// Whether the first star behind the column comes before the `=`.
bool PointsTo(std::string_view source, size_t column)
{
    size_t star = source.find('*', column);
    return star != source.npos && star < source.find('=', column);
}

bool IsAssembly(std::string_view source)
{
    return style::FindWord(source, "asm") != source.npos ||
           style::FindWord(source, "__asm__") != source.npos;
}

}  // namespace

std::string DoubtAbout(const Finding &finding)
{
    std::string_view source = finding.source;
    size_t column = finding.column;
    const std::string &rule = finding.rule;
    if (rule == "block-comment-leading" && IsInString(source, column)) {
        return "the /* stands in a string";
    }
    if (rule == "architecture-define" && IsIncludeGuard(source)) {
        return "it is an include guard";
    }
    if (rule == "suspect-indent" && SameNumbers(finding.message) &&
        EndsWith(Trim(source), "{")) {
        return "the body may be empty, for which no indent is right";
    }
    if (rule == "while-0-semicolon" && !EndsWith(Trim(source), "\\")) {
        return "it may be a loop in code, which needs its semicolon";
    }
    if (rule == "const-ops" && PointsTo(source, column)) {
        return "it is a pointer and no initialiser";
    }
    if (rule == "spaces-around-operator" && IsAssembly(source)) {
        return "operands of assembly are no expression";
    }
    if (rule == "spaces-around-operator" &&
        EndsWith(finding.message, "'*' (ctx:WxB)") &&
        Contains(source, "*)")) {
        return "it may be a pointer to a type that the script cannot know";
    }
    if (rule == "doubly-encoded-utf8" && StartsWith(source, "-")) {
        return "the patch takes this line away";
    }
    return "";
}

}  // namespace laio
