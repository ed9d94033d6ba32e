#include "tools/style/types.h"

#include <algorithm>
#include <array>

#include "tools/style/chars.h"
#include "tools/style/type_words.h"

namespace laio::style {
namespace {

constexpr size_t kNone = std::string_view::npos;
constexpr std::string_view kInline = "inline";

constexpr std::array<std::string_view, 8> kModifiers{
    "const",
    "volatile",
    "G_NORETURN",
    "G_GNUC_WARN_UNUSED_RESULT",
    "G_GNUC_NULL_TERMINATED",
    "QEMU_PACKED",
    "G_GNUC_PRINTF",
    "__force"};

constexpr std::array<std::string_view, 3> kStorage{"extern", "static",
                                                   "asmlinkage"};

bool At(std::string_view text, size_t pos, std::string_view what)
{
    return pos <= text.size() && text.compare(pos, what.size(), what) == 0;
}

// The word at `pos`, empty when none starts there.
std::string_view WordAt(std::string_view text, size_t pos)
{
    if (pos >= text.size() || !IsWordStart(text[pos])) {
        return {};
    }
    return text.substr(pos, WordEnd(text, pos) - pos);
}

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

// `__typeof__(*name)`
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

size_t IdentEnd(std::string_view text, size_t pos)
{
    size_t end = kNone;
    ReadIdent(text, pos, [&](size_t found) {
        end = found;
        return true;
    });
    return end;
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

bool TypeNames::ReadModifier(std::string_view text, size_t pos,
                             Then then) const
{
    if (pos >= text.size() || !IsWord(text[pos])) {
        return false;
    }
    for (std::string_view modifier : kModifiers) {
        if (text[pos] == modifier[0] && At(text, pos, modifier) &&
            then(pos + modifier.size())) {
            return true;
        }
    }
    for (const std::string &modifier : modifiers_) {
        if (text[pos] == modifier[0] && At(text, pos, modifier) &&
            then(pos + modifier.size())) {
            return true;
        }
    }
    return false;
}

bool TypeNames::IsTypeWord(std::string_view word) const
{
    return IsQemuTypeName(word) || IsKnownTypeWord(word) ||
           (!types_.empty() && types_.count(word) > 0);
}

// Types of more than one word, and of words pasted together.
bool TypeNames::ReadWords(std::string_view text, size_t pos, Then then) const
{
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

bool TypeNames::ReadCore(std::string_view text, size_t pos, Then then) const
{
    if (pos >= text.size() || !IsWord(text[pos])) {
        return false;
    }
    size_t type_of = TypeofEnd(text, pos);
    if (type_of != kNone && then(type_of)) {
        return true;
    }
    size_t end = WordEnd(text, pos);
    if (ReadWords(text, pos, then)) {
        return true;
    }
    // Of `a ## b_t` the last part tells.
    size_t paste = SkipSpace(text, end);
    if (At(text, paste, "##")) {
        bool found = ReadIdent(text, pos, [&](size_t ident_end) {
            size_t start = ident_end;
            while (start > end && IsWord(text[start - 1])) {
                --start;
            }
            return ident_end > end &&
                   IsKnownTypeWord(text.substr(start, ident_end - start)) &&
                   text.find('_', start) < ident_end && then(ident_end);
        });
        if (found) {
            return true;
        }
    }
    std::string_view word = text.substr(pos, end - pos);
    return word != "unsigned" && word != "long" && IsTypeWord(word) &&
           then(end);
}

bool TypeNames::ReadAfterCore(std::string_view text, size_t pos,
                              Then then) const
{
    size_t next = SkipSpace(text, pos);
    if (next > pos && ReadModifier(text, next, [&](size_t end) {
            return ReadAfterCore(text, end, then);
        })) {
        return true;
    }
    return then(pos);
}

bool TypeNames::ReadNonPointer(std::string_view text, size_t pos,
                               Then then) const
{
    bool found = ReadModifier(text, pos, [&](size_t end) {
        size_t next = SkipSpace(text, end);
        return next > end && ReadNonPointer(text, next, then);
    });
    return found || ReadCore(text, pos, [&](size_t end) {
        return ReadAfterCore(text, end, then);
    });
}

bool TypeNames::ReadTail(std::string_view text, size_t pos, Then then) const
{
    size_t next = SkipSpace(text, pos);
    if (next > pos && next < text.size()) {
        if (At(text, next, kInline) &&
            ReadTail(text, next + kInline.size(), then)) {
            return true;
        }
        if (ReadModifier(text, next, [&](size_t end) {
                return ReadTail(text, end, then);
            })) {
            return true;
        }
    }
    return then(pos);
}

bool TypeNames::ReadStars(std::string_view text, size_t pos, Then then) const
{
    size_t run = pos;
    while (run < text.size() && (text[run] == '*' || IsSpace(text[run]))) {
        ++run;
    }
    if (run > pos && At(text, run, "const") &&
        ReadTail(text, run + 5, then)) {
        return true;
    }
    for (size_t end = run; end > pos; --end) {
        if (ReadTail(text, end, then)) {
            return true;
        }
    }
    std::vector<size_t> ends;
    for (size_t end = pos;;) {
        size_t open = SkipSpace(text, end);
        size_t close = At(text, open, "[") ? SkipSpace(text, open + 1) : kNone;
        if (close == kNone || !At(text, close, "]")) {
            break;
        }
        ends.push_back(end = close + 1);
    }
    for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
        if (ReadTail(text, *end, then)) {
            return true;
        }
    }
    return ReadTail(text, pos, then);
}

bool TypeNames::ReadType(std::string_view text, size_t pos, Then then) const
{
    return ReadNonPointer(text, pos, [&](size_t end) {
        return ReadStars(text, end, then);
    });
}

bool TypeNames::IsModifier(std::string_view text) const
{
    return ReadModifier(text, 0,
                        [&](size_t end) { return end == text.size(); });
}

bool TypeNames::IsType(std::string_view text) const
{
    return ReadType(text, 0, [&](size_t end) { return end == text.size(); });
}

bool TypeNames::FindType(std::string_view text, Then then) const
{
    for (size_t pos = 0; pos < text.size(); ++pos) {
        if (IsWord(text[pos]) && ReadType(text, pos, then)) {
            return true;
        }
    }
    return false;
}

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
        types_.emplace(text.substr(0, text.find('#')));
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
            modifiers_.push_back(std::move(word));
        }
        pos = SkipSpace(left, end);
    }
}

}  // namespace laio::style
