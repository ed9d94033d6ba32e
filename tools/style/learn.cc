#include "tools/style/learn.h"

#include <algorithm>

#include "tools/style/chars.h"

namespace laio::style {
namespace {

constexpr size_t kNone = std::string_view::npos;

// Calls `then` behind one of the words and blanks at `pos`, then at `pos`.
bool MaySkipWord(std::string_view text, size_t pos,
                 std::initializer_list<std::string_view> words, Then then)
{
    for (std::string_view word : words) {
        if (!At(text, pos, word)) {
            continue;
        }
        size_t next = SkipSpace(text, pos + word.size());
        if (next > pos + word.size() && then(next)) {
            return true;
        }
    }
    return then(pos);
}

// static, inline and const, each of which may be missing.
bool SkipPrefix(std::string_view text, size_t pos, Then then)
{
    constexpr ByteSet kFirst("esaic");
    if (pos >= text.size() || !kFirst.Has(text[pos])) {
        return then(pos);
    }
    return MaySkipWord(
        text, pos, {"extern", "static", "asmlinkage"}, [&](size_t at) {
            return MaySkipWord(text, at, {"inline"}, [&](size_t at) {
                return MaySkipWord(text, at, {"const"}, then);
            });
        });
}

// The end of `name` or `(*...)` at `pos`, or npos.
size_t DeclaratorEnd(std::string_view text, size_t pos)
{
    if (At(text, pos, "(*")) {
        size_t close = text.find(')', pos);
        return close == kNone ? kNone : close + 1;
    }
    return IdentEnd(text, pos);
}

bool EndsDeclarator(std::string_view text, size_t pos)
{
    size_t next = SkipSpace(text, pos);
    return next < text.size() &&
           std::string_view(";=,(").find(text[next]) != kNone;
}

// Whether what declares and the end of a declarator follow the words that end
// at `pos`.
bool DeclaresBehind(std::string_view text, size_t pos, const TypeNames &types)
{
    size_t at = SkipSpace(text, pos);
    if (at > pos && At(text, at, "__force")) {
        at = SkipSpace(text, at + 7);
    }
    while (At(text, at, "*")) {
        ++at;
    }
    size_t end = DeclaratorEnd(text, SkipSpace(text, at));
    if (end == kNone) {
        return false;
    }
    return types.ReadModifier(text, SkipSpace(text, end),
                              [&](size_t modifier) {
                                  return EndsDeclarator(text, modifier);
                              }) ||
           EndsDeclarator(text, end);
}

// `word word *name;`: the words before the name.
std::string_view DeclaredType(std::string_view statement,
                              const TypeNames &types)
{
    std::string_view found;
    SkipPrefix(statement, SkipSpace(statement, 1), [&](size_t start) {
        for (size_t at = start;;) {
            size_t end = IdentEnd(statement, SkipSpace(statement, at));
            if (end == kNone) {
                return false;
            }
            if (DeclaresBehind(statement, end, types)) {
                found = statement.substr(start, end - start);
                return true;
            }
            at = end;
        }
    });
    return found;
}

// The first word of a line without indent.
std::string_view FirstWord(std::string_view statement)
{
    std::string_view found;
    SkipPrefix(statement, 1, [&](size_t start) {
        return ReadIdent(statement, start, [&](size_t end) {
            if (At(statement, end, ":")) {
                return false;
            }
            found = statement.substr(start, end - start);
            return true;
        });
    });
    return found;
}

std::string OneBlankEach(std::string_view words)
{
    std::string result;
    for (size_t pos = 0; pos < words.size();) {
        size_t next = SkipSpace(words, pos);
        if (next > pos) {
            result += ' ';
        }
        pos = next;
        if (pos < words.size()) {
            result += words[pos++];
        }
    }
    return result;
}

bool IsCallOrElse(std::string_view statement)
{
    size_t word = SkipSpace(statement, 1);
    if (At(statement, word, "else") &&
        WordEnd(statement, word) == word + 4) {
        return true;
    }
    return ReadIdent(statement, word, [&](size_t end) {
        return At(statement, SkipSpace(statement, end), "(");
    });
}

// The type of `const word *name`, `word name` or `word`, if it is just that.
std::string_view ParameterType(std::string_view parameter)
{
    std::string_view found;
    MaySkipWord(parameter, 0, {"const"}, [&](size_t start) {
        return ReadIdent(parameter, start, [&](size_t end) {
            size_t at = SkipSpace(parameter, end);
            while (At(parameter, at, "__force")) {
                at = SkipSpace(parameter, at + 7);
            }
            while (At(parameter, at, "*")) {
                ++at;
            }
            at = SkipSpace(parameter, at);
            size_t name = at + At(parameter, at, ":");
            size_t name_end = IdentEnd(parameter, name);
            size_t rest = name_end == kNone ? at : name_end;
            if (rest != parameter.size() && parameter.substr(rest) != "\n") {
                return false;
            }
            found = parameter.substr(start, end - start);
            return true;
        });
    });
    return found;
}

constexpr std::string_view kBeforeType[] = {"extern", "static", "asmlinkage",
                                            "inline"};

// Where the parameters of `Type name(` or `Type (*name)(` begin, or npos.
size_t ParametersBegin(std::string_view statement, const TypeNames &types)
{
    // Words before the type count in column 0 only.
    size_t at = 1;
    if (At(statement, at, "typedef")) {
        at = SkipSpace(statement, at + 7);
    }
    for (bool skipped = true; skipped;) {
        skipped = false;
        for (std::string_view word : kBeforeType) {
            if (At(statement, at, word)) {
                at = SkipSpace(statement, at + word.size());
                skipped = true;
            }
        }
    }
    at = SkipSpace(statement, at);
    size_t begin = kNone;
    types.ReadType(statement, at, [&](size_t end) {
        size_t name = SkipSpace(statement, end);
        size_t name_end = kNone;
        if (At(statement, name, "(*")) {
            name_end = IdentEnd(statement, SkipSpace(statement, name + 2));
            name_end = name_end != kNone && At(statement, name_end, ")")
                           ? name_end + 1
                           : kNone;
        } else if (name > 0 && !IsWord(statement[name - 1])) {
            name_end = IdentEnd(statement, name);
        }
        size_t open = name_end == kNone ? kNone
                                        : SkipSpace(statement, name_end);
        begin = open != kNone && At(statement, open, "(") ? open + 1 : kNone;
        return begin != kNone;
    });
    return begin;
}

void ReadParameters(std::string_view statement, TypeNames &types)
{
    size_t begin = ParametersBegin(statement, types);
    if (begin == kNone) {
        return;
    }
    std::string_view list = statement.substr(begin);
    list = list.substr(0, list.rfind(')'));
    while (!list.empty()) {
        size_t comma = std::min(list.find(','), list.size());
        std::string_view type = ParameterType(TrimRight(list.substr(0, comma)));
        if (!type.empty()) {
            types.Learn(type);
        }
        list = list.substr(SkipSpace(list, std::min(comma + 1, list.size())));
    }
}

}  // namespace

// Any `(word *)` is a cast.
void TypeLearner::ReadCasts(std::string_view text, size_t begin, size_t end,
                            TypeNames &types)
{
    begin = std::max(begin, casts_read_);
    if (begin >= end) {
        return;
    }
    casts_read_ = end;
    std::string_view part = text.substr(0, end);
    for (size_t open = part.find('(', begin); open != kNone;
         open = part.find('(', open + 1)) {
        size_t word = IdentEnd(part, open + 1);
        if (word == kNone) {
            continue;
        }
        size_t close = word;
        while (close < part.size() &&
               (part[close] == '*' || IsSpace(part[close]))) {
            ++close;
        }
        if (close > word && At(part, close, ")")) {
            types.Learn(part.substr(open + 1, word - open - 1));
        }
    }
}

size_t TypeLearner::EndBeforeBrace(std::string_view text, size_t begin,
                                   size_t end)
{
    if (brace_ < begin || brace_ == 0) {
        brace_ = std::min(text.find('{', begin), text.size());
    }
    return std::min(end, brace_);
}

void TypeLearner::Read(std::string_view text, size_t begin, size_t end,
                       bool is_start, TypeNames &types)
{
    end = EndBeforeBrace(text, begin, end);
    if (end <= begin) {
        return;
    }
    std::string_view statement = text.substr(begin, end - begin);
    if (!IsCallOrElse(statement)) {
        std::string_view words;
        if (is_start) {
            words = DeclaredType(statement, types);
        }
        if (!words.empty()) {
            types.Learn(OneBlankEach(words));
        } else if (words = FirstWord(statement); !words.empty()) {
            types.Learn(words);
        }
    }
    ReadCasts(text, begin, end, types);
    if (is_start) {
        ReadParameters(statement, types);
    }
}

}  // namespace laio::style
