#include "tools/patch/masked_word.h"

#include <set>

#include "tools/patch/text_lines.h"

namespace laio {
namespace {

constexpr std::string_view kMask = "...@";

std::set<std::string_view> WordsFor(std::string_view shown,
                                    const std::vector<std::string> &lines)
{
    std::string_view host = shown.substr(shown.find(kMask) + kMask.size() - 1);
    std::set<std::string_view> found;
    for (const std::string &line : lines) {
        if (line.find(host) == std::string::npos) {
            continue;
        }
        for (std::string_view word : SplitWords(line)) {
            if (StandsFor(shown, word)) {
                found.insert(word);
            }
        }
    }
    return found;
}

}  // namespace

bool HasMaskedWord(std::string_view text)
{
    return text.find(kMask) != std::string_view::npos;
}

bool StandsFor(std::string_view shown, std::string_view word)
{
    if (shown == word) {
        return true;
    }
    std::size_t mask = shown.find(kMask);
    std::size_t at = word.find('@');
    if (mask == std::string_view::npos || at == std::string_view::npos) {
        return false;
    }
    return at > mask && word.substr(0, mask) == shown.substr(0, mask) &&
           word.substr(at) == shown.substr(mask + kMask.size() - 1);
}

std::string Unmasked(std::string_view text,
                     const std::vector<std::string> &lines)
{
    std::string out;
    const char *copied = text.data();
    for (std::string_view word : SplitWords(text)) {
        if (!HasMaskedWord(word)) {
            continue;
        }
        std::set<std::string_view> found = WordsFor(word, lines);
        if (found.size() == 1) {
            out.append(copied, word.data());
            out += *found.begin();
            copied = word.data() + word.size();
        }
    }
    return out.append(copied, text.data() + text.size());
}

}  // namespace laio
