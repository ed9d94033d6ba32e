#include "tools/patch/flat_remarks.h"

#include <algorithm>
#include <cctype>

namespace laio {
namespace {

bool IsUpper(char c) { return std::isupper(static_cast<unsigned char>(c)); }
bool IsLower(char c) { return std::islower(static_cast<unsigned char>(c)); }

std::string_view WithoutPunctuation(std::string_view word)
{
    std::size_t end = word.find_last_not_of(".,:;?!");
    return word.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

bool IsPlainWord(std::string_view word)
{
    return !word.empty() && std::all_of(word.begin(), word.end(), IsLower);
}

// "Why", "I'd", "Reviewed-by:", "OK.", but no CamelCase and no CONSTANT.
bool BeginsSentence(std::string_view word)
{
    std::string_view bare = WithoutPunctuation(word);
    if (bare.empty() || !IsUpper(bare[0])) {
        return false;
    }
    bool short_capitals = bare.size() < word.size() && bare.size() <= 4 &&
                          std::all_of(bare.begin(), bare.end(), IsUpper);
    return short_capitals ||
           std::all_of(bare.begin() + 1, bare.end(), [](char c) {
               return IsLower(c) || c == '\'' || c == '-';
           });
}

std::string_view WordAt(const std::vector<std::string_view> &words,
                        std::size_t at)
{
    return at < words.size() ? words[at] : std::string_view();
}

bool LooksLikeSentence(const std::vector<std::string_view> &words,
                       std::size_t at)
{
    std::string_view next = WordAt(words, at + 1);
    return words[at] == "@@" || (BeginsSentence(words[at]) &&
                                 (next.empty() || next[0] != '*'));
}

// Without a capital it takes two plain words, and no end of code.
bool LooksLikeRemark(const std::vector<std::string_view> &words,
                     std::size_t at)
{
    char last = words.back().back();
    bool plain = IsPlainWord(words[at]) &&
                 IsPlainWord(WithoutPunctuation(WordAt(words, at + 1))) &&
                 last != ';' && last != '{' && last != '\\';
    return plain || LooksLikeSentence(words, at);
}

// Nobody writes code like that: a sentence from beginning to end.
bool IsSureRemark(const std::vector<std::string_view> &words, std::size_t at)
{
    char last = words.back().back();
    bool ends = last == '.' || last == '?' || last == '!';
    std::string_view next = WordAt(words, at + 1);
    return words[at].ends_with("-by:") || words[at] == "@@" ||
           (BeginsSentence(words[at]) && ends &&
            (next.empty() || words[at].ends_with(':') ||
             IsPlainWord(WithoutPunctuation(next))));
}

int ParensOf(std::string_view word)
{
    return int(std::count(word.begin(), word.end(), '(')) -
           int(std::count(word.begin(), word.end(), ')'));
}

// Whether a line may end with this word.
bool MayEnd(std::string_view word, bool in_comment)
{
    if (in_comment || word.ends_with("*/")) {
        return word.ends_with("*/");
    }
    return std::string_view(";{}):\\").find(word.back()) !=
               std::string_view::npos ||
           word == "else" || word == "do";
}

}  // namespace

std::size_t RemarkAfterCode(const std::vector<std::string_view> &words,
                            bool in_comment)
{
    int parens = 0;
    bool in_string = false;
    for (std::size_t at = 1; at < words.size(); at++) {
        std::string_view word = words[at - 1];
        in_string ^= std::count(word.begin(), word.end(), '"') & 1;
        parens = std::max(0, parens + ParensOf(word));
        in_comment = (in_comment || word.find("/*") < word.size()) &&
                     word.find("*/") == std::string_view::npos;
        if (word.starts_with("//")) {
            return 0;
        }
        bool over = parens == 0 && MayEnd(word, in_comment);
        bool empty_line = at == 1 && word == "+";
        bool found = empty_line ? LooksLikeSentence(words, at)
                     : over     ? LooksLikeRemark(words, at)
                                : IsSureRemark(words, at);
        if (found && !in_comment && !in_string) {
            return at;
        }
    }
    return 0;
}

}  // namespace laio
