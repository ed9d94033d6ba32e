// Which words become types and modifiers by the place where they stand.

#include <algorithm>
#include <array>

#include "tools/style/chars.h"
#include "tools/style/types.h"

namespace laio::style {
namespace {

constexpr size_t kNone = std::string_view::npos;

constexpr std::array<std::string_view, 3> kStorage{"extern", "static",
                                                   "asmlinkage"};

// Takes `word` and the blanks around it out of the text, wherever it is.
std::string WithoutWord(std::string text, std::string_view word)
{
    for (size_t at = text.find(word); at != kNone; at = text.find(word)) {
        size_t end = SkipSpace(text, at + word.size());
        while (at > 0 && IsSpace(text[at - 1])) {
            --at;
        }
        text.erase(at, end - at);
    }
    return text;
}

bool StartsWithWordOf(std::string_view text,
                      std::initializer_list<std::string_view> words)
{
    std::string_view first = text.substr(0, WordEnd(text, 0));
    return std::find(words.begin(), words.end(), first) != words.end();
}

}  // namespace

bool TypeNames::IsNeverType(std::string_view words) const
{
    return StartsWithWordOf(words, {"typedef", "struct", "enum"}) ||
           (StartsWithWordOf(words, {"goto", "return", "case", "else", "asm",
                                     "__asm__", "do"}) &&
            (WordEnd(words, 0) == words.size() ||
             IsSpace(words[WordEnd(words, 0)]))) ||
           (StartsWith(words, "DEFINE_") && words.size() > 7 &&
            std::none_of(words.begin(), words.end(), IsSpace)) ||
           std::find(kStorage.begin(), kStorage.end(), words) !=
               kStorage.end() ||
           StartsWith(words, "#") || IsModifier(words) || IsType(words);
}

// What is left of the words when types and ## are cut out.
std::string TypeNames::WithoutTypes(std::string_view words) const
{
    std::string left;
    for (size_t pos = 0; pos < words.size();) {
        size_t start = SkipSpace(words, pos);
        size_t end = kNone;
        if (At(words, start, "##")) {
            end = start + 2;
        } else {
            ReadType(words, start, [&](size_t found) {
                end = found;
                return true;
            });
        }
        if (end == kNone) {
            left += words[pos++];
        } else {
            pos = SkipSpace(words, end);
        }
    }
    return left;
}

void TypeNames::Learn(std::string_view words)
{
    if (IsNeverType(words)) {
        return;
    }
    std::string text(words);
    for (std::string_view storage : kStorage) {
        text = WithoutWord(std::move(text), storage);
    }
    text = WithoutWord(std::move(text), "__force");
    std::string_view trimmed = Trim(text);
    if (trimmed.empty()) {
        return;
    }
    if (std::none_of(text.begin(), text.end(), IsSpace)) {
        types_.Add(text.substr(0, text.find('#')));
        return;
    }
    std::string left = WithoutTypes(text);
    for (size_t pos = SkipSpace(left, 0); pos < left.size();) {
        size_t end = pos;
        while (end < left.size() && !IsSpace(left[end])) {
            ++end;
        }
        std::string word = left.substr(pos, end - pos);
        if (!IsNeverType(word)) {
            AddModifier(std::move(word));
        }
        pos = SkipSpace(left, end);
    }
}

}  // namespace laio::style
