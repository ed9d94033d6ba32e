#include "tools/style/annotate.h"

#include <algorithm>

#include "tools/style/chars.h"

namespace laio::style {
namespace {

constexpr size_t kNone = std::string_view::npos;

bool At(std::string_view text, size_t pos, std::string_view what)
{
    return text.compare(pos, what.size(), what) == 0;
}

// Whether a token that counts may start with the byte.
bool MayMatter(char c)
{
    return IsWord(c) ||
           std::string_view("#\\(){}[];,?:<>=!~&|^+-*/%").find(c) != kNone;
}

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

char Annotator::Pop()
{
    if (saved_.empty()) {
        return 'E';
    }
    char top = saved_.back();
    saved_.pop_back();
    return top;
}

LineValues Annotator::Read(std::string_view code, const TypeNames &types)
{
    std::string text(code);
    if (!text.empty()) {
        text[0] = ' ';
    }
    text += '\n';
    LineValues result;
    result.values.reserve(text.size());
    variants_.assign(text.size(), '_');
    for (size_t pos = 0; pos < text.size();) {
        if (saved_.empty()) {
            saved_.push_back('E');
        }
        size_t end = Step(text, pos, types);
        result.values.append(end - pos, type_);
        pos = end;
    }
    result.variants = std::move(variants_);
    return result;
}

size_t Annotator::Step(std::string_view text, size_t pos,
                       const TypeNames &types)
{
    char c = text[pos];
    if (IsSpace(c)) {
        size_t end = SkipSpace(text, pos);
        if (in_directive_ &&
            text.substr(pos, end - pos).find('\n') != kNone) {
            type_ = Pop();
            in_directive_ = false;
        }
        return end;
    }
    if (!MayMatter(c)) {
        return pos + 1;  // comments and quotes change nothing
    }
    size_t end = StepTypes(text, pos, types);
    if (end == 0 && c == '#') {
        end = StepDirective(text, pos);
    }
    if (end == 0 && At(text, pos, "\\\n")) {
        end = pos + 2;
    }
    if (end == 0 && IsWordStart(c)) {
        end = StepKeyword(text, pos);
    }
    if (end == 0 && IsWord(c)) {
        end = StepIdent(text, pos);
    }
    return end ? end : StepOperator(text, pos);
}

// Casts, types before what they declare, modifiers.
size_t Annotator::StepTypes(std::string_view text, size_t pos,
                            const TypeNames &types)
{
    size_t found = 0;
    if (text[pos] == '(' && pending_ == '_') {
        types.ReadType(text, SkipSpace(text, pos + 1), [&](size_t end) {
            found = SkipSpace(text, end);
            return found < text.size() && text[found] == ')';
        });
        if (found && found < text.size() && text[found] == ')') {
            saved_.push_back(type_);
            type_ = 'C';
            return found;
        }
        return 0;
    }
    if (!IsWordStart(text[pos])) {
        return 0;
    }
    bool declares = types.ReadType(text, pos, [&](size_t end) {
        found = end;
        size_t next = SkipSpace(text, end);
        return next >= text.size() || IsWordStart(text[next]) ||
               std::string_view(",)(").find(text[next]) != kNone;
    });
    declares = declares || types.ReadModifier(text, pos, [&](size_t end) {
        found = end;
        return true;
    });
    if (!declares) {
        return 0;
    }
    type_ = 'T';
    return found;
}

size_t Annotator::EnterDirective(size_t end, bool starts_arm)
{
    in_directive_ = true;
    if (starts_arm) {
        type_ = 'E';
    }
    return end;
}

size_t Annotator::StepDirective(std::string_view text, size_t pos)
{
    size_t word = SkipSpace(text, pos + 1);
    for (std::string_view name : {"define", "undef"}) {
        size_t start = SkipSpace(text, word + name.size());
        size_t end = At(text, word, name) ? IdentEnd(text, start) : kNone;
        if (end == kNone) {
            continue;
        }
        saved_.push_back(type_);
        bool defines = name == "define";
        if (defines && end < text.size() && text[end] == '(') {
            pending_ = 'N';
        }
        return EnterDirective(end, defines);
    }
    if (size_t end = KeywordEnd(text, word, "include")) {
        saved_.push_back(type_);
        return EnterDirective(end, false);
    }
    for (std::string_view name : {"ifdef", "ifndef", "if"}) {
        if (At(text, word, name)) {
            saved_.insert(saved_.end(), 2, type_);
            return EnterDirective(word + name.size(), true);
        }
    }
    for (std::string_view name : {"else", "elif"}) {
        if (At(text, word, name)) {
            saved_.push_back(saved_.back());
            return EnterDirective(word + name.size(), true);
        }
    }
    if (At(text, word, "endif")) {
        // All arms are taken to end like this one.
        Pop();
        saved_.push_back(type_);
        return EnterDirective(word + 5, true);
    }
    return 0;
}

size_t Annotator::StepKeyword(std::string_view text, size_t pos)
{
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
    size_t end = IdentEnd(text, pos);
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
    variants_[pos] = type_ == 'V' ? 'B' : 'U';
    type_ = 'N';
    return end;
}

size_t Annotator::StepColon(size_t pos)
{
    variants_[pos] = colon_;
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
    bool may_be_longer =
        pos + 1 < text.size() &&
        std::string_view("<>=&|+-").find(text[pos + 1]) != kNone;
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
