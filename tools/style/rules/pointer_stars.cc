#include "tools/style/rules/pointer_stars.h"

#include "tools/style/scan.h"

namespace laio::style {
namespace {

// One star or modifier or more, with the blanks behind each.
bool ReadStarRun(std::string_view code, size_t pos, const TypeNames &types,
                 Then then)
{
    auto more = [&](size_t end) {
        return ReadStarRun(code, end, types, then) || then(end);
    };
    bool found = types.ReadModifier(code, pos, [&](size_t end) {
        bool whole = end >= code.size() || !IsWord(code[end]);
        return whole && more(SkipSpace(code, end));
    });
    return found || (At(code, pos, "*") && more(SkipSpace(code, pos + 1)));
}

std::string Tidy(std::string_view from)
{
    std::string to;
    if (!from.empty() && !IsSpace(from[0])) {
        to += ' ';
    }
    from = TrimRight(from);
    for (size_t i = 0; i < from.size(); ++i) {
        size_t next = SkipSpace(from, i);
        bool between_stars = next > i && !to.empty() && to.back() == '*' &&
                             next < from.size() && from[next] == '*';
        if (between_stars) {
            i = next;
        }
        to += from[i];
    }
    return to;
}

bool EndsInModifier(std::string_view text, const TypeNames &types)
{
    for (size_t start = 0; start < text.size(); ++start) {
        bool at_edge = IsWord(text[start]) &&
                       (start == 0 || !IsWord(text[start - 1]));
        if (at_edge && types.IsModifier(text.substr(start))) {
            return true;
        }
    }
    return false;
}

PointerStars MakeStars(std::string_view code, size_t begin, size_t end)
{
    PointerStars stars;
    stars.column = begin;
    stars.from = code.substr(begin, end - begin);
    stars.to = Tidy(stars.from);
    return stars;
}

}  // namespace

std::optional<PointerStars> FindPointerCast(std::string_view code,
                                            const TypeNames &types,
                                            size_t from)
{
    std::optional<PointerStars> found;
    for (size_t open = code.find('(', from); open != kNone && !found;
         open = code.find('(', open + 1)) {
        types.ReadNonPointer(code, open + 1, [&](size_t type_end) {
            return ReadStarRun(
                code, SkipSpace(code, type_end), types, [&](size_t end) {
                    if (!At(code, end, ")")) {
                        return false;
                    }
                    found = MakeStars(code, type_end, end);
                    return true;
                });
        });
    }
    return found;
}

std::optional<PointerStars> FindPointerName(std::string_view code,
                                            const TypeNames &types)
{
    std::optional<PointerStars> found;
    for (size_t pos = 1; pos < code.size() && !found; ++pos) {
        if (!IsWord(code[pos]) || IsWord(code[pos - 1]) ||
            !types.MayStart(code, pos, WordEnd(code, pos))) {
            continue;
        }
        types.ReadNonPointer(code, pos, [&](size_t type_end) {
            return ReadStarRun(
                code, SkipSpace(code, type_end), types, [&](size_t name) {
                    size_t end = IdentEnd(code, name);
                    if (end == kNone) {
                        return false;
                    }
                    found = MakeStars(code, type_end, name);
                    found->before_modifier =
                        types.IsModifier(code.substr(name, end - name));
                    if (EndsInModifier(found->to, types)) {
                        found->to += ' ';
                    }
                    return true;
                });
        });
    }
    return found;
}

}  // namespace laio::style
