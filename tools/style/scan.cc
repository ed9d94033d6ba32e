#include "tools/style/scan.h"

#include <algorithm>

namespace laio::style {

bool At(std::string_view text, size_t pos, std::string_view what)
{
    return pos <= text.size() && text.compare(pos, what.size(), what) == 0;
}

size_t FindStart(std::string_view text, std::string_view what, size_t pos)
{
    while ((pos = text.find(what, pos)) != kNone) {
        if (pos == 0 || !IsWord(text[pos - 1])) {
            return pos;
        }
        ++pos;
    }
    return kNone;
}

size_t FindAnyWord(std::string_view text,
                   std::initializer_list<std::string_view> words, size_t pos)
{
    size_t first = kNone;
    for (std::string_view word : words) {
        first = std::min(first, FindWord(text, word, pos));
    }
    return first;
}

size_t FindCall(std::string_view text, std::string_view name, size_t pos)
{
    while ((pos = FindStart(text, name, pos)) != kNone) {
        if (At(text, SkipSpace(text, pos + name.size()), "(")) {
            return pos;
        }
        ++pos;
    }
    return kNone;
}

size_t FindAnyCall(std::string_view text,
                   std::initializer_list<std::string_view> names)
{
    size_t first = kNone;
    for (std::string_view name : names) {
        first = std::min(first, FindCall(text, name));
    }
    return first;
}

std::string_view DirectiveOf(std::string_view code)
{
    size_t hash = SkipSpace(code, 1);
    if (!At(code, hash, "#")) {
        return {};
    }
    size_t word = SkipSpace(code, hash + 1);
    return code.substr(word, WordEnd(code, word) - word);
}

bool HasHash(std::string_view code, std::string_view word)
{
    for (size_t hash = code.find('#'); hash != kNone;
         hash = code.find('#', hash + 1)) {
        if (At(code, SkipSpace(code, hash + 1), word)) {
            return true;
        }
    }
    return false;
}

bool IsFirst(std::string_view code, size_t pos)
{
    return SkipSpace(code, 1) >= pos;
}

std::string WithoutComments(std::string_view code)
{
    std::string text(code);
    text.erase(std::remove(text.begin(), text.end(), kCommentByte),
               text.end());
    return text;
}

}  // namespace laio::style
