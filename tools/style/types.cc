#include "tools/style/types.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "tools/style/chars.h"

namespace laio::style {
namespace {

constexpr size_t kNone = std::string_view::npos;

bool OneOf(std::string_view word, std::initializer_list<std::string_view> set)
{
    return std::find(set.begin(), set.end(), word) != set.end();
}

// The word at `pos`, empty when none starts there.
std::string_view WordAt(std::string_view text, size_t pos)
{
    if (pos >= text.size() || !IsWordStart(text[pos])) {
        return {};
    }
    return text.substr(pos, WordEnd(text, pos) - pos);
}

bool HasLongerSuffix(std::string_view word, std::string_view suffix)
{
    return word.size() > suffix.size() && EndsWith(word, suffix);
}

// Capitals, digits and underscores, then a small letter: FooBar, QEMUFile.
bool IsCamelCase(std::string_view word)
{
    if (OneOf(word, {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"})) {
        return false;
    }
    if (word.size() < 2 || !IsUpper(word[0])) {
        return false;
    }
    size_t pos = 1;
    while (pos < word.size() && !IsLower(word[pos])) {
        ++pos;
    }
    return pos < word.size();
}

bool IsFixedType(std::string_view word)
{
    return OneOf(word, {"void", "char", "short", "int", "long", "float",
                        "double", "bool", "unsigned", "hwaddr",
                        "target_long", "target_ulong", "QEMUBH", "gchar",
                        "gshort", "gint", "glong", "gfloat", "gdouble",
                        "gpointer", "gconstpointer", "gboolean", "gsize",
                        "gssize", "guchar", "gushort", "guint", "gulong",
                        "gint8", "gint16", "gint32", "gint64", "guint8",
                        "guint16", "guint32", "guint64",
                        "xendevicemodel_handle", "xenevtchn_handle",
                        "xenforeignmemory_handle", "xengnttab_handle"});
}

// The first position at or after `pos` that is neither star nor blank.
size_t SkipStars(std::string_view text, size_t pos)
{
    while (pos < text.size() && (text[pos] == '*' || IsSpace(text[pos]))) {
        ++pos;
    }
    return pos;
}

bool IsStorageOrInline(std::string_view word)
{
    return OneOf(word, {"extern", "static", "asmlinkage", "inline",
                        "__inline__", "__inline"});
}

// Words that can stand where a type does, and are none.
bool IsNeverType(std::string_view word)
{
    return OneOf(word, {"if", "else", "for", "while", "return", "case",
                        "default", "do", "switch", "goto", "break",
                        "continue", "typedef", "struct", "union", "enum",
                        "sizeof", "extern", "static", "const", "volatile",
                        "asm", "__asm__", "typeof", "__typeof__",
                        "__attribute__", "inline", "asmlinkage"});
}

// `static word word *name;`: the words of its type.
struct Declaration {
    std::vector<std::string_view> words;
    bool is_one = false;  // a name and `;`, `=`, `,` or `(` follow the words
};

Declaration ReadDeclaration(std::string_view statement, size_t pos)
{
    Declaration result;
    while (IsStorageOrInline(WordAt(statement, pos)) ||
           WordAt(statement, pos) == "const") {
        pos = SkipSpace(statement, WordEnd(statement, pos));
    }
    while (!WordAt(statement, pos).empty()) {
        result.words.push_back(WordAt(statement, pos));
        pos = SkipSpace(statement, pos + result.words.back().size());
    }
    bool is_named = result.words.size() > 1;
    if (pos < statement.size() && statement[pos] == '*') {
        pos = SkipStars(statement, pos);
        std::string_view name = WordAt(statement, pos);
        is_named = !name.empty();
        pos = SkipSpace(statement, pos + name.size());
    } else if (is_named) {
        result.words.pop_back();
    }
    result.is_one = is_named && !result.words.empty() &&
                    OneOf(statement.substr(std::min(pos, statement.size()),
                                           1),
                          {";", "=", ",", "("});
    return result;
}

}  // namespace

bool TypeNames::IsType(std::string_view word) const
{
    return IsFixedType(word) || HasLongerSuffix(word, "_t") ||
           HasLongerSuffix(word, "_handler") ||
           HasLongerSuffix(word, "_handler_fn") ||
           HasLongerSuffix(word, "AIOCB") || HasLongerSuffix(word, "CPU") ||
           IsCamelCase(word) || learnt_.count(word) > 0;
}

bool TypeNames::IsModifier(std::string_view word) const
{
    return modifiers_.count(word) > 0 ||
           OneOf(word, {"const", "volatile", "QEMU_NORETURN", "G_NORETURN",
                        "QEMU_WARN_UNUSED_RESULT", "QEMU_SENTINEL",
                        "QEMU_PACKED", "G_GNUC_PRINTF", "coroutine_fn"});
}

size_t TypeNames::MatchCore(std::string_view text, size_t pos) const
{
    std::string_view word = WordAt(text, pos);
    size_t end = pos + word.size();
    if (word.empty()) {
        return kNone;
    }
    if (OneOf(word, {"struct", "union", "enum"})) {
        std::string_view tag = WordAt(text, SkipSpace(text, end));
        return tag.empty() ? kNone : tag.data() + tag.size() - text.data();
    }
    if (OneOf(word, {"typeof", "__typeof__"})) {
        size_t open = SkipSpace(text, end);
        size_t close = text.find(')', open);
        bool called = open < text.size() && text[open] == '(';
        return called && close != kNone ? close + 1 : kNone;
    }
    if (!IsType(word)) {
        return kNone;
    }
    bool is_long = word == "long";
    while (word == "unsigned" || is_long) {
        std::string_view next = WordAt(text, SkipSpace(text, end));
        if (!OneOf(next, {"char", "short", "int", "long"}) ||
            (is_long && !OneOf(next, {"int", "long"}))) {
            break;
        }
        end = next.data() + next.size() - text.data();
        word = next;
        is_long = word == "long";
    }
    return end;
}

size_t TypeNames::MatchType(std::string_view text, size_t pos,
                            int fewer) const
{
    for (std::string_view word = WordAt(text, pos); IsModifier(word);
         word = WordAt(text, pos)) {
        pos = SkipSpace(text, pos + word.size());
    }
    std::vector<size_t> ends;
    for (size_t end = MatchCore(text, pos); end != kNone;) {
        ends.push_back(end);
        size_t next = SkipSpace(text, end);
        std::string_view word = WordAt(text, next);
        end = next > end && IsModifier(word) ? next + word.size() : kNone;
    }
    if (static_cast<size_t>(fewer) >= ends.size()) {
        return kNone;
    }
    return ends[ends.size() - 1 - fewer];
}

// One word is a type; of several, those that are no types are modifiers.
void TypeNames::Add(std::string_view words)
{
    std::vector<std::string_view> unknown;
    size_t count = 0;
    for (size_t pos = SkipSpace(words, 0); pos < words.size(); ++count) {
        std::string_view word = WordAt(words, pos);
        size_t type_end = MatchCore(words, pos);
        if (type_end == kNone) {
            if (word.empty() || IsNeverType(word)) {
                return;
            }
            type_end = pos + word.size();
            if (!IsModifier(word)) {
                unknown.push_back(word);
            }
        }
        pos = SkipSpace(words, type_end);
    }
    for (std::string_view word : unknown) {
        (count > 1 ? modifiers_ : learnt_).emplace(word);
    }
}

// `word word *name;` and, in column 0, any first word.
void TypeNames::LearnDeclaration(std::string_view statement)
{
    size_t start = SkipSpace(statement, std::min<size_t>(1, statement.size()));
    Declaration declaration = ReadDeclaration(statement, start);
    if (declaration.words.empty()) {
        return;
    }
    std::string_view first = declaration.words.front();
    size_t after = first.data() + first.size() - statement.data();
    size_t colon = SkipSpace(statement, after);
    if (declaration.is_one) {
        std::string_view last = declaration.words.back();
        Add(statement.substr(first.data() - statement.data(),
                             last.data() + last.size() - first.data()));
    } else if (start == 1 && after < statement.size() &&
               (colon >= statement.size() || statement[colon] != ':')) {
        Add(first);
    }
}

// Any `(word *)` is a cast.
void TypeNames::LearnCasts(std::string_view statement)
{
    for (size_t open = statement.find('('); open != kNone;
         open = statement.find('(', open + 1)) {
        std::string_view word = WordAt(statement, open + 1);
        size_t pos = open + 1 + word.size();
        size_t close = SkipStars(statement, pos);
        if (!word.empty() && close > pos && close < statement.size() &&
            statement[close] == ')') {
            Add(word);
        }
    }
}

// The parameters of `Type name(word *, word name)`.
void TypeNames::LearnParameters(std::string_view statement)
{
    size_t pos = SkipSpace(statement, std::min<size_t>(1, statement.size()));
    while (IsStorageOrInline(WordAt(statement, pos)) ||
           WordAt(statement, pos) == "typedef") {
        pos = SkipSpace(statement, WordEnd(statement, pos));
    }
    size_t type_end = MatchType(statement, pos);
    if (type_end == kNone) {
        return;
    }
    type_end = SkipStars(statement, type_end);
    std::string_view name = WordAt(statement, type_end);
    size_t open = SkipSpace(statement, type_end + name.size());
    if (name.empty() || open >= statement.size() || statement[open] != '(') {
        return;
    }
    std::string_view list = statement.substr(open + 1);
    list = list.substr(0, list.rfind(')'));
    while (!list.empty()) {
        size_t comma = std::min(list.find(','), list.size());
        std::string_view argument = Trim(list.substr(0, comma));
        if (StartsWith(argument, "const ")) {
            argument = Trim(argument.substr(6));
        }
        std::string_view word = WordAt(argument, 0);
        size_t rest = SkipStars(argument, word.size());
        if (!word.empty() && rest + WordAt(argument, rest).size() ==
                                 argument.size()) {
            Add(word);
        }
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
}

void TypeNames::Learn(std::string_view statement, bool is_start)
{
    statement = statement.substr(0, statement.find('{'));
    size_t pos = SkipSpace(statement, std::min<size_t>(1, statement.size()));
    std::string_view first = WordAt(statement, pos);
    size_t after = SkipSpace(statement, pos + first.size());
    bool is_call = !first.empty() && after < statement.size() &&
                   statement[after] == '(';
    if (!is_call && first != "else" && !first.empty() &&
        (is_start || pos == 1)) {
        LearnDeclaration(statement);
    }
    LearnCasts(statement);
    if (is_start) {
        LearnParameters(statement);
    }
}

}  // namespace laio::style
