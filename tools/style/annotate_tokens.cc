// Keywords, names and operators: what each makes of the state.

#include "tools/style/annotate.h"

#include <array>

#include "tools/style/chars.h"

namespace laio::style {
namespace {

size_t NumberEnd(std::string_view text, size_t pos)
{
    while (pos < text.size() && IsDigit(text[pos])) {
        ++pos;
    }
    while (pos < text.size() && (text[pos] == 'U' || text[pos] == 'L')) {
        ++pos;
    }
    return pos;
}

constexpr auto kAssignments = std::to_array<std::string_view>(
    {"*=", "/=", "%=", "+=", "-=", "<<=", ">>=", "&=", "^=", "|=", "="});

constexpr auto kOthers = std::to_array<std::string_view>(
    {"<=", ">=", "==", "!=", "=>", "->", "<<", ">>", "<",
     ">",  "!",  "~",  "&&", "||", ",",  "^",  "++", "--",
     "&",  "|",  "+",  "-",  "*",  "/",  "%"});

// The end of the first of the operators that stands at `pos`, or 0.
template <size_t size>
size_t OperatorEnd(std::string_view text, size_t pos,
                   const std::array<std::string_view, size> &operators)
{
    for (std::string_view op : operators) {
        if (At(text, pos, op)) {
            return pos + op.size();
        }
    }
    return 0;
}

// `name :3 ;` as a bit-field has it: digits and what ends a member.
bool IsFieldWidth(std::string_view text, size_t pos)
{
    size_t digits = SkipSpace(text, pos);
    size_t end = digits;
    while (end < text.size() && IsDigit(text[end])) {
        ++end;
    }
    size_t stop = SkipSpace(text, end);
    return end > digits && stop < text.size() &&
           (text[stop] == ',' || text[stop] == '=' || text[stop] == ';');
}

}  // namespace

size_t Annotator::StepKeyword(std::string_view text, size_t pos, size_t end)
{
    constexpr ByteSet kFirst("_siwfcregt");
    if (!kFirst.Has(text[pos])) {
        return 0;
    }
    // Longer words may start with these.
    if (At(text, pos, "__attribute__")) {
        pending_ = type_;
        type_ = 'N';
        return pos + 13;
    }
    if (At(text, pos, "sizeof")) {
        size_t open = SkipSpace(text, pos + 6);
        type_ = 'N';
        if (open < text.size() && text[open] == '(') {
            pending_ = 'V';
        }
        return pos + 6;
    }
    if (At(text, pos, "case")) {
        colon_ = 'C';
        type_ = 'N';
        return pos + 4;
    }
    std::string_view word = text.substr(pos, end - pos);
    if (word == "if" || word == "while" || word == "for") {
        pending_ = 'E';
        type_ = 'N';
        return end;
    }
    if (word == "return" || word == "else" || word == "goto" ||
        word == "typeof" || word == "__typeof__") {
        type_ = 'N';
        return end;
    }
    return 0;
}

size_t Annotator::StepNumber(std::string_view text, size_t pos)
{
    type_ = 'V';
    return NumberEnd(text, pos);
}

//   end  of the first word of the name, more may be pasted to it
size_t Annotator::StepName(std::string_view text, size_t pos, size_t end)
{
    size_t behind = SkipSpace(text, end);
    char next = behind < text.size() ? text[behind] : ' ';
    if (next == '#') {
        return StepPasted(text, pos);
    }
    if (next == '(') {
        pending_ = 'V';
    } else if (next == ':') {
        return StepLabel(text, behind);
    }
    type_ = 'V';
    return end;
}

// A name with `##` in it.
size_t Annotator::StepPasted(std::string_view text, size_t pos)
{
    for (char wanted : {'(', ':'}) {
        size_t found = 0, next = 0;
        ReadIdent(text, pos, [&](size_t end) {
            found = end;
            next = SkipSpace(text, end);
            return next < text.size() && text[next] == wanted;
        });
        if (next < text.size() && text[next] == wanted) {
            if (wanted == ':') {
                return StepLabel(text, next);
            }
            type_ = pending_ = 'V';
            return found;
        }
    }
    type_ = 'V';
    return IdentEnd(text, pos);
}

// What stands before a colon.
size_t Annotator::StepLabel(std::string_view text, size_t colon)
{
    bool is_member = type_ == 'C' && IsFieldWidth(text, colon + 1);
    if (is_member || type_ == 'T') {
        colon_ = 'B';
    } else if (type_ == 'E') {
        colon_ = 'L';
    }
    type_ = 'V';
    return colon;
}

// + - * & and && may have one operand or two.
size_t Annotator::StepSign(std::string_view text, size_t pos)
{
    char c = text[pos];
    char next = pos + 1 < text.size() ? text[pos + 1] : ' ';
    size_t end = pos + 1;
    if (c == '&') {
        end += next == '&';
    } else if (c == '-' ? next == '-' || next == '>'
                        : c == '+' ? next == '+' : c != '*') {
        return 0;
    }
    line_.variants[pos] = type_ == 'V' ? 'B' : 'U';
    type_ = 'N';
    return end;
}

size_t Annotator::StepColon(size_t pos)
{
    line_.variants[pos] = colon_;
    type_ = colon_ == 'C' || colon_ == 'L' ? 'E' : 'N';
    colon_ = 'O';
    return pos + 1;
}

size_t Annotator::StepOperator(std::string_view text, size_t pos)
{
    char c = text[pos];
    switch (c) {
    case '(':
        saved_.push_back(pending_);
        pending_ = '_';
        type_ = 'N';
        return pos + 1;
    case ')':
        if (char before = Pop(); before != '_') {
            type_ = before;
        }
        return pos + 1;
    case ';':
    case '{':
    case '}':
        type_ = 'E';
        colon_ = 'O';
        return pos + 1;
    case ',':
        type_ = 'C';
        return pos + 1;
    case '?':
    case '[':
        type_ = 'N';
        return pos + 1;
    case ':':
        return StepColon(pos);
    default:
        break;
    }
    constexpr ByteSet kGoesOn("<>=&|+-");
    bool may_be_longer = pos + 1 < text.size() &&
                         kGoesOn.Has(text[pos + 1]);
    size_t end = c == '=' ? pos + 1 : 0;
    if (may_be_longer) {
        end = OperatorEnd(text, pos, kAssignments);
    }
    if (end) {
        type_ = 'N';
        return end;
    }
    if ((end = StepSign(text, pos))) {
        return end;
    }
    if ((end = OperatorEnd(text, pos, kOthers))) {
        if (text.substr(pos, 2) != "++" && text.substr(pos, 2) != "--") {
            type_ = 'N';
        }
        return end;
    }
    return pos + 1;
}

}  // namespace laio::style
