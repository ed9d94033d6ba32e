#include "tools/style/scan.h"

#include <algorithm>

namespace laio::style {
namespace {

bool IsOneOf(std::string_view word,
             std::initializer_list<std::string_view> words)
{
    for (std::string_view known : words) {
        if (word == known) {
            return true;
        }
    }
    return false;
}

}  // namespace

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
    while (pos < text.size()) {
        if (!IsWord(text[pos])) {
            ++pos;
            continue;
        }
        size_t end = WordEnd(text, pos);
        bool starts = pos == 0 || !IsWord(text[pos - 1]);
        if (starts && IsOneOf(text.substr(pos, end - pos), words)) {
            return pos;
        }
        pos = end;
    }
    return kNone;
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
    size_t pos = FindAnyWord(text, names);
    while (pos != kNone) {
        size_t end = WordEnd(text, pos);
        if (At(text, SkipSpace(text, end), "(")) {
            return pos;
        }
        pos = FindAnyWord(text, names, end);
    }
    return kNone;
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
