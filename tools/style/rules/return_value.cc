#include "tools/style/rules/return_value.h"

#include <string>

#include "tools/style/chars.h"

namespace laio::style {
namespace {

// The length of the comparison operator at the start of `text`, or 0.
size_t CompareLength(std::string_view text)
{
    for (std::string_view op : {"<=", ">=", "==", "!=", "<", ">"}) {
        if (StartsWith(text, op)) {
            return op.size();
        }
    }
    return 0;
}

// Whether `word operator word` stands somewhere; a number may be negative.
bool HasComparison(std::string_view value)
{
    for (size_t pos = 0; pos < value.size(); ++pos) {
        size_t length = CompareLength(value.substr(pos));
        std::string_view left = TrimRight(value.substr(0, pos));
        if (length == 0 || left.empty() || !IsWord(left.back())) {
            continue;
        }
        size_t right = SkipSpace(value, pos + length);
        if (right < value.size() && value[right] == '-') {
            ++right;
            if (right < value.size() && IsDigit(value[right])) {
                return true;
            }
        } else if (right < value.size() && IsWord(value[right])) {
            return true;
        }
    }
    return false;
}

// Replaces what is between the first `[` and the last `]` that no brace
// separates. Returns: whether there was one.
bool FoldSubscript(std::string &value)
{
    for (size_t open = value.find('['); open != value.npos;
         open = value.find('[', open + 1)) {
        size_t limit = value.find_first_of("{}", open);
        size_t close = value.rfind(']', limit);
        if (close != value.npos && close > open) {
            value.replace(open, close - open + 1, "1");
            return true;
        }
    }
    return false;
}

bool FoldInnermostParen(std::string &value)
{
    size_t close = value.find(')');
    size_t open = close == value.npos ? close : value.rfind('(', close);
    while (close != value.npos && open == value.npos) {
        close = value.find(')', close + 1);
        open = close == value.npos ? close : value.rfind('(', close);
    }
    if (close == value.npos) {
        return false;
    }
    value.replace(open, close - open + 1, "1");
    return true;
}

// An identifier, or a number with or without a minus.
bool IsOneWord(std::string_view text)
{
    if (StartsWith(text, "-") && text.size() > 1 && IsDigit(text[1])) {
        text.remove_prefix(1);
    }
    return !text.empty() && WordEnd(text, 0) == text.size();
}

bool FoldsToOneValue(std::string_view text)
{
    std::string value;
    for (char c : text) {
        value += c == '(' ? " (" : c == ')' ? ") " : std::string(1, c);
    }
    while (FoldSubscript(value) ||
           (!HasComparison(value) && FoldInnermostParen(value))) {
    }
    return IsOneWord(Trim(value));
}

}  // namespace

ReturnValue ReadReturn(std::string_view statement)
{
    ReturnValue value;
    size_t word = SkipSpace(statement, 1);
    if (statement.compare(std::min(word, statement.size()), 6, "return") !=
        0) {
        return value;
    }
    size_t open = SkipSpace(statement, word + 6);
    size_t stop = statement.rfind(';');
    if (open >= statement.size() || statement[open] != '(' ||
        stop == statement.npos || stop < open) {
        return value;
    }
    value.is_parenthesised = true;
    value.is_glued = open == word + 6;
    value.is_one_value =
        FoldsToOneValue(statement.substr(open, stop - open));
    return value;
}

}  // namespace laio::style
