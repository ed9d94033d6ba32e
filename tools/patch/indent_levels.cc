#include "tools/patch/indent_levels.h"

#include <algorithm>
#include <initializer_list>

#include "tools/patch/text_lines.h"

namespace laio {
namespace {

bool IsOneOf(std::string_view word,
             std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Whether a line ends the block above it.
bool EndsBlock(std::string_view word)
{
    return IsOneOf(word, {"fi", "done", "esac", "else", "else:", "elif",
                          "except", "except:", "finally:", "endif",
                          "endforeach"});
}

// Whether nothing of its block comes after a line.
bool LeavesBlock(std::string_view word)
{
    return IsOneOf(word, {"return", "raise", "break", "continue", "pass"});
}

bool IsDefinition(std::string_view word)
{
    return word == "def" || word == "async" || word.starts_with('@');
}

bool OpensBlock(std::string_view line, std::string_view first)
{
    for (std::string_view end : {":", " then", " do"}) {
        if (line.ends_with(end)) {
            return true;
        }
    }
    // Meson says no more than that.
    return IsOneOf(first, {"if", "elif", "else", "foreach"}) &&
           line.find(": ") == std::string_view::npos;
}

}  // namespace

void IndentLevels::Advance(std::string_view line, bool goes_on)
{
    std::string_view text = line.substr(IndentText(line).size());
    std::string_view first = text.substr(0, text.find(' '));
    opens_ = OpensBlock(line, first);
    if (goes_on) {
        return;
    }
    int column = IndentColumns(line);
    while (!columns_.empty() && columns_.back() >= column) {
        columns_.pop_back();
    }
    columns_.push_back(column);
    decorates_ = first.starts_with('@');
    leaves_ = LeavesBlock(first);
    if (IsDefinition(first)) {
        definition_ = column;
    }
}

int IndentLevels::Outer() const
{
    return columns_.size() < 2 ? 0 : columns_[columns_.size() - 2];
}

int IndentLevels::ColumnOf(std::string_view word, int unit) const
{
    int last = columns_.empty() ? 0 : columns_.back();
    if (opens_) {
        return last + unit;
    }
    if (decorates_) {
        return last;
    }
    if (word == "class") {
        return 0;
    }
    if (IsDefinition(word)) {
        return std::min(definition_, last);
    }
    return EndsBlock(word) || leaves_ ? Outer() : last;
}

}  // namespace laio
