#include "tools/port/place.h"

#include <algorithm>

#include "tools/port/align.h"
#include "tools/port/align_statements.h"

namespace laio::port {
namespace {

// Weights (align.h) that make a place certain.
constexpr int kOneSide = 8;      // tokens that stand before, or behind, alone
constexpr int kBothSides = 10;   // together, found without the alignment
constexpr int kFarSide = 16;     // on one side, found without the alignment
constexpr int kWholeChange = 12; // of new tokens that are there already
constexpr size_t kMaxContext = 24;

bool IsBoundary(const Token &token)
{
    return token.Is(";") || token.Is("{") || token.Is("}") ||
           token.Is(":") || token.text == "*/";
}

std::span<const Token> Part(const LexedText &text, Range range)
{
    return std::span(text.tokens).subspan(range.begin,
                                          range.end - range.begin);
}

int Sum(std::span<const Token> tokens)
{
    int sum = 0;
    for (const Token &token : tokens) {
        sum += Weight(token);
    }
    return sum;
}

}  // namespace

const char *StateName(State state)
{
    switch (state) {
    case State::kPorted:
        return "ported";
    case State::kAlready:
        return "already";
    case State::kManual:
        break;
    }
    return "manual";
}

Placer::Placer(const Units &units)
    : units_(units),
      a_to_c_(AlignStatements(Part(units.a, units.a_unit),
                              Part(units.c, units.c_unit))),
      b_to_c_(AlignFrom(Part(units.b, units.b_unit),
                        Part(units.c, units.c_unit)))
{
}

// The two ends of a unit correspond, too.
int Placer::InTarget(size_t a_index) const
{
    if (a_index + 1 == units_.a_unit.begin) {
        return static_cast<int>(units_.c_unit.begin) - 1;
    }
    if (a_index >= units_.a_unit.end) {
        return static_cast<int>(units_.c_unit.end);
    }
    int found = a_to_c_[a_index - units_.a_unit.begin];
    return found < 0 ? -1 : found + static_cast<int>(units_.c_unit.begin);
}

int Placer::BInTarget(size_t b_index) const
{
    if (b_index + 1 == units_.b_unit.begin) {
        return static_cast<int>(units_.c_unit.begin) - 1;
    }
    if (b_index >= units_.b_unit.end) {
        return static_cast<int>(units_.c_unit.end);
    }
    int found = b_to_c_[b_index - units_.b_unit.begin];
    return found < 0 ? -1 : found + static_cast<int>(units_.c_unit.begin);
}

Place Placer::Find(const Edit &edit) const
{
    Place place = ByAlignment(edit);
    // What only goes may be there with the neighbours of both, as when one of
    // two equal lines goes; what comes is not there by chance.
    bool exact = !edit.Inserts() && place.state == State::kPorted &&
                 place.same_before && place.same_after;
    if (!exact && IsAlready(edit)) {
        place.state = State::kAlready;
        place.reason.clear();
    } else if (place.state == State::kManual) {
        Place found = FindIn(edit, units_.c_unit);
        if (found.state != State::kManual) {
            return found;
        }
    }
    return place;
}

bool Placer::IsAlready(const Edit &edit) const
{
    int before = BInTarget(edit.b_begin - 1);
    int after = BInTarget(edit.b_end);
    int at = edit.Inserts() ? BInTarget(edit.b_begin) : after;
    if (at < 0) {
        return false;
    }
    for (size_t i = edit.b_begin; i < edit.b_end; i++) {
        if (BInTarget(i) != at + static_cast<int>(i - edit.b_begin)) {
            return false;
        }
    }
    bool joins_before = before + 1 == at;
    bool joins_after =
        after == at + static_cast<int>(edit.b_end - edit.b_begin);
    int weight = Sum(Part(units_.b, {edit.b_begin, edit.b_end}));
    return (joins_before && joins_after) ||
           ((joins_before || joins_after) && weight >= kWholeChange);
}

Place Placer::ByAlignment(const Edit &edit) const
{
    Place place;
    int before = InTarget(edit.a_begin - 1);
    int after = InTarget(edit.a_end);
    if (!edit.Removes()) {
        place.begin = static_cast<size_t>(before + 1);
        place.end = place.begin;
        place.same_before = before >= 0 || place.begin == units_.c_unit.begin;
        place.same_after = after >= 0 && after == before + 1;
        if (place.same_before && place.same_after &&
            IsKnown(edit.a_begin, place.begin)) {
            place.state = State::kPorted;
            return place;
        }
        return InsertAtOneSide(edit, place, before, after);
    }
    int first = InTarget(edit.a_begin);
    for (size_t i = edit.a_begin; i < edit.a_end; i++) {
        if (first < 0 ||
            InTarget(i) != first + static_cast<int>(i - edit.a_begin)) {
            place.reason = "what it takes out reads otherwise here";
            return place;
        }
    }
    place.begin = static_cast<size_t>(first);
    place.end = place.begin + (edit.a_end - edit.a_begin);
    place.same_before = before + 1 == first;
    place.same_after = after == static_cast<int>(place.end);
    int weight = Sum(Part(units_.a, {edit.a_begin, edit.a_end}));
    if (place.same_before || place.same_after || weight >= kOneSide) {
        place.state = State::kPorted;
    } else {
        place.reason = "the code around what it takes out is another one here";
    }
    return place;
}

// Whether more is the same around a place than marks, which are everywhere.
bool Placer::IsKnown(size_t a_index, size_t c_index) const
{
    return RunBefore(a_index, c_index, units_.c_unit) +
               RunAfter(a_index, c_index, units_.c_unit) >=
           kBothSides;
}

// The target has something of its own between the two neighbours, or lacks
// one of them: the change stays with the one that is better known.
Place Placer::InsertAtOneSide(const Edit &edit, Place place, int before,
                              int after) const
{
    Range unit = units_.c_unit;
    int left = before >= 0 ? RunBefore(edit.a_begin, before + 1, unit) : 0;
    int right = after >= 0 ? RunAfter(edit.a_begin, after, unit) : 0;
    bool statement = edit.a_begin > 0 &&
                     IsBoundary(units_.a.tokens[edit.a_begin - 1]);
    if (statement && after > 0 &&
        !IsBoundary(units_.c.tokens[static_cast<size_t>(after) - 1])) {
        right = 0;
    }
    // The head of a function says little of where among its statements.
    bool head = edit.a_begin > 0 && units_.a.tokens[edit.a_begin - 1].Is("{");
    place.same_after = right > left || (head && right >= kOneSide);
    place.same_before = !place.same_after;
    if (std::max(left, right) < kOneSide) {
        place.reason = "the code around it is another one here";
        return place;
    }
    if (place.same_after) {
        place.begin = place.end = static_cast<size_t>(after);
    } else if (statement) {
        place.begin = place.end = BehindComment(place.end);
    }
    place.state = State::kPorted;
    place.reason = place.same_after
                       ? "put before the code that follows it"
                       : "put behind the code that it follows";
    return place;
}

// A comment at the end of a line belongs to what it stands behind.
size_t Placer::BehindComment(size_t c_index) const
{
    while (c_index > 0 && c_index < units_.c_unit.end &&
           units_.c.tokens[c_index].kind == TokenKind::kComment &&
           !units_.c.IsFirstOnLine(c_index)) {
        c_index++;
    }
    return c_index;
}

int Placer::RunBefore(size_t a_index, size_t c_index, Range range) const
{
    int sum = 0;
    for (size_t n = 1; n <= kMaxContext && a_index >= units_.a_unit.begin + n &&
                       c_index >= range.begin + n;
         n++) {
        const Token &token = units_.a.tokens[a_index - n];
        if (!SameToken(token, units_.c.tokens[c_index - n])) {
            break;
        }
        sum += Weight(token);
    }
    return sum;
}

int Placer::RunAfter(size_t a_index, size_t c_index, Range range) const
{
    int sum = 0;
    for (size_t n = 0; n < kMaxContext && a_index + n < units_.a_unit.end &&
                       c_index + n < range.end;
         n++) {
        const Token &token = units_.a.tokens[a_index + n];
        if (!SameToken(token, units_.c.tokens[c_index + n])) {
            break;
        }
        sum += Weight(token);
    }
    return sum;
}

Place Placer::FindIn(const Edit &edit, Range range) const
{
    Place best;
    best.reason = edit.Removes() ? "what it takes out is not here"
                                 : "the code around it is not here";
    int best_score = 0;
    int second = 0;
    size_t length = edit.a_end - edit.a_begin;
    for (size_t at = range.begin; at + length <= range.end; at++) {
        size_t same = 0;
        while (same < length &&
               SameToken(units_.a.tokens[edit.a_begin + same],
                         units_.c.tokens[at + same])) {
            same++;
        }
        if (same < length) {
            continue;
        }
        int left = RunBefore(edit.a_begin, at, range);
        int right = RunAfter(edit.a_end, at + length, range);
        int score = left + right +
                    Sum(Part(units_.a, {edit.a_begin, edit.a_end}));
        bool certain = left > 0 && right > 0 ? score >= kBothSides
                                             : score >= kFarSide;
        if (certain && score > best_score) {
            second = best_score;
            best_score = score;
            best = {State::kPorted, "found by the code around it", at,
                    at + length, left > 0, right > 0};
        } else {
            second = std::max(second, certain ? score : 0);
        }
    }
    if (best.state == State::kPorted && second == best_score) {
        best.state = State::kManual;
        best.reason = "more than one place looks like its own";
    }
    return best;
}

}  // namespace laio::port
