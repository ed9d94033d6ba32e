// Keywords, names and operators: what each makes of the state.

#include "tools/style/annotate.h"

#include <algorithm>

#include "tools/style/chars.h"

namespace laio::style {
namespace {

constexpr size_t kNone = std::string_view::npos;

// The end of `what` at `pos` if it is a whole word there, else 0.
size_t KeywordEnd(std::string_view text, size_t pos, std::string_view what)
{
    size_t end = pos + what.size();
    bool whole = At(text, pos, what) &&
                 (end >= text.size() || !IsWord(text[end]));
    return whole ? end : 0;
}

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

size_t AssignmentEnd(std::string_view text, size_t pos)
{
    for (std::string_view op : {"*=", "/=", "%=", "+=", "-=", "<<=", ">>=",
                                "&=", "^=", "|=", "="}) {
        if (At(text, pos, op)) {
            return pos + op.size();
        }
    }
    return 0;
}

size_t OtherOperatorEnd(std::string_view text, size_t pos)
{
    for (std::string_view op :
         {"<=", ">=", "==", "!=", "=>", "->", "<<", ">>", "<", ">", "!", "~",
          "&&", "||", ",", "^", "++", "--", "&", "|", "+", "-", "*", "/",
          "%"}) {
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

size_t Annotator::StepKeyword(std::string_view text, size_t pos)
{
    constexpr ByteSet kFirst("_siwfcregt");
    if (!kFirst.Has(text[pos])) {
        return 0;
    }
    if (At(text, pos, "__attribute__")) {
        pending_ = type_;
        type_ = 'N';
        return pos + 13;
    }
    if (At(text, pos, "sizeof")) {
        size_t end = pos + 6;
        size_t open = SkipSpace(text, end);
        type_ = 'N';
        if (open < text.size() && text[open] == '(') {
            pending_ = 'V';
        }
        return end;
    }
    for (std::string_view word : {"if", "while", "for"}) {
        if (size_t end = KeywordEnd(text, pos, word)) {
            pending_ = 'E';
            type_ = 'N';
            return end;
        }
    }
    if (At(text, pos, "case")) {
        colon_ = 'C';
        type_ = 'N';
        return pos + 4;
    }
    for (std::string_view word :
         {"return", "else", "goto", "typeof", "__typeof__"}) {
        if (size_t end = KeywordEnd(text, pos, word)) {
            type_ = 'N';
            return end;
        }
    }
    return 0;
}

size_t Annotator::StepIdent(std::string_view text, size_t pos)
{
    constexpr ByteSet kMattersBehind("(:#");
    size_t end = WordEnd(text, pos);
    size_t behind = SkipSpace(text, end);
    if (IsWordStart(text[pos]) &&
        (behind == text.size() || !kMattersBehind.Has(text[behind]))) {
        type_ = 'V';
        return end;
    }
    size_t found = 0;
    ReadIdent(text, pos, [&](size_t end) {
        size_t open = SkipSpace(text, end);
        found = open < text.size() && text[open] == '(' ? end : 0;
        return found != 0;
    });
    if (found) {
        type_ = pending_ = 'V';
        return found;
    }
    ReadIdent(text, pos, [&](size_t end) {
        size_t colon = SkipSpace(text, end);
        found = colon < text.size() && text[colon] == ':' ? colon : 0;
        return found != 0;
    });
    if (found) {
        bool is_member = type_ == 'C' && IsFieldWidth(text, found + 1);
        if (is_member || type_ == 'T') {
            colon_ = 'B';
        } else if (type_ == 'E') {
            colon_ = 'L';
        }
        type_ = 'V';
        return found;
    }
    type_ = 'V';
    end = IdentEnd(text, pos);
    return end == kNone ? NumberEnd(text, pos) : end;
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
        end = AssignmentEnd(text, pos);
    }
    if (end) {
        type_ = 'N';
        return end;
    }
    if ((end = StepSign(text, pos))) {
        return end;
    }
    if ((end = OtherOperatorEnd(text, pos))) {
        if (text.substr(pos, 2) != "++" && text.substr(pos, 2) != "--") {
            type_ = 'N';
        }
        return end;
    }
    return pos + 1;
}

}  // namespace laio::style
