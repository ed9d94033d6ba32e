#include "tools/style/read_words.h"

#include "tools/style/chars.h"

namespace laio::style {
namespace {

constexpr size_t kNone = std::string_view::npos;

size_t EndOf(std::string_view text, std::string_view word)
{
    return word.data() + word.size() - text.data();
}

std::string_view NextWord(std::string_view text, std::string_view word)
{
    size_t next = SkipSpace(text, EndOf(text, word));
    return next > EndOf(text, word) ? WordAt(text, next)
                                    : std::string_view();
}

// `long`, `long int`, `long long` and `long long int`.
bool ReadLong(std::string_view text, std::string_view word, Then then)
{
    if (then(EndOf(text, word))) {
        return true;
    }
    std::string_view next = NextWord(text, word);
    if (next == "int") {
        return then(EndOf(text, next));
    }
    if (next != "long") {
        return false;
    }
    if (then(EndOf(text, next))) {
        return true;
    }
    std::string_view last = NextWord(text, next);
    return last == "int" && then(EndOf(text, last));
}

}  // namespace

std::string_view WordAt(std::string_view text, size_t pos)
{
    if (pos >= text.size() || !IsWordStart(text[pos])) {
        return {};
    }
    return text.substr(pos, WordEnd(text, pos) - pos);
}

bool ReadIdent(std::string_view text, size_t pos, Then then)
{
    std::string_view word = WordAt(text, pos);
    if (word.empty()) {
        return false;
    }
    size_t end = pos + word.size();
    size_t paste = SkipSpace(text, end);
    if (At(text, paste, "##") &&
        ReadIdent(text, SkipSpace(text, paste + 2), then)) {
        return true;
    }
    return then(end);
}

size_t IdentEnd(std::string_view text, size_t pos)
{
    size_t end = kNone;
    ReadIdent(text, pos, [&](size_t found) {
        end = found;
        return true;
    });
    return end;
}

bool StartsTypeOfWords(std::string_view word)
{
    constexpr ByteSet kFirst("ulset_");
    return !word.empty() && kFirst.Has(word[0]) &&
           (word == "struct" || word == "unsigned" || word == "enum" ||
            word == "union" || word == "long" || word == "typeof" ||
            word == "__typeof__");
}

bool ReadTypeOfWords(std::string_view text, size_t pos, Then then)
{
    constexpr ByteSet kFirst("ulse");
    if (pos >= text.size() || !kFirst.Has(text[pos])) {
        return false;
    }
    std::string_view word = WordAt(text, pos);
    std::string_view next;
    if (word == "unsigned") {
        next = NextWord(text, word);
        if (next == "long") {
            if (ReadLong(text, next, then)) {
                return true;
            }
        } else if ((next == "char" || next == "short" || next == "int") &&
                   then(EndOf(text, next))) {
            return true;
        }
        return then(EndOf(text, word));
    }
    if (word == "long") {
        return ReadLong(text, word, then);
    }
    if (word == "struct" || word == "union" || word == "enum") {
        size_t name = SkipSpace(text, pos + word.size());
        return name > pos + word.size() && ReadIdent(text, name, then);
    }
    return false;
}

size_t TypeofEnd(std::string_view text, size_t pos)
{
    for (std::string_view word : {"typeof", "__typeof__"}) {
        if (!At(text, pos, word)) {
            continue;
        }
        size_t open = SkipSpace(text, pos + word.size());
        if (!At(text, open, "(")) {
            continue;
        }
        size_t name = SkipSpace(text, open + 1);
        while (At(text, name, "*")) {
            ++name;
        }
        size_t end = IdentEnd(text, SkipSpace(text, name));
        if (end != kNone && At(text, SkipSpace(text, end), ")")) {
            return SkipSpace(text, end) + 1;
        }
    }
    return kNone;
}

}  // namespace laio::style
