#include "tools/style/rules/pointer_stars.h"

#include <vector>

#include "tools/style/chars.h"

namespace laio::style {
namespace {

constexpr size_t kNone = std::string_view::npos;
constexpr int kMostModifiers = 8;  // behind a type name

// The places where a run of stars and modifiers at `pos` may end, the
// longest last; the first is `pos` itself, when the run is empty.
std::vector<size_t> RunEnds(std::string_view code, size_t pos,
                            const TypeNames &types)
{
    std::vector<size_t> ends{pos};
    size_t at = SkipSpace(code, pos);
    while (at < code.size()) {
        size_t word = WordEnd(code, at);
        if (code[at] == '*') {
            at = SkipSpace(code, at + 1);
        } else if (word > at &&
                   types.IsModifier(code.substr(at, word - at))) {
            at = SkipSpace(code, word);
        } else {
            break;
        }
        ends.push_back(at);
    }
    return ends;
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
    size_t start = text.size();
    while (start > 0 && IsWord(text[start - 1])) {
        --start;
    }
    return types.IsModifier(text.substr(start));
}

// Calls `match(type_end)` for the readings of a type at `pos` until one fits.
template <typename Match>
std::optional<PointerStars> ForType(std::string_view code, size_t pos,
                                    const TypeNames &types, Match match)
{
    for (int fewer = 0; fewer <= kMostModifiers; ++fewer) {
        size_t end = types.MatchType(code, pos, fewer);
        if (end == kNone) {
            return std::nullopt;
        }
        if (std::optional<PointerStars> found = match(end)) {
            return found;
        }
    }
    return std::nullopt;
}

bool StartsWord(std::string_view code, size_t pos)
{
    return IsWordStart(code[pos]) && (pos == 0 || !IsWord(code[pos - 1]));
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
    for (size_t open = code.find('(', from); open != kNone;
         open = code.find('(', open + 1)) {
        auto match = [&](size_t type_end) -> std::optional<PointerStars> {
            std::vector<size_t> ends = RunEnds(code, type_end, types);
            if (ends.size() < 2 || ends.back() >= code.size() ||
                code[ends.back()] != ')') {
                return std::nullopt;
            }
            return MakeStars(code, type_end, ends.back());
        };
        if (auto found = ForType(code, open + 1, types, match)) {
            return found;
        }
    }
    return std::nullopt;
}

std::optional<PointerStars> FindPointerName(std::string_view code,
                                            const TypeNames &types)
{
    for (size_t pos = 0; pos < code.size(); ++pos) {
        if (!StartsWord(code, pos)) {
            continue;
        }
        auto match = [&](size_t type_end) -> std::optional<PointerStars> {
            std::vector<size_t> ends = RunEnds(code, type_end, types);
            while (ends.size() > 1) {
                size_t name = ends.back();
                if (name < code.size() && IsWordStart(code[name])) {
                    PointerStars stars = MakeStars(code, type_end, name);
                    size_t end = WordEnd(code, name);
                    stars.before_modifier =
                        types.IsModifier(code.substr(name, end - name));
                    if (EndsInModifier(stars.to, types)) {
                        stars.to += ' ';
                    }
                    return stars;
                }
                ends.pop_back();
            }
            return std::nullopt;
        };
        if (auto found = ForType(code, pos, types, match)) {
            return found;
        }
    }
    return std::nullopt;
}

}  // namespace laio::style
