// Placer::FindAnchor(): places that the shape of the code gives away.

#include "tools/port/place.h"

namespace laio::port {
namespace {

bool EndsStatement(const Token &token)
{
    return token.Is(";") || token.Is("}");
}

// Returns:  where the parenthesis that closes at `close` opens; range.begin
//           when it does not.
size_t OpenerOf(const LexedText &text, Range range, size_t close)
{
    int depth = 0;
    for (size_t i = close + 1; i > range.begin; i--) {
        depth += text.tokens[i - 1].Is(")");
        depth -= text.tokens[i - 1].Is("(");
        if (depth == 0) {
            return i - 1;
        }
    }
    return range.begin;
}

// Returns:  where the parenthesis at `open` closes; range.end if it does not.
size_t CloserOf(const LexedText &text, Range range, size_t open)
{
    int depth = 0;
    for (size_t i = open; i < range.end; i++) {
        depth += text.tokens[i].Is("(");
        depth -= text.tokens[i].Is(")");
        if (depth == 0) {
            return i;
        }
    }
    return range.end;
}

// Where the only `word (` of the range opens; range.end when there is none,
// or more than one.
size_t OnlyHead(const LexedText &text, Range range, const Token &word)
{
    size_t found = range.end;
    for (size_t i = range.begin; i + 1 < range.end; i++) {
        if (text.tokens[i].Is(word.text) && text.tokens[i + 1].Is("(")) {
            if (found != range.end) {
                return range.end;
            }
            found = i + 1;
        }
    }
    return found;
}

// Whether the last statement in front of `end` leaves the function.
bool Leaves(const LexedText &text, Range range, size_t end)
{
    for (size_t i = end - 1; i > range.begin; i--) {
        const Token &before = text.tokens[i - 1];
        if (EndsStatement(before) || before.Is("{") || before.Is(":") ||
            before.kind == TokenKind::kComment) {
            return text.tokens[i].Is("return") || text.tokens[i].Is("goto");
        }
    }
    return true;
}

}  // namespace

Place Placer::FindAnchor(const Edit &edit) const
{
    if (edit.Removes() || edit.a_begin <= units_.a_unit.begin ||
        edit.a_end >= units_.a_unit.end ||
        units_.c_unit.begin == units_.c_unit.end) {
        return {};
    }
    Place place = AmongMembers(edit);
    if (place.state == State::kManual) {
        place = AtEndOfFunction(edit);
    }
    return place.state == State::kPorted ? place : AtEndOfHead(edit);
}

// The order of members means little: behind the nearest one before it that the
// target has, too.
Place Placer::AmongMembers(const Edit &edit) const
{
    const Token &last = units_.b.tokens[edit.b_end - 1];
    Place place;
    if (!units_.a.tokens[units_.a_unit.end - 1].Is(";") ||
        !units_.c.tokens[units_.c_unit.end - 1].Is(";") ||
        (!last.Is(";") && last.text != "*/")) {
        return place;
    }
    for (size_t i = edit.a_begin; i > units_.a_unit.begin + 1; i--) {
        int name = InTarget(i - 2);
        size_t end = static_cast<size_t>(name) + 1;
        if (units_.a.tokens[i - 1].Is("{")) {
            break;
        }
        if (name < 0 || !units_.a.tokens[i - 1].Is(";") ||
            units_.a.tokens[i - 2].kind != TokenKind::kWord ||
            !units_.c.tokens[end].Is(";")) {
            continue;
        }
        place.begin = place.end = BehindComment(end + 1);
        place.same_before = true;
        place.state = State::kPorted;
        place.reason = "put behind the member that it follows";
        break;
    }
    return place;
}

// What was the last statement of a function is the last one there, too.
Place Placer::AtEndOfFunction(const Edit &edit) const
{
    const Token &before = units_.a.tokens[edit.a_begin - 1];
    size_t last = units_.c_unit.end - 1;
    Place place;
    if (edit.a_end + 1 != units_.a_unit.end ||
        !units_.a.tokens[edit.a_end].Is("}") || !EndsStatement(before) ||
        !EndsStatement(units_.b.tokens[edit.b_end - 1]) ||
        !units_.c.tokens[last].Is("}") ||
        !EndsStatement(units_.c.tokens[last - 1]) ||
        Leaves(units_.c, units_.c_unit, last)) {
        return place;
    }
    place.begin = place.end = last;
    place.same_before = true;
    place.same_after = true;
    place.state = State::kPorted;
    place.reason = "put at the end of the function";
    return place;
}

// The end of a loop's condition, where each has one such loop; of any other
// list in parentheses behind a word that comes once.
Place Placer::AtEndOfHead(const Edit &edit) const
{
    Place place;
    if (!units_.a.tokens[edit.a_end].Is(")")) {
        return place;
    }
    size_t open = OpenerOf(units_.a, units_.a_unit, edit.a_end);
    if (open == units_.a_unit.begin ||
        units_.a.tokens[open - 1].kind != TokenKind::kWord ||
        OnlyHead(units_.a, units_.a_unit, units_.a.tokens[open - 1]) != open) {
        return place;
    }
    size_t there =
        OnlyHead(units_.c, units_.c_unit, units_.a.tokens[open - 1]);
    if (there == units_.c_unit.end) {
        return place;
    }
    place.begin = place.end = CloserOf(units_.c, units_.c_unit, there);
    place.same_after = true;
    place.state = State::kPorted;
    place.reason = "put at the end of the only `" +
                   units_.a.tokens[open - 1].text + " (...)`";
    return place;
}

}  // namespace laio::port
